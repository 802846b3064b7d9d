"""Lets what stands beside a photo speak where the photo itself is silent.

Only what describes the photo is taken: captions, dates, places, people, ratings and the regions of
faces. What a raw converter's sidecar says of its settings, of sizes and of its own history stays
there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.dom.minidom import Element

from core.metadata.stated import XMP_DATES
from core.metadata.xmp_packet import (
    NAMESPACES,
    child_elements,
    descriptions,
    import_element,
    own_description,
    parse_packet,
    properties,
    to_bytes,
)

_Property = tuple[str, str]

#: Namespaces of which every property describes the photo, but for those of `_NEVER`.
_DESCRIPTIVE: Final = frozenset(
    {
        NAMESPACES["dc"],
        NAMESPACES["Iptc4xmpExt"],
        "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "http://ns.adobe.com/xap/1.0/rights/",
        "http://ns.adobe.com/lightroom/1.0/",
        "http://ns.useplus.org/ldf/xmp/1.0/",
        "http://www.digikam.org/ns/1.0/",
        "http://www.metadataworkinggroup.com/schemas/regions/",
        "http://ns.microsoft.com/photo/1.0/",
        "http://ns.microsoft.com/photo/1.2/",
        "http://ns.acdsee.com/iptc/1.0/",
        "http://ns.acdsee.com/regions/",
    }
)
_SOME: Final[dict[str, tuple[str, ...]]] = {
    NAMESPACES["xmp"]: ("Rating", "Label", "CreateDate"),
    NAMESPACES["exif"]: ("DateTimeOriginal", "DateTimeDigitized", "UserComment", "GPS"),
    NAMESPACES["photoshop"]: (
        *("DateCreated", "Headline", "City", "State", "Country", "Credit", "Source", "Urgency"),
        *("Instructions", "CaptionWriter", "AuthorsPosition", "Category", "SupplementalCategories"),
        "TransmissionReference",
    ),
}
_NEVER: Final = frozenset(
    {(NAMESPACES["dc"], "format"), (NAMESPACES["Iptc4xmpExt"], "DigitalSourceType")}
)


def with_sidecars(
    packet: bytes | None, sidecars: Iterable[bytes], stated: Iterable[tuple[str, str]]
) -> bytes | None:
    """A photo's own packet with what its sidecars add.

    Args:
        packet: the photo's.
        sidecars: packets, the most trusted first: each adds what none before it says.
        stated: properties (prefix, name) of which the photo speaks outside of XMP.
    """
    sidecars = tuple(sidecars)
    if not sidecars:
        return packet
    document, rdf = parse_packet(packet)
    said = {_subject((NAMESPACES[prefix], name)) for prefix, name in stated}
    said |= _subjects(rdf)
    for sidecar in sidecars:
        _, theirs = parse_packet(sidecar)
        for description in descriptions(theirs):
            _add_missing(rdf, description, said)
        said |= _subjects(theirs)
    return to_bytes(document)


def _add_missing(rdf: Element, theirs: Element, said: set[_Property]) -> None:
    own: Element | None = None
    for uri, name in sorted(properties(theirs)):
        if not _describes(uri, name) or _subject((uri, name)) in said:
            continue
        own = own or own_description(rdf)
        attribute = theirs.getAttributeNodeNS(uri, name)
        if attribute is not None:
            prefix = attribute.prefix or "ns"
            own.setAttribute(f"xmlns:{prefix}", uri)
            own.setAttributeNS(uri, f"{prefix}:{name}", attribute.value)
            continue
        for node in child_elements(theirs):
            if (node.namespaceURI, node.localName) == (uri, name):
                own.appendChild(import_element(own, node))


def _describes(uri: str, name: str) -> bool:
    if (uri, name) in _NEVER:
        return False
    return uri in _DESCRIPTIVE or name.startswith(_SOME.get(uri, ("\0",)))


def _subjects(rdf: Element) -> set[_Property]:
    found = (p for description in descriptions(rdf) for p in properties(description))
    return {_subject(p) for p in found}


def _subject(named: _Property) -> _Property:
    """One name for properties that say the same: the dates of one rank, a place's coordinates."""
    uri, name = named
    if uri == NAMESPACES["exif"] and name.startswith("GPS"):
        return uri, "GPS"
    for rank, names in enumerate(XMP_DATES):
        if named in {(NAMESPACES[prefix], one) for prefix, one in names}:
            return "date", str(rank)
    return named
