"""JPEGs beyond 8-bit baseline and progressive: read right, or refused with the right sentence."""

from __future__ import annotations

import base64
import io
import sys
from typing import Any, Final

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.errors import UnsupportedFormatError
from core.photo.read import read_photo

GREY: Any = data.camera()[:95, :127]
DEEP = GREY.astype(np.uint16) * 257 ^ np.uint16(77)

#: One picture of 40 x 24 by Pillow, and the same coefficients with arithmetic coding by libjpeg's
#: ``jpegtran -arithmetic``: no library of ours writes that. Base 85.
TWINS: Final = {
    ("grey", "huffman"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PyfIG3kU!h04M<g5di<h02crO0RaI30000000000000051_THH!~h!*00RI60RaF20"
        "000000000009F9AtD4L|Jncu0RaF2KLCgDPv(tkeUuof=?uB)2;(Q(Ij4euG;34rpv6x}WzR@M89vd?d=vSjTAyV"
        "GDtbdMdO{e<_K*MB"
    ),
    ("grey", "arithmetic"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PyfjP3kU!h04M<g5di<p00saM5C#9*00;pA002J#{{W$?l_kxadRbXi0Iwc=P75e9D"
        "n&kQdY@pcTtZVL(4hUoxo%epnL>Rwvus19oVrvv|Je"
    ),
    ("grey", "progressive"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PyfmQ3kU!h04M<g5di<p00aOK|Jncu0RaF200I91Miy9;C~0w(bTR9O5dX{o1P}%P+"
        "5iXv0RRC70vFIThe`$k7C*f(u0x3b%m4%s1^?Or2mt{A20sF@|I7dc5C#9*00;pA00BQCscDmsu`B=D00;pA0000"
        "G2JHXL00a;P|Jncu0RaF3KM<&=q71f1W{%?C|Je"
    ),
    ("colour", "huffman"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PygEhLjevB4iga*CKVMXPc<zyPft%zPft%zPft%zPft%zPft%zPft%zPft%zPft%zP"
        "ft%zPft%zPft%zPft%zPf!2A01*fP7yu{(0U`hb5di}c0sq7R7ytkR0RaF20000000000000031Of&B!~hr&0RRI"
        "5000000000000000009Fb5&y&h7y$tQ0|5X40000000000000I91O*5G!~h);009F90RR910000000000009C70}"
        "&x3F(Uuk01N{G00I#M5dc2`rpVSghgllOF_MsRz}*&jLOY<2D!LQ#VX$$*TsCSEY+!EKz?rad!4yVoJ9b8~%mKEP"
        "TVtJ3PY6qN5x^E3MV1xAO+u}V048k~SVIvtpa0n"
    ),
    ("colour", "arithmetic"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PygEhLjevB4iga*CKVMXPc<zyPft%zPft%zPft%zPft%zPft%zPft%zPft%zPft%zP"
        "ft%zPft%zPft%zPft%zPf!2J01*fP7yu{(0U`hb5di}c0sqVZ3IGrg1pyEd1^?Or3<CiG0ucid06zfGPiQEt>lu7"
        "bow!bBFnmotRh87NP;oZJTl|GnO%f6BJ7Jq|$C!SrqeI=aS9Xd}3AHvOXzXoEO}JTy$`Z#?;djOU(oL~#v6t+RuK"
        "*ujx3K@&"
    ),
    ("colour", "progressive"): (
        "|JeWF01!$>Nk#wx0RR9200961|JwjV01XKW3knDg3knMk4h;_zAQcl55)&sJ9v2`kDKRiEDJ?8BI!Zn>HbyrrEkI"
        "X6ModmpQ&KWMT47pHU`kO^PygEhLjevB4iga*CKVMXPc<zyPft%zPft%zPft%zPft%zPft%zPft%zPft%zPft%zP"
        "ft%zPft%zPft%zPft%zPf!2K01*fP7yu{(0U`hb5di}c0sqVZ1^^HN5dYc$3<CiG0uTcb0005Z+2p#p&vV-"
        "H0R_jdmT}F5BK($4-"
        "3A|6|I7dc5C#9*00;pA009L8G*haS|I7dc5e5I+00;pC0RcY&7tlf@Rc^aleGvc500a>Q|Jncu0RjO5KLMO#9{@q"
        "!79hC)%m4%s1^?Or2mt{A20sF@|I7dc5C#9*00;pA00BQC8I1qh01N{G00IC50000GvZD{Jp#RJO1Q7-"
        "Q+5iXv0|5a)5HATqBvAj%00a>Q|Jncu0RjO5KM>UzCo;s~|I7dc5C#9*00;pA00BP`ksf6{#@^7!)foTT"
    ),
}


def twin(colour: str, coding: str) -> bytes:
    return base64.b85decode(TWINS[colour, coding])


@pytest.mark.parametrize("colour", ["grey", "colour"])
@pytest.mark.parametrize("coding", ["arithmetic", "progressive"])
def test_arithmetic_coding(colour: str, coding: str) -> None:
    content = twin(colour, coding)
    assert bytes((0xFF, 0xC9 if coding == "arithmetic" else 0xCA)) in content
    same = np.asarray(Image.open(io.BytesIO(twin(colour, "huffman"))))
    assert np.abs(read_photo(content).pixels.astype(int) - same).max() <= 1


@pytest.mark.parametrize("kind", ["12 bits", "lossless", "lossless 16", "JPEG-LS"])
def test_jpegs_of_scanners(kind: str) -> None:
    content, codes, allowed = beyond(kind)
    photo = read_photo(content)
    assert photo.pixels.dtype == codes.dtype
    assert np.abs(photo.pixels.astype(int) - codes).max() <= allowed


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("12 bits", "12-bit extended JPEG"),
        ("lossless", "8-bit lossless JPEG"),
        ("lossless 16", "16-bit lossless JPEG"),
        ("JPEG-LS", "16-bit JPEG-LS JPEG"),
    ],
)
def test_without_the_extra_they_are_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch, kind: str, named: str
) -> None:
    content, *_ = beyond(kind)
    monkeypatch.setitem(sys.modules, "imagecodecs", None)
    with pytest.raises(UnsupportedFormatError) as caught:
        read_photo(content)
    assert f"compressed in a way that is not read here ({named}): install" in str(caught.value)
    assert "autochrome[archive]" in str(caught.value)


@pytest.mark.parametrize("marker", [0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF])
def test_what_no_library_reads_is_not_called_damaged(marker: int) -> None:
    """Hierarchical JPEG and lossless with arithmetic coding: nobody writes them, files exist."""
    content = twin("grey", "huffman").replace(b"\xff\xc0", bytes((0xFF, marker)), 1)
    with pytest.raises(UnsupportedFormatError, match=r"not read here .* JPEG.*: save it as"):
        read_photo(content)


def beyond(kind: str) -> tuple[bytes, Any, int]:
    """A JPEG, the codes that are in it, and how far its coding may be from them."""
    codecs = pytest.importorskip("imagecodecs")
    made: dict[str, Any] = {
        "12 bits": lambda: (codecs.jpeg8_encode(DEEP >> 4, level=100, bitspersample=12), DEEP, 40),
        "lossless": lambda: (codecs.ljpeg_encode(GREY.copy()), GREY, 0),
        "lossless 16": lambda: (codecs.ljpeg_encode(DEEP), DEEP, 0),
        "JPEG-LS": lambda: (codecs.jpegls_encode(DEEP), DEEP, 0),
    }
    content, codes, allowed = made[kind]()
    return bytes(content), codes, allowed
