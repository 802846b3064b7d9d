"""What a photo's own sidecar adds to the settings of its job."""

from __future__ import annotations

import hashlib
from pathlib import Path

from core.codec import to_json, to_plain
from core.colorize.edits import Edit
from core.colorize.sidecar import read_sidecar
from core.queue.job import JobSettings


def own_edit(source: Path, settings: JobSettings) -> Edit:
    """What lies beside a photo; ``Edit()`` where nothing does, or where it is not to count."""
    if settings.ignore_edits:
        return Edit()
    return read_sidecar(source) or Edit()


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
    )
    return own.over(asked)


def settings_digest(own: Edit, settings: JobSettings) -> str:
    """`JobSettings.digest`, with what a photo's own edit changes of the result.

    Photos without a sidecar have the digest they always had.
    """
    digest = settings.digest()
    if own == Edit():
        return digest
    plain, nothing = to_plain(own), to_plain(Edit())
    chosen = {name: value for name, value in plain.items() if value != nothing[name]}
    return hashlib.sha256(f"{digest} {to_json(chosen)}".encode()).hexdigest()
