"""Words for a person go to standard error, results to standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from core.errors import AutochromeError

Item = TypeVar("Item")


def say(words: str) -> None:
    """One line on standard error."""
    print(f"autochrome: {' '.join(words.split())}", file=sys.stderr)  # noqa: T201


def tell(line: str) -> None:
    """One line of result on standard output."""
    print(line)  # noqa: T201


def report(error: AutochromeError, source: Path | None = None) -> None:
    """An error as one line: the file it happened to, then the sentence."""
    path = source or error.path
    say(f"{path}: {error}" if path is not None else str(error))


def counted(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items one by one, with a progress bar where a person watches more than one."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415  (only where a person watches)
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # lines said meanwhile go above the bar; results meant for a pipe stay out of its way
    watched = sys.stdout.isatty()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=watched) as progress:
        yield from progress.track(items)
