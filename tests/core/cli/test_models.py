"""``autochrome models``, and other models in ``colorize`` and ``batch``."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.inference.library import entries, find_entry, forget
from core.photo.probe import probe
from core.queue.job import IfExists, Job, JobState, NewJob
from core.queue.locations import beside_results
from core.queue.store import JobStore
from tests.models import graphs

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def ddcolor(tmp_path: Path) -> Path:
    return graphs.ddcolor(tmp_path / "ddcolor.onnx")


@pytest.fixture
def deoldify(tmp_path: Path) -> Path:
    return graphs.deoldify(tmp_path / "deoldify.onnx")


def test_a_model_comes_and_goes(run: Run, ddcolor: Path) -> None:
    status, out, err = run("models", "add", ddcolor, "--name", "DD", "--licence", "Apache-2.0")
    assert (status, err) == (0, "")
    assert out.startswith("DD  ddcolor  0 MB")
    assert run("models", "default", "dd") == (0, "", "")
    lines = run("models", "list")[1].splitlines()
    assert [line[0] for line in lines] == [" ", "*"]
    assert "Apache-2.0" in lines[1]
    (model,) = (json.loads(line) for line in run("models", "list", "--json")[1].splitlines())
    assert (model["name"], model["family"], model["default"]) == ("DD", "ddcolor", True)
    shown = run("models", "show", "DD")[1]
    for words in ("rgb 0..1 -> a*, b* x 1", "256 x 256, auto", "Apache-2.0", model["sha256"]):
        assert words in shown
    assert "ms on cpu" in run("models", "test", "DD", "--device", "cpu")[1]
    assert run("models", "default", "autochrome")[0] == 0
    assert run("models", "remove", "dd") == (
        0, "", "autochrome: DD is no model of the library any more.\n",
    )  # fmt: skip
    assert entries() == []


def test_a_guess_is_said_and_can_be_changed(run: Run, tmp_path: Path) -> None:
    path = graphs.zhang(tmp_path / "eccv16.onnx", low=-50, high=50)
    _, _, err = run("models", "add", path)
    assert "a sample picture speaks for L" in err
    assert run("models", "change", "eccv16", "--input-range", -50, 50, "--licence", "BSD")[0] == 0
    assert "L -50..50 -> a*, b* x 1\n" in run("models", "show", "eccv16")[1]
    entry = find_entry("eccv16")
    assert entry is not None
    assert (entry.guessed, entry.licence) == (False, "BSD")


def test_the_mask_of_points_is_guessed_said_and_can_be_changed(run: Run, tmp_path: Path) -> None:
    path = graphs.zhang(tmp_path / "siggraph17.onnx", hints="three", mask_centre=0.5)
    _, _, err = run("models", "add", path)
    assert "speaks for L 0..100 -> a*, b* x 1, mask -0.5..0.5;" in err
    assert run("models", "change", "siggraph17", "--mask-range", 0, 1)[0] == 0
    assert "reads       L 0..100 -> a*, b* x 1\n" in run("models", "show", "siggraph17")[1]


def test_what_was_said_is_not_guessed(run: Run, tmp_path: Path) -> None:
    path = graphs.zhang(tmp_path / "net.onnx", low=-1, high=1, scale=110)
    (tmp_path / "net.txt").write_text('input = "L"\nrange = [-1, 1]\nscale = 110\n')
    said = ("--family", "plain", "--describe", tmp_path / "net.txt", "--fit", "pad")
    assert run("models", "add", path, *said)[0] == 0
    assert "L -1..1 -> a*, b* x 110\n" in run("models", "show", "net")[1]
    assert "256 x 256, pad" in run("models", "show", "net")[1]
    again = ("--family", "zhang", "--input-range", -1, 1, "--output-scale", 110)
    assert run("models", "add", path, *again)[0] == 0
    assert "family      zhang" in run("models", "show", "net")[1]


def test_what_cannot_be_used_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "no.onnx").write_bytes(b"no model")
    assert run("models", "add", tmp_path / "no.onnx")[0] == 4
    status, _, err = run("models", "show", "nobody")
    assert (status, err) == (
        4,
        "autochrome: the library has no model 'nobody': it has autochrome.\n",
    )
    assert run("models")[0] == 2


@pytest.mark.slow
def test_models_side_by_side(run: Run, photo: Path, ddcolor: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.jpg"
    asked = ("--model", ddcolor, "--model", "autochrome", "--device", "cpu")
    status, out, err = run("models", "compare", photo, photo, "-o", sheet, *asked)
    assert (status, out, err) == (0, f"{sheet}\n", "")
    header = probe(sheet)
    assert (header.width or 0) > 3 * 160
    with Image.open(sheet) as image:
        pixels = np.asarray(image).astype(int)
    third = pixels.shape[1] // 3
    chroma = np.ptp(pixels[60:-20], axis=-1)
    assert chroma[:, :third].mean() < 1
    assert chroma[:, third : 2 * third].mean() > 5
    status, _, err = run("models", "compare", photo, "-o", sheet, "--model", tmp_path / "no.onnx")
    assert (status, "there is no model file" in err) == (1, True)


def test_colorize_by_two_models(run: Run, photo: Path, ddcolor: Path, deoldify: Path) -> None:
    run("models", "add", ddcolor)
    status, out, err = run(
        "colorize", photo, "--model", "ddcolor:2", "--model", deoldify, "--device", "cpu"
    )
    assert status == 0
    assert "deoldify: a sample picture speaks for rgb 0..255" in err
    content = Path(out.strip()).read_bytes()
    assert b"networks=ddcolor (SHA-256 " in content
    assert b"weight 2), deoldify (SHA-256 " in content


def test_the_default_of_the_library_is_used(run: Run, photo: Path, ddcolor: Path) -> None:
    run("models", "add", ddcolor)
    run("models", "default", "ddcolor")
    out = run("colorize", photo, "--device", "cpu")[1]
    assert b'ModelName="ddcolor"' in Path(out.strip()).read_bytes()
    facts = json.loads(run("info", "--json")[1])
    assert (facts["model"]["name"], facts["model"]["family"]) == ("ddcolor", "ddcolor")


def test_another_choice_makes_the_photos_again_and_the_same_does_not(
    run: Run, scans: Path, ddcolor: Path, deoldify: Path
) -> None:
    def done(*models: str) -> int:
        names = [word for model in models for word in ("--model", model)]
        out = run("batch", "scans", "-o", "colour", "-r", "--json", "--device", "cpu", *names)[1]
        return int(json.loads(out.splitlines()[-1])["done"])

    assert done(str(ddcolor)) == 3
    assert done(str(ddcolor)) == 0
    assert done(str(ddcolor), f"{deoldify}:0.5") == 3
    assert done(str(ddcolor), f"{deoldify}:0.5") == 0
    assert done(str(ddcolor), f"{deoldify}:0.25") == 3


def test_a_queue_goes_on_with_its_own_models_and_says_which_is_missing(
    run: Run, scans: Path, ddcolor: Path, deoldify: Path
) -> None:
    run("models", "add", ddcolor)
    run("models", "add", deoldify)
    names = ("--model", "ddcolor", "--device", "cpu")
    assert run("batch", "scans/a.jpg", "-o", "colour", *names)[0] == 0
    assert run("batch", "scans/b.png", "-o", "colour", "--model", "deoldify", *names)[0] == 0
    out = Path("colour").resolve()
    with JobStore(beside_results(out), out) as store:
        store.add([_again(job) for job in store.jobs()])
    entry = find_entry("deoldify")
    assert entry is not None
    forget(entry)
    deoldify.unlink()
    status, printed, err = run("batch", "-o", "colour", "--device", "cpu")
    assert status == 4
    assert "the model deoldify (SHA-256" in err
    assert "1 photo of it left waiting." in err
    assert printed.split() == []
    assert "1 photo done" in err or "1 skipped" in err
    with JobStore(beside_results(out), out) as store:
        states = {job.source.name: job.state for job in store.jobs()}
    assert states["b.png"] is JobState.WAITING
    assert states["a.jpg"] is not JobState.WAITING


def test_a_queue_of_several_models_has_one_report_and_one_sheet(
    run: Run, scans: Path, ddcolor: Path, deoldify: Path
) -> None:
    for photo, model in (("a.jpg", ddcolor), ("b.png", deoldify)):
        arguments = ("-o", "colour", "--model", model, "--device", "cpu")
        assert run("batch", f"scans/{photo}", *arguments)[0] == 0
    out = Path("colour").resolve()
    with JobStore(beside_results(out), out) as store:
        store.add([replace(_again(job), if_exists=IfExists.OVERWRITE) for job in store.jobs()])
    papers = ("--report", "report.jsonl", "--contact-sheet", "sheet.png", "--device", "cpu")
    assert run("batch", "-o", "colour", *papers)[0] == 0
    rows = [json.loads(line) for line in Path("report.jsonl").read_text().splitlines()]
    assert sorted(Path(row["source"]).name for row in rows) == ["a.jpg", "b.png"]
    assert {row["state"] for row in rows} == {"done"}
    with Image.open("sheet.png") as sheet:
        assert sheet.width > 2 * 2 * 100  # two pairs side by side


def _again(job: Job) -> NewJob:
    return NewJob(job.source, job.target, job.settings, job.if_exists, job.megapixels)
