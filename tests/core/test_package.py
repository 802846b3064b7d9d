"""What ``import core`` gives, and what it must not cost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from skimage import data, io

import core

#: numpy's BLAS starts its threads when it is loaded. One that is woken goes to sleep once more.
COUNTS_WOKEN_THREADS = """
import sys, time
from pathlib import Path
import numpy as np

main = Path("/proc/self").readlink().name
blas = {task for task in Path("/proc/self/task").iterdir() if task.name != main}

def asleep():
    sleeps = {}
    for task in blas:
        status = dict(line.split(":", 1) for line in (task / "status").read_text().splitlines())
        if "sleeping" not in status["State"]:
            return None
        sleeps[task] = int(status["voluntary_ctxt_switches"])
    return sleeps

def settled():
    while (before := asleep()) is None or (time.sleep(0.05), asleep())[1] != before:
        pass
    return before

from core import Colorizer, Photo
from core.color import lab_to_rgb, rgb_to_lab
rgb = np.random.default_rng(0).integers(0, 256, (600, 400, 3), dtype=np.uint8)
colorizer = Colorizer(Path(sys.argv[1]))
before = settled()
colorizer.colorize(Photo(rgb), recolor=True).render()
colorizer.colorize(Photo(rgb[..., 0])).render()
lab_to_rgb(rgb_to_lab(rgb))
print(len(blas), sum(count != before[task] for task, count in settled().items()))
"""


def test_every_name_is_there() -> None:
    for name in core.__all__:
        assert name == "__version__" or getattr(core, name).__name__ == name
        assert name in dir(core)


def test_the_rooms_export_their_names() -> None:
    for package in (core.photo, core.batch):
        for name in package.__all__:
            assert getattr(package, name).__name__ == name
            assert name in dir(package)


#: How other people's programs have called the core until now; none of it may go.
OLD_ADDRESSES = """
core.AutochromeError core.ColorHint core.Colorization core.Colorizer core.Look core.Photo
core.Provenance core.__version__ core.encode_photo core.parse_hint core.read_photo core.run_batch
core.write_photo core.batch.BatchControl core.batch.Limits core.batch.run_batch core.cli.main
core.color.lab_to_rgb core.color.rgb_to_L core.color.rgb_to_lab core.errors.AutochromeError
core.errors.PhotoError core.errors.WriteError core.photo.Photo core.photo.encode_photo
core.photo.page_count core.photo.read_photo core.photo.write_photo core.resources.resource
"""


@pytest.mark.slow
@pytest.mark.parametrize("address", OLD_ADDRESSES.split())
def test_old_addresses_lead_somewhere(address: str) -> None:
    module, name = address.rsplit(".", 1)
    # in a process of its own: what other tests have imported is an attribute as well
    code = f"from {module} import {name}\nimport {module}\nassert {module}.{name} is {name}"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colourizer'"):
        core.colourizer  # noqa: B018


def test_importing_core_imports_nothing_heavy() -> None:
    heavy = {"numpy", "cv2", "onnxruntime", "pyvips"}
    code = f"import sys, core.photo, core.batch; print(sorted({heavy!r} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_onnx_runtime_keeps_no_telemetry(tmp_path: Path, tiny_model: Callable[..., Path]) -> None:
    # its device number and the events it is about to send lie in the home folder
    code = "import sys, pathlib, core; core.Colorizer(pathlib.Path(sys.argv[1]))"
    home = tmp_path / "home"
    home.mkdir()
    # nothing of this environment: CI's own variables would silence it as well
    clean = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run([sys.executable, "-c", code, tiny_model()], env=clean, check=True)
    # the model's optimized copy, that it was opened apart, and nothing of ONNX Runtime's
    kept = {path.parent.name for path in home.rglob("*") if path.is_file()}
    assert kept == {"models", "vetted-models"}


def test_the_three_lines(tmp_path: Path, tiny_model: Callable[..., Path]) -> None:
    from core import Colorizer, read_photo, write_photo  # noqa: PLC0415

    io.imsave(tmp_path / "grandma.png", data.camera(), check_contrast=False)
    result = Colorizer(tiny_model()).colorize(read_photo(tmp_path / "grandma.png")).render()
    write_photo(result, tmp_path / "grandma_color.png")
    rgb = io.imread(tmp_path / "grandma_color.png")
    assert rgb.shape == (512, 512, 3)
    assert np.ptp(rgb.astype(int), axis=-1).mean() > 5
    assert b"compositeWithTrainedAlgorithmicMedia" in (tmp_path / "grandma_color.png").read_bytes()


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="only Linux shows threads so")
def test_no_thread_of_the_matrix_library_is_woken(tiny_model: Callable[..., Path]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", COUNTS_WOKEN_THREADS, str(tiny_model())],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "4"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
        text=True,
    )
    threads, woken = map(int, done.stdout.split())
    if not threads:
        pytest.skip("this numpy's matrix library has no threads")
    assert woken == 0
