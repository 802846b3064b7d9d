"""The provenance of a result: XMP that names the model, its hash and the settings.

Sources: XMP specification part 1 (ISO 16684-1:2019, 7.4 "RDF") and part 2 (xmpMM, stEvt);
IPTC Photo Metadata Standard 2023.2 ("Digital Source Type").
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.dom.minidom import Document, Element, Node, parseString
from xml.parsers.expat import ExpatError, ParserCreate

_LOG: Final = logging.getLogger(__name__)

#: https://cv.iptc.org/newscodes/digitalsourcetype/: a photo with parts made by a trained model.
DIGITAL_SOURCE_TYPE: Final = (
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
)

_NAMESPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "x": "adobe:ns:meta/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "stEvt": "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
    "tiff": "http://ns.adobe.com/tiff/1.0/",
    "exif": "http://ns.adobe.com/exif/1.0/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "autochrome": "https://autochrome.app/ns/1.0/",
}

#: What the main packet of an extended one says itself, for readers who stop there.
_MAIN_PACKET_PROPERTIES: Final = (
    ("rdf", "about"),
    ("Iptc4xmpExt", "DigitalSourceType"),
    ("xmp", "CreatorTool"),
)

_EMPTY: Final = (
    f'<x:xmpmeta xmlns:x="{_NAMESPACES["x"]}"><rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">'
    '<rdf:Description rdf:about=""/></rdf:RDF></x:xmpmeta>'
)
#: Elements within elements: real packets have a dozen, and minidom calls itself for each.
_DEEPEST: Final = 100

_BEGIN: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END: Final = '<?xpacket end="w"?>'


@dataclass(frozen=True)
class Provenance:
    """Which model made the colours, and how.

    Attributes:
        software: the program and its version, ``Autochrome 0.1.0``.
        settings: what the user chose; names become ``autochrome:settings`` as ``name=value``.
    """

    model_name: str
    model_version: str
    model_sha256: str
    software: str
    settings: Mapping[str, str | float | int] = field(default_factory=dict)

    def properties(self) -> dict[tuple[str, str], str]:
        """(prefix, name) -> value of each simple XMP property."""
        return {
            ("Iptc4xmpExt", "DigitalSourceType"): DIGITAL_SOURCE_TYPE,
            ("xmp", "CreatorTool"): self.software,
            ("autochrome", "ModelName"): self.model_name,
            ("autochrome", "ModelVersion"): self.model_version,
            ("autochrome", "ModelSHA256"): self.model_sha256,
            ("autochrome", "Settings"): "; ".join(f"{k}={v}" for k, v in self.settings.items()),
        }


def output_xmp(packet: bytes | None, provenance: Provenance | None) -> bytes | None:
    """The XMP of a result: what the photo's packet said, true of an upright sRGB file.

    Everything is kept but the orientation, the colour profile's name and embedded thumbnails,
    which would be the grey ones. A packet that is no XML is replaced. Without a packet and without
    provenance there is none.
    """
    if packet is None and provenance is None:
        return None
    document, rdf = _parse(packet)
    _correct_facts(rdf)
    if provenance is not None:
        _add(rdf, provenance)
    return _packet(document)


def with_history(packet: bytes | None, software: str, parameters: str) -> bytes:
    """A photo's XMP with one more step in its history: what was done to it, in words."""
    document, rdf = _parse(packet)
    _add_history(rdf, software, parameters)
    return _packet(document)


def main_packet(packet: bytes, guid: str) -> bytes:
    """The small packet that points to an extended one: it says what the result says of itself."""
    _, rdf = _parse(packet)
    document, small = _parse(None)
    own = _descriptions(small)[0]
    for description in _descriptions(rdf)[-1:]:  # the one that `_add` wrote; there may be none
        for prefix, name in _MAIN_PACKET_PROPERTIES:
            if value := description.getAttributeNS(_NAMESPACES[prefix], name):
                _set(own, prefix, name, value)
    _set(own, "xmpNote", "HasExtendedXMP", guid)
    return _packet(document)


def _packet(document: Document) -> bytes:
    body = "".join(
        node.toxml()
        for node in document.childNodes
        if node.nodeType != Node.PROCESSING_INSTRUCTION_NODE
    )
    return f"{_BEGIN}{body}{_END}".encode()


