"""``autochrome completion``: a script for the shell, made by shtab."""

from __future__ import annotations

import argparse

from core.cli.console import note, output
from core.cli.exit_status import FAILED, OK
from core.cli.parser import build_parser
from core.extras import how_to_install, is_packed

_FILES = ("photos", "output", "model", "sources", "report", "contact_sheet")


def run(shell: str) -> int:
    """Print the script; returns the exit status."""
    try:
        import shtab  # noqa: PLC0415  (an optional extra)
    except ImportError:
        extra = f"completion needs an optional extra: {how_to_install('completion')}."
        note("the packed program has no scripts for shells." if is_packed() else extra)
        return FAILED
    parser = build_parser()
    for command in _commands(parser):
        for action in command._actions:  # noqa: SLF001  (argparse has no public list of them)
            if action.dest in _FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
    output(shtab.complete(parser, shell=shell))
    return OK


def _commands(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    subparsers = next(
        action
        for action in parser._actions  # noqa: SLF001
        if isinstance(action, argparse._SubParsersAction)  # noqa: SLF001
    )
    return list(subparsers.choices.values())
