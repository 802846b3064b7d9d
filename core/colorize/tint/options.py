"""What a person wants done with a photo's own colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class WhenUnsure(StrEnum):
    """What becomes of a photo that may be toned or may be faint in colour."""

    ASK = "ask"
    COLORIZE = "colorize"
    SKIP = "skip"


class ToneOption(StrEnum):
    """What becomes of the tone of a toned photo."""

    REMOVE = "remove"
    #: It is laid under the colours again.
    KEEP = "keep"


@dataclass(frozen=True)
class TintOptions:
    """``--tinted``, ``--tone`` and ``--keep-ink``.

    Attributes:
        keep_ink: ink, stamps and seals keep their own colour, where there are any.
    """

    when_unsure: WhenUnsure = WhenUnsure.ASK
    tone: ToneOption = ToneOption.REMOVE
    keep_ink: bool = True
