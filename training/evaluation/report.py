"""Tables of figures with their intervals, as Markdown and as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from training.evaluation.intervals import Estimate


@dataclass(frozen=True)
class Column:
    """How one figure is shown."""

    heading: str
    digits: int = 2


@dataclass(frozen=True)
class Table:
    """Rows of named figures; a figure that a row has not is shown as a dash."""

    key: str  # its name in the JSON
    title: str
    first: str  # heading of the rows' names
    columns: Mapping[str, Column]
    rows: dict[str, dict[str, Estimate]]
    note: str = ""

    def markdown(self) -> str:
        """Heading, table and note."""
        headings = [self.first, *(column.heading for column in self.columns.values())]
        lines = [f"## {self.title}", "", _line(headings), _line(["---"] * len(headings))]
        for name, figures in self.rows.items():
            lines.append(_line([name, *(self._cell(key, figures) for key in self.columns)]))
        return "\n".join([*lines, *(["", self.note] if self.note else []), ""])

    def _cell(self, key: str, figures: Mapping[str, Estimate]) -> str:
        return figures[key].text(self.columns[key].digits) if key in figures else "-"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


@dataclass(frozen=True)
class Report:
    """A whole evaluation."""

    title: str
    facts: dict[str, Any]
    tables: list[Table] = field(default_factory=list)

    def markdown(self) -> str:
        """The facts as a list, then the tables."""
        facts = "\n".join(f"- {name}: {value}" for name, value in self.facts.items())
        return "\n".join([f"# {self.title}", "", facts, "", _INTERVALS, "", *self._tables()])

    def _tables(self) -> list[str]:
        return [table.markdown() for table in self.tables]

    def json(self) -> str:
        """Every figure as value, low and high, by table, row and column."""
        tables = {
            table.key: {
                "title": table.title,
                "note": table.note,
                "rows": {
                    name: {key: asdict(figure) for key, figure in figures.items()}
                    for name, figures in table.rows.items()
                },
            }
            for table in self.tables
        }
        return json.dumps({"title": self.title, "facts": self.facts, "tables": tables}, indent=2)


_INTERVALS: Final = (
    "Figures are means over photos with the 95 % interval of a seeded bootstrap over photos."
)
