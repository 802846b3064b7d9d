"""What a person does to the frames of a page: values in, values out, in the page's pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from core.photo.frame import Frame, axes

#: A frame's sides as they lie when it is straight.
SIDES: Final = ("left", "top", "right", "bottom")
#: Pixels of a side, at least.
_LEAST: Final = 8.0

Place = tuple[float, float]


def moved(frame: Frame, by: Place, page: Place) -> Frame:
    """The frame moved; its middle stays on the page, whose size is given."""
    return replace(
        frame,
        x=float(np.clip(frame.x + by[0], 0, page[0])),
        y=float(np.clip(frame.y + by[1], 0, page[1])),
    )


def resized(frame: Frame, sides: Iterable[str], by: Place) -> Frame:
    """The frame with these sides pulled along; the others stay where they are."""
    across, down = (float(value) for value in axes(frame.angle) @ np.array(by))
    grow = {"left": -across, "top": -down, "right": across, "bottom": down}
    room = {"left": frame.width, "top": frame.height, "right": frame.width, "bottom": frame.height}
    wanted = set(sides)
    return frame.grown(
        *(max(grow[side], _LEAST - room[side]) if side in wanted else 0.0 for side in SIDES),
    )


def turned(frame: Frame, degrees: float) -> Frame:
    """The frame turned about its middle, clockwise as seen; its angle stays in -180..180."""
    return replace(frame, angle=(frame.angle + degrees + 180) % 360 - 180)


def laid_on_side(frame: Frame, quarter_turns: int) -> Frame:
    """The same place, whose upper side is the one that lies so many quarter turns clockwise."""
    size = (frame.width, frame.height)[:: -1 if quarter_turns % 2 else 1]
    return replace(turned(frame, 90 * quarter_turns), width=size[0], height=size[1])


def between(one: Place, other: Place) -> Frame:
    """The straight frame of two opposite corners."""
    width, height = abs(other[0] - one[0]), abs(other[1] - one[1])
    middle = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    return Frame(*middle, max(width, _LEAST), max(height, _LEAST))


def joined(frames: Sequence[Frame]) -> Frame:
    """The smallest frame around all of them that lies as the largest does."""
    largest = max(frames, key=lambda frame: frame.area)
    own = axes(largest.angle)
    corners = np.concatenate([frame.corners() for frame in frames]) @ own.T
    low, high = corners.min(0), corners.max(0)
    x, y = (low + high) / 2 @ own
    width, height = (float(value) for value in high - low)
    return Frame(float(x), float(y), width, height, largest.angle)


def halved(frame: Frame) -> tuple[Frame, Frame]:
    """The frame cut in two across its longer sides."""
    if frame.width >= frame.height:
        half = frame.width / 2
        return frame.grown(0, 0, -half, 0), frame.grown(-half, 0, 0, 0)
    half = frame.height / 2
    return frame.grown(0, 0, 0, -half), frame.grown(0, -half, 0, 0)


def index_at(frames: Sequence[Frame], place: Place) -> int | None:
    """Which frame lies at a place; the smallest of several, and None where none does."""
    inside = [
        (frame.area, index)
        for index, frame in enumerate(frames)
        if (
            np.abs(axes(frame.angle) @ np.array((place[0] - frame.x, place[1] - frame.y)))
            <= (frame.width / 2, frame.height / 2)
        ).all()
    ]
    return min(inside)[1] if inside else None
