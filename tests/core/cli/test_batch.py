"""``autochrome batch``, run for real on a tiny model."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image
from skimage import data

from core.colorize.tint import Tint, TintDecision
from core.errors import StoreError
from core.inference.model_file import load_model_spec
from core.queue.store import JobStore

Run = Callable[..., tuple[int, str, str]]

ALL = ["1920/c_color.tif", "a_color.jpg", "b_color.png"]


@pytest.fixture
def run(run_tiny: Run) -> Run:
    """``run("batch", ...)`` on the tiny model."""
    return run_tiny


def events(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def pixels(path: Path | str) -> np.ndarray[Any, Any]:
    """RGB (H, W, 3) as Pillow reads it, in a type that can be negative."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def chroma(path: Path | str) -> float:
    """The mean spread of a pixel's channels."""
    return float(np.ptp(pixels(path), axis=-1).mean())


def results(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if ".autochrome" not in path.parts)


def test_a_folder_is_mirrored(run: Run, scans: Path) -> None:
    status, out, err = run("batch", "scans", "-o", "colour", "--recursive")
    assert status == 0
    assert sorted(out.splitlines()) == [f"colour/{name}" for name in ALL]
    assert err.startswith("autochrome: 3 photos done in 0:00:0")
    assert err.count("\n") == 1
    assert results(Path("colour")) == ALL
    assert results(scans) == ["1920/c.tif", "a.jpg", "b.png"]
    for name in ALL:
        assert chroma(Path("colour") / name) > 5


