"""`Shard`: one list of photos shared out among computers that know nothing of each other."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self


@dataclass(frozen=True)
class Shard:
    """The share ``index`` of ``count``, from 1: ``3/16``.

    Raises:
        ValueError: there is no such share.
    """

    index: int = 1
    count: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.index <= self.count:
            raise ValueError(f"{self.index}/{self.count} is not a share: 1/16 to 16/16 are")

    @classmethod
    def parse(cls, text: str) -> Self:
        """``3/16``. Raises: ValueError."""
        match = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text, re.ASCII)
        if match is None:
            raise ValueError(f"{text} is not a share: say 3/16 for the third of sixteen")
        return cls(int(match[1]), int(match[2]))

    def holds(self, relative: Path) -> bool:
        """Whether a photo is of this share: by its relative path, whatever is in it."""
        if self.count == 1:
            return True
        digest = hashlib.sha256(os.fsencode(relative.as_posix())).digest()
        return int.from_bytes(digest[:8]) % self.count == self.index - 1
