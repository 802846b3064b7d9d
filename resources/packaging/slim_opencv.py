"""OpenCV without the libraries we never call: FFmpeg, OpenBLAS, AVIF (80 MB, Linux wheels).

The wheel's one module is linked to all of them, so the loader wants them there; what we use of
OpenCV (``resize``, ``GaussianBlur``, the image processing in ``core.scans`` and ``core.repair``)
calls none. Each library that the module names is replaced by a stand-in with the same symbols and
versions, whose functions end the process; what only they needed is left out. Windows' wheels load
FFmpeg when asked for video, and have no OpenBLAS; macOS' are left whole.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from needed import needed_by

Entry = tuple[str, str, str]

_FOLDER: Final = "opencv_python_headless.libs"
_MODULE: Final = re.compile(r"^cv2/cv2\..*so$")
_TOOLS: Final = ("cc", "nm", "readelf")
_CODE: Final = "TW"  # nm's letters for functions


def without(entries: Iterable[Entry], work: Path) -> list[Entry]:
    """The entries with stand-ins for OpenCV's libraries; the same where that cannot be done."""
    entries = list(entries)
    module = next((Path(path) for name, path, _ in entries if _MODULE.match(name)), None)
    if module is None or not sys.platform.startswith("linux"):
        return entries
    if missing := [tool for tool in _TOOLS if shutil.which(tool) is None]:
        print(f"OpenCV keeps FFmpeg and OpenBLAS: there is no {', '.join(missing)} here.")
        return entries
    libraries = {path.name: path for path in (module.parents[1] / _FOLDER).iterdir()}
    direct = [name for name in needed_by(module) if name in libraries]
    work.mkdir(parents=True, exist_ok=True)
    made = {name: str(stand_in(module, libraries[name], work / name)) for name in direct}
    kept = [entry for entry in entries if Path(entry[0]).name not in libraries]
    return kept + [(f"{_FOLDER}/{name}", path, "BINARY") for name, path in made.items()]


def stand_in(module: Path, library: Path, target: Path) -> Path:
    """A library of ``library``'s name with just the functions that ``module`` takes from it.

    Raises:
        SystemExit: ``module`` takes data from it, for which there can be no stand-in.
    """
    offered = _symbols(library, "--defined-only")
    taken = _symbols(module, "--undefined-only").keys() & offered.keys()
    if data := sorted(name for name in taken if offered[name][0] not in _CODE):
        raise SystemExit(f"{library.name}: OpenCV takes data from it ({', '.join(data)}).")
    by_version = defaultdict(list)
    for name in sorted(taken):
        by_version[offered[name][1]].append(name)
    code, script = target.with_suffix(".c"), target.with_suffix(".map")
    code.write_text(_source(sorted(taken)), encoding="ascii")
    script.write_text("".join(_version(*item) for item in sorted(by_version.items())), "ascii")
    versions = [f"-Wl,--version-script={script}"] if any(by_version) else []
    subprocess.run(
        [
            *("cc", "-shared", "-nostdlib", "-O2", "-s", "-Wl,--build-id=none"),
            *(f"-Wl,-soname,{library.name}", *versions, "-o", str(target), str(code)),
        ],
        check=True,
    )
    return target


def _source(names: list[str]) -> str:
    lines = ["static void gone(void) { __builtin_trap(); }"]
    lines += [f'void {name}(void) __attribute__((alias("gone")));' for name in names]
    return "\n".join(lines) + "\n"


def _version(name: str, symbols: list[str]) -> str:
    return f"{name} {{ global: {'; '.join(symbols)}; }};\n" if name else ""


def _symbols(path: Path, which: str) -> dict[str, tuple[str, str]]:
    """Name -> (nm's letter, version or "") of a library's dynamic symbols."""
    out = subprocess.run(["nm", "-D", which, path], check=True, capture_output=True, text=True)
    found = {}
    for line in out.stdout.splitlines():
        *_, letter, name = line.split()
        name, _, version = name.partition("@")
        found[name] = (letter, version.lstrip("@"))
    return found
