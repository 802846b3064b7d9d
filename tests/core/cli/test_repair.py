"""``autochrome repair`` and ``--repair``: files in, repaired files out, nothing else changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.color import rgb_to_L
from core.colorize.edits import Edit
from core.colorize.sidecar import write_sidecar
from core.photo.decode import Pixels
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.repair.edits import MarkKind, RepairEdit, RepairMark
from core.repair.repair import bundled_detector
from tests.core.conftest import ExifTool, Run
from tests.tiny_detector import write_detector

pytestmark = pytest.mark.usefixtures("detector")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A scratched photo of 16 bits and a clean JPEG."""
    folder = tmp_path / "photos"
    folder.mkdir()
    scratched: Pixels = np.full((80, 100), 28_000, np.uint16)
    scratched[:, 50] = 65_535
    write_photo(Photo(scratched), folder / "scratched.tif")
    rng = np.random.default_rng(1)
    write_photo(Photo(rng.integers(60, 160, (80, 100), dtype=np.uint8)), folder / "clean.jpg")
    return folder


def test_each_photo_is_repaired_beside_itself(run: Run, photos: Path, exiftool: ExifTool) -> None:
    exiftool(photos / "scratched.tif", "-Artist=Grandfather")
    before = {path.name: path.read_bytes() for path in photos.iterdir()}
    status, out, err = run("repair", photos / "scratched.tif", photos / "clean.jpg")
    assert status == 0
    results = [photos / "scratched_repaired.tif", photos / "clean_repaired.jpg"]
    assert out.splitlines() == [str(result) for result in results]
    assert "scratched.tif: repaired 1.0 % of the picture." in err
    assert "clean.jpg: nothing to repair." in err
    pixels = read_photo(results[0]).pixels
    assert pixels.dtype == np.uint16
    assert pixels.shape == (80, 100)
    assert np.abs(pixels.astype(int) - 28_000).max() < 300
    tags = exiftool(results[0])
    assert tags["IFD0:Artist"] == "Grandfather"
    history = tags["XMP-xmpMM:HistoryParameters"]
    assert str(history).startswith("repaired 1.0 % of the picture with tiny 1.0 (SHA-256")
    assert {name: (photos / name).read_bytes() for name in before} == before


def test_where_nothing_is_found_the_result_is_the_file_itself(run: Run, photos: Path) -> None:
    out = photos / "result.jpg"
    assert run("repair", photos / "clean.jpg", "-o", out)[0] == 0
    assert out.read_bytes() == (photos / "clean.jpg").read_bytes()


def test_another_format_is_written_even_where_nothing_is_found(run: Run, photos: Path) -> None:
    out = photos / "result.png"
    assert run("repair", photos / "clean.jpg", "-o", out)[0] == 0
    clean = read_photo(photos / "clean.jpg").pixels
    np.testing.assert_array_equal(read_photo(out).pixels, clean)


def test_the_mask_is_a_picture_of_what_was_repaired(run: Run, photos: Path) -> None:
    mask = photos / "mask.png"
    assert run("repair", photos / "scratched.tif", "-o", photos / "r.tif", "--mask", mask)[0] == 0
    expected = np.zeros((80, 100), np.uint8)
    expected[:, 50] = 255
    np.testing.assert_array_equal(read_photo(mask).pixels, expected)


def test_several_go_into_a_folder_and_json_says_how_much(run: Run, photos: Path) -> None:
    out = photos / "out"
    names = ("scratched.tif", "clean.jpg", "missing.jpg")
    status, said, _ = run("repair", *(photos / name for name in names), "-o", out, "--json")
    lines = [json.loads(line) for line in said.splitlines()]
    assert status == 1
    assert [line["event"] for line in lines] == ["done", "done", "failed"]
    assert [line.get("repaired") for line in lines] == [0.01, 0.0, None]
    assert lines[2]["error_kind"] == "PhotoNotFoundError"
    assert sorted(path.name for path in out.iterdir()) == [
        "clean_repaired.jpg",
        "scratched_repaired.tif",
    ]


def test_an_earlier_result_and_the_photo_itself_are_never_replaced_unasked(
    run: Run, photos: Path
) -> None:
    assert run("repair", photos / "scratched.tif")[0] == 0
    status, _, err = run("repair", photos / "scratched.tif")
    assert (status, "--overwrite" in err) == (1, True)
    assert run("repair", photos / "scratched.tif", "--overwrite")[0] == 0
    itself = ("repair", photos / "scratched.tif", "-o", photos / "scratched.tif", "--overwrite")
    status, _, err = run(*itself)
    assert (status, "original" in err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-",), "no standard input"),
        (("a.jpg", "b.jpg", "-o", "clean.jpg"), "is a file: more than one photo needs a folder"),
        (("a.jpg", "--sensitivity", "2"), "not between 0 and 1"),
    ],
)
def test_what_makes_no_sense_is_said(
    run: Run, photos: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str], words: str
) -> None:
    monkeypatch.chdir(photos)
    status, _, err = run("repair", *arguments)
    assert (status, words in err) == (2, True)


def test_without_the_detector_nothing_is_done(run: Run, photos: Path, detector: Path) -> None:
    detector.unlink()
    status, _, err = run("repair", photos / "scratched.tif")
    assert (status, "there is no model file" in err) == (4, True)
    assert not (photos / "scratched_repaired.tif").exists()


