"""What a photo's own sidecar adds to the settings of its job."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.codec import to_json, to_plain
from core.colorize.edits import Edit
from core.colorize.sidecar import load_sidecar, read_sidecar
from core.queue.job import JobSettings
from core.repair.edits import RepairEdit


def own_edit(source: Path, settings: JobSettings) -> Edit:
    """What lies beside a photo; ``Edit()`` where nothing does, or where it is not to count."""
    if settings.ignore_edits:
        return Edit()
    return read_sidecar(source) or Edit()


def own_pages(source: Path, settings: JobSettings) -> dict[int, Edit]:
    """What lies beside a document for its other pages than the first, by their numbers from 0."""
    sidecar = None if settings.ignore_edits else load_sidecar(source)
    pages = {} if sidecar is None else sidecar.pages
    return {page: work.edit for page, work in pages.items() if work.edit != Edit()}


def job_edit(own: Edit, settings: JobSettings) -> Edit:
    """A photo's own edit, and of the job's settings whatever it says nothing of."""
    asked = Edit(
        look=settings.look,
        seed=settings.seed,
        recolor=settings.recolor,
        size=settings.size,
        tone=settings.tone,
        keep_ink=settings.keep_ink,
        like=settings.like,
        repair=RepairEdit.automatic(repair=settings.repair, levels=settings.auto_levels),
    )
    return own.over(asked)


def made_with(source: Path, settings: JobSettings, page: int = 0) -> Edit:
    """The edit that the result of a page, from 0, is made with."""
    own = own_pages(source, settings).get(page, Edit()) if page else own_edit(source, settings)
    return job_edit(own, settings)


def settings_digest(
    own: Edit,
    settings: JobSettings,
    pages: Mapping[int, Edit] | None = None,
    *,
    detector: str = "",
) -> str:
    """`JobSettings.digest`, with what the own edits of a photo, or of pages, change of the result.

    Photos without a sidecar have the digest they always had. ``detector`` is the hash of what finds
    the damage that is repaired; empty where none is.
    """
    digest = settings.digest()
    chosen = _chosen(own)
    if pages:
        chosen["pages"] = {str(page): _chosen(edit) for page, edit in pages.items()}
    if detector:
        chosen["detector"] = detector
    return hashlib.sha256(f"{digest} {to_json(chosen)}".encode()).hexdigest() if chosen else digest


def _chosen(own: Edit) -> dict[str, Any]:
    plain, nothing = to_plain(replace(own, repair=own.repair.asked)), to_plain(Edit())
    return {name: value for name, value in plain.items() if value != nothing[name]}
