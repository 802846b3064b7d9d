from __future__ import annotations

import csv
import gzip
import hashlib
import re
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from skimage import data as photographs

from training.data.cache import PhotoCache
from training.prepare_data import SplitPlan, SplitReport, main, prepare

PLANS = [SplitPlan("val", 3, 48), SplitPlan("train", None, 32)]


def manifest(cache: Path) -> dict[str, dict[str, str]]:
    with (cache / "manifest.csv").open(newline="", encoding="utf-8") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


def counts(reports: list[SplitReport]) -> dict[str, int]:
    return {report.name: report.photos for report in reports}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve unlike photos in two folders, and five that are not to be kept."""
    root = tmp_path_factory.mktemp("photos")
    (root / "more").mkdir()
    names = ("astronaut", "chelsea", "coffee", "rocket")
    for i, rgb in enumerate(getattr(photographs, name)() for name in names):
        for part in range(3):
            crop = rgb[part * 60 : part * 60 + 220, part * 90 : part * 90 + 300]
            kind = ("jpg", "png", "webp")[part]
            Image.fromarray(crop).save(root / ("more" if part else ".") / f"{i}{part}.{kind}")
    astronaut = Image.fromarray(photographs.astronaut()[:220, :300])
    astronaut.resize((150, 110)).save(root / "z-copy.jpg", quality=75)
    astronaut.convert("L").save(root / "grey.jpg")
    Image.fromarray(photographs.camera()).convert("RGB").save(root / "grey-rgb.png")
    (root / "words.jpg").write_text("not a picture")
    (root / "short.jpg").write_bytes((root / "00.jpg").read_bytes()[:4000])
    (root / "notes.txt").write_text("not considered at all")
    return root


def test_a_folder_is_split_filtered_and_listed(folder: Path, tmp_path: Path) -> None:
    assert counts(prepare(folder, tmp_path, PLANS, seed=1)) == {"val": 3, "train": 9}
    listed = manifest(tmp_path)
    assert len(listed) == 17
    reasons = {name: row["left_out"] for name, row in listed.items() if row["left_out"]}
    first_of_two = {"z-copy.jpg", "00.jpg"} & set(reasons)  # the one that came later in the order
    assert len(first_of_two) == 1
    assert reasons == {
        first_of_two.pop(): "duplicate",
        "grey.jpg": "near-grey",
        "grey-rgb.png": "near-grey",
        "words.jpg": "unreadable",
        "short.jpg": "unreadable",
    }
    for name, row in listed.items():
        assert row["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
        assert bool(row["split"]) != bool(row["left_out"])
    for split in ("val", "train"):
        cached = PhotoCache(tmp_path, split).names.tolist()
        assert sorted(cached) == sorted(n for n, row in listed.items() if row["split"] == split)


def test_the_seed_decides_the_split(folder: Path, tmp_path: Path) -> None:
    def val(seed: int, run: str) -> list[str]:
        prepare(folder, tmp_path / run, PLANS, seed)
        return list(map(str, PhotoCache(tmp_path / run, "val").names))

    first = val(1, "a")
    assert val(1, "b") == first
    assert val(2, "c") != first


def test_photos_are_scaled_by_their_short_side(folder: Path, tmp_path: Path) -> None:
    prepare(folder, tmp_path, PLANS, seed=0)
    for split, side in (("val", 48), ("train", 32)):
        cache = PhotoCache(tmp_path, split)
        assert {min(cache[i].shape[:2]) for i in range(len(cache))} == {side}
        for i in range(len(cache)):
            with Image.open(folder / str(cache.names[i])) as photo:
                height, width = photo.height, photo.width
            assert cache[i].shape[1] == pytest.approx(side * width / height, abs=1)


@pytest.fixture
def listed(folder: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Writes a manifest beside three photos."""

    def write(text: str) -> Path:
        for name in ("a", "b", "c"):
            i = "abc".index(name)
            (tmp_path / f"{name}.jpg").write_bytes((folder / f"{i}0.jpg").read_bytes())
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        return tmp_path / "list.csv"

    return write


def test_a_manifest_keeps_its_own_split(listed: Callable[[str], Path], tmp_path: Path) -> None:
    path = listed("file,split,kind,people\na.jpg,train,cat,\nb.jpg,val,cup,0\nc.jpg,train,sky,1\n")
    assert counts(prepare(path, tmp_path / "cache", PLANS, seed=0)) == {"val": 1, "train": 2}
    train, val = (PhotoCache(tmp_path / "cache", split) for split in ("train", "val"))
    assert train.names.tolist() == ["a.jpg", "c.jpg"]
    assert train.kinds.tolist() == ["cat", "sky"]
    assert train.people.tolist() == [-1, 1]
    assert val.names.tolist() == ["b.jpg"]
    assert val.people.tolist() == [0]


