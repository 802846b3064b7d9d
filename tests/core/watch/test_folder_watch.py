"""`FolderWatch`: files told of once, when they are whole; the clock is the test's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from core.watch.folder_watch import PATIENCE_S, SETTLE_S, FolderWatch, Found, list_folders
from core.watch.memory import WatchMemory
from core.watch.whole import Wholeness

HEAD, END = b"\xff\xd8\xff\xe0", b"\xff\xd9"
WHOLE = HEAD + bytes(range(200)) + END


class Watching:
    """A watch of a folder, started and started anew."""

    def __init__(self, folder: Path, memory: Path) -> None:
        self.folder, self.path, self.now = folder, memory, 0.0
        self.memory: WatchMemory | None = None

    def start(
        self,
        *,
        recipe: str = "a",
        new_only: bool = False,
        whole: Callable[[Path], Wholeness] | None = None,
    ) -> None:
        self.stop()
        self.memory = WatchMemory(self.path, recipe)
        listing = partial(list_folders, [str(self.folder)])
        self.watch = FolderWatch(listing, self.memory, new_only)
        if whole is not None:
            self.watch.wholeness = whole

    def stop(self) -> None:
        if self.memory is not None:
            self.memory.close()
            self.memory = None

    def look(self, seconds: float = 0.0) -> Found:
        self.now += seconds
        return self.watch.look(self.now)

    def names(self, seconds: float = 0.0, *, failed: bool = False) -> list[str]:
        """What is ready after a while; it is done at once."""
        ready = self.look(seconds).ready
        for photo in ready:
            self.watch.ended(photo, self.now, failed=failed)
        return [photo.path.name for photo in ready]


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[Watching]:
    folder = tmp_path / "scans"
    folder.mkdir()
    made = Watching(folder, tmp_path / "out" / ".autochrome" / "watch.jsonl")
    made.start()
    yield made
    made.stop()


def test_a_file_is_told_of_once_when_it_has_settled(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    first = watching.look()
    assert (first.ready, first.look_again) == ([], SETTLE_S)
    assert watching.names(SETTLE_S) == ["a.jpg"]
    assert watching.names(SETTLE_S) == []
    assert watching.names(1e6) == []


def test_a_file_that_still_grows_is_waited_for(watching: Watching) -> None:
    path = watching.folder / "a.jpg"
    for part in range(1, 6):
        path.write_bytes(WHOLE[: 40 * part])
        assert watching.names(SETTLE_S - 0.5) == []
    path.write_bytes(WHOLE)
    assert watching.names(SETTLE_S) == []
    assert watching.names(SETTLE_S) == ["a.jpg"]


def test_one_that_ends_too_early_is_given_a_minute_and_then_taken(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE[:100])
    assert watching.names() == []
    assert watching.names(SETTLE_S) == []
    assert watching.names(PATIENCE_S - SETTLE_S - 1) == []
    assert watching.names(1) == ["a.jpg"]


def test_an_empty_file_is_never_whole(watching: Watching) -> None:
    path = watching.folder / "a.jpg"
    path.touch()
    assert watching.names() == []
    assert watching.names(10 * PATIENCE_S) == []
    assert watching.look().look_again is None
    path.write_bytes(WHOLE)
    assert watching.names() == []
    assert watching.names(SETTLE_S) == ["a.jpg"]


def test_one_in_use_is_waited_for_and_told_of_once(watching: Watching) -> None:
    state = Wholeness.IN_USE
    watching.start(whole=lambda _: state)
    path = watching.folder / "a.jpg"
    path.write_bytes(WHOLE)
    assert not watching.look().in_use
    assert not watching.look(SETTLE_S).in_use
    assert watching.look(PATIENCE_S).in_use == [path]
    assert not watching.look(PATIENCE_S).in_use
    state = Wholeness.WHOLE
    assert watching.names(1) == ["a.jpg"]


def test_what_failed_is_tried_once_more(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    watching.look()
    assert watching.names(SETTLE_S, failed=True) == ["a.jpg"]
    assert watching.names(PATIENCE_S - 1, failed=True) == []
    assert watching.names(1, failed=True) == ["a.jpg"]
    assert watching.names(10 * PATIENCE_S) == []


def test_one_that_changes_while_it_is_in_hand_is_new(watching: Watching) -> None:
    path = watching.folder / "a.jpg"
    path.write_bytes(WHOLE)
    watching.look()
    (photo,) = watching.look(SETTLE_S).ready
    path.write_bytes(WHOLE + WHOLE)
    assert watching.look(1).ready == []
    watching.watch.ended(photo, watching.now)
    assert watching.names(1) == []
    assert watching.names(SETTLE_S) == ["a.jpg"]


def test_one_that_was_put_back_is_told_of_again(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    watching.look()
    (photo,) = watching.look(SETTLE_S).ready
    watching.watch.put_back(photo)
    watching.look()
    assert watching.names(SETTLE_S) == ["a.jpg"]


def test_a_new_name_makes_no_new_photo(watching: Watching) -> None:
    path = watching.folder / "tmp0001.jpg"
    path.write_bytes(WHOLE)
    watching.look()
    assert watching.names(SETTLE_S) == ["tmp0001.jpg"]
    path.rename(watching.folder / "wedding.jpg")
    assert watching.names() == []
    assert watching.names(SETTLE_S) == []
    watching.start()
    watching.look()
    assert watching.names(SETTLE_S) == []


def test_a_copy_is_a_photo_of_its_own(watching: Watching) -> None:
    path = watching.folder / "a.jpg"
    path.write_bytes(WHOLE)
    watching.look()
    assert watching.names(SETTLE_S) == ["a.jpg"]
    copy = watching.folder / "b.jpg"
    copy.write_bytes(WHOLE)
    os.utime(copy, ns=(0, path.stat().st_mtime_ns))
    watching.look()
    assert watching.names(SETTLE_S) == ["b.jpg"]


def test_a_restart_knows_what_was_done(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    watching.look()
    watching.names(SETTLE_S)
    (watching.folder / "b.jpg").write_bytes(WHOLE)
    watching.look()
    watching.look(SETTLE_S)  # in hand, and never done
    watching.start()
    watching.look()
    assert watching.names(SETTLE_S) == ["b.jpg"]


def test_another_recipe_is_done_anew(watching: Watching) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    watching.look()
    watching.names(SETTLE_S)
    watching.start(recipe="b")
    watching.look()
    assert watching.names(SETTLE_S) == ["a.jpg"]


def test_new_only_leaves_what_was_there_at_the_first_start(watching: Watching) -> None:
    watching.stop()
    watching.path.unlink()
    (watching.folder / "old.jpg").write_bytes(WHOLE)
    watching.start(new_only=True)
    assert watching.names() == []
    assert watching.names(SETTLE_S) == []
    watching.stop()
    (watching.folder / "new.jpg").write_bytes(WHOLE)  # while nobody watched
    watching.start(recipe="b", new_only=True)
    watching.look()
    assert watching.names(SETTLE_S) == ["new.jpg"]


def test_new_only_waits_for_a_folder_that_is_away(watching: Watching, tmp_path: Path) -> None:
    watching.stop()
    watching.path.unlink()
    (watching.folder / "old.jpg").write_bytes(WHOLE)
    watching.folder.rename(tmp_path / "away")
    watching.start(new_only=True)
    assert watching.look().away == (watching.folder,)
    (tmp_path / "away").rename(watching.folder)
    watching.look(60)
    assert watching.names(SETTLE_S) == []


def test_a_folder_that_goes_and_comes_back_changes_nothing(
    watching: Watching, tmp_path: Path
) -> None:
    (watching.folder / "a.jpg").write_bytes(WHOLE)
    watching.look()
    watching.names(SETTLE_S)
    (watching.folder / "b.jpg").write_bytes(WHOLE)
    watching.look()
    watching.folder.rename(tmp_path / "away")
    assert watching.look(10).away == (watching.folder,)
    assert watching.names(3600) == []
    (tmp_path / "away").rename(watching.folder)
    assert watching.names() == ["b.jpg"]
    assert watching.look().away == ()
