"""Words for a person go to standard error, results to standard output."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from core.errors import AutochromeError

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn

Item = TypeVar("Item")


def note(words: str) -> None:
    """A line for a person, on standard error."""
    print(f"autochrome: {' '.join(words.split())}", file=sys.stderr)  # noqa: T201


def output(line: str) -> None:
    """One line of result on standard output; letters it cannot take are spelt out."""
    encoding = sys.stdout.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding))  # noqa: T201


def output_json(event: str, **facts: Any) -> None:  # noqa: ANN401  (whatever JSON takes, and paths)
    """One line of JSON on standard output, at once: a program waits for it."""
    from core.codec import to_plain  # noqa: PLC0415  (only where a program listens)

    print(json.dumps(to_plain({"event": event, **facts})), flush=True)  # noqa: T201


def display_path(path: Path) -> Path:
    """The path as a person would write it: from the folder they are in, where it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def print_error(
    error: AutochromeError, source: Path | None = None, option: str | None = None
) -> None:
    """An error as one line: the file it happened to, the sentence, the option that helps."""
    path = source or error.path
    words = str(error) if option is None else f"{str(error).removesuffix('.')} ({option})."
    note(f"{path}: {words}" if path is not None else words)


def progress_bar(*columns: ProgressColumn, expand: bool = False) -> Progress:
    """A progress bar on standard error, gone when it ends."""
    from rich.console import Console  # noqa: PLC0415  (only where a person watches)
    from rich.progress import Progress  # noqa: PLC0415

    # lines said meanwhile go above the bar; results meant for a pipe stay out of its way
    above = sys.stdout.isatty()
    # long paths are not broken into lines, so that a person can copy them
    console = Console(stderr=True, soft_wrap=True)
    return Progress(*columns, console=console, transient=True, redirect_stdout=above, expand=expand)


def with_progress_bar(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items one by one, with a progress bar where a person watches more than one."""
    if len(items) < 2 or not sys.stderr.isatty():
        yield from items
        return
    from rich import progress as rich  # noqa: PLC0415  (only where a person watches)

    columns = (rich.BarColumn(), rich.MofNCompleteColumn(), rich.TimeRemainingColumn())
    with progress_bar(rich.TextColumn(what), *columns) as progress:
        yield from progress.track(items)


def with_counter(items: Iterable[Item], what: str) -> Iterator[Item]:
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
