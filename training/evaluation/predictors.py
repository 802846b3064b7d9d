"""What an evaluation compares, behind one interface: L*, hints and z in, ab and confidence out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from core.color import F32, rgb_to_lab
from core.inference.model_file import load_model_spec
from core.inference.session import open_session
from training.config import ReadoutConfig
from training.data.cache import PhotoCache
from training.evaluation.pictures import even_ab
from training.models.generator import Generator
from training.models.loading import load_generator
from training.models.readout import Readout

_MEAN_AB_PHOTOS = 2000


class Guess(NamedTuple):
    """A predictor's answer."""

    ab: F32  # (2, h, w), Lab units
    confidence: F32 | None = None  # (h, w) in 0..1


#: L* (H, W), hints (3, H, W) or None, z (Z,) or None; H and W are multiples of ``multiple_of``.
Answer = Callable[[F32, F32 | None, F32 | None], Guess]


@dataclass(frozen=True)
class Predictor:
    """Something that colours L*, and what it can be asked for."""

    name: str
    answer: Answer
    multiple_of: int = 1
    hints: bool = False
    z_size: int = 0
    confidence: bool = False

    def __call__(self, L: F32, hints: F32 | None = None, z: F32 | None = None) -> Guess:
        """L* ``(H, W)``, hints ``(3, H, W)`` and z ``(Z,)`` -> a guess; None: automatic."""
        return self.answer(L, hints, z)


def constant(name: str, a: float = 0.0, b: float = 0.0) -> Predictor:
    """The same colour for everything: grey, or the data set's mean."""
    guess = Guess(even_ab(a, b))
    return Predictor(name, lambda _L, _hints, _z: guess)


def mean_ab(cache: Path) -> tuple[float, float]:
    """Mean a*, b* of the training photos, computed once and kept beside the cache.

    Of every seventh pixel of up to 2,000 photos, evenly taken.
    """
    kept = cache / "train.mean_ab.json"
    if not kept.exists():
        photos = PhotoCache(cache, "train")
        chosen = evenly(len(photos), _MEAN_AB_PHOTOS)
        ab = [rgb_to_lab(photos[i][::7, ::7])[..., 1:].reshape(-1, 2) for i in chosen]
        mean = np.concatenate(ab).mean(axis=0, dtype=np.float64)
        kept.write_text(json.dumps({"a": mean[0], "b": mean[1], "photos": len(chosen)}))
    found = json.loads(kept.read_text())
    return float(found["a"]), float(found["b"])


def evenly(total: int, count: int) -> npt.NDArray[np.int64]:
    """``count`` indices below ``total``, evenly spaced; all of them where there are no more."""
    return np.linspace(0, total - 1, min(count, total)).astype(np.int64)


def from_generator(
    name: str, generator: nn.Module, readout: ReadoutConfig | None = None
) -> Predictor:
    """A generator in eval mode, on the device it is on, read as it would be exported."""
    bare = cast("Generator", generator)
    network = Readout(bare, readout or ReadoutConfig()).to(next(bare.parameters()).device)

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        with torch.inference_mode():
            out = network(_batch(L[None], bare), _batch(hints, bare), _batch(z, bare))
        ab, *confidence = (t[0].float().cpu().numpy() for t in out)
        return Guess(ab, confidence[0][0] if confidence else None)

    config = bare.config
    knows_error = hasattr(bare, "error_head")
    return Predictor(
        name, answer, bare.multiple_of, config.hints, config.noise_size, confidence=knows_error
    )


def _batch(array: F32 | None, network: nn.Module) -> torch.Tensor | None:
    """The array as a batch of one, where the network is."""
    if array is None:
        return None
    device = next(network.parameters()).device
    return torch.from_numpy(np.ascontiguousarray(array))[None].to(device)


def from_checkpoint(
    path: Path, readout: ReadoutConfig | None = None, *, ema: bool = True
) -> Predictor:
    """A run's generator, its moving average or its raw weights; named by its folder and file."""
    return from_generator(_name(path), load_generator(path, ema=ema), readout)


def from_onnx(path: Path, threads: int = 1) -> Predictor:
    """An exported model on the CPU, opened as the product opens it."""
    session = open_session(load_model_spec(path), "cpu", threads=threads)
    spec, run = session.spec, session.inference.run
    outputs = ["ab", "confidence"] if spec.has_confidence else ["ab"]

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        feeds = {"L": L[None, None]}
        if spec.has_hints:
            feeds["hints"] = (np.zeros((3, *L.shape), np.float32) if hints is None else hints)[None]
        if spec.z_size:
            feeds["z"] = (np.zeros(spec.z_size, np.float32) if z is None else z)[None]
        ab, *confidence = (cast("F32", out)[0] for out in run(outputs, feeds))
        return Guess(ab, confidence[0][0] if confidence else None)

    return Predictor(
        _name(path), answer, spec.multiple_of, spec.has_hints, spec.z_size, spec.has_confidence
    )


def _name(path: Path) -> str:
    return f"{path.resolve().parent.name}/{path.name}"


def load_predictor(
    path: Path, readout: ReadoutConfig | None = None, *, ema: bool = True
) -> Predictor:
    """A checkpoint or an exported model, by its suffix; ``ema`` as `from_checkpoint` has it.

    Raises:
        FileNotFoundError: there is no such file.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path}: there is no such checkpoint or model.")
    return from_onnx(path) if path.suffix == ".onnx" else from_checkpoint(path, readout, ema=ema)
