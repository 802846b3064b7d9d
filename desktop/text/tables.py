"""A table of two columns in rich text, which Qt does not mirror by itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QApplication


def two_columns(rows: Iterable[tuple[str, str]], share: int | None = None) -> str:
    """An HTML table of two columns of HTML; the first is where one begins to read.

    Args:
        rows: what stands in the first and in the second column.
        share: the first column's share of the whole width in per cent; None: as its words need.
    """
    whole, first = ("", "") if share is None else (" width='100%'", f" width='{share}%'")
    lines = (
        (f"<td{first}>{one}</td>", "<td width=16></td>", f"<td>{two}</td>") for one, two in rows
    )
    mirrored = QApplication.isRightToLeft()
    cells = ("".join(reversed(line) if mirrored else line) for line in lines)
    return f"<table{whole} cellpadding=3>{''.join(f'<tr>{line}</tr>' for line in cells)}</table>"


def left_to_right(text: str) -> str:
    """Isolate text from the direction around it, by U+2066 and U+2069: keys, names of files."""
    return f"\u2066{text}\u2069"
