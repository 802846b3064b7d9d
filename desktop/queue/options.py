"""What a person chose for the whole queue: where results go, their names, their look."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths

from core.colorize.look import Look
from core.photo.formats import WRITABLE
from core.planning.name_template import DEFAULT, Template
from core.planning.plan import Wish
from core.queue.job import IfExists, JobSettings

if TYPE_CHECKING:
    from core.inference.model_spec import ModelSpec


class WhenDone(StrEnum):
    """What happens when the queue has been worked off."""

    NOTHING = "nothing"
    OPEN = "open"
    QUIT = "quit"


def pictures() -> str:
    """The folder results go to until another is chosen: ``Autochrome`` among the pictures."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    return str(Path(place) / "Autochrome")


@dataclass(frozen=True)
class QueueOptions:
    """Every value is valid, whatever was remembered.

    Attributes:
        output: the folder of the results; empty for the one `pictures` names.
        format: a name of `core.photo.formats.WRITABLE`; empty keeps each photo's own.
        recolor: also photos that have colours.
    """

    output: str = ""
    template: str = DEFAULT
    format: str = ""
    quality: int = 92
    if_exists: str = IfExists.CHANGED.value
    strength: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0
    recolor: bool = False
    when_done: str = WhenDone.NOTHING.value

    @property
    def look(self) -> Look:
        """Of all results."""
        return Look(self.strength, self.saturation, self.warmth)

    @property
    def folder(self) -> Path:
        """Where the results go; links are followed, for a queue knows one name for each file."""
        return Path(os.path.realpath(Path(self.output or pictures()).expanduser()))

    def wish(self, spec: ModelSpec, size: int | None = None) -> Wish:
        """The same for the planner; ``size`` is the short side of what the network sees."""
        settings = JobSettings(
            strength=self.strength,
            saturation=self.saturation,
            warmth=self.warmth,
            size=size,
            recolor=self.recolor,
            quality=self.quality,
        )
        return Wish(
            output=self.folder,
            template=Template(self.template),
            format=self.format or None,
            settings=settings,
            if_exists=IfExists(self.if_exists),
            model_name=spec.name,
            model_sha256=spec.sha256,
        )

    def checked(self) -> QueueOptions:
        """The same with every impossible value replaced by the default."""
        possible = {
            "template": _is_template(self.template),
            "format": self.format in {"", *WRITABLE},
            "quality": 1 <= self.quality <= 100,
            "if_exists": self.if_exists in set(IfExists),
            "when_done": self.when_done in set(WhenDone),
        }
        kept = {f.name: getattr(self, f.name) for f in fields(self) if possible.get(f.name, True)}
        options = QueueOptions(**kept)
        return options if _is_look(options) else QueueOptions()

    def to_json(self) -> str:
        """One line for the settings."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> QueueOptions:
        """What `to_json` wrote; the default for whatever is not understood."""
        try:
            found: Any = json.loads(text or "{}")
        except ValueError:
            found = {}
        names: dict[str, Any] = {f.name: type(f.default) for f in fields(cls)}
        if not isinstance(found, dict):
            return cls()
        kept = {k: v for k, v in found.items() if isinstance(v, names.get(k, ()))}
        return cls(**kept).checked()


def _is_template(text: str) -> bool:
    try:
        Template(text)
    except (ValueError, KeyError, IndexError):
        return False
    return True


def _is_look(options: QueueOptions) -> bool:
    try:
        options.look  # noqa: B018  (it is checked where it is made)
    except ValueError:
        return False
    return True
