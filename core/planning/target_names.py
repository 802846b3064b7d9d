"""Names the targets of a batch: never two alike, never a photo's, and the same in later runs."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path, PurePosixPath

from core.planning.date_taken import date_taken
from core.planning.name_template import (
    NameTemplate,
    fill_within_limits,
    planned_format,
    template_values,
)
from core.planning.source_photo import SourcePhoto

#: Stands for any number while names are compared; no file name holds it.
_ANY = "\0"


class _AnyNumber(int):
    """A counter that is spelt `_ANY`, whatever its width."""

    def __format__(self, spec: str) -> str:
        return _ANY


@dataclass
class TargetNamer:
    """Assigns every photo its target; for one call of `targets`.

    No two targets are equal, on file systems that ignore case or the composition of letters
    neither; none is a photo, or a folder that another one needs; and a photo keeps the target it
    had where that fits the template still, whatever photos were added.

    Args:
        output: the folder of the results.
        template: their names.
        format: of all results; None keeps each photo's own.
        model: the model's name.
        known: targets of earlier runs and the photos (`SourcePhoto.real`) they were made for. One
            whose photo is gone is free again.
    """

    output: Path
    template: NameTemplate = field(default_factory=NameTemplate)
    format: str | None = None
    model: str = "model"
    known: Mapping[Path, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._root = os.path.realpath(self.output)
        self._taken: set[str] = set()
        self._folders: set[str] = set()
        self._owners: dict[str, Path] = {}
        self._had: defaultdict[Path, list[str]] = defaultdict(list)
        self._tails: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
        for target, source in self.known.items():
            if target.is_relative_to(self.output):
                name = target.relative_to(self.output).as_posix()
                self._owners[self._key(name)] = source
                self._had[source].append(name)

    def targets(self, photos: Sequence[SourcePhoto]) -> list[Path]:
        """The target of each photo, below `output`."""
        self._taken |= {_caseless(str(photo.real)) for photo in photos}
        kept = [self._kept(photo) for photo in photos]
        used = {number for _, number in filter(None, kept)}
        fresh = (number for number in count(1) if number not in used)
        wanted = [
            had or (self._name(photo, number := next(fresh)), number)
            for photo, had in zip(photos, kept, strict=True)
        ]
        for name, _ in wanted:
            self._folders |= {self._key(str(folder)) for folder in PurePosixPath(name).parents}
        # those that had a name before first: they must get it
        order = sorted(range(len(photos)), key=lambda i: kept[i] is None)
        names = {i: self._unique(photos[i], *wanted[i]) for i in order}
        return [self.output / names[i] for i in range(len(photos))]

    def _name(self, photo: SourcePhoto, counter: int, tail: str = "") -> str:
        """The name the template gives a photo, in its mirrored folder, with slashes."""
        values: dict[str, object] = {
            **template_values(
                photo, planned_format(photo, self.format or self.template.format), self.model
            )
        }
        if "date" in self.template.fields:
            values["date"] = date_taken(photo)
        return (
            photo.relative.parent / fill_within_limits(self.template, values, counter, tail)
        ).as_posix()

    def _kept(self, photo: SourcePhoto) -> tuple[str, int] | None:
        """The name a photo had and its counter, where the template could have given it."""
        had = self._had.get(photo.real)
        if not had:
            return None
        name = PurePosixPath(self._name(photo, _AnyNumber()))
        stem = re.escape(str(name.with_suffix(""))).replace(re.escape(_ANY), r"(\d+)", 1)
        stem = stem.replace(re.escape(_ANY), r"\d+")
        pattern = re.compile(rf"{stem}(?:_\d+)?{re.escape(name.suffix)}")
        for old in sorted(had, key=len):
            if match := pattern.fullmatch(old):
                return old, int(match[1]) if pattern.groups else 0
        return None

    def _unique(self, photo: SourcePhoto, name: str, counter: int) -> str:
        """The name itself, or numbered where it is taken: ``scan_color_2.jpg``."""
        tails = self._tails[self._key(name)]
        while not self._is_free(self._key(name), photo):
            name = self._name(photo, counter, f"_{next(tails)}")
        self._taken.add(self._key(name))
        return name

    def _is_free(self, key: str, photo: SourcePhoto) -> bool:
        if key in self._taken or key in self._folders:
            return False
        owner = self._owners.get(key)
        return owner is None or owner == photo.real or not os.path.lexists(owner)

    def _key(self, name: str) -> str:
        return _caseless(f"{self._root}/{name}")


def _caseless(path: str) -> str:
    """Equal for names that some file system takes for one (Unicode 15, D145)."""
    folded = unicodedata.normalize("NFD", path).casefold()
    return unicodedata.normalize("NFD", folded)
