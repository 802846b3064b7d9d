"""Readers of HEIC, camera raw and JPEG XL, by packages that may be missing.

Each reader gives libvips' image of what its package decoded, with the metadata under libvips' own
names, so that `core.photo.decode` and `core.metadata.metadata` see no difference.
"""

from __future__ import annotations

import io
from typing import Any, Final, cast

import numpy as np
import pyvips

from core.errors import UnreadablePhotoError, UnsupportedFormatError
from core.photo.codes_image import (
    EXIF_BLOB,
    ICC_BLOB,
    XMP_BLOB,
    header_image,
    image_of,
    scaled,
    with_blobs,
)
from core.photo.decode import Pixels
from core.photo.extras import import_package, is_installed, needing_an_extra
from core.photo.formats import format_label
from core.photo.heic_items import has_readable_items
from core.photo.jxl_header import jxl_bits, jxl_size
from core.photo.label import Label, SizeCheck, damaged_error
from core.photo.source import PhotoSource

#: Format -> the module that reads it.
_PACKAGES: Final = {"heic": "pi_heif", "raw": "rawpy", "jxl": "pillow_jxl"}
#: LibRaw's ``flip`` (dcraw's) -> EXIF's orientation.
_EXIF_OF_FLIP: Final = {3: 3, 5: 8, 6: 6}
#: Bytes of one block of a JPEG XL's metadata, unpacked.
_MOST_METADATA: Final = 1 << 25
_HEIF_ERRORS: Final = (ValueError, EOFError, SyntaxError, RuntimeError, OSError)


def _package(name: str, label: Label) -> Any:  # noqa: ANN401
    """Import the package that reads a format, or say how to get it."""
    what = needing_an_extra(f"is in {format_label(name)} format")
    return import_package(_PACKAGES[name], label, what)


def _damaged(label: Label, error: Exception) -> UnreadablePhotoError:
    said = error.args[0] if error.args else type(error).__name__
    said = said.decode(errors="replace") if isinstance(said, bytes) else str(said)  # LibRaw's
    return damaged_error(label, " ".join(said.split()))


def _open_heic(source: PhotoSource) -> Any:  # noqa: ANN401  (pi_heif's)
    pi_heif = _package("heic", source.label)
    if not has_readable_items(source.read, source.size):
        raise damaged_error(source.label, "its list of items makes no sense")
    try:
        return pi_heif.open_heif(io.BytesIO(source.read_all()), convert_hdr_to_8bit=False)
    except _HEIF_ERRORS as error:
        raise _damaged(source.label, error) from error


