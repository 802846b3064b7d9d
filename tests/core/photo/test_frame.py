"""Frames against OpenCV's rotated rectangles."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from core.photo.frame import Frame, folded


@pytest.mark.parametrize("angle", [0.0, 12.5, -40.0])
def test_corners_are_opencvs(angle: float) -> None:
    frame = Frame(50, 40, 30, 20, angle)
    theirs = cv2.boxPoints(((50, 40), (30, 20), angle))
    ours = frame.corners()
    for corner in theirs:
        assert np.abs(ours - corner).sum(1).min() < 1e-3
    assert ours[0] @ (1, 1) == pytest.approx(min(ours @ (1, 1)))


@pytest.mark.parametrize(("angle", "wanted"), [(0, 0), (50, -40), (-50, 40), (90, 0), (135, -45)])
def test_folded(angle: float, wanted: float) -> None:
    assert folded(angle) == pytest.approx(wanted)


def test_scaled() -> None:
    assert Frame(1, 2, 3, 4, 5).scaled(2) == Frame(2, 4, 6, 8, 5)
