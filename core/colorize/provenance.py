"""The `Provenance` of a colorization: model, settings and look."""

from __future__ import annotations

from collections.abc import Mapping

from core.colorize.look import Look
from core.inference.model_spec import ModelSpec
from core.metadata.provenance import Provenance
from core.version import __version__


def provenance_of(
    spec: ModelSpec, made_with: Mapping[str, str | float | int], look: Look
) -> Provenance:
    """The provenance of a colorization by ``spec`` with some settings, rendered with a look."""
    return Provenance(
        model_name=spec.name,
        model_version=spec.version,
        model_sha256=spec.sha256,
        software=f"Autochrome {__version__}",
        settings={**made_with, **look.stated(), **_networks(spec)},
    )


def _networks(spec: ModelSpec) -> dict[str, str]:
    """Those that have a share in the colours, where they are not the one model of the contract."""
    found = {}
    if spec.networks:
        found["networks"] = ", ".join(str(used).replace(";", " ") for used in spec.networks)
    if spec.conventions is not None:
        found["family"] = f"{spec.family} ({spec.conventions})"
    return found
