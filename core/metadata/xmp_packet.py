"""An XMP packet as a tree: read in bounds, its properties found, set and removed, written again.

Source: XMP specification part 1 (ISO 16684-1:2019, 7.3 "packet wrapper", 7.4 "RDF").
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from typing import Final
from xml.dom import XMLNS_NAMESPACE
from xml.dom.minidom import Document, Element, Node, parseString
from xml.parsers.expat import ExpatError, ParserCreate

_LOG: Final = logging.getLogger(__name__)

NAMESPACES: Final = {
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

_EMPTY: Final = (
    f'<x:xmpmeta xmlns:x="{NAMESPACES["x"]}"><rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">'
    '<rdf:Description rdf:about=""/></rdf:RDF></x:xmpmeta>'
)
#: Elements within elements: real packets have a dozen, and minidom calls itself for each.
_DEEPEST: Final = 100
#: Elements and attributes altogether: minidom takes 400 bytes for each, and seconds for more.
_MOST_NODES: Final = 50_000

#: Bytes looked at before the bounds are checked again.
_CHUNK: Final = 1 << 16

#: Controls, halves of surrogate pairs, and the two that are no characters.
_NO_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_BEGIN: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
_END: Final = '<?xpacket end="w"?>'


def to_bytes(document: Document) -> bytes:
    """The document as a packet, its wrapper around it."""
    body = "".join(
        node.toxml()
        for node in document.childNodes
        if node.nodeType != Node.PROCESSING_INSTRUCTION_NODE
    )
    return f"{_BEGIN}{body}{_END}".encode()


def parse_packet(packet: bytes | None) -> tuple[Document, Element]:
    """A packet's document and its rdf:RDF; an empty one where there is none to be had."""
    if packet and (found := _parsed(packet)):
        return found
    empty = _parsed(_EMPTY.encode())
    assert empty is not None  # noqa: S101  (it is well-formed)
    return empty


def is_packet(packet: bytes) -> bool:
    """Whether bytes are XMP that `parse_packet` takes."""
    return _parsed(packet) is not None


def _parsed(packet: bytes) -> tuple[Document, Element] | None:
    # a document type could define entities that expand without end; XMP has none
    if b"<!DOCTYPE" in packet:
        return None
    try:
        if not _is_bounded(packet):
            _LOG.warning("an XMP packet is nested too deeply or has too many parts: left out")
            return None
        document = parseString(packet)  # noqa: S318
    except (ExpatError, ValueError):
        return None
    roots = document.getElementsByTagNameNS(NAMESPACES["rdf"], "RDF")
    return (document, roots[0]) if roots else None


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


def descriptions(rdf: Element) -> list[Element]:
    """The rdf:Description elements of a packet."""
    return [
        node
        for node in rdf.childNodes
        if isinstance(node, Element)
        and (node.namespaceURI, node.localName) == (NAMESPACES["rdf"], "Description")
    ]


def remove_property(rdf: Element, prefix: str, name: str) -> bool:
    """Remove a property, written as an attribute or as an element; whether there was one."""
    uri, found = NAMESPACES[prefix], False
    for description in descriptions(rdf):
        if description.hasAttributeNS(uri, name):
            description.removeAttributeNS(uri, name)
            found = True
        for node in list(description.childNodes):
            if (node.namespaceURI, node.localName) == (uri, name):
                description.removeChild(node)
                found = True
    return found


def child_elements(description: Element) -> list[Element]:
    """The elements right in one."""
    return [node for node in description.childNodes if isinstance(node, Element)]


def properties(description: Element) -> set[tuple[str, str]]:
    """Namespace and name of each property of an rdf:Description."""
    attributes = description.attributes
    named = {(a.namespaceURI, a.localName) for a in attributes.values()} if attributes else set()
    nodes = {(n.namespaceURI, n.localName) for n in child_elements(description)}
    return {(uri, name) for uri, name in named | nodes if uri and name and uri != XMLNS_NAMESPACE}


def drop_property(description: Element, uri: str, name: str) -> None:
    """Take a property out, written as attribute or as element."""
    if description.hasAttributeNS(uri, name):
        description.removeAttributeNS(uri, name)
    for node in child_elements(description):
        if (node.namespaceURI, node.localName) == (uri, name):
            description.removeChild(node)


