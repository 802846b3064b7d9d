"""``autochrome batch`` and ``autochrome queue``, run for real on a tiny model."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import data

from core.cli.batch_parser import IF_EXISTS, STATES
from core.errors import StoreError
from core.queue.job import IfExists, JobState
from core.queue.locations import beside_results
from core.queue.store import JobStore

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def run(run: Run, model: Path) -> Run:
    """``run("batch", ...)`` -> exit status, standard output, standard error; on the tiny model."""

    def call(command: str, *arguments: object) -> tuple[int, str, str]:
        own = ["--model", model] if command == "batch" else []
        return run(command, *own, *arguments)

    return call


@pytest.fixture
def scans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three photos in a tree, in a folder that is the current one's child."""
    folder = tmp_path / "scans"
    (folder / "1920").mkdir(parents=True)
    grey = Image.fromarray(data.camera()).resize((80, 60))
    for name in ("a.jpg", "b.png", "1920/c.tif"):
        grey.save(folder / name)
    monkeypatch.chdir(tmp_path)
    return folder


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


ALL = ["1920/c_color.tif", "a_color.jpg", "b_color.png"]


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
    assert "colour/astro_color.png" in run("batch", "scans", "-o", "colour", "--recolor")[1]


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


def test_a_dry_run_says_everything_and_does_nothing(run: Run, scans: Path) -> None:
    run("batch", "scans/a.jpg", "-o", "colour")
    (scans / "empty.tif").touch()
    before = results(Path("colour"))
    command = ("batch", "scans", "-o", "colour", "-r", "--dry-run", "--exclude", "*.png")
    status, out, err = run(*command)
    assert status == 1
    assert out.splitlines() == [
        "skip    scans/a.jpg: neither the photo nor the model nor the settings have changed.",
        "fail    scans/empty.tif: empty.tif is empty: copy it again from where it came.",
        "write   scans/1920/c.tif -> colour/1920/c_color.tif",
    ]
    assert "1 to write, 0 to replace, 1 to skip, 1 would fail; 0.0 megapixels from 0.0 MB" in err
    assert "passed over: left out by a pattern (1)." in err
    assert "Nothing was done." in err
    assert results(Path("colour")) == before
    *photos, summary = events(run(*command, "--json")[1])
    assert [photo["action"] for photo in photos] == ["skip", "fail", "write"]
    assert photos[2]["megapixels"] == pytest.approx(0.0048)
    assert (summary["write"], summary["bytes"]) == (1, (scans / "1920/c.tif").stat().st_size)
    assert run("batch", "scans/a.jpg", "-o", "new", "--dry-run")[0] == 0
    assert not Path("new").exists()


def test_json_tells_programs_everything(run: Run, scans: Path) -> None:
    (scans / "empty.tif").touch()
    status, out, err = run("batch", "scans", "-o", "colour", "--json")
    told = events(out)
    assert (status, err) == (1, "")
    assert told[0] == {"event": "planned", "photos": 3, "passed_over": {
        "sub-folders without --recursive": 1}}  # fmt: skip
    ended = {
        Path(event["source"]).name: event for event in told if "left" in event and "state" in event
    }
    assert {name: event["event"] for name, event in ended.items()} == {
        "a.jpg": "done", "b.png": "done", "empty.tif": "failed"
    }  # fmt: skip
    assert ended["empty.tif"]["error_kind"] == "UnreadablePhotoError"
    assert {event["left"] for event in ended.values()} == {0, 1, 2}
    summary = told[-1]
    assert (summary["event"], summary["done"], summary["failed"], summary["status"]) == (
        "summary", 2, 1, 1
    )  # fmt: skip


def test_quiet_says_only_what_went_wrong(run: Run, scans: Path) -> None:
    (scans / "empty.tif").touch()
    status, out, err = run("batch", "scans", "-o", "colour", "--quiet")
    assert (status, out) == (1, "")
    assert err.startswith("autochrome: scans/empty.tif: empty.tif is empty")
    assert err.count("\n") == 1


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

    def made(*arguments: object) -> list[bytes]:
        out = Path("colour")
        run(
            "batch",
            "scans",
            "-o",
            out,
            "--include",
            "*.png",
            "--if-exists",
            "overwrite",
            *arguments,
        )
        return [pixels(out / name).tobytes() for name in ("b_color.png", "same_color.png")]

    plain, seeded, album = made(), made("--seed", 3), made("--seed", 3, "--consistent")
    assert plain[0] == plain[1]
    assert seeded[0] != seeded[1]
    assert album[0] == album[1] != plain[0]


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


