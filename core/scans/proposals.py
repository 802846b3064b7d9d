"""Rectangles on a page that are worth a closer look: region proposals, in the field's words."""

from __future__ import annotations

from typing import Any, Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.candidates import angles, candidates, lone_print
from core.scans.evidence import step_noise, view_of

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: A print's short side, of the page's short side.
_LEAST: Final = 0.075
#: Directions that a cluster is looked at in, and one whose outline is a print's own.
_DIRECTIONS: Final = 6
_OF_A_LONE_PRINT: Final = 2


def proposals(lab: F32, ground: Mask, parts: list[Mask]) -> list[Frame]:
    """Rectangles that could be prints, of a page (H, W, 3) and its ground; many for each print.

    ``parts`` are the ground's `clusters`. In a view turned to each direction of a cluster's
    outline, every pair of straight lines makes a rectangle; those that are filled and whose sides
    are seen are proposed.
    """
    least = _LEAST * min(ground.shape)
    noise = step_noise(lab, ground) if parts else 0.0
    found: list[Frame] = []
    for cluster in parts:
        lone = lone_print(cluster)
        if lone is not None:
            found.append(lone)
        for angle in angles(cluster, _DIRECTIONS if lone is None else _OF_A_LONE_PRINT):
            view = view_of(lab, ground, cluster, angle, noise)
            found += candidates(view, least)
    return found


def clusters(ground: Mask) -> list[Mask]:
    """What is not ground, in parts that lie together; specks and writing are left out."""
    least = _LEAST * min(ground.shape)
    rest: Any = (~ground).astype(np.uint8)
    rest = cv2.morphologyEx(rest, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    near = cv2.dilate(rest, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (7, 7)))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(near)
    found = []
    for label in range(1, count):
        w, h = stats[label, cv2.CC_STAT_WIDTH], stats[label, cv2.CC_STAT_HEIGHT]
        if min(w, h) < 0.8 * least:
            continue
        mask = _holes_filled((labels == label) & (rest > 0))
        if mask.sum() > 0.4 * least**2:
            found.append(mask)
    return found


def _holes_filled(mask: Mask) -> Mask:
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(mask.shape, np.uint8)
    return cv2.drawContours(filled, outlines, -1, 1, cv2.FILLED).astype(bool)
