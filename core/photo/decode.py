"""Decodes a libvips image to upright sRGB pixels.

libvips decodes in one streaming pass: besides the array it fills, only a few lines are in memory.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Final, cast

import numpy as np
import numpy.typing as npt
import pyvips

from core.errors import UnsupportedFormatError
from core.photo.label import Label, damaged_error
from core.photo.vips import vips_reason

#: Codes of an image, 8 or 16 bits.
Pixels = npt.NDArray[np.uint8 | np.uint16]

#: Rows asked for at a time of a damaged photo: those of a strip with an error are lost.
_SALVAGED_ROWS: Final = 8

_LOG: Final = logging.getLogger(__name__)


def decode(image: pyvips.Image, label: Label, upright: int = 1) -> tuple[Pixels, Pixels | None]:
    """Decode to sRGB and turn upright by EXIF orientation `upright`.

    Returns:
        Pixels ``(H, W)`` or ``(H, W, 3)``, and alpha ``(H, W)`` or None; both uint8 or uint16.

    Raises:
        UnsupportedFormatError: samples that are neither 8- nor 16-bit integers.
        UnreadablePhotoError: damaged or truncated.
    """
    image = to_srgb(_integers(image, label))
    try:
        buffer = image.write_to_memory()
    except pyvips.Error as error:
        raise damaged_error(label, vips_reason(error)) from error
    codes = np.frombuffer(buffer, np.uint16 if image.format == "ushort" else np.uint8)
    array = cast("Pixels", codes).reshape(image.height, image.width, image.bands)
    return _split(apply_orientation(array, upright))


def decode_until_error(image: pyvips.Image, label: Label) -> tuple[Pixels, Pixels | None, int]:
    """Decode a damaged photo to sRGB, as it is stored, from its top as far as that goes.

    Returns:
        Pixels and alpha as `decode`, and how many rows of them are the photo's.

    Raises:
        UnsupportedFormatError: as `decode`.
    """
    image = to_srgb(_integers(image, label))
    codes = np.uint16 if image.format == "ushort" else np.uint8
    array: Pixels = np.zeros((image.height, image.width, image.bands), codes)
    region, top = pyvips.Region.new(image), 0
    while top < image.height:
        rows = min(_SALVAGED_ROWS, image.height - top)
        try:
            strip = region.fetch(0, top, image.width, rows)
        except pyvips.Error:
            break
        array[top : top + rows] = np.frombuffer(strip, codes).reshape(rows, *array.shape[1:])
        top += rows
    colour, alpha = _split(array)
    return colour.copy(), alpha, top


def _split(array: Pixels) -> tuple[Pixels, Pixels | None]:
    """Colour and alpha of ``(H, W, 1 to 4)``, each contiguous; copies only where it must."""
    bands = array.shape[2]
    colour = array[..., :3] if bands >= 3 else array[..., 0]
    alpha = np.ascontiguousarray(array[..., -1]) if bands in (2, 4) else None
    return np.ascontiguousarray(colour), alpha


def to_u8(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Codes of 8 or 16 bits -> the nearest of 8 (65535 is 255 * 257)."""
    if pixels.dtype == np.uint8:
        return cast("npt.NDArray[np.uint8]", pixels)
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def apply_orientation(array: Pixels, orientation: int) -> Pixels:
    """Turn ``(H, W, C)`` upright, as a view (Exif 3.0, 4.6.5.1.6: where row 0, column 0 lie)."""
    if orientation >= 5:
        array = array.swapaxes(0, 1)
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    return array


def _integers(image: pyvips.Image, label: Label) -> pyvips.Image:
    if image.interpretation in ("lab", "labs", "labq"):
        return image.colourspace("srgb" if image.coding == "labq" else "rgb16")
    if image.format == "ushort":
        bits = image.get("bits-per-sample") if "bits-per-sample" in image.get_fields() else 16
        # 10- and 12-bit codes come shifted up: repeat their bits, or white would be grey
        return image | (image >> bits) if 8 < bits < 16 else image
    if image.format == "uchar":
        return image
    raise UnsupportedFormatError(
        f"{label.name} holds {sample_type_label(image.format)} samples, which have no fixed black "
        "and white: save it with 8 or 16 bits per channel.",
        label.path,
    )


