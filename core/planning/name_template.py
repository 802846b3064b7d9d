"""Templates of result names (``{stem}_color{ext}``), and their fields filled in for a photo."""

from __future__ import annotations

import os
import re
import string
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

from core.errors import UnwritableTargetError
from core.files.names import MAX_NAME, cut_text, name_length
from core.photo.formats import WRITABLE, target_format
from core.planning.result_paths import result_ending
from core.planning.source_photo import SourcePhoto

#: What may stand in braces in a template.
TEMPLATE_FIELDS: Final = ("stem", "ext", "parent", "date", "model", "counter")
DEFAULT_TEMPLATE: Final = "{stem}_color{ext}"

#: The fields that may be cut.
_TEXTS: Final = frozenset({"stem", "parent", "model"})
#: What a photo becomes whose own format cannot be written and may hold 16 bits.
_STAND_INS: Final = {"raw": "tiff", "jxl": "tiff"}
#: What no name may hold on Windows.
_FORBIDDEN: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True)
class NameTemplate:
    """A name with fields in braces: ``{stem}_color{ext}``, ``{date:%Y}/{parent}_{counter:05d}``.

    A slash makes a folder. An ending may be written out (``{stem}.png``) and decides the format
    then; a template that ends in neither gets ``{ext}``.

    Raises:
        ValueError: a field that does not exist, a broken brace, a path that leads elsewhere.
    """

    text: str = DEFAULT_TEMPLATE

    def __post_init__(self) -> None:
        if unknown := sorted(self.fields - set(TEMPLATE_FIELDS)):
            raise ValueError(f"{{{unknown[0]}}} is not one of {', '.join(TEMPLATE_FIELDS)}")
        if "ext" in self.fields and not self.text.endswith("{ext}"):
            raise ValueError(f"{{ext}} belongs at the end of {self.text}")
        sample = self.fill(stem="s", ext=".jpg", parent="p", date=date(1920, 5, 1), model="m")
        parts = sample.removesuffix(".jpg").split("/")
        if any(part.strip(". ") == "" for part in parts) or re.search(r"[\\\0]|^\w:", sample):
            raise ValueError(f"{self.text} is no name below the folder of the results")

    @cached_property
    def fields(self) -> set[str]:
        """The fields in use."""
        parsed = list(string.Formatter().parse(self.text))
        if any(conversion or "{" in (spec or "") for _, _, spec, conversion in parsed):
            raise ValueError(f"{self.text} has more in its braces than a field and its format")
        return {name for _, name, _, _ in parsed if name is not None}

    @cached_property
    def format(self) -> str | None:
        """The format of its ending, where one is written out."""
        ending = PurePosixPath(self.text).suffix
        if "{" not in ending:
            with suppress(UnwritableTargetError):
                return target_format(Path(self.text))
        return None

    def fill(self, *, counter: int = 1, **values: object) -> str:
        """The name, with its folders, for one photo."""
        name = self.text.format(counter=counter, **values)
        return name if "ext" in self.fields or self.format else f"{name}{values['ext']}"


def planned_format(photo: SourcePhoto, asked: str | None) -> str:
    """The format of a photo's result: the one asked for, else its own where it can be written.

    A file whose bytes say nothing goes by its name; it will fail anyway. Raw files and JPEG XL
    become TIFF, the others JPEG.
    """
    if asked is not None:
        return asked
    if photo.format in WRITABLE:
        return photo.format
    if photo.format is None:
        with suppress(UnwritableTargetError):
            return target_format(photo.relative)
    return _STAND_INS.get(photo.format or "", "jpeg")


def template_values(photo: SourcePhoto, name: str, model: str) -> dict[str, str]:
    """Values of a template's fields but date and counter, for a result in the format ``name``."""
    folder = Path(os.path.abspath(photo.path)).parent.name  # noqa: PTH100  (links count as named)
    return {
        "stem": photo.relative.stem,
        "ext": result_ending(photo.relative, name),
        "parent": folder or "photos",
        "model": _FORBIDDEN.sub("_", model).strip(". ") or "model",
    }


def fill_within_limits(
    template: NameTemplate, values: dict[str, object], counter: int, tail: str = ""
) -> str:
    """The filled template, ``tail`` before its ending; texts are cut where a name is too long."""
    values = dict(values)
    while True:
        path = PurePosixPath(template.fill(counter=counter, **values))
        path = path.with_name(f"{path.stem}{tail}{path.suffix}")
        over = max(map(name_length, path.parts)) - MAX_NAME
        lengths = {name: name_length(str(values[name])) for name in _TEXTS & template.fields}
        longest = max(lengths, key=lambda name: lengths[name], default="")
        if over <= 0 or lengths.get(longest, 0) <= 4:  # a character takes four bytes at most
            return str(path)
        values[longest] = cut_text(str(values[longest]), max(4, lengths[longest] - over))
