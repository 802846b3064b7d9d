"""The steps of one job: look at it, read a page, colorize it, write it.

Nothing here knows a queue or a thread: the engine of one machine lets steps of neighbouring photos
overlap, `core.batch.run_job` goes through them one after another.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

import numpy as np

from core.batch.fingerprint import batch_provenance, recipe_of
from core.color import F32
from core.colorize.look import Look
from core.errors import AlreadyColoredError, TargetExistsError, UnwritableTargetError
from core.files.atomic import check_target, unwritable
from core.inference.model_spec import ModelSpec
from core.photo.formats import format_label, target_format
from core.photo.multipage_tiff import PageWriter
from core.photo.photo import Photo
from core.photo.probe import read_header
from core.photo.read import read_photo
from core.photo.source import PhotoSource
from core.photo.write import write_photo
from core.queue.job import KEEP, IfExists, Job, JobSettings, Recipe


class Painted(Protocol):
    """What the engine needs of a `core.colorize.colorization.Colorization`."""

    @property
    def confidence(self) -> F32 | None:
        """(h, w) in 0..1."""

    @property
    def settings(self) -> Mapping[str, str | float | int]:
        """For the provenance."""

    def render(self, look: Look | None = None) -> Photo:
        """The colour photo."""


class Device(Protocol):
    """What the engine needs of a `core.inference.session.Session`."""

    @property
    def provider(self) -> str:
        """What ONNX Runtime said it uses."""


class Painter(Protocol):
    """What the engine needs of a `core.colorize.colorizer.Colorizer`."""

    @property
    def spec(self) -> ModelSpec:
        """The model."""

    @property
    def session(self) -> Device:
        """The device."""

    def colorize(
        self, photo: Photo, *, size: int | None, seed: int | None, recolor: bool
    ) -> Painted:
        """One photo's colours; called by one thread at a time."""


@dataclass(frozen=True)
class Found:
    """What a look at a job's source and target said, when there is something to do.

    Attributes:
        format: of the result.
        pages: how many there are to colorize.
        page_megapixels: of the first; a guess where only decoding would tell.
        overwrite: whether the file at the target is an older result.
    """

    recipe: Recipe
    format: str
    pages: int
    page_megapixels: float
    overwrite: bool
    target: Path


@dataclass(frozen=True)
class Settled:
    """Nothing is to be done.

    Attributes:
        kind: `core.queue.job.Job.error_kind`.
        recipe: of the file at the target, where that is known.
        done: the file is this very job's, from a run that died before it could say so.
    """

    reason: str
    kind: str
    recipe: Recipe | None = None
    done: bool = False


@dataclass
class Progress:
    """What has been made of a job so far."""

    found: Found
    page: int = 0
    megapixels: float = 0.0
    confidences: list[float] = field(default_factory=list)
    writer: PageWriter | None = None

    @property
    def confidence(self) -> float | None:
        """The mean of all pages."""
        return float(np.mean(self.confidences)) if self.confidences else None

    def abandon(self) -> None:
        """Leave no half document behind."""
        if self.writer is not None:
            self.writer.abandon()
            self.writer = None


def look_at(job: Job, model_sha256: str, max_megapixels: float) -> Found | Settled:
    """Decide from content what is to be done; pixels are not decoded.

    Raises:
        PhotoError: the source cannot be used.
        WriteError: the target cannot be.
    """
    settings, target = job.settings, job.target
    name = target_format(target, None if settings.format == KEEP else settings.format)
    there = os.path.lexists(target)
    if there and job.if_exists is IfExists.SKIP and job.attempts <= 1:
        return Settled(f"{target.name} exists already.", TargetExistsError.__name__)
    with PhotoSource(job.source) as source:
        recipe = Recipe(source.sha256(), model_sha256, settings.digest())
        overwrite = job.if_exists is IfExists.OVERWRITE
        if there:
            known = _known(job)
            if settled := _settled(job, recipe, known):
                return settled
            if job.if_exists is IfExists.RENAME:
                target = free_name(target)
            elif job.if_exists is IfExists.CHANGED:
                overwrite = _is_ours(job, recipe, known)
        check_target(target, job.source, overwrite=overwrite)
        pages, megapixels = _extent(source, max_megapixels)
    if pages > 1 and name != "tiff":
        raise UnwritableTargetError(
            f"{job.source.name} has {pages} pages, and a {format_label(name)} holds one: "
            "let the result be a TIFF.",
            target,
        )
    return Found(recipe, name, pages, megapixels, overwrite, target)


