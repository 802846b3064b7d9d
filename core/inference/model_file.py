"""A model file, verified before anything runs through it: `load_model_spec`.

The contract stands in `core.inference.model_spec`. The file is read by ONNX Runtime itself: the
``onnx`` package is not needed to use a model.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import onnxruntime as ort

from core.codec import parse_json
from core.color import LAB_CONVENTION
from core.errors import (
    InvalidDataError,
    ModelContractError,
    ModelCorruptError,
    ModelHashError,
    ModelNotFoundError,
    system_reason,
)
from core.inference.description import ModelDescription, description_beside
from core.inference.earlier_models import EARLIER
from core.inference.families.autochrome import ContractNetwork
from core.inference.foreign_model import foreign_network, foreign_spec
from core.inference.library import find_by_hash
from core.inference.model_spec import CONTRACTS, METADATA_KEYS, OWN_FAMILY, ModelSpec, bundled_model
from core.inference.network import Network
from core.inference.providers import ORT_ERRORS, first_line
from core.inference.signature import Signature, Tensor
from core.inference.vetting import vet

#: Channels (axis 1) of every tensor; `_ANY` fixed number of them; None: a vector of any length.
_INPUTS: Final[Mapping[str, int | None]] = {"L": 1, "hints": 3, "z": None}
_ANY: Final = 0
_OUTPUTS: Final[Mapping[str, int | None]] = {
    "ab": 2,
    "confidence": 1,
    "bins": _ANY,
    "features": _ANY,
}


#: ONNX Runtime's names of types -> numpy's.
_DTYPES: Final[Mapping[str, str]] = {
    "tensor(float)": "float32",
    "tensor(float16)": "float16",
    "tensor(double)": "float64",
    "tensor(uint8)": "uint8",
}

#: A model file may be anybody's: numbers and texts that no model has are refused. Pixels of a side,
#: letters of a name, and a*, b* of a colour that anybody has seen.
_MOST_PIXELS: Final = 65_536
_MOST_DIGITS: Final = 12
_MOST_LETTERS: Final = 200
_MOST_CHROMA: Final = 200.0


def load_model_spec(
    path: Path,
    *,
    expected_sha256: str | None = None,
    described: ModelDescription | None = None,
    sha256: str | None = None,
) -> ModelSpec:
    """Read and verify a model file.

    Without ``expected_sha256`` the hash is taken from ``<stem>.sha256`` beside the model (the
    format of ``sha256sum``), where there is such a file: the bundled model has one.

    Args:
        path: an ``.onnx`` file.
        expected_sha256: what it has to be.
        described: what a person says of a foreign model; None is found out.
        sha256: the hash that `vetted_sha256` gave, of a file that it has just looked at.

    Raises:
        ModelNotFoundError: there is no such file.
        ModelHashError: its bytes are not the expected ones.
        ModelCorruptError: not an ONNX file, or a truncated one.
        ModelUnsafeError: it asks for what no colorizer needs.
        ModelContractError: an ONNX file of another contract; the message says what differs.
    """
    sha256 = sha256 or vetted_sha256(path, expected_sha256)
    return spec_of(path, sha256, _open(path), described)


def vetted_sha256(path: Path, expected: str | None = None) -> str:
    """The hash that names a model, whose file is verified and may be opened.

    Raises:
        ModelNotFoundError, ModelHashError, ModelCorruptError, ModelUnsafeError: see above.
    """
    return vet(path, verified_hash(path, expected or published_sha256(path))).sha256


def spec_of(
    path: Path,
    sha256: str,
    session: ort.InferenceSession,
    described: ModelDescription | None = None,
) -> ModelSpec:
    """What a session of a verified file says of the model.

    What a foreign model's file leaves open is taken from ``described``, or else from the library of
    models, or from a TOML file beside it, or found out by a sample.

    Raises:
        ModelContractError: it is a model of another contract, or of no family that is known.
    """
    signature = signature_of(session)
    if not signature.metadata.keys() & set(METADATA_KEYS):
        known = described or find_by_hash(sha256) or description_beside(path)
        return foreign_spec(path, sha256, session, signature, known or ModelDescription())
    inputs = _tensors(path, "input", session.get_inputs(), _INPUTS)
    outputs = _tensors(path, "output", session.get_outputs(), _OUTPUTS)
    metadata = session.get_modelmeta().custom_metadata_map
    return ModelSpec(
        path=path,
        sha256=sha256,
        **_facts(path, metadata),
        has_hints="hints" in inputs,
        z_size=inputs.get("z", 0),
        has_confidence="confidence" in outputs,
        has_features="features" in outputs,
        bin_colors=_bin_colors(path, metadata, outputs["bins"]) if "bins" in outputs else (),
        earlier=_earlier(sha256),
    )


def _earlier(sha256: str) -> frozenset[str]:
    """The hashes of those whose place the program's own model takes; none of another's."""
    ours = sha256 == published_sha256(bundled_model())
    return frozenset(EARLIER) if ours else frozenset()


def network_of(session: ort.InferenceSession, spec: ModelSpec) -> Network:
    """The network that a session of ``spec`` runs."""
    if spec.family == OWN_FAMILY:
        return ContractNetwork(session, spec)
    return foreign_network(spec, session, signature_of(session))


def signature_of(session: ort.InferenceSession) -> Signature:
    """Names, shapes and types of an open model's tensors, and its metadata."""
    return Signature(
        tuple(map(_tensor, session.get_inputs())),
        tuple(map(_tensor, session.get_outputs())),
        dict(session.get_modelmeta().custom_metadata_map),
    )


