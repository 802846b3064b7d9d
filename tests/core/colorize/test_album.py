"""Albums: what is done before lends to what comes, in one run, in the next, and to each other."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from core.colorize import album as album_module
from core.colorize import album_folder
from core.colorize.album import Album
from core.colorize.album_folder import album_name, file_name
from core.colorize.album_photo import AlbumPhoto
from core.colorize.color_source import ColorSource
from core.files.lock import locked

RED, BLUE = np.array([60.0, 40.0]), np.array([10.0, -60.0])


@pytest.fixture
def features(rng: np.random.Generator) -> np.ndarray:
    """(16, 24, 24), each place its own."""
    return rng.normal(size=(16, 24, 24)).astype(np.float32)


def flat(color: np.ndarray) -> np.ndarray:
    return np.broadcast_to(color[:, None, None], (2, 24, 24)).astype(np.float32)


def test_a_photo_borrows_from_the_one_before(features: np.ndarray) -> None:
    album = Album()
    first, none = album.lend(features, flat(RED), Path("/a/1.jpg"))
    assert none == 0
    assert np.array_equal(first, flat(RED))
    second, one = album.lend(features, flat(BLUE), Path("/a/2.jpg"))
    assert one == 1
    assert np.abs(second - flat(RED)).max() < 1


def test_others_lend_nothing(features: np.ndarray, rng: np.random.Generator) -> None:
    album = Album()
    album.lend(features, flat(RED), Path("/a/1.jpg"))
    stranger = 3 + rng.normal(size=features.shape).astype(np.float32)
    own, count = album.lend(stranger, flat(BLUE), Path("/a/2.jpg"))
    assert count == 0
    assert np.array_equal(own, flat(BLUE))
    assert album.lend(features, flat(BLUE), Path("/a/1.jpg"))[1] == 0  # nor it to itself


def test_the_next_run_remembers(features: np.ndarray, tmp_path: Path) -> None:
    Album(tmp_path / "a").lend(features, flat(RED), Path("/a/1.jpg"))
    joined, lenders = Album(tmp_path / "a").lend(features, flat(BLUE), Path("/a/new.jpg"))
    assert lenders == 1
    assert np.abs(joined - flat(RED)).max() < 1
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == sorted(
        [file_name(Path("/a/1.jpg")), file_name(Path("/a/new.jpg")), "lock"]
    )


def test_what_a_person_chose_is_lent_too(features: np.ndarray, tmp_path: Path) -> None:
    album = Album(tmp_path / "a")
    album.lend(features, flat(RED), Path("/a/1.jpg"))
    album.remember(features, flat(BLUE), Path("/a/1.jpg"))
    for other in (album, Album(tmp_path / "a")):
        lent, _ = other.lend(features, flat(RED), Path("/a/2.jpg"))
        assert np.abs(lent - flat(BLUE)).max() < 1


def test_two_programs_at_once_agree(
    features: np.ndarray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both have the network's answer at the same moment: one of them borrows from the other."""
    both_began, found = threading.Barrier(2), dict[str, np.ndarray]()
    both_are_here = threading.Event()
    like = Album._like

    def slowly(self: Album, *rest: object) -> object:
        both_are_here.wait(0.3)  # without the lock both would be here, and none would borrow
        return like(self, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(album_module.Album, "_like", slowly)

    def program(name: str, color: np.ndarray) -> None:
        album = Album(tmp_path / "a")
        both_began.wait(30)
        found[name], _ = album.lend(features, flat(color), Path(f"/a/{name}.jpg"))

    threads = [
        threading.Thread(target=program, args=each) for each in (("one", RED), ("other", BLUE))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert np.abs(found["one"] - found["other"]).max() < 1


def test_a_lock_that_is_never_given_up_ends_nothing(
    features: np.ndarray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(album_folder, "_PATIENCE_S", 0.05)
    (tmp_path / "a").mkdir()
    with locked(tmp_path / "a/lock") as mine:
        assert mine
        made, _ = Album(tmp_path / "a").lend(features, flat(RED), Path("/a/1.jpg"))
    assert np.array_equal(made, flat(RED))


def test_a_file_in_the_place_of_the_folder_costs_the_memory_alone(
    features: np.ndarray, tmp_path: Path
) -> None:
    (tmp_path / "a").write_text("no folder")
    album = Album(tmp_path / "a")
    album.lend(features, flat(RED), Path("/a/1.jpg"))
    assert album.lend(features, flat(BLUE), Path("/a/2.jpg"))[1] == 1


def test_damaged_files_are_as_if_they_were_not_there(features: np.ndarray, tmp_path: Path) -> None:
    name = tmp_path / "a" / file_name(Path("/a/1.jpg"))
    Album(tmp_path / "a").lend(features, flat(RED), Path("/a/1.jpg"))
    whole = name.read_bytes()
    for damaged in (b"", whole[:-1], whole[:20], b"x" * len(whole), whole[:4] + whole[:-4]):
        name.write_bytes(damaged)
        assert AlbumPhoto.from_bytes(damaged) is None
        assert Album(tmp_path / "a").lend(features, flat(BLUE), Path("/a/1.jpg"))[1] == 0
        assert AlbumPhoto.from_bytes(name.read_bytes()) is not None  # it is whole again


def test_packing_loses_next_to_nothing(features: np.ndarray) -> None:
    source = ColorSource.of(features, flat(RED) + np.float32(0.123))
    packed = AlbumPhoto.from_bytes(AlbumPhoto.of(source).to_bytes())
    assert packed is not None
    assert np.abs(packed.source.features - source.features).max() < 0.02
    assert np.abs(packed.source.chroma - source.chroma).max() < 0.05
    assert packed.source.shape == source.shape
    assert np.abs(packed.summary - source.summary).max() < 0.01


def test_albums_are_bounded(
    features: np.ndarray, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(album_module, "_REMEMBERED", 3)
    album = Album(tmp_path / "b")
    for number in range(5):
        album.lend(features + 9 * number, flat(RED), Path(f"/b/{number}.jpg"))
    kept = {path.name for path in (tmp_path / "b").glob("*.album")}
    assert kept == {file_name(Path(f"/b/{number}.jpg")) for number in (2, 3, 4)}
    monkeypatch.setattr(album_folder, "_MOST_BYTES", 1000)
    Album(tmp_path / "c")
    assert not (tmp_path / "b").exists()


def test_names_tell_what_they_are_of() -> None:
    folder = Path("/photos/Grandma's box (1931)")
    name = album_name(folder, "abc", "", None, None)
    assert name.startswith("Grandma_s_box__1931_-")
    assert name == album_name(folder, "abc", "", None, None)
    others = [album_name(Path("/x/Grandma's box (1931)"), "abc"), album_name(folder, "abc", "", 1)]
    assert len({name, *others}) == 3
    assert album_name(Path("/"), "abc").startswith("photos-")
