"""The README's row of the bundled model, and whether a model made anew stands within it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from training.evaluation.intervals import Estimate

#: The row's figures by the names that evaluation.json has for them, in the README's order.
FIGURES: Final = ("psnr", "delta_e", "colourfulness", "lite2_fd")

_ROW: Final = re.compile(
    r"^\| \*\*the bundled model\*\*, (?P<version>[\d.]+)[^|]*\|(?P<cells>.*)\|$"
)
_CELL: Final = re.compile(r"\**(?P<value>[\d.]+)\** \[(?P<low>[\d.]+), (?P<high>[\d.]+)\]")


class PublishedError(ValueError):
    """The README has no such row, or the evaluation none of a model."""


@dataclass(frozen=True)
class PublishedRow:
    """What the README says of the bundled model."""

    version: str
    figures: dict[str, Estimate]

    def compare(self, version: str, found: dict[str, Estimate]) -> Iterator[str]:
        """A sentence for each figure of a new model that the row's intervals do not hold.

        A model of another version is another model: it is not held to the row.
        """
        if version != self.version:
            return
        for name, published in self.figures.items():
            value = found[name].value
            if not published.low <= value <= published.high:
                yield f"{name} is {value:.2f}, outside [{published.low:g}, {published.high:g}]."


def published_row(readme: Path) -> PublishedRow:
    """The row of a README.

    Raises:
        PublishedError: it has none, or one of other figures.
    """
    rows = (_ROW.match(line) for line in readme.read_text(encoding="utf-8").splitlines())
    found = next((row for row in rows if row), None)
    cells = [] if found is None else _CELL.findall(found["cells"])
    if found is None or len(cells) != len(FIGURES):
        raise PublishedError(f"{readme} has no row of the bundled model with its intervals.")
    figures = [Estimate(*map(float, cell)) for cell in cells]
    return PublishedRow(found["version"], dict(zip(FIGURES, figures, strict=True)))


def evaluated_row(evaluation: Path) -> dict[str, Estimate]:
    """The last row of evaluation.json's main table: the model's.

    Raises:
        PublishedError: only the baselines are there.
    """
    tables: dict[str, Any] = json.loads(evaluation.read_text(encoding="utf-8"))["tables"]
    *baselines, name = tables["main"]["rows"]
    if len(baselines) < 2:
        raise PublishedError(f"{evaluation} has no row of a model.")
    return {key: Estimate(**figure) for key, figure in tables["main"]["rows"][name].items()}
