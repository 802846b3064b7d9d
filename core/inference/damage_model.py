"""The detector of damage: its file's contract, and `DamageModel`, an open one.

The contract, version 1 (float32, batch and sides dynamic, sides multiples of ``multiple_of``)::

    L       in   (N, 1, H, W)   L* in 0..100
    damage  out  (N, 1, H, W)   0..1: how surely a place is damaged

and the metadata properties of `METADATA_KEYS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import onnxruntime as ort

from core.color import F32, LAB_CONVENTION
from core.errors import ModelContractError, ModelCorruptError, OutOfMemoryError, SessionError
from core.inference.model_file import published_sha256, vetted_sha256
from core.inference.providers import ORT_ERRORS, first_line, is_out_of_memory
from core.resources import resource

CONTRACT: Final = "1"
METADATA_KEYS: Final = (
    "autochrome.damage_contract",
    "name",
    "version",
    "lab_convention",
    "multiple_of",
    "threshold",
    "trained_on",
)
_SILENT: Final = 4
_RUN_ERRORS: Final[tuple[type[Exception], ...]] = (MemoryError, *ORT_ERRORS)


@dataclass(frozen=True, eq=False)
class DamageModel:
    """An open detector.

    Attributes:
        name, version, sha256: of the file.
        multiple_of: pixels that both sides of what it sees are a multiple of.
        threshold: from which ``damage`` on a place is to be repaired, unless one asks otherwise.
    """

    name: str
    version: str
    sha256: str
    multiple_of: int
    threshold: float
    session: ort.InferenceSession

    def __str__(self) -> str:
        return f"{self.name} {self.version} (SHA-256 {self.sha256})"

    def find(self, L: F32) -> F32:
        """L* (H, W) in 0..100, sides multiples of ``multiple_of`` -> damage 0..1 (H, W).

        Raises:
            OutOfMemoryError: the picture is too large.
            SessionError: ONNX Runtime failed.
        """
        try:
            damage = self.session.run(["damage"], {"L": L[None, None]})[0]
        except _RUN_ERRORS as error:
            if is_out_of_memory(error):
                raise OutOfMemoryError("there is not enough memory to look for damage.") from error
            raise SessionError(f"damage could not be looked for: {first_line(error)}.") from error
        return cast("F32", damage[0, 0])


def bundled_damage_model() -> Path:
    """The detector that comes with the program; the file need not be there."""
    return resource("model/repair.onnx")


def open_damage_model(path: Path | None = None, *, threads: int = 0) -> DamageModel:
    """Verify a detector's file and open it on the CPU.

    Args:
        path: None is the bundled one.
        threads: 0 means one for each physical core.

    Raises:
        ModelNotFoundError: there is no such file.
        ModelHashError, ModelCorruptError, ModelUnsafeError: as of a model that colorizes.
        ModelContractError: it follows another contract; the message says what differs.
    """
    path = path or bundled_damage_model()
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
    facts = _facts(path, session)
    return DamageModel(
        facts["name"],
        facts["version"],
        sha256,
        int(facts["multiple_of"]),
        float(facts["threshold"]),
        session,
    )


def _facts(path: Path, session: ort.InferenceSession) -> Mapping[str, str]:
    """The metadata properties. Raises: ModelContractError."""
    facts: Mapping[str, str] = session.get_modelmeta().custom_metadata_map
    inputs = {tensor.name for tensor in session.get_inputs()}
    outputs = {tensor.name for tensor in session.get_outputs()}
    for trouble, wrong in (
        (f"it lacks {', '.join(k for k in METADATA_KEYS if k not in facts)}",
         any(key not in facts for key in METADATA_KEYS)),
        (f"its contract is {facts.get(METADATA_KEYS[0])}, this program knows {CONTRACT}",
         facts.get(METADATA_KEYS[0]) != CONTRACT),
        (f"its Lab convention is {facts.get('lab_convention')}, not {LAB_CONVENTION}",
         facts.get("lab_convention") != LAB_CONVENTION),
        ("its input is not L alone", inputs != {"L"}),
        ("its output is not damage alone", outputs != {"damage"}),
    ):  # fmt: skip
        if wrong:
            raise ModelContractError(f"{path.name} finds no damage: {trouble}.", path)
    return facts
