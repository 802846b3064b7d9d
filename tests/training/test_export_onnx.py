from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch

from core.inference.model_file import load_model_spec
from training import export_onnx
from training.config import (
    DataConfig,
    ExportConfig,
    GeneratorConfig,
    ReadoutConfig,
    RunConfig,
    StageConfig,
)
from training.engine.checkpoint import TrainingState, save_checkpoint, without_paths
from training.engine.initial_weights import initialize, load_initial_weights
from training.engine.networks import build_networks
from training.engine.onnx_export import ExportError
from training.evaluation.model_card import model_card
from training.export_onnx import (
    TOLERANCE,
    example_inputs,
    export_checkpoint,
    main,
    verify,
)
from training.models.color_bins import ColorBins
from training.models.generator import Generator, build_generator
from training.models.hint_attention import HintAttention
from training.models.loading import load_generator
from training.models.readout import ExportReadout, Readout

pytestmark = pytest.mark.slow

CONFIGS = {
    "lite0": GeneratorConfig(
        "lite0", weights="none", noise_size=4, hints=True, bins=True, mixing=True, anchors=4
    ),
    "unet": GeneratorConfig("unet", channels=2),
    "resnet18": GeneratorConfig("resnet18", weights="none", noise_size=2),
}
READOUT = ReadoutConfig(threshold=1.5, gain=1.1, bins_share=0.3)
FACTS = ExportConfig("tester", "9.8", "two cats", size=128)


@dataclass(frozen=True)
class Exported:
    checkpoint: Path
    onnx: Path
    report: dict[str, Any]


def with_statistics(generator: Generator) -> Generator:
    """Statistics, biases and what begins as nothing, as training leaves them: no two alike."""
    draw = torch.Generator().manual_seed(4)
    for name, tensor in generator.state_dict().items():
        begins_as_nothing = tensor.is_floating_point() and not tensor.any()
        if begins_as_nothing or name.endswith(("running_mean", "bias")):
            tensor.copy_(torch.randn(tensor.shape, generator=draw) * 0.05)
        elif name.endswith("running_var"):
            tensor.copy_(torch.rand(tensor.shape, generator=draw) + 0.5)
    return generator


@pytest.fixture(scope="module", params=CONFIGS)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    folder = tmp_path_factory.mktemp(request.param)
    config = RunConfig("run", DataConfig("none"), CONFIGS[request.param], ())
    networks = build_networks(config, torch.device("cpu"))
    with_statistics(networks.ema.module)
    save_checkpoint(folder / "last.pt", TrainingState(networks.by_name()), config)
    target = folder / "out" / "model.onnx"
    return Exported(
        folder / "last.pt", target, export_checkpoint(folder / "last.pt", target, FACTS, READOUT)
    )


def session(path: Path) -> ort.InferenceSession:
    return ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])


def test_it_agrees_with_pytorch_at_three_sizes(exported: Exported) -> None:
    parity = exported.report["parity"]
    assert len(parity) == 3
    assert max(parity.values()) < TOLERANCE
    for size in parity:
        height, width = map(int, size.split("x"))
        readout = ExportReadout(load_generator(exported.checkpoint), READOUT).eval()
        inputs = example_inputs(readout.generator, height, width, seed=11)
        got = session(exported.onnx).run(None, {k: v.numpy() for k, v in inputs.items()})
        with torch.inference_mode():
            expected = readout(**inputs)
        for one, other in zip(got, expected, strict=True):
            np.testing.assert_allclose(one, other.numpy(), atol=TOLERANCE)
            assert np.ptp(one) > 10 * np.abs(one - other.numpy()).max()  # not a blank picture


def test_the_program_reads_what_the_file_says(exported: Exported) -> None:
    spec = load_model_spec(exported.onnx)
    config = load_generator(exported.checkpoint).config
    assert (spec.name, spec.version, spec.trained_on) == ("tester", "9.8", "two cats")
    assert (spec.default_size, spec.max_size) == (128, 1024)
    assert spec.multiple_of == (256 if config.kind == "unet" else 32)
    assert (spec.has_hints, spec.z_size) == (config.hints, config.noise_size)
    assert spec.has_confidence == (config.kind == "lite0")
    assert spec.has_features == config.hints
    assert len(spec.bin_colors) == (len(ColorBins()) if config.bins else 0)
    assert spec.config["run"]["generator"]["kind"] == config.kind
    assert spec.config["readout"] == asdict(READOUT)
    assert spec.config["progress"]["steps"] == 0


