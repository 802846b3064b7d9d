"""Opening a photograph: its header and metadata; `core.photo.decode` reads the pixels later.

Only headers are read here, but of the optional formats, which their packages decode at once.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import pyvips

from core.errors import PhotoError, UnreadablePhotoError, UnsupportedFormatError
from core.metadata.embedded import read_embedded
from core.metadata.metadata import Metadata, read_metadata
from core.photo.codes_image import check_sides
from core.photo.formats import EXIF_TURNS
from core.photo.identify import Identity, animation_error, identify
from core.photo.jpeg_process import jpeg_frame, load_uncommon_jpeg
from core.photo.label import Label, SizeCheck, damaged_error, size_check
from core.photo.png_color import with_stated_colors
from core.photo.readers import LOADERS, READERS
from core.photo.source import PhotoSource
from core.photo.stored_turn import stored_turn
from core.photo.tiff_reader import load_tiff
from core.photo.vips import vips_reason

# libvips remembers files by name, and would give old pixels for a file that has changed
pyvips.cache_set_max(0)


@dataclass(frozen=True, eq=False)
class OpenedPhoto:
    """A photo whose header has been read.

    Attributes:
        image: libvips' image: header and metadata; pixels come when they are asked for.
        identity: its format and its pages.
        label: for error messages.
        metadata: what came with it; the resolution is the upright photo's.
        orientation: the EXIF orientation that has still to be applied, 1 to 8.
    """

    image: pyvips.Image
    identity: Identity
    label: Label
    metadata: Metadata = field(default_factory=Metadata)
    orientation: int = 1

    def with_image(self, image: pyvips.Image) -> OpenedPhoto:
        """The same photo, decoded at another size."""
        return replace(self, image=image)

    @property
    def format(self) -> str:
        """``jpeg``, ``png``, ``tiff``..."""
        return self.identity.format

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
    source: PhotoSource,
    page: int = 0,
    max_megapixels: float = math.inf,
    **options: Any,  # noqa: ANN401
) -> OpenedPhoto:
    """Read the header and metadata of a photo.

    Args:
        source: its bytes.
        page: which photo of a TIFF or PDF that holds several, from 0.
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
    **options: Any,  # noqa: ANN401  (of libvips)
) -> OpenedPhoto:
    """`open_photo` of a photo whose format is known already."""
    if not 0 <= page < identity.pages:
        raise _no_page(source.label, page, identity.pages)
    check = size_check(source.label, max_megapixels)
    if identity.format in READERS:
        image = READERS[identity.format].read(source, check, page)
    else:
        image = load_image(source, identity, page, check=check, **options)
    check(image.width, image.height)
    return with_metadata(image, identity, source, page)


def with_metadata(
    image: pyvips.Image, identity: Identity, source: PhotoSource, page: int = 0
) -> OpenedPhoto:
    """An image and the metadata that came with it.

    Raises:
        AnimatedPhotoError: a GIF or WebP of several frames.
    """
    if identity.format in ("gif", "webp") and _frames(image) > 1:
        raise animation_error(source.label)
    tiff = identity.photos[page].directory.exif if identity.photos else identity.tiff
    metadata = read_metadata(image, tiff, read_embedded(identity.format, source.read, source.size))
    turn = stored_turn(source, identity.format, metadata.orientation)
    metadata = metadata.with_orientation(turn)
    if turn >= 5 and metadata.resolution is not None:
        metadata = replace(metadata, resolution=metadata.resolution[::-1])
    left = turn if identity.format in EXIF_TURNS else 1
    return OpenedPhoto(image, identity, source.label, metadata, left)


def load_image(
    source: PhotoSource,
    identity: Identity,
    page: int = 0,
    *,
    check: SizeCheck = lambda *_: None,
    header_only: bool = False,
    **options: Any,  # noqa: ANN401  (of libvips)
) -> pyvips.Image:
    """The image of a format that libvips reads, or nearly: lazy where libvips does it all.

    Args:
        source: the photo.
        identity: its format and pages.
        page: which photo of a TIFF.
        check: called with the size before anything is decoded.
        header_only: no pixels are wanted: what has to be decoded at once comes black.
        options: of libvips' loader.

    Raises:
        UnreadablePhotoError: a damaged header.
        UnsupportedFormatError: samples or a compression that are not read.
    """
    with load_errors(source.label):
        if identity.photos:
            photo = identity.photos[page]
            check_sides(photo.width, photo.height, source.label)
            check(photo.width, photo.height)
            return load_tiff(source, photo, header_only=header_only, **options)
        frame = jpeg_frame(source) if identity.format == "jpeg" else None
        if frame is not None:
            check_sides(frame.width, frame.height, source.label)
        if frame is not None and not frame.is_common:
            check(frame.width, frame.height)
            return load_uncommon_jpeg(source, frame, header_only=header_only)
        load: Callable[..., Any] = getattr(pyvips.Image, LOADERS[identity.format])
        options = {"access": "sequential", "fail_on": "error", **options}
        image = load(source.vips_source(), **options)
    return with_stated_colors(image, source) if identity.format == "png" else image


@contextmanager
def load_errors(label: Label) -> Iterator[None]:
    """What libvips says where it cannot open a photo -> a `PhotoError`."""
    try:
        yield
    except pyvips.Error as error:
        raise _load_error(label, error) from error


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


def _frames(image: pyvips.Image) -> int:
    return int(image.get("n-pages")) if "n-pages" in image.get_fields() else 1


def _no_page(label: Label, page: int, pages: int) -> UnreadablePhotoError:
    return UnreadablePhotoError(
        f"{label.name} has no page {page + 1}, only {pages}: choose another page.", label.path
    )
