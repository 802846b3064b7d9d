"""A day of a scanner, a share and a watch that is stopped and started, in seconds of a made clock.

Scans are written, closed and opened again, renamed, locked and left empty. What the system tells is
lost, doubled and late; the share goes away and comes back; the watch dies at any moment. Whatever
happens, each scan's whole content is colorized once, and nothing else is.
"""

from __future__ import annotations

import heapq
import itertools
import os
import random
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from core.watch.folder_watch import FolderWatch, list_folders
from core.watch.memory import WatchMemory
from core.watch.whole import Wholeness, wholeness

DAY_S = 24 * 3600.0
SWEEP_S = 120.0
HEAD, END = b"\xff\xd8\xff\xe0", b"\xff\xd9"


class KilledError(Exception):
    """The power cut."""


class Day:
    """Everything that happens, in its order."""

    def __init__(self, root: Path, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  (a made day)
        self.folder, self.shelf = root / "scans", root / "unplugged"
        self.memory_file = root / "out" / "watch.jsonl"
        self.folder.mkdir()
        self.now = 0.0
        self.number = itertools.count()
        self.agenda: list[tuple[float, int, Callable[[], None]]] = []
        self.locked: set[Path] = set()
        self.expected: set[bytes] = set()
        #: The engine's results, which outlive a power cut: how often each content was colorized.
        self.colorized: Counter[bytes] = Counter()
        self.results: dict[Path, bytes] = {}
        self.kills = 0
        self.gone_at = self.back_at = self.next_look = 0.0
        self.memory: WatchMemory | None = None
        self.restart()

    def at(self, when: float, what: Callable[[], None]) -> None:
        heapq.heappush(self.agenda, (when, next(self.number), what))

    # --- the scanner -----------------------------------------------------------------------

    def write(self, path: Path, content: bytes) -> None:
        """Bytes on the disk; a scanner whose share is away writes in the same order afterwards."""
        if not path.parent.is_dir():
            self.later(partial(self.write, path, content))
            return
        path.write_bytes(content)
        os.utime(path, (self.now, self.now))
        self.tell()

    def rename(self, old: Path, new: Path) -> None:
        if not old.parent.is_dir():
            self.later(partial(self.rename, old, new))
            return
        old.rename(new)
        self.tell()

    def later(self, what: Callable[[], None]) -> None:
        self.at(self.back_at + (self.now - self.gone_at) / 100, what)

    def tell(self) -> None:
        """What the system makes of a change: nothing, one event, two, several, a late one."""
        for delay in self.random.choice([(), (0,), (0, 0), (0.1, 0.2, 0.3), (45,)]):
            self.at(self.now + delay, self.look)

    def content(self, number: int) -> bytes:
        body = self.random.randbytes(self.random.randint(300, 3000)).replace(b"\xff", b"\0")
        made = HEAD + f"scan {number}".encode() + body + END
        self.expected.add(made)
        return made

    def scan(self, number: int, when: float) -> None:
        """One scan, in one of the ways of scanners."""
        path, content = self.folder / f"scan{number:03}.jpg", self.content(number)
        way = self.random.choice(["plain", "pieces", "empty", "renamed", "part", "locked", "again"])
        done = when
        if way == "pieces":  # opened, written and closed several times, with pauses
            for share in (3, 5, 9):
                part = content[: len(content) * share // 10]
                self.at(done, partial(self.write, path, part))
                done += self.random.choice([0.5, 2, 8, 20])
        elif way == "empty":
            self.at(done, partial(self.write, path, b""))
            done += 60
        if way in ("renamed", "part"):
            ending = ".jpg" if way == "renamed" else ".jpg.part"
            draft = self.folder / f"tmp{number:03}{ending}"
            self.at(done, partial(self.write, draft, content))
            self.at(done + self.random.choice([0.5, 2, 30]), partial(self.rename, draft, path))
            return
        if way == "locked":
            self.at(done, partial(self.locked.add, path))
            self.at(done + 200, partial(self.locked.discard, path))
        self.at(done, partial(self.write, path, content))
        if way == "again":  # the same bytes, written once more
            self.at(done + 40, partial(self.write, path, content))

    # --- the share and the power ------------------------------------------------------------

    def unplug(self) -> None:
        self.folder.rename(self.shelf)
        self.gone_at, self.back_at = self.now, self.now + self.random.uniform(30, 2000)
        self.at(self.back_at, self.plug_in)

    def plug_in(self) -> None:
        self.shelf.rename(self.folder)

    def restart(self) -> None:
        """The watch dies and is started anew."""
        if self.memory is not None:
            self.memory.close()
        self.memory = WatchMemory(self.memory_file, "recipe")
        self.watch = FolderWatch(
            partial(list_folders, [str(self.folder)]), self.memory, wholeness=self.judge
        )

    def judge(self, path: Path) -> Wholeness:
        return Wholeness.IN_USE if path in self.locked else wholeness(path)

    # --- the watch --------------------------------------------------------------------------

    def sweep(self) -> None:
        self.look()
        self.at(self.now + SWEEP_S, self.sweep)

    def look(self) -> None:
        try:
            self.work()
        except KilledError:
            self.kills += 1
            self.restart()

    def work(self) -> None:
        found = self.watch.look(self.now)
        for photo in found.ready:
            self.perhaps_die()
            self.colorize(photo.path)
            self.perhaps_die()
            self.watch.ended(photo, self.now)
        if found.look_again is not None and self.next_look <= self.now:
            self.next_look = self.now + found.look_again
            self.at(self.next_look, self.look)

    def perhaps_die(self) -> None:
        if self.random.random() < 0.05:
            raise KilledError

    def colorize(self, path: Path) -> None:
        """As the engine: a result that says it was made of these bytes is left as it is."""
        content = path.read_bytes()
        if self.results.get(path) != content:
            self.colorized[content] += 1
            self.results[path] = content

    def run(self) -> None:
        self.at(0.0, self.sweep)
        while self.agenda and self.agenda[0][0] < DAY_S:
            self.now, _, act = heapq.heappop(self.agenda)
            act()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_each_scan_of_a_day_is_done_once(tmp_path: Path, seed: int) -> None:
    day = Day(tmp_path, seed)
    for number in range(60):
        day.scan(number, day.random.uniform(0, DAY_S - 7200))
    for when in (6 * 3600.0, 12 * 3600.0, 18 * 3600.0):
        day.at(when, day.unplug)
        day.at(when + 1000, day.restart)
    day.run()
    assert day.memory is not None
    day.memory.close()
    assert day.kills > 0
    assert set(day.colorized) == day.expected
    assert set(day.colorized.values()) == {1}