@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_a_photo_is_repaired_before_it_is_colorized_and_says_so(
    run: Run,
    photos: Path,
    tiny_model: Callable[..., Path],
    command: str,
    exiftool: ExifTool,
) -> None:
    out = photos / "out"
    source = photos / "scratched.tif"
    status, _, err = run(command, source, "-o", f"{out}/", "--repair", "--model", tiny_model())
    assert status == 0, err
    result = next(path for path in out.iterdir() if path.suffix == ".tif")
    pixels = read_photo(result).pixels.astype(float)
    assert np.abs(pixels[:, 50] - pixels[:, 45]).max() < 600
    tags = exiftool(result)
    assert "repaired=1.0%" in str(tags["XMP-autochrome:Settings"])
    assert "scratched.tif: repaired 1.0 % of the picture" in err
    assert "repaired 1.0 % of the picture" in str(tags["XMP-xmpMM:HistoryParameters"])


@pytest.mark.slow
@pytest.mark.parametrize("command", ["colorize", "batch"])
def test_what_was_marked_in_the_window_is_repaired_only_where_that_was_asked_for(
    run: Run, photos: Path, tiny_model: Callable[..., Path], command: str
) -> None:
    source, model = photos / "scratched.tif", tiny_model()
    spot = RepairMark(((0.2, 0.5),), 0.05, MarkKind.HEAL)
    marked = RepairEdit(find=True, marks=(spot,))
    for edit, share in ((marked, "repaired=0.7%"), (replace(marked, applied=True), "1.7%")):
        write_sidecar(source, Edit(repair=edit))
        out = photos / f"out{edit.applied}"
        status, _, err = run(command, source, "-o", f"{out}/", "--model", model)
        assert status == 0, err
        (result,) = (path for path in out.iterdir() if path.suffix == ".tif")
        assert share.encode() in result.read_bytes()
        assert (rgb_to_L(read_photo(result).pixels).max() > 95) is not edit.applied


@pytest.fixture
def faded(tmp_path: Path) -> Path:
    """A photo whose black and white have faded."""
    tones: Pixels = np.linspace(90, 160, 100).astype(np.uint8)
    return write_photo(Photo(np.repeat(tones[None], 80, axis=0)), tmp_path / "faded.png")


@pytest.mark.parametrize("command", ["repair", "colorize", "batch"])
def test_faded_tones_are_spread_where_that_is_asked_for(
    run: Run, faded: Path, tiny_model: Callable[..., Path], command: str
) -> None:
    out = faded.parent / "out"
    extra = () if command == "repair" else ("--model", tiny_model())
    status, _, err = run(command, faded, "-o", f"{out}/", "--auto-levels", *extra)
    assert status == 0, err
    (result,) = (path for path in out.iterdir() if path.suffix == ".png")
    before, after = (rgb_to_L(read_photo(path).pixels) for path in (faded, result))
    assert np.ptp(after) > 1.5 * np.ptp(before)
    assert b"tones spread from L* " in (read_photo(result).metadata.xmp or b"")


def test_another_detector_makes_repaired_results_anew_and_no_others(
    run: Run, photos: Path, tiny_model: Callable[..., Path], detector: Path
) -> None:
    model = tiny_model()

    def done(folder: str, *options: str) -> str:
        where = ("-o", f"{photos / folder}/", "--if-exists", "changed")
        status, _, err = run("batch", photos / "scratched.tif", *where, *options, "--model", model)
        assert status == 0, err
        return err

    for options in ((), ("--repair",)):
        done(f"out{len(options)}", *options)
        assert "1 skipped" in done(f"out{len(options)}", *options)
    write_detector(detector, metadata={"version": "1.1"})
    bundled_detector.cache_clear()
    assert "1 skipped" in done("out0")
    assert "1 skipped" not in done("out1", "--repair")


def test_a_faint_straight_scratch_is_followed_from_a_place(run: Run, tmp_path: Path) -> None:
    faint = np.random.default_rng(1).normal(120, 2, (400, 500))
    faint[:, 200:202] += 6
    photo, out = tmp_path / "film.png", tmp_path / "clean.png"
    write_photo(Photo(faint.round().astype(np.uint8)), photo)
    status, _, err = run("repair", photo, "-o", out, "--trace", "0.404,0.5", "--trace", "0.8,0.5")
    assert status == 0
    assert "film.png: no straight scratch can be followed from 0.8,0.5." in err
    before, after = (read_photo(path).pixels.astype(float).mean(axis=0) for path in (photo, out))
    assert before[200:202].mean() - 120 > 5
    assert abs(after[200:202].mean() - 120) < 1
    np.testing.assert_array_equal(before[210:], after[210:])


@pytest.mark.parametrize("place", ["0.5", "0.5,1.5", "left,top", "nan,0.5"])
def test_a_place_lies_on_the_photo(run: Run, photos: Path, place: str) -> None:
    status, _, err = run("repair", photos / "clean.jpg", "--trace", place)
    assert status == 2
    assert f"'{place}' is no place" in err


def test_a_place_is_one_of_one_photo(run: Run, photos: Path) -> None:
    status, _, err = run("repair", *photos.iterdir(), "--trace", "0.5,0.5")
    assert status == 2
    assert "--trace points at a place of one photo" in err
