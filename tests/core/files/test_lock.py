"""Locks that end with their process, and what is deleted because nobody holds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.files.lock import Lock, delete_unlocked, locked, try_lock

HOLDS = """
import sys
from core.files.lock import try_lock
file = open(sys.argv[1], "a+b")
print(try_lock(file).name, flush=True)
sys.stdin.read()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that asks for the lock and keeps what it gets until its input ends."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_a_lock_is_held_once_and_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "a.lock"
    with holder(path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "HELD\n"
        with path.open("a+b") as file:
            assert try_lock(file) is Lock.TAKEN
        with locked(path) as mine:
            assert not mine
        other.kill()
    with locked(path) as mine:
        assert mine
        with locked(path) as again:
            assert not again


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there anyway")
def test_only_what_nobody_holds_is_deleted(tmp_path: Path) -> None:
    for name in ("a.part", "b.part", "c.jpg"):
        (tmp_path / name).touch()
    with locked(tmp_path / "b.part"):
        assert delete_unlocked(tmp_path, "*.part") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.part", "c.jpg"]
    assert delete_unlocked(tmp_path / "gone", "*.part") == 0
