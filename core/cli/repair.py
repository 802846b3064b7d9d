"""``autochrome repair``: each photo read, repaired and written, and one line for what failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

import numpy as np

from core.cli.console import note, output_json, output_path, with_progress_bar
from core.cli.exit_status import FAILED, OK, STOPPED
from core.cli.failed_photo import overwrite_option, say_failure
from core.cli.repair_options import RepairOptions
from core.cli.result_target import ResultPlace
from core.errors import WriteError
from core.files.atomic import atomic_file, check_target
from core.photo.encode import file_facts
from core.photo.photo import Photo
from core.photo.read import page_count, read_photo
from core.photo.sidecar_copies import copy_sidecars
from core.photo.write import write_photo
from core.planning import result_paths
from core.repair.edits import RepairEdit, RepairMark
from core.repair.pixels import lightness
from core.repair.repair import Repair, bundled_repairer, repaired_as
from core.repair.trace import trace_scratch


def run(options: RepairOptions) -> int:
    """Repair what the command line names; returns the exit status.

    Raises:
        ModelError: the detector cannot be opened: nothing was done.
    """
    bundled_repairer(options.sensitivity)  # one that is not there is said before anything is done
    work = _Run(options)
    try:
        return work.all(with_progress_bar(options.photos, "Repairing"))
    except KeyboardInterrupt:
        note(f"stopped early: {work.done} of {len(options.photos)} photos were looked at.")
        return STOPPED


@dataclass
class _Run:
    """One command's photos, and what has been written so far."""

    options: RepairOptions
    done: int = 0
    written: set[Path] = field(default_factory=set)

    def all(self, sources: Iterable[str]) -> int:
        """Every photo, whatever happens to the others; the exit status."""
        status = OK
        for source in sources:
            try:
                self._one(Path(source))
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
                say_failure(source, error, overwrite_option, json=self.options.json)
                status = FAILED
            else:
                self.done += 1
        return status

    def _one(self, source: Path) -> None:
        photo = read_photo(source, salvage=self.options.salvage)
        for sentence in photo.notes:
            note(sentence)
        if photo.format in ("tiff", "pdf") and (pages := page_count(source)) > 1:
            note(f"{source}: of its {pages} pages only the first is repaired.")
        place = self._place(self.options.output, self.options.save.format, result_paths.REPAIRED)
        target, name = place.target(source, photo, self.written)
        mask_target = self._mask_target(source, photo, target)
        for path in filter(None, (target, mask_target)):
            self._check(path, source)
        repair = repaired_as(photo, self._edit(source, photo))
        for sentence in repair.notes:
            note(f"{source}: {sentence}")
        if repair.photo is photo and name == photo.format:
            self._copy(source, target)
        else:
            save = replace(self.options.save, format=name)
            write_photo(repair.photo, target, save, overwrite=self.options.overwrite)
        self.written.add(target.resolve())
        if mask_target is not None:
            self._write_mask(repair, mask_target)
        if self.options.copy_sidecars:
            facts, overwrite = file_facts(repair.photo, name), self.options.overwrite
            for error in copy_sidecars(source, target, facts, overwrite=overwrite):
                note(str(error))
        self._say_done(source, target, repair)

    def _edit(self, source: Path, photo: Photo) -> RepairEdit:
        options = self.options
        edit = RepairEdit.automatic(
            repair=True, levels=options.levels, sensitivity=options.sensitivity
        )
        return replace(edit, marks=tuple(self._traced(source, photo)))

    def _traced(self, source: Path, photo: Photo) -> Iterator[RepairMark]:
        """The scratches at the places that were pointed at; where there is none, that is said."""
        if not self.options.trace:
            return
        L = lightness(photo.pixels)
        for x, y in self.options.trace:
            mark = trace_scratch(L, (x, y))
            if mark is None:
                note(f"{source}: no straight scratch can be followed from {x:g},{y:g}.")
            else:
                yield mark

    def _place(self, output: str | None, name: str | None, tail: str) -> ResultPlace:
        return ResultPlace(output, name, len(self.options.photos) > 1, tail)

    def _mask_target(self, source: Path, photo: Photo, target: Path) -> Path | None:
        if self.options.mask is None:
            return None
        place = self._place(self.options.mask, "png", "_mask")
        mask, _ = place.target(source, photo, self.written)
        return mask if mask != target else None

    def _check(self, target: Path, source: Path) -> None:
        """Refuse before the work is done; writing looks again."""
        check_target(target, source, overwrite=self.options.overwrite)
        if target.resolve() in self.written:
            message = f"{target} is the result of an earlier photo of this command: rename one."
            raise WriteError(message, target)

    def _copy(self, source: Path, target: Path) -> None:
        """Nothing was found: the very bytes, since storing a JPEG again would lose some of it."""
        dated = source if self.options.save.keep_time else None
        with atomic_file(target, overwrite=self.options.overwrite, dated_as=dated) as out:
            out.write(source.read_bytes())

    def _write_mask(self, repair: Repair, target: Path) -> None:
        pixels = cast(
            "np.ndarray[tuple[int, int], np.dtype[np.uint8]]", repair.mask * np.uint8(255)
        )
        write_photo(Photo(pixels), target, overwrite=self.options.overwrite, format="png")
        self.written.add(target.resolve())

    def _say_done(self, source: Path, target: Path, repair: Repair) -> None:
        if self.options.json:
            share = round(repair.share, 6)
            output_json("done", source=str(source), target=target, repaired=share)
            return
        note(f"{source}: {repair}.")
        output_path(target, print0=self.options.print0)