def _parse(packet: bytes | None) -> tuple[Document, Element]:
    """A packet's document and its rdf:RDF; an empty one where there is none to be had."""
    for candidate in (packet or b"", _EMPTY.encode()):
        # a document type could define entities that expand without end; XMP has none
        if not candidate or b"<!DOCTYPE" in candidate:
            continue
        try:
            if _depth(candidate) > _DEEPEST:
                _LOG.warning("an XMP packet is nested too deeply and is left out")
                continue
            document = parseString(candidate)  # noqa: S318
        except (ExpatError, ValueError):
            continue
        roots = document.getElementsByTagNameNS(_NAMESPACES["rdf"], "RDF")
        if roots:
            return document, roots[0]
    raise AssertionError("the empty packet is well-formed")


def _depth(packet: bytes) -> int:
    """How many elements stand within each other at most."""
    depth = deepest = 0

    def begin(*_: object) -> None:
        nonlocal depth, deepest
        depth += 1
        deepest = max(deepest, depth)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.Parse(packet, True)
    return deepest


def _descriptions(rdf: Element) -> list[Element]:
    return [
        node
        for node in rdf.childNodes
        if isinstance(node, Element)
        and (node.namespaceURI, node.localName) == (_NAMESPACES["rdf"], "Description")
    ]


def _remove(rdf: Element, prefix: str, name: str) -> bool:
    """Remove a property, written as an attribute or as an element; whether there was one."""
    uri, found = _NAMESPACES[prefix], False
    for description in _descriptions(rdf):
        if description.hasAttributeNS(uri, name):
            description.removeAttributeNS(uri, name)
            found = True
        for node in list(description.childNodes):
            if (node.namespaceURI, node.localName) == (uri, name):
                description.removeChild(node)
                found = True
    return found


def _correct_facts(rdf: Element) -> None:
    """Correct what the packet says of pixels that have been turned upright and made sRGB."""
    truths = {
        ("tiff", "Orientation"): "1",
        ("exif", "ColorSpace"): "1",
        ("photoshop", "ICCProfile"): "sRGB",
    }
    for (prefix, name), value in truths.items():
        if _remove(rdf, prefix, name):
            _set(_own_description(rdf), prefix, name, value)
    _remove(rdf, "xmp", "Thumbnails")
    _remove(rdf, "xmpNote", "HasExtendedXMP")


def _own_description(rdf: Element) -> Element:
    """A new rdf:Description about the same thing as the others."""
    others = _descriptions(rdf)
    about = others[0].getAttributeNS(_NAMESPACES["rdf"], "about") if others else ""
    document = rdf.ownerDocument
    assert document is not None  # noqa: S101
    description = document.createElementNS(_NAMESPACES["rdf"], "rdf:Description")
    description.setAttributeNS(_NAMESPACES["rdf"], "rdf:about", about)
    rdf.appendChild(description)
    return description


def _set(element: Element, prefix: str, name: str, value: str) -> None:
    element.setAttribute(f"xmlns:{prefix}", _NAMESPACES[prefix])
    element.setAttributeNS(_NAMESPACES[prefix], f"{prefix}:{name}", value)


def _add(rdf: Element, provenance: Provenance) -> None:
    for prefix, name in provenance.properties():
        _remove(rdf, prefix, name)
    _add_history(rdf, provenance.software, f"colorized with {provenance.model_name}")
    description = _own_description(rdf)
    for (prefix, name), value in provenance.properties().items():
        _set(description, prefix, name, value)


def _add_history(rdf: Element, software: str, parameters: str) -> None:
    """One more step in xmpMM:History (XMP part 2, 2.1.2.8 "ResourceEvent")."""
    sequences = [
        sequence
        for history in rdf.getElementsByTagNameNS(_NAMESPACES["xmpMM"], "History")
        for sequence in history.getElementsByTagNameNS(_NAMESPACES["rdf"], "Seq")
    ]
    if sequences:
        sequence = sequences[0]
    else:
        history = _child(_own_description(rdf), "xmpMM", "History")
        sequence = _child(history, "rdf", "Seq")
    step = _child(sequence, "rdf", "li")
    _set(step, "stEvt", "action", "edited")
    _set(step, "stEvt", "softwareAgent", software)
    _set(step, "stEvt", "parameters", parameters)


def _child(parent: Element, prefix: str, name: str) -> Element:
    assert parent.ownerDocument is not None  # noqa: S101
    child = parent.ownerDocument.createElementNS(_NAMESPACES[prefix], f"{prefix}:{name}")
    child.setAttribute(f"xmlns:{prefix}", _NAMESPACES[prefix])
    parent.appendChild(child)
    return child
