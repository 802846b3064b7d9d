"""The XMP packet of a result: well-formed, with what was there."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from core.metadata.provenance import DIGITAL_SOURCE_TYPE, Provenance, main_packet, output_xmp

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"
TIFF = "{http://ns.adobe.com/tiff/1.0/}"
IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
STEVT = "{http://ns.adobe.com/xap/1.0/sType/ResourceEvent#}"

SAYS = Provenance("m & <n>", "1.2", "cd" * 32, "Autochrome 0.1.0", {"size": 256, "note": 'a "b"'})


def packet(attributes: str = "", children: str = "", about: str = "") -> bytes:
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF[1:-1]}">
<rdf:Description rdf:about="{about}" xmlns:xmp="{XMP[1:-1]}" xmlns:tiff="{TIFF[1:-1]}"
 xmlns:dc="{DC[1:-1]}" xmlns:own="http://example.org/own/" {attributes}>{children}</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def tree(result: bytes | None) -> ET.Element:
    assert result is not None
    return ET.fromstring(result)  # noqa: S314 - our own


def values(root: ET.Element, name: str) -> list[str]:
    """A property's values, written as attributes or as elements."""
    found = [d.attrib[name] for d in root.iter(f"{RDF}Description") if name in d.attrib]
    return found + [element.text or "" for element in root.iter(name)]


def test_nothing_says_nothing() -> None:
    assert output_xmp(None, None) is None


def test_a_new_packet() -> None:
    result = output_xmp(None, SAYS)
    assert result is not None
    assert result.startswith('<?xpacket begin="\ufeff"'.encode())
    assert result.endswith(b'<?xpacket end="w"?>')
    root = tree(result)
    assert values(root, f"{IPTC}DigitalSourceType") == [DIGITAL_SOURCE_TYPE]
    names = {key.split("}")[1]: v for d in root.iter(f"{RDF}Description") for key, v in d.items()}
    assert names["ModelName"] == "m & <n>"
    assert names["Settings"] == 'size=256; note=a "b"'


@pytest.mark.parametrize(
    "old",
    [
        packet('xmp:CreatorTool="Scanner" tiff:Orientation="6" own:thing="kept"'),
        packet(
            "",
            "<xmp:CreatorTool>Scanner</xmp:CreatorTool><tiff:Orientation>6</tiff:Orientation>"
            "<own:thing>kept</own:thing>",
        ),
    ],
)
def test_a_packet_keeps_what_is_true_and_says_nothing_twice(old: bytes) -> None:
    root = tree(output_xmp(output_xmp(old, SAYS), SAYS))
    assert values(root, f"{XMP}CreatorTool") == ["Autochrome 0.1.0"]
    assert values(root, f"{TIFF}Orientation") == ["1"]
    assert values(root, "{http://example.org/own/}thing") == ["kept"]


def test_without_provenance_only_the_orientation_changes() -> None:
    root = tree(output_xmp(packet('xmp:CreatorTool="Scanner" tiff:Orientation="6"'), None))
    assert values(root, f"{XMP}CreatorTool") == ["Scanner"]
    assert values(root, f"{TIFF}Orientation") == ["1"]


def test_prefixes_and_structures_survive() -> None:
    title = '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ä</rdf:li></rdf:Alt></dc:title>'
    result = output_xmp(packet(children=title), SAYS)
    assert result is not None
    assert title.encode() in result
    assert b"xmlns:own=" in result


def test_the_grey_thumbnail_goes() -> None:
    result = output_xmp(packet(children="<xmp:Thumbnails>AAAA</xmp:Thumbnails>"), None)
    assert result is not None
    assert b"AAAA" not in result


def test_all_descriptions_are_about_the_same() -> None:
    root = tree(output_xmp(packet(about="uuid:1"), SAYS))
    assert {d.get(f"{RDF}about") for d in root.iter(f"{RDF}Description")} == {"uuid:1"}


def test_history_grows() -> None:
    step = '<rdf:li xmlns:s="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" s:action="created"/>'
    history = (
        '<m:History xmlns:m="http://ns.adobe.com/xap/1.0/mm/"><rdf:Seq>'
        f"{step}</rdf:Seq></m:History>"
    )
    root = tree(output_xmp(packet(children=history), SAYS))
    assert [li.get(f"{STEVT}action") for li in root.iter(f"{RDF}li")] == ["created", "edited"]


@pytest.mark.parametrize(
    "broken",
    [
        b"<x:xmpmeta",
        b"\x00\x01",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>',
    ],
)
def test_a_packet_that_is_none_is_replaced(broken: bytes) -> None:
    root = tree(output_xmp(broken, SAYS))
    assert values(root, f"{XMP}CreatorTool") == ["Autochrome 0.1.0"]


def test_the_main_packet_of_an_extended_one_says_what_matters() -> None:
    whole = output_xmp(packet('own:thing="kept"'), SAYS)
    assert whole is not None
    root = tree(main_packet(whole, "A" * 32))
    assert values(root, "{http://ns.adobe.com/xmp/note/}HasExtendedXMP") == ["A" * 32]
    assert values(root, f"{IPTC}DigitalSourceType") == [DIGITAL_SOURCE_TYPE]
    assert values(root, "{http://example.org/own/}thing") == []
