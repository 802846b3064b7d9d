"""`cut_metadata`: the metadata of a photo as it is true of a piece cut from it."""

from __future__ import annotations

import struct
from dataclasses import replace
from typing import Final

from core.metadata import exif as ex
from core.metadata.metadata import Metadata, upright_exif
from core.metadata.provenance import with_history
from core.metadata.regions import turn_regions
from core.metadata.regions_cut import RegionCut, cut_regions
from core.metadata.xmp_packet import parse_packet, to_bytes
from core.version import __version__

#: Quarter turns clockwise -> the EXIF orientation that asks for them.
_ORIENTATIONS: Final = (1, 6, 3, 8)
_SUBJECT_TAGS: Final = (0x9214, 0xA214)  # SubjectArea, SubjectLocation


def cut_metadata(
    metadata: Metadata, cut: RegionCut, *, orientation: int, quarter_turns: int, words: str
) -> Metadata:
    """What goes with a piece: regions cut and turned, and one more step in the history.

    Args:
        metadata: of the photo.
        cut: how places move, before the piece is turned.
        orientation: by EXIF, by which the photo's pixels were turned upright when it was read.
        quarter_turns: of the piece, clockwise.
        words: what was done.
    """
    width, height = round(cut.photo[0]), round(cut.photo[1])
    code, size = _ORIENTATIONS[quarter_turns % 4], (round(cut.piece[0]), round(cut.piece[1]))
    exif = metadata.exif and _cut_exif(upright_exif(metadata.exif, width, height), cut)
    if exif:
        exif.set_short(exif.ifd0, ex.ORIENTATION, code)  # and that is done, as a scanner's is
        exif = upright_exif(exif, *(size[::-1] if quarter_turns % 2 else size))
    packet = metadata.full_xmp
    if packet is not None:
        document, rdf = parse_packet(packet)
        turn_regions(rdf, orientation, (height, width) if orientation >= 5 else (width, height))
        cut_regions(rdf, cut)
        turn_regions(rdf, code, size)
        packet = to_bytes(document)
    resolution = metadata.resolution
    if quarter_turns % 2 and resolution is not None:
        resolution = resolution[::-1]
    packet = with_history(packet, f"Autochrome {__version__}", words)
    return replace(metadata, exif=exif, xmp=packet, sidecars=(), resolution=resolution)


def _cut_exif(exif: ex.Exif, cut: RegionCut) -> ex.Exif:
    """Where the subject is (CIPA DC-008, 4.6.5); one that is cut off goes."""
    sub = exif.ifd0.children.get(ex.EXIF_IFD, ex.Ifd())
    for tag in _SUBJECT_TAGS:
        entry = sub.entries.get(tag)
        if entry is None or entry.kind != ex.SHORT or entry.count not in (2, 3, 4):
            continue
        code = f"{exif.order}{entry.count}H"
        numbers = struct.unpack(code, entry.data)
        place = cut.moved(*numbers[:2])
        if place is None:
            del sub.entries[tag]
        else:
            data = struct.pack(code, *(min(round(n), 65_535) for n in place), *numbers[2:])
            sub.entries[tag] = ex.Entry(ex.SHORT, data)
    return exif
