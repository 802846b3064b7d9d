"""DDColor (Kang et al., ICCV 2023, arXiv:2212.11613): RGB of the grey picture in, a*, b* out.

Written for what ``scripts/export_onnx.py`` of https://github.com/piddnad/DDColor and
``convert2onnx/ddcolor2onnx.py`` of https://github.com/instant-high/DDColor-onnx make: ``input``
(N, 3, H, W) in 0..1, whose normalisation is in the graph, and ``output`` (N, 2, H, W) in Lab units.
"""

from __future__ import annotations

from typing import Final

from core.inference.families.conventions import Conventions
from core.inference.families.family import Layout, simple_layout
from core.inference.signature import Signature


class DDColor:
    """A `core.inference.families.family.Family`."""

    name: Final = "ddcolor"

    def layout(self, signature: Signature) -> Layout | None:
        """Three channels in, two out."""
        return simple_layout(signature, 3, 2)

    def candidates(self, signature: Signature) -> tuple[Conventions, ...]:  # noqa: ARG002
        """All public exports agree."""
        return (Conventions(),)
