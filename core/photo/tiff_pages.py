"""Which pages of a TIFF are photos, and which only accompany one.

Scanners, viewers and archives add to the one picture: a thumbnail, smaller copies for viewers, a
mask, the infrared picture of a dust sensor. They are passed over, and the photo is the largest
full picture. Sources: TIFF 6.0 (NewSubfileType, SubfileType), DNG 1.7 (NewSubfileType), and what
SilverFast, VueScan and NikonScan write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from core.metadata.tiff_file import Directory, directories, sub_directories
from core.photo.source import PhotoSource

_NEW_SUBFILE_TYPE, _SUBFILE_TYPE = 254, 255
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _PHOTOMETRIC = 256, 257, 258, 259, 262
_DESCRIPTION, _SAMPLES, _PAGE_NAME, _SOFTWARE, _EXTRA_SAMPLES = 270, 277, 285, 305, 338
#: NewSubfileType: only "a page of several" is said of a photo; every other bit is of a reduced
#: copy, a mask, a depth map, or what a converter made of the photo.
_PAGE_OF_SEVERAL: Final = 2
#: SubfileType, its older brother: 2 is a reduced copy.
_REDUCED: Final = 2
_MASK: Final = 4
#: Colours of a photometric interpretation (TIFF 6.0; CFA and linear raw: DNG).
_COLOURS: Final = {2: 3, 5: 4, 6: 3, 8: 3, 9: 3, 10: 3}
#: ExtraSamples: 1 is associated (premultiplied) alpha, 2 unassociated; 0 is anything else.
_ALPHA: Final = (1, 2)
_INFRARED: Final = re.compile(r"\b(?:infra-?red|ir|isrd|dust ?map|digital ice)\b", re.IGNORECASE)
_INFRARED_WRITERS: Final = ("silverfast", "hdri")
#: Smaller copies are at most so large: viewers halve.
_COPY: Final = 0.55

#: Compressions that results may have -> libvips' names of them.
_LOSSLESS: Final = {1: "none", 5: "lzw", 8: "deflate", 32773: "packbits", 32946: "deflate"}


@dataclass(frozen=True)
class TiffPage:
    """One page of a TIFF, by its directory.

    Attributes:
        index: which of the chain, from 0.
        sub: which of the directories below it holds the picture; None: the page's own.
    """

    index: int
    directory: Directory
    sub: int | None = None

    @property
    def width(self) -> int:
        """Pixels, as stored."""
        return self.directory.number(_WIDTH)

    @property
    def height(self) -> int:
        """Pixels, as stored."""
        return self.directory.number(_HEIGHT)

    @property
    def compression(self) -> int:
        """TIFF 6.0's number; 1 where it is not said."""
        return self.directory.number(_COMPRESSION, 1)

    @property
    def lossless(self) -> str | None:
        """What libvips calls its compression, where it loses nothing and results may have it."""
        return _LOSSLESS.get(self.compression)

    @property
    def photometric(self) -> int:
        """0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr, 8 and 9 Lab."""
        return self.directory.number(_PHOTOMETRIC, 1)

    @property
    def samples(self) -> int:
        """Samples of a pixel."""
        return self.directory.number(_SAMPLES, 1)

    @property
    def bits(self) -> int:
        """Bits of a sample."""
        return self.directory.number(_BITS, 1)

    @property
    def colours(self) -> int:
        """How many samples of a pixel are its colour."""
        colours = _COLOURS.get(self.photometric, 1)
        return min(colours, self.samples)

    @property
    def alpha(self) -> int | None:
        """Which sample is alpha, from 0; None where none is."""
        said = self.directory.numbers(_EXTRA_SAMPLES)[: max(0, self.samples - self.colours)]
        found = next((i for i, value in enumerate(said) if value in _ALPHA), None)
        return None if found is None else self.colours + found

    @property
    def infrared_sample(self) -> int | None:
        """Which sample is of no colour and no alpha, from 0: a scanner's infrared picture."""
        others = [i for i in range(self.colours, self.samples) if i != self.alpha]
        return others[0] if len(others) == 1 and self.photometric == 2 else None

    @property
    def is_full_picture(self) -> bool:
        """Whether it says of itself to be neither a reduced copy nor a mask."""
        kind = self.directory.number(_NEW_SUBFILE_TYPE)
        reduced = self.directory.number(_SUBFILE_TYPE) == _REDUCED
        return not (kind & ~_PAGE_OF_SEVERAL or reduced or self.photometric == _MASK)

    def is_infrared_of(self, photo: TiffPage) -> bool:
        """Whether it is the infrared picture that a scanner took with a colour page before it."""
        alike = (self.width, self.height, self.bits) == (photo.width, photo.height, photo.bits)
        if not alike or self.samples != 1 or photo.colours != 3 or self.photometric not in (0, 1):
            return False
        texts = [self.directory.text(tag) for tag in (_DESCRIPTION, _PAGE_NAME)]
        software = f"{photo.directory.text(_SOFTWARE)} {self.directory.text(_SOFTWARE)}".lower()
        said = any(_INFRARED.search(text) for text in texts)
        return said or any(name in software for name in _INFRARED_WRITERS)

    def may_be_a_copy_of(self, other: TiffPage) -> bool:
        """Whether it has the other's shape and is half as large at most."""
        scale = self.width / other.width if other.width else 1.0
        same_shape = abs(self.height - other.height * scale) <= 1.5
        return 0 < scale <= _COPY and same_shape


def tiff_pages(source: PhotoSource) -> tuple[TiffPage, ...]:
    """All pages of a TIFF, the photos and what goes with them; empty where it has none."""
    return tuple(
        TiffPage(index, directory) for index, directory in enumerate(directories(source.read))
    )


def photo_pages(pages: tuple[TiffPage, ...]) -> tuple[TiffPage, ...]:
    """The pages that are photos. Where none says so, the largest one is."""
    pages = tuple(filter(_has_size, pages))
    full = [page for page in pages if page.is_full_picture]
    if not full and (candidates := [*pages, *_below(pages)]):
        largest = max(candidates, key=lambda page: (page.is_full_picture, page.width * page.height))
        return (largest,)
    photos: list[TiffPage] = []
    for page in full:
        if not (photos and page.is_infrared_of(photos[-1])) and not _is_unsaid_infrared(page, full):
            photos.append(page)
    return tuple(photos)


def infrared_page(pages: tuple[TiffPage, ...], photo: TiffPage) -> TiffPage | None:
    """The page with a photo's infrared picture."""
    full = [page for page in pages if page.is_full_picture]
    for page in full:
        follows = page.index > photo.index
        if follows and (page.is_infrared_of(photo) or _is_unsaid_infrared(page, full)):
            return page
    return None


def _is_unsaid_infrared(page: TiffPage, full: list[TiffPage]) -> bool:
    """A colour page and one of 16 bits grey, of one size, and nothing else: a scanner's pair."""
    if len(full) != 2 or page is not full[1]:
        return False
    photo = full[0]
    alike = (page.width, page.height, page.bits) == (photo.width, photo.height, photo.bits)
    return alike and page.bits == 16 and page.samples == 1 and photo.colours == 3


def _below(pages: tuple[TiffPage, ...]) -> list[TiffPage]:
    return [
        page
        for above in pages
        for number, below in enumerate(sub_directories(above.directory))
        if _has_size(page := TiffPage(above.index, below, number))
    ]


def _has_size(page: TiffPage) -> bool:
    return page.width > 0 and page.height > 0
