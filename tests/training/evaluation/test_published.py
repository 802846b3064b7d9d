from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from training.evaluation.intervals import Estimate
from training.evaluation.published import (
    FIGURES,
    PublishedError,
    evaluated_row,
    published_row,
)

ROOT = Path(__file__).parents[3]
ROW = (
    "| **the bundled model**, 0.9.1 (20 MB) | **24.5** [24.0, 25.0] | **8.9** [8.7, 9.1]"
    " | 31.0 [30.0, 32.0] | **7.0** [6.5, 7.5] |\n"
)


def readme(tmp_path: Path, text: str = ROW) -> Path:
    path = tmp_path / "README.md"
    path.write_text(f"| | PSNR |\n| grey | 21.9 [21.7, 22.1] |\n{text}", encoding="utf-8")
    return path


def test_the_row_is_read(tmp_path: Path) -> None:
    row = published_row(readme(tmp_path))
    assert row.version == "0.9.1"
    assert list(row.figures) == list(FIGURES)
    assert row.figures["psnr"] == Estimate(24.5, 24.0, 25.0)
    assert row.figures["colourfulness"] == Estimate(31.0, 30.0, 32.0)


def test_the_readmes_row_is_the_cards() -> None:
    row = published_row(ROOT / "README.md")
    card = (ROOT / "resources/model/MODEL_CARD.md").read_text(encoding="utf-8")
    assert card.startswith(f"# autochrome {row.version}\n")
    for name in ("psnr", "delta_e"):
        assert f"| {row.figures[name].text()} |" in card


@pytest.mark.parametrize("text", ["", ROW.replace(" [6.5, 7.5]", ""), ROW.replace("bundled", "")])
def test_a_readme_without_the_row_says_so(tmp_path: Path, text: str) -> None:
    with pytest.raises(PublishedError, match=r"README\.md has no row"):
        published_row(readme(tmp_path, text))


def test_only_what_stands_outside_the_intervals_is_told(tmp_path: Path) -> None:
    row = published_row(readme(tmp_path))
    inside = dict(row.figures)
    assert not list(row.compare("0.9.1", inside))
    better = inside | {"delta_e": Estimate(8.5, 8.4, 8.6), "psnr": Estimate(25.0, 25.0, 25.0)}
    assert list(row.compare("0.9.1", better)) == ["delta_e is 8.50, outside [8.7, 9.1]."]
    assert not list(row.compare("0.10.0", better))  # another model


def test_the_models_row_is_the_last(tmp_path: Path) -> None:
    figure = asdict(Estimate(24.0, 23.0, 25.0))
    rows = {"grey": {}, "mean ab": {}, "model/colorizer.onnx": {"psnr": figure}}
    path = tmp_path / "evaluation.json"
    path.write_text(json.dumps({"tables": {"main": {"rows": rows}}}))
    assert evaluated_row(path) == {"psnr": Estimate(24.0, 23.0, 25.0)}
    del rows["model/colorizer.onnx"]
    path.write_text(json.dumps({"tables": {"main": {"rows": rows}}}))
    with pytest.raises(PublishedError, match="no row of a model"):
        evaluated_row(path)
