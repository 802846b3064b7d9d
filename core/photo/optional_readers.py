"""Readers of HEIC, camera raw and JPEG XL, by optional packages.

Each reader gives libvips' image of what its package decoded, with the metadata under libvips' own
names, so that `core.photo.decode` and `core.metadata.metadata` see no difference.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from typing import Any, Final, cast

import numpy as np
import pyvips

from core.errors import UnreadablePhotoError, UnsupportedFormatError
from core.photo.decode import Pixels
from core.photo.formats import EXTRAS, format_label
from core.photo.label import Label, damaged_error
from core.photo.source import PhotoSource

SizeCheck = Callable[[int, int], None]

#: Format -> the module that reads it.
_PACKAGES: Final = {"heic": "pillow_heif", "raw": "rawpy", "jxl": "pillow_jxl"}
#: LibRaw's ``flip`` (dcraw's) -> EXIF's orientation.
_EXIF_OF_FLIP: Final = {3: 3, 5: 8, 6: 6}
_HEIF_ERRORS: Final = (ValueError, EOFError, SyntaxError, RuntimeError, OSError)


def _package(name: str, label: Label) -> Any:  # noqa: ANN401
    """Import the package that reads a format, or say how to get it."""
    try:
        return importlib.import_module(_PACKAGES[name])
    except ImportError as error:
        raise UnsupportedFormatError(
            f"{label.name} is in {format_label(name)} format, which an optional extra reads: "
            f"pip install 'autochrome[{EXTRAS[name]}]'.",
            label.path,
        ) from error


def check_installed(name: str, label: Label) -> None:
    """Import the package that reads a format.

    Raises:
        UnsupportedFormatError: it is not installed; the message says which extra brings it.
    """
    _package(name, label)


def _damaged(label: Label, error: Exception) -> UnreadablePhotoError:
    said = error.args[0] if error.args else type(error).__name__
    said = said.decode(errors="replace") if isinstance(said, bytes) else str(said)  # LibRaw's
    return damaged_error(label, " ".join(said.split()))


def _image(codes: Pixels, bits: int, blobs: dict[str, bytes | None]) -> pyvips.Image:
    """``(H, W)`` or ``(H, W, C)`` codes and metadata as an image libvips could have loaded."""
    height, width = codes.shape[:2]
    bands = codes.shape[2] if codes.ndim == 3 else 1
    kind = "ushort" if codes.dtype == np.uint16 else "uchar"
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(codes), width, height, bands, kind)
    names = {"uchar": ("b-w", "srgb"), "ushort": ("grey16", "rgb16")}
    image = image.copy(interpretation=names[kind][bands >= 3])
    image.set_type(pyvips.GValue.gint_type, "bits-per-sample", bits)
    _set_blobs(image, blobs)
    return image


def _set_blobs(image: pyvips.Image, blobs: dict[str, bytes | None]) -> None:
    for name, blob in blobs.items():
        if blob:
            image.set_type(pyvips.GValue.blob_type, name, blob)


def _open_heic(source: PhotoSource) -> Any:  # noqa: ANN401  (pillow_heif's)
    pillow_heif = _package("heic", source.label)
    try:
        return pillow_heif.open_heif(io.BytesIO(source.read_all()), convert_hdr_to_8bit=False)
    except _HEIF_ERRORS as error:
        raise _damaged(source.label, error) from error


def _read_heic(source: PhotoSource, check: SizeCheck) -> pyvips.Image:
    """Through pillow-heif; 10- and 12-bit photos become 16-bit. libheif turns them upright."""
    heif = _open_heic(source)
    check(*heif.size)
    try:
        codes = np.asarray(heif)  # decodes
    except _HEIF_ERRORS as error:
        raise _damaged(source.label, error) from error
    return _image(codes, int(heif.info.get("bit_depth") or 8), _heic_blobs(heif))


def heic_header(source: PhotoSource) -> pyvips.Image:
    """A black image of a HEIC's size with its metadata: nothing is decoded.

    Raises:
        UnreadablePhotoError: damaged.
        UnsupportedFormatError: its package is not installed.
    """
    heif = _open_heic(source)
    image = pyvips.Image.black(*heif.size).copy()
    _set_blobs(image, _heic_blobs(heif))
    return image


def _heic_blobs(heif: Any) -> dict[str, bytes | None]:  # noqa: ANN401  (pillow_heif's)
    return {
        "exif-data": heif.info.get("exif"),
        "xmp-data": heif.info.get("xmp"),
        "icc-profile-data": heif.info.get("icc_profile"),
    }


def _read_raw(source: PhotoSource, check: SizeCheck) -> pyvips.Image:
    """Through rawpy (LibRaw): 16-bit sRGB, the camera's white balance, upright."""
    rawpy = _package("raw", source.label)
    try:
        with rawpy.imread(io.BytesIO(source.read_all())) as raw:
            check(raw.sizes.width, raw.sizes.height)
            codes = raw.postprocess(
                use_camera_wb=True,
                output_color=rawpy.ColorSpace.sRGB,
                output_bps=16,
                gamma=(2.4, 12.92),  # sRGB's curve (IEC 61966-2-1), as dcraw writes it
            )
    except (rawpy.LibRawError, OSError) as error:
        raise _damaged(source.label, error) from error
    return _image(codes, 16, {})


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
        image = _image(found.data, 8, {})
    return (image, _EXIF_OF_FLIP.get(flip, 1)) if max(image.width, image.height) >= side else None


def _read_jxl(source: PhotoSource, check: SizeCheck) -> pyvips.Image:
    """Through pillow-jxl-plugin's decoder; a JPEG packed into JPEG XL comes back as that JPEG."""
    label = source.label
    pillow_jxl = _package("jxl", label)
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
    except (ValueError, RuntimeError, OSError, pyvips.Error) as error:
        raise _damaged(label, error) from error
    found = {bytes(box.box_type): bytes(box.data) for box in boxes}
    exif = found.get(b"Exif", b"").removeprefix(bytes(4))  # the offset of the TIFF header
    blobs = {"exif-data": exif, "xmp-data": found.get(b"xml "), "icc-profile-data": icc}
    return _image(codes, 16 if wide else 8, blobs)


#: Format -> its reader.
READERS: Final = {"heic": _read_heic, "raw": _read_raw, "jxl": _read_jxl}

#: Formats whose packages tell a photo's size only by decoding it or reading all of a large file.
UNSIZED: Final = frozenset({"raw", "jxl"})
