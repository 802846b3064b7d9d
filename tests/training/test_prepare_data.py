from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import skimage
from PIL import Image
from skimage import data as photographs

from training.data.cache import PhotoCache
from training.prepare_data import (
    SAME_PHOTO,
    Filter,
    SplitPlan,
    difference_hash,
    find_photos,
    main,
    prepare,
    read_manifest,
    read_small,
    shuffled,
)

PLANS = [SplitPlan("val", 3, 48), SplitPlan("train", None, 32)]


def manifest(cache: Path) -> dict[str, dict[str, str]]:
    with (cache / "manifest.csv").open(newline="", encoding="utf-8") as stream:
        return {row["file"]: row for row in csv.DictReader(stream)}


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
    written = prepare(folder, tmp_path, PLANS, seed=1)
    assert written == {"val": 3, "train": 9}
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
    assert prepare(path, tmp_path / "cache", PLANS, seed=0) == {"val": 1, "train": 2}
    train, val = (PhotoCache(tmp_path / "cache", split) for split in ("train", "val"))
    assert train.names.tolist() == ["a.jpg", "c.jpg"]
    assert train.kinds.tolist() == ["cat", "sky"]
    assert train.people.tolist() == [-1, 1]
    assert val.names.tolist() == ["b.jpg"]
    assert val.people.tolist() == [0]


def test_a_manifest_may_say_nothing_but_files(listed: Callable[[str], Path]) -> None:
    (source,) = read_manifest(listed("file\na.jpg\n"))
    assert (source.split, source.kind, source.people) == ("", "unknown", -1)


def test_a_photo_that_a_manifest_names_but_is_not_there(
    listed: Callable[[str], Path], tmp_path: Path
) -> None:
    path = listed("file,split\ngone.jpg,train\na.jpg,train\nb.jpg,val\n")
    assert prepare(path, tmp_path / "cache", PLANS, seed=0) == {"val": 1, "train": 1}
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


def bits_apart(first: bytes, second: bytes) -> int:
    return (int.from_bytes(first) ^ int.from_bytes(second)).bit_count()


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_a_fingerprint_survives_resizing_and_jpeg(name: str, tmp_path: Path) -> None:
    photo = Image.fromarray(getattr(photographs, name)())
    whole = difference_hash(np.asarray(photo))
    for i, share in enumerate((0.3, 0.6, 0.9)):
        copy = photo.resize((int(photo.width * share), int(photo.height * share)))
        copy.save(tmp_path / f"{i}.jpg", quality=60)
        smaller = difference_hash(np.asarray(Image.open(tmp_path / f"{i}.jpg")))
        assert bits_apart(whole, smaller) <= SAME_PHOTO


def test_crops_of_one_photo_are_not_copies(rng: np.random.Generator) -> None:
    astronaut = photographs.astronaut()
    crops = [astronaut[y : y + 128, x : x + 128] for y in (0, 192, 384) for x in (0, 192, 384)]
    keep = Filter(min_chroma=0)
    assert [keep.reason_against(np.ascontiguousarray(crop)) for crop in crops] == [None] * 9
    assert keep.reason_against(np.ascontiguousarray(crops[4])) == "duplicate"


@pytest.mark.parametrize(("a", "reason"), [(4.0, "near-grey"), (6.0, None)])
def test_near_grey_is_a_mean_chroma_below_five(a: float, reason: str | None) -> None:
    from skimage.color import lab2rgb  # noqa: PLC0415 - its Lab is the independent one

    rgb = lab2rgb(np.full((64, 64, 3), (50.0, a, 0.0)))
    assert Filter().reason_against(np.rint(rgb * 255).astype(np.uint8)) == reason


def test_orientation_alpha_and_grey_are_read(tmp_path: Path) -> None:
    rgb = np.zeros((40, 60, 3), np.uint8)
    rgb[:, :30] = (200, 40, 30)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise to be upright: the left half comes to the top
    Image.fromarray(rgb).save(tmp_path / "turned.jpg", exif=exif, quality=95, subsampling=0)
    upright = read_small(tmp_path / "turned.jpg", 20)
    assert upright.shape == (30, 20, 3)
    assert abs(upright[:13].astype(int) - (200, 40, 30)).max() < 12
    assert upright[17:].max() < 12

    Image.fromarray(np.dstack((rgb, np.full((40, 60), 255, np.uint8)))).save(tmp_path / "a.png")
    assert read_small(tmp_path / "a.png", 40).shape == (40, 60, 3)
    Image.fromarray(rgb[..., 0]).save(tmp_path / "g.png")
    grey = read_small(tmp_path / "g.png", 40)
    np.testing.assert_array_equal(grey, np.repeat(rgb[..., :1], 3, axis=-1))


def test_sixteen_bits_are_read_as_eight(tmp_path: Path) -> None:
    skimage.io.imsave(
        tmp_path / "deep.tif", np.full((20, 30, 3), (40_000, 20_000, 257), np.uint16),
        check_contrast=False,
    )  # fmt: skip
    small = read_small(tmp_path / "deep.tif", 20)
    assert small.dtype == np.uint8
    assert abs(small.astype(int) - (40_000 // 257, 20_000 // 257, 1)).max() <= 1


def test_photos_are_found_in_one_order(folder: Path) -> None:
    found = [source.path.relative_to(folder).as_posix() for source in find_photos(folder)]
    assert len(found) == 17
    assert [Path(name) for name in found] == sorted(Path(name) for name in found)
    mixed = shuffled(find_photos(folder), seed=3)
    assert mixed != find_photos(folder)
    assert set(mixed) == set(find_photos(folder))


def test_the_command_leaves_a_fifth_for_validation(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(folder), str(tmp_path), "--size", "32", "--val-size", "32"])
    assert capsys.readouterr().out == "val: 3 photos\ntrain: 9 photos\n"


def test_the_command_takes_counts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main([str(folder), str(tmp_path), "--train", "2", "--val", "4", "--size", "16"])
    assert capsys.readouterr().out == "val: 4 photos\ntrain: 2 photos\n"
    assert PhotoCache(tmp_path, "train")[0].shape[0] == 16
    assert PhotoCache(tmp_path, "val")[0].shape[0] == 256
