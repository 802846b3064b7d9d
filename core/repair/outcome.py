"""What was repaired of a photo: for a result's provenance, and as words for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.photo.photo import Photo


def repair_outcome(photo: Photo) -> dict[str, str]:
    """What the result says of the repair of its photo: settings of its provenance.

    ``repaired``: ``0.8%``, of the picture. ``levels``: ``spread``.
    """
    said = {}
    if photo.repaired is not None:
        said["repaired"] = f"{photo.repaired:.1%}"
    if photo.levels_spread:
        said["levels"] = "spread"
    return said


def repair_words(settings: Mapping[str, object]) -> Iterator[str]:
    """What a person should hear of it: ``repaired 0.8 % of the picture``, ``faded tones spread``.

    Args:
        settings: those of a provenance, with what `repair_outcome` has said.
    """
    if share := settings.get("repaired"):
        yield f"repaired {per_cent(float(str(share).rstrip('%')) / 100)} of the picture"
    if settings.get("levels"):
        yield "faded tones spread"


def per_cent(share: float) -> str:
    """A share 0..1 for a person: ``0.8 %``."""
    return f"{100 * share:.1f} %" if share >= 0.0005 else "less than 0.1 %"