def test_the_hash_beside_it_is_the_files(exported: Exported) -> None:
    digest = hashlib.sha256(exported.onnx.read_bytes()).hexdigest()
    assert exported.report["sha256"] == digest
    assert exported.onnx.with_suffix(".sha256").read_text() == f"{digest}  model.onnx\n"


def test_several_photos_at_once(exported: Exported) -> None:
    generator = load_generator(exported.checkpoint)
    side = generator.multiple_of
    singles = [
        {k: v.numpy() for k, v in example_inputs(generator, side, side, seed=s).items()}
        for s in range(3)
    ]
    together = {name: np.concatenate([s[name] for s in singles]) for name in singles[0]}
    run = session(exported.onnx).run
    ab = run(["ab"], together)[0]
    assert len(ab) == 3
    for i, single in enumerate(singles):
        np.testing.assert_allclose(ab[i : i + 1], run(["ab"], single)[0], atol=TOLERANCE)


def test_the_opset_and_the_checker(exported: Exported) -> None:
    model = onnx.load(exported.onnx)
    onnx.checker.check_model(model, full_check=True)
    assert {o.domain: o.version for o in model.opset_import}[""] >= 17


def test_no_padding_is_worked_out_from_the_size(exported: Exported) -> None:
    """Forty nodes for each strided convolution: half of what a session takes to open."""
    graph = onnx.load(exported.onnx).graph
    assert [node.name for node in graph.node if node.op_type == "Ceil"] == []


def test_an_export_is_a_starting_point(exported: Exported) -> None:
    original = load_generator(exported.checkpoint)
    state = load_initial_weights(exported.onnx).generator
    counters = {name for name in original.state_dict() if name.endswith("num_batches_tracked")}
    assert set(state) == set(original.state_dict()) - counters
    fresh = build_generator(original.config)
    initialize(exported.onnx, fresh)
    for name, tensor in original.state_dict().items():
        if name not in counters:
            assert torch.equal(fresh.state_dict()[name], tensor), name


def test_an_export_is_exported_anew(exported: Exported, tmp_path: Path) -> None:
    target = tmp_path / "again.onnx"
    assert main([str(exported.onnx), str(target)]) == 0
    first, again = load_model_spec(exported.onnx), load_model_spec(target)
    assert (again.name, again.version, again.default_size) == ("tester", "9.8", 128)
    assert again.config["readout"] == asdict(READOUT)
    assert again.bin_colors == first.bin_colors
    side = first.multiple_of
    generator = load_generator(exported.checkpoint)
    inputs = {k: v.numpy() for k, v in example_inputs(generator, side, 2 * side).items()}
    for one, other in zip(
        session(exported.onnx).run(None, inputs), session(target).run(None, inputs), strict=True
    ):
        np.testing.assert_array_equal(one, other)


def test_bins_are_the_heads_at_half_the_size() -> None:
    generator = with_statistics(build_generator(CONFIGS["lite0"])).eval()
    inputs = example_inputs(generator, 64, 96)
    with torch.inference_mode():
        readout = ExportReadout(generator, READOUT)
        found = dict(zip(readout.names, readout(**inputs), strict=True))
        logits = generator(**inputs).bin_logits
    assert logits is not None
    expected = torch.nn.functional.avg_pool2d(logits, 2)
    torch.testing.assert_close(found["bins"], expected, atol=1e-4, rtol=1e-4)


def test_features_are_the_space_the_colour_points_are_weighed_in() -> None:
    generator = with_statistics(build_generator(CONFIGS["lite0"])).eval()
    attention = generator.attention
    assert isinstance(attention, HintAttention)
    x = torch.rand(1, 64, 8, 8)
    cells = torch.tensor([[0]])
    with torch.inference_mode():
        attention.nearness.fill_(-100.0)
        attention.likeness.copy_(torch.tensor([0.5, 1.5]))
        space = attention.likeness_space(x)
        logits = attention._logits(x, cells).mean(dim=1)[0, 0]
        key = torch.nn.functional.avg_pool2d(space, 2)[0, :, 0, 0]
        squares = (space[0].flatten(1) - key[:, None]).square().sum(dim=0)
    torch.testing.assert_close(squares, -logits, atol=1e-3, rtol=1e-3)


