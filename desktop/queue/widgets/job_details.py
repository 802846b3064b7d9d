"""`JobDetails`: everything known of one job, to read and to copy."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from core.queue.job import Job
from desktop.queue.job_text import detail_rows
from desktop.text.tables import two_columns


class JobDetails(QTextBrowser):
    """Text box below the table, shown when it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details of the chosen photo"))
        self.setFixedHeight(168)
        self.setOpenLinks(False)
        self._shown: Job | None = None
        self.show_job(None)

    def show_job(self, job: Job | None) -> None:
        """Show a job; the place in the text is kept where nothing is new."""
        if job is not None and job == self._shown:
            return
        self._shown = job
        if job is None:
            self.setPlainText(self.tr("Choose a photo in the table."))
            return
        rows = ((f"<b>{escape(word)}</b>", escape(fact)) for word, fact in detail_rows(job))
        self.setHtml(two_columns(rows))
