"""Where a command that takes single photos writes a result, and in which format."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from core.cli.read_source import is_pipe
from core.photo.photo import Photo
from core.planning import result_paths


@dataclass(frozen=True)
class ResultPlace:
    """What ``-o`` and ``--format`` say.

    Attributes:
        output: a file or a folder; None is beside each photo.
        format: of all results; None is by the file's name, or each photo's own.
        several: whether there is more than one photo.
        tail: what a result's name has that its photo's has not.
    """

    output: str | None
    format: str | None
    several: bool
    tail: str = result_paths.COLOR

    def target(self, source: Path, photo: Photo, taken: Collection[Path]) -> tuple[Path, str]:
        """The path of a photo's result, and its format; ``taken`` are those of earlier ones.

        Raises:
            UnwritableTargetError: the folder cannot be made, or the name says no known format.
        """
        own = photo.format, photo.depth
        if self.output is not None and not self._is_folder(self.output):
            target = Path(self.output)
            named = None if is_pipe(target) else target  # a pipe's name says nothing
            return target, self.format or result_paths.result_format(named, *own)
        name = self.format or result_paths.result_format(None, *own)
        folder = None if self.output is None else result_paths.make_folder(self.output)
        return result_paths.path_beside(source, name, folder, taken, tail=self.tail), name

    def _is_folder(self, output: str) -> bool:
        return result_paths.names_folder(output, several=self.several)
