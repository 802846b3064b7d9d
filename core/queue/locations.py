"""Where the queue of a folder of results is kept."""

from __future__ import annotations

import glob
import hashlib
import os
from pathlib import Path

import platformdirs

from core.queue.shard import Shard

_FOLDER = ".autochrome"


def beside_results(output: Path, shard: Shard | None = None) -> Path:
    """``OUT/.autochrome/queue.sqlite3``; each share of several has a file of its own.

    sqlite keeps order among processes of one computer only, and shares are for several.
    """
    return output / _FOLDER / f"queue{_tail(shard)}.sqlite3"


def in_user_data(output: Path, shard: Shard | None = None) -> Path:
    """In the user's data folder: for results on a disk that cannot hold a database."""
    digest = hashlib.sha256(os.fsencode(os.path.realpath(output))).hexdigest()[:16]
    return user_queues() / f"{output.name or 'results'}-{digest}{_tail(shard)}.sqlite3"


def album_folder(queue: Path) -> Path:
    """Where it is remembered what photos of an album look like, beside a queue's file.

    Shares of one batch have it in common: ``OUT/.autochrome/albums``.
    """
    beside = queue.parent.name == _FOLDER
    return queue.with_name("albums" if beside else f"{queue.stem} albums")


def user_queues() -> Path:
    """The folder of `in_user_data`."""
    return Path(platformdirs.user_data_dir("autochrome", appauthor=False)) / "queues"


def existing_queues(output: Path) -> list[Path]:
    """The queues there are for a folder of results, those of shares included."""
    user = in_user_data(output)
    here = _matching(output / _FOLDER, "queue*.sqlite3")
    return here + _matching(user.parent, f"{glob.escape(user.stem)}*.sqlite3")


def _matching(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:  # a folder that may not be looked into has no queue for us
        return []


def _tail(shard: Shard | None) -> str:
    return f"-{shard.index}-of-{shard.count}" if shard is not None and shard.count > 1 else ""
