"""`JobProgress`: what has been made of a job so far."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from core.batch.inspect_job import Inspection
from core.errors import PhotoError
from core.metadata.xmp_facts import FileFacts
from core.photo.multipage_tiff import MultiPageTiffWriter


@dataclass
class JobProgress:
    """What has been made of a job so far.

    Attributes:
        page: how many pages have been dealt with.
        found: what became of the pages' own colours, each word once.
        colorized: how many of them were colorized.
        kept: those that had colours already, from 0.
        unread: why pages could not be read, by their numbers from 0.
        notes: what a person should know of it: sentences.
        facts: of the result's first page.
    """

    inspection: Inspection
    page: int = 0
    megapixels: float = 0.0
    confidences: list[float] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    writer: MultiPageTiffWriter | None = None
    colorized: int = 0
    kept: list[int] = field(default_factory=list)
    unread: dict[int, PhotoError] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    facts: FileFacts | None = None

    @property
    def confidence(self) -> float | None:
        """The mean of all pages."""
        return float(np.mean(self.confidences)) if self.confidences else None

    @property
    def split_pages(self) -> int | None:
        """As `core.queue.job.Job.split_pages`."""
        return self.inspection.pages if self.inspection.is_split else None

    @property
    def is_document(self) -> bool:
        """Whether there are several pages: then one of them does not decide for the others."""
        return self.inspection.pages > 1

    def commit(self) -> None:
        """Let the document appear. Raises: WriteError."""
        if self.writer is not None:
            self.writer.commit()
            self.writer = None

    def abandon(self) -> None:
        """Leave no half document behind."""
        if self.writer is not None:
            self.writer.abandon()
            self.writer = None
