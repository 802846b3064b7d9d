from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from training.evaluate import main
from training.evaluation.intervals import Estimate
from training.evaluation.report import Column, Report, Table
from training.evaluation.scoring import Scores
from training.evaluation.sections import CONFIDENCE_BINS, Sureness
from training.evaluation.tables import confidence_table, reliability

EVERYTHING = ["--people", "--confidence", "--hints", "1", "3", "--degraded", "--stability"]


@pytest.fixture
def no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))


@pytest.mark.slow
@pytest.mark.usefixtures("no_weights")
def test_everything_at_once(
    caches: Path,
    tiny_model: Callable[..., Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    model, out = tiny_model(), tmp_path / "out"
    options = [*EVERYTHING, "--samples", "3", "--size", "64", "--threads", "2", "--out", str(out)]
    assert main([str(caches), "--checkpoint", str(model), *options]) == 0
    printed = capsys.readouterr().out
    assert (out / "evaluation.md").read_text().strip() == printed.strip()
    report = json.loads((out / "evaluation.json").read_text())
    name = f"{tmp_path.name}/tiny.onnx"
    rows = report["tables"]["main"]["rows"]
    assert list(rows) == ["grey", "mean ab", name]
    assert rows["grey"]["colourfulness"]["value"] < 0.1
    for row in rows.values():
        assert {"psnr", "ssim", "delta_e", "lite2_fd", "lite2_pd"} <= set(row)
        assert all(f["low"] <= f["value"] <= f["high"] for f in row.values())
    assert "LPIPS and FID: not measured" in report["tables"]["main"]["note"]
    assert set(report["tables"]) == {
        *("main", "neutrals", "confidence", "hints", "chosen", "degraded", "stability", "variety"),
        f"groups/{name}",
    }
    assert set(report["tables"]["hints"]["rows"]) == {name}
    assert list(report["tables"][f"groups/{name}"]["rows"])[:2] == ["all (2)", "people (1)"]
    assert cv2.imread(str(out / f"reliability-{name.replace('/', '-')}.png")) is not None
    names = hashlib.sha256((out / "photos.txt").read_bytes()).hexdigest()
    assert names in printed
    assert hashlib.sha256(model.read_bytes()).hexdigest() in printed


@pytest.mark.slow
@pytest.mark.usefixtures("no_weights")
def test_baselines_alone(caches: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--size", "64", "--hints", "--people", "--confidence", "--raw"]
    assert main([str(caches), *options]) == 0
    printed = capsys.readouterr().out
    assert "| mean ab |" in printed
    assert "weights of checkpoints: raw" in printed
    assert "Hints" not in printed


@pytest.mark.parametrize("missing", ["cache", "model"])
def test_what_is_missing_is_said(
    missing: str, caches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path if missing == "cache" else caches
    assert main([str(cache), "--checkpoint", str(tmp_path / "no.pt")]) == 1
    message = capsys.readouterr().err.replace("\n", "")
    assert ("'val' photos" if missing == "cache" else "no.pt") in message


def test_one_sample_cannot_be_compared(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["cache", "--samples", "1"])
    assert "two or more" in capsys.readouterr().err


def told(confidence: float, error: float) -> Sureness:
    pixels = np.zeros((3, CONFIDENCE_BINS))
    pixels[:, int(confidence * CONFIDENCE_BINS)] = (10, 10 * confidence, 10 * error)
    return Sureness(confidence, error, pixels)


def test_confidence_that_knows_the_error(rng: np.random.Generator) -> None:
    sure = rng.uniform(0.2, 0.9, 100)
    photos = [told(c, 20 * (1 - c)) for c in sure.tolist()]
    empty = np.zeros(0)
    scores = Scores(["m"], empty.astype(str), empty.astype(np.int8), {}, {"m": photos})
    row = confidence_table(scores, seed=0).rows["m"]
    assert row["correlation"].value == pytest.approx(-1)
    ordered = np.sort(20 * (1 - sure))
    assert row["ratio"].value == pytest.approx(ordered[-10:].mean() / ordered[:10].mean())
    (confidence, error), (tenths, tenths_error) = reliability(photos)
    assert error == pytest.approx(20 * (1 - confidence))
    assert tenths_error == pytest.approx(20 * (1 - tenths))
    assert len(tenths) == 10


def test_a_table_as_markdown() -> None:
    rows = {"grey": {"psnr": Estimate(23.7, 23.5, 23.9)}, "other": {}}
    table = Table("main", "All", "model", {"psnr": Column("PSNR", 1)}, rows, "A note.")
    assert table.markdown().splitlines() == [
        *("## All", "", "| model | PSNR |", "| --- | --- |"),
        *("| grey | 23.7 [23.5, 23.9] |", "| other | - |", "", "A note."),
    ]
    report: dict[str, Any] = json.loads(Report("T", {"photos": 3}, [table]).json())
    assert report["facts"] == {"photos": 3}
    assert report["tables"]["main"]["rows"]["grey"]["psnr"]["high"] == 23.9
