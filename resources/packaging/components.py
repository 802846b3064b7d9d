"""Whose the files of the packed program are: wheels, Python itself, the system's libraries."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Final


@dataclass(frozen=True, order=True)
class Component:
    """One piece of other people's work: where it comes from and its licence texts."""

    kind: str  # pypi, deb or generic, as in a package URL
    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()

    @property
    def purl(self) -> str:
        """The package URL: https://github.com/package-url/purl-spec."""
        space = "debian/" if self.kind == "deb" else ""
        version = self.version.replace("+", "%2B").replace(":", "%3A")
        return f"pkg:{self.kind}/{space}{self.name.lower()}@{version}"


#: What a file with a licence in it is called.
_TEXT: Final = re.compile(r"licen[cs]e|copying|notice|third.?party", re.IGNORECASE)
_HERE: Final = Path(__file__).parent
_LGPL: Final = (_HERE / "texts" / "LGPL-3.0.txt", _HERE / "texts" / "GPL-3.0.txt")
#: Texts their wheels do not carry.
_MORE_TEXTS: Final = {
    "pyside6-essentials": _LGPL,
    "shiboken6": _LGPL,
    "pyvips-binary": _LGPL,
    "pi-heif": _LGPL,
    "flatbuffers": (_HERE.parents[1] / "LICENSE",),  # Apache-2.0, as ours
}
_UNSAID: Final = "see its text"


def components(files: Iterable[Path]) -> list[Component]:
    """Everybody whose files are among these, PyInstaller's start-up code included.

    Raises:
        SystemExit: a library of the system belongs to no package: its licence is not known.
    """
    loader = _wheel(metadata.distribution("pyinstaller"))
    owners = [_owner(path) for path in sorted({Path(file).resolve() for file in files})]
    # a Debian source has several packages with one copyright file
    return sorted({owner.purl: owner for owner in (loader, *owners) if owner}.values())


def _owner(path: Path) -> Component | None:
    """None for what is ours."""
    if (wheel := _wheels().get(path)) is not None:
        return _wheel(wheel)
    if path.is_relative_to(_HERE.parents[1]):
        return None
    if path.is_relative_to(Path(sys.base_prefix).resolve()) and not _is_system(path):
        return _python()
    if ".so" in path.name and sys.platform.startswith("linux"):
        return _debian(path)
    return None


def _is_system(path: Path) -> bool:
    """Of a Python in /usr, its own folder is Python's and the rest is the system's."""
    return sys.base_prefix == "/usr" and "/python3" not in str(path)


@cache
def _wheels() -> dict[Path, metadata.Distribution]:
    return {
        Path(str(wheel.locate_file(file))).resolve(): wheel
        for wheel in metadata.distributions()
        for file in wheel.files or ()
    }


@cache
def _wheel(wheel: metadata.Distribution) -> Component:
    about = wheel.metadata
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    stated = (*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ()))
    licence = next(filter(None, stated), "") or ", ".join(classified)
    inside = [
        Path(str(wheel.locate_file(file)))
        for file in wheel.files or ()
        if _TEXT.search(file.name) and file.suffix not in {".py", ".pyc", ".so", ".pyd"}
    ]
    name = re.sub(r"[-_.]+", "-", wheel.name).lower()
    texts = tuple(sorted({*inside, *_MORE_TEXTS.get(name, ())}))
    return Component("pypi", name, wheel.version, _one_line(licence), texts)


@cache
def _python() -> Component:
    version = sys.version.split()[0]
    places = [
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(subprocess.__file__).parent / "LICENSE.txt",
    ]
    places += Path("/usr/share/doc").glob(
        f"python{sys.version_info[0]}.{sys.version_info[1]}/copyright"
    )
    texts = tuple(place for place in places if place.exists())[:1]
    return Component("generic", "python", version, "PSF-2.0", texts)


@cache
def _debian(path: Path) -> Component:
    """The package of a library, and Debian's copyright file for it."""
    for place in (str(path), str(path).removeprefix("/usr")):
        answer = _ask("dpkg", "-S", place)
        if answer:
            package = answer.split(":", 1)[0]
            break
    else:
        raise SystemExit(f"{path}: no package owns it, so its licence is not known.")
    fields = "${source:Package} ${Version}"
    source, version = _ask("dpkg-query", "-W", "-f", fields, package).splitlines()[0].split(" ")[:2]
    version = re.match(r"[^ $]+", version)[0]  # type: ignore[index]
    text = Path("/usr/share/doc") / package / "copyright"
    return Component("deb", source, version, _UNSAID, (text,) if text.exists() else ())


def _ask(*command: str) -> str:
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def _one_line(words: str) -> str:
    """Some wheels put the whole text where the name belongs."""
    first = words.strip().splitlines()[0] if words.strip() else ""
    return first if 0 < len(first) <= 80 else _UNSAID