def test_equal_tensors_are_all_there(tmp_path: Path) -> None:
    """Of a fresh network's BatchNorms the exporter keeps one, and copies of it."""
    generator = build_generator(CONFIGS["unet"]).eval()
    metadata = export_onnx.contract_metadata(generator, FACTS, {})
    export_onnx.export(ExportReadout(generator, ReadoutConfig()), tmp_path / "a.onnx", metadata)
    initialize(tmp_path / "a.onnx", build_generator(CONFIGS["unet"]))


def test_a_file_that_differs_is_refused(exported: Exported) -> None:
    other = load_generator(exported.checkpoint)
    other.get_parameter("ab_head.bias").data.add_(1.0)
    with pytest.raises(ExportError, match=r"model\.onnx differs from PyTorch"):
        verify(Readout(other, READOUT).eval(), exported.onnx)


def test_a_refused_file_leaves_the_one_in_use(
    exported: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "model.onnx"
    target.write_bytes(b"in use")
    monkeypatch.setattr(export_onnx, "largest_difference", lambda *_: 0.06)
    with pytest.raises(ExportError, match=r"model\.onnx differs from PyTorch"):
        export_checkpoint(exported.checkpoint, target, FACTS, READOUT)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [
        ("model.onnx", b"in use")
    ]


def test_the_command_writes_model_hash_and_card(
    recipe: Callable[..., RunConfig], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = recipe()
    networks = build_networks(config, torch.device("cpu"))
    save_checkpoint(tmp_path / "last.pt", TrainingState(networks.by_name()), config)
    target = tmp_path / "model" / "m.onnx"
    arguments = ["--name", "mine", "--trained-on", "skimage", "--size", "256"]
    assert main([str(tmp_path / "last.pt"), str(target), *arguments]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert summary["sha256"] == load_model_spec(target).sha256
    card = (target.parent / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert summary["sha256"] in card
    assert "mine" in card
    assert "skimage" in card
    assert "| Images seen | 0, in 0 steps |" in card


def test_the_card_tells_the_sizes_of_a_stage(exported: Exported, stage: StageConfig) -> None:
    target = exported.checkpoint.parent / "sizes" / "m.onnx"
    report = export_checkpoint(exported.checkpoint, target, FACTS, READOUT)
    several = replace(stage, size=192, other_sizes=(128, 160), losses={"perceptual": 2.0})
    report["run"] = report["run"] | {"stages": [asdict(stage), asdict(several)]}
    card = model_card("mine", "1", report | {"sources": {}}, None)
    assert "| 8 images | 256 px x 2 a process |" in card
    assert "| 8 images | 128, 160, 192 px x 2 a process |" in card
    assert "| 2 perceptual |" in card


def test_the_card_tells_images_of_this_run_from_those_before_it(exported: Exported) -> None:
    target = exported.checkpoint.parent / "again" / "m.onnx"
    report = export_checkpoint(exported.checkpoint, target, FACTS, READOUT)
    report["run"] = report["run"] | {"start_from": "earlier.onnx"}
    report["progress"] = report["progress"] | {"images": 479_328}
    card = model_card("mine", "1", report | {"sources": {}}, None)
    assert "479,328, those of the model it started from included" in card
    assert "| Started from | earlier.onnx |" in card
    card = model_card("mine", "1", report | {"started_from": "2.0, which saw cats"}, None)
    assert "| Started from | 2.0, which saw cats |" in card
    report["run"] = report["run"] | {"start_from": ""}
    card = model_card("mine", "1", report | {"started_from": "2.0, which saw cats"}, None)
    assert "| Started from | the encoder's weights alone |" in card


@pytest.mark.parametrize("content", [None, b"not one"])
def test_the_command_names_what_is_no_checkpoint(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / "a.pt").write_bytes(content)
    assert main([str(tmp_path / "a.pt"), str(tmp_path / "m.onnx")]) == 1
    assert "a.pt" in capsys.readouterr().err


def test_the_file_does_not_say_where_things_lay() -> None:
    run = {
        "data": {"cache": "/home/ada/cache/photos", "flip": True},
        "start_from": "/home/ada/x.onnx",
    }
    told = without_paths(run)
    assert told == {"data": {"cache": "photos", "flip": True}, "start_from": "x.onnx"}
    assert run["start_from"] == "/home/ada/x.onnx"
