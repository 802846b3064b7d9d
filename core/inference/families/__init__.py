"""Families of foreign models: how each is fed, and how its answer is read; one file each."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from core.errors import ModelContractError
from core.inference.families.ddcolor import DDColor
from core.inference.families.deoldify import DeOldify
from core.inference.families.family import Family, Layout
from core.inference.families.zhang import Zhang
from core.inference.signature import Signature

#: Those that are known by their tensors.
KNOWN: Final[tuple[Family, ...]] = (DDColor(), DeOldify(), Zhang())
#: What ``--family`` understands.
FAMILIES: Final = ("autochrome", *(family.name for family in KNOWN), "plain")


def recognise(path: Path, signature: Signature, wanted: Family | None) -> tuple[Family, Layout]:
    """The family of a model, and how its tensors are laid out.

    Args:
        path: of the model, for the message.
        signature: of the model.
        wanted: what a person says; None looks at all known ones.

    Raises:
        ModelContractError: it is of no known family, or not of the one that was named.
    """
    for family in KNOWN if wanted is None else (wanted,):
        layout = family.layout(signature)
        if layout is not None:
            return family, layout
    what = "a colorizer of a family this program knows" if wanted is None else wanted.name
    raise ModelContractError(
        f"{path.name} is not {what}: it has {signature}. Describe it in a TOML file, if it "
        "makes colours of one picture.",
        path,
    )
