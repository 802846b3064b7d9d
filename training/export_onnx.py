"""Export a generator to ONNX by the model contract, verify it, and write its card.

    python -m training.export_onnx runs/autochrome/last.pt resources/model/colorizer.onnx
    python -m training.export_onnx resources/model/colorizer.onnx new/colorizer.onnx

The second exports a model anew from its own weights, for a later contract, say.
Name, version, size and read-out are those of the recipe, where options do not say otherwise. The
parameters keep their own names in the file, so that an exported model is also a starting point
for training (``start_from`` in a recipe).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import warnings
from collections import Counter
from copy import deepcopy
from dataclasses import asdict, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np
import onnx
import onnxruntime as ort
import torch
from torch import Tensor

from core.color import LAB_CONVENTION
from core.files.atomic import atomic_file
from core.inference.model_spec import CONTRACT
from training.config import ExportConfig, ReadoutConfig
from training.data.sources import read_rows
from training.engine.checkpoint import without_paths
from training.engine.export_source import load_source
from training.engine.initial_weights import GENERATOR, exported_weights, latent_file
from training.engine.onnx_export import OPSET, ExportError, write_sha256
from training.evaluation.model_card import model_card, with_file_facts
from training.models.color_bins import ColorBins
from training.models.fixed_padding import fix_same_padding
from training.models.generator import Generator
from training.models.loading import CheckpointError
from training.models.readout import ExportReadout, Readout

Config = TypeVar("Config", ExportConfig, ReadoutConfig)

#: Largest |difference| of ab, in Lab units, that ONNX Runtime may show against PyTorch.
TOLERANCE = 0.05


def example_inputs(
    generator: Generator, height: int, width: int, seed: int = 0
) -> dict[str, Tensor]:
    """Random inputs of every kind the generator takes, N = 1."""
    draw = torch.Generator().manual_seed(seed)
    inputs = {"L": torch.rand(1, 1, height, width, generator=draw) * 100}
    if generator.config.hints:
        mask = (torch.rand(1, 1, height, width, generator=draw) < 0.001).float()
        ab = torch.randn(1, 2, height, width, generator=draw) * 30
        inputs["hints"] = torch.cat((ab * mask, mask), dim=1)
    if generator.config.noise_size:
        inputs["z"] = torch.randn(1, generator.config.noise_size, generator=draw)
    return inputs


def export(readout: ExportReadout, path: Path, metadata: dict[str, str]) -> None:
    """Write the .onnx with dynamic N, H and W, checked by onnx's own checker."""
    readout = deepcopy(readout)
    generator = readout.generator
    side = generator.multiple_of
    fix_same_padding(generator)
    readout.requires_grad_(requires_grad=False)  # what only gradients need stays out of the graph
    inputs = example_inputs(generator, 2 * side, 3 * side)
    outputs = readout.names
    axes = {
        name: {0: "N", 2: "H", 3: "W"} if t.ndim == 4 else {0: "N"} for name, t in inputs.items()
    }
    axes |= {name: {0: "N", 2: f"H_{name}", 3: f"W_{name}"} for name in outputs}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracing exporter announces its successor
        torch.onnx.export(
            readout,
            kwargs=inputs,
            f=str(path),
            input_names=list(inputs),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=OPSET,
            do_constant_folding=False,
            training=torch.onnx.TrainingMode.PRESERVE,  # keeps BatchNorm, and so every name
            dynamo=False,
        )
    model = onnx.load(path)
    onnx.helper.set_model_props(model, metadata)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)


def contract_metadata(
    generator: Generator, facts: ExportConfig, config: dict[str, Any]
) -> dict[str, str]:
    """The metadata properties that ``core.inference.model_file`` asks for."""
    has_bins = getattr(generator, "bin_head", None) is not None
    return {
        "autochrome.contract": str(CONTRACT),
        "name": facts.name,
        "version": facts.version,
        "lab_convention": LAB_CONVENTION,
        "multiple_of": str(generator.multiple_of),
        "default_size": str(facts.size),
        "max_size": str(facts.max_size),
        "trained_on": facts.trained_on,
        "config": json.dumps(config, sort_keys=True),
    } | ({"bin_colors": json.dumps(ColorBins().centres.tolist())} if has_bins else {})


def largest_difference(readout: Readout, path: Path, height: int, width: int) -> float:
    """Largest |ab(ONNX Runtime) - ab(PyTorch)| in Lab units on random input."""
    inputs = example_inputs(readout.generator, height, width, seed=height)
    session = ort.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    got = session.run(["ab"], {name: tensor.numpy() for name, tensor in inputs.items()})[0]
    with torch.inference_mode():
        expected = readout(**inputs)[0].numpy()
    return float(np.abs(got - expected).max())


