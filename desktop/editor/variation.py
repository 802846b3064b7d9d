"""`Variation`: another colorization of a photo, by the noise, the size or the look."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from core.colorize.edits import Edit
from core.colorize.look import Look
from core.inference.library import BUNDLED, entries
from core.inference.model_spec import ModelSpec, bundled_model
from desktop.presets import BUILT_IN

#: Draws of the model's noise beside its first choice.
_DRAWS: Final = 5


@dataclass(frozen=True)
class Variation:
    """Seed, size and look that replace those of an `Edit`; ``look`` None keeps it.

    All None is the model's first choice. With a ``model`` it is another model's, which has a
    ``name``.
    """

    seed: int | None = None
    size: int | None = None
    look: Look | None = None
    model: str = ""
    name: str = ""

    def of(self, edit: Edit) -> Edit:
        """An edit with this variation applied."""
        return replace(edit, seed=self.seed, size=self.size, look=self.look or edit.look)


def models_beside(spec: ModelSpec) -> tuple[Variation, ...]:
    """The first choice of every other model of the library."""
    library, used = entries(), {network.sha256 for network in spec.used}
    found = [Variation(model=e.sha256, name=e.name) for e in library if e.sha256 not in used]
    if library and (spec.path != bundled_model() or len(spec.used) > 1):
        found.insert(0, Variation(model=BUNDLED, name="Autochrome"))
    return tuple(found)


def variations_of(spec: ModelSpec) -> tuple[Variation, ...]:
    """The variations a model offers: draws of its noise, or else other sizes and looks."""
    if spec.z_size:
        return (Variation(), *(Variation(seed=seed) for seed in range(1, _DRAWS + 1)))
    wanted = (round(spec.default_size * share) for share in (0.5, 1.5, 2))
    sizes = dict.fromkeys(min(max(size, spec.multiple_of), spec.max_size) for size in wanted)
    sizes.pop(spec.default_size, None)
    looks = (look for look in BUILT_IN.values() if look != Look())
    return (
        Variation(look=Look()),
        *(Variation(size=size) for size in sizes),
        *(Variation(look=look) for look in looks),
    )
