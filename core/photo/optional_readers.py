"""HEIC, camera raw and JPEG XL, where the optional package that reads them is installed.

Each reader gives libvips' image of what its package decoded, with the metadata under libvips' own
names, so that `core.photo.decode` and `core.metadata.metadata` see no difference.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, cast

import numpy as np
import pyvips

from core.errors import UnreadablePhotoError, UnsupportedFormatError
from core.photo.decode import Label, Pixels, damaged
from core.photo.formats import EXTRAS, spoken

SizeCheck = Callable[[int, int], None]


def _package(module: str, name: str, label: Label) -> Any:  # noqa: ANN401
    """Import the package of an extra, or say how to get it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UnsupportedFormatError(
            f"{label.name} is in {spoken(name)} format, which an optional extra reads: "
            f"pip install 'autochrome[{EXTRAS[name]}]'.",
            label.path,
        ) from error


def _bytes_of(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _damaged(label: Label, error: Exception) -> UnreadablePhotoError:
    said = error.args[0] if error.args else type(error).__name__
    said = said.decode(errors="replace") if isinstance(said, bytes) else str(said)  # LibRaw's
    return damaged(label, " ".join(said.split()))


def _image(codes: Pixels, bits: int, blobs: dict[str, bytes | None]) -> pyvips.Image:
    """``(H, W)`` or ``(H, W, C)`` codes and metadata as an image libvips could have loaded."""
    height, width = codes.shape[:2]
    bands = codes.shape[2] if codes.ndim == 3 else 1
    kind = "ushort" if codes.dtype == np.uint16 else "uchar"
    image = pyvips.Image.new_from_memory(np.ascontiguousarray(codes), width, height, bands, kind)
    names = {"uchar": ("b-w", "srgb"), "ushort": ("grey16", "rgb16")}
    image = image.copy(interpretation=names[kind][bands >= 3])
    image.set_type(pyvips.GValue.gint_type, "bits-per-sample", bits)
    for name, blob in blobs.items():
        if blob:
            image.set_type(pyvips.GValue.blob_type, name, blob)
    return image


def _read_heic(source: Path | bytes, label: Label, check: SizeCheck) -> pyvips.Image:
    """Through pillow-heif; 10- and 12-bit photos become 16-bit. libheif turns them upright."""
    pillow_heif = _package("pillow_heif", "heic", label)
    try:
        heif = pillow_heif.open_heif(io.BytesIO(_bytes_of(source)), convert_hdr_to_8bit=False)
        check(*heif.size)
        codes = np.asarray(heif)  # decodes
    except (ValueError, EOFError, SyntaxError, RuntimeError, OSError) as error:
        raise _damaged(label, error) from error
    info = heif.info
    blobs = {
        "exif-data": info.get("exif"),
        "xmp-data": info.get("xmp"),
        "icc-profile-data": info.get("icc_profile"),
    }
    return _image(codes, int(info.get("bit_depth") or 8), blobs)


def _read_raw(source: Path | bytes, label: Label, check: SizeCheck) -> pyvips.Image:
    """Through rawpy (LibRaw): 16-bit sRGB, the camera's white balance, upright."""
    rawpy = _package("rawpy", "raw", label)
    try:
        with rawpy.imread(io.BytesIO(_bytes_of(source))) as raw:
            check(raw.sizes.width, raw.sizes.height)
            codes = raw.postprocess(
                use_camera_wb=True,
                output_color=rawpy.ColorSpace.sRGB,
                output_bps=16,
                gamma=(2.4, 12.92),  # sRGB's curve (IEC 61966-2-1), as dcraw writes it
            )
    except (rawpy.LibRawError, OSError) as error:
        raise _damaged(label, error) from error
    return _image(codes, 16, {})


def _read_jxl(source: Path | bytes, label: Label, check: SizeCheck) -> pyvips.Image:
    """Through pillow-jxl-plugin's decoder; a JPEG packed into JPEG XL comes back as that JPEG."""
    pillow_jxl = _package("pillow_jxl", "jxl", label)
    try:
        is_jpeg, info, data, icc, boxes = pillow_jxl.Decoder()(_bytes_of(source))
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
