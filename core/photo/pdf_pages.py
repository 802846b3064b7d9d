"""Pages of a PDF that are one picture, as albums are scanned: taken out at its own resolution.

Through pypdfium2 (PDFium), an extra. A page with visible text, drawings or several pictures is a
document's and is passed over; text that nobody sees, as text recognition lays it over a scan, is
not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Final

import numpy as np
import pyvips

from core.errors import UnreadablePhotoError
from core.photo.codes_image import image_of
from core.photo.extras import import_package, needing_an_extra
from core.photo.label import SizeCheck, damaged_error
from core.photo.source import PhotoSource

#: PDFium may not be used by two threads at once.
_PDFIUM: Final = Lock()
#: FPDF_TEXTRENDERMODE_INVISIBLE (fpdf_edit.h).
_INVISIBLE: Final = 3
_POINTS_PER_MM: Final = 72 / 25.4


@contextmanager
def _opened(source: PhotoSource) -> Iterator[Any]:
    pdfium = import_package("pypdfium2", source.label, needing_an_extra("is a PDF"))
    with _PDFIUM:
        try:
            document = pdfium.PdfDocument(source.read_all())
        except pdfium.PdfiumError as error:
            locked = "password" in str(error).lower()
            reason = "it is locked by a password" if locked else "PDFium cannot open it"
            raise damaged_error(source.label, reason) from error
        try:
            yield document
        finally:
            document.close()


def picture_pages(source: PhotoSource) -> tuple[tuple[int, ...], int]:
    """Which pages are one picture each, from 0; and how many pages there are.

    Raises:
        UnreadablePhotoError: damaged, or locked by a password.
        UnsupportedFormatError: pypdfium2 is not installed.
    """
    with _opened(source) as document:
        count = len(document)
        found = tuple(i for i in range(count) if _picture(document[i]) is not None)
    return found, count


def read_pdf(source: PhotoSource, check: SizeCheck, page: int = 0) -> pyvips.Image:
    """The picture of the n-th page that is one.

    Raises:
        UnreadablePhotoError: damaged, or no such page.
        PhotoTooLargeError: as `check` says.
    """
    return _read(source, check, page, decode=True)


def pdf_header(source: PhotoSource) -> pyvips.Image:
    """A black image of the first picture's size."""
    return _read(source, lambda *_: None, 0, decode=False)


def _read(source: PhotoSource, check: SizeCheck, page: int, *, decode: bool) -> pyvips.Image:
    with _opened(source) as document:
        pictures = (
            (sheet, picture)
            for sheet in map(document.__getitem__, range(len(document)))
            if (picture := _picture(sheet)) is not None
        )
        sheet, picture = next(
            (found for number, found in enumerate(pictures) if number == page), (None, None)
        )
        if sheet is None or picture is None:
            raise UnreadablePhotoError(
                f"{source.label.name} has no page {page + 1} that is one picture: export its "
                "pages as pictures in the program that shows it.",
                source.label.path,
            )
        width, height = picture.get_px_size()
        check(width, height)
        turned = (sheet.get_rotation() // 90) % 4
        if not decode:
            codes = np.broadcast_to(np.zeros((), np.uint8), (height, width))
        else:
            codes = _codes(picture.get_bitmap(render=False))
        codes = np.rot90(_as_placed(codes, picture.get_matrix().get()), -turned)
        image = image_of(np.ascontiguousarray(codes))
        return _with_resolution(image, picture, turned)


def _picture(page: Any) -> Any | None:  # noqa: ANN401  (pypdfium2's)
    """The image object that all of a page is, or None."""
    from pypdfium2 import raw  # noqa: PLC0415  (an extra)

    seen = []
    for thing in page.get_objects(max_depth=4):
        if thing.type == raw.FPDF_PAGEOBJ_FORM:
            continue  # its contents follow
        hidden = thing.type == raw.FPDF_PAGEOBJ_TEXT and (
            raw.FPDFTextObj_GetTextRenderMode(thing.raw) == _INVISIBLE
        )
        if not hidden:
            seen.append(thing)
    single = len(seen) == 1 and seen[0].type == raw.FPDF_PAGEOBJ_IMAGE
    return seen[0] if single else None


def _codes(bitmap: Any) -> np.ndarray[Any, np.dtype[np.uint8]]:  # noqa: ANN401
    """``(H, W)`` or ``(H, W, 3)`` in R, G, B."""
    codes = np.array(bitmap.to_numpy())
    if codes.ndim == 2 or codes.shape[2] == 1:
        return codes.reshape(codes.shape[:2])
    rgb = codes[..., :3]
    return rgb if bitmap.rev_byteorder else rgb[..., ::-1]


def _as_placed(codes: Any, matrix: tuple[float, ...]) -> Any:  # noqa: ANN401
    """Turned and mirrored as the page shows it (ISO 32000-1, 8.3.3 and 8.9.5)."""
    a, b, c, d = matrix[:4]
    if abs(a) + abs(d) >= abs(b) + abs(c):
        codes = codes[:, ::-1] if a < 0 else codes
        return codes[::-1] if d < 0 else codes
    codes = codes.swapaxes(0, 1)
    codes = codes[::-1] if b > 0 else codes
    return codes[:, ::-1] if c > 0 else codes


def _with_resolution(image: pyvips.Image, picture: Any, turned: int) -> pyvips.Image:  # noqa: ANN401
    left, bottom, right, top = picture.get_bounds()
    wide, high = (right - left, top - bottom) if turned % 2 == 0 else (top - bottom, right - left)
    if wide <= 0 or high <= 0:
        return image
    image = image.copy(
        xres=image.width / wide * _POINTS_PER_MM, yres=image.height / high * _POINTS_PER_MM
    )
    image.set_type(pyvips.GValue.gstr_type, "resolution-unit", "in")
    return image
