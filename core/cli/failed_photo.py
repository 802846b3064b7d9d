"""What is said of a photo that failed: one line, whatever was raised over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.batch.failure import describe_failure
from core.cli.console import output_json, print_error
from core.errors import AutochromeError, TargetExistsError


def say_failure(
    source: str,
    error: BaseException,
    option: Callable[[AutochromeError], str | None],
    *,
    json: bool,
) -> None:
    """Say why a photo failed, on standard error or as a line of JSON on standard output.

    Args:
        source: the photo, as the command line names it.
        error: what was raised; what is no error of ours is described, and logged.
        option: which option an error's sentence asks for, if any.
        json: as ``--json``.
    """
    kind = type(error).__name__
    if not isinstance(error, AutochromeError):
        failure = describe_failure(Path(source), error)
        error, kind = AutochromeError(failure.sentence), failure.kind
    if json:
        output_json("failed", source=source, error=str(error), error_kind=kind)
    else:
        print_error(error, Path(source), option(error))


def overwrite_option(error: AutochromeError) -> str | None:
    """The option that an error's sentence asks for, of commands that have no other such option."""
    return "--overwrite" if isinstance(error, TargetExistsError) else None
