"""Regions of faces and things in XMP, turned with the photo's pixels.

Sources: MWG Guidelines 2.0 (5.9 "Image Regions"; digiKam, Lightroom and Picasa write these),
Microsoft's "People Tagging Overview", ACDSee's regions as exiftool reads them (XMP2.pl), IPTC Photo
Metadata Standard 2023.2 ("Image Region"), CIPA DC-008 (4.6.5, SubjectArea: x, y; then a diameter,
or width and height of a rectangle around them).
"""

from __future__ import annotations

from typing import Final
from xml.dom.minidom import Element

from core.metadata.region_values import (
    AREAS,
    DIMENSIONS,
    IPTC,
    MICROSOFT,
    applied_size,
    holder_of,
    number_of,
    put_point,
    put_text,
    spelt,
    swap_texts,
    text_of,
    unit_of,
)
from core.metadata.xmp_packet import NAMESPACES, set_text

_APPLE: Final = "http://ns.apple.com/faceinfo/1.0/"
#: EXIF orientation -> degrees by which a mirrored or unmirrored picture is turned clockwise.
_DEGREES: Final = {2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
_MIRRORED: Final = (2, 4, 5, 7)


def turned(x: float, y: float, orientation: int, w: float = 1, h: float = 1) -> tuple[float, float]:
    """A point of a stored picture of `w` x `h` -> of the upright one (EXIF orientation, 1 to 8)."""
    return {
        1: (x, y), 2: (w - x, y), 3: (w - x, h - y), 4: (x, h - y),
        5: (y, x), 6: (h - y, x), 7: (h - y, w - x), 8: (y, w - x),
    }[orientation]  # fmt: skip


def turn_regions(rdf: Element, orientation: int, size: tuple[int, int]) -> None:
    """Turn every region of a packet whose pixels are turned upright; damaged ones stay.

    Args:
        rdf: of the packet.
        orientation: by EXIF, 1 to 8.
        size: width and height of the picture as it was stored, in pixels.
    """
    if orientation == 1:
        return
    for element in list(rdf.getElementsByTagName("*")):
        for uri in AREAS:
            _turn_area(element, uri, orientation, size)
        _turn_rectangle(element, orientation)
        _turn_boundary(element, orientation, size)
        _turn_face(element, orientation)
        _turn_subject(element, orientation, size)
    if orientation >= 5:
        for element in rdf.getElementsByTagName("*"):
            if element.localName == "AppliedToDimensions":
                for uri in DIMENSIONS:
                    swap_texts(holder_of(element, uri, "w"), uri, "w", "h")


def _turn_area(element: Element, uri: str, orientation: int, size: tuple[float, float]) -> None:
    values = [number_of(element, uri, name) for name in "xy"]
    if None in values:
        return
    x, y = (value or 0.0 for value in values)
    in_pixels = text_of(element, uri, "unit") == "pixel"
    w, h = (applied_size(element) or size) if in_pixels else (1.0, 1.0)
    put_point(element, uri, ("x", "y"), turned(x, y, orientation, w, h))
    if orientation >= 5:
        swap_texts(element, uri, "w", "h")


def _turn_rectangle(element: Element, orientation: int) -> None:
    """Microsoft's ``x, y, w, h``: a corner and a size, in shares of the picture."""
    text = text_of(element, MICROSOFT, "Rectangle")
    try:
        x, y, w, h = (float(part) for part in (text or "").split(","))
    except ValueError:
        return
    corner, size = _turned_box(x, y, w, h, orientation, (1.0, 1.0))
    said = ", ".join(spelt(value) for value in (*corner, *size))
    put_text(element, MICROSOFT, "Rectangle", said)


def _turned_box(
    x: float, y: float, w: float, h: float, orientation: int, whole: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    middle = turned(x + w / 2, y + h / 2, orientation, *whole)
    size = (h, w) if orientation >= 5 else (w, h)
    return (middle[0] - size[0] / 2, middle[1] - size[1] / 2), size


def _turn_boundary(element: Element, orientation: int, size: tuple[int, int]) -> None:
    """IPTC's: a rectangle by its corner, a circle by its middle, a polygon by its points."""
    x, y = number_of(element, IPTC, "rbX"), number_of(element, IPTC, "rbY")
    if x is None or y is None:
        return
    in_pixels = unit_of(element) == "pixel"
    whole = (float(size[0]), float(size[1])) if in_pixels else (1.0, 1.0)
    w, h = number_of(element, IPTC, "rbW") or 0.0, number_of(element, IPTC, "rbH") or 0.0
    corner, _ = _turned_box(x, y, w, h, orientation, whole)
    put_point(element, IPTC, ("rbX", "rbY"), corner)
    if orientation >= 5:
        swap_texts(element, IPTC, "rbW", "rbH")
        radius = number_of(element, IPTC, "rbRx")
        if radius is not None and not in_pixels:  # in shares of the width, which is another now
            put_text(element, IPTC, "rbRx", spelt(radius * size[0] / size[1]))


def _turn_face(element: Element, orientation: int) -> None:
    """Apple's roll of a face, in degrees by which it has to be turned to stand upright."""
    roll = number_of(element, _APPLE, "AngleInfoRoll")
    if roll is None or not 0 <= roll < 360:
        return
    roll = -roll if orientation in _MIRRORED else roll
    put_text(element, _APPLE, "AngleInfoRoll", spelt((roll + _DEGREES[orientation]) % 360))


def _turn_subject(element: Element, orientation: int, size: tuple[int, int]) -> None:
    """EXIF's subject, whose numbers are a list."""
    if element.namespaceURI != NAMESPACES["exif"] or element.localName not in (
        "SubjectArea",
        "SubjectLocation",
    ):
        return
    items = element.getElementsByTagNameNS(NAMESPACES["rdf"], "li")
    try:
        numbers = [int("".join(getattr(n, "data", "") for n in li.childNodes)) for li in items]
    except ValueError:
        return
    for item, number in zip(items, turned_subject(numbers, orientation, size), strict=True):
        set_text(item, str(number))


def turned_subject(numbers: list[int], orientation: int, size: tuple[int, int]) -> list[int]:
    """EXIF's SubjectArea or SubjectLocation of a stored picture -> of the upright one."""
    if len(numbers) not in (2, 3, 4):
        return numbers
    x, y = turned(numbers[0], numbers[1], orientation, *size)
    rest = numbers[2:][::-1] if orientation >= 5 else numbers[2:]
    return [max(0, round(x)), max(0, round(y)), *rest]
