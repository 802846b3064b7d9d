"""`Asked`: what a person asked for one photo of a queue, which holds in later runs too.

A result that was made again in other colours, or of a damaged photo, would else be made once more
at the next run with ``changed``, as its command says and not as the person did.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from core.colorize.tint.options import WhenUnsure
from core.queue.job import JobSettings

_SEEDS = 2**32


@dataclass(frozen=True)
class Asked:
    """What was asked for, of what a command says for all photos alike.

    Attributes:
        variant: how many seeds further the colours are; those are held to no album.
        tinted: what was decided of one that was not certain.
        salvage: of a damaged one what can be decoded was asked for.
    """

    variant: int = 0
    tinted: WhenUnsure | None = None
    salvage: bool = False

    def changed(self, before: JobSettings, after: JobSettings) -> Self:
        """With what a person has just changed."""
        # without a seed something else decides: what a person put right by hand
        step = (after.seed or 0) - (before.seed or 0)
        return replace(
            self,
            variant=0 if after.seed is None else (self.variant + step) % _SEEDS,
            tinted=after.tinted if after.tinted is not before.tinted else self.tinted,
            salvage=after.salvage or self.salvage,
        )

    def over(self, settings: JobSettings) -> JobSettings:
        """Settings of a command, as this photo is to have them."""
        if self.variant:
            seed = ((settings.seed or 0) + self.variant) % _SEEDS
            settings = replace(settings, seed=seed, consistent=False)
        tinted = settings.tinted if self.tinted is None else self.tinted
        return replace(settings, tinted=tinted, salvage=settings.salvage or self.salvage)
