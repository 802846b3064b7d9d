"""The sqlite file behind a queue: opened, checked, migrated, locked; sqlite's errors as ours."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, Self

from core.errors import StoreBusyError, StoreError, StoreFullError, system_reason
from core.files.lock import locked
from core.queue import migrations

#: "Acrm": tells other sqlite files apart.
_APPLICATION: Final = 0x4163726D
#: Bytes of the longest value or row: real ones are a few paths and sentences long.
_LONGEST: Final = 4_000_000
#: Seconds to wait for another process's transaction.
_WAIT_S: Final = 30.0


class QueueDatabase:
    """An open queue file; `core.queue.store` puts the queue on top.

    The file may be anybody's: it is trusted with nothing but rows. Its schema is looked at before
    anything is asked of it, and must be the program's own, without triggers, views or more.

    Args:
        path: the file; it and its folder are made where they are not there.

    Raises:
        StoreError: damaged, unreachable, of a newer or another program, or with a schema that no
            Autochrome has made.
        StoreFullError: no room for it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            reason = system_reason(error)
            message = f"the folder {path.parent} of the queue cannot be made: {reason}."
            raise StoreError(message, path) from error
        with self.guarded():
            self.db = sqlite3.connect(
                path, timeout=_WAIT_S, isolation_level=None, check_same_thread=False
            )
        try:
            self._open()
        except BaseException:
            self.db.close()
            raise

    def _open(self) -> None:
        with self.guarded():
            self.db.row_factory = sqlite3.Row
            self.db.execute("PRAGMA trusted_schema=OFF")
            self.db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
            (version,) = self.db.execute("PRAGMA user_version").fetchone()
            (application,) = self.db.execute("PRAGMA application_id").fetchone()
            (objects,) = self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            self._check_identity(version, application, objects)
            if version and migrations.schema(self.db) != migrations.expected_schema(version):
                raise StoreError(
                    f"the queue {self.path} has tables, triggers or views that Autochrome never "
                    "made: delete it, or choose another queue.",
                    self.path,
                )
            self.db.execute("PRAGMA journal_mode=WAL")
            self.db.execute("PRAGMA synchronous=NORMAL")
            (health,) = self.db.execute("PRAGMA quick_check(1)").fetchone()
            if health != "ok":
                raise self._damaged(health)
            if version < len(migrations.LADDER):
                self._migrate()

    def _check_identity(self, version: int, application: int, objects: int) -> None:
        ours = application == _APPLICATION
        if objects and not ours:
            raise StoreError(
                f"{self.path} is a database of another program: choose another queue.", self.path
            )
        if ours and not (0 < version <= len(migrations.LADDER)):
            raise StoreError(
                f"the queue {self.path} was made by a newer Autochrome: use that one, or choose "
                "another queue.",
                self.path,
            )

    def _migrate(self) -> None:
        """Make the tables, or bring those of an older program up to date: all of it, or nothing."""
        with self.transaction():
            # another process may have been quicker: the version counts that holds in here
            migrations.migrate(self.db)
            self.db.execute(f"PRAGMA application_id={_APPLICATION}")

    def close(self) -> None:
        """Let go of the file. Nothing else may be called afterwards."""
        with self._lock:
            self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep other engines out of this queue while the block runs.

        Raises:
            StoreBusyError: another one is in.
        """
        with ExitStack() as stack:
            try:
                mine = stack.enter_context(locked(self.path.with_name(self.path.name + ".lock")))
            except OSError as error:
                message = f"the queue {self.path} cannot be locked: {system_reason(error)}."
                raise StoreError(message, self.path) from error
            if not mine:
                raise StoreBusyError(
                    f"another Autochrome works through the queue {self.path}: wait for it, or "
                    "choose another queue.",
                    self.path,
                )
            yield

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block's changes, or none."""
        with self.guarded():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """One thread at a time, and sqlite's errors, and those of what a row holds, as ours."""
        with self._lock:
            try:
                yield
            except sqlite3.Error as error:
                raise self._translated(error) from error
            except (
                UnicodeError,
                OverflowError,
            ) as error:  # of bytes that are no text, in messages too
                raise self._damaged(type(error).__name__) from error
            except ValueError as error:  # `InvalidDataError`, or a word that no enum has
                raise StoreError(
                    f"the queue {self.path} holds a job that is not understood ({error}) Use the "
                    "Autochrome that made it, or choose another queue.",
                    self.path,
                ) from error

    def _translated(self, error: sqlite3.Error) -> StoreError:
        name = getattr(error, "sqlite_errorname", "")
        if name in ("SQLITE_FULL", "SQLITE_IOERR_SHMSIZE"):
            message = f"there is no room for the queue {self.path}: make room on the disk."
            return StoreFullError(message, self.path)
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return self._damaged(str(error))
        if name.startswith("SQLITE_BUSY"):
            message = f"another program keeps the queue {self.path} to itself: close it."
            return StoreBusyError(message, self.path)
        return StoreError(
            f"the queue {self.path} cannot be used ({error}): check the disk and its permissions.",
            self.path,
        )

    def _damaged(self, reason: str) -> StoreError:
        return StoreError(
            f"the queue {self.path} is damaged ({reason}): delete it and give the same command "
            "again; results that are there are recognised and not made anew.",
            self.path,
        )
