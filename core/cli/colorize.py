"""``autochrome colorize``: each photo read, colorized and written, and one line for what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from core.cli.colorize_options import ColorizeOptions
from core.cli.console import (
    note,
    output_bytes,
    output_json,
    output_path,
    print_error,
    with_progress_bar,
)
from core.cli.exit_status import FAILED, OK, STOPPED, USAGE, exit_status
from core.cli.failed_photo import say_failure
from core.cli.model_notes import note_models
from core.cli.parser import STANDARD
from core.cli.read_source import ReadSource, is_pipe, read_source
from core.cli.result_target import ResultPlace
from core.colorize.colorization import Colorization
from core.colorize.colorizer import Colorizer
from core.colorize.edits import Edit
from core.colorize.framing import framed, framed_result, turned
from core.colorize.hints import parse_hint
from core.colorize.reference_colors import lent_words, read_reference
from core.colorize.sidecar import read_sidecar
from core.colorize.tint import TintDecision, decision_facts, outcome_words
from core.errors import (
    AlreadyColoredError,
    AutochromeError,
    OutOfMemoryError,
    PhotoError,
    TargetExistsError,
    UnreadablePhotoError,
    UnsureTintError,
    WriteError,
)
from core.files.atomic import check_target, unwritable_error
from core.inference.session_pool import OpenedModels
from core.photo.encode import file_facts
from core.photo.photo import Photo
from core.photo.sidecar_copies import copy_sidecars
from core.photo.streamed_photo import WritablePhoto
from core.photo.write import encode_photo, write_photo
from core.planning import result_paths
from core.repair.edits import RepairEdit
from core.sharing.side_by_side import side_by_side

#: What a sentence of `core`, which knows no options, asks for.
_OPTIONS: Final[Mapping[type[AutochromeError], str]] = {
    AlreadyColoredError: "--recolor",
    UnsureTintError: "--tinted colorize, or --tinted skip",
    TargetExistsError: "--overwrite",
    OutOfMemoryError: "--size",
}
#: What became of a photo's own colours ends so -> the option with which it does not.
_OTHERWISE: Final = {
    "tone removed": " (--tone keep lays it under the colours)",
    "ink kept": " (--no-keep-ink takes it off)",
}


class _NotOpenedError(Exception):
    """The model could not be opened: no photo can be colorized."""

    def __init__(self, reason: AutochromeError) -> None:
        super().__init__(str(reason))
        self.reason = reason


def run(
    options: ColorizeOptions,
    opening: Future[OpenedModels],
    reading: Future[ReadSource | None],
) -> int:
    """Colorize what the command line names; returns the exit status.

    Args:
        options: what it says.
        opening: the models, of which the first opens on another thread.
        reading: `read_ahead` of the first photo.
    """
    if options.like is not None:
        try:
            read_reference(options.like)
        except PhotoError as error:
            print_error(error)
            return USAGE
    run_through = _Run(options, opening, reading)
    try:
        return run_through.all(with_progress_bar(options.photos, "Colorizing"))
    except _NotOpenedError as error:
        print_error(error.reason)
        return exit_status(error.reason)
    except KeyboardInterrupt:
        note(f"stopped early: {run_through.done} of {len(options.photos)} photos were colorized.")
        return STOPPED


def _option(error: AutochromeError) -> str | None:
    if isinstance(error, UnreadablePhotoError) and error.salvageable:
        return "--salvage, for what can be decoded"
    return _OPTIONS.get(type(error))


def _note_tone(source: str, colorization: Colorization) -> None:
    """Say what became of a photo's own colours unasked, and how it would not have."""
    for words in outcome_words(colorization.settings):
        for end, option in _OTHERWISE.items():
            if words.endswith(end):
                note(f"{source}: {words}{option}.")
    for words in lent_words(colorization.settings):
        note(f"{source}: {words}.")


def _write_into(pipe: Path, content: bytes) -> None:
    """Raises: UnwritableTargetError: nobody reads it any more."""
    try:
        with pipe.open("wb") as out:
            out.write(content)
    except OSError as error:
        raise unwritable_error(pipe, error) from error


