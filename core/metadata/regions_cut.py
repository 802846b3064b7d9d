"""Regions of faces and things in XMP, cut with the photo's pixels; sources: see `regions`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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
    text_of,
    unit_of,
)
from core.metadata.xmp_packet import NAMESPACES, set_text

Size = tuple[float, float]
Point = tuple[float, float]
_EXIF: Final = NAMESPACES["exif"]
_SUBJECTS: Final = ("SubjectArea", "SubjectLocation")


@dataclass(frozen=True)
class RegionCut:
    """How places of an upright photo become those of a piece of it.

    Attributes:
        move: a place of the photo, in pixels, -> of the piece.
        photo: width and height in pixels.
        piece: width and height in pixels.
    """

    move: Callable[[float, float], Point]
    photo: Size
    piece: Size

    def moved(self, x: float, y: float) -> Point | None:
        """A place, in pixels; None where it lies outside the piece."""
        x, y = self.move(x, y)
        return (x, y) if 0 <= x <= self.piece[0] and 0 <= y <= self.piece[1] else None


def cut_regions(rdf: Element, cut: RegionCut) -> None:
    """Move every region of a packet into the piece; those whose middle is cut off go.

    Sizes stay what they are in pixels: a region of a photo that is straightened is not turned.
    """
    for element in list(rdf.getElementsByTagName("*")):
        for uri in AREAS:
            _cut_area(element, uri, cut)
        _cut_rectangle(element, cut)
        _cut_boundary(element, cut)
        _cut_subject(element, cut)
    for element in rdf.getElementsByTagName("*"):
        if element.localName == "AppliedToDimensions":
            for uri in DIMENSIONS:
                holder = holder_of(element, uri, "w")
                if number_of(holder, uri, "w") and number_of(holder, uri, "h"):
                    put_point(holder, uri, ("w", "h"), cut.piece)


def _cut_area(element: Element, uri: str, cut: RegionCut) -> None:
    x, y = number_of(element, uri, "x"), number_of(element, uri, "y")
    if x is None or y is None:
        return
    stated = applied_size(element) if text_of(element, uri, "unit") == "pixel" else (1.0, 1.0)
    scale = _Scale(stated or cut.photo, cut)
    place = cut.moved(*scale.to_pixels(x, y))
    if place is None:
        _remove_item(element)
        return
    put_point(element, uri, ("x", "y"), scale.to_shares(*place))
    w, h = number_of(element, uri, "w"), number_of(element, uri, "h")
    if w is not None and h is not None:
        put_point(element, uri, ("w", "h"), scale.to_shares(*scale.to_pixels(w, h)))
    if (d := number_of(element, uri, "d")) is not None:
        put_text(element, uri, "d", spelt(scale.to_shares(scale.to_pixels(d, 0)[0], 0)[0]))


@dataclass(frozen=True)
class _Scale:
    """What numbers are counted in: shares of 1 x 1, or pixels of a stated size."""

    whole: Size
    cut: RegionCut

    def to_pixels(self, x: float, y: float) -> Point:
        w, h = self.cut.photo
        return x / self.whole[0] * w, y / self.whole[1] * h

    def to_shares(self, x: float, y: float) -> Point:
        """Of the piece; in pixels where the region is counted in them."""
        if self.whole != (1.0, 1.0):
            return x, y
        return x / self.cut.piece[0], y / self.cut.piece[1]


def _cut_rectangle(element: Element, cut: RegionCut) -> None:
    """Microsoft's ``x, y, w, h``: a corner and a size, in shares of the picture."""
    try:
        x, y, w, h = map(float, (text_of(element, MICROSOFT, "Rectangle") or "").split(","))
    except ValueError:
        return
    scale = _Scale((1.0, 1.0), cut)
    middle = cut.moved(*scale.to_pixels(x + w / 2, y + h / 2))
    if middle is None:
        _remove_item(element)
        return
    size = scale.to_shares(*scale.to_pixels(w, h))
    at = scale.to_shares(*middle)
    said = (at[0] - size[0] / 2, at[1] - size[1] / 2, *size)
    put_text(element, MICROSOFT, "Rectangle", ", ".join(map(spelt, said)))


def _cut_boundary(element: Element, cut: RegionCut) -> None:
    """IPTC's: a rectangle by its corner, a circle by its middle, a polygon by its points."""
    x, y = number_of(element, IPTC, "rbX"), number_of(element, IPTC, "rbY")
    if x is None or y is None:
        return
    scale = _Scale(cut.photo if unit_of(element) == "pixel" else (1.0, 1.0), cut)
    w, h = number_of(element, IPTC, "rbW") or 0.0, number_of(element, IPTC, "rbH") or 0.0
    half_w, half_h = (value / 2 for value in scale.to_pixels(w, h))
    left, top = scale.to_pixels(x, y)
    middle = cut.move(left + half_w, top + half_h)
    if _is_whole_region(element) and cut.moved(left + half_w, top + half_h) is None:
        _remove_item(element)
        return
    corner = scale.to_shares(middle[0] - half_w, middle[1] - half_h)
    put_point(element, IPTC, ("rbX", "rbY"), corner)
    if w and h:
        put_point(element, IPTC, ("rbW", "rbH"), scale.to_shares(2 * half_w, 2 * half_h))
    if (radius := number_of(element, IPTC, "rbRx")) is not None:
        wide = scale.to_shares(scale.to_pixels(radius, 0)[0], 0)[0]
        put_text(element, IPTC, "rbRx", spelt(wide))


def _is_whole_region(element: Element) -> bool:
    """Whether a boundary is told by one place; a polygon is told by many, of which none may go."""
    return bool(text_of(element, IPTC, "rbShape")) or number_of(element, IPTC, "rbW") is not None


def _cut_subject(element: Element, cut: RegionCut) -> None:
    """EXIF's subject: x, y, and a diameter or width and height, in pixels."""
    if element.namespaceURI != _EXIF or element.localName not in _SUBJECTS:
        return
    items = element.getElementsByTagNameNS(NAMESPACES["rdf"], "li")
    try:
        numbers = [int("".join(getattr(n, "data", "") for n in li.childNodes)) for li in items]
    except ValueError:
        return
    place = cut.moved(*numbers[:2]) if len(numbers) in (2, 3, 4) else None
    if place is None:
        if element.parentNode is not None:
            element.parentNode.removeChild(element)
        return
    for item, number in zip(items, place, strict=False):
        set_text(item, str(round(number)))


def _remove_item(element: Element) -> None:
    """Take the region out of the list that it stands in; with the last one the list goes."""
    item = _ancestor(element, "li")
    if item is None or not isinstance(item.parentNode, Element):
        return
    bag = item.parentNode
    bag.removeChild(item)
    if any(isinstance(child, Element) for child in bag.childNodes):
        return
    empty = _ancestor(bag, "RegionInfo") or _ancestor(bag, "Regions") or bag.parentNode
    if isinstance(empty, Element) and empty.parentNode is not None:
        empty.parentNode.removeChild(empty)


def _ancestor(element: Element, name: str) -> Element | None:
    """The element itself, or the nearest that it stands in, of a local name.

    ``Regions`` is the Metadata Working Group's, ``RegionInfo`` Microsoft's, around its ``Regions``.
    """
    node: object = element
    while isinstance(node, Element):
        if node.localName == name:
            return node
        node = node.parentNode
    return None
