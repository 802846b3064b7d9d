"""`PhotoHeader`: what a photo's file says of itself, without its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.errors import PhotoError
from core.photo.label import Label, size_check


@dataclass(frozen=True, slots=True)
class PhotoHeader:
    """What a photo's file says of itself, without its pixels.

    Attributes:
        format: by its bytes: ``jpeg``, ``tiff``, ``raw``...; None where they are of no picture.
        pages: how many photos are in it: pages of a TIFF or a PDF; 1 for other formats.
        width, height: of the first page, upright, in pixels; None where only decoding would tell
            (camera raw, JPEG XL) or `error` is set.
        date_taken: by what its file and its sidecars say.
        is_result: it says that Autochrome made it.
        error: why it cannot be read.
        was_opened: whether its bytes could be looked at.
    """

    format: str | None = None
    pages: int = 1
    width: int | None = None
    height: int | None = None
    date_taken: date | None = None
    is_result: bool = False
    error: PhotoError | None = None
    was_opened: bool = False

    @property
    def page_megapixels(self) -> float | None:
        """Millions of pixels of the first page."""
        if self.width is None or self.height is None:
            return None
        return self.width * self.height / 1e6

    @property
    def megapixels(self) -> float | None:
        """Millions of pixels of all pages, were they as large as the first."""
        return None if self.page_megapixels is None else self.page_megapixels * self.pages

    def check(self, path: Path, max_megapixels: float) -> None:
        """Raise what reading the photo at `path` would raise, as far as its header tells.

        Raises:
            PhotoError: `error`, or more than `max_megapixels`.
        """
        if self.error is not None:
            raise self.error
        size_check(Label.of(path), max_megapixels)(self.width or 0, self.height or 0)