def test_a_queue_in_the_users_folder_or_a_file(
    run: Run, scans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import platformdirs  # noqa: PLC0415

    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "home"))
    run("batch", "scans", "-o", "colour", "--store", "user")
    run("batch", "scans", "-o", "other", "--store", "q.sqlite3")
    assert not Path("colour/.autochrome").exists()
    assert len(run("queue", "list", "colour")[1].splitlines()) == 2
    assert len(run("queue", "list", "colour", "--store", "user")[1].splitlines()) == 2
    assert len(run("queue", "list", "--store", "q.sqlite3")[1].splitlines()) == 2


def test_a_queue_that_cannot_be_used_is_status_4(run: Run, scans: Path) -> None:
    path = beside_results(Path("colour"))
    path.parent.mkdir(parents=True)
    path.write_bytes(b"SQLite format 3\0" + b"no database" * 500)
    status, out, err = run("batch", "scans", "-o", "colour")
    assert (status, out) == (4, "")
    assert "delete it and give the same command again" in err
    path.unlink()
    with JobStore(path) as store, store.claimed_by_me():
        status, _, err = run("batch", "scans", "-o", "colour")
        assert status == 4
        assert "another Autochrome works through the queue" in err


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


def test_the_queue_is_listed_retried_and_cleared(run: Run, scans: Path) -> None:
    whole = (scans / "a.jpg").read_bytes()
    (scans / "a.jpg").write_bytes(whole[:600])
    run("batch", "scans", "-o", "colour", "-r")
    status, out, err = run("queue", "list", "colour", "--state", "failed")
    assert (status, len(out.splitlines())) == (0, 1)
    assert out.startswith("failed    scans/a.jpg: a.jpg is damaged")
    assert "2 done, 1 failed" in err
    assert len(run("queue", "list", "colour", "--limit", 2)[1].splitlines()) == 2
    listed = events(run("queue", "list", "colour", "--json")[1])
    assert {job["state"] for job in listed} == {"done", "failed"}
    (scans / "a.jpg").write_bytes(whole)
    assert "1 wait again" in run("queue", "retry", "colour")[2]
    assert run("batch", "-o", "colour")[1] == "colour/a_color.jpg\n"
    assert "3 forgotten" in run("queue", "clear", "colour")[2]
    assert run("queue", "list", "colour")[1] == ""
    # what is forgotten is still recognised by what it says of itself
    assert "3 skipped" in run("batch", "scans", "-o", "colour", "-r")[2]
    assert run("queue", "list", "nowhere")[0] == 2


