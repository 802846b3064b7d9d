"""What is done to one page: a person's edit, the job's settings, and a border that is cut off."""

from __future__ import annotations

from dataclasses import replace

from core.colorize.edits import Crop, Edit
from core.colorize.framing import with_places_turned
from core.photo.frame import Frame
from core.photo.photo import Photo
from core.queue.job import Job
from core.queue.job_edit import job_edit
from core.scans.border import without_border


def page_edit(job: Job, photo: Photo, own: Edit, *, varied: bool) -> Edit:
    """The edit of a turned page, its places turned with it.

    Args:
        job: whose settings count where a person said nothing.
        photo: the page, turned by ``own.turn``.
        own: what a person chose for it.
        varied: whether the model has other colours to give than its first choice; else a seed was
            meant for another one.
    """
    edit = with_places_turned(job_edit(own, job.settings), own.turn)
    if job.settings.cut_borders:
        edit = with_border_cut(photo, edit)
    return edit if varied else replace(edit, seed=None)


def with_border_cut(photo: Photo, edit: Edit) -> Edit:
    """The edit with a crop that leaves the border of a turned photo out; as it is without one."""
    if edit.crop is not None:
        return edit
    width, height = photo.width, photo.height
    inner = without_border(photo.pixels, Frame(width / 2, height / 2, float(width), float(height)))
    if (inner.width, inner.height) == (width, height):
        return edit
    left, top = inner.x - inner.width / 2, inner.y - inner.height / 2
    crop = Crop(left / width, top / height, inner.width / width, inner.height / height)
    return replace(edit, crop=crop)
