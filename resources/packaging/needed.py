"""Linux: the shared libraries that are reached from what is kept, and no others.

PyInstaller follows the libraries of every Qt plugin before build.spec can say which plugins stay;
GTK with all it stands on comes in that way.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

Entry = tuple[str, str, str]

#: Opened by name at run time: nothing that is a library says that it needs them.
_OPENED: Final = re.compile(r"/plugins/|onnxruntime_providers_|^libpython|^libcrypto")


def reached(entries: Iterable[Entry]) -> list[Entry]:
    """The entries without libraries nobody needs, and without links that lead nowhere."""
    entries = list(entries)
    if not sys.platform.startswith("linux"):
        return entries
    files = {file_name(entry): entry for entry in entries if entry[2] != "SYMLINK"}
    todo = [name for name, entry in files.items() if _is_root(entry)]
    found = set(todo)
    while todo:
        needed = set(needed_by(files[todo.pop()][1])) & files.keys() - found
        found |= needed
        todo += needed
    kept = [entry for entry in entries if entry[2] != "SYMLINK" and file_name(entry) in found]
    names = {name for name, _, _ in kept}
    return kept + [entry for entry in entries if entry[2] == "SYMLINK" and entry[1] in names]


def file_name(entry: Entry) -> str:
    """The last part of where it goes."""
    return PurePosixPath(entry[0]).name


def _is_root(entry: Entry) -> bool:
    return entry[2] != "BINARY" or bool(_OPENED.search(entry[0])) or ".so" not in entry[0]


def needed_by(path: str | Path) -> list[str]:
    """What an ELF file is linked to; of anything else, nothing."""
    out = subprocess.run(["readelf", "-d", path], check=False, capture_output=True, text=True)
    return re.findall(r"\(NEEDED\).*\[(.*)\]", out.stdout)
