"""The file in which a watch keeps what is done with."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import StoreBusyError, StoreError
from core.watch.memory import Stamp, WatchMemory

STAMP = Stamp(10, 20, 30)


def test_a_torn_last_line_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "watch.jsonl"
    with WatchMemory(path, "a") as memory:
        memory.begin([])
        memory.remember(Path("a.jpg"), STAMP)
        memory.remember(Path("b.jpg"), STAMP)
    path.write_bytes(path.read_bytes()[:-7])
    with WatchMemory(path, "a") as memory:
        assert memory.has_begun
        assert memory.knows(Path("a.jpg"), STAMP)
        assert not memory.knows(Path("b.jpg"), Stamp(10, 20))


def test_what_is_replaced_does_not_pile_up(tmp_path: Path) -> None:
    path = tmp_path / "watch.jsonl"
    with WatchMemory(path, "a") as memory:
        for size in range(100):
            memory.remember(Path("a.jpg"), Stamp(size, 0))
    with WatchMemory(path, "a") as memory:
        assert path.read_bytes().count(b"\n") == 2
        assert memory.knows(Path("a.jpg"), Stamp(99, 0))
        assert not memory.knows(Path("a.jpg"), Stamp(98, 0))


def test_a_name_that_is_no_text_is_kept(tmp_path: Path) -> None:
    odd = Path("caf\udce9.jpg")  # Latin-1's bytes on a disk of UTF-8
    with WatchMemory(tmp_path / "watch.jsonl", "a") as memory:
        memory.remember(odd, STAMP)
    with WatchMemory(tmp_path / "watch.jsonl", "a") as memory:
        assert memory.knows(odd, STAMP)


def test_a_share_may_number_its_files_anew(tmp_path: Path) -> None:
    with WatchMemory(tmp_path / "watch.jsonl", "a") as memory:
        memory.remember(Path("a.jpg"), STAMP)
        assert memory.knows(Path("a.jpg"), Stamp(10, 20, 99))


def test_two_programs_do_not_share_it(tmp_path: Path) -> None:
    path = tmp_path / "out" / ".autochrome" / "watch.jsonl"
    with WatchMemory(path, "a"), pytest.raises(StoreBusyError, match="another program watches"):
        WatchMemory(path, "a")
    WatchMemory(path, "a").close()


def test_a_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "watch.jsonl"
    path.write_text("a diary\n")
    with pytest.raises(StoreError, match="another program"):
        WatchMemory(path, "a")
    assert path.read_text() == "a diary\n"
