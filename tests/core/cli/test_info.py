"""``autochrome info``: the program, the model, the device and the libraries in use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from core.version import __version__

Run = Callable[..., tuple[int, str, str]]


def test_info_says_what_was_wanted_and_what_was_got(run: Run, model: Path) -> None:
    status, out, err = run("info", "--model", model, "--device", "cuda", "--json")
    facts = json.loads(out)
    assert (status, err) == (0, "")
    assert facts["model"]["name"] == "tiny"
    assert facts["model"]["card"] is None
    assert facts["device"]["wanted"] == "cuda"
    assert facts["device"]["got"] in {"cuda", "cpu"}
    assert (facts["device"]["got"] == "cuda") == (facts["device"]["fallback_reason"] is None)
    assert {"autochrome", "numpy", "onnxruntime", "libvips"} <= set(facts["versions"])
    card = model.with_name("MODEL_CARD.md")
    card.touch()
    status, out, _ = run("info", "--model", model, "--device", "cpu")
    assert status == 0
    assert str(card) in out
    assert "CPUExecutionProvider" in out


def test_program_and_model_have_versions_of_their_own(
    run: Run, tiny_model: Callable[..., Path]
) -> None:
    model = tiny_model(metadata={"version": "7.5"})
    facts = json.loads(run("info", "--model", model, "--json")[1])
    assert facts["program"] == {"name": "Autochrome", "version": __version__}
    assert facts["model"]["version"] == "7.5"
    assert list(facts) == ["program", "model", "device", "versions"]
    lines = run("info", "--model", model)[1].splitlines()
    said = {title: lines[lines.index(title) + 1 :] for title in ("Program", "Model")}
    assert said["Program"][1].split() == ["version", __version__]
    assert said["Model"][1].split() == ["version", "7.5"]


def test_a_model_that_cannot_be_used_leaves_the_rest_to_be_said(run: Run, tmp_path: Path) -> None:
    status, out, err = run("info", "--model", tmp_path / "none.onnx", "--json")
    facts = json.loads(out)
    assert status == 4
    assert "none.onnx" in err
    assert facts["error"]["kind"] == "ModelNotFoundError"
    assert "none.onnx" in facts["error"]["message"]
    assert facts["program"]["version"] == __version__
    assert {"python", "system", "onnxruntime"} <= facts["versions"].keys()
