"""sRGB <-> CIE L*a*b* (D65, 2 degree observer), and the network's scalings of it.

The one definition of colour in Autochrome: ``training`` imports it, nothing repeats it.

Everything is float32. Array names say order and type: ``rgb`` is sRGB-encoded (gamma) in 0..1,
``linear`` is linear-light sRGB in 0..1, ``lab`` has L* in 0..100 and a*, b* in about -128..127.
Channels come last.

Sources: IEC 61966-2-1:1999 (transfer function and primaries), CIE 15:2004 (L*a*b*).
Own code and not ``cv2.cvtColor``: OpenCV's float32 path goes through an interpolated table and is
off by up to 0.18 L* and 0.45 a*, which would break the promise that luminance is kept.

Products with the 3 x 3 matrices are sums of planes, never ``@``: numpy's BLAS spreads each over
threads that spin for work, and a busy machine then takes four times as long
(``tests/benchmarks/bench_threads.py``). And a pixel gets the same bits wherever it stands.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, TypeVar, cast

import numpy as np
import numpy.typing as npt

F32 = npt.NDArray[np.float32]
Code = TypeVar("Code", np.uint8, np.uint16)

#: The one Lab a model file may speak; see ``core.inference.model_file``.
LAB_CONVENTION: Final = "cie-lab-d65-srgb"

#: Chromaticities x, y of the sRGB primaries and of D65 (IEC 61966-2-1, table 1).
_PRIMARIES_XY: Final = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_WHITE_XY: Final = (0.3127, 0.3290)

#: CIE 15:2004: delta = 6/29 joins the cube root to its linear part.
CIE_DELTA: Final = 6.0 / 29.0

#: CIE 15:2004: what a* adds to f(Y) for f(X), and b* for f(Z).
_AB_TO_F: Final = np.array((1 / 500, -1 / 200), np.float32)

#: L* is scaled to -1..1 (EfficientNet-Lite's own input range), ab to about -1..1.
L_CENTRE: Final = 50.0
L_SCALE: Final = 50.0
AB_SCALE: Final = 110.0


@cache
def _matrices() -> tuple[F32, F32]:
    """White-normalised linear RGB -> XYZ/XYZn and its inverse, derived from the chromaticities.

    Dividing by the white point inside the matrix makes its rows sum to one, so that a neutral grey
    has a* = b* = 0 to the last bit float32 carries.
    """
    xyz = np.array([(x / y, 1.0, (1.0 - x - y) / y) for x, y in _PRIMARIES_XY]).T
    x_w, y_w = _WHITE_XY
    white = np.array((x_w / y_w, 1.0, (1.0 - x_w - y_w) / y_w))
    to_xyz = xyz * np.linalg.solve(xyz, white)
    normalised = to_xyz / white[:, None]
    return normalised.astype(np.float32), np.linalg.inv(normalised).astype(np.float32)


def xyz_to_linear() -> F32:
    """Matrix ``(3, 3)`` of XYZ, divided by the white's, -> linear sRGB."""
    return _matrices()[1]


@cache
def _linear_table(levels: int) -> F32:
    """Linear light of every code of an integer image: 256 or 65,536 entries."""
    return _linearize_float(np.linspace(0.0, 1.0, levels, dtype=np.float64)).astype(np.float32)


def _linearize_float(rgb: npt.NDArray[np.floating[Any]]) -> npt.NDArray[np.floating[Any]]:
    """IEC 61966-2-1, 5.2: decode; negative and > 1 values follow the same curve, mirrored."""
    magnitude = np.abs(rgb)
    curve = ((magnitude + 0.055) / 1.055) ** 2.4
    decoded = np.where(magnitude <= 0.04045, magnitude / 12.92, curve)
    return cast("npt.NDArray[np.floating[Any]]", np.copysign(decoded, rgb))


def linearize(rgb: npt.NDArray[np.generic]) -> F32:
    """sRGB-encoded ``(..., C)`` as uint8, uint16 or float in 0..1 -> linear light, float32.

    Raises:
        TypeError: for any other dtype.
    """
    if rgb.dtype == np.uint8:
        return cast("F32", _linear_table(256)[rgb])
    if rgb.dtype == np.uint16:
        return cast("F32", _linear_table(65536)[rgb])
    if np.issubdtype(rgb.dtype, np.floating):
        return _linearize_float(rgb.astype(np.float32, copy=False)).astype(np.float32)
    raise TypeError(f"pixels must be uint8, uint16 or float, not {rgb.dtype}")


def encode(linear: F32) -> F32:
    """Linear light in 0..1 -> sRGB-encoded 0..1 (IEC 61966-2-1, 5.3); clips what lies outside."""
    clipped = np.clip(linear, 0.0, 1.0)
    curve = 1.055 * clipped ** np.float32(1.0 / 2.4) - 0.055
    return np.where(clipped <= 0.0031308, clipped * 12.92, curve).astype(np.float32)