def verify(readout: Readout, path: Path) -> dict[str, float]:
    """Parity with PyTorch at three sizes.

    Raises:
        ExportError: they differ by more than `TOLERANCE`.
    """
    side = readout.generator.multiple_of
    many = max(2, 256 // side)
    sizes = [(side, side), (many * side, many * side), (side * many // 2, side * (many + 1))]
    found = {f"{h}x{w}": largest_difference(readout, path, h, w) for h, w in sizes}
    if max(found.values()) > TOLERANCE:
        raise ExportError(f"{path.name} differs from PyTorch by more than {TOLERANCE}: {found}")
    return found


def write_rest(content: dict[str, Any], target: Path) -> None:
    """What of a checkpoint a later run begins with and the model itself has no use for."""
    beside = latent_file(target)
    beside.unlink(missing_ok=True)  # an earlier model's would speak another language
    inside = exported_weights(onnx.load(target))
    left_out = {
        GENERATOR + name: tensor
        for name, tensor in content["ema"].items()
        if name not in inside and not name.endswith("num_batches_tracked")
    }
    if rest := content.get("latent_encoder", {}) | left_out:
        with atomic_file(beside) as stream:
            torch.save(rest, stream)


def sources(manifest: Path) -> dict[str, int]:
    """Training photographs from each source, most first."""
    rows = [row for row in read_rows(manifest) if row.get("split", "train") == "train"]
    return dict(Counter(row["source_repo"] for row in rows).most_common())


def hardware() -> str:
    """The machine of the export, which is the machine of the run."""
    if torch.cuda.is_available():
        return torch.cuda.get_device_name()
    return f"{platform.machine()} CPU, {os.cpu_count()} cores"


def export_checkpoint(
    checkpoint: Path, target: Path, facts: ExportConfig, readout_config: ReadoutConfig
) -> dict[str, Any]:
    """Checkpoint -> verified .onnx, .sha256 and .latent.pt; returns what the card reports.

    Raises:
        ExportError: the file does not agree with PyTorch; ``target`` is as it was.
    """
    content, generator = load_source(checkpoint)
    readout = ExportReadout(generator, readout_config).eval()
    config = {
        "run": without_paths(content["config"]),
        "progress": content["progress"],
        "readout": asdict(readout_config),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent) as folder:
        draft = Path(folder) / target.name  # one that is refused must not replace the one in use
        export(readout, draft, contract_metadata(generator, facts, config))
        parity = verify(readout, draft)
        draft.replace(target)
    write_rest(content, target)
    return {
        "parity": parity,
        "sha256": write_sha256(target),
        "megabytes": target.stat().st_size / 1e6,
        "parameters": sum(p.numel() for p in generator.parameters()),
        "inputs": [i.name for i in onnx.load(target).graph.input],
        "outputs": [o.name for o in onnx.load(target).graph.output],
        "trained_on": facts.trained_on,
        "hardware": hardware(),
        **config,
    }


def write_card(
    model: Path,
    facts: ExportConfig,
    report: dict[str, Any],
    manifest: Path | None,
    evaluation: Path | None,
) -> None:
    """MODEL_CARD.md beside the model, from what `export_checkpoint` reports."""
    named = {"sources": sources(manifest) if manifest else {}, "started_from": facts.started_from}
    tables = evaluation.read_text(encoding="utf-8") if evaluation else None
    card = model_card(facts.name, facts.version, report | named, tables)
    model.with_name("MODEL_CARD.md").write_text(card, encoding="utf-8")


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line; what is not given there stands in the recipe of the checkpoint."""
    parser = argparse.ArgumentParser(
        prog="training.export_onnx",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("checkpoint", type=Path, help="a .pt of training.train, or an exported .onnx")
    add("target", type=Path, help="the .onnx to write; its card goes beside it")
    for setting in (*fields(ExportConfig), *fields(ReadoutConfig)):
        kind = type(setting.default)
        add(f"--{setting.name.replace('_', '-')}", type=kind, help="in place of the recipe's")
    add("--manifest", type=Path, help="CSV (.gz) with source_repo: named in the card")
    add("--evaluation", type=Path, help="evaluation.md for the card")
    return parser.parse_args(argv)


def chosen(kind: type[Config], recipe: dict[str, Any], args: argparse.Namespace) -> Config:
    """The recipe's settings, and on top of them what the command line says."""
    said = {f.name: getattr(args, f.name) for f in fields(kind)}
    return kind(**recipe | {name: value for name, value in said.items() if value is not None})


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 if the file does not agree with PyTorch."""
    args = parse(argv)
    try:
        recipe = load_source(args.checkpoint)[0]["config"]
        facts = chosen(ExportConfig, recipe.get("export", {}), args)
        readout = chosen(ReadoutConfig, recipe.get("readout", {}), args)
        report = export_checkpoint(args.checkpoint, args.target, facts, readout)
    except (ExportError, CheckpointError, FileNotFoundError) as error:
        print(f"export: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    earlier = args.checkpoint.with_name("MODEL_CARD.md")
    if args.checkpoint.suffix == ".onnx" and earlier.is_file():
        card = with_file_facts(earlier.read_text(encoding="utf-8"), report)
        args.target.with_name("MODEL_CARD.md").write_text(card, encoding="utf-8")
    else:
        write_card(args.target, facts, report, args.manifest, args.evaluation)
    summary = {key: report[key] for key in ("sha256", "megabytes", "parameters", "parity")}
    print(json.dumps(summary, indent=2))  # noqa: T201 - a command line speaks
    return 0


if __name__ == "__main__":
    sys.exit(main())
