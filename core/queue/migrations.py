"""The schema of a queue's file, as a ladder: what each version adds to the one before.

A new file climbs the whole ladder, an older one what is left of it: both end with one schema. A
version that is published is never changed; a change is a new one at the end. Columns keep their
names, and a new one needs a default, for the rows that are there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

#: The statements of one version.
Version = Sequence[str]

LADDER: Final[Sequence[Version]] = (
    (
        """
        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY,
            source NOT NULL, target NOT NULL,
            settings TEXT NOT NULL, if_exists TEXT NOT NULL,
            state TEXT NOT NULL, position REAL NOT NULL,
            source_sha256 TEXT, model_sha256 TEXT, provider TEXT,
            megapixels REAL, confidence REAL, error TEXT, error_kind TEXT,
            added REAL, started REAL, finished REAL, attempts INTEGER NOT NULL DEFAULT 0,
            made_source TEXT, made_model TEXT, made_settings TEXT,
            UNIQUE (target, source)
        )
        """,
        "CREATE INDEX by_state ON jobs (state, position, megapixels)",
    ),
    # 2, with program 0.2.0. The whole list in its order, the end of the queue, and the neighbour of
    # a moved job were searched for in all rows. From here on `settings` may also have keys that 0.1
    # stops at: it would rather say that the queue is a newer program's.
    ("CREATE INDEX by_position ON jobs (position)",),
    # 3, with the program after 0.2.0. From here on a job may be "unsure", a state that 0.2 does not
    # know.
    (),
    # 4: what became of a photo's own colours; how many files a document became.
    (
        "ALTER TABLE jobs ADD COLUMN found TEXT",
        "ALTER TABLE jobs ADD COLUMN split_pages INTEGER",
    ),
    # 5: what of a photo's sidecar counted; what a person said of the result.
    (
        "ALTER TABLE jobs ADD COLUMN edited TEXT",
        "ALTER TABLE jobs ADD COLUMN mark TEXT",
    ),
    # 6: what a person asked for one photo while looking through the results.
    ("ALTER TABLE jobs ADD COLUMN asked TEXT",),
)


def migrate(db: sqlite3.Connection) -> None:
    """Bring a file up to the last version of `LADDER`; inside the caller's transaction."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    for number, statements in enumerate(LADDER[version:], start=version + 1):
        for statement in statements:
            db.execute(statement)
        db.execute(f"PRAGMA user_version={number}")


def schema(db: sqlite3.Connection) -> set[tuple[str, str, str, str]]:
    """Kind, name, table and statement, less its spaces, of everything a file defines."""
    rows = db.execute("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
    return {(str(row[0]), str(row[1]), str(row[2]), "".join(str(row[3]).split())) for row in rows}


@lru_cache
def expected_schema(version: int) -> set[tuple[str, str, str, str]]:
    """`schema` of a file of that version, as this program makes it."""
    db = sqlite3.connect(":memory:")
    try:
        for statement in chain.from_iterable(LADDER[:version]):
            db.execute(statement)
        return schema(db)
    finally:
        db.close()
