"""Two prints edge to edge: a rectangle longer than a print, with a line across its middle."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.border import straightened

F32 = npt.NDArray[np.float32]

#: Long over short side, from which a rectangle is no print: they were sold up to 1.6.
_TWO: Final = 1.85
#: How much of the line is seen, at least; less where the picture changes across it as well.
_SEEN: Final = 0.95
_SEEN_AND_CHANGED: Final = 0.7
#: How far from the middle it lies, at most, of the long side.
_OFF: Final = 0.02
#: CIE76 across a line that is seen, and how much sharper than its surroundings it is.
_STEP: Final = 2.0
_SHARP: Final = 1.5
#: CIE76 across a line where the picture changes, and how many fewer rows may change than show it.
_CHANGE: Final = 6.0
_FEWER: Final = 0.15


def cut_in_halves(lab: F32, frame: Frame) -> list[Frame]:
    """The frame on a page (H, W, 3), or those of the two prints that it is."""
    if frame.aspect < _TWO:
        return [frame]
    picture = straightened(lab, frame)
    lying = frame.width >= frame.height
    place = _middle_line(picture if lying else picture.transpose(1, 0, 2))
    if place is None:
        return [frame]
    if lying:
        return [frame.grown(0, 0, place - frame.width, 0), frame.grown(-place, 0, 0, 0)]
    return [frame.grown(0, 0, 0, place - frame.height), frame.grown(0, -place, 0, 0)]


def _middle_line(picture: F32) -> float | None:
    """Where an upright line goes through a picture (h, w, 3), next to its middle."""
    share, mean = _lines(picture)
    middle = len(share) / 2 - 0.5
    near = max(1.5, _OFF * len(share))
    first = int(np.ceil(middle - near))
    place = first + int(share[first : int(middle + near) + 1].argmax())
    change = mean[:, place + 2 : place + 5].mean(1) - mean[:, place - 4 : place - 1].mean(1)
    changed = float((np.linalg.norm(change, axis=1) > _CHANGE).mean())
    seen = float(share[place])
    is_seam = seen >= _SEEN or min(seen, changed + _FEWER) >= _SEEN_AND_CHANGED
    return place + 0.5 if is_seam else None


def _lines(picture: F32) -> tuple[F32, F32]:
    """How much of each column is a sharp line, 0..1, and the smoothed picture it is seen in."""
    trim = max(2, len(picture) // 40)
    mean = cv2.blur(np.ascontiguousarray(picture), (1, 5))[trim:-trim]
    step = np.zeros(mean.shape[:2], np.float32)
    step[:, 1:-1] = np.sqrt(((mean[:, 2:] - mean[:, :-2]) ** 2).sum(2))
    crest = np.maximum(step, np.maximum(np.roll(step, 1, 1), np.roll(step, -1, 1)))
    share = ((crest > _SHARP * cv2.blur(step, (25, 25))) & (crest > _STEP)).mean(0)
    return share.astype(np.float32), mean  # type: ignore[return-value]
