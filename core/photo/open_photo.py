"""Opening a photograph: its header and metadata; `core.photo.decode` reads the pixels later.

Only headers are read here, but of the optional formats, which their packages decode at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any, Final

import pyvips

from core.errors import PhotoError, UnreadablePhotoError, UnsupportedFormatError
from core.metadata import exif as ex
from core.metadata.metadata import Metadata, read_metadata
from core.photo.identify import LOADERS, Identity, animation_error, identify
from core.photo.label import Label, damaged_error, size_check
from core.photo.optional_readers import READERS
from core.photo.source import PhotoSource
from core.photo.vips import vips_reason

#: Formats whose EXIF orientation counts; the others turn their pixels by means of their own.
_EXIF_TURNS: Final = frozenset({"jpeg", "png", "tiff", "webp"})

# libvips remembers files by name, and would give old pixels for a file that has changed
pyvips.cache_set_max(0)


@dataclass(frozen=True, eq=False)
class OpenedPhoto:
    """A photo whose header has been read.

    Attributes:
        image: libvips' image: header and metadata; pixels come when they are asked for.
        format: ``jpeg``, ``png``, ``tiff``...
        label: for error messages.
        metadata: what came with it; the resolution is the upright photo's.
        orientation: the EXIF orientation that has still to be applied, 1 to 8.
    """

    image: pyvips.Image
    format: str
    label: Label
    metadata: Metadata = field(default_factory=Metadata)
    orientation: int = 1

    def with_image(self, image: pyvips.Image) -> OpenedPhoto:
        """The same photo, decoded at another size."""
        return replace(self, image=image)

    @property
    def pages(self) -> int:
        """How many pages a TIFF has; 1 for other formats."""
        return _pages(self.image) if self.format == "tiff" else 1

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height once it is turned upright, in pixels."""
        size = self.image.width, self.image.height
        return size[::-1] if self.orientation >= 5 else size


@contextmanager
def photo_errors(label: Label) -> Iterator[None]:
    """Whatever a decoder or a damaged file makes Python raise -> `UnreadablePhotoError`."""
    try:
        yield
    except (PhotoError, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:  # a panic of Rust's is no Exception
        raise damaged_error(label, type(error).__name__) from error


def open_photo(
    source: PhotoSource, page: int = 0, max_megapixels: float = math.inf, **options: object
) -> OpenedPhoto:
    """Read the header and metadata of a photo.

    Args:
        source: its bytes.
        page: which page of a multi-page TIFF, from 0.
        max_megapixels: refuse larger ones.
        options: of libvips' loader.

    Raises:
        PhotoError: every kind but `AlreadyColoredError`; see `core.photo.read.read_photo`.
    """
    with photo_errors(source.label):
        return open_identified(source, identify(source), page, max_megapixels, **options)


def open_identified(
    source: PhotoSource,
    identity: Identity,
    page: int = 0,
    max_megapixels: float = math.inf,
    **options: object,
) -> OpenedPhoto:
    """`open_photo` of a photo whose format is known already."""
    check = size_check(source.label, max_megapixels)
    if identity.format in READERS:
        image = READERS[identity.format](source, check)
    else:
        image = load_image(source, identity.format, page, **options)
    check(image.width, image.height)
    return with_metadata(image, identity, source, page)


def with_metadata(
    image: pyvips.Image, identity: Identity, source: PhotoSource, page: int = 0
) -> OpenedPhoto:
    """An image and the metadata that came with it.

    Raises:
        UnreadablePhotoError: a page that other formats than TIFF do not have.
        AnimatedPhotoError: a GIF or WebP of several frames.
    """
    if page and identity.format != "tiff":
        raise _no_page(source.label, page, 1)
    if identity.format in ("gif", "webp") and _pages(image) > 1:
        raise animation_error(source.label)
    tiff = identity.tiff if not page else ex.parse(ex.page_reader(source.read, page))
    metadata = read_metadata(image, tiff)
    orientation = metadata.orientation if identity.format in _EXIF_TURNS else 1
    if orientation >= 5 and metadata.resolution is not None:
        metadata = replace(metadata, resolution=metadata.resolution[::-1])
    return OpenedPhoto(image, identity.format, source.label, metadata, orientation)


def load_image(source: PhotoSource, name: str, page: int = 0, **options: object) -> pyvips.Image:
    """The lazy image of libvips' loader for a format.

    Raises:
        UnreadablePhotoError: a damaged header, or no such page.
        UnsupportedFormatError: samples that libvips does not read.
    """
    options = {"access": "sequential", "fail_on": "error", **options}
    load: Callable[..., Any] = getattr(pyvips.Image, LOADERS[name])
    try:
        if page and name == "tiff":
            pages = _pages(load(source.vips_source(), **options))
            if not 0 <= page < pages:
                raise _no_page(source.label, page, pages)
            options["page"] = page
        return load(source.vips_source(), **options)
    except pyvips.Error as error:
        raise _load_error(source.label, error) from error


def _load_error(label: Label, error: pyvips.Error) -> PhotoError:
    if "bad labq format" in str(error):  # libvips 8.18 cannot read its own 8-bit L*a*b*
        return UnsupportedFormatError(
            f"{label.name} is an 8-bit Lab picture: save it as RGB or with 16 bits.", label.path
        )
    if "samples out of range" in str(error):  # not damaged: libvips reads no 64-bit samples
        return UnsupportedFormatError(
            f"{label.name} holds samples of more than 32 bits, which have no fixed black and "
            "white: save it with 8 or 16 bits per channel.",
            label.path,
        )
    return damaged_error(label, vips_reason(error))


def _pages(image: pyvips.Image) -> int:
    return int(image.get("n-pages")) if "n-pages" in image.get_fields() else 1


def _no_page(label: Label, page: int, pages: int) -> UnreadablePhotoError:
    return UnreadablePhotoError(
        f"{label.name} has no page {page + 1}, only {pages}: choose another page.", label.path
    )
