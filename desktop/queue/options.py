"""`QueueOptions`: where the queue's results go, their names, format and look."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta
from PySide6.QtCore import QStandardPaths

from core.codec import salvage, to_json
from core.colorize.look import Look
from core.colorize.tint import ToneOption, WhenUnsure
from core.inference.model_spec import ModelSpec
from core.photo.formats import WRITABLE
from core.photo.save_options import DEFAULT_QUALITY
from core.planning.name_template import DEFAULT_TEMPLATE, NameTemplate
from core.planning.plan import PlanRequest
from core.queue.job import IfExists, JobModels, JobSettings


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
    """Options of the queue in the window. Every value is valid, whatever was remembered.

    Attributes:
        output: the folder of the results; empty for the one `pictures` names.
        format: a name of `core.photo.formats.WRITABLE`; empty keeps each photo's own.
        recolor: also photos that have colours.
        tinted: what becomes of photos that may be toned or faint in colour.
        keep_time: results have the time of their photos' files.
        copy_sidecars: what other programs wrote beside a photo is copied beside its result.
        tone: what becomes of a toned photo's tone.
        keep_ink: ink, stamps and seals keep their own colour.
        salvage: of damaged photos take what can be decoded.
        rate: marks are written into the results, as stars and labels.
        consistent: photos of one folder that are alike have the same colours.
        repair: scratches, cracks, dust and hairs are filled first.
        auto_levels: faded tones are spread first.
    """

    output: str = ""
    template: str = DEFAULT_TEMPLATE
    format: Annotated[str, Meta(pattern=f"^({'|'.join(WRITABLE)})?$")] = ""
    quality: Annotated[int, Meta(ge=1, le=100)] = DEFAULT_QUALITY
    if_exists: IfExists = IfExists.CHANGED
    strength: float = 1.0
    saturation: float = 1.0
    warmth: float = 0.0
    recolor: bool = False
    when_done: WhenDone = WhenDone.NOTHING
    tinted: WhenUnsure = WhenUnsure.ASK
    keep_time: bool = False
    copy_sidecars: bool = False
    tone: ToneOption = ToneOption.REMOVE
    keep_ink: bool = True
    salvage: bool = False
    brightness: float = 0.0
    contrast: float = 0.0
    rate: bool = False
    consistent: bool = False
    repair: bool = False
    auto_levels: bool = False

    @property
    def look(self) -> Look:
        """The look of all results."""
        return Look(self.strength, self.saturation, self.warmth, self.brightness, self.contrast)

    @property
    def folder(self) -> Path:
        """Folder of the results; links are followed, for a queue knows one name for each file."""
        return Path(os.path.realpath(Path(self.output or pictures()).expanduser()))

    def plan_request(
        self, spec: ModelSpec, size: int | None = None, models: JobModels = ()
    ) -> PlanRequest:
        """The `PlanRequest` of these options; ``size`` is the short side of the network's input.

        ``spec`` is what is said of the ``models`` together.
        """
        settings = JobSettings(
            strength=self.strength,
            saturation=self.saturation,
            warmth=self.warmth,
            brightness=self.brightness,
            contrast=self.contrast,
            size=size,
            recolor=self.recolor,
            quality=self.quality,
            tinted=self.tinted,
            keep_time=self.keep_time,
            copy_sidecars=self.copy_sidecars,
            tone=self.tone,
            keep_ink=self.keep_ink,
            salvage=self.salvage,
            consistent=self.consistent,
            repair=self.repair,
            auto_levels=self.auto_levels,
            models=models,
        )
        return PlanRequest(
            output=self.folder,
            template=NameTemplate(self.template),
            format=self.format or None,
            settings=settings,
            if_exists=self.if_exists,
            model_name=spec.name,
            model_sha256=spec.sha256,
        )

    def to_json(self) -> str:
        """One line of JSON for the settings."""
        return to_json(self)

    @classmethod
    def from_json(cls, text: str) -> QueueOptions:
        """What `to_json` wrote; the default for whatever is not understood."""
        found = salvage(text, cls)
        if not is_template(found.template):
            found = replace(found, template=DEFAULT_TEMPLATE)
        return found if _is_look(found) else cls()


def is_template(text: str) -> bool:
    """Whether a text is a template for the names of results."""
    try:
        NameTemplate(text)
    except (ValueError, KeyError, IndexError):
        return False
    return True


def _is_look(options: QueueOptions) -> bool:
    try:
        options.look  # noqa: B018  (it is checked where it is made)
    except ValueError:
        return False
    return True
