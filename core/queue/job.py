"""A job: one photo, where its result goes, and what decides it; plain values, no behaviour.

The queue keeps them (`core.queue.store`), the engine does them (`core.batch.run`).
"""

from __future__ import annotations

import hashlib
from dataclasses import MISSING, Field, dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self

from core.codec import from_json, to_json, to_plain
from core.colorize.look import Look
from core.colorize.tint.options import TintOptions, ToneOption, WhenUnsure
from core.photo.formats import WRITABLE
from core.photo.save_options import DEFAULT_QUALITY, SaveOptions
from core.queue.mark import Mark

#: `JobSettings.format` that means: the format the source has.
KEEP: Final = "keep"

#: Those of `JobSettings` that every digest counts, as results of version 0.1 say theirs. Later ones
#: count where they differ from their default: a new setting must not make an archive anew.
_ALWAYS_COUNTED: Final = frozenset(
    ("strength", "saturation", "warmth", "size", "seed", "recolor", "format", "quality", "depth")
)
#: `Job.error_kind` of those that are left as an earlier version of the program's model made them.
EARLIER_MODEL: Final = "EarlierModel"
#: `Job.error_kind` of those that were passed over because a file is at the target.
_THERE: Final = frozenset({"Unchanged", "Marked", EARLIER_MODEL, "TargetExistsError"})
#: Pixels of the largest short side a network may be asked for.
MAX_SIZE: Final = 65_536
#: A whole number stays one: ``1`` and ``1.0`` are two digests, as they always were.
Real = int | float


class JobState(StrEnum):
    """What has become of a job. A coloured photo nobody asked to recolor is skipped, not failed.

    One that may be toned or faint in colour is neither: a person has to say which.
    """

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNSURE = "unsure"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class JobModel:
    """A model that a job was meant for: by its hash, or where its file was then."""

    name: str
    file: str
    sha256: str
    weight: float = 1.0


#: Those of a job; none is the one that comes with the program, or whatever is open.
JobModels = tuple[JobModel, ...]


class IfExists(StrEnum):
    """What happens where something is at the target already."""

    SKIP = "skip"
    RENAME = "rename"
    OVERWRITE = "overwrite"
    #: Done again where the source's content, the model or the settings are others than they were.
    #: A file that Autochrome did not make is left alone: that job fails.
    CHANGED = "changed"
    #: The same, and also where an earlier version of the program's own model made it.
    UPDATE = "update"

    @property
    def looks_at_content(self) -> bool:
        """Whether what a result was made of decides."""
        return self in (IfExists.CHANGED, IfExists.UPDATE)


class Pages(StrEnum):
    """What becomes of a document of several photos."""

    #: One TIFF of as many pages.
    TOGETHER = "together"
    #: A file of its own for each: ``album_1.tif``, ``album_2.tif``.
    SPLIT = "split"