def read_heic(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """Through pi-heif; 10- and 12-bit photos become 16-bit. libheif turns them upright."""
    heif = _open_heic(source)
    check(*heif.size)
    try:
        codes = np.asarray(heif)  # decodes
    except _HEIF_ERRORS as error:
        raise _damaged(source.label, error) from error
    return image_of(codes, int(heif.info.get("bit_depth") or 8), _heic_blobs(heif))


def heic_header(source: PhotoSource) -> pyvips.Image:
    """A black image of a HEIC's size with its metadata: nothing is decoded.

    Raises:
        UnreadablePhotoError: damaged.
        UnsupportedFormatError: its package is not installed.
    """
    heif = _open_heic(source)
    image = header_image(heif.size[0], heif.size[1], source.label)
    return with_blobs(image, _heic_blobs(heif))


def _heic_blobs(heif: Any) -> dict[str, bytes | None]:  # noqa: ANN401  (pi_heif's)
    return {
        EXIF_BLOB: heif.info.get("exif"),
        XMP_BLOB: heif.info.get("xmp"),
        ICC_BLOB: heif.info.get("icc_profile"),
    }


def read_raw(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """Through rawpy (LibRaw): 16-bit sRGB, the camera's white balance, upright.

    Nothing is brightened, and white is the sensor's, not the brightest pixel: photos of one film
    stay as they are to each other.
    """
    rawpy = _package("raw", source.label)
    try:
        with rawpy.imread(io.BytesIO(source.read_all())) as raw:
            check(raw.sizes.width, raw.sizes.height)
            codes = raw.postprocess(
                use_camera_wb=True,
                no_auto_bright=True,
                adjust_maximum_thr=0.0,
                output_color=rawpy.ColorSpace.sRGB,
                output_bps=16,
                gamma=(2.4, 12.92),  # sRGB's curve (IEC 61966-2-1), as dcraw writes it
            )
    except (rawpy.LibRawError, OSError) as error:
        raise _damaged(source.label, error) from error
    return image_of(codes, 16)


def raw_preview(source: PhotoSource, side: int) -> tuple[pyvips.Image, int] | None:
    """The preview in a camera's raw file and its orientation as EXIF counts, 1 to 8.

    None where there is none whose longer side has `side` pixels.

    Raises:
        UnreadablePhotoError: damaged.
        UnsupportedFormatError: its package is not installed.
    """
    rawpy = _package("raw", source.label)
    try:
        with rawpy.imread(io.BytesIO(source.read_all())) as raw:
            found, flip = raw.extract_thumb(), raw.sizes.flip
    except (rawpy.LibRawNoThumbnailError, rawpy.LibRawUnsupportedThumbnailError):
        return None
    except (rawpy.LibRawError, OSError) as error:
        raise _damaged(source.label, error) from error
    if found.format == rawpy.ThumbFormat.JPEG:
        image = pyvips.Image.jpegload_buffer(found.data)
    else:
        image = image_of(found.data, 8)
    return (image, _EXIF_OF_FLIP.get(flip, 1)) if max(image.width, image.height) >= side else None


def read_jxl(source: PhotoSource, check: SizeCheck, _page: int = 0) -> pyvips.Image:
    """Through pillow-jxl-plugin's decoder; a JPEG packed into JPEG XL comes back as that JPEG."""
    label = source.label
    pillow_jxl = _package("jxl", label)
    check(*(jxl_size(source) or (0, 0)))
    try:
        is_jpeg, info, data, icc, boxes = pillow_jxl.Decoder()(source.read_all())
        if is_jpeg:
            return pyvips.Image.jpegload_buffer(data, autorotate=True, fail_on="error")
        check(info.width, info.height)
        wide = ";16" in info.mode
        if info.mode.startswith("F"):
            raise UnsupportedFormatError(
                f"{label.name} holds float samples, which have no fixed black and white: "
                "save it with 8 or 16 bits per channel.",
                label.path,
            )
        flat = cast("Pixels", np.frombuffer(data, np.uint16 if wide else np.uint8))
        codes = flat.reshape(info.height, info.width, -1)
        if not wide and jxl_bits(source) > 8 and is_installed("imagecodecs"):
            codes = _deep_jxl(source)
    except (ValueError, RuntimeError, OSError, pyvips.Error) as error:
        raise _damaged(label, error) from error
    found = dict(_unpacked(bytes(box.box_type), bytes(box.data)) for box in boxes)
    exif = found.get(b"Exif", b"").removeprefix(bytes(4))  # the offset of the TIFF header
    blobs = {EXIF_BLOB: exif, XMP_BLOB: found.get(b"xml "), ICC_BLOB: icc}
    return image_of(codes, codes.dtype.itemsize * 8, blobs)


def _deep_jxl(source: PhotoSource) -> Pixels:
    """All bits of colours, of which pillow-jxl-plugin gives eight."""
    import imagecodecs  # noqa: PLC0415  (an extra)

    codes: Pixels = scaled(imagecodecs.jpegxl_decode(source.read_all()), jxl_bits(source))
    return codes


def _unpacked(kind: bytes, content: bytes) -> tuple[bytes, bytes]:
    """A box; one that is packed with Brotli as what it is, where imagecodecs is installed."""
    if kind != b"brob" or not is_installed("imagecodecs"):
        return kind, content
    import imagecodecs  # noqa: PLC0415  (an extra)

    try:
        return content[:4], bytes(imagecodecs.brotli_decode(content[4:], out=_MOST_METADATA))
    except (RuntimeError, ValueError):
        return kind, content
