from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from training.losses.registry import TERMS
from training.plots import (
    PICTURES,
    curve,
    draw_reliability,
    main,
    read_history,
    smoothed,
    write_plots,
)


def contrast(picture: Path) -> float:
    """The standard deviation of its codes: above 0 where something is drawn."""
    codes = cv2.imread(str(picture))
    assert codes is not None
    return float(codes.std())


def record(step: int, **values: float | bool | str) -> dict[str, float | bool | str]:
    return {"step": step, "images": step * 32, "minutes": step / 10, **values}


def write_history(run: Path, records: list[dict[str, float | bool | str]]) -> None:
    text = "".join(json.dumps(r) + "\n" for r in records)
    (run / "history.jsonl").write_text(text, encoding="utf-8")


def steps(stage: str, first: int, **values: float) -> list[dict[str, float | bool | str]]:
    return [record(i, stage=stage, **values) for i in range(first, first + 30)]


@pytest.mark.slow
def test_a_gan_run_has_every_picture(tmp_path: Path) -> None:
    records = steps("pretrain", 0, l1=0.1, total=1.0)
    records += steps("gan", 30, l1=0.1, total=2.0, gan=0.7, d_real=0.6, d_fake=0.5)
    records += [record(59, evaluation=True, psnr=24.0, delta_e=9.0, colourfulness=20.0)]
    write_history(tmp_path, records)
    written = write_plots(tmp_path)
    names = {path.stem for path in written}
    assert names >= {"discriminator", "generator", "generator-discriminator", "l1", "evaluation"}
    for path in written:
        assert contrast(path) > 0


def test_terms_that_a_recipe_has_not_are_left_out(tmp_path: Path) -> None:
    write_history(tmp_path, steps("only", 0, l1=0.1, total=0.1))
    assert {path.stem for path in write_plots(tmp_path)} == {"l1", "losses"}


def test_every_loss_is_drawn() -> None:
    drawn = {term for picture in PICTURES for panel in picture.panels for term in panel.terms}
    assert set(TERMS) <= drawn


def test_curves_skip_what_is_missing_or_not_finite() -> None:
    records = [record(1, l1=0.5), record(2), record(3, l1=float("nan")), record(4, l1=0.25)]
    images, values = curve(records, "l1")
    assert images.tolist() == [32, 128]
    assert values.tolist() == [0.5, 0.25]


def test_the_discriminators_loss_is_the_mean_of_its_halves() -> None:
    assert curve([record(1, d_real=0.2, d_fake=0.4)], "d")[1] == pytest.approx([0.3])


def test_smoothing_keeps_a_constant_and_quiets_noise(rng: np.random.Generator) -> None:
    assert smoothed(np.full(400, 3.0)) == pytest.approx(np.full(400, 3.0))
    noise = rng.normal(size=1000)
    assert smoothed(noise).std() < 0.3 * noise.std()


def test_a_line_cut_short_by_a_kill_is_left_out(tmp_path: Path) -> None:
    write_history(tmp_path, steps("only", 0, l1=0.1))
    with (tmp_path / "history.jsonl").open("a") as stream:
        stream.write('{"step": 31, "ima')
    assert len(read_history(tmp_path)) == 30


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 1
    assert "history.jsonl" in capsys.readouterr().err
    write_history(tmp_path, steps("only", 0, l1=0.1))
    assert main([str(tmp_path)]) == 0
    assert "l1.png" in capsys.readouterr().out


def test_reliability_diagram(tmp_path: Path) -> None:
    bins = np.linspace(0.3, 0.9, 10)
    draw_reliability(tmp_path / "r.png", bins, 20 * (1 - bins), (bins[::2], 15 * (1 - bins[::2])))
    assert contrast(tmp_path / "r.png") > 0
