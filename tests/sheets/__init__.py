"""Made-up sheets of both sides: black-and-white ones and colour ones, with what comes with them.

Everything is drawn from a seed. A sheet is made of a photograph, a process (how it is toned, or how
its colours have faded), what is on it, what is around it, and how it was scanned.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.color import F32
from tests.sheets import colours, marks, paper, surroundings
from tests.sheets.fields import Rng, f32
from tests.sheets.sources import colour_photos, cropped, grey_photos

Step = Callable[[F32, Rng], F32]

MONOCHROME: Final = "black-and-white"
COLOUR: Final = "colour"

_TONED: Final[tuple[Step, ...]] = (
    paper.neutral, paper.toned, paper.toned, paper.program_sepia, paper.split_toned, paper.uneven,
    paper.light_struck, paper.silvered,
)  # fmt: skip
_COLOURED: Final[tuple[Step, ...]] = (
    colours.fresh, colours.faded, colours.dye_faded, colours.autochrome, colours.misty,
    colours.night, colours.lamp_light, colours.vintage_filter, colours.hand_tinted,
    colours.tinted_by_likeness,
)  # fmt: skip
_MARKS: Final[tuple[Step, ...]] = (
    marks.caption, marks.caption, marks.stamp, marks.seal, marks.date_imprint,
    marks.pen_scratches, marks.stains, marks.foxing, marks.tape,
)  # fmt: skip
_AROUND: Final[tuple[Step, ...]] = (surroundings.border, surroundings.card, surroundings.table)
_SCANS: Final[tuple[Step, ...]] = (
    paper.colour_noise, paper.misregistered, paper.moire, paper.lit_unevenly, paper.streaked,
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Sheet:
    """One made-up sheet.

    Attributes:
        side: `MONOCHROME` or `COLOUR`.
        process: how its photograph was made.
        extras: what is on it, around it, and how it was scanned.
        pixels: RGB (H, W, 3), 8 bits.
    """

    side: str
    process: str
    extras: tuple[str, ...]
    pixels: npt.NDArray[np.uint8]


def made_sheets(
    count: int, seed: int, *, folder: Path | None = None, limit: int = 300, part: int = 0
) -> Iterator[Sheet]:
    """``count`` sheets, the two sides in turn, of scikit-image's photographs or a folder's.

    Of a folder, ``limit`` photographs are taken: others in each ``part``.
    """
    rng = np.random.default_rng(seed)
    photos = colour_photos(folder, limit, part)
    colour = cropped(photos, rng)
    grey = cropped(grey_photos(photos, own=folder is None), rng)
    for number in range(count):
        kind = number // 2
        if number % 2 == 0:
            yield monochrome_sheet(next(grey), _TONED[kind % len(_TONED)], rng)
        else:
            yield colour_sheet(next(colour), _COLOURED[kind % len(_COLOURED)], rng)


def monochrome_sheet(grey: F32, process: Step, rng: Rng) -> Sheet:
    """Of a grey photograph (H, W) in 0..1."""
    if rng.random() < 0.7:
        grey = paper.low_contrast(paper.grainy(grey, rng), rng)
    rgb = process(grey, rng)
    return _finished(MONOCHROME, process, rgb, rng, often=0.75)


def colour_sheet(rgb: F32, process: Step, rng: Rng) -> Sheet:
    """Of a colour photograph (H, W, 3) in 0..1."""
    return _finished(COLOUR, process, process(rgb, rng), rng, often=0.3)


def _finished(side: str, process: Step, rgb: F32, rng: Rng, often: float) -> Sheet:
    """``often``: how likely marks and surroundings are, each for itself."""
    steps: list[Step] = []
    if rng.random() < 0.4:
        steps.append(surroundings.border)
    if rng.random() < often:
        steps += rng.choice(np.array(_MARKS), rng.integers(1, 3), replace=False).tolist()
    if rng.random() < often * 0.6:
        steps.append(_AROUND[rng.integers(len(_AROUND))])
    if rng.random() < often * 0.2:
        steps.append(marks.control_strip)
    if rng.random() < 0.35:
        steps.append(_SCANS[rng.integers(len(_SCANS))])
    for step in steps:
        rgb = step(rgb, rng)
    names = tuple(step.__name__.replace("_", " ") for step in steps)
    return Sheet(side, process.__name__.replace("_", " "), names, scanned(rgb, rng))


def scanned(rgb: F32, rng: Rng) -> npt.NDArray[np.uint8]:
    """RGB in 0..1 -> codes, larger or not, through a JPEG of quality 70 to 97."""
    if rng.random() < 0.4:
        size = rng.uniform(1.3, 2)
        rgb = f32(cv2.resize(rgb, None, fx=size, fy=size, interpolation=cv2.INTER_CUBIC))
    codes = np.rint(np.clip(rgb, 0, 1) * 255).astype(np.uint8)
    sampling = rng.choice([
        cv2.IMWRITE_JPEG_SAMPLING_FACTOR_420, cv2.IMWRITE_JPEG_SAMPLING_FACTOR_444,
    ])  # fmt: skip
    options = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(70, 98))]
    options += [cv2.IMWRITE_JPEG_SAMPLING_FACTOR, int(sampling)]
    _, blob = cv2.imencode(".jpg", codes[..., ::-1], options)
    decoded = np.asarray(cv2.imdecode(blob, cv2.IMREAD_COLOR), np.uint8)
    return np.ascontiguousarray(decoded[..., ::-1])


__all__: Sequence[str] = ["COLOUR", "MONOCHROME", "Sheet", "made_sheets"]