def test_a_photo_that_a_manifest_names_but_is_not_there(
    listed: Callable[[str], Path], tmp_path: Path
) -> None:
    path = listed("file,split\ngone.jpg,train\na.jpg,train\nb.jpg,val\n")
    assert counts(prepare(path, tmp_path / "cache", PLANS, seed=0)) == {"val": 1, "train": 1}
    assert manifest(tmp_path / "cache")["gone.jpg"] == {
        "file": "gone.jpg", "sha256": "", "split": "", "left_out": "missing"
    }  # fmt: skip


def test_a_duplicate_is_lost_to_training_not_to_validation(folder: Path, tmp_path: Path) -> None:
    for name in ("00.jpg", "z-copy.jpg"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    path = tmp_path / "list.csv"
    path.write_text("file,split\n00.jpg,train\nz-copy.jpg,val\n", encoding="utf-8")
    prepare(path, tmp_path / "cache", PLANS, seed=0)
    rows = manifest(tmp_path / "cache")
    assert rows["z-copy.jpg"]["split"] == "val"
    assert rows["00.jpg"]["left_out"] == "duplicate"


def test_the_command_leaves_a_fifth_for_validation(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder), str(tmp_path), "--size", "32", "--val-size", "32"]) == 0
    val, train = capsys.readouterr().out.splitlines()
    said = r"photos, 0\.00 GB, [\d,]+ a second, limited by (decoding on \d+ cores|writing)"
    assert re.fullmatch(f"val: 3 {said}", val)
    assert re.fullmatch(f"train: 9 {said}", train)


def test_the_command_takes_counts(folder: Path, tmp_path: Path) -> None:
    main([str(folder), str(tmp_path), "--train", "2", "--val", "4", "--size", "16"])
    train, val = (PhotoCache(tmp_path, split) for split in ("train", "val"))
    assert (len(train), len(val)) == (2, 4)
    assert train[0].shape[0] == 16
    assert val[0].shape[0] == 256


def test_the_cache_stays_within_its_room(folder: Path, tmp_path: Path) -> None:
    whole = prepare(folder, tmp_path / "whole", PLANS, seed=1)
    room = 1e9 * (whole[0].gigabytes + whole[1].gigabytes / 2)
    val, train = prepare(folder, tmp_path / "half", PLANS, seed=1, room=room)
    assert (val.photos, val.full) == (3, False)
    assert 0 < train.photos < whole[1].photos
    assert train.full
    assert "no memory for more" in str(train)
    assert (
        sum((tmp_path / "half" / f"{split}.u8").stat().st_size for split in ("val", "train"))
        <= room
    )
    kept = PhotoCache(tmp_path / "half", "train").names.tolist()
    assert kept == PhotoCache(tmp_path / "whole", "train").names.tolist()[: len(kept)]
    assert "no room" in {row["left_out"] for row in manifest(tmp_path / "half").values()}


def test_what_its_maker_has_filtered_is_kept(folder: Path, tmp_path: Path) -> None:
    collection = pack(folder, tmp_path / "photos", train=("grey.jpg", "00.jpg", "z-copy.jpg"))
    assert counts(prepare(collection, tmp_path / "cache", PLANS, seed=0)) == {"val": 1, "train": 3}
    train = PhotoCache(tmp_path / "cache", "train")
    assert train.names.tolist() == ["grey.jpg", "00.jpg", "z-copy.jpg"]
    assert train.chroma[0] < 0.1
    assert train.chroma[1] > 5


def test_a_damaged_shard_ends_the_command(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    collection = pack(folder, tmp_path / "photos", train=("00.jpg",))
    (collection / "shards" / "train-000.tar.gz").write_bytes(b"words")
    assert main([str(collection), str(tmp_path / "cache")]) == 1
    assert "train-000.tar.gz is damaged" in capsys.readouterr().err


def pack(folder: Path, target: Path, train: tuple[str, ...]) -> Path:
    """A packed collection of photos of ``folder``, with one grey and one other to evaluate on."""
    (target / "shards").mkdir(parents=True)
    (target / "val").mkdir()
    with tarfile.open(target / "shards" / "train-000.tar.gz", "w:gz") as archive:
        for name in train:
            archive.add(folder / name, name)
    rows = "".join(f"{name},train-000.tar.gz,train,food,\n" for name in train)
    text = f"file,shard,split,kind,people\n{rows}"
    (target / "shards" / "manifest.csv.gz").write_bytes(gzip.compress(text.encode()))
    for name in ("10.jpg", "grey-rgb.png"):
        (target / "val" / name).write_bytes((folder / name).read_bytes())
    (target / "val" / "manifest.csv").write_text("file,split\n10.jpg,val\ngrey-rgb.png,val\n")
    return target
