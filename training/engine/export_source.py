"""What an export is made from: a checkpoint, or an exported model, to be exported anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import dacite
import onnx

from training.config import GeneratorConfig
from training.engine.initial_weights import load_initial_weights
from training.models.generator import Generator, build_generator
from training.models.loading import load_content, load_generator, load_weights


def load_source(path: Path) -> tuple[dict[str, Any], Generator]:
    """Content as a checkpoint has it, and the generator, of a checkpoint or an exported .onnx.

    Raises:
        FileNotFoundError: there is no such file.
        CheckpointError: it is something else, or cut short.
    """
    if path.suffix != ".onnx":
        return load_content(path), load_generator(path)
    initial = load_initial_weights(path)
    stated = json.loads(exported_metadata(path)["config"])
    config = dacite.from_dict(GeneratorConfig, stated["run"]["generator"] | {"weights": "none"})
    generator = build_generator(config).eval()
    load_weights(generator, initial.generator, path)
    run = stated["run"] | {"export": _stated_facts(path), "readout": stated["readout"]}
    content = {
        "ema": initial.generator,
        "latent_encoder": initial.latent_encoder,
        "progress": stated["progress"],
        "config": run,
    }
    return content, generator


def exported_metadata(path: Path) -> dict[str, str]:
    """The metadata properties of an exported model."""
    return {entry.key: entry.value for entry in onnx.load(path).metadata_props}


def _stated_facts(path: Path) -> dict[str, Any]:
    stated = exported_metadata(path)
    words = {key: stated[key] for key in ("name", "version", "trained_on")}
    return words | {"size": int(stated["default_size"]), "max_size": int(stated["max_size"])}