def quantize(rgb: F32, dtype: type[Code]) -> npt.NDArray[Code]:
    """sRGB-encoded 0..1 -> the nearest code of ``uint8`` or ``uint16``."""
    top = np.iinfo(dtype).max
    codes: npt.NDArray[Code] = np.rint(np.clip(rgb, 0.0, 1.0) * np.float32(top)).astype(dtype)
    return codes


def _f(t: F32) -> F32:
    """CIE 15:2004, 8.2.1.1: the cube root with its linear part near black."""
    bent = np.where(t > CIE_DELTA**3, np.cbrt(t), t / (3 * CIE_DELTA**2) + 4 / 29)
    return bent.astype(np.float32, copy=False)


def _bend_back(f: F32, bent: F32, cube: F32) -> None:
    """CIE 15:2004, 8.2.1.2: `_f` undone, in place; the other two are room to work in.

    Below delta the cube gives way to its own tangent there, so both are one expression without a
    case: the cube of the larger of f and delta, and the tangent along what is missing.
    """
    # numpy.maximum takes three times as long where one side is a number
    np.clip(f, np.float32(CIE_DELTA), np.float32(np.inf), out=bent)
    np.subtract(f, bent, out=f)
    np.multiply(f, np.float32(3 * CIE_DELTA**2), out=f)
    np.square(bent, out=cube)
    np.multiply(cube, bent, out=cube)
    np.add(f, cube, out=f)


def linear_to_lab(linear: F32) -> F32:
    """Linear light ``(..., 3)`` -> L*a*b* ``(..., 3)``."""
    fx, fy, fz = (_f(mixed(linear, shares)) for shares in _matrices()[0])
    return np.stack((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)), axis=-1)


def lab_to_linear(lab: F32) -> F32:
    """L*a*b* ``(..., 3)`` -> linear light ``(..., 3)``; unclipped (outside 0..1: out of gamut)."""
    planes = lab_planes_to_linear(lab[..., 0], np.moveaxis(lab[..., 1:], -1, 0))
    return np.ascontiguousarray(np.moveaxis(planes, 0, -1))


def lab_planes_to_linear(L: F32, ab: F32, room: F32 | None = None) -> F32:
    """`lab_to_linear` for planes ``(...)`` and ``(2, ...)`` -> ``(3, ...)``.

    Twice as fast as interleaved. ``room`` ``(3, 3, ...)`` is where it works and what its answer is
    a part of: new memory takes as long as the conversion itself.
    """
    if room is None:
        room = np.empty((3, 3, *L.shape), np.float32)
    f_xyz: F32 = room[0]
    linear: F32 = room[1]
    fy, fx_fz = f_xyz[1, ...], f_xyz[::2]
    np.multiply(L, np.float32(1 / 116), out=fy)
    np.add(fy, np.float32(16 / 116), out=fy)
    np.multiply(ab, _AB_TO_F.reshape(2, *[1] * L.ndim), out=fx_fz)
    np.add(fx_fz, fy, out=fx_fz)
    _bend_back(f_xyz, linear, room[2])
    np.einsum("ij,j...->i...", xyz_to_linear(), f_xyz, out=linear)
    return linear


def rgb_to_lab(rgb: npt.NDArray[np.generic]) -> F32:
    """sRGB-encoded ``(..., 3)`` (uint8, uint16 or float 0..1) -> L*a*b* float32."""
    return linear_to_lab(linearize(rgb))


def lab_to_rgb(lab: F32) -> F32:
    """L*a*b* ``(..., 3)`` -> sRGB-encoded float32 in 0..1, clipped; `quantize` makes it integer."""
    return encode(lab_to_linear(lab))


def luminance_weights() -> F32:
    """Shares ``(3,)`` of linear R, G, B in relative luminance (Rec.709); they sum to one."""
    to_xyz, _ = _matrices()
    return cast("F32", to_xyz[1])


def mixed(linear: F32, shares: F32) -> F32:
    """Linear light ``(..., C)`` -> ``(...)``: its channels added up by their shares ``(C,)``."""
    total: F32 = linear[..., 0] * shares[0]
    for channel in range(1, len(shares)):
        total += linear[..., channel] * shares[channel]
    return total


def luminance_to_L(y: F32) -> F32:
    """Relative luminance Y/Yn in 0..1 -> L* in 0..100."""
    L = _f(y)
    L *= 116
    L -= 16
    return L


def rgb_to_L(rgb: npt.NDArray[np.generic]) -> F32:
    """L* ``(H, W)`` of sRGB-encoded ``(H, W, 3)``, or of a grey ``(H, W)`` whose codes are sRGB."""
    linear = linearize(rgb)
    if linear.ndim == 2:
        return luminance_to_L(linear)
    return luminance_to_L(mixed(linear, luminance_weights()))


def chroma(ab: F32) -> F32:
    """C*ab = hypot(a*, b*) of ``(..., 2)``."""
    return np.hypot(ab[..., 0], ab[..., 1])
