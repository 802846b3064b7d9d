"""Regions of faces and things in XMP, turned with the photo's pixels.

Sources: MWG Guidelines 2.0 (5.9 "Image Regions"; digiKam, Lightroom and Picasa write these),
Microsoft's "People Tagging Overview", ACDSee's regions as exiftool reads them (XMP2.pl), IPTC Photo
Metadata Standard 2023.2 ("Image Region"), CIPA DC-008 (4.6.5, SubjectArea: x, y; then a diameter,
or width and height of a rectangle around them).
"""

from __future__ import annotations

from typing import Final
from xml.dom.minidom import Element, Text

from core.metadata.xmp_packet import NAMESPACES, set_text

#: Namespaces of areas by their middle (x, y, w, h), and of the size they are counted in.
_AREAS: Final = ("http://ns.adobe.com/xmp/sType/Area#", "http://ns.acdsee.com/sType/Area#")
_DIMENSIONS: Final = (
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "http://ns.acdsee.com/sType/Dimensions#",
)
_MICROSOFT: Final = "http://ns.microsoft.com/photo/1.2/t/Region#"
_APPLE: Final = "http://ns.apple.com/faceinfo/1.0/"
#: EXIF orientation -> degrees by which a mirrored or unmirrored picture is turned clockwise.
_DEGREES: Final = {2: 0, 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270}
_MIRRORED: Final = (2, 4, 5, 7)
#: Elements between an IPTC boundary's unit and the points of its polygon.
_LEVELS: Final = 5
_IPTC: Final = NAMESPACES["Iptc4xmpExt"]


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
        for uri in _AREAS:
            _turn_area(element, uri, orientation, size)
        _turn_rectangle(element, orientation)
        _turn_boundary(element, orientation, size)
        _turn_face(element, orientation)
        _turn_subject(element, orientation, size)
    if orientation >= 5:
        for element in rdf.getElementsByTagName("*"):
            if element.localName == "AppliedToDimensions":
                for uri in _DIMENSIONS:
                    _swap(_holder(element, uri, "w"), uri, "w", "h")


def _turn_area(element: Element, uri: str, orientation: int, size: tuple[float, float]) -> None:
    values = [_number(element, uri, name) for name in "xy"]
    if None in values:
        return
    x, y = (value or 0.0 for value in values)
    in_pixels = _text(element, uri, "unit") == "pixel"
    w, h = (_applied_size(element) or size) if in_pixels else (1.0, 1.0)
    _put_point(element, uri, ("x", "y"), turned(x, y, orientation, w, h))
    if orientation >= 5:
        _swap(element, uri, "w", "h")


def _applied_size(element: Element) -> tuple[float, float] | None:
    """What the areas in pixels around an element are counted in; None where that is not said."""
    node: Element | None = element
    while isinstance(node, Element):
        for near in node.childNodes:
            if isinstance(near, Element) and near.localName == "AppliedToDimensions":
                for uri in _DIMENSIONS:
                    holder = _holder(near, uri, "w")
                    w, h = _number(holder, uri, "w"), _number(holder, uri, "h")
                    if w and h:
                        return w, h
        node = node.parentNode if isinstance(node.parentNode, Element) else None
    return None


def _holder(element: Element, uri: str, name: str) -> Element:
    """The element itself, or the rdf:Description in it, that has a property."""
    inner = (node for node in element.childNodes if isinstance(node, Element))
    return next((n for n in (element, *inner) if _text(n, uri, name) is not None), element)


def _turn_rectangle(element: Element, orientation: int) -> None:
    """Microsoft's ``x, y, w, h``: a corner and a size, in shares of the picture."""
    text = _text(element, _MICROSOFT, "Rectangle")
    try:
        x, y, w, h = (float(part) for part in (text or "").split(","))
    except ValueError:
        return
    corner, size = _turned_box(x, y, w, h, orientation, (1.0, 1.0))
    said = ", ".join(_spelt(value) for value in (*corner, *size))
    _put(element, _MICROSOFT, "Rectangle", said)


def _turned_box(
    x: float, y: float, w: float, h: float, orientation: int, whole: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    middle = turned(x + w / 2, y + h / 2, orientation, *whole)
    size = (h, w) if orientation >= 5 else (w, h)
    return (middle[0] - size[0] / 2, middle[1] - size[1] / 2), size


def _turn_boundary(element: Element, orientation: int, size: tuple[int, int]) -> None:
    """IPTC's: a rectangle by its corner, a circle by its middle, a polygon by its points."""
    x, y = _number(element, _IPTC, "rbX"), _number(element, _IPTC, "rbY")
    if x is None or y is None:
        return
    in_pixels = _unit(element) == "pixel"
    whole = (float(size[0]), float(size[1])) if in_pixels else (1.0, 1.0)
    w, h = _number(element, _IPTC, "rbW") or 0.0, _number(element, _IPTC, "rbH") or 0.0
    corner, _ = _turned_box(x, y, w, h, orientation, whole)
    _put_point(element, _IPTC, ("rbX", "rbY"), corner)
    if orientation >= 5:
        _swap(element, _IPTC, "rbW", "rbH")
        radius = _number(element, _IPTC, "rbRx")
        if radius is not None and not in_pixels:  # in shares of the width, which is another now
            _put(element, _IPTC, "rbRx", _spelt(radius * size[0] / size[1]))


def _unit(element: Element) -> str | None:
    """What an IPTC boundary is counted in; points of a polygon have it from far above."""
    node: Element | None = element
    for _ in range(_LEVELS):
        if node is None:
            return None
        if unit := _text(node, _IPTC, "rbUnit"):
            return unit
        node = node.parentNode if isinstance(node.parentNode, Element) else None
    return None


def _turn_face(element: Element, orientation: int) -> None:
    """Apple's roll of a face, in degrees by which it has to be turned to stand upright."""
    roll = _number(element, _APPLE, "AngleInfoRoll")
    if roll is None or not 0 <= roll < 360:
        return
    roll = -roll if orientation in _MIRRORED else roll
    _put(element, _APPLE, "AngleInfoRoll", _spelt((roll + _DEGREES[orientation]) % 360))


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


def _put_point(
    element: Element, uri: str, names: tuple[str, str], point: tuple[float, float]
) -> None:
    for name, value in zip(names, point, strict=True):
        _put(element, uri, name, _spelt(value))


def _swap(element: Element, uri: str, one: str, other: str) -> None:
    first, second = _text(element, uri, one), _text(element, uri, other)
    if first is not None and second is not None:
        _put(element, uri, one, second)
        _put(element, uri, other, first)


def _spelt(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _number(element: Element, uri: str, name: str) -> float | None:
    try:
        return float(_text(element, uri, name) or "")
    except ValueError:
        return None


def _child(element: Element, uri: str, name: str) -> Element | None:
    return next(
        (
            node
            for node in element.childNodes
            if isinstance(node, Element) and (node.namespaceURI, node.localName) == (uri, name)
        ),
        None,
    )


def _text(element: Element, uri: str, name: str) -> str | None:
    """A property as attribute or as element."""
    if element.hasAttributeNS(uri, name):
        return str(element.getAttributeNS(uri, name))
    child = _child(element, uri, name)
    if child is None:
        return None
    return "".join(node.data for node in child.childNodes if isinstance(node, Text)).strip()


def _put(element: Element, uri: str, name: str, value: str) -> None:
    attribute = element.getAttributeNodeNS(uri, name)
    if attribute is not None:
        attribute.value = value
        return
    child = _child(element, uri, name)
    assert child is not None  # noqa: S101  (its text has been read)
    set_text(child, value)
