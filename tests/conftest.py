"""Shared fixtures."""

from __future__ import annotations

import ctypes
import json
import os
import select
import signal
import struct
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import numpy as np
import onnx
import platformdirs
import pytest
from onnx import TensorProto, helper
from onnx.numpy_helper import from_array

from core.inference import vetting
from core.repair.repair import bundled_detector
from tests.tiny_detector import write_detector

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Ctrl-C means what it says, also where the tests run as a background job that ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(autouse=True, scope="session")
def _cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Optimized copies of models lie in a folder of these tests, and not in the person's cache."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))  # what the tests' own processes inherit
        patch.setattr(platformdirs, "user_cache_dir", lambda *_, **__: str(folder / "autochrome"))
        yield folder


@pytest.fixture(autouse=True)
def _vetted(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test waits for the process that opens a new model first, but those that are about it."""
    if "opens_apart" not in request.keywords:
        monkeypatch.setattr(vetting, "is_known", lambda _sha256: True)


@pytest.fixture
def rng() -> np.random.Generator:
    """A generator that draws the same numbers in every run."""
    return np.random.default_rng(20261122)


TINY_METADATA = {
    "autochrome.contract": "1",
    "name": "tiny",
    "version": "0.1",
    "lab_convention": "cie-lab-d65-srgb",
    "multiple_of": "32",
    "default_size": "64",
    "max_size": "512",
    "trained_on": "nothing: a formula",
    "config": json.dumps({"made_by": "tests/conftest.py"}),
}


#: a*, b* of the tiny model's bins: a grey, a red, a green, a blue.
TINY_BINS = ((0.0, 0.0), (60.0, 40.0), (-40.0, 40.0), (20.0, -60.0))


def _tiny_graph(hints: bool, z: int, confidence: bool, likeness: bool) -> onnx.GraphProto:
    """A graph of the contract whose answer is a formula, at a quarter of the input's sides.

    L' and hints' are 4x4 means: a* = 0.4 (L' - 50), b* = 20 - 0.4 (L' - 50), each plus hints' of
    its own channel and the mean of z; confidence = 1 / (1 + exp(-L' / 50)). With ``likeness`` also
    features = (L' / 25, L' / 50) and bins: L' / 100 times -1, 3, 2, 1.
    """

    def value(name: str, *shape: str | int) -> onnx.ValueInfoProto:
        return helper.make_tensor_value_info(name, TensorProto.FLOAT, list(shape))

    def mean4(source: str, target: str) -> onnx.NodeProto:
        return helper.make_node(
            "AveragePool", [source], [target], kernel_shape=[4, 4], strides=[4, 4]
        )

    f32 = np.float32
    weights = np.array([0.4, -0.4], f32).reshape(2, 1, 1, 1)
    constants = [from_array(weights, "w"), from_array(np.array([-20, 40], f32), "bias")]
    nodes = [mean4("L", "small"), helper.make_node("Conv", ["small", "w", "bias"], ["ab0"])]
    inputs, outputs = [value("L", "N", 1, "H", "W")], [value("ab", "N", 2, "h", "w")]
    last = "ab0"
    if hints:
        inputs.append(value("hints", "N", 3, "H", "W"))
        pick = np.eye(2, 3, dtype=f32).reshape(2, 3, 1, 1)
        constants.append(from_array(pick, "pick"))
        nodes += [mean4("hints", "hints4"), helper.make_node("Conv", ["hints4", "pick"], ["own"])]
        nodes.append(helper.make_node("Add", [last, "own"], [last := "ab1"]))
    if z:
        inputs.append(value("z", "N", z))
        constants.append(from_array(np.array([-1, 1, 1, 1], np.int64), "column"))
        nodes.append(helper.make_node("ReduceMean", ["z"], ["z_mean"], axes=[1], keepdims=1))
        nodes.append(helper.make_node("Reshape", ["z_mean", "column"], ["z4"]))
        nodes.append(helper.make_node("Add", [last, "z4"], [last := "ab2"]))
    nodes.append(helper.make_node("Identity", [last], ["ab"]))
    if confidence:
        outputs.append(value("confidence", "N", 1, "h", "w"))
        constants.append(from_array(np.array(0.02, f32), "slope"))
        nodes.append(helper.make_node("Mul", ["small", "slope"], ["scaled"]))
        nodes.append(helper.make_node("Sigmoid", ["scaled"], ["confidence"]))
    if likeness:
        for name, slopes in (("features", (0.04, 0.02)), ("bins", (-0.01, 0.03, 0.02, 0.01))):
            outputs.append(value(name, "N", len(slopes), f"h_{name}", f"w_{name}"))
            constants.append(from_array(np.array(slopes, f32).reshape(-1, 1, 1, 1), f"to_{name}"))
            nodes.append(helper.make_node("Conv", ["small", f"to_{name}"], [name]))
    return helper.make_graph(nodes, "tiny", inputs, outputs, constants)


@pytest.fixture
def tiny_model(tmp_path: Path) -> Callable[..., Path]:
    """``tiny_model(hints=True, z=8, confidence=True, name=..., metadata={...})`` -> its path.

    ``likeness=True`` makes it one of contract 2, with bins and features. A metadata value of None
    leaves the property out.
    """

    def make(
        *,
        hints: bool = True,
        z: int = 8,
        confidence: bool = True,
        likeness: bool = False,
        name: str = "tiny.onnx",
        metadata: dict[str, str | None] | None = None,
    ) -> Path:
        graph = _tiny_graph(hints, z, confidence, likeness)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
        of_2 = {"autochrome.contract": "2", "bin_colors": json.dumps(TINY_BINS)}
        stated = {**TINY_METADATA, **(of_2 if likeness else {}), **(metadata or {})}
        helper.set_model_props(model, {k: v for k, v in stated.items() if v is not None})
        path = tmp_path / name
        onnx.save(model, str(path))
        return path

    return make


#: ``with count_opens(paths) as opens:`` -> path: how often it was opened, by whatever library.
CountOpens = Callable[[Iterable[Path]], AbstractContextManager[Counter[Path]]]

# inotify(7): what is watched, and the head of what is told
_IN_ACCESS, _IN_CLOSE, _IN_OPEN = 0x01, 0x18, 0x20
_EVENT = struct.Struct("iIII")


@pytest.fixture
def detector(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The detector that comes with the program is one that anybody can predict: its path."""
    path = write_detector(tmp_path / "tiny_detector.onnx")
    monkeypatch.setattr("core.inference.damage_model.bundled_damage_model", lambda: path)
    bundled_detector.cache_clear()
    yield path
    bundled_detector.cache_clear()


@pytest.fixture
def count_opens() -> CountOpens:
    """Counts by the kernel's own events, so that what C libraries open counts as well."""
    if sys.platform != "linux":
        pytest.skip("inotify is Linux'")

    @contextmanager
    def counting(paths: Iterable[Path]) -> Iterator[Counter[Path]]:
        libc = ctypes.CDLL(None, use_errno=True)
        told = libc.inotify_init1(os.O_NONBLOCK)
        # equal events in a row are told as one: reading and closing keep two openings apart
        mask = _IN_OPEN | _IN_ACCESS | _IN_CLOSE
        watched = {libc.inotify_add_watch(told, os.fsencode(path), mask): path for path in paths}
        assert min(watched) > 0, os.strerror(ctypes.get_errno())
        opens: Counter[Path] = Counter()
        over = threading.Event()

        def drain() -> None:
            while select.select([told], [], [], 0.02)[0] or not over.is_set():
                try:
                    events = os.read(told, 1 << 16)
                except BlockingIOError:
                    continue
                while events:
                    watch, what, _, length = _EVENT.unpack_from(events)
                    opens[watched[watch]] += bool(what & _IN_OPEN)
                    events = events[_EVENT.size + length :]

        reader = threading.Thread(target=drain)
        reader.start()
        try:
            yield opens
        finally:
            over.set()
            reader.join()
            os.close(told)

    return counting
