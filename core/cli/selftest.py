"""``autochrome --self-test``: the model, the device, the libraries and the window, each tried."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np

from core.batch.limits import Limits
from core.batch.run import run_batch
from core.cli.console import note, output
from core.cli.exit_status import FAILED, OK
from core.cli.versions import versions
from core.cli.window_process import try_window
from core.color import chroma, rgb_to_L, rgb_to_lab
from core.colorize.colorizer import Colorizer
from core.inference.model_spec import bundled_model
from core.inference.providers import is_built_in
from core.metadata.exif import Entry, Exif, Ifd, to_blob
from core.metadata.metadata import Metadata
from core.metadata.provenance import Provenance
from core.photo.photo import Photo
from core.photo.read import read_photo
from core.photo.write import write_photo
from core.queue.job import NewJob
from core.queue.store import JobStore
from core.repair.repair import bundled_repairer
from core.resources import resource
from core.sharing.frames import ShareOptions
from core.sharing.share import share
from core.version import __version__

_SAMPLE: Final = "samples/astronaut.jpg"
_WORDS: Final = b"autochrome self-test"
_SHARED: Final = (".jpg", ".webp", ".gif")


def run() -> int:
    """Print the report, and why a build with CUDA does not use it; returns the exit status."""
    # "auto" gives no reason where there is no card; who tries a build with CUDA wants to know
    report = self_test("cuda" if is_built_in("cuda") else "auto")
    output(json.dumps(report, indent=2))
    if reason := report["device"]["fallback_reason"]:
        note(reason)
    return OK if report["ok"] else FAILED


def self_test(device: str = "auto", model: Path | None = None) -> dict[str, Any]:
    """Try everything once and report, as plain values for JSON.

    ``ok`` is whether every one of ``checks`` passed; a check has ``name``, ``ok``, ``seconds`` and
    ``detail``, which says what was found or what went wrong.
    """
    checks: list[dict[str, Any]] = []
    model = model or bundled_model()
    colorizer = _tried(checks, "model", lambda: Colorizer(model, device=device))
    if colorizer is not None:
        _tried(checks, "colorize", lambda: _colorized(colorizer))
        _tried(checks, "batch", lambda: _worked_off(colorizer))
    _tried(checks, "tiff16", _round_trip)
    _tried(checks, "repair", _repaired)
    _tried(checks, "share", _shared)
    window = _tried(checks, "window", lambda: try_window(model, device)) or {}
    return {
        "ok": all(check["ok"] for check in checks),
        "checks": checks,
        "device": _device(colorizer, device),
        "window": window,
        "versions": versions() | window.get("versions", {}),
    }


def _tried(checks: list[dict[str, Any]], name: str, check: Callable[[], Any]) -> Any:  # noqa: ANN401
    """The check's value, or None; either way one more entry in ``checks``."""
    start = time.perf_counter()
    value, ok = None, False
    try:
        value = check()
        ok, detail = True, _detail(value)
    except Exception as error:  # noqa: BLE001  (whatever breaks is what a self-test is for)
        detail = f"{type(error).__name__}: {error}"
    seconds = round(time.perf_counter() - start, 3)
    checks.append({"name": name, "ok": ok, "seconds": seconds, "detail": detail})
    return value


def _detail(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, Colorizer):
        return f"{value.spec.name} {value.spec.version}"
    return value["detail"] if isinstance(value, dict) else value


def _colorized(colorizer: Colorizer) -> str:
    """A sample gets colours and keeps its luminance (DESIGN.md, promise 2)."""
    photo = read_photo(resource(_SAMPLE))
    result = colorizer.colorize(photo).render()
    drift = np.abs(rgb_to_L(result.pixels) - rgb_to_L(photo.pixels))
    mean_chroma = float(chroma(rgb_to_lab(result.pixels)[..., 1:]).mean())
    _must(float(drift.mean()) <= 0.3, f"luminance moved by {drift.mean():.2f} L* on average")
    _must(mean_chroma > 1, f"the sample stayed grey (mean chroma {mean_chroma:.2f})")
    return f"mean |dL*| {drift.mean():.3f}, mean chroma {mean_chroma:.1f}"


def _worked_off(colorizer: Colorizer) -> str:
    """A queue of one photo, by the engine of folders."""
    # a disk that is nearly full is not what is tried here
    limits = Limits(disk_reserve_mb=0, when_disk_full="stop")
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "colour.jpg"
        with JobStore(Path(folder) / "queue.sqlite3") as store:
            store.add([NewJob(resource(_SAMPLE), target)])
            summary = run_batch(store, colorizer, limits=limits)
            errors = [job.error for job in store.jobs() if job.error]
        _must(summary.done == 1, "; ".join(errors) or summary.reason)
        _must(not read_photo(target).is_grey, "the result has no colours")
    return "a photo from the queue to its file"


def _round_trip() -> str:
    """16 bits and metadata survive a TIFF file."""
    ramp = np.arange(64 * 1024, dtype=np.uint16).reshape(64, 1024)
    photo = Photo(
        np.dstack((ramp, ramp[::-1], ramp.T.reshape(ramp.shape))),
        metadata=Metadata(exif=_exif(_WORDS), resolution=(10.0, 10.0)),
        format="tiff",
    )
    provenance = Provenance("self-test", "0", "0" * 64, f"Autochrome {__version__}", {})
    with tempfile.TemporaryDirectory() as folder:
        path = write_photo(photo, Path(folder) / "ramp.tif", provenance=provenance)
        back = read_photo(path)
    _must(np.array_equal(back.pixels, photo.pixels), "16-bit pixels changed")
    _must(back.metadata.exif is not None and _WORDS in to_blob(back.metadata.exif), "EXIF was lost")
    _must(back.metadata.resolution == photo.metadata.resolution, "the resolution was lost")
    _must(b"compositeWithTrained" in (back.metadata.xmp or b""), "the provenance was lost")
    return "pixels, EXIF, resolution and provenance kept"


def _repaired() -> str:
    """The detector looks through a sample."""
    return str(bundled_repairer().repair(read_photo(resource(_SAMPLE))))


def _shared() -> str:
    """Every kind of before and after that needs no extra."""
    photo = read_photo(resource(_SAMPLE))
    with tempfile.TemporaryDirectory() as folder:
        for ending in _SHARED:
            path = share(photo, photo, Path(folder) / f"both{ending}", ShareOptions(longest=64))
            _must(path.stat().st_size, f"the {ending} is empty")
    return ", ".join(_SHARED)


def _exif(words: bytes) -> Exif:
    """A tree whose one tag is ImageDescription (0x010E, ASCII)."""
    return Exif(ifd0=Ifd({0x010E: Entry(2, words + b"\0")}))


def _must(held: object, otherwise: str) -> None:
    if not held:
        raise ValueError(otherwise)


def _device(colorizer: Colorizer | None, wanted: str) -> dict[str, str | None]:
    session = colorizer.session if colorizer else None
    return {
        "wanted": wanted,
        "got": session.device if session else None,
        "provider": session.provider if session else None,
        "fallback_reason": session.fallback_reason if session else None,
    }
