"""`probe`: one look at a photo's file that answers everything planning asks."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from core.errors import PhotoError
from core.metadata.exif import XMP
from core.metadata.metadata import Metadata, tiff_metadata
from core.metadata.sidecars import read_sidecars
from core.photo.header import PhotoHeader
from core.photo.identify import identify
from core.photo.label import Label, damaged_error, size_check
from core.photo.open_photo import OpenedPhoto, load_image, photo_errors, with_metadata
from core.photo.readers import READERS, check_installed
from core.photo.source import PhotoSource
from core.photo.vips import retry_for_reason

#: In the XMP of every result, see `core.metadata.provenance`.
_RESULT_MARK: Final = b"https://autochrome.app/ns/"


def probe(path: Path) -> PhotoHeader:
    """The header of a file, which is opened once. It never raises: see `PhotoHeader.error`."""
    header = PhotoHeader()
    try:
        with PhotoSource(path) as source:
            header = PhotoHeader(source.format, was_opened=True)
            return read_header(source)
    except PhotoError as error:
        # without the traceback, whose frames would keep the file's contents in memory
        return replace(header, error=type(error)(str(error), error.path))
    except MemoryError:
        return replace(header, error=damaged_error(Label.of(path), "it would fill the memory"))
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  (one bad photo costs one photo)
        return replace(header, error=damaged_error(Label.of(path), type(error).__name__))


@retry_for_reason
def read_header(source: PhotoSource, max_megapixels: float = math.inf) -> PhotoHeader:
    """The header of an opened file.

    Raises:
        PhotoError: it cannot be read, or has more than `max_megapixels`.
    """
    with photo_errors(source.label):
        identity = identify(source)
        reader = READERS.get(identity.format)
        if reader is not None:
            check_installed(source, identity.format)
        if reader is not None and reader.header is None:
            metadata = _with_sidecars(tiff_metadata(identity.tiff), source)
            return PhotoHeader(identity.format, date_taken=metadata.date_taken, was_opened=True)
        if reader is not None and reader.header is not None:
            image = reader.header(source)
        else:
            image = load_image(source, identity, header_only=True)
        size_check(source.label, max_megapixels)(image.width, image.height)
        opened = with_metadata(image, identity, source)
        return _header_of(opened, _with_sidecars(opened.metadata, source).date_taken)


def _with_sidecars(metadata: Metadata, source: PhotoSource) -> Metadata:
    path = source.label.path
    return metadata if path is None else replace(metadata, sidecars=read_sidecars(path).packets)


def _header_of(opened: OpenedPhoto, date_taken: date | None) -> PhotoHeader:
    width, height = opened.upright_size
    return PhotoHeader(
        opened.format,
        opened.identity.pages,
        width,
        height,
        date_taken,
        _is_result(opened),
        was_opened=True,
    )


def _is_result(opened: OpenedPhoto) -> bool:
    """Whether it says so; of a document, which may hold pages as they were, any page."""
    pages = (page.directory.raw(XMP) for page in opened.identity.photos[1:])
    return any(_RESULT_MARK in (packet or b"") for packet in (opened.metadata.xmp, *pages))
