"""The colour space that a PNG states in its own chunks, as browsers show it.

cICP counts before iCCP, that before sRGB, and that before gAMA and cHRM (PNG 3rd edition, 13.14
and 4.3). Like Chromium, primaries without a gamma have sRGB's curve, and a gamma without primaries
has sRGB's. libvips reads iCCP only.
"""

from __future__ import annotations

import struct
from typing import Final

import pyvips

from core.metadata.png_chunks import chunks_before_pixels
from core.photo.codes_image import ICC_BLOB
from core.photo.icc_profile import SRGB_CHROMATICITIES, SRGB_CURVE, icc_profile
from core.photo.source import PhotoSource

#: What sRGB's encoders write into gAMA, and how far from it nobody means another gamma (libpng).
_SRGB_GAMMA: Final = 1 / 2.2
_SIGNIFICANT: Final = 0.05
_CHROMATICITY_TOLERANCE: Final = 0.002
#: Colour primaries of ITU-T H.273, table 2: x, y of white, red, green, blue.
_PRIMARIES: Final = {
    1: SRGB_CHROMATICITIES,
    5: (0.3127, 0.3290, 0.64, 0.33, 0.29, 0.60, 0.15, 0.06),
    6: (0.3127, 0.3290, 0.63, 0.34, 0.31, 0.595, 0.155, 0.07),
    9: (0.3127, 0.3290, 0.708, 0.292, 0.17, 0.797, 0.131, 0.046),
    11: (0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
    12: (0.3127, 0.3290, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06),
}
_BT709_CURVE: Final = (1 / 0.45, 1 / 1.099, 0.099 / 1.099, 1 / 4.5, 0.081)
#: Transfer characteristics of ITU-T H.273, table 3: codes -> light; not those of HDR.
_CURVES: Final = {
    1: _BT709_CURVE, 4: (2.2,), 5: (2.8,), 6: _BT709_CURVE, 8: (1.0,), 13: SRGB_CURVE,
    14: _BT709_CURVE, 15: _BT709_CURVE,
}  # fmt: skip
#: Those of HDR: ITU-R BT.2100.
_HDR: Final = {16: "PQ", 18: "HLG"}
_WANTED: Final = (b"cICP", b"iCCP", b"sRGB", b"gAMA", b"cHRM")
_MOST_CHUNKS: Final = 1_000


def with_stated_colors(image: pyvips.Image, source: PhotoSource) -> pyvips.Image:
    """The image of a PNG, with the profile of what its chunks state."""
    chunks = _color_chunks(source)
    grey = image.bands <= 2
    if b"cICP" in chunks and (profile := _of_cicp(chunks[b"cICP"])):
        return _with_profile(image, profile)
    if b"sRGB" in chunks or b"iCCP" in chunks:
        return image
    profile = _of_gamma(chunks.get(b"gAMA"), chunks.get(b"cHRM"), grey=grey)
    return image if profile is None else _with_profile(image, profile)


def hdr_curve(source: PhotoSource) -> str | None:
    """``PQ`` or ``HLG`` where a PNG's codes are those of HDR, which are not converted."""
    chunk = _color_chunks(source).get(b"cICP", b"")
    return _HDR.get(chunk[1]) if len(chunk) == 4 else None


def _with_profile(image: pyvips.Image, profile: bytes) -> pyvips.Image:
    image = image.copy()
    image.set_type(pyvips.GValue.blob_type, ICC_BLOB, profile)
    return image


def _color_chunks(source: PhotoSource) -> dict[bytes, bytes]:
    """The first of each kind before the pixels; iCCP without its contents."""
    found: dict[bytes, bytes] = {}
    for kind, at, length in chunks_before_pixels(source.read, _MOST_CHUNKS):
        if kind in _WANTED:
            found.setdefault(kind, source.read(at, min(length, 32)))
    return found


def _of_cicp(chunk: bytes) -> bytes | None:
    """The profile of primaries and curve; None for those of HDR, and codes of no full range."""
    if len(chunk) != 4 or chunk[2] != 0 or chunk[3] != 1:
        return None
    primaries, curve = _PRIMARIES.get(chunk[0]), _CURVES.get(chunk[1])
    return icc_profile(curve, primaries) if primaries and curve else None


def _of_gamma(gama: bytes | None, chrm: bytes | None, *, grey: bool) -> bytes | None:
    """The profile of gAMA and cHRM; None where they say sRGB, nothing, or nonsense."""
    gamma = struct.unpack(">I", gama)[0] / 100_000 if gama and len(gama) == 4 else None
    places = (
        tuple(n / 100_000 for n in struct.unpack(">8I", chrm)) if chrm and len(chrm) == 32 else None
    )
    srgb_gamma = not gamma or abs(gamma / _SRGB_GAMMA - 1) < _SIGNIFICANT
    srgb_places = places is None or all(
        abs(one - other) < _CHROMATICITY_TOLERANCE
        for one, other in zip(places, SRGB_CHROMATICITIES, strict=True)
    )
    if srgb_gamma and (srgb_places or grey):
        return None
    curve = SRGB_CURVE if srgb_gamma or not gamma else (1 / gamma,)
    try:
        return icc_profile(curve, places or SRGB_CHROMATICITIES)
    except (ValueError, struct.error):  # primaries that no light has
        return None
