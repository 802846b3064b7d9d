"""The provenance of a result: XMP that names the model, its hash and the settings.

Sources: XMP specification part 1 (ISO 16684-1:2019, 7.4 "RDF") and part 2 (xmpMM, stEvt);
IPTC Photo Metadata Standard 2023.2 ("Digital Source Type").
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.dom.minidom import Document, Element, Node, parseString
from xml.parsers.expat import ExpatError, ParserCreate

from core.metadata.photo_dates import parse_day
from core.metadata.regions import turn_regions
from core.metadata.xmp_facts import FileFacts, correct_file_facts, drop_property, properties

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
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
    "autochrome": "https://autochrome.app/ns/1.0/",
}

#: What the main packet of an extended one says itself, for readers who stop there: all that tells
#: a result from a photo, and one result from another.
_MAIN_PACKET_PROPERTIES: Final = (
    ("rdf", "about"),
    ("Iptc4xmpExt", "DigitalSourceType"),
    ("xmp", "CreatorTool"),
    ("autochrome", "ModelName"),
    ("autochrome", "ModelVersion"),
    ("autochrome", "ModelSHA256"),
    ("autochrome", "Settings"),
)

_EMPTY: Final = (
    f'<x:xmpmeta xmlns:x="{_NAMESPACES["x"]}"><rdf:RDF xmlns:rdf="{_NAMESPACES["rdf"]}">'
    '<rdf:Description rdf:about=""/></rdf:RDF></x:xmpmeta>'
)
#: Elements within elements: real packets have a dozen, and minidom calls itself for each.
_DEEPEST: Final = 100
#: Elements and attributes altogether: minidom takes 400 bytes for each, and seconds for more.
_MOST_NODES: Final = 50_000

#: Bytes looked at before the bounds are checked again.
_CHUNK: Final = 1 << 16

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


def output_xmp(
    packet: bytes | None,
    provenance: Provenance | None,
    facts: FileFacts | None = None,
    texts: Mapping[str, str] | None = None,
) -> bytes | None:
    """The XMP of a result: what the photo's packet said, true of an upright sRGB file.

    Everything is kept but the orientation, the colour profile's name and embedded thumbnails,
    which would be the grey ones. With `facts` it is also true of a file: see
    `core.metadata.xmp_facts`; regions are turned with the pixels. `texts` are what the photo said
    outside of XMP, by the keywords of PNG; they are added where the packet says nothing. A packet
    that is no XML is replaced. Without a packet and without provenance and texts there is none.
    """
    if packet is None and provenance is None and not texts:
        return None
    document, rdf = parse_packet(packet)
    _correct_facts(rdf)
    if facts is not None:
        turn_regions(rdf, facts.turned)
        correct_file_facts(_descriptions(rdf), facts)
    _add_texts(rdf, texts or {})
    if provenance is not None:
        _add(rdf, provenance)
    return _packet(document)


#: Keyword of PNG (3rd edition, table 20) -> property, and whether it is a list or has languages.
_TEXT_PROPERTIES: Final = {
    "Title": ("dc", "title", "Alt"),
    "Author": ("dc", "creator", "Seq"),
    "Description": ("dc", "description", "Alt"),
    "Copyright": ("dc", "rights", "Alt"),
    "Creation Time": ("photoshop", "DateCreated", ""),
    "Comment": ("exif", "UserComment", "Alt"),
    "Source": ("dc", "source", ""),
}


def _add_texts(rdf: Element, texts: Mapping[str, str]) -> None:
    for keyword, (prefix, name, kind) in _TEXT_PROPERTIES.items():
        text = texts.get(keyword, "")
        # what XML 1.0 (2.2) has no place for
        text = "".join(c for c in text if c >= " " or c in "\n\t")
        if name == "DateCreated":
            day = parse_day(text)
            text = "" if day is None else (text if text[:5].endswith("-") else day.isoformat())
        if text and not _has(rdf, prefix, name):
            _add_property(rdf, prefix, name, kind, text)


def _has(rdf: Element, prefix: str, name: str) -> bool:
    uri = _NAMESPACES[prefix]
    return any(d.hasAttributeNS(uri, name) for d in _descriptions(rdf)) or bool(
        rdf.getElementsByTagNameNS(uri, name)
    )


def _add_property(rdf: Element, prefix: str, name: str, kind: str, text: str) -> None:
    description = _own_description(rdf)
    if not kind:
        _set(description, prefix, name, text)
        return
    item = _child(_child(_child(description, prefix, name), "rdf", kind), "rdf", "li")
    if kind == "Alt":
        item.setAttribute("xml:lang", "x-default")
    assert item.ownerDocument is not None  # noqa: S101
    item.appendChild(item.ownerDocument.createTextNode(text))


def xmp_texts(packet: bytes | None, wanted: Iterable[tuple[str, str]]) -> list[str | None]:
    """The text of each property (prefix, name); of a list its first; None where it says nothing."""
    if packet is None:
        return [None for _ in wanted]
    _, rdf = parse_packet(packet)
    return [_property_text(rdf, _NAMESPACES[prefix], name) for prefix, name in wanted]


def _property_text(rdf: Element, uri: str, name: str) -> str | None:
    for description in _descriptions(rdf):
        if text := description.getAttributeNS(uri, name).strip():
            return str(text)
        for node in description.getElementsByTagNameNS(uri, name):
            items = node.getElementsByTagNameNS(_NAMESPACES["rdf"], "li") or [node]
            if text := "".join(getattr(n, "data", "") for n in items[0].childNodes).strip():
                return text
    return None


def joined_packet(main: bytes, extended: bytes | None) -> bytes:
    """One packet of a main and an extended one; what both say counts as the extended one says it.

    An extended packet that is no XML is left out.
    """
    if extended is None:
        return main
    document, rdf = parse_packet(main)
    _, more = parse_packet(extended)
    for theirs in _descriptions(more):
        for uri, name in properties(theirs):
            if uri != _NAMESPACES["rdf"]:
                for own in _descriptions(rdf):
                    drop_property(own, uri, name)
        rdf.appendChild(document.importNode(theirs, True))
    _remove(rdf, "xmpNote", "HasExtendedXMP")
    return _packet(document)


def utf8_packet(packet: bytes) -> bytes:
    """A packet in UTF-8, whichever of Unicode's encodings it came in (XMP part 1, 7.3.2)."""
    for encoding, sign in (
        *(("utf-32-be", "\0\0\0<"), ("utf-32-le", "<\0\0\0")),
        *(("utf-16-be", "\0<"), ("utf-16-le", "<\0")),
    ):
        start = packet.find(sign.encode("latin-1"))
        if 0 <= start <= 4:
            text = packet[start:].decode(encoding, "replace")
            return text.rstrip("\0\ufffd").encode("utf-8", "replace")
    return packet