def sample_type_label(band_format: str) -> str:
    """The name of a sample type for messages, from libvips' name of it."""
    names = {"float": "32-bit float", "double": "64-bit float", "uint": "32-bit integer"}
    names |= {"int": "32-bit signed", "short": "16-bit signed", "char": "8-bit signed"}
    return names.get(band_format, band_format)


def to_srgb(image: pyvips.Image) -> pyvips.Image:
    """Convert an 8- or 16-bit image of any colour space to grey or RGB in sRGB; keeps alpha."""
    depth = 16 if image.format == "ushort" else 8
    profile = _profile(image)
    space = profile[16:20].strip() if profile else b""
    if image.interpretation == "cmyk":
        return _transformed(image, depth, embedded=space == b"CMYK")
    image, grey = _plain_bands(image)
    if profile is None or space not in (b"RGB", b"GRAY") or _is_srgb(profile):
        return image
    if not grey:
        return _transformed(image, depth) if space == b"RGB" else image
    alpha = image[1] if image.bands == 2 else None
    one = image[0]
    # grey with an RGB profile is common; the profile's curve counts
    wide = one if space == b"GRAY" else one.bandjoin([one, one]).copy(interpretation=_rgb(depth))
    result = _transformed(wide, depth)[1].copy(interpretation=_grey(depth))
    return result if alpha is None else result.bandjoin(alpha)


def _rgb(depth: int) -> str:
    return "rgb16" if depth == 16 else "srgb"


def _grey(depth: int) -> str:
    return "grey16" if depth == 16 else "b-w"


def _plain_bands(image: pyvips.Image) -> tuple[pyvips.Image, bool]:
    """Grey, grey + alpha, RGB or RGB + alpha; and whether it is grey. Further bands go."""
    grey = image.bands <= 2
    kept = image if image.bands <= 4 else image.extract_band(0, n=4 if image.hasalpha() else 3)
    depth = 16 if image.format == "ushort" else 8
    return kept.copy(interpretation=_grey(depth) if grey else _rgb(depth)), grey


def _profile(image: pyvips.Image) -> bytes | None:
    """The embedded ICC profile, where it is one (ICC.1:2022, 7.2.11: ``acsp`` at 36)."""
    if "icc-profile-data" not in image.get_fields():
        return None
    profile = bytes(image.get("icc-profile-data"))
    return profile if profile[36:40] == b"acsp" else None


def _transformed(image: pyvips.Image, depth: int, *, embedded: bool = True) -> pyvips.Image:
    """Through the ICC profile to sRGB; a profile that cannot be used is left out, and logged."""
    try:
        return image.icc_transform(
            "srgb",
            embedded=embedded,
            input_profile="cmyk" if image.interpretation == "cmyk" else "srgb",
            intent="relative",
            black_point_compensation=True,
            depth=depth,
        )
    except pyvips.Error as error:
        _LOG.warning("an ICC profile could not be used: %s", vips_reason(error))
        return image.colourspace(_rgb(depth))


@lru_cache(maxsize=16)
def _is_srgb(profile: bytes) -> bool:
    """Whether a profile's codes are sRGB's to within one of 255: then pixels stay exact."""
    space = profile[16:20].strip()
    steps = np.linspace(0, 255, 9 if space == b"RGB" else 256).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), -1) if space == b"RGB" else steps
    bands = 3 if space == b"RGB" else 1
    codes = np.ascontiguousarray(grid.reshape(1, -1, bands))
    image = pyvips.Image.new_from_memory(codes, codes.shape[1], 1, bands, "uchar")
    image = image.copy(interpretation="srgb" if bands == 3 else "b-w")
    image.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    through = np.asarray(_transformed(image, 8).numpy()).astype(np.int16)
    return through.shape[-1] == 3 and int(np.abs(through - codes).max()) <= 1
