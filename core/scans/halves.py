"""Two prints of one size, edge to edge: a rectangle with a line across its very middle.

A photo has such lines as well, a horizon or a door post, but once in a great many so exactly in the
middle and from side to side; and no print is as long as two side by side.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.border import grown, straightened

F32 = npt.NDArray[np.float32]

#: Long over short side, from which halves are as wide as prints, and from which it is no print.
_HALVES: Final = 1.2
_TWO: Final = 1.85
#: How much of the line is seen, at least: of a rectangle that could be a print, of a longer one.
_SEEN: Final = 0.95
_SEEN_OF_LONG: Final = 0.7
#: How far from the middle it lies, at most, of the long side, but at least 1.5 pixels.
_OFF: Final = 0.01
#: CIE76 across a line that is seen, and how much sharper than its surroundings it is.
_STEP: Final = 2.0
_SHARP: Final = 1.5
#: CIE76 across a line where the picture changes, and how many fewer rows may change than show it.
_CHANGE: Final = 6.0
_FEWER: Final = 0.2


def cut_in_halves(lab: F32, frame: Frame) -> list[Frame]:
    """The frame on a page (H, W, 3), or those of the two prints that it is."""
    if frame.aspect < _HALVES:
        return [frame]
    picture = straightened(lab, frame)
    lying = frame.width >= frame.height
    place = _middle_line(picture if lying else picture.transpose(1, 0, 2), frame.aspect > _TWO)
    if place is None:
        return [frame]
    if lying:
        return [grown(frame, 0, 0, place - frame.width, 0), grown(frame, -place, 0, 0, 0)]
    return [grown(frame, 0, 0, 0, place - frame.height), grown(frame, 0, -place, 0, 0)]


def _middle_line(picture: F32, long: bool) -> float | None:
    """Where an upright line goes through a picture (h, w, 3), next to its middle."""
    share, mean = _lines(picture)
    middle = len(share) / 2 - 0.5
    near = max(1.5, (2 if long else 1) * _OFF * len(share))
    first = int(np.ceil(middle - near))
    place = first + int(share[first : int(middle + near) + 1].argmax())
    change = mean[:, place + 2 : place + 5].mean(1) - mean[:, place - 4 : place - 1].mean(1)
    changed = float((np.linalg.norm(change, axis=1) > _CHANGE).mean())
    seen = min(float(share[place]), changed + _FEWER)
    if long and (share[place] >= _SEEN or seen >= _SEEN_OF_LONG):
        return place + 0.5
    return place + 0.5 if seen >= _SEEN else None


def _lines(picture: F32) -> tuple[F32, F32]:
    """How much of each column is a sharp line, 0..1, and the smoothed picture it is seen in."""
    trim = max(2, len(picture) // 40)
    mean = cv2.blur(np.ascontiguousarray(picture), (1, 5))[trim:-trim]
    step = np.zeros(mean.shape[:2], np.float32)
    step[:, 1:-1] = np.sqrt(((mean[:, 2:] - mean[:, :-2]) ** 2).sum(2))
    crest = np.maximum(step, np.maximum(np.roll(step, 1, 1), np.roll(step, -1, 1)))
    share = ((crest > _SHARP * cv2.blur(step, (25, 25))) & (crest > _STEP)).mean(0)
    return share.astype(np.float32), mean  # type: ignore[return-value]
