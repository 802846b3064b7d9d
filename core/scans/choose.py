"""The set of rectangles that explains a cluster best."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from core.photo.frame import Frame
from core.scans.candidates import CROSSED, MISSING, Candidate

F32 = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

#: Prints overlap a little, never by more than this part of the smaller.
_OVERLAP: Final = 0.3
#: A cluster's long side in the pixels that sets are weighed on.
_SIDE: Final = 170


def choose(pool: list[Candidate], cluster: Mask, ground: Mask) -> list[Candidate]:
    """Candidates that together cover the cluster (H, W) with little ground and little twice."""
    if not pool:
        return []
    problem = _Problem(pool, cluster, ground)
    starts = [problem.greedy(set(), power) for power in (0.0, 2.0, 5.0, 10.0)]
    best = max(starts, key=problem.value)
    improved = True
    while improved:
        improved = False
        for member in best:
            other = problem.greedy(problem.alike(member), 3.0)
            if problem.value(other) > problem.value(best) + 1:
                best, improved = other, True
                break
    return [pool[i] for i in best]


class _Problem:
    """Masks of all candidates at half size, and what a set of them is worth."""

    def __init__(self, pool: list[Candidate], cluster: Mask, ground: Mask) -> None:
        ys, xs = np.nonzero(cluster)
        self.low = np.array((max(0, xs.min() - 8), max(0, ys.min() - 8)))
        high = (xs.max() + 9, ys.max() + 9)
        self.step = max(2, round(max(high[0] - self.low[0], high[1] - self.low[1]) / _SIDE))
        weight = cluster.astype(np.float32) - 1.5 * (ground & ~cluster)
        weight = weight[self.low[1] : high[1] : self.step, self.low[0] : high[0] : self.step]
        self.masks = np.stack([self._mask(c.frame, weight.shape).ravel() for c in pool])
        self.pixel = float(self.step**2)
        self.weight = weight.ravel() * self.pixel
        self.cost = np.array([_cost(c) for c in pool])
        self.area = self.masks.sum(1).astype(np.float32)
        self.both = (self.masks.astype(np.float32) @ self.masks.T.astype(np.float32)).astype(
            np.float32
        )

    def _mask(self, frame: Frame, shape: tuple[int, int]) -> npt.NDArray[np.uint8]:
        mask = np.zeros(shape, np.uint8)
        corners = (frame.corners() - self.low) / self.step - 0.5
        return cv2.fillConvexPoly(mask, np.round(corners * 16).astype(np.int32), 1, shift=4)  # type: ignore[return-value]

    def alike(self, member: int) -> set[int]:
        union = self.area + self.area[member] - self.both[member]
        return set(np.flatnonzero(self.both[member] > 0.8 * union).tolist())

    def value(self, chosen: list[int]) -> float:
        if not chosen:
            return 0.0
        times = self.masks[chosen].sum(0)
        worth = (
            self.weight[times > 0].sum()
            - self.pixel * 0.5 * np.maximum(times.astype(int) - 1, 0).sum()
        )
        return float(worth - self.cost[chosen].sum())

    def greedy(self, banned: set[int], power: float) -> list[int]:
        """The best one, then what adds most to it, until nothing adds; then what is idle goes.

        The higher ``power``, the more a rectangle that fits well goes before a larger one.
        """
        chosen: list[int] = []
        covered = np.zeros(self.weight.shape, bool)
        free = np.array([i not in banned for i in range(len(self.area))])
        while free.any():
            fresh = (self.masks * np.where(covered, -0.5 * self.pixel, self.weight)).sum(
                1
            ) - self.cost
            fresh[~free] = -1.0
            fit = np.clip(fresh / (self.pixel * self.area), 0, 1) ** power
            best = int((fresh * fit).argmax())
            if fresh[best] <= 0.1 * self.pixel * self.area[best]:
                break
            chosen.append(best)
            covered |= self.masks[best].astype(bool)
            smaller = np.minimum(self.area, self.area[best])
            free &= self.both[best] < _OVERLAP * smaller
        return self._without_idle(chosen)

    def _without_idle(self, chosen: list[int]) -> list[int]:
        for member in list(chosen):
            rest = [i for i in chosen if i != member]
            if self.value(rest) >= self.value(chosen):
                chosen = rest
        return chosen


def _cost(candidate: Candidate) -> float:
    """Sides that are not seen, lines that cross it, and one more rectangle."""
    width, height = candidate.frame.width, candidate.frame.height
    left, right, top, bottom = candidate.sides
    missing = height * (2 - left - right) + width * (2 - top - bottom)
    crossed = CROSSED * candidate.inner * candidate.frame.area
    return MISSING * min(width, height) * missing + crossed + 0.04 * candidate.frame.area
