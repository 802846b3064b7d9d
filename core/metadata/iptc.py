"""IPTC-IIM records: the older captions, dates and places of press photos.

Source: IPTC-NAA Information Interchange Model 4.2 (1.5 and 1.6: 0x1C, record, dataset, length).
"""

from __future__ import annotations

from collections.abc import Mapping


def application_records(iptc: bytes) -> Mapping[int, str]:
    """Dataset -> its first text, of record 2; what stands behind a damaged one is left out."""
    found: dict[int, str] = {}
    at = 0
    while at + 5 <= len(iptc) and iptc[at] == 0x1C:
        start, length = at + 5, int.from_bytes(iptc[at + 3 : at + 5], "big")
        if length & 0x8000:  # an extended dataset: so many bytes say how long it is
            start += length & 0x7FFF
            length = int.from_bytes(iptc[at + 5 : min(start, at + 13)], "big")
        if iptc[at + 1] == 2:
            text = iptc[start : start + length].decode("latin-1").strip("\x00 ")
            found.setdefault(iptc[at + 2], text)
        at = start + length
    return found
