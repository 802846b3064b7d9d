"""The `Provenance` of a colorization: model, settings and look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

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
        settings={**made_with, **_said_of(look)},
    )


def _said_of(look: Look) -> dict[str, float]:
    """All of a look, but brightness and contrast only where they changed the photo's luminance."""
    unsaid = [name for name in ("brightness", "contrast") if getattr(look, name) == 0]
    return {name: value for name, value in asdict(look).items() if name not in unsaid}
