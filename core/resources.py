"""Paths of the files that come with the program: the model, the sample photos, the icons."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_root() -> Path:
    """The folder that holds ``model/``, ``samples/`` and ``icons/``.

    A frozen program unpacks it beside its code, an installed wheel carries it inside ``core``, a
    source tree has it at its top. The wheel's place is asked before the source tree's because
    ``site-packages/resources`` may belong to anybody.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    installed = _PACKAGE / "_resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def resource(name: str) -> Path:
    """The path of ``"model/colorizer.onnx"`` and the like; it need not exist."""
    return resource_root().joinpath(*name.split("/"))
