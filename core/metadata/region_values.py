"""Values of regions in XMP: attributes or elements, in shares or in pixels of a stated size."""

from __future__ import annotations

from typing import Final
from xml.dom.minidom import Element, Text

from core.metadata.xmp_packet import NAMESPACES, set_text

#: Namespaces of areas by their middle (x, y, w, h), and of the size they are counted in.
AREAS: Final = ("http://ns.adobe.com/xmp/sType/Area#", "http://ns.acdsee.com/sType/Area#")
DIMENSIONS: Final = (
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#",
    "http://ns.acdsee.com/sType/Dimensions#",
)
MICROSOFT: Final = "http://ns.microsoft.com/photo/1.2/t/Region#"
IPTC: Final = NAMESPACES["Iptc4xmpExt"]
#: Elements between an IPTC boundary's unit and the points of its polygon.
_LEVELS: Final = 5


def applied_size(element: Element) -> tuple[float, float] | None:
    """What the areas in pixels around an element are counted in; None where that is not said."""
    node: Element | None = element
    while isinstance(node, Element):
        for near in node.childNodes:
            if isinstance(near, Element) and near.localName == "AppliedToDimensions":
                for uri in DIMENSIONS:
                    holder = holder_of(near, uri, "w")
                    w, h = number_of(holder, uri, "w"), number_of(holder, uri, "h")
                    if w and h:
                        return w, h
        node = node.parentNode if isinstance(node.parentNode, Element) else None
    return None


def holder_of(element: Element, uri: str, name: str) -> Element:
    """The element itself, or the rdf:Description in it, that has a property."""
    inner = (node for node in element.childNodes if isinstance(node, Element))
    return next((n for n in (element, *inner) if text_of(n, uri, name) is not None), element)


def unit_of(element: Element) -> str | None:
    """What an IPTC boundary is counted in; points of a polygon have it from far above."""
    node: Element | None = element
    for _ in range(_LEVELS):
        if node is None:
            return None
        if unit := text_of(node, IPTC, "rbUnit"):
            return unit
        node = node.parentNode if isinstance(node.parentNode, Element) else None
    return None


def number_of(element: Element, uri: str, name: str) -> float | None:
    """A property as a number; None where it is none."""
    try:
        return float(text_of(element, uri, name) or "")
    except ValueError:
        return None


def text_of(element: Element, uri: str, name: str) -> str | None:
    """A property as attribute or as element."""
    if element.hasAttributeNS(uri, name):
        return str(element.getAttributeNS(uri, name))
    child = _child(element, uri, name)
    if child is None:
        return None
    return "".join(node.data for node in child.childNodes if isinstance(node, Text)).strip()


def put_text(element: Element, uri: str, name: str, value: str) -> None:
    """Set a property that is there."""
    attribute = element.getAttributeNodeNS(uri, name)
    if attribute is not None:
        attribute.value = value
        return
    child = _child(element, uri, name)
    assert child is not None  # noqa: S101  (its text has been read)
    set_text(child, value)


def put_point(
    element: Element, uri: str, names: tuple[str, str], point: tuple[float, float]
) -> None:
    """Set two properties that are there."""
    for name, value in zip(names, point, strict=True):
        put_text(element, uri, name, spelt(value))


def swap_texts(element: Element, uri: str, one: str, other: str) -> None:
    """Exchange two properties, where both are there."""
    first, second = text_of(element, uri, one), text_of(element, uri, other)
    if first is not None and second is not None:
        put_text(element, uri, one, second)
        put_text(element, uri, other, first)


def spelt(value: float) -> str:
    """A number with six digits after the point at most."""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def _child(element: Element, uri: str, name: str) -> Element | None:
    return next(
        (
            node
            for node in element.childNodes
            if isinstance(node, Element) and (node.namespaceURI, node.localName) == (uri, name)
        ),
        None,
    )