def with_history(packet: bytes | None, software: str, parameters: str) -> bytes:
    """A photo's XMP with one more step in its history: what was done to it, in words."""
    document, rdf = parse_packet(packet)
    _add_history(rdf, software, parameters)
    return _packet(document)


def main_packet(packet: bytes, guid: str) -> bytes:
    """The small packet that points to an extended one: it says what the result says of itself."""
    _, rdf = parse_packet(packet)
    document, small = parse_packet(None)
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


def parse_packet(packet: bytes | None) -> tuple[Document, Element]:
    """A packet's document and its rdf:RDF; an empty one where there is none to be had."""
    for candidate in (packet or b"", _EMPTY.encode()):
        # a document type could define entities that expand without end; XMP has none
        if not candidate or b"<!DOCTYPE" in candidate:
            continue
        try:
            if not _is_bounded(candidate):
                _LOG.warning("an XMP packet is nested too deeply or has too many parts: left out")
                continue
            document = parseString(candidate)  # noqa: S318
        except (ExpatError, ValueError):
            continue
        roots = document.getElementsByTagNameNS(_NAMESPACES["rdf"], "RDF")
        if roots:
            return document, roots[0]
    raise AssertionError("the empty packet is well-formed")


def _is_bounded(packet: bytes) -> bool:
    """Whether elements stand within each other, and beside each other, in bounds."""
    depth = deepest = nodes = 0

    def begin(_: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth, deepest, nodes
        depth += 1
        deepest = max(deepest, depth)
        nodes += 1 + len(attributes)

    def end(*_: object) -> None:
        nonlocal depth
        depth -= 1

    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    for at in range(0, len(packet), _CHUNK):
        parser.Parse(packet[at : at + _CHUNK], False)
        if deepest > _DEEPEST or nodes > _MOST_NODES:
            return False
    parser.Parse(b"", True)
    return True


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
