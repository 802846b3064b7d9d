r"""Words for a person go to standard error, results to standard output.

Names of files and words of model files are other people's: what would steer a terminal or break a
line in two is spelt out (``\x1b``, ``\n``). Scripts that want names as they are take ``--print0``
or ``--json``.
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from core.cli.streams import discard_output
from core.errors import AutochromeError, system_reason

if TYPE_CHECKING:
    from rich.progress import Progress, ProgressColumn

Item = TypeVar("Item")

#: Control characters (ISO 6429's C0 and C1), what else ends a line (Unicode's Zl and Zp), and what
#: turns the direction of writing (UAX #9, 2), which makes a name look like another.
_CONTROLS: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def printable(text: str) -> str:
    """Text with its control characters spelt out: it stays on one line and steers no terminal."""
    return _CONTROLS.sub(lambda found: ascii(found[0])[1:-1], text)


def counted(number: int, noun: str) -> str:
    """``1 photo``, ``2,000 photos``: of a noun whose plural ends in s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def note(words: str) -> None:
    """A line for a person, on standard error; where that cannot be written, nobody is told."""
    line = f"autochrome: {printable(' '.join(words.split()))}\n"
    with suppress(OSError):
        sys.stderr.write(line)
        sys.stderr.flush()


class LogHandler(logging.Handler):
    """What libraries and `core` log, on standard error, as `note` says things."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Warnings and worse; of Dask nothing, since `core.cluster` says what it has to say."""
        is_dask = record.name.partition(".")[0] == "distributed"
        return record.levelno >= logging.WARNING and not is_dask and bool(super().filter(record))

    def emit(self, record: logging.LogRecord) -> None:
        """One record; a traceback keeps its lines."""
        with suppress(OSError):
            for line in self.format(record).splitlines():
                sys.stderr.write(f"{printable(line)}\n")


def output(line: str, *, print0: bool = False) -> None:
    """One line of result on standard output; what is not printable is spelt out.

    With `print0` it is written byte for byte as the file system has it, and ends in a null.

    Raises:
        BrokenPipeError: nobody reads it any more.
    """
    if print0:
        output_bytes(os.fsencode(line) + b"\0")
        return
    encoding = sys.stdout.encoding or "utf-8"
    shown = "\n".join(map(printable, line.split("\n"))) if "\n" in line else printable(line)
    _write(shown.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def output_path(path: Path, *, print0: bool = False) -> None:
    """The path of a result: one line, whatever its name."""
    output(str(path) if print0 else printable(str(path)), print0=print0)


def output_bytes(content: bytes) -> None:
    """Bytes on standard output. Raises: BrokenPipeError."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except OSError as error:
        _output_failed(error)


def output_json(event: str, **facts: Any) -> None:  # noqa: ANN401  (whatever JSON takes, and paths)
    """One line of JSON on standard output, at once: a program waits for it."""
    from core.codec import to_plain  # noqa: PLC0415  (only where a program listens)

    _write(json.dumps(to_plain({"event": event, **facts})) + "\n", flush=True)


def flush_output() -> None:
    """Write what standard output holds back. Raises: BrokenPipeError."""
    _write("", flush=True)


def _write(text: str, *, flush: bool = False) -> None:
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except OSError as error:
        _output_failed(error)


def _output_failed(error: OSError) -> None:
    """A full disk ends no work: the results stand in their own files."""
    if isinstance(error, BrokenPipeError):
        raise error
    discard_output()
    note(f"standard output cannot be written ({system_reason(error)}): no more is said there.")


def display_path(path: Path) -> Path:
    """The path as a person would write it: from the folder they are in, where it is below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def display_name(path: Path) -> str:
    """`display_path` as it may stand in a line."""
    return printable(str(display_path(path)))


def print_error(
    error: AutochromeError, source: Path | None = None, option: str | None = None
) -> None:
    """An error as one line: the file it happened to, the sentence, the option that helps."""
    path = source or error.path
    words = str(error) if option is None else f"{str(error).removesuffix('.')} ({option})."
    note(f"{printable(str(path))}: {words}" if path is not None else words)


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
