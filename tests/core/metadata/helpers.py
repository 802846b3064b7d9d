"""What the tests of metadata share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.metadata.provenance import Provenance

ExifTool = Callable[..., dict[str, Any]]


def numbers(said: dict[str, Any], group: str, ending: str) -> list[float]:
    """exiftool's names of nested tags depend on what it has read before: by their ends."""
    (value,) = (
        v
        for k, v in said.items()
        if k.startswith(f"{group}:") and k.replace("Rb", "").endswith(ending)
    )
    return [float(v) for v in (value if isinstance(value, list) else [value])]


PROVENANCE = Provenance("autochrome-lite0", "1.0", "ab" * 32, "Autochrome 0.1.0", {"size": 256})


TAGS = {
    "IFD0:Artist": "Ötto Große",
    "IFD0:Make": "Zeiss Ikon",
    "IFD0:ImageDescription": "Grandmother, 1932",
    "IFD0:XPComment": "on the pier — Ωmega",
    "ExifIFD:DateTimeOriginal": "1932:05:06 07:08:09",
    "ExifIFD:LensModel": "Tessar",
    "ExifIFD:UserComment": "Ümlaut",
    "GPS:GPSLatitude": 48.2,
    "GPS:GPSLongitude": 16.375,
    "IPTC:Caption-Abstract": "Ein Ausflug nach Rügen",
    "IPTC:Keywords": "pier",
    "XMP-dc:Title": "The pier",
    "XMP-dc:Creator": "Jürgen",
}
