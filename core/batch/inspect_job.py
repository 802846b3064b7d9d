"""The first step of a job: what is to be done, decided from content; pixels are not decoded."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from core.batch.fingerprint import stated_fingerprint
from core.batch.result_files import page_target
from core.colorize.edits import Edit
from core.errors import TargetExistsError, UnwritableTargetError
from core.files.atomic import check_target
from core.files.names import with_tail
from core.inference.model_spec import ModelSpec
from core.photo.formats import format_label, target_format
from core.photo.probe import read_header
from core.photo.source import PhotoSource
from core.queue.job import EARLIER_MODEL, Fingerprint, IfExists, Job, Pages
from core.queue.job_edit import job_edit, own_edit, own_pages, settings_digest
from core.queue.mark import KEPT
from core.repair.repair import bundled_repairer


@dataclass(frozen=True)
class Inspection:
    """What a job's source and target are, where there is something to do.

    Attributes:
        fingerprint: of the result to be made.
        format: of the result.
        pages: how many there are to colorize.
        page_megapixels: of the first; a guess where only decoding would tell.
        overwrite: whether the file at the target is an older result.
        own: what a person chose for the photo in the window.
        is_split: whether each page becomes a file of its own, beside `target`.
        target: the job's, or a free name where another file is to stay there.
    """

    fingerprint: Fingerprint
    format: str
    pages: int
    page_megapixels: float
    overwrite: bool
    target: Path
    is_split: bool = False
    own: Edit = field(default_factory=Edit)


@dataclass(frozen=True)
class NothingToDo:
    """The job needs no work.

    Attributes:
        reason: the sentence for a person.
        kind: `core.queue.job.Job.error_kind`.
        fingerprint: of the file at the target, where that is known.
        done: the file is this very job's, from a run that died before it could say so.
        split_pages: as `core.queue.job.Job.split_pages`.
        unsure: whether there is something to do a person has to say.
    """

    reason: str
    kind: str
    fingerprint: Fingerprint | None = None
    done: bool = False
    unsure: bool = False
    split_pages: int | None = None


def inspect_job(job: Job, model: ModelSpec, max_megapixels: float) -> Inspection | NothingToDo:
    """Look at a job's source and at what is at its target already.

    Raises:
        PhotoError: the source cannot be used.
        WriteError: the target cannot be.
    """
    settings, target = job.settings, job.target
    name = target_format(target, settings.save_options.format)
    if settings.pages is Pages.SPLIT and (
        split := _inspect_split(job, name, model, max_megapixels)
    ):
        return split
    exists = os.path.lexists(target)
    if exists and job.if_exists is IfExists.SKIP and job.attempts <= 1:
        return NothingToDo(f"{target.name} exists already.", TargetExistsError.__name__)
    own = own_edit(job.source, job.settings)
    with PhotoSource(job.source) as source:
        fingerprint = _fingerprint(source, own, job, model.sha256)
        overwrite = job.if_exists is IfExists.OVERWRITE
        if exists:
            # the file itself comes first: another program may have put another one there
            known = stated_fingerprint(target) or job.result
            if nothing := _nothing_to_do(job, model, fingerprint, known):
                return nothing
            if job.if_exists is IfExists.RENAME:
                target = free_name(target)
            elif job.if_exists.looks_at_content:
                overwrite = _is_ours(job, fingerprint, known)
        check_target(target, job.source, overwrite=overwrite)
        pages, megapixels = _extent(source, max_megapixels)
    if pages > 1 and name != "tiff":
        raise UnwritableTargetError(
            f"{job.source.name} has {pages} pages, and a {format_label(name)} holds one: "
            "let the result be a TIFF, or split the pages.",
            target,
        )
    return Inspection(fingerprint, name, pages, megapixels, overwrite, target, own=own)


def _fingerprint(source: PhotoSource, own: Edit, job: Job, model_sha256: str) -> Fingerprint:
    """Of the result to be made."""
    pages = own_pages(job.source, job.settings)
    edits = (job_edit(each, job.settings) for each in (own, *pages.values()))
    finds = any(edit.repair.asked.find for edit in edits)
    detector = bundled_repairer().model.sha256 if finds else ""
    digest = settings_digest(own, job.settings, pages, detector=detector)
    return Fingerprint(source.sha256(), model_sha256, digest)


def _inspect_split(
    job: Job, name: str, model: ModelSpec, max_megapixels: float
) -> Inspection | NothingToDo | None:
    """`inspect_job` of a document whose pages become files; None where it has one page."""
    own = own_edit(job.source, job.settings)
    with PhotoSource(job.source) as source:
        pages, megapixels = _extent(source, max_megapixels)
        if pages == 1:
            return None
        fingerprint = _fingerprint(source, own, job, model.sha256)
    target, overwrite = job.target, job.if_exists is IfExists.OVERWRITE
    files = [page_target(target, page, pages) for page in range(pages)]
    there = [file for file in files if os.path.lexists(file)]
    if there:
        stated = {stated_fingerprint(file) for file in there} - {None}
        whole = len(there) == len(files)
        known = fingerprint if stated == {fingerprint} else job.result
        if whole and (nothing := _nothing_to_do(job, model, fingerprint, known)):
            return replace(nothing, split_pages=pages)
        if job.if_exists is IfExists.RENAME:
            target = free_name(target)
        elif job.if_exists.looks_at_content:
            overwrite = _is_ours(job, fingerprint, next(iter(stated), None))
    for file in files if target == job.target else []:
        check_target(file, job.source, overwrite=overwrite)
    return Inspection(
        fingerprint, name, pages, megapixels, overwrite, target, is_split=True, own=own
    )


def _nothing_to_do(
    job: Job, model: ModelSpec, wanted: Fingerprint, known: Fingerprint | None
) -> NothingToDo | None:
    """The answer where a file is at the target and may stay as it is."""
    same = known == wanted
    if same and job.attempts > 1:
        return NothingToDo("finished before the program was stopped.", "", known, done=True)
    if job.if_exists is IfExists.SKIP:
        return NothingToDo(f"{job.target.name} exists already.", TargetExistsError.__name__)
    if job.mark in KEPT and job.if_exists.looks_at_content:
        return NothingToDo(
            f"it was marked {job.mark}: ask for it to make it anew.", "Marked", known
        )
    if same and job.if_exists.looks_at_content:
        reason = "neither the photo nor the model nor the settings have changed."
        return NothingToDo(reason, "Unchanged", known)
    if job.if_exists is IfExists.CHANGED and _is_of_earlier_model(model, wanted, known):
        return NothingToDo(
            "an earlier model made it: ask for it to make it anew with this one.",
            EARLIER_MODEL,
            known,
        )
    return None


def _is_of_earlier_model(model: ModelSpec, wanted: Fingerprint, known: Fingerprint | None) -> bool:
    """Whether only a new version of the program's own model would make it another."""
    return (
        known is not None
        and known.model_sha256 in model.earlier
        and replace(known, model_sha256=wanted.model_sha256) == wanted
    )


def _is_ours(job: Job, wanted: Fingerprint, known: Fingerprint | None) -> bool:
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
        path = with_tail(target, f"_{number}")
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
