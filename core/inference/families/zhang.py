"""Zhang's two networks: L* alone in, a*, b* out; siggraph17 may take colour points as well.

eccv16 ("Colorful Image Colorization", arXiv:1603.08511) and siggraph17 ("Real-Time User-Guided
Image Colorization", arXiv:1705.02999), of https://github.com/richzhang/colorization. ``export.py``
of https://github.com/clibdev/colorization gives ``input`` (1, 1, 256, 256), L* in 0..100, and
``output`` (1, 2, 256, 256) in Lab units: centre and scale (50, 100, 110: ``base_color.py``) are in
the graph. Other exports leave them outside: L* - 50 is what the first release in Caffe was fed
with, (L* - 50) / 100 what the layers themselves see.

``SIGGRAPHGenerator.forward`` takes L*, the points' a*, b* and their mask: three inputs of 1, 2 and
1 channels, or in one tensor of 4, or the last two in one of 3. The mask is 0 or 1 there, and what
the authors' interactive program feeds (``mask_cent``) is -0.5 or 0.5: a sample says which.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.inference.families.conventions import Conventions, InputKind
from core.inference.families.family import Layout, Plane, only_picture
from core.inference.signature import Signature, Tensor

_PICTURE, _AB, _MASK = Plane.PICTURE, Plane.HINT_AB, Plane.HINT_MASK
#: Channels of the inputs -> the planes they hold, in order of their number.
_INPUTS: Final[Mapping[tuple[int | None, ...], tuple[tuple[Plane, ...], ...]]] = {
    (1,): ((_PICTURE,),),
    (4,): ((_PICTURE, _AB, _MASK),),
    (1, 3): ((_PICTURE,), (_AB, _MASK)),
    (1, 2, 1): ((_PICTURE,), (_AB,), (_MASK,)),
}
_RANGES: Final = ((0.0, 100.0), (-0.5, 0.5), (-50.0, 50.0))
#: ``ab_norm`` of ``base_color.py``.
_AB_NORM: Final = 110.0


class Zhang:
    """A `core.inference.families.family.Family`."""

    name: Final = "zhang"

    def layout(self, signature: Signature) -> Layout | None:
        """L*, and hints in one of three ways."""
        channels = tuple(tensor.channels for tensor in signature.inputs)
        planes = _INPUTS.get(channels)
        output = only_picture(signature.outputs, 2)
        if planes is None or output is None or not all(map(_is_float, signature.inputs)):
            return None
        return Layout(tuple(zip(signature.inputs, planes, strict=True)), output)

    def candidates(self, signature: Signature) -> tuple[Conventions, ...]:  # noqa: ARG002
        """L* as it is or centred; a*, b* as they are or divided by 110."""
        return tuple(
            Conventions(InputKind.L, low, high, scale=scale)
            for low, high in _RANGES
            for scale in (1.0, _AB_NORM)
        )


def _is_float(tensor: Tensor) -> bool:
    return tensor.is_float