def _tensor(found: Any) -> Tensor:  # noqa: ANN401  (ONNX Runtime has no types)
    shape = tuple(side if isinstance(side, int) and side > 0 else None for side in found.shape)
    return Tensor(found.name, shape, _DTYPES.get(found.type, str(found.type)))


def published_sha256(path: Path) -> str | None:
    """The first word of ``<stem>.sha256`` beside the model, or None where there is no such file."""
    published = path.with_suffix(".sha256")
    if not published.is_file():
        return None
    words = published.read_text(encoding="utf-8", errors="replace").split()
    return words[0] if words else ""


def verified_hash(path: Path, expected: str | None) -> str:
    """SHA-256 of a model file, in hexadecimal.

    Raises:
        ModelNotFoundError: there is no such file.
        ModelHashError: its bytes are not the expected ones.
        ModelCorruptError: it cannot be read.
    """
    if not path.is_file():
        raise ModelNotFoundError(f"there is no model file {path.name}: check its path.", path)
    try:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        message = f"the model {path.name} cannot be read: {system_reason(error)}."
        raise ModelCorruptError(message, path) from error
    if expected is not None and found != expected.lower():
        raise ModelHashError(
            f"the model {path.name} is not the file that was published (its SHA-256 starts with "
            f"{found[:12]}, expected {expected[:12] or 'nothing'}): download or copy it again.",
            path,
        )
    return found


def _open(path: Path) -> ort.InferenceSession:
    """Only to read it: unoptimised, on the CPU, and silent."""
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    options.intra_op_num_threads = 1
    try:
        return ort.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], enable_fallback=0
        )
    except ORT_ERRORS as error:
        message = (
            f"{path.name} is not a whole ONNX model that ONNX Runtime {ort.__version__} can open: "
            f"get it again from its source ({first_line(error)})."
        )
        raise ModelCorruptError(message, path) from error


