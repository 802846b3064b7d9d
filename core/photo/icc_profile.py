"""Makes an ICC profile of a gamma and primaries: so that one colour engine does all conversions.

Sources: ICC.1:2022 (7.2 header, 10.18 parametricCurveType, 9.2 tags), Bradford's chromatic
adaptation to D50 (ICC.1:2022, E.2).
"""

from __future__ import annotations

import struct
from typing import Final

import numpy as np

from core.color import F32

#: x, y of white, red, green, blue of sRGB (ITU-R BT.709).
SRGB_CHROMATICITIES: Final = (0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06)
#: Parameters of the curve of sRGB (IEC 61966-2-1): g, a, b, c, d.
SRGB_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)

_D50: Final = np.array((0.9642, 1.0, 0.8249))
_BRADFORD: Final = np.array(
    ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
)


def icc_profile(
    curve: tuple[float, ...],
    chromaticities: tuple[float, ...] = SRGB_CHROMATICITIES,
) -> bytes:
    """A display profile of version 4.

    Args:
        curve: codes -> light: ``(g,)`` for a power, or ``(g, a, b, c, d)`` for
            ``(a X + b)^g`` from d on and ``c X`` below it.
        chromaticities: x, y of white, red, green and blue.

    Raises:
        ValueError: primaries that span no colours, or a white without light.
    """
    trc = b"para" + struct.pack(">IHH", 0, 0 if len(curve) == 1 else 3, 0) + _fixed(*curve)
    tags = {b"desc": _text("made of gamma and primaries"), b"wtpt": b"XYZ \0\0\0\0" + _fixed(*_D50)}
    columns = _columns(chromaticities)
    for i, name in enumerate((b"r", b"g", b"b")):
        tags[name + b"XYZ"] = b"XYZ \0\0\0\0" + _fixed(*columns[:, i])
        tags[name + b"TRC"] = trc
    return _assembled(tags)


def _columns(chromaticities: tuple[float, ...]) -> F32:
    """(3, 3): X, Y, Z under D50 of full red, green and blue."""
    white, *primaries = (
        np.array((x / y, 1.0, (1 - x - y) / y))
        for x, y in zip(chromaticities[::2], chromaticities[1::2], strict=True)
        if y > 0
    )
    if len(primaries) != 3:
        raise ValueError("a primary without light")
    matrix = np.stack(primaries, 1)
    if abs(np.linalg.det(matrix)) < 1e-6:
        raise ValueError("primaries on one line")
    matrix = matrix * np.linalg.solve(matrix, white)
    gains = (_BRADFORD @ _D50) / (_BRADFORD @ white)
    adapted: F32 = np.linalg.inv(_BRADFORD) @ np.diag(gains) @ _BRADFORD @ matrix
    return adapted


def _fixed(*values: float) -> bytes:
    """s15Fixed16Number."""
    return b"".join(struct.pack(">i", round(float(value) * 65_536)) for value in values)


def _text(words: str) -> bytes:
    body = words.encode("utf-16-be")
    return (
        b"mluc" + struct.pack(">III", 0, 1, 12) + b"enUS" + struct.pack(">II", len(body), 28) + body
    )


def _assembled(tags: dict[bytes, bytes]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        table += name + struct.pack(">II", 128 + 4 + 12 * len(tags) + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    header = bytearray(128)
    header[8:12] = b"\x04\x30\0\0"
    header[12:24] = b"mntrRGB XYZ "
    header[24:36] = struct.pack(">6H", 2024, 1, 1, 0, 0, 0)
    header[36:40] = b"acsp"
    header[68:80] = _fixed(*_D50)
    header[:4] = struct.pack(">I", 128 + len(table) + len(body))
    return bytes(header) + table + body
