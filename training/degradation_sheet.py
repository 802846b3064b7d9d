"""A contact sheet of what `training.data.degrade` does to a photograph.

``python -m training.degradation_sheet [PHOTO] OUT.png`` draws it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import cv2
import numpy as np

from training.config import DegradeConfig
from training.data.degrade import FILMS, degrade, effect_chances, full_strength
from training.data.effects import U8, grey_codes

_SIDE: Final = 160


_COLUMNS: Final = 6


def _pictured() -> Iterator[tuple[str, DegradeConfig]]:
    """What the contact sheet shows: films, each effect alone at its most, random draws."""
    off: dict[str, Any] = dict.fromkeys(effect_chances(DegradeConfig()), (0.0, 0.0, 0.0))
    clean = DegradeConfig(panchromatic=0.0, orthochromatic=0.0, wet_plate=0.0, old=0.0, **off)
    yield "Rec.709", clean
    for name in (*(film.__name__ for film in FILMS), "panchromatic"):
        film: dict[str, Any] = {name: 1.0}
        yield name, replace(clean, **film)
    for name in off:
        alone: dict[str, Any] = {name: (1.0, 1.0, 1.0)}
        yield name, replace(clean, old=1.0, **alone)
    for number in range(1, 9):
        yield f"draw {number}", replace(DegradeConfig(), old=1.0)
    for number in range(1, 4):
        yield f"full strength {number}", full_strength()


def contact_sheet(rgb_u8: U8) -> U8:
    """The photo and its old selves as labelled tiles, sRGB ``(rows, columns, 3)``."""
    side = min(rgb_u8.shape[:2])
    top, left = (rgb_u8.shape[0] - side) // 2, (rgb_u8.shape[1] - side) // 2
    square = rgb_u8[top : top + side, left : left + side]
    small = cv2.resize(square, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA).astype(np.uint8)
    tiles = [_label(small, "the photo")]
    # 4: a seed whose hair, dust and stains all fall where they can be seen
    for seed, (label, config) in enumerate(_pictured(), start=4):
        tone = degrade(small, np.random.default_rng(seed), config) / np.float32(100)
        tiles.append(_label(np.repeat(grey_codes(tone)[..., None], 3, axis=-1), label))
    tiles += [np.full_like(tiles[0], 255)] * (-len(tiles) % _COLUMNS)
    rows = [np.hstack(tiles[i : i + _COLUMNS]) for i in range(0, len(tiles), _COLUMNS)]
    return np.vstack(rows)


def _label(tile: U8, text: str) -> U8:
    """The tile on white, its name below."""
    framed = cv2.copyMakeBorder(tile, 4, 22, 4, 4, cv2.BORDER_CONSTANT, value=(255, 255, 255))
    at = (6, tile.shape[0] + 19)
    cv2.putText(framed, text, at, cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1, cv2.LINE_AA)
    return framed.astype(np.uint8, copy=False)


def main() -> None:
    """Draws the contact sheet of a photo (scikit-image's astronaut where none is named)."""
    parser = argparse.ArgumentParser(prog="training.degradation_sheet", description=main.__doc__)
    parser.add_argument("photo", type=Path, nargs="?")
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    if arguments.photo is None:
        from skimage.data import astronaut  # noqa: PLC0415  a development extra, only for this

        rgb_u8: U8 = astronaut()
    else:
        bgr_u8 = cv2.imread(str(arguments.photo), cv2.IMREAD_COLOR)
        if bgr_u8 is None:
            parser.error(f"{arguments.photo} could not be read as a photo: name another one.")
        rgb_u8 = np.ascontiguousarray(bgr_u8[..., ::-1])
    sheet = contact_sheet(rgb_u8)
    if not cv2.imwrite(str(arguments.out), np.ascontiguousarray(sheet[..., ::-1])):
        parser.error(f"{arguments.out} could not be written: choose another folder.")


if __name__ == "__main__":
    main()
