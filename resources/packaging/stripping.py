"""Linux: a Python built on the spot carries debug symbols, 5 MB of a package even when packed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]


def stripped(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """The entries with Python's own library, and only that, without its debug symbols.

    Wheels are left as they are: their libraries were patched after linking, and strip breaks some.
    """
    if not sys.platform.startswith("linux") or shutil.which("strip") is None:
        return list(entries)
    work.mkdir(parents=True, exist_ok=True)
    return [_without_symbols(entry, work) for entry in entries]


def _without_symbols(entry: Entry, work: Path) -> Entry:
    name, path, kind = entry
    if not name.startswith("libpython") or kind == "SYMLINK":
        return entry
    target = work / name
    subprocess.run(["strip", "--strip-unneeded", "-o", target, path], check=True)
    return name, str(target), kind
