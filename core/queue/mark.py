"""`Mark`: what a person has said of a result."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Mark(StrEnum):
    """What a person said of a result while looking through them."""

    GOOD = "good"
    #: To be made anew, with other colours where the model has others.
    REDO = "redo"
    REJECT = "reject"
    #: Put right by hand.
    FIXED = "fixed"


#: Results that `core.queue.job.IfExists.CHANGED` never makes anew by itself.
KEPT: Final = frozenset({Mark.GOOD, Mark.FIXED})
