"""The EXIF tree: what goes in comes out, in either byte order, whatever is broken."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.metadata.exif import (
    EXIF_IFD,
    GPS_IFD,
    LONG,
    MAKER_NOTE,
    ORIENTATION,
    SHORT,
    UNDEFINED,
    Entry,
    Exif,
    Ifd,
    blob_reader,
    parse,
    to_blob,
    with_byte_order,
)

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8, 12: 8}

entries = st.builds(
    lambda kind, count, byte: Entry(kind, bytes([byte]) * (SIZES[kind] * count)),
    st.sampled_from(sorted(SIZES)),
    st.integers(1, 9),
    st.integers(0, 255),
)
tags = st.integers(1, 0x7FFF)
directories = st.builds(Ifd, st.dictionaries(tags, entries, max_size=6))
trees = st.builds(
    lambda order, ifd, children: Exif(order, Ifd(ifd.entries, children)),
    st.sampled_from(["<", ">"]),
    directories,
    st.dictionaries(st.sampled_from([EXIF_IFD, GPS_IFD]), directories),
)


@settings(deadline=None)
@given(trees)
@pytest.mark.slow
def test_a_tree_survives_the_blob(exif: Exif) -> None:
    assert parse(blob_reader(to_blob(exif))) == exif


@settings(deadline=None)
@given(trees, st.sampled_from(["<", ">"]))
@pytest.mark.slow
def test_turning_the_byte_order_twice_is_nothing(exif: Exif, order: str) -> None:
    assert with_byte_order(with_byte_order(exif, order), exif.order) == exif


@settings(deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"II*\x00", b"MM\x00*", b""]))
def test_any_bytes_are_read_without_an_error(blob: bytes, mark: bytes) -> None:
    exif = parse(blob_reader(mark + blob))
    if exif is not None:
        to_blob(exif)


def test_a_number_means_the_same_in_the_other_order() -> None:
    exif = Exif(">", Ifd({ORIENTATION: Entry(SHORT, b"\x00\x06"), 5: Entry(LONG, b"\0\0\1\0")}))
    turned = with_byte_order(exif, "<")
    assert turned.number(turned.ifd0, ORIENTATION) == 6
    assert turned.number(turned.ifd0, 5) == 256


def test_unicode_comments_turn_with_the_order() -> None:
    comment = b"UNICODE\x00" + "Öl".encode("utf-16-be")
    exif = Exif(">", Ifd({1: Entry(UNDEFINED, comment), 2: Entry(UNDEFINED, b"abcd1234")}))
    turned = with_byte_order(exif, "<").ifd0.entries
    assert turned[1].data == b"UNICODE\x00" + "Öl".encode("utf-16-le")
    assert turned[2].data == b"abcd1234"


@pytest.mark.parametrize("at", [40, 301, 1000])
def test_a_maker_note_keeps_its_offset(at: int) -> None:
    note = Entry(UNDEFINED, b"note" * 9, pinned=at)
    exif = Exif("<", Ifd({271: Entry(2, b"Canon\x00")}, {EXIF_IFD: Ifd({MAKER_NOTE: note})}))
    blob = to_blob(exif)
    assert blob[at : at + 36] == note.data
    assert parse(blob_reader(blob)) == exif


def test_a_directory_that_contains_itself_ends() -> None:
    loop = b"II*\x00" + struct.pack("<IHHHIII", 8, 1, EXIF_IFD, LONG, 1, 8, 0)
    assert parse(blob_reader(loop)) is not None
