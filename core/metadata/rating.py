"""Rating and label of a photo in its XMP, which other programs show and sort by.

Source: XMP specification part 2 (2022, 2.3 "XMP namespace"): ``xmp:Rating`` is -1 for a rejected
photo, else 0 to 5 stars; ``xmp:Label`` is a word. Lightroom, digiKam and Capture One show a label
that is the English name of a colour in that colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import UnwritableTargetError, system_reason
from core.files.atomic import atomic_file, unwritable_error
from core.metadata.replace_packet import replace_packet
from core.metadata.xmp_packet import (
    own_description,
    parse_packet,
    remove_property,
    set_property,
    to_bytes,
)


@dataclass(frozen=True)
class Rating:
    """What is said of a photo; ``Rating()`` takes away what was said.

    Attributes:
        stars: 1 to 5, -1 for a rejected one, or None.
        label: the English name of a colour; or None.
    """

    stars: int | None = None
    label: str | None = None


def rated_packet(packet: bytes | None, rating: Rating) -> bytes:
    """A packet with another rating and label."""
    document, rdf = parse_packet(packet)
    for name in ("Rating", "Label"):
        remove_property(rdf, "xmp", name)
    said = {"Rating": rating.stars, "Label": rating.label}
    if any(value is not None for value in said.values()):
        description = own_description(rdf)
        for name, value in said.items():
            if value is not None:
                set_property(description, "xmp", name, str(value))
    return to_bytes(document)


def write_rating(photo: Path, rating: Rating) -> Path:
    """Write a rating into a file, or beside one that holds no packet; the file that was written.

    Pixels and everything else stay byte for byte, and so does the file's time.

    Raises:
        UnwritableTargetError: it cannot be read or written.
    """
    try:
        content = photo.read_bytes()
    except OSError as error:
        reason = system_reason(error)
        message = f"{photo.name} could not be read to be marked: {reason}."
        raise UnwritableTargetError(message, photo) from error
    changed = replace_packet(content, lambda packet: rated_packet(packet, rating))
    if changed is not None:
        with atomic_file(photo, overwrite=True, dated_as=photo) as out:
            out.write(changed)
        return photo
    return _write_beside(photo, rating)


def _write_beside(photo: Path, rating: Rating) -> Path:
    """``photo.xmp``, as Adobe's programs name it; what stands in one that is there, stays."""
    beside = photo.with_suffix(".xmp")
    try:
        there = beside.read_bytes() if beside.exists() else None
    except OSError as error:
        raise unwritable_error(beside, error) from error
    with atomic_file(beside, overwrite=True) as out:
        out.write(rated_packet(there, rating))
    return beside