@dataclass
class _Run:
    """One command's photos, and what has been written so far."""

    options: ColorizeOptions
    opening: Future[OpenedModels]
    reading: Future[ReadSource | None] | None
    done: int = 0
    written: set[Path] = field(default_factory=set)
    _said: list[Path | bytes] = field(default_factory=list)
    _decision: TintDecision | None = None

    def all(self, sources: Iterable[str]) -> int:
        """Every photo, whatever happens to the others; the exit status."""
        status = OK
        for source in sources:
            try:
                self._one(source)
            except (KeyboardInterrupt, _NotOpenedError):
                raise
            except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
                self._say_results(source)
                say_failure(source, error, _option, json=self.options.json)
                status = FAILED
            else:
                self._say_results(source)
                self.done += 1
        _ = self._colorizer  # one that could not be opened is said, whatever the photos were
        return status

    @cached_property
    def _colorizer(self) -> Colorizer:
        """Waits for the model. Raises: _NotOpenedError."""
        try:
            colorizer = Colorizer.of(*self.opening.result())
        except AutochromeError as error:
            raise _NotOpenedError(error) from error
        note_models(colorizer)
        return colorizer

    def _say_results(self, source: str) -> None:
        """Standard output has what was made; apart from the work, which it must not end."""
        said, self._said = self._said, []
        for result in said:
            if isinstance(result, bytes):
                output_bytes(result)
            elif self.options.json:
                output_json("done", source=source, target=result, **decision_facts(self._decision))
            else:
                output_path(result, print0=self.options.print0)

    def _one(self, source: str) -> None:
        photo = self._read(source)
        target, name = self._target(source, photo)
        if target is not None and not is_pipe(target):
            self._check(target, photo)
        options, own = self.options, self._edit(photo)
        seen = turned(self._repaired(source, photo, own.repair), own)
        photo, edit = seen.photo, seen.edit
        if options.cut_borders:
            from core.batch.page_edit import with_border_cut  # noqa: PLC0415  (only this needs it)

            edit = with_border_cut(photo, edit)
        colorization = self._colorizer.colorize(
            photo,
            size=edit.size,
            hints=edit.hints,
            strokes=edit.strokes,
            seed=edit.seed,
            recolor=edit.recolor,
            tint=replace(options.tint, tone=edit.tone, keep_ink=edit.keep_ink),
            references=edit.references,
        )
        self._decision = colorization.decision
        _note_tone(source, colorization)
        result = framed_result(colorization.stream(edit.look), edit)
        if target is None:
            self._said.append(encode_photo(result, name, options.save))
            return
        if is_pipe(target):
            _write_into(target, encode_photo(result, name, options.save))
            return
        self._write(result, target, name)
        self._copy_sidecars(result, target, name)
        if options.before_after:
            before, after = photo, colorization.render(edit.look)
            both = side_by_side(framed(before, edit), framed(after, edit))
            self._write(both, result_paths.before_after_path(target), name)

    def _read(self, source: str) -> Photo:
        first, self.reading = self.reading, None
        read = None if first is None else first.result()
        read = read or read_source(source, salvage=self.options.salvage)
        for sentence in read.notes:
            note(sentence)
        return read.photo

    def _repaired(self, source: str, photo: Photo, edit: RepairEdit) -> Photo:
        """The photo as its edit or the command line wants it repaired."""
        if edit.asked == RepairEdit():
            return photo
        from core.repair.repair import repaired_as  # noqa: PLC0415  (only this needs it)

        repair = repaired_as(photo, edit)
        for sentence in (*repair.notes, f"{repair}."):
            note(f"{source}: {sentence}")
        return repair.photo

    def _edit(self, photo: Photo) -> Edit:
        """What the command line says, and of the photo's own edit whatever it says nothing of."""
        options = self.options
        hints = [parse_hint(text, photo.width, photo.height) for text in options.hints]
        asked = Edit(
            look=options.look,
            hints=tuple(hints),
            seed=options.seed,
            recolor=options.recolor,
            size=options.size,
            tone=options.tint.tone,
            keep_ink=options.tint.keep_ink,
            like="" if options.like is None else str(options.like),
            repair=options.repair,
        )
        if options.ignore_edits or photo.source is None:
            return asked
        own = read_sidecar(photo.source)
        return asked if own is None else asked.over(own)

    def _target(self, source: str, photo: Photo) -> tuple[Path | None, str]:
        """Where the result goes (None: standard output) and in which format."""
        options = self.options
        output, name, several = options.output, options.save.format, len(options.photos) > 1
        if output == STANDARD or (output is None and source == STANDARD):
            return None, name or result_paths.result_format(None, photo.format, photo.depth)
        place = ResultPlace(output, name, several)
        path = Path("stdin" if source == STANDARD else source)
        return place.target(path, photo, self.written)

    def _check(self, target: Path, photo: Photo) -> None:
        """Refuse before the work is done; writing looks again."""
        paths = [
            target,
            *([result_paths.before_after_path(target)] if self.options.before_after else []),
        ]
        for path in paths:
            check_target(path, photo.source, overwrite=self.options.overwrite)
            if path.resolve() in self.written:
                message = f"{path} is the result of an earlier photo of this command: rename one."
                raise WriteError(message, path)

    def _write(self, photo: WritablePhoto, target: Path, name: str) -> None:
        save = replace(self.options.save, format=name)
        write_photo(photo, target, save, overwrite=self.options.overwrite)
        self.written.add(target.resolve())
        self._said.append(target)

    def _copy_sidecars(self, photo: WritablePhoto, target: Path, name: str) -> None:
        if self.options.copy_sidecars and photo.source is not None:
            overwrite = self.options.overwrite
            facts = file_facts(photo, name)
            for error in copy_sidecars(photo.source, target, facts, overwrite=overwrite):
                note(str(error))