def test_a_bar_where_a_person_watches(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (scans / "empty.tif").touch()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    status, out, err = run("batch", "scans", "-o", "colour", "-r")
    assert status == 1
    assert sorted(out.splitlines()) == [f"colour/{name}" for name in ALL]
    assert "empty.tif is empty" in err
    assert "3 photos done, 1 failed" in err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["x", "-o", "o", "--name", "{size}"], "{size} is not one of stem"),
        (["x", "-o", "o", "--name", "../{stem}"], "no name below the folder"),
        (["x", "-o", "o", "--name", "{stem}.png", "--format", "jpeg"], "give one of them"),
        (["x", "-o", "o", "--shard", "17/16"], "17/16 is not a share"),
        (["x", "-o", "o", "--report", "r.txt"], "must end in .jsonl or .csv"),
        (["x", "-o", "o", "--contact-sheet", "s.txt"], "does not write a TXT file"),
        (["x", "-o", "o", "--quiet", "--json"], "not allowed with"),
        (["-", "-o", "o"], "use colorize for standard input"),
        (["x"], "-o/--output"),
        (["x", "-o", "scans/a.jpg"], "is a file"),
        (["x", "-o", "o", "--workers", "2"], "--workers needs --engine dask"),
        (["x", "-o", "o", "--scheduler", "tcp://h:1"], "--scheduler needs --engine dask"),
        (
            ["x", "-o", "o", "--engine", "dask", "--scheduler", "tcp://h:1", "--gpus-per-worker"],
            "--gpus-per-worker is for workers started here",
        ),
        (
            ["x", "-o", "o", "--engine", "dask", "--gpus-per-worker", "2", "--device", "cpu"],
            "is for --device cuda",
        ),
    ],
)
def test_arguments_that_make_no_sense(
    run: Run, scans: Path, arguments: list[str], words: str
) -> None:
    status, out, err = run("batch", *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_the_dask_engine_without_its_extra_is_a_sentence(
    run: Run, scans: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    status, out, err = run("batch", "scans", "-o", "colour", "--engine", "dask")
    assert (status, out) == (4, "")
    assert err == (
        "autochrome: the Dask engine comes with an optional extra: "
        "pip install 'autochrome[cluster]'.\n"
    )
    assert not Path("colour").exists()


def test_the_parser_knows_the_engines_words() -> None:
    assert set(IF_EXISTS) == set(IfExists)
    assert IfExists(IF_EXISTS[0]) is IfExists.CHANGED
    assert set(STATES) == set(JobState)


def test_the_manual_knows_every_option_and_status(run: Run) -> None:
    manual = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    helps = [["batch"], *(["queue", action] for action in ("list", "retry", "clear"))]
    for arguments in helps:
        text = run(arguments[0], *arguments[1:], "--help")[1]
        options = {word.strip("[],;:") for word in text.split() if word.lstrip("[")[:2] == "--"}
        assert {option for option in options if f"`{option}" not in manual} == {"--help"}
    for status in range(6):
        assert f"| {status} |" in manual


# --- real processes ------------------------------------------------------------------------


@contextmanager
def started(model: Path, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """A batch that tells its events; what it says goes into ``said.txt``."""
    command = [sys.executable, "-m", "core.cli", "batch", "--model", str(model), "--json"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with (
        Path("said.txt").open("w") as said,
        subprocess.Popen(
            [*command, *map(str, arguments)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        ) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


def lines_of(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    return map(json.loads, process.stdout)


def wait_for_results(told: Iterator[dict[str, Any]], number: int) -> None:
    """Read events until so many photos are done."""
    while number:
        event = next(told, None)
        assert event is not None, Path("said.txt").read_text()
        number -= event["event"] == "done"


SHAPE = (360, 480, 3)


@pytest.fixture
def album(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Forty photos, large enough that a signal comes before their end."""
    folder = tmp_path / "album"
    folder.mkdir()
    Image.fromarray(data.camera()).resize((SHAPE[1], SHAPE[0])).save(folder / "0.jpg")
    for number in range(1, 40):
        shutil.copy(folder / "0.jpg", folder / f"{number}.jpg")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("signals", [[signal.SIGINT], [signal.SIGTERM], [signal.SIGINT] * 2])
def test_an_interruption_ends_it_in_order(
    album: Path, model: Path, run: Run, signals: list[signal.Signals]
) -> None:
    with started(model, "album", "-o", "colour") as process:
        told = lines_of(process)
        wait_for_results(told, 1)
        for number in signals:
            process.send_signal(number)
        *_, summary = told
        assert process.wait(60) == 3
    assert "once more stops at once" in Path("said.txt").read_text()
    assert summary["event"] == "summary"
    assert summary["left"] == 40 - summary["done"] > 0
    found = results(Path("colour"))
    assert len(found) == summary["done"]
    for name in found:
        assert pixels(Path("colour") / name).shape == SHAPE
    said = run("queue", "list", "colour", "--state", "waiting")[1]
    assert len(said.splitlines()) == summary["left"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_killed_in_the_middle_the_same_command_continues(
    album: Path, model: Path, run: Run
) -> None:
    made: dict[str, int] = {}
    for round_ in range(2):
        with started(model, "album", "-o", "colour") as process:
            wait_for_results(lines_of(process), 4 + 5 * round_)
            process.send_signal(signal.SIGKILL)
        for name in results(Path("colour")):
            if not name.endswith(".part"):
                made.setdefault(name, (Path("colour") / name).stat().st_ino)
    assert 9 <= len(made) < 40
    assert run("batch", "album", "-o", "colour")[0] == 0
    found = results(Path("colour"))
    assert found == sorted(f"{number}_color.jpg" for number in range(40))
    for name in found:
        assert pixels(Path("colour") / name).shape == SHAPE
    # none is done twice
    assert {name: (Path("colour") / name).stat().st_ino for name in made} == made
    with JobStore(beside_results(Path("colour"))) as store:
        counts = store.counts()
    assert counts[JobState.DONE] + counts[JobState.SKIPPED] == 40
