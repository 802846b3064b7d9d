"""DeOldify (Antic, https://github.com/jantic/DeOldify): RGB of the grey picture in, RGB out.

``convert_to_onnx.py`` of https://github.com/instant-high/deoldify-onnx puts the scaling into the
graph: 0..255 in and out. A bare export of fastai's generator is fed with, and answers with, what
ImageNet's mean and deviation normalise (``filters.py`` of DeOldify). Others divide by 255 outside
(``assets/js/worker.js`` of https://github.com/thookham/DeOldify-on-Browser). Which it is shows the
answer's lightness, which is the photo's where it is fed right.
"""

from __future__ import annotations

from typing import Final

from core.inference.families.conventions import Conventions, OutputKind
from core.inference.families.family import Layout, simple_layout
from core.inference.signature import Signature

_BYTES: Final = Conventions(high=255, output=OutputKind.RGB, scale=255)
_IMAGENET: Final = Conventions(imagenet=True, output=OutputKind.RGB, output_imagenet=True)
_IMAGENET_IN: Final = Conventions(imagenet=True, output=OutputKind.RGB)
_UNIT: Final = Conventions(output=OutputKind.RGB)


class DeOldify:
    """A `core.inference.families.family.Family`."""

    name: Final = "deoldify"

    def layout(self, signature: Signature) -> Layout | None:
        """Three channels in, three out."""
        return simple_layout(signature, 3, 3)

    def candidates(self, signature: Signature) -> tuple[Conventions, ...]:  # noqa: ARG002
        """0..255, ImageNet-normalised, or 0..1."""
        return (_BYTES, _IMAGENET, _IMAGENET_IN, _UNIT)