def _tensors(
    path: Path, kind: str, found: list[Any], contract: Mapping[str, int | None]
) -> dict[str, int]:
    """Names of the tensors -> their channels, each checked against the contract."""
    required = next(iter(contract))
    names = {tensor.name for tensor in found}
    if required not in names:
        raise _violation(path, f"it has no {kind} called {required}")
    for tensor in found:
        if tensor.name not in contract:
            raise _violation(path, f"its {kind} {tensor.name} is not part of the contract")
        if tensor.type != "tensor(float)":
            raise _violation(path, f"its {kind} {tensor.name} is {tensor.type}, not float32")
        _check_shape(path, f"{kind} {tensor.name}", tensor.shape, contract[tensor.name])
    return {tensor.name: tensor.shape[1] for tensor in found}


def _check_shape(path: Path, what: str, shape: list[Any], channels: int | None) -> None:
    """(N, C, H, W), or (N, Z) where ``channels`` is None; only axis 1 is fixed."""
    rank = 2 if channels is None else 4
    wanted = "(N, Z)" if channels is None else f"(N, {channels or 'C'}, H, W)"
    fixed = len(shape) == rank and isinstance(shape[1], int) and shape[1] == (channels or shape[1])
    if not fixed or any(isinstance(side, int) for axis, side in enumerate(shape) if axis != 1):
        raise _violation(path, f"its {what} has the shape {tuple(shape)}, not a dynamic {wanted}")


def _facts(path: Path, metadata: Mapping[str, str]) -> dict[str, Any]:
    """The metadata properties as ModelSpec's fields."""
    missing = [key for key in METADATA_KEYS if key not in metadata]
    if missing:
        raise _violation(path, f"it does not state {', '.join(missing)}")
    contract = _positive(path, metadata, "autochrome.contract")
    if contract not in CONTRACTS:
        known = " and ".join(map(str, CONTRACTS))
        raise _violation(path, f"it follows contract {contract}, this program knows {known}")
    if metadata["lab_convention"] != LAB_CONVENTION:
        convention = metadata["lab_convention"]
        raise _violation(path, f"its Lab convention is {convention}, not {LAB_CONVENTION}")
    sizes = {key: _positive(path, metadata, key) for key in METADATA_KEYS[4:7]}
    if sizes["default_size"] > sizes["max_size"]:
        raise _violation(path, "its default_size is larger than its max_size")
    words = {key: metadata[key] for key in ("name", "version", "trained_on")}
    if any(len(words[key]) > _MOST_LETTERS for key in ("name", "version")):
        raise _violation(path, f"its name or version has more than {_MOST_LETTERS} letters")
    return {"contract": contract, **words, **sizes, "config": _config(path, metadata["config"])}


def _positive(path: Path, metadata: Mapping[str, str], key: str) -> int:
    text = metadata[key].strip()
    # int() itself is slow, and then refuses, where there are thousands of digits
    number = int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0
    if not 0 < number <= _MOST_PIXELS:
        raise _violation(path, f"its {key} is {text[:40]!r}, no whole number up to {_MOST_PIXELS}")
    return number


def _config(path: Path, text: str) -> dict[str, Any]:
    try:
        config = parse_json(text)
    except InvalidDataError as error:
        raise _violation(path, "its config is not JSON") from error
    if not isinstance(config, dict):
        raise _violation(path, "its config is not a JSON object")
    return config


def _bin_colors(
    path: Path, metadata: Mapping[str, str], bins: int
) -> tuple[tuple[float, float], ...]:
    """a*, b* of each of so many bins."""
    try:
        colors = tuple((float(a), float(b)) for a, b in parse_json(metadata["bin_colors"]))
    except (KeyError, ValueError, TypeError) as error:
        raise _violation(path, "its bin_colors are not a list of a*, b*") from error
    if len(colors) != bins or not all(abs(a) <= _MOST_CHROMA >= abs(b) for a, b in colors):
        raise _violation(path, f"its bin_colors are not {bins} colours, one for each of its bins")
    return colors


def _violation(path: Path, what: str) -> ModelContractError:
    return ModelContractError(f"{path.name} is not a model this program can use: {what}.", path)
