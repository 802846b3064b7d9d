"""An ONNX Runtime session on the device that was asked for, or the reason why it is another."""

from __future__ import annotations

from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime as ort

from core.color import F32
from core.errors import SessionError, UnknownDeviceError
from core.inference.description import ModelDescription
from core.inference.devices import DEVICES, PROVIDERS
from core.inference.model_file import (
    load_model_spec,
    network_of,
    published_sha256,
    spec_of,
    verified_hash,
    vetted_sha256,
)
from core.inference.model_spec import ModelSpec, bundled_model
from core.inference.network import Network
from core.inference.optimized_copy import discard, find_copy, is_small, is_whole, new_copy
from core.inference.providers import (
    ORT_ERRORS,
    cuda_driver_trouble,
    first_line,
    is_built_in,
    preload,
    provider_options,
    why_missing,
)
from core.inference.session_options import SILENT, limit_cpu_arena, session_options


@dataclass(frozen=True)
class SessionFacts:
    """What is said of an open model.

    ``provider`` is what ONNX Runtime said it uses, ``device`` the same by its short name; both
    may differ from ``requested``, and then ``fallback_reason`` is a sentence saying why.
    """

    spec: ModelSpec
    requested: str
    provider: str
    device: str
    fallback_reason: str | None


@dataclass(frozen=True)
class Session(SessionFacts):
    """An open model."""

    inference: ort.InferenceSession

    @cached_property
    def network(self) -> Network:
        """What it runs: L* in, a*, b* out."""
        return network_of(self.inference, self.spec)


def open_model(
    path: Path,
    device: str = "auto",
    *,
    threads: int = 0,
    memory_limit_mb: int | None = None,
    described: ModelDescription | None = None,
) -> Session:
    """Verify a model file and open it: `load_model_spec` and `open_session` in one, and faster.

    On the CPU the session is one of an optimized copy (`core.inference.optimized_copy`), made the
    first time; file and copy are hashed while it is created. A file that is new here is checked,
    and opened in a process of its own first (`core.inference.vetting`).

    Args:
        path: an ``.onnx`` file.
        device: one of `core.inference.devices.DEVICES`.
        threads: see `open_session`.
        memory_limit_mb: see `open_session`.
        described: what a person says of a foreign model; None is found out.

    Raises:
        ModelError: as `core.inference.model_file.load_model_spec`.
        SessionError: as `open_session`.
    """
    sha256 = None if path == bundled_model() else vetted_sha256(path)
    if device in DEVICES and _resolved(device) == "cpu":
        how = (device, threads, memory_limit_mb)
        session = (
            _open_bundled(path, *how)
            if sha256 is None
            else _open_vetted(path, sha256, described, *how)
        )
        if session is not None:
            return session
    spec = load_model_spec(path, described=described, sha256=sha256)
    return open_session(spec, device, threads=threads, memory_limit_mb=memory_limit_mb)


def _open_bundled(
    path: Path, device: str, threads: int, memory_limit_mb: int | None
) -> Session | None:
    """A session of the copy, or of the file while the copy is made; None where neither works."""
    ort.set_default_logger_severity(SILENT)
    published = published_sha256(path)
    with ThreadPoolExecutor(2, "autochrome-hash") as pool:
        hashing = pool.submit(verified_hash, path, published)
        # where nothing is published the copy's name is known only after the file has been hashed
        inference = _of_copy(published or hashing.result(), threads, memory_limit_mb, pool)
        sha256 = hashing.result()
    if inference is None:
        inference = _of_file(path, sha256, threads, memory_limit_mb)
    if inference is None:
        return None
    return _described(inference, spec_of(path, sha256, inference), device, None)


def _open_vetted(
    path: Path,
    sha256: str,
    described: ModelDescription | None,
    device: str,
    threads: int,
    memory_limit_mb: int | None,
) -> Session | None:
    """As `_open_bundled`, of a file whose hash is known; a large one has no copy."""
    ort.set_default_logger_severity(SILENT)
    inference = None
    if is_small(path):
        with ThreadPoolExecutor(1, "autochrome-hash") as pool:
            inference = _of_copy(sha256, threads, memory_limit_mb, pool)
    if inference is None:
        inference = _of_file(path, sha256, threads, memory_limit_mb)
    if inference is None:
        return None
    return _described(inference, spec_of(path, sha256, inference, described), device, None)


def _of_copy(
    sha256: str, threads: int, memory_limit_mb: int | None, pool: Executor
) -> ort.InferenceSession | None:
    copy = find_copy(sha256)
    if copy is None:
        return None
    whole = pool.submit(is_whole, copy)
    inference = None
    with suppress(*ORT_ERRORS):
        options = session_options(threads, ort.GraphOptimizationLevel.ORT_DISABLE_ALL)
        inference = _create(copy, "cpu", options, memory_limit_mb)
    if inference is not None and whole.result():
        return inference
    discard(copy)
    return None


