"""A foreign model as a `ModelSpec`: its family known by its tensors, the rest by a sample."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import onnxruntime as ort

from core.color import F32
from core.errors import ModelContractError, SessionError
from core.inference.description import PLAIN, ModelDescription
from core.inference.families import KNOWN, recognise
from core.inference.families.conventions import Conventions
from core.inference.families.family import Family, Layout
from core.inference.families.guess import guess_conventions, guess_mask, sample_L
from core.inference.families.plain import Plain
from core.inference.fit import Fit
from core.inference.foreign_network import ForeignNetwork, fixed_sides
from core.inference.model_spec import ModelSpec, UsedNetwork
from core.inference.providers import ORT_ERRORS, first_line
from core.inference.signature import Signature, Tensor

#: Pixels of a free picture's sides: all known encoders halve five times.
_MULTIPLE: Final = 32
#: Short side of what a network sees that takes any: what DDColor and DeOldify are asked for by
#: their own scripts lies between 256 and 560.
_DEFAULT: Final = 512
_LARGEST: Final = 2048
_MOST_LETTERS: Final = 200
#: The fit into a fixed picture: see docs/models.md.
DEFAULT_FIT: Final = Fit.AUTO


def foreign_spec(
    path: Path,
    sha256: str,
    inference: ort.InferenceSession,
    signature: Signature,
    described: ModelDescription,
) -> ModelSpec:
    """What is known of a foreign model once it is open.

    Raises:
        ModelContractError: it is of no family that is known, or not of the one that was named.
    """
    family, layout = recognise(path, signature, family_named(described))
    fixed = fixed_sides(layout)
    if fixed and max(fixed) > _LARGEST:
        raise ModelContractError(f"{path.name} takes pictures of {fixed} pixels alone.", path)
    candidates = family.candidates(signature)
    guessed = described.guessed
    conventions = described.conventions
    if conventions is None:
        conventions, guessed = _guessed(path, inference, layout, candidates), len(candidates) > 1
    size = min(fixed) if fixed else described.size or _DEFAULT
    fit = described.fit or DEFAULT_FIT
    name = (described.name or path.stem)[:_MOST_LETTERS]
    return ModelSpec(
        path=path,
        sha256=_identity(sha256, conventions, candidates, fit),
        contract=0,
        name=name,
        version="",
        multiple_of=size if fixed else _MULTIPLE,
        default_size=size,
        max_size=size if fixed else _LARGEST,
        trained_on="",
        config={},
        has_hints=layout.has_hints,
        z_size=0,
        has_confidence=False,
        family=family.name,
        fixed=fixed,
        fit=fit,
        conventions=conventions,
        guessed=guessed,
        networks=(UsedNetwork(name, sha256, family=family.name),),
    )


def foreign_network(
    spec: ModelSpec, inference: ort.InferenceSession, signature: Signature
) -> ForeignNetwork:
    """The network of a model that `foreign_spec` has described."""
    conventions = spec.conventions or Conventions()
    family = _family(spec.family, conventions)
    _, layout = recognise(spec.path, signature, family)
    return ForeignNetwork(inference, layout, conventions)


def family_named(described: ModelDescription) -> Family | None:
    """The family a person has named; None where none was."""
    if described.family is None:
        return None
    return _family(described.family, described.conventions or Conventions())


def _family(name: str, conventions: Conventions) -> Family:
    if name == PLAIN:
        return Plain(conventions)
    found = next((family for family in KNOWN if family.name == name), None)
    if found is None:
        raise ModelContractError(f"there is no family {name} of foreign models.")
    return found


def _guessed(
    path: Path,
    inference: ort.InferenceSession,
    layout: Layout,
    candidates: tuple[Conventions, ...],
) -> Conventions:
    network = ForeignNetwork(inference, layout, candidates[0])
    sides = fixed_sides(layout) or (_sample_side(layout.picture),) * 2

    def run(conventions: Conventions, L: F32) -> F32:
        return network.raw(conventions, L)

    def told(conventions: Conventions, L: F32, hints: F32) -> F32:
        return network.raw(conventions, L, hints)

    L = sample_L(*sides)
    try:
        if layout.has_hints:
            candidates = guess_mask(candidates, run, told, L)
        return guess_conventions(candidates, run, L)
    except ModelContractError as error:
        raise ModelContractError(f"{path.name}: {error}", path) from error
    except ORT_ERRORS as error:
        message = f"ONNX Runtime cannot run {path.name}: {first_line(error)}"
        raise SessionError(message, path) from error


def _sample_side(picture: Tensor) -> int:
    """A small picture says as much as a large one."""
    return next((side for side in picture.shape[2:] if side is not None), 256)


def _identity(
    sha256: str, conventions: Conventions, candidates: tuple[Conventions, ...], fit: Fit
) -> str:
    """The file's hash; of a model that is read otherwise than usual a hash of that as well."""
    if conventions == candidates[0] and fit is DEFAULT_FIT:
        return sha256
    return hashlib.sha256(f"{sha256}\n{conventions}\n{fit}".encode()).hexdigest()
