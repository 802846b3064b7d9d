"""Where queues are kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from core.queue.locations import album_folder, beside_results, existing_queues, in_user_data
from core.queue.shard import Shard


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home data"
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(folder))
    return folder


def test_beside_the_results(tmp_path: Path) -> None:
    assert beside_results(tmp_path) == tmp_path / ".autochrome/queue.sqlite3"
    assert beside_results(tmp_path, Shard(3, 16)).name == "queue-3-of-16.sqlite3"


def test_in_the_users_folder_two_results_of_one_name_have_two_queues(home: Path) -> None:
    one, other = in_user_data(Path("/a/colour")), in_user_data(Path("/b/colour"))
    assert one != other
    assert one.is_relative_to(home)
    assert one.name.startswith("colour-")


@pytest.mark.parametrize("name", ["colour", "box [3]"])
def test_all_queues_of_a_folder_are_found(tmp_path: Path, home: Path, name: str) -> None:
    out = tmp_path / name
    paths = [beside_results(out), beside_results(out, Shard(2, 3)),
             in_user_data(out), in_user_data(out, Shard(1, 3))]  # fmt: skip
    assert existing_queues(out) == []
    for path in [*paths, in_user_data(tmp_path / "other")]:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert sorted(existing_queues(out)) == sorted(paths)


def test_a_folder_that_may_not_be_looked_into_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "glob", refuse)
    assert existing_queues(tmp_path) == []


def test_shares_of_a_batch_have_their_albums_in_common(tmp_path: Path, home: Path) -> None:
    albums = {album_folder(beside_results(tmp_path, shard)) for shard in (None, Shard(2, 3))}
    assert albums == {tmp_path / ".autochrome/albums"}
    elsewhere = {album_folder(in_user_data(Path(name))) for name in ("/a/colour", "/b/colour")}
    assert len(elsewhere) == 2
    assert all(folder.is_relative_to(home) for folder in elsewhere)
