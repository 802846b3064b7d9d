"""The third-party components of the program, their versions and licences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Final

from core.resources import resource_root

_NAME: Final = re.compile(r"[\w.-]+")
#: Extras of ours that are no part of the program a person uses.
_NOT_OURS: Final = re.compile(r"""extra\s*==\s*["'](train|dev)["']""")
_TEXTS: Final = re.compile(r"(^|/)(licen[cs]e|copying|notice|third-?party)[^/]*$", re.IGNORECASE)
#: The list that a packed program carries: "numpy 2.4.6: BSD-3-Clause".
_LINE: Final = re.compile(r"^(\S+) (\S+): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Component:
    """A third-party component; ``texts`` are the files of its licence, where it has some."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = field(default=(), compare=False)

    def text(self) -> str:
        """The licence in full; empty where no text came with it."""
        texts = (path.read_text("utf-8", "replace").strip() for path in self.texts)
        return "\n\n".join(dict.fromkeys(texts))  # wheels hold some of them twice


def components() -> list[Component]:
    """The components in order of name: the packed program's own list, or what is installed."""
    folder = resource_root().parent / "licences"
    listed = folder / "THIRD-PARTY.txt"
    found = _packed(listed, folder) if listed.is_file() else _installed("autochrome")
    return sorted(set(found), key=lambda part: part.name.casefold())


def _packed(listed: Path, folder: Path) -> Iterator[Component]:
    for name, version, licence in _LINE.findall(listed.read_text("utf-8")):
        texts = sorted(path for path in (folder / name).rglob("*") if path.is_file())
        yield Component(name, version, licence, tuple(texts))


def _installed(root: str) -> Iterator[Component]:
    """A distribution's requirements, and theirs, as far as they are installed."""
    waiting, seen = [root], set[str]()
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:  # for another system, or an extra nobody installed
            continue
        waiting += _required(found, own=name == root)
        if name != root:
            yield _part(found)


def _required(found: metadata.Distribution, *, own: bool) -> Iterator[str]:
    for line in found.requires or []:
        marker = line.partition(";")[2]
        unused = _NOT_OURS.search(marker) if own else "extra" in marker
        match = _NAME.match(line)
        if match and not unused:
            yield match[0]


def _part(found: metadata.Distribution) -> Component:
    texts = (Path(str(found.locate_file(path))) for path in found.files or [] if _is_text(path))
    # the distribution's own first, then those of what it contains
    there = sorted((p for p in texts if p.is_file()), key=lambda path: (len(path.parts), path))
    return Component(found.metadata["Name"], found.version, _licence(found), tuple(there))


def _is_text(path: metadata.PackagePath) -> bool:
    return bool(_TEXTS.search(str(path))) and path.suffix not in {".py", ".pyc"}


def _licence(found: metadata.Distribution) -> str:
    stated = found.metadata
    classified = [
        line.rpartition(" :: ")[2]
        for line in stated.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    expression, words = (
        stated[name].strip() if name in stated else "" for name in ("License-Expression", "License")
    )
    return expression or words.partition("\n")[0] or ", ".join(classified) or "?"