@dataclass(frozen=True)
class JobSettings:
    """Everything that decides the pixels and the file of a result, besides source and model.

    Attributes:
        strength, saturation, warmth, brightness, contrast: the `Look`.
        size: short side of what the network sees; None is the model's default.
        seed: draws the noise vector; None is the model's most plausible colours. Photos that
            share a seed share the vector.
        recolor: replace the colours of a photo that has some.
        format: ``keep``, or one of `core.photo.formats.WRITABLE`.
        quality: 1 to 100, of JPEG, WebP and AVIF.
        depth: 8 or 16 bits; None for the photo's own.
        tinted: what becomes of a photo that may be toned or faint in colour.
        tone: what becomes of a toned photo's tone.
        keep_ink: ink, stamps and seals keep their own colour.
        salvage: of a damaged photo take what can be decoded; the rest is grey.
        pages: what becomes of a document of several photos.
        cut_borders: the white border of a print is cut off.
        ignore_edits: what a person chose for a photo in the window does not count.
        like: the file of a photo whose colours all borrow, absolute; empty for none.
        like_sha256: of that file, when the job was planned.
        consistent: photos of one folder borrow colours from those before them that are alike.
        keep_time: the result says it was changed when the photo's file was.
        copy_sidecars: what other programs wrote beside the photo is copied beside the result.
        repair: scratches, cracks, dust and hairs are filled first.
        auto_levels: faded tones are spread first.
        models: what colorizes it, so that a queue is continued as it was begun.

    Raises:
        ValueError: a value is out of its range.
    """

    strength: Real = 1.0
    saturation: Real = 1.0
    warmth: Real = 0.0
    size: int | None = None
    seed: int | None = None
    recolor: bool = False
    format: str = KEEP
    quality: int = DEFAULT_QUALITY
    depth: int | None = None
    tinted: WhenUnsure = WhenUnsure.ASK
    tone: ToneOption = ToneOption.REMOVE
    keep_ink: bool = True
    salvage: bool = False
    pages: Pages = Pages.TOGETHER
    keep_time: bool = False
    copy_sidecars: bool = False
    brightness: Real = 0.0
    contrast: Real = 0.0
    ignore_edits: bool = False
    like: str = ""
    like_sha256: str = ""
    consistent: bool = False
    cut_borders: bool = False
    models: JobModels = ()
    repair: bool = False
    auto_levels: bool = False

    def __post_init__(self) -> None:
        self.look  # noqa: B018  (it is checked where it is made)
        if self.size is not None and not 1 <= self.size <= MAX_SIZE:
            raise ValueError(f"size must be 1 to {MAX_SIZE}, not {self.size}")
        if self.seed is not None and not 0 <= self.seed < 2**32:
            raise ValueError(f"seed must be 0 to {2**32 - 1}, not {self.seed}")
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1 to 100, not {self.quality}")
        if self.depth not in (None, 8, 16):
            raise ValueError(f"depth must be 8 or 16, not {self.depth}")
        if self.format != KEEP and self.format not in WRITABLE:
            raise ValueError("format must be keep or one that can be written")

    @property
    def tint_options(self) -> TintOptions:
        """What becomes of the photo's own colours."""
        return TintOptions(self.tinted, self.tone, self.keep_ink)

    @property
    def look(self) -> Look:
        """Raises: ValueError: a value is out of its range."""
        return Look(self.strength, self.saturation, self.warmth, self.brightness, self.contrast)

    @property
    def save_options(self) -> SaveOptions:
        """How the result is stored."""
        name = None if self.format == KEEP else self.format
        return SaveOptions(name, self.quality, self.depth, self.keep_time)

    def to_json(self) -> str:
        """One line, the same for equal settings."""
        return to_json(
            {
                field.name: value
                for field in fields(self)
                if (value := getattr(self, field.name)) != _default(field)
                or field.name in _ALWAYS_COUNTED
            }
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """What `to_json` wrote. Raises: InvalidDataError."""
        return from_json(text, cls)

    def models_json(self) -> str:
        """The part of `to_json` that names the models; empty where none is named."""
        if not self.models:
            return ""
        whole = to_json({"models": [to_plain(model) for model in self.models]})
        return whole[1:-1]

    def digest(self) -> str:
        """64 hexadecimal digits, equal for settings that make equal results.

        What is done where it is not certain decides whether there is a result, and nothing of it; a
        reference photo counts by its content. The models stand in the `Fingerprint` beside it.
        What lies beside a photo is counted by `core.queue.job_edit.settings_digest`.
        """
        counted = replace(self, tinted=WhenUnsure.ASK, ignore_edits=False, models=(), like="")
        return hashlib.sha256(counted.to_json().encode()).hexdigest()


def _default(field: Field[Any]) -> Any:  # noqa: ANN401  (of whatever type the field is)
    return field.default if field.default_factory is MISSING else field.default_factory()


@dataclass(frozen=True)
class NewJob:
    """What is put into a queue.

    Attributes:
        source: the photo, absolute: a queue outlives the folder it was started in.
        target: where the result goes, absolute.
        megapixels: of all pages together, where the caller has looked.
    """

    source: Path
    target: Path
    settings: JobSettings = field(default_factory=JobSettings)
    if_exists: IfExists = IfExists.CHANGED
    megapixels: float | None = None


@dataclass(frozen=True)
class Job:
    """A job as the queue knows it. Times are seconds since 1970.

    Attributes:
        position: jobs are done in its ascending order.
        source_sha256, model_sha256, provider: what the last attempt worked with.
        confidence: the model's mean confidence, 0..1; None where it gives none.
        found: what was repaired, and what became of the photo's own colours: ``repaired 0.8 % of
            the picture, brown tone removed, ink kept``.
        error: the sentence for a person: why it failed or was skipped.
        error_kind: the class of `core.errors` behind it; ``Unchanged``, ``Marked`` and
            ``TargetExistsError`` for photos the `if_exists` rule skipped.
        attempts: how often it was begun.
        result: what the file at `target` was made of when this queue last wrote it.
        split_pages: how many pages a document had that became files of their own, named after
            `target`; None of any other job.
        edited: what of the photo's own sidecar counted, when it was done: ``look, 3 points``.
        mark: what a person said of the result.
    """

    id: int
    source: Path
    target: Path
    settings: JobSettings
    if_exists: IfExists
    state: JobState
    position: float
    source_sha256: str | None = None
    model_sha256: str | None = None
    provider: str | None = None
    megapixels: float | None = None
    confidence: float | None = None
    error: str | None = None
    error_kind: str | None = None
    added: float | None = None
    started: float | None = None
    finished: float | None = None
    attempts: int = 0
    result: Fingerprint | None = None
    found: str | None = None
    split_pages: int | None = None
    edited: str | None = None
    mark: Mark | None = None

    @property
    def has_result(self) -> bool:
        """Whether the file at `target` is its result, as far as the queue knows."""
        passed_over = self.state is JobState.SKIPPED and self.error_kind in _THERE
        return self.state is JobState.DONE or passed_over


@dataclass(frozen=True)
class Fingerprint:
    """What a result is made of; of one that is wanted and one that is there: equal is unchanged.

    The program's own version is no part of it: a new release makes no archive anew.
    """

    source_sha256: str
    model_sha256: str
    settings_digest: str