def _known(job: Job) -> Recipe | None:
    """What the file at the target was made of: what it says itself, else what the queue knows.

    The file comes first: another program may have put another one there.
    """
    return recipe_of(job.target) or job.result


def _settled(job: Job, wanted: Recipe, known: Recipe | None) -> Settled | None:
    """The answer where a file is at the target and may stay as it is."""
    same = known == wanted
    if same and job.attempts > 1:
        return Settled("finished before the program was stopped.", "", known, done=True)
    if job.if_exists is IfExists.SKIP:
        return Settled(f"{job.target.name} exists already.", TargetExistsError.__name__)
    if same and job.if_exists is IfExists.CHANGED:
        reason = "neither the photo nor the model nor the settings have changed."
        return Settled(reason, "Unchanged", known)
    return None


def _is_ours(job: Job, wanted: Recipe, known: Recipe | None) -> bool:
    """Whether the file at the target is an older result of this photo.

    Raises:
        TargetExistsError: it is somebody else's.
    """
    of_this_photo = job.result is not None or (
        known is not None and known.source_sha256 == wanted.source_sha256
    )
    if not of_this_photo:
        raise TargetExistsError(
            f"{job.target.name} exists already and was not made from {job.source.name}: allow "
            "overwriting or renaming, or choose another folder.",
            job.target,
        )
    return True


def free_name(target: Path, taken: Collection[Path] = ()) -> Path:
    """``scan.jpg`` -> ``scan_2.jpg``: the first number at which nothing is or is to be."""
    for number in count(2):
        path = target.with_stem(f"{target.stem}_{number}")
        if path not in taken and not os.path.lexists(path):
            break
    return path


def _extent(source: PhotoSource, max_megapixels: float) -> tuple[int, float]:
    """Pages, and megapixels of the first one, from the header.

    Where only decoding would tell, the file's size has to do: a camera's raw file has about two
    bytes a pixel.
    """
    header = read_header(source, max_megapixels)
    return header.pages, header.page_megapixels or max(12.0, source.size / 2e6)


def read_page(job: Job, page: int, max_megapixels: float) -> Photo:
    """Decode one page. Raises: PhotoError."""
    return read_photo(job.source, page=page, max_megapixels=max_megapixels)


def paint(painter: Painter, photo: Photo, settings: JobSettings) -> Painted:
    """Run the network. Raises: AutochromeError."""
    return painter.colorize(photo, size=settings.size, seed=settings.seed, recolor=settings.recolor)


def coloured(progress: Progress, error: AlreadyColoredError) -> Settled:
    """A photo with colours that nobody asked to recolor needs nothing."""
    page = f"page {progress.page + 1}: " if progress.found.pages > 1 else ""
    return Settled(f"{page}{error}", type(error).__name__)


def write_page(job: Job, progress: Progress, painted: Painted, spec: ModelSpec) -> None:
    """Finish a page at full size and write it; the file appears with its last page.

    Raises:
        WriteError: it cannot be written.
    """
    found, settings = progress.found, job.settings
    photo = painted.render(settings.look)
    provenance = batch_provenance(spec, settings, found.recipe.source_sha256, painted.settings)
    _make_folder(found.target)
    if found.pages == 1:
        write_photo(
            photo,
            found.target,
            format=found.format,
            quality=settings.quality,
            depth=settings.depth,
            overwrite=found.overwrite,
            provenance=provenance,
        )
    else:
        if progress.writer is None:
            progress.writer = PageWriter(found.target, job.source, overwrite=found.overwrite)
        progress.writer.append(photo, depth=settings.depth, provenance=provenance)
        if progress.page + 1 == found.pages:
            progress.writer.commit()
            progress.writer = None
    progress.page += 1
    progress.megapixels += photo.megapixels
    if painted.confidence is not None:
        progress.confidences.append(float(painted.confidence.mean()))


def _make_folder(target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
