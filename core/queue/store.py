"""The durable queue: one sqlite file, so that a killed process loses nothing it had finished.

WAL mode: readers (the window's list, ``autochrome queue list``) never wait for the engine. With
``synchronous=NORMAL`` a power cut can undo the last few transactions, never damage the file; the
engine finds the results of undone ones by what they say of themselves and does not repeat them.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from core.codec import from_json, to_json
from core.errors import StoreError
from core.files.atomic import delete_partial_files
from core.files.windows_paths import long_path
from core.queue.asked import Asked
from core.queue.database import QueueDatabase
from core.queue.job import Fingerprint, Job, JobSettings, JobState, NewJob
from core.queue.rows import as_storable, as_text, job_from_row

#: A photo that was in hand this often when the process died goes behind all others, and alone.
SUSPECT: Final = 3
#: One that was in hand this often, three times of it alone, is what kills.
DEADLY: Final = 6
_ENDED_WITHOUT_RESULT: Final = (
    JobState.FAILED, JobState.SKIPPED, JobState.UNSURE, JobState.CANCELLED,
)  # fmt: skip


class JobStore(QueueDatabase):
    """A queue in a file. Any thread may call any method; a second process may read.

    Args:
        path: the file.
        output: the folder of the results; a job whose target is not below it is not to be done
            (`is_inside`). None: anywhere.

    Every method raises `StoreError`: damaged, unreachable; `StoreFullError`: no room.
    """

    def __init__(self, path: Path, output: Path | None = None) -> None:
        self.output = output
        self._only: str | None = None
        self._among: str | None = None
        super().__init__(path)

    def is_inside(self, target: Path) -> bool:
        """Whether a target is below `output`, behind all links of its folder too."""
        if self.output is None:
            return True
        root = long_path(Path(os.path.realpath(self.output)))
        return long_path(Path(os.path.realpath(target.parent))).is_relative_to(root)

    def disown(self) -> None:
        """Take a stranger's word for nothing: no job waits, no result is known to be ours.

        What its jobs left half written below `output` goes with them.
        """
        running = self.jobs([JobState.RUNNING])
        for folder in {job.target.parent for job in running if self.is_inside(job.target)}:
            delete_partial_files(folder)
        with self.transaction():
            self.db.execute(
                "UPDATE jobs SET made_source = NULL, made_model = NULL, mark = NULL, asked = NULL"
            )
            self.db.execute(
                "UPDATE jobs SET state = 'cancelled' WHERE state IN ('waiting', 'running')"
            )

    # --- filling ---------------------------------------------------------------------------

    def add(self, jobs: Sequence[NewJob]) -> list[int]:
        """Put jobs at the end, all or none; their ids.

        A pair of source and target that is in the queue already keeps its id: where it still
        waits it keeps its place too, else it waits again; what its result was made of is
        remembered, and what a person asked for it holds.
        """
        now = time.time()
        with self.transaction():
            jobs = self._as_asked(jobs)
            (last,) = self.db.execute("SELECT coalesce(max(position), 0) FROM jobs").fetchone()
            return [self._add_one(job, float(last + i), now) for i, job in enumerate(jobs, start=1)]

    def asked(self) -> dict[int, Asked]:
        """What a person asked for single photos, by the ids of their jobs."""
        with self.guarded():
            rows = self.db.execute("SELECT id, asked FROM jobs WHERE asked IS NOT NULL").fetchall()
            return {row[0]: from_json(row[1], Asked) for row in rows}

    def _as_asked(self, jobs: Sequence[NewJob]) -> list[NewJob]:
        """Jobs to be added, with what was asked for their photos before."""
        asked = self.asked()
        ids = self.db.execute("SELECT source, target, id FROM jobs WHERE asked IS NOT NULL")
        known = {(row[0], row[1]): asked[row[2]] for row in ids}
        keys = ((as_text(job.source), as_text(job.target)) for job in jobs)
        nothing = Asked()
        return [
            replace(job, settings=known.get(key, nothing).over(job.settings))
            for key, job in zip(keys, jobs, strict=True)
        ]

    def _add_one(self, job: NewJob, position: float, now: float) -> int:
        row = self.db.execute(
            "INSERT INTO jobs (source, target, settings, if_exists, megapixels, state, position,"
            " added) VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?)"
            " ON CONFLICT (target, source) DO UPDATE SET settings = excluded.settings,"
            " if_exists = excluded.if_exists,"
            " megapixels = coalesce(excluded.megapixels, megapixels),"
            " position = CASE WHEN state IN ('waiting', 'running') THEN position"
            " ELSE excluded.position END,"
            " attempts = CASE WHEN state IN ('waiting', 'running') THEN attempts ELSE 0 END,"
            " state = CASE state WHEN 'running' THEN state ELSE 'waiting' END,"
            " error = NULL, error_kind = NULL, finished = NULL RETURNING id",
            (
                as_text(job.source),
                as_text(job.target),
                job.settings.to_json(),
                job.if_exists,
                job.megapixels,
                position,
                now,
            ),
        ).fetchone()
        return int(row[0])

    # --- the engine's side -----------------------------------------------------------------

    def recover(self) -> list[Job]:
        """At the start of a run: jobs a dead process left running wait again; those jobs.

        A photo that was in hand in three deaths may be what kills: it goes to the end.
        """
        with self.transaction():
            interrupted = self.jobs([JobState.RUNNING])
            (last,) = self.db.execute("SELECT coalesce(max(position), 0) FROM jobs").fetchone()
            for job in interrupted:
                suspect = job.attempts >= SUSPECT
                place = last = last + 1 if suspect else job.position
                self.db.execute(
                    "UPDATE jobs SET state = 'waiting', position = ? WHERE id = ?", (place, job.id)
                )
            return interrupted

    def claim_only(self, settings: JobSettings | None) -> None:
        """Claim jobs alone that name the same models as ``settings``; None claims every job."""
        self._only = None if settings is None else settings.models_json()

    def claim_among(self, ids: Iterable[int] | None) -> None:
        """Claim these jobs alone, also in a run that has begun; None claims every job."""
        with self.guarded():
            self._among = None if ids is None else json.dumps(sorted(ids))

    def claimable(self) -> list[Job]:
        """What waits or runs, of those that `claim_among` lets be claimed, whatever its models."""
        jobs = self.jobs((JobState.WAITING, JobState.RUNNING))
        among = None if self._among is None else set(json.loads(self._among))
        return [job for job in jobs if among is None or job.id in among]

    def claim_next(self) -> Job | None:
        """The first waiting job, now running; None where none waits."""
        theirs, values = "", tuple[str, ...]()
        if self._only is not None:
            # JobSettings.to_json writes the models, where there are any, as one piece of text
            theirs = f" AND instr(settings, ?) {'> 0' if self._only else '= 0'}"
            values = (self._only or '"models":[',)
        if (among := self._among) is not None:
            theirs += " AND id IN (SELECT value FROM json_each(?))"
            values += (among,)
        return self._changed(
            "UPDATE jobs SET state = 'running', started = ?, finished = NULL, error = NULL,"  # noqa: S608
            " error_kind = NULL, attempts = attempts + 1 WHERE id = (SELECT id FROM jobs"
            f" WHERE state = 'waiting'{theirs} ORDER BY position LIMIT 1) RETURNING *",
            (time.time(), *values),
        )

    def finish(
        self,
        job_id: int,
        fingerprint: Fingerprint,
        *,
        provider: str | None,
        megapixels: float | None,
        confidence: float | None,
        found: str | None = None,
        split_pages: int | None = None,
        edited: str | None = None,
    ) -> Job | None:
        """The result is on the disk. None, here and below: the job was cleared meanwhile."""
        return self._ended(
            job_id,
            JobState.DONE,
            source_sha256=fingerprint.source_sha256,
            model_sha256=fingerprint.model_sha256,
            made_source=fingerprint.source_sha256,
            made_model=fingerprint.model_sha256,
            made_settings=fingerprint.settings_digest,
            provider=provider,
            megapixels=megapixels,
            confidence=confidence,
            found=found,
            split_pages=split_pages,
            edited=edited,
        )

    def fail(
        self, job_id: int, error: str, kind: str, source_sha256: str | None = None
    ) -> Job | None:
        """It cannot be done."""
        facts = {"error": error, "error_kind": kind, "source_sha256": source_sha256}
        return self._ended(job_id, JobState.FAILED, **facts)

    def skip(
        self, job_id: int, reason: str, kind: str, fingerprint: Fingerprint | None = None
    ) -> Job | None:
        """It needs not be done; ``fingerprint`` where the target's has been looked at."""
        facts = {"error": reason, "error_kind": kind}
        if fingerprint is not None:
            facts |= {
                "source_sha256": fingerprint.source_sha256,
                "model_sha256": fingerprint.model_sha256,
                "made_source": fingerprint.source_sha256,
                "made_model": fingerprint.model_sha256,
                "made_settings": fingerprint.settings_digest,
            }
        return self._ended(job_id, JobState.SKIPPED, **facts)

    def set_aside(self, job_id: int, reason: str, kind: str) -> Job | None:
        """A person has to decide about it first."""
        return self._ended(job_id, JobState.UNSURE, error=reason, error_kind=kind)

    def retarget(self, job_id: int, target: Path) -> None:
        """Its result goes elsewhere; said before it is written, so that a killed run finds it."""
        with self.guarded():
            self.db.execute(
                # an older job that made the same file of the same photo has nothing to say any more
                "UPDATE OR REPLACE jobs SET target = ? WHERE id = ?",
                (as_text(target), job_id),
            )

    def release(self, job_id: int) -> Job | None:
        """A job that was begun waits again, as if it had not been; None where it was cancelled."""
        return self._changed(
            "UPDATE jobs SET state = 'waiting', started = NULL, attempts = attempts - 1"
            " WHERE id = ? AND state = 'running' RETURNING *",
            (job_id,),
        )

    def _ended(self, job_id: int, state: JobState, **facts: object) -> Job | None:
        columns = {"state": state, "finished": time.time(), **facts}
        names = ", ".join(f"{name} = ?" for name in columns)
        if state is JobState.DONE:  # what was said of the result before was not said of this one
            names += ", mark = CASE mark WHEN 'fixed' THEN mark END"
        return self._changed(
            f"UPDATE jobs SET {names} WHERE id = ? RETURNING *",  # noqa: S608 (names are ours)
            (*(as_storable(v) if isinstance(v, str) else v for v in columns.values()), job_id),
        )

    def _changed(self, statement: str, values: tuple[object, ...]) -> Job | None:
        with self.guarded():
            rows = self.db.execute(statement, values).fetchall()
            return job_from_row(rows[0]) if rows else None

    # --- looking ---------------------------------------------------------------------------

    def jobs(
        self, states: Collection[JobState] | None = None, *, limit: int = -1, offset: int = 0
    ) -> list[Job]:
        """Jobs in their order, of some states or all."""
        where, values = _where_state(states)
        with self.guarded():
            rows = self.db.execute(
                f"SELECT * FROM jobs{where} ORDER BY position LIMIT ? OFFSET ?",  # noqa: S608
                (*values, limit, offset),
            ).fetchall()
            return [job_from_row(row) for row in rows]

    def get(self, job_id: int) -> Job | None:
        """One job."""
        with self.guarded():
            row = self.db.execute("SELECT * FROM jobs WHERE id = ?", (job_id,)).fetchone()
            return None if row is None else job_from_row(row)

    def state_of(self, job_id: int) -> JobState | None:
        """Its state; None where it is gone."""
        with self.guarded():
            row = self.db.execute("SELECT state FROM jobs WHERE id = ?", (job_id,)).fetchone()
            return None if row is None else JobState(row[0])

    def counts(self) -> dict[JobState, int]:
        """How many jobs are in each state; every state is there."""
        with self.guarded():
            rows = self.db.execute("SELECT state, count(*) FROM jobs GROUP BY state").fetchall()
            return dict.fromkeys(JobState, 0) | {JobState(state): n for state, n in rows}

    def remaining_megapixels(self) -> float:
        """Of jobs that wait or run; those nobody has looked at count as the mean of all others."""
        with self.guarded():
            known, unknown = self.db.execute(
                "SELECT coalesce(sum(megapixels), 0), count(*) - count(megapixels) FROM jobs"
                " WHERE state IN ('waiting', 'running')"
            ).fetchone()
            mean = 0.0
            if unknown:
                (mean,) = self.db.execute(
                    "SELECT coalesce(avg(megapixels), 1) FROM jobs"
                ).fetchone()
        return float(known + unknown * mean)

    # --- the person's side -----------------------------------------------------------------

    def retry_failed(self, ids: Iterable[int] | None = None) -> int:
        """Failed jobs wait again, at their place; with ``ids`` any that ended without a result."""
        reset = "UPDATE jobs SET state = 'waiting', error = NULL, error_kind = NULL, attempts = 0"
        if ids is None:
            return self._change_many(f"{reset} WHERE state = 'failed'", [()])
        where, states = _where_state(_ENDED_WITHOUT_RESULT)
        return self._change_many(f"{reset}{where} AND id = ?", [(*states, i) for i in ids])

    def retry_with(self, ids: Iterable[int], change: Callable[[JobSettings], JobSettings]) -> int:
        """As `retry_failed` with ``ids``, with other settings; how many."""
        ids = list(ids)
        with self.transaction():
            for job in filter(None, map(self.get, ids)):
                if job.state in _ENDED_WITHOUT_RESULT:
                    self.change_settings(job, change(job.settings))
        return self.retry_failed(ids)

    def change_settings(self, job: Job, settings: JobSettings) -> None:
        """Other settings for a job, as a person asked; inside a transaction."""
        (text,) = self.db.execute("SELECT asked FROM jobs WHERE id = ?", (job.id,)).fetchone()
        asked = (from_json(text, Asked) if text else Asked()).changed(job.settings, settings)
        self.db.execute(
            "UPDATE jobs SET settings = ?, asked = ? WHERE id = ?",
            (settings.to_json(), to_json(asked) if asked != Asked() else None, job.id),
        )

    def cancel(self, ids: Iterable[int]) -> int:
        """Jobs that wait or run shall not be done; how many there were.

        One whose result is being written at this moment still becomes done.
        """
        return self._change_many(
            "UPDATE jobs SET state = 'cancelled' WHERE id = ? AND state IN ('waiting', 'running')",
            [(i,) for i in ids],
        )

    def clear(self, states: Collection[JobState]) -> int:
        """Forget jobs; how many. Running ones stay."""
        where, values = _where_state([state for state in states if state != JobState.RUNNING])
        return self._change_many(f"DELETE FROM jobs{where}", [values])  # noqa: S608

    def remove(self, ids: Iterable[int]) -> int:
        """Forget these jobs; how many. Running ones stay."""
        remove = "DELETE FROM jobs WHERE id = ? AND state != 'running'"
        return self._change_many(remove, [(i,) for i in ids])

    def reorder(self, job_id: int, before: int | None) -> None:
        """Move a job before another, or (None) to the end."""
        with self.transaction():
            if before is None:
                (last,) = self.db.execute("SELECT max(position) FROM jobs").fetchone()
                place: float | None = last + 1
            else:
                place = self._gap_before(before)
                if place is None:  # 50 halvings between two jobs use up a float's digits
                    self._renumber()
                    place = self._gap_before(before)
            self.db.execute("UPDATE jobs SET position = ? WHERE id = ?", (place, job_id))

    def _gap_before(self, job_id: int) -> float | None:
        row = self.db.execute("SELECT position FROM jobs WHERE id = ?", (job_id,)).fetchone()
        if row is None:
            raise StoreError(f"the queue {self.path} has no job {job_id}.", self.path)
        (below,) = self.db.execute(
            "SELECT coalesce(max(position), ? - 1) FROM jobs WHERE position < ?", (row[0], row[0])
        ).fetchone()
        place = float(below + row[0]) / 2
        return place if below < place < row[0] else None

    def _renumber(self) -> None:
        self.db.execute(
            "UPDATE jobs SET position = ranked.place FROM (SELECT id, row_number() OVER"
            " (ORDER BY position) AS place FROM jobs) AS ranked WHERE ranked.id = jobs.id"
        )

    def _change_many(self, statement: str, values: Sequence[tuple[object, ...]]) -> int:
        with self.transaction():
            return sum(self.db.execute(statement, row).rowcount for row in values)


def _where_state(states: Collection[JobState] | None) -> tuple[str, tuple[str, ...]]:
    if states is None:
        return "", ()
    return f" WHERE state IN ({', '.join('?' * len(states))})", tuple(states)
