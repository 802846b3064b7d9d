"""The tone of a black-and-white photograph: a*, b* as a function of L* and, slowly, of place.

Toning, yellowing and fading make chroma a curve over L*; age, lamps and damp change that curve
slowly across the sheet; a scanner whose rows of sensors do not meet adds the gradient of L*. All of
it is linear in its coefficients, and fitted so that what does not follow, such as ink, does not
pull: iteratively reweighted least squares with the weights of Geman and McClure (1985).
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from core.color import F32

#: Knots of the curve over L*: enough for the kink where a digital sepia's red clips.
_KNOTS: Final = 13
#: Cosines across the sheet, up to this many half waves down and across together.
_WAVES: Final = 5
#: The fit needs no more than a grid of about so many rows.
_FIT_ROWS: Final = 56
_ROUNDS: Final = 6
#: Pixels that are summed up at a time.
_PIECE: Final = 90
#: Least scale of a residual that counts as ordinary, C*ab: the rounding of 8-bit codes.
_LEAST_SCALE: Final = 0.5


def tone_of(lab: F32) -> F32:
    """The tone's a*, b* (H, W, 2) at each pixel of a photograph's small copy (H, W, 3)."""
    height, width = lab.shape[:2]
    step = max(1, round(min(height, width) / _FIT_ROWS))
    terms = _terms(lab)  # (K, H, W)
    grid = np.s_[step // 2 :: step, step // 2 :: step]
    some = np.ascontiguousarray(terms[:, grid[0], grid[1]]).reshape(len(terms), -1)
    ab = np.ascontiguousarray(np.moveaxis(lab[..., 1:][grid], -1, 0)).reshape(2, -1)
    centre = _centre_weights(*lab[grid].shape[:2])
    coefficients = _robust_fit(some, ab, centre)
    tone: F32 = np.einsum("ck,khw->hwc", coefficients, terms)
    return tone


def gradient(image: F32) -> tuple[F32, F32]:
    """Central differences (H, W) down and across; zero at the rim."""
    down, across = np.zeros_like(image), np.zeros_like(image)
    down[1:-1] = (image[2:] - image[:-2]) / 2
    across[:, 1:-1] = (image[:, 2:] - image[:, :-2]) / 2
    return down, across


def _terms(lab: F32) -> F32:
    """(K, H, W): the curve, slow changes of its height and of its slope, and L*'s gradient."""
    height, width = lab.shape[:2]
    L = lab[..., 0] / 100
    knots = np.linspace(0, 1, _KNOTS, dtype=np.float32)[:, None, None]
    curve = np.maximum(0, 1 - np.abs(L - knots) * (_KNOTS - 1))
    down, across = _cosines(height), _cosines(width)
    waves = np.stack([
        down[i][:, None] * across[total - i]
        for total in range(1, _WAVES + 1)
        for i in range(total + 1)
    ])  # fmt: skip
    shifts = np.stack(gradient(lab[..., 0])) / 20
    return np.concatenate((curve, waves, waves * L, shifts)).astype(np.float32)


def _cosines(length: int) -> F32:
    """(waves + 1, length): the basis of the discrete cosine transform."""
    places = (np.arange(length, dtype=np.float32) + 0.5) / length
    return np.cos(np.pi * np.arange(_WAVES + 1, dtype=np.float32)[:, None] * places)


def _centre_weights(height: int, width: int) -> F32:
    """(N,): where the picture rather is than what is around it; only the first round uses it."""
    y, x = np.linspace(-1, 1, height)[:, None], np.linspace(-1, 1, width)
    return np.exp(-0.7 * (x * x + y * y)).astype(np.float32).reshape(-1)


def _robust_fit(terms: F32, ab: F32, centre: F32) -> F32:
    """Coefficients (2, K) of terms (K, N) for a*, b* (2, N)."""
    weights = centre
    for turn in range(_ROUNDS):
        coefficients = _weighted_fit(terms, ab, weights)
        off = ab - np.einsum("ck,kn->cn", coefficients, terms)
        error = np.hypot(off[0], off[1])
        # the first rounds keep more: half of a picture may be another tone than its centre
        usual = np.partition(error, (at := int(len(error) * (0.7 if turn < 2 else 0.5))))[at]
        weights = outlier_weights(error, max(_LEAST_SCALE, 1.5 * float(usual)))
        if turn == 0:
            weights = weights * centre
    return coefficients


def outlier_weights(error: F32, scale: float) -> F32:
    """1 where the error is 0, a quarter at ``scale``, next to nothing far beyond."""
    weights: F32 = 1 / np.square(1 + np.square(error / np.float32(scale)))
    return weights


def _weighted_fit(terms: F32, ab: F32, weights: F32) -> F32:
    weighted = terms * weights
    normal = _products(weighted, terms)
    # knots that no pixel is near have nothing to be fitted to: a trace of ridge
    normal[np.diag_indices(len(terms))] += 4e-5 * float(weights.sum())
    right: npt.NDArray[np.float64] = np.einsum("in,cn->ic", weighted, ab)
    return np.linalg.solve(normal, right).T.astype(np.float32)


def _products(weighted: F32, terms: F32) -> npt.NDArray[np.float64]:
    """Sums (K, K) over all pixels of two sets of terms (K, N), each times each."""
    # by pieces so small that BLAS starts no threads: their waiting for each other takes longer
    whole = terms.shape[1] // _PIECE * _PIECE
    one, other = (part[:, :whole].reshape(len(part), -1, _PIECE) for part in (weighted, terms))
    pieces = one.transpose(1, 0, 2) @ other.transpose(1, 2, 0)
    rest = np.einsum("in,jn->ij", weighted[:, whole:], terms[:, whole:])
    total: npt.NDArray[np.float64] = pieces.sum(0, dtype=np.float64) + rest
    return total
