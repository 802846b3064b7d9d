from __future__ import annotations

import csv
import gzip
import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from training.data.sources import (
    ShardError,
    find_sources,
    read_collection,
    read_manifest,
    shard_members,
    shuffled,
)

FIELDS = ("file", "shard", "split", "kind", "people")


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Two shards of two photos each, a larger copy of one, and one to evaluate on."""
    (tmp_path / "shards").mkdir()
    rows = []
    for shard, names in (("train-000.tar.gz", "ab"), ("train-001.tar.gz", "cd")):
        with tarfile.open(tmp_path / "shards" / shard, "w:gz") as archive:
            for name in names:
                member = tarfile.TarInfo(f"{name}.avif")
                member.size = 5
                archive.addfile(member, io.BytesIO(b"small"))
                people = {"a": "1", "b": "0"}.get(name, "")
                rows.append((member.name, shard, "train", "food", people))
    listed = io.StringIO()
    csv.writer(listed).writerows([FIELDS, *rows])
    (tmp_path / "shards" / "manifest.csv.gz").write_bytes(gzip.compress(listed.getvalue().encode()))
    for split, name in (("train", "c"), ("val", "v")):
        (tmp_path / split).mkdir()
        (tmp_path / split / "manifest.csv").write_text(
            f"file,split,kind\n{name}.avif,{split},city\n"
        )
        (tmp_path / split / f"{name}.avif").write_bytes(b"large")
    return tmp_path


def test_a_packed_collection_is_read_as_it_lies(collection: Path) -> None:
    found = find_sources(collection)
    assert [source.name for source in found] == [
        "val/v.avif",
        "a.avif",
        "b.avif",
        "c.avif",
        "d.avif",
    ]
    assert [source.split for source in found] == ["val", "train", "train", "train", "train"]
    assert [source.people for source in found] == [-1, 1, 0, -1, -1]
    assert [source.read() for source in found] == [b"large", b"small", b"small", b"large", b"small"]
    # of those to evaluate on, near-grey ones and copies are left out as they always were
    assert [source.filtered for source in found] == [False, True, True, True, True]


def test_a_collection_does_without_larger_copies(collection: Path) -> None:
    (collection / "train" / "manifest.csv").unlink()
    assert [source.read() for source in read_collection(collection)[1:]] == [b"small"] * 4


def test_a_shard_is_read_once(collection: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real: Callable[..., tarfile.TarFile] = tarfile.open

    def count(path: Path, mode: str) -> tarfile.TarFile:
        opened.append(path)
        return real(path, mode)

    monkeypatch.setattr(tarfile, "open", count)
    shard_members.cache_clear()
    for source in read_collection(collection):
        source.read()
    assert [path.name for path in opened] == ["train-000.tar.gz", "train-001.tar.gz"]


def test_what_a_shard_does_not_hold_is_missing(collection: Path) -> None:
    source = read_collection(collection)[1]
    moved = type(source)("z.avif", source.path, packed=True)
    with pytest.raises(FileNotFoundError, match=r"train-000\.tar\.gz holds no z\.avif"):
        moved.read()


@pytest.mark.parametrize("damage", [lambda whole: whole[:60], lambda _: b"words"])
def test_a_damaged_shard_is_named(collection: Path, damage: Callable[[bytes], bytes]) -> None:
    path = collection / "shards" / "train-000.tar.gz"
    path.write_bytes(damage(path.read_bytes()))
    shard_members.cache_clear()
    with pytest.raises(ShardError, match=r"train-000\.tar\.gz is damaged or cut short"):
        read_collection(collection)[1].read()


def test_a_manifest_may_say_nothing_but_files(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("file\na.jpg\n")
    (source,) = read_manifest(tmp_path / "list.csv")
    assert source.path == tmp_path / "a.jpg"
    assert (source.split, source.kind, source.people) == ("", "unknown", -1)


def test_photos_are_found_in_one_order(tmp_path: Path) -> None:
    names = ["b.jpg", "a.PNG", "in/c.webp", "in/deep/d.avif", "e.txt", "f.jpeg"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = find_sources(tmp_path)
    assert [source.name for source in found] == sorted(set(names) - {"e.txt"})
    mixed = shuffled(found * 5, seed=3)
    assert mixed != found * 5
    assert set(mixed) == set(found)