def has_property(rdf: Element, prefix: str, name: str) -> bool:
    """Whether a packet has a property, written as attribute or as element."""
    uri = NAMESPACES[prefix]
    return any(d.hasAttributeNS(uri, name) for d in descriptions(rdf)) or bool(
        rdf.getElementsByTagNameNS(uri, name)
    )


def own_description(rdf: Element) -> Element:
    """A new rdf:Description about the same thing as the others."""
    others = descriptions(rdf)
    about = others[0].getAttributeNS(NAMESPACES["rdf"], "about") if others else ""
    document = rdf.ownerDocument
    assert document is not None  # noqa: S101
    description = document.createElementNS(NAMESPACES["rdf"], "rdf:Description")
    description.setAttributeNS(NAMESPACES["rdf"], "rdf:about", about)
    rdf.appendChild(description)
    return description


def set_property(element: Element, prefix: str, name: str, value: str) -> None:
    """Set a simple property, as attribute."""
    element.setAttribute(f"xmlns:{prefix}", NAMESPACES[prefix])
    element.setAttributeNS(NAMESPACES[prefix], f"{prefix}:{name}", value)


def set_text(element: Element, text: str) -> None:
    """Let an element hold a text and nothing else."""
    for inner in list(element.childNodes):
        element.removeChild(inner)
    assert element.ownerDocument is not None  # noqa: S101
    element.appendChild(element.ownerDocument.createTextNode(text))


def append_element(parent: Element, prefix: str, name: str) -> Element:
    """A new element, the last in its parent."""
    assert parent.ownerDocument is not None  # noqa: S101
    child = parent.ownerDocument.createElementNS(NAMESPACES[prefix], f"{prefix}:{name}")
    child.setAttribute(f"xmlns:{prefix}", NAMESPACES[prefix])
    parent.appendChild(child)
    return child


def import_element(parent: Element, node: Element) -> Element:
    """A copy of another document's element for this one's, with the namespaces it uses."""
    assert parent.ownerDocument is not None  # noqa: S101
    copy: Element = parent.ownerDocument.importNode(node, True)
    for inner in (copy, *copy.getElementsByTagName("*")):
        for named in (inner, *(inner.attributes.values() if inner.attributes else ())):
            declared = f"xmlns:{named.prefix}"
            if named.prefix not in (None, "xml", "xmlns") and not copy.hasAttribute(declared):
                copy.setAttribute(declared, named.namespaceURI or "")
    return copy


def add_property(rdf: Element, prefix: str, name: str, kind: str, *texts: str) -> None:
    """Add a property: a text, or a list of the `kind` ``Alt``, ``Seq`` or ``Bag``."""
    description = own_description(rdf)
    if not kind:
        set_property(description, prefix, name, *texts)
        return
    array = append_element(append_element(description, prefix, name), "rdf", kind)
    for text in texts:
        item = append_element(array, "rdf", "li")
        if kind == "Alt":
            item.setAttribute("xml:lang", "x-default")
        set_text(item, text)


def printable(text: str) -> str:
    """A text without what XML 1.0 (2.2) has no place for."""
    return _NO_XML.sub("", text)


def xmp_texts(packet: bytes | None, wanted: Iterable[tuple[str, str]]) -> list[str | None]:
    """The text of each property (prefix, name); of a list its first; None where it says nothing."""
    if packet is None:
        return [None for _ in wanted]
    _, rdf = parse_packet(packet)
    return [_property_text(rdf, NAMESPACES[prefix], name) for prefix, name in wanted]


def _property_text(rdf: Element, uri: str, name: str) -> str | None:
    for description in descriptions(rdf):
        if text := description.getAttributeNS(uri, name).strip():
            return str(text)
        for node in description.getElementsByTagNameNS(uri, name):
            items = node.getElementsByTagNameNS(NAMESPACES["rdf"], "li") or [node]
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
    for theirs in descriptions(more):
        for uri, name in properties(theirs):
            if uri != NAMESPACES["rdf"]:
                for own in descriptions(rdf):
                    drop_property(own, uri, name)
        rdf.appendChild(import_element(rdf, theirs))
    remove_property(rdf, "xmpNote", "HasExtendedXMP")
    return to_bytes(document)


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
