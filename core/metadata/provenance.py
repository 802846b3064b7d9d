"""The provenance of a result: XMP that names the model, its hash and the settings.

Sources: XMP specification part 1 (ISO 16684-1:2019, 7.4 "RDF") and part 2 (xmpMM, stEvt);
IPTC Photo Metadata Standard 2023.2 ("Digital Source Type").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.dom.minidom import Element

from core.metadata.photo_dates import parse_day
from core.metadata.regions import turn_regions
from core.metadata.xmp_facts import FileFacts, correct_file_facts
from core.metadata.xmp_packet import (
    NAMESPACES,
    add_property,
    append_element,
    descriptions,
    has_property,
    own_description,
    parse_packet,
    printable,
    remove_property,
    set_property,
    to_bytes,
)

#: https://cv.iptc.org/newscodes/digitalsourcetype/: a photo with parts made by a trained model.
DIGITAL_SOURCE_TYPE: Final = (
    "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
)

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
            ("autochrome", "ModelVersion"): self.model_version or "-",
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
        turn_regions(rdf, facts.turned, facts.stored_size)
        correct_file_facts(descriptions(rdf), facts)
    _add_texts(rdf, texts or {})
    if provenance is not None:
        _add(rdf, provenance)
    return to_bytes(document)


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
        text = printable(texts.get(keyword, ""))
        if name == "DateCreated":
            day = parse_day(text)
            text = "" if day is None else (text if text[:5].endswith("-") else day.isoformat())
        if text and not has_property(rdf, prefix, name):
            add_property(rdf, prefix, name, kind, text)


def with_history(packet: bytes | None, software: str, parameters: str) -> bytes:
    """A photo's XMP with one more step in its history: what was done to it, in words."""
    document, rdf = parse_packet(packet)
    _add_history(rdf, software, parameters)
    return to_bytes(document)


def main_packet(packet: bytes, guid: str) -> bytes:
    """The small packet that points to an extended one: it says what the result says of itself."""
    _, rdf = parse_packet(packet)
    document, small = parse_packet(None)
    own = descriptions(small)[0]
    for description in descriptions(rdf)[-1:]:  # the one that `_add` wrote; there may be none
        for prefix, name in _MAIN_PACKET_PROPERTIES:
            if value := description.getAttributeNS(NAMESPACES[prefix], name):
                set_property(own, prefix, name, value)
    set_property(own, "xmpNote", "HasExtendedXMP", guid)
    return to_bytes(document)


def _correct_facts(rdf: Element) -> None:
    """Correct what the packet says of pixels that have been turned upright and made sRGB."""
    truths = {
        ("tiff", "Orientation"): "1",
        ("exif", "ColorSpace"): "1",
        ("photoshop", "ICCProfile"): "sRGB",
    }
    for (prefix, name), value in truths.items():
        if remove_property(rdf, prefix, name):
            set_property(own_description(rdf), prefix, name, value)
    remove_property(rdf, "xmp", "Thumbnails")
    remove_property(rdf, "xmpNote", "HasExtendedXMP")


def _add(rdf: Element, provenance: Provenance) -> None:
    for prefix, name in provenance.properties():
        remove_property(rdf, prefix, name)
    _add_history(rdf, provenance.software, f"colorized with {provenance.model_name}")
    description = own_description(rdf)
    for (prefix, name), value in provenance.properties().items():
        set_property(description, prefix, name, value)


def _add_history(rdf: Element, software: str, parameters: str) -> None:
    """One more step in xmpMM:History (XMP part 2, 2.1.2.8 "ResourceEvent")."""
    sequences = [
        sequence
        for history in rdf.getElementsByTagNameNS(NAMESPACES["xmpMM"], "History")
        for sequence in history.getElementsByTagNameNS(NAMESPACES["rdf"], "Seq")
    ]
    if sequences:
        sequence = sequences[0]
    else:
        history = append_element(own_description(rdf), "xmpMM", "History")
        sequence = append_element(history, "rdf", "Seq")
    step = append_element(sequence, "rdf", "li")
    set_property(step, "stEvt", "action", "edited")
    set_property(step, "stEvt", "softwareAgent", software)
    set_property(step, "stEvt", "parameters", parameters)
