"""A model file is verified before it is used, and each refusal says what is wrong."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import onnx
import pytest

from core.errors import (
    ModelContractError,
    ModelCorruptError,
    ModelHashError,
    ModelNotFoundError,
)
from core.inference.model_file import load_model_spec
from core.inference.model_spec import METADATA_KEYS

MakeModel = Callable[..., Path]


def test_a_whole_model_says_what_it_is(tiny_model: MakeModel) -> None:
    path = tiny_model(z=8)
    spec = load_model_spec(path)
    assert (spec.name, spec.version, spec.contract) == ("tiny", "0.1", 1)
    assert (spec.multiple_of, spec.default_size, spec.max_size) == (32, 64, 512)
    assert (spec.has_hints, spec.z_size, spec.has_confidence) == (True, 8, True)
    assert spec.config == {"made_by": "tests/conftest.py"}
    assert spec.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_hints_noise_and_confidence_are_optional(tiny_model: MakeModel) -> None:
    spec = load_model_spec(tiny_model(hints=False, z=0, confidence=False))
    assert (spec.has_hints, spec.z_size, spec.has_confidence) == (False, 0, False)


def test_bins_and_features_came_with_contract_2(tiny_model: MakeModel) -> None:
    of_1 = load_model_spec(tiny_model())
    assert (of_1.contract, of_1.has_features, of_1.bin_colors) == (1, False, ())
    of_2 = load_model_spec(tiny_model(likeness=True))
    assert (of_2.contract, of_2.has_features) == (2, True)
    assert of_2.bin_colors[1] == (60.0, 40.0)


@pytest.mark.parametrize(
    ("colors", "words"),
    [
        (None, "not a list"),
        ("{", "not a list"),
        ("[1, 2, 3, 4]", "not a list"),
        ("[[0, 0]]", "not 4 colours"),
        ("[[0, 0], [0, 0], [0, 0], [NaN, 0]]", "not a list"),
        ("[[0, 0], [0, 0], [0, 0], [1e300, 0]]", "not 4 colours"),
        ("[" * 100_000, "not a list"),
        ("[" * 90 + "]" * 90, "not a list"),
    ],
)
def test_bins_without_their_colours_are_refused(
    tiny_model: MakeModel, colors: str | None, words: str
) -> None:
    with pytest.raises(ModelContractError, match=f"bin_colors are {words}"):
        load_model_spec(tiny_model(likeness=True, metadata={"bin_colors": colors}))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("max_size", "9" * 5_000, "no whole number"),
        ("max_size", "65537", "no whole number"),
        ("multiple_of", "999999999", "no whole number"),
        ("default_size", "0", "no whole number"),
        ("name", "x" * 201, "200 letters"),
        ("version", "1" * 1_000_000, "200 letters"),
        ("config", '{"a":' * 100_000, "config is not JSON"),
        ("config", '{"a":' * 80 + "1" + "}" * 80, "config is not JSON"),
        ("config", '{"a": ' + "9" * 5_000 + "}", "config is not JSON"),
    ],
    ids=lambda value: value[:12],
)
def test_absurd_numbers_and_depths_are_refused(
    tiny_model: MakeModel, key: str, value: str, words: str
) -> None:
    with pytest.raises(ModelContractError, match=words):
        load_model_spec(tiny_model(metadata={key: value}))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match=r"nowhere\.onnx") as caught:
        load_model_spec(tmp_path / "nowhere.onnx")
    assert caught.value.path == tmp_path / "nowhere.onnx"


@pytest.mark.parametrize("keep", [0, 1, 40, 200, 0.5, 0.98])
def test_a_truncated_model_is_corrupt_and_nothing_is_said_on_stderr(
    tiny_model: MakeModel, keep: float, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tiny_model()
    whole = path.read_bytes()
    path.write_bytes(whole[: int(keep * len(whole)) if isinstance(keep, float) else keep])
    with pytest.raises((ModelCorruptError, ModelContractError), match=r"tiny\.onnx"):
        load_model_spec(path)
    assert capfd.readouterr() == ("", "")


def test_a_file_that_is_something_else_is_corrupt(tmp_path: Path) -> None:
    path = tmp_path / "photo.onnx"
    path.write_bytes(b"\xff\xd8\xff\xe0 not a model" * 100)
    with pytest.raises(ModelCorruptError, match=r"photo\.onnx is not a whole ONNX model"):
        load_model_spec(path)


def test_a_wrong_hash_is_refused(tiny_model: MakeModel) -> None:
    with pytest.raises(ModelHashError, match="0123456789ab"):
        load_model_spec(tiny_model(), expected_sha256="0123456789abcdef" * 4)


def test_the_hash_beside_the_model_is_kept_to(tiny_model: MakeModel) -> None:
    path = tiny_model()
    beside = path.with_suffix(".sha256")
    beside.write_text(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    assert load_model_spec(path).name == "tiny"
    path.write_bytes(path.read_bytes() + b"\0")
    with pytest.raises(ModelHashError):
        load_model_spec(path)
    beside.write_text("")
    with pytest.raises(ModelHashError):
        load_model_spec(path)


@pytest.mark.parametrize("key", METADATA_KEYS)
def test_every_property_is_required(tiny_model: MakeModel, key: str) -> None:
    with pytest.raises(ModelContractError, match=key):
        load_model_spec(tiny_model(metadata={key: None}))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("autochrome.contract", "9", "contract 9, this program knows 1 and 2"),
        ("autochrome.contract", "one", "autochrome.contract is 'one'"),
        ("lab_convention", "cie-lab-d50", "Lab convention is cie-lab-d50"),
        ("multiple_of", "0", "multiple_of is '0'"),
        ("default_size", "1024", "default_size is larger than its max_size"),
        ("max_size", "-5", "max_size is '-5'"),
        ("config", "{", "config is not JSON"),
        ("config", "[]", "config is not a JSON object"),
    ],
)
def test_a_wrong_property_is_named(tiny_model: MakeModel, key: str, value: str, words: str) -> None:
    with pytest.raises(ModelContractError, match=words):
        load_model_spec(tiny_model(metadata={key: value}))


def _rewritten(path: Path, change: Callable[[onnx.ModelProto], None]) -> Path:
    model = onnx.load(str(path))
    change(model)
    onnx.save(model, str(path))
    return path


def _rename(model: onnx.ModelProto, old: str, new: str) -> None:
    for value in (*model.graph.input, *model.graph.output):
        value.name = new if value.name == old else value.name
    for node in model.graph.node:
        for names in (node.input, node.output):
            names[:] = [new if name == old else name for name in names]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("L", "lightness", "no input called L"),
        ("hints", "points", "input points is not part of the contract"),
        ("ab", "rgb", "no output called ab"),
        ("confidence", "trust", "output trust is not part of the contract"),
    ],
)
def test_a_wrong_tensor_name_is_named(
    tiny_model: MakeModel, old: str, new: str, words: str
) -> None:
    path = _rewritten(tiny_model(), lambda model: _rename(model, old, new))
    with pytest.raises(ModelContractError, match=words):
        load_model_spec(path)


def test_a_fixed_size_is_refused(tiny_model: MakeModel) -> None:
    def fix_height(model: onnx.ModelProto) -> None:
        model.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 256

    with pytest.raises(ModelContractError, match=r"input L has the shape .*256.*not a dynamic"):
        load_model_spec(_rewritten(tiny_model(), fix_height))


def test_other_channels_and_types_are_refused(tiny_model: MakeModel) -> None:
    def three_channels(model: onnx.ModelProto) -> None:
        model.graph.input[0].type.tensor_type.shape.dim[1].dim_value = 3
        model.graph.initializer[0].CopyFrom(
            onnx.numpy_helper.from_array(
                onnx.numpy_helper.to_array(model.graph.initializer[0]).repeat(3, 1), "w"
            )
        )

    with pytest.raises(ModelContractError, match=r"input L has the shape \('N', 3, 'H', 'W'\)"):
        load_model_spec(_rewritten(tiny_model(confidence=False), three_channels))

    def double(model: onnx.ModelProto) -> None:
        cast = onnx.helper.make_node("Cast", ["ab"], ["ab64"], to=onnx.TensorProto.DOUBLE)
        model.graph.node.append(cast)
        _rename(model, "ab", "ab32")
        model.graph.output[0].name = "ab"
        model.graph.node[-1].output[0] = "ab"
        model.graph.output[0].type.tensor_type.elem_type = onnx.TensorProto.DOUBLE

    with pytest.raises(ModelContractError, match=r"output ab is tensor\(double\), not float32"):
        load_model_spec(_rewritten(tiny_model(), double))
