"""`ForeignNetwork`: a model of another family, asked as if it were of this program's own."""

from __future__ import annotations

from typing import Final, cast

import numpy as np
import onnxruntime as ort

from core.color import F32
from core.inference.families.conventions import Conventions
from core.inference.families.family import Layout, Plane
from core.inference.fit import run_fitted
from core.inference.network import Answer

#: Planes of hints (1, 3, H, W) -> those that an input wants.
_HINT_PLANES: Final = {Plane.HINT_AB: slice(0, 2), Plane.HINT_MASK: slice(2, 3)}


class ForeignNetwork:
    """A `core.inference.network.Network` of any family of `core.inference.families`."""

    def __init__(
        self, inference: ort.InferenceSession, layout: Layout, conventions: Conventions
    ) -> None:
        self._inference, self._layout, self.conventions = inference, layout, conventions

    def answer(self, L: F32, hints: F32 | None = None, z: F32 | None = None) -> Answer:  # noqa: ARG002
        """As `core.inference.network.Network.answer`; without a noise vector."""
        fixed = fixed_sides(self._layout)
        if fixed is None:
            return Answer(self._ab(L, hints))

        def run(picture: F32, part: tuple[slice, slice]) -> F32:
            return self._ab(picture, _fitted_hints(hints, part, fixed))

        return Answer(run_fitted(L, fixed, run))

    def raw(self, conventions: Conventions, L: F32, hints: F32 | None = None) -> F32:
        """What the network itself answers under some conventions, (C, h, w) float32."""
        planes = {Plane.PICTURE: conventions.encode(L)}
        for plane, part in _HINT_PLANES.items():
            zeros = np.zeros((part.stop - part.start, *L.shape), np.float32)
            planes[plane] = zeros if hints is None else hints[0, part]
        planes[Plane.HINT_AB] = planes[Plane.HINT_AB] / np.float32(conventions.scale)
        planes[Plane.HINT_MASK] = conventions.mask(planes[Plane.HINT_MASK])
        feeds = {
            tensor.name: _batch(
                np.concatenate([planes[plane] for plane in held]), tensor.shape[0], tensor.dtype
            )
            for tensor, held in self._layout.inputs
        }
        output = self._inference.run([self._layout.output.name], feeds)[0]
        answer: F32 = np.asarray(output, np.float32)[0]
        return answer

    def _ab(self, L: F32, hints: F32 | None) -> F32:
        return self.conventions.decode(self.raw(self.conventions, L, hints))


def fixed_sides(layout: Layout) -> tuple[int, int] | None:
    """Height and width that a model takes alone; None where either is free."""
    height, width = layout.picture.shape[2:]
    return (height, width) if height is not None and width is not None else None


def _batch(planes: F32, number: int | None, dtype: str) -> F32:
    """(N, C, H, W) in the tensor's own type: a fixed batch is filled with the same picture."""
    batch = np.repeat(planes[None], number or 1, axis=0)
    return cast("F32", np.ascontiguousarray(batch.astype(dtype)))


def _fitted_hints(
    hints: F32 | None, part: tuple[slice, slice], fixed: tuple[int, int]
) -> F32 | None:
    """The hints (1, 3, H, W) of a part of the picture; none where it is padded."""
    if hints is None:
        return None
    found = hints[:, :, part[0], part[1]]
    rest = [(0, 0), (0, 0), (0, fixed[0] - found.shape[2]), (0, fixed[1] - found.shape[3])]
    return np.pad(found, rest)
