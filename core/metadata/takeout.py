"""What Google Takeout's JSON says of a photo, as XMP.

It has when the photo was taken (seconds since 1970, UTC, and negative before), a caption, a place,
and the names of people; what else it has is about Google's own service.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from core.codec import from_record, parse_json
from core.metadata.xmp_packet import add_property, parse_packet, printable, to_bytes

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
#: Our field -> Takeout's key.
_KEYS: Final = {
    "taken": "photoTakenTime",
    "description": "description",
    "place": "geoData",
    "people": "people",
}


@dataclass(frozen=True)
class _Moment:
    timestamp: str | int = ""


@dataclass(frozen=True)
class _Place:
    latitude: float = 0.0
    longitude: float = 0.0


@dataclass(frozen=True)
class _Person:
    name: str = ""


@dataclass(frozen=True)
class _Takeout:
    taken: _Moment
    description: str = ""
    place: _Place | None = None
    people: tuple[_Person, ...] = ()


def takeout_packet(text: bytes) -> bytes | None:
    """The XMP packet of a Takeout JSON; None for JSON of something else.

    Raises:
        InvalidDataError: no JSON, or values of the wrong kind.
    """
    plain = parse_json(text)
    if not isinstance(plain, Mapping) or _KEYS["taken"] not in plain:
        return None
    record = {field: plain[key] for field, key in _KEYS.items() if plain.get(key) is not None}
    said = from_record(record, _Takeout)
    document, rdf = parse_packet(None)
    if taken := _iso(said.taken.timestamp):
        add_property(rdf, "photoshop", "DateCreated", "", taken)
    if caption := printable(said.description).strip():
        add_property(rdf, "dc", "description", "Alt", caption)
    for name, value in _coordinates(said.place).items():
        add_property(rdf, "exif", name, "", value)
    if people := [name for person in said.people if (name := printable(person.name).strip())]:
        add_property(rdf, "Iptc4xmpExt", "PersonInImage", "Bag", *people)
    return to_bytes(document)


def _iso(timestamp: str | int) -> str | None:
    """Seconds since 1970 as ISO 8601; None for what is no moment of the calendar."""
    try:
        return f"{_EPOCH + timedelta(seconds=int(timestamp)):%Y-%m-%dT%H:%M:%SZ}".zfill(20)
    except (ValueError, OverflowError):
        return None


def _coordinates(place: _Place | None) -> dict[str, str]:
    """``48,12.3000N`` (XMP part 2, 3.3 "GPSCoordinate"); Takeout's 0, 0 is no place."""
    if place is None or not (place.latitude or place.longitude):
        return {}
    if not (abs(place.latitude) <= 90 and abs(place.longitude) <= 180):  # NaN is not either
        return {}
    return {
        "GPSLatitude": _angle(place.latitude, "NS"),
        "GPSLongitude": _angle(place.longitude, "EW"),
    }


def _angle(value: float, letters: str) -> str:
    minutes, degrees = math.modf(abs(value))
    return f"{int(degrees)},{minutes * 60:.6f}{letters[value < 0]}"
