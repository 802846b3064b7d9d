"""Small networks that come with the program: their files verified, opened on the CPU."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import onnxruntime as ort

from core.color import F32
from core.errors import ModelContractError, ModelCorruptError, OutOfMemoryError, SessionError
from core.inference.model_file import published_sha256, vetted_sha256
from core.inference.providers import ORT_ERRORS, first_line, is_out_of_memory

_SILENT: Final = 4
_RUN_ERRORS: Final[tuple[type[Exception], ...]] = (MemoryError, *ORT_ERRORS)


@dataclass(frozen=True)
class Contract:
    """What a file must say of itself, and do.

    Attributes:
        key: the metadata property that holds the contract's version.
        version: the one that this program knows.
        keys: metadata properties that must be there, ``key`` too.
        input, output: its only tensors.
        looks_for: what it finds, for messages: "damage".
    """

    key: str
    version: str
    keys: tuple[str, ...]
    input: str
    output: str
    looks_for: str


@dataclass(frozen=True, eq=False)
class SmallModel:
    """An open network: its contract, its metadata properties, the SHA-256 of its file."""

    contract: Contract
    facts: Mapping[str, str]
    sha256: str
    session: ort.InferenceSession

    def run(self, values: F32) -> F32:
        """The output of one picture (C, H, W), without the batch.

        Raises: as `run_batch`.
        """
        return cast("F32", self.run_batch(values[None])[0])

    def run_batch(self, values: F32) -> F32:
        """The output of a batch of pictures (N, C, H, W).

        Raises:
            OutOfMemoryError: the pictures are too large.
            SessionError: ONNX Runtime failed.
        """
        contract = self.contract
        try:
            answer = self.session.run([contract.output], {contract.input: values})[0]
        except _RUN_ERRORS as error:
            what = contract.looks_for
            if is_out_of_memory(error):
                raise OutOfMemoryError(f"there is not enough memory to look for {what}.") from error
            raise SessionError(f"{what} could not be looked for: {first_line(error)}.") from error
        return cast("F32", answer)


def open_small_model(path: Path, contract: Contract, *, threads: int = 0) -> SmallModel:
    """Verify a file and open it on the CPU; ``threads`` of 0 are one for each physical core.

    Raises:
        ModelNotFoundError: there is no such file.
        ModelHashError, ModelCorruptError, ModelUnsafeError: as of a model that colorizes.
        ModelContractError: it follows another contract; the message says what differs.
    """
    sha256 = vetted_sha256(path, published_sha256(path))
    options = ort.SessionOptions()
    options.log_severity_level = _SILENT
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        session = ort.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], enable_fallback=0
        )
    except ORT_ERRORS as error:
        message = f"{path.name} is no whole ONNX model: get it again ({first_line(error)})."
        raise ModelCorruptError(message, path) from error
    facts: Mapping[str, str] = session.get_modelmeta().custom_metadata_map
    troubles = _troubles(contract, facts, session)
    if troubles:
        raise ModelContractError(f"{path.name} finds no {contract.looks_for}: {troubles[0]}.", path)
    return SmallModel(contract, facts, sha256, session)


def _troubles(
    contract: Contract, facts: Mapping[str, str], session: ort.InferenceSession
) -> list[str]:
    """What differs from the contract."""
    lacking = [key for key in contract.keys if key not in facts]
    version = facts.get(contract.key)
    inputs = {tensor.name for tensor in session.get_inputs()}
    outputs = {tensor.name for tensor in session.get_outputs()}
    checks = (
        (f"it lacks {', '.join(lacking)}", bool(lacking)),
        (f"its contract is {version}, this program knows {contract.version}",
         version != contract.version),
        (f"its input is not {contract.input} alone", inputs != {contract.input}),
        (f"its output is not {contract.output} alone", outputs != {contract.output}),
    )  # fmt: skip
    return [trouble for trouble, wrong in checks if wrong]
