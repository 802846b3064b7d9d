"""Words for a person go to standard error, results to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from core.errors import AutochromeError

Item = TypeVar("Item")


def say(words: str) -> None:
    """One line on standard error."""
    print(f"autochrome: {' '.join(words.split())}", file=sys.stderr)  # noqa: T201


def tell(line: str) -> None:
    """One line of result on standard output; letters it cannot take are spelt out."""
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201


def say_json(event: str, **facts: Any) -> None:  # noqa: ANN401  (whatever JSON takes)
    """One line of JSON on standard output, at once: a program waits for it."""
    print(json.dumps({"event": event, **facts}), flush=True)  # noqa: T201


def shown(path: Path) -> Path:
    """The path as a person would write it: from the folder they are in, where it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


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


def watched(items: Iterable[Item], what: str) -> Iterator[Item]:
    """The items one by one, with their number so far where a person watches."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # noqa: PLC0415  (only where a person watches)

    with Console(stderr=True).status(what) as status:
        for number, item in enumerate(items, start=1):
            if number % 100 == 0:
                status.update(f"{what}: {number:,}")
            yield item
