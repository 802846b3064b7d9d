"""A stranger's model: what is refused before ONNX Runtime sees it, and what in its own process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper
from onnx.numpy_helper import from_array

from core.errors import ModelCorruptError, ModelUnsafeError
from core.inference import vetting
from core.inference.model_check import check_model_file
from core.inference.onnx_file import read_onnx_file
from core.inference.session import open_model
from core.inference.vetting import vet
from tests.models import graphs


def save(path: Path, nodes: list[onnx.NodeProto], **parts: object) -> Path:
    """An unchecked model of one input x and one output y."""
    shape: list[int | str] = [1, 3, 8, 8]
    x, y = (helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in "xy")
    initializers = parts.get("initializers", [])
    graph = helper.make_graph(nodes, "g", [x], [y], initializers)  # type: ignore[arg-type]
    domains = [helper.make_opsetid("", 17), *parts.get("domains", ())]  # type: ignore[misc]
    onnx.save(helper.make_model(graph, opset_imports=domains, ir_version=9), str(path))
    return path


def identity(name: str = "y") -> onnx.NodeProto:
    return helper.make_node("Identity", ["x"], [name])


def test_a_model_is_read_without_being_opened(tmp_path: Path) -> None:
    found = read_onnx_file(graphs.ddcolor(tmp_path / "a.onnx"))
    assert (found.domains, found.own_domains, found.operators) == ({""}, set(), 2)
    assert found.declared == 4 * (2 * 3 + 2)
    assert found.data_files == set()


def test_operators_of_a_library_are_refused_wherever_they_stand(tmp_path: Path) -> None:
    custom = helper.make_node("Evil", ["x"], ["y"], domain="com.evil")
    with pytest.raises(ModelUnsafeError, match=r"a library of its own \(com\.evil\)"):
        check_model_file(save(tmp_path / "a.onnx", [custom]))
    branch = helper.make_graph([custom], "then", [], [])
    nested = helper.make_node("If", ["c"], ["y"], then_branch=branch, else_branch=branch)
    with pytest.raises(ModelUnsafeError, match=r"com\.evil"):
        check_model_file(save(tmp_path / "b.onnx", [nested]))


def test_functions_of_the_file_itself_are_no_library(tmp_path: Path) -> None:
    opset = [helper.make_opsetid("", 17)]
    function = helper.make_function("own", "F", ["x"], ["y"], [identity()], opset)
    path = save(
        tmp_path / "a.onnx",
        [helper.make_node("F", ["x"], ["y"], domain="own")],
        domains=[helper.make_opsetid("own", 1)],
    )
    model = onnx.load(str(path))
    model.functions.append(function)
    onnx.save(model, str(path))
    assert check_model_file(path) == ()


@pytest.mark.parametrize(
    "location",
    ["../weights.bin", "/etc/passwd", "C:\\weights.bin", "a/../../w.bin", "", "none.bin"],
)
def test_weights_elsewhere_are_refused(tmp_path: Path, location: str) -> None:
    tensor = from_array(np.zeros(4, np.float32), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    (tmp_path / "weights.bin").write_bytes(bytes(16))
    (tmp_path / "m").mkdir()
    path = tmp_path / "m" / "a.onnx"
    path.write_bytes(_raw_model([identity()], tensor))
    with pytest.raises(ModelUnsafeError, match=r"outside its own folder|not beside it"):
        check_model_file(path)


def _raw_model(nodes: list[onnx.NodeProto], tensor: onnx.TensorProto) -> bytes:
    shape = [1, 3, 8, 8]
    x, y = (helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in "xy")
    graph = helper.make_graph(nodes, "g", [x], [y], [tensor])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    data: bytes = model.SerializeToString()
    return data


@pytest.mark.skipif(sys.platform == "win32", reason="links need a permission there")
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    path = graphs.ddcolor(tmp_path / "m" / "a.onnx", external="w.bin")
    (tmp_path / "m" / "w.bin").rename(tmp_path / "w.bin")
    (tmp_path / "m" / "w.bin").symlink_to(tmp_path / "w.bin")
    with pytest.raises(ModelUnsafeError, match="outside its own folder"):
        check_model_file(path)


def test_weights_shorter_than_they_say_are_refused(tmp_path: Path) -> None:
    path = graphs.ddcolor(tmp_path / "a.onnx", external="w.bin")
    os.truncate(tmp_path / "w.bin", 8)
    with pytest.raises(ModelUnsafeError, match=r"w\.bin is shorter than it says"):
        check_model_file(path)


@pytest.mark.parametrize("dims", [[1 << 40], [1 << 32, 1 << 32], [-1]])
def test_a_tensor_that_asks_for_more_than_it_holds(tmp_path: Path, dims: list[int]) -> None:
    tensor = TensorProto(name="huge", data_type=TensorProto.FLOAT, dims=dims, raw_data=bytes(16))
    (tmp_path / "a.onnx").write_bytes(_raw_model([identity()], tensor))
    with pytest.raises(ModelUnsafeError, match=r"'huge'.*asks for"):
        check_model_file(tmp_path / "a.onnx")


@pytest.mark.parametrize("keep", [0, 1, 30, 100])
def test_a_file_cut_short_is_no_model(tmp_path: Path, keep: int) -> None:
    path = graphs.ddcolor(tmp_path / "a.onnx")
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(ModelCorruptError, match=r"a\.onnx is not a whole ONNX model"):
        check_model_file(path)


@pytest.mark.parametrize("seed", range(30))
def test_damaged_bytes_never_end_the_reader(tmp_path: Path, seed: int) -> None:
    path = graphs.zhang(tmp_path / "a.onnx", hints="three")
    data = bytearray(path.read_bytes())
    generator = np.random.default_rng(seed)
    for _ in range(10):
        data[generator.integers(len(data))] = generator.integers(256)
    path.write_bytes(data)
    with suppress(ModelCorruptError, ModelUnsafeError):
        check_model_file(path)


@pytest.mark.slow
@pytest.mark.opens_apart
def test_what_was_opened_once_is_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    path = graphs.ddcolor(tmp_path / "a.onnx")
    found = vet(path, "ab" * 32)
    assert found.sha256 == "ab" * 32
    monkeypatch.setattr(vetting, "vetting_command", lambda: ["/nowhere"])
    assert vet(path, "ab" * 32) == found
    with pytest.raises(ModelUnsafeError, match="cannot be tried"):
        vet(path, "cd" * 32)


@pytest.mark.slow
@pytest.mark.opens_apart
def test_a_model_that_unfolds_to_terabytes_ends_its_own_process_alone(tmp_path: Path) -> None:
    shape = from_array(np.array([1 << 21, 1 << 21], np.int64), "shape")
    fill = helper.make_node("ConstantOfShape", ["shape"], ["huge"])
    total = helper.make_node("ReduceSum", ["huge"], ["sum"], keepdims=0)
    path = save(
        tmp_path / "bomb.onnx",
        [fill, total, helper.make_node("Add", ["x", "sum"], ["y"])],
        initializers=[shape],
    )
    with pytest.raises(ModelUnsafeError, match=r"bomb\.onnx is not opened: .* status 4"):
        open_model(path, "cpu")


@pytest.mark.slow
@pytest.mark.opens_apart
def test_a_model_that_never_ends_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    monkeypatch.setattr(vetting, "SECONDS", 0.001)
    with pytest.raises(ModelUnsafeError, match=r"takes more than 0\.001 seconds"):
        vet(graphs.ddcolor(tmp_path / "a.onnx"), "ab" * 32)


@pytest.mark.slow
@pytest.mark.opens_apart
def test_what_onnx_runtime_cannot_open_is_corrupt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: str(tmp_path / "cache"))
    path = save(tmp_path / "a.onnx", [helper.make_node("NoSuchOperator", ["x"], ["y"])])
    with pytest.raises(ModelCorruptError, match=r"a\.onnx is not a whole ONNX model"):
        open_model(path, "cpu")