def test_a_new_version_of_the_model_makes_nothing_anew_by_itself(
    run: Run, scans: Path, tiny_model: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tiny_model(name="own.onnx")
    command = ("batch", "scans", "-o", "colour", "-r", "--model", str(model))
    old = load_model_spec(model).sha256
    assert run(*command)[0] == 0
    tiny_model(name="own.onnx", metadata={"version": "9.9.9"})
    assert load_model_spec(model).sha256 != old
    monkeypatch.setattr("core.inference.model_file._earlier", lambda _: frozenset({old}))
    status, out, err = run(*command)
    assert (status, out) == (0, "")
    assert "3 photos had been colorized by an earlier model" in err
    status, out, err = run(*command, "--dry-run")
    assert out.count("an earlier model made it") == 3
    assert len(run(*command, "--update-model")[1].splitlines()) == 3
    assert "earlier model" not in run(*command)[2]


def test_two_answers_to_when_a_result_is_made_anew_are_refused(run: Run, scans: Path) -> None:
    status, _, err = run("batch", "scans", "-o", "colour", "--update-model", "--if-exists", "skip")
    assert status == 2
    assert "--update-model is --if-exists update" in err


def test_the_same_command_again_does_only_what_changed(run: Run, scans: Path) -> None:
    command = ("batch", "scans", "-o", "colour", "-r")
    run(*command)
    before = {name: (Path("colour") / name).stat().st_ino for name in ALL}
    os.utime(scans / "a.jpg")  # a timestamp is no change
    shutil.copy(scans / "a.jpg", scans / "new.jpg")
    Image.fromarray(data.coins()).resize((50, 40)).save(scans / "b.png")
    status, out, err = run(*command)
    assert (status, sorted(out.splitlines())) == (0, ["colour/b_color.png", "colour/new_color.jpg"])
    assert "2 photos done, 2 skipped" in err
    after = {name: (Path("colour") / name).stat().st_ino for name in ALL}
    assert {name for name in ALL if before[name] != after[name]} == {"b_color.png"}
    assert pixels("colour/b_color.png").shape == (40, 50, 3)
    # other settings change every result, and another model does too
    assert len(run(*command, "--strength", 0.5)[1].splitlines()) == 4
    assert run(*command, "--strength", 0.5)[1] == ""


def test_results_beside_their_photos_are_not_colorized_again(run: Run, scans: Path) -> None:
    for _ in range(2):
        assert run("batch", "scans", "-o", "scans", "-r")[0] == 0
    shutil.rmtree(scans / ".autochrome")  # then the results speak for themselves
    assert run("batch", "scans", "-o", "scans", "-r")[0] == 0
    assert results(scans) == sorted([*ALL, "1920/c.tif", "a.jpg", "b.png"])


def test_one_bad_photo_costs_one_photo(run: Run, scans: Path) -> None:
    (scans / "broken.jpg").write_bytes((scans / "a.jpg").read_bytes()[:700])
    (scans / "empty.tif").touch()
    (scans / "words.png").write_text("Dear aunt")
    (scans / "notes.txt").touch()
    status, out, err = run("batch", "scans", "-o", "colour", "-r")
    assert status == 1
    assert len(out.splitlines()) == 3
    assert "6 photos to do; passed over: not pictures (1)." in err
    for name in ("broken.jpg", "empty.tif", "words.png"):
        assert f"autochrome: scans/{name}: {name} is " in err
    assert "3 photos done, 3 failed" in err
    assert "autochrome queue list colour --state failed" in err
    assert results(Path("colour")) == ALL


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no Unicode")
def test_any_name_goes_through(run: Run, scans: Path) -> None:
    photo = (scans / "a.jpg").read_bytes()
    strange = [
        os.fsdecode(b"caf\xe9.jpg"),
        "祖母 👵.jpg",
        "e\u0301.jpg",
        "\u00e9.jpg",
        "two\nlines.jpg",
    ]
    folder = scans / ("long " * 40) / ("way " * 50)
    folder.mkdir(parents=True)
    for name in strange:
        (folder / name).write_bytes(photo)
    command = ("batch", folder, "-o", "colour")
    assert run(*command, "--report", "r.csv")[0] == 0
    made = {path.name for path in Path("colour").iterdir() if path.is_file()}
    plain = {f"{Path(name).stem}_color.jpg" for name in strange}
    assert made == plain - {"\u00e9_color.jpg"} | {"\u00e9_color_2.jpg"}
    assert "5 skipped" in run(*command)[2]
    assert run("queue", "list", "colour")[0] == 0
    assert len(events(run(*command, "--json")[1])) == 12


def test_two_photos_never_share_a_result(run: Run, scans: Path) -> None:
    shutil.copy(scans / "a.jpg", scans / "b.JPG")
    run("batch", "scans", "-o", "colour", "--format", "jpeg")
    first = {name: (Path("colour") / name).stat().st_ino for name in results(Path("colour"))}
    assert set(first) == {"a_color.jpg", "b_color.JPG", "b_color_2.jpg"}
    shutil.copy(scans / "a.jpg", scans / "B.jpeg")  # it comes before the others
    assert run("batch", "scans", "-o", "colour", "--format", "jpeg")[1] == "colour/B_color.jpeg\n"
    after = {name: (Path("colour") / name).stat().st_ino for name in first}
    assert after == first


def test_a_coloured_photo_is_left_alone_unless_asked(run: Run, scans: Path) -> None:
    Image.fromarray(data.astronaut()).resize((64, 64)).save(scans / "astro.png")
    status, _, err = run("batch", "scans", "-o", "colour")
    assert status == 0
    assert "astro.png: astro.png has colours already" in err
    assert "ask to recolor it, if it should lose them. (--recolor)" in err
    assert "colour/astro_color.png" in run("batch", "scans", "-o", "colour", "--recolor")[1]


def test_what_became_of_a_tone_is_said_of_each_photo(run: Run, scans: Path) -> None:
    grey = (data.camera()[::4, ::4] / 255)[..., None]
    sepia = np.array([0.1, 0.05, 0.02]) + np.array([0.9, 0.9, 0.8]) * grey ** (0.8, 1, 1.2)
    Image.fromarray(np.rint(sepia * 255).astype(np.uint8)).save(scans / "oma.png")
    report = ("--report", "report.csv")
    _, out, err = run("batch", "scans", "-o", "colour", *report)
    assert "autochrome: scans/oma.png: brown tone removed.\n" in err
    assert err.count("tone") == 1
    with Path("report.csv").open(newline="", encoding="utf-8") as file:
        found = {Path(row["source"]).name: row["found"] for row in csv.DictReader(file)}
    assert found.pop("oma.png") == "brown tone removed"
    assert set(found.values()) == {""}
    out = run("batch", "scans/oma.png", "-o", "colour", "--tone", "keep", "--json")[1]
    said = [json.loads(line).get("found") for line in out.splitlines()]
    assert [each for each in said if each] == ["brown tone kept"]


def test_files_of_pages_are_printed_by_their_own_names(run: Run, scans: Path) -> None:
    with tifffile.TiffWriter(scans / "album.tif") as tiff:
        for grey in (60, 90, 120):
            tiff.write(np.full((48, 64), grey, np.uint8))
    split = ("batch", "scans/album.tif", "-o", "colour", "--pages", "split")
    status, out, _ = run(*split, "--report", "r.csv", "--contact-sheet", "s.png")
    files = [f"colour/album_color_{number}.tif" for number in (1, 2, 3)]
    assert (status, out.splitlines()) == (0, files)
    assert all(Path(file).is_file() for file in files)
    with Path("r.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert [Path(name).name for name in json.loads(row["files"])] == [
        Path(name).name for name in files
    ]


def test_of_a_damaged_photo_the_result_says_how_much_was_read(
    run: Run, scans: Path, exiftool: Callable[..., dict[str, Any]]
) -> None:
    Image.fromarray(data.camera()).save(scans / "cut.jpg", quality=90)
    content = (scans / "cut.jpg").read_bytes()
    (scans / "cut.jpg").write_bytes(content[: len(content) // 2])
    assert run("batch", "scans/cut.jpg", "-o", "colour")[0] == 1
    status, out, err = run("batch", "scans/cut.jpg", "-o", "colour", "--salvage")
    assert (status, out) == (0, "colour/cut_color.jpg\n")
    assert "what could be decoded was taken" in err
    said = json.dumps(exiftool(Path("colour/cut_color.jpg").resolve()))
    share = re.search(r"salvaged=(\d\d)%", said)
    assert share is not None, said
    assert f"({100 - int(share[1])}%) is grey" in err


def test_what_is_not_certain_is_asked(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.colorize.colorizer.tint_of", lambda _: TintDecision(Tint.UNSURE, 0.5))
    status, out, err = run("batch", "scans/a.jpg", "-o", "colour")
    assert (status, out) == (6, "")
    assert "0 photos done, 1 not certain in " in err
    assert "1 photo may be black-and-white with a tone, or colour photos that have faded:" in err
    assert f"autochrome: {Path('scans/a.jpg')}\n" in err
    assert "--tinted colorize" in err.splitlines()[-1]
    assert "--tinted skip" in err.splitlines()[-1]
    assert run("queue", "list", "colour", "--state", "unsure")[1].startswith(
        "unsure    scans/a.jpg"
    )
    record = json.loads(run("batch", "scans/a.jpg", "-o", "colour", "--json")[1].splitlines()[-1])
    assert (record["unsure"], record["skipped"], record["status"]) == (1, 0, 6)
    status, out, err = run("batch", "scans/a.jpg", "-o", "colour", "--tinted", "skip")
    assert (status, out) == (0, "")
    assert "a.jpg has colours already" in err
    assert run("batch", "scans/a.jpg", "-o", "colour", "--tinted", "colorize")[:2] == (
        0,
        "colour/a_color.jpg\n",
    )
    # what was done with one answer is done with the other
    status, out, err = run("batch", "scans/a.jpg", "-o", "colour", "--tinted", "ask")
    assert (status, out) == (0, "")
    assert "1 skipped" in err


def test_nothing_to_do(run: Run, tmp_path: Path, scans: Path) -> None:
    (tmp_path / "nothing").mkdir()
    said = "autochrome: there is no photo to colorize.\n"
    assert run("batch", "nothing", "-o", "out") == (0, "", said)
    status, _, err = run("batch", "typo", "-o", "out")
    assert status == 1
    assert "typo: there is no file or folder typo" in err
    assert not Path("out").exists()
    status, out, err = run("batch", "typo", "scans/a.jpg", "-o", "out")
    assert (status, out) == (1, "out/a_color.jpg\n")


def test_the_look_the_name_and_the_format(run: Run, scans: Path) -> None:
    run(
        "batch",
        "scans",
        "-o",
        "grey",
        "--strength",
        0,
        "--format",
        "png",
        "--name",
        "{stem}-{model}",
    )
    run(
        "batch", "scans", "-o", "vivid", "--saturation", 1.5, "--name", "{parent}/{counter:03d}.png"
    )
    assert results(Path("grey")) == ["a-tiny.png", "b-tiny.png"]
    assert results(Path("vivid")) == ["scans/001.png", "scans/002.png"]
    assert chroma("grey/a-tiny.png") < 1
    assert chroma("vivid/scans/001.png") > 5


@pytest.mark.parametrize(
    ("rule", "again", "there"),
    [
        ("changed", 0, "a_color.jpg"),
        ("skip", 0, "a_color.jpg"),
        ("overwrite", 1, "a_color.jpg"),
        ("rename", 1, "a_color.jpg a_color_2.jpg"),
    ],
)
def test_what_happens_where_a_result_is_there(
    run: Run, scans: Path, rule: str, again: int, there: str
) -> None:
    command = ("batch", "scans/a.jpg", "-o", "colour", "--if-exists", rule)
    run(*command)
    status, out, _ = run(*command)
    assert (status, len(out.splitlines())) == (0, again)
    assert results(Path("colour")) == there.split()


@pytest.mark.parametrize("rule", ["changed", "rename", "skip"])
def test_a_file_of_somebody_elses_stays(run: Run, scans: Path, rule: str) -> None:
    Path("colour").mkdir()
    Path("colour/a_color.jpg").write_bytes(b"mine")
    run("batch", "scans", "-o", "colour", "--if-exists", rule)
    assert Path("colour/a_color.jpg").read_bytes() == b"mine"


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_report_has_a_line_for_each_photo(run: Run, scans: Path, ending: str) -> None:
    (scans / "empty.tif").touch()
    path = Path(f"report.{ending}")
    run("batch", "scans", "typo.jpg", "-o", "colour", "--report", path)
    with path.open(newline="", encoding="utf8") as file:
        rows = list(csv.DictReader(file)) if ending == "csv" else [*map(json.loads, file)]
    assert {Path(row["source"]).name: row["state"] for row in rows} == {
        "a.jpg": "done", "b.png": "done", "empty.tif": "failed", "typo.jpg": "failed"
    }  # fmt: skip


def test_a_contact_sheet_shows_what_has_a_result(run: Run, scans: Path) -> None:
    command = ("batch", "scans", "-o", "colour", "--contact-sheet", "sheet.png")
    run(*command)
    first = pixels("sheet.png")
    assert min(first.shape[:2]) > 200
    run(*command)  # nothing is done, and there is the same to see
    assert np.array_equal(pixels("sheet.png"), first)
    Path("folder.png").mkdir()
    assert run(*command[:-1], "folder.png")[0] == 1


@pytest.mark.parametrize("option", ["--report=a.jpg/r.csv", "--contact-sheet=a.jpg/s.jpg"])
def test_papers_that_cannot_be_written_are_said_before_the_work(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.chdir(scans)
    status, out, err = run("batch", ".", "-o", "../colour", option)
    assert (status, out) == (4, "")
    assert "the folder a.jpg cannot be made" in err
    assert not Path("../colour/.autochrome").exists()
    assert run("batch", ".", "-o", "../colour", "--report", "../new/folder/r.csv")[0] == 0
    assert Path("../new/folder/r.csv").is_file()


def test_shares_together_are_the_whole(run: Run, scans: Path) -> None:
    for index in (1, 2, 3):
        assert run("batch", "scans", "-o", "colour", "-r", "--shard", f"{index}/3")[0] == 0
    assert results(Path("colour")) == ALL
    lines = run("queue", "list", "colour")[1].splitlines()
    assert sorted(line.split()[0] for line in lines) == ["done"] * 3


def test_a_seed_draws_for_each_photo_or_for_each_folder(run: Run, scans: Path) -> None:
    shutil.copy(scans / "b.png", scans / "same.png")

    def seeds(*arguments: object) -> list[bytes]:
        out, how = Path("colour"), ("--include", "*.png", "--if-exists", "overwrite")
        run("batch", "scans", "-o", out, *how, *arguments)
        results = [(out / f"{name}_color.png").read_bytes() for name in ("b", "same")]
        found = [re.search(rb"\bseed=(\d+)", result) for result in results]
        return [match[1] for match in found if match]

    assert seeds() == []
    seeded, album = seeds("--seed", 3), seeds("--seed", 3, "--consistent")
    assert len(set(seeded)) == 2
    assert len(set(album)) == 1
    assert len(album) == 2


def test_a_seed_for_a_model_without_variants(
    run: Run, scans: Path, tiny_model: Callable[..., Path]
) -> None:
    other = tiny_model(z=0, name="plain.onnx")
    status, _, err = run("batch", "scans", "-o", "colour", "--model", other, "--seed", 1)
    assert (status, "no variants" in err) == (2, True)


def test_a_full_disk_has_its_own_status_and_resumes(run: Run, scans: Path) -> None:
    status, out, err = run("batch", "scans", "-o", "colour", "-r", "--disk-reserve", 10**9)
    assert (status, out) == (5, "")
    assert "stopped early: " in err
    assert "The same command does the 3 photos left." in err
    assert results(Path("colour")) == []
    assert run("batch", "scans", "-o", "colour", "-r")[0] == 0
    assert results(Path("colour")) == ALL


def test_a_queue_that_breaks_on_the_way_says_what_was_done(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish = JobStore.finish
    ended: list[int] = []

    def breaks(store: JobStore, job_id: int, *facts: Any, **more: Any) -> Any:
        ended.append(job_id)
        if len(ended) > 1:
            raise StoreError("the queue is damaged: delete it.", store.path)
        return finish(store, job_id, *facts, **more)

    command = ("batch", "scans", "-o", "colour", "-r")
    with monkeypatch.context() as patch:
        patch.setattr(JobStore, "finish", breaks)
        status, out, err = run(*command)
    assert (status, len(out.splitlines())) == (3, 1)
    assert "stopped early: the queue is damaged: delete it. 1 photo done in" in err
    assert "The same command does the 2 photos left." in err
    assert run(*command)[0] == 0
    assert results(Path("colour")) == ALL


def test_what_an_earlier_command_left_is_not_done_by_another(run: Run, scans: Path) -> None:
    run("batch", "scans", "-o", "colour", "--disk-reserve", 10**9)  # leaves two waiting
    status, out, err = run("batch", "scans/a.jpg", "-o", "colour")
    assert (status, out) == (0, "colour/a_color.jpg\n")
    assert "left waiting 1 photo will not be done" in err
    assert run("batch", "scans", "-o", "colour")[1] == "colour/b_color.png\n"


def test_without_sources_the_queue_is_continued(run: Run, scans: Path) -> None:
    status, _, err = run("batch", "-o", "colour")
    assert (status, "no queue to continue" in err) == (2, True)
    run("batch", "scans", "-o", "colour", "--strength", 0, "--disk-reserve", 10**9)
    status, out, _ = run("batch", "-o", "colour")
    assert (status, len(out.splitlines())) == (0, 2)
    assert chroma("colour/b_color.png") < 1


def test_the_dask_engine_without_its_extra_is_a_sentence(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, out, err = run("batch", "scans", "-o", "colour", "--engine", "dask")
    assert (status, out) == (4, "")
    assert err == (
        "autochrome: the Dask engine is an optional extra: install autochrome[cluster] "
        "(pip install 'autochrome[cluster]').\n"
    )
    assert not Path("colour").exists()


def test_colours_of_another_photo_count_by_its_content(run: Run, scans: Path) -> None:
    like = Path("like.png")
    Image.fromarray(data.coffee()[::4, ::4]).save(like)
    arguments = ("batch", "scans", "-o", "colour", "-r", "--report", "report.jsonl", "--like")
    assert run(*arguments, like)[0] == 0
    rows = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    assert [row["found"] for row in rows] == ["palette lent as a whole"] * 3
    assert "3 skipped" in run(*arguments, like)[2]
    like.rename("other.png")
    assert "3 skipped" in run(*arguments, "other.png")[2]
    Image.fromarray(data.coffee()[::4, ::-4]).save(like)
    assert "3 photos done" in run(*arguments, like)[2]
    status, out, err = run(*arguments, "nowhere.jpg")
    assert (status, out) == (2, "")
    assert "nowhere.jpg" in err


def test_one_album_has_one_treatment(run: Run, scans: Path) -> None:
    status, out, _ = run("batch", "scans", "-o", "colour", "-r", "--consistent")
    assert status == 0
    assert len(out.splitlines()) == 3
    assert "3 photos done" in run("batch", "scans", "-o", "colour", "-r")[2]  # other settings


def test_a_photo_that_joins_an_album_later_has_its_colours(run: Run, scans: Path) -> None:
    shots = data.camera()
    for number, left in enumerate((0, 60)):
        Image.fromarray(shots[40:440, left : left + 400]).save(scans / f"album{number}.png")
    arguments = ("batch", "scans", "-o", "colour", "--consistent", "--report", "report.jsonl")
    assert run(*arguments)[0] == 0
    Image.fromarray(shots[60:440, 30:430]).save(scans / "joined.png")
    assert "1 photo done" in run(*arguments)[2]
    rows = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    found = {Path(row["source"]).name: row["found"] for row in rows}
    assert found["joined.png"] == "colours as in photos like it"
    assert list(Path("colour/.autochrome/albums").glob("scans-*/joined.png-*.album"))