def _of_file(
    path: Path, sha256: str, threads: int, memory_limit_mb: int | None
) -> ort.InferenceSession | None:
    with suppress(*ORT_ERRORS), new_copy(sha256) as copy:
        options = session_options(threads)
        if copy is not None and is_small(path):
            options.optimized_model_filepath = str(copy)
        return _create(path, "cpu", options, memory_limit_mb)
    return None


def open_session(
    spec: ModelSpec,
    device: str = "auto",
    *,
    threads: int = 0,
    memory_limit_mb: int | None = None,
    warm_up: bool = False,
) -> Session:
    """Open a verified model on one of `DEVICES`; falls back to the CPU and says why.

    ``auto`` takes CUDA where it really works. It gives a reason for the CPU only on a machine
    with an NVIDIA card: elsewhere nobody expected another device.

    Args:
        spec: the model, from `core.inference.model_file.load_model_spec`.
        device: what is wanted.
        threads: for the CPU; 0 means one for each physical core.
        memory_limit_mb: the most ONNX Runtime may hold at once, weights and working memory, on
            the CPU or on the CUDA card; a picture that needs more fails. None means no limit.
            The other devices have no such setting.
        warm_up: run once at the model's default size, so that the first picture is not slower.

    Raises:
        UnknownDeviceError: ``device`` is not one of `DEVICES`.
        SessionError: ONNX Runtime cannot run the model, not even on the CPU.
    """
    if device not in DEVICES:
        message = f"there is no device called {device}: use one of {', '.join(DEVICES)}."
        raise UnknownDeviceError(message)
    ort.set_default_logger_severity(SILENT)
    inference, reason = None, None
    wanted = _resolved(device)
    if wanted != "cpu":
        inference, reason = _accelerated(spec, wanted, threads, memory_limit_mb)
    try:
        inference = inference or _create(
            spec.path, "cpu", session_options(threads), memory_limit_mb
        )
        if warm_up:
            run_once(inference, spec, spec.default_size)
    except ORT_ERRORS as error:
        message = f"ONNX Runtime cannot run {spec.path.name}: {first_line(error)}"
        raise SessionError(message, spec.path) from error
    return _described(inference, spec, device, reason)


def run_once(inference: ort.InferenceSession, spec: ModelSpec, side: int) -> None:
    """Colorize an empty square and throw it away; ``side`` is rounded up to ``multiple_of``."""
    side = -(-side // spec.multiple_of) * spec.multiple_of
    picture: F32 = np.full(spec.fixed or (side, side), 50.0, np.float32)
    network_of(inference, spec).answer(picture)


def _resolved(device: str) -> str:
    if device != "auto":
        return device
    return "cuda" if is_built_in("cuda") and cuda_driver_trouble() is None else "cpu"


def _accelerated(
    spec: ModelSpec, device: str, threads: int, memory_limit_mb: int | None
) -> tuple[ort.InferenceSession | None, str | None]:
    """The session on ``device`` after one real run, or None and the reason."""
    if not is_built_in(device):
        return None, _fallback_sentence(device, why_missing(device))
    if device == "cuda":
        preload()
    try:
        inference = _create(spec.path, device, session_options(threads), memory_limit_mb)
        if PROVIDERS[device] not in inference.get_providers():
            return None, _fallback_sentence(device, why_missing(device))
        # a provider can load and still fail at its first kernel: a missing cuDNN, an old card
        run_once(inference, spec, spec.multiple_of)
    except ORT_ERRORS as error:
        return None, _fallback_sentence(device, first_line(error))
    return inference, None


def _fallback_sentence(device: str, reason: str) -> str:
    return f"{device} cannot be used, the CPU is: {reason}."


def _create(
    path: Path, device: str, options: ort.SessionOptions, memory_limit_mb: int | None
) -> ort.InferenceSession:
    if device == "directml":  # its documented requirement
        options.enable_mem_pattern = False
    if device == "cpu" and memory_limit_mb is not None:
        limit_cpu_arena(options, memory_limit_mb)
    chain: list[tuple[str, dict[str, str]]] = [
        (PROVIDERS[device], provider_options(device, memory_limit_mb))
    ]
    if device != "cpu":  # for the few operators a provider does not have
        chain.append((PROVIDERS["cpu"], {}))
    # ONNX Runtime's own fall-back prints and then hides what happened
    return ort.InferenceSession(path, options, providers=chain, enable_fallback=0)


def _described(
    inference: ort.InferenceSession, spec: ModelSpec, requested: str, reason: str | None
) -> Session:
    provider = inference.get_providers()[0]
    names = {value: key for key, value in PROVIDERS.items()}
    return Session(spec, requested, provider, names.get(provider, provider), reason, inference)
