"""`FolderWatch`: which files of some folders are new and whole; knows neither clock nor threads.

The folders are looked through anew each time: what the system tells of changes is only a reason to
look sooner. So events that are lost, doubled, late or of somebody else's doing change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from core.files.windows_paths import is_directory, long_path
from core.planning.source_photo import SourcePhoto
from core.planning.walk import Walk
from core.watch.memory import Stamp, WatchMemory
from core.watch.whole import Wholeness, wholeness

#: Seconds without a change after which a file may be whole: scanners close one and open it again.
SETTLE_S: Final = 3.0
#: Seconds without a change after which a file that looks unfinished is taken all the same, and
#: after which one that failed is tried again.
PATIENCE_S: Final = 60.0


@dataclass(frozen=True)
class Listing:
    """What lies in the folders.

    Attributes:
        photos: by their names' endings, with their stamps.
        away: folders that are not there now, or could not be read.
    """

    photos: Sequence[tuple[SourcePhoto, Stamp]]
    away: Sequence[Path] = ()


@dataclass(frozen=True)
class Found:
    """What one look has told.

    Attributes:
        ready: new and whole, in the order of their names; each is told of once.
        away: as `Listing.away`.
        in_use: files that another program has had locked for long; each is told of once.
        look_again: seconds after which another look may tell more; None: only after a change.
    """

    ready: Sequence[SourcePhoto] = ()
    away: Sequence[Path] = ()
    in_use: Sequence[Path] = ()
    look_again: float | None = None


@dataclass
class _Pending:
    """A file that is not done with: since when it has not changed."""

    stamp: Stamp
    since: float
    was_told_in_use: bool = False


@dataclass
class FolderWatch:
    """The state of one watch.

    Args:
        listing: looks through the folders, `list_folders`.
        memory: of what is done with.
        new_only: leave alone what was there when this watch began for the first time.
        wholeness: whether a file is whole.
    """

    listing: Callable[[], Listing]
    memory: WatchMemory
    new_only: bool = False
    wholeness: Callable[[Path], Wholeness] = wholeness
    _pending: dict[Path, _Pending] = field(default_factory=dict)
    _in_hand: dict[Path, Stamp] = field(default_factory=dict)
    _tried: dict[Path, Stamp] = field(default_factory=dict)

    def look(self, now: float) -> Found:
        """Look through the folders; ``now`` are seconds of any clock that only goes forward.

        Raises:
            StoreError: the memory cannot be written.
        """
        listing = self.listing()
        if not self._has_begun(listing):
            return Found(away=listing.away, look_again=SETTLE_S)
        ready, in_use = [], []
        for photo, stamp in listing.photos:
            path = photo.real
            if path in self._in_hand:
                continue
            if self.memory.knows(path, stamp):
                self._pending.pop(path, None)
                continue
            pending = self._pending_of(path, stamp, now)
            state = self._judge(path, pending, now)
            if state is Wholeness.WHOLE:
                del self._pending[path]
                self._in_hand[path] = stamp
                ready.append(photo)
            elif state is Wholeness.IN_USE and now - pending.since >= PATIENCE_S:
                in_use += [] if pending.was_told_in_use else [path]
                pending.was_told_in_use = True
        if not listing.away:  # what is gone with its folder comes back with it
            self._forget_all_but({photo.real for photo, _ in listing.photos})
        return Found(ready, listing.away, in_use, self._next_look(now))

    def ended(self, photo: SourcePhoto, now: float, *, failed: bool = False) -> None:
        """Say that a photo that was ready is done with.

        One that has changed meanwhile, or is gone, is new when it is seen again. One that failed
        is told of once more, a minute later: a share or a disk may have been away for a moment.

        Raises:
            StoreError: the memory cannot be written.
        """
        path = photo.real
        was = self._in_hand.pop(path)
        try:
            stamp = Stamp.of(long_path(path))
        except OSError:
            return
        if failed and self._tried.get(path) != was:
            self._tried[path] = was
            self._pending[path] = _Pending(stamp, now + PATIENCE_S - SETTLE_S)
        elif stamp.same_content(was):
            self.memory.remember(path, stamp)

    def put_back(self, photo: SourcePhoto) -> None:
        """Say that a photo that was ready has not been begun: it is told of again."""
        self._in_hand.pop(photo.real, None)

    def _has_begun(self, listing: Listing) -> bool:
        """Whether the watch goes on; what was there before is known when all folders were seen."""
        if not self.memory.has_begun:
            if self.new_only and listing.away:
                return False
            left = listing.photos if self.new_only else ()
            self.memory.begin([(photo.real, stamp) for photo, stamp in left])
        return True

    def _pending_of(self, path: Path, stamp: Stamp, now: float) -> _Pending:
        pending = self._pending.get(path)
        if pending is None or pending.stamp != stamp:
            pending = self._pending[path] = _Pending(stamp, now)
        return pending

    def _judge(self, path: Path, pending: _Pending, now: float) -> Wholeness:
        unchanged = now - pending.since
        if unchanged < SETTLE_S or pending.stamp.size == 0:
            return Wholeness.UNFINISHED
        state = self.wholeness(path)
        patient = unchanged < PATIENCE_S
        if state is Wholeness.UNFINISHED and not patient:
            return Wholeness.WHOLE  # as whole as it will be: its error says what is wrong
        return state

    def _next_look(self, now: float) -> float | None:
        """When a file that waits could be whole next; empty ones are so only by a change."""
        ages = [now - pending.since for pending in self._pending.values() if pending.stamp.size]
        if not ages:
            return None
        young = [SETTLE_S - age for age in ages if age < SETTLE_S]
        return min(young) if young else SETTLE_S

    def _forget_all_but(self, there: set[Path]) -> None:
        self._pending = {path: at for path, at in self._pending.items() if path in there}
        self._tried = {path: stamp for path, stamp in self._tried.items() if path in there}


def list_folders(
    sources: Sequence[str],
    *,
    recursive: bool = False,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    output: Path | None = None,
) -> Listing:
    """What lies in some folders now; the arguments as those of `core.planning.walk.Walk`."""
    walk = Walk(sources, recursive, include, exclude, output, by_name=True)
    photos = []
    for photo in walk:
        try:
            photos.append((photo, Stamp.of(long_path(photo.path))))
        except OSError:  # renamed or deleted this moment
            continue
    gone = [Path(source) for source in sources if not is_directory(Path(source))]
    unread = [trouble.path for trouble in walk.troubles if trouble.path is not None]
    return Listing(photos, tuple(dict.fromkeys([*gone, *unread])))
