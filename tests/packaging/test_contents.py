"""What goes into the packed program and what must not."""

from __future__ import annotations

import ast
from pathlib import Path

import contents
import pytest

import core

ROOT = Path(__file__).parents[2]
QT = "PySide6/Qt"


def test_the_spec_is_python_and_names_scripts_that_exist() -> None:
    tree = ast.parse((ROOT / "build.spec").read_text(encoding="utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    scripts = [word for word in words if isinstance(word, str) and word.endswith(".py")]
    assert {"desktop/__main__.py", "core/cli/__main__.py"} <= set(scripts)
    for script in scripts:
        assert (ROOT / script).exists() or list((ROOT / "resources/packaging").glob(script))


def test_the_version_is_the_codes() -> None:
    assert contents.version(ROOT) == core.__version__


def test_model_samples_icons_and_translations_go_in() -> None:
    found = {f"{folder}/{Path(file).name}" for file, folder in contents.datas(ROOT)}
    assert "resources/model/colorizer.latent.pt" not in found  # training alone begins with it
    assert {
        "resources/model/colorizer.onnx",
        "resources/model/colorizer.sha256",
        "resources/samples/astronaut.jpg",
        "resources/icons/autochrome.svg",
        "./LICENSE",
    } <= found
    for code in contents.languages(ROOT):
        assert f"resources/i18n/autochrome_{code}.qm" in found


@pytest.mark.parametrize(
    "module",
    ["torch", "training", "pillow_heif", "pyexiv2", "readline", "PySide6.QtNetwork", "tkinter"],
)
def test_what_must_stay_out_is_excluded(module: str) -> None:
    assert module in contents.EXCLUDED_MODULES


@pytest.mark.parametrize(
    "name",
    [
        "core/cli/__main__.py",
        "cv2/cv2.abi3.so",
        "onnxruntime/capi/libonnxruntime_providers_shared.so",
        f"{QT}/lib/libQt6Gui.so.6",
        f"{QT}/lib/libicudata.so.73",
        f"{QT}/plugins/platforms/libqoffscreen.so",
        f"{QT}/plugins/platforms/libqxcb.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\Qt6Widgets.dll",
        f"{QT}/plugins/iconengines/libqsvgicon.so",
        f"{QT}/translations/qtbase_de.qm",
        "libvips-e42572c0.so.42",
        "PySide6/QtCore.abi3.so",
        "numpy-2.4.6.dist-info/METADATA",
    ],
)
def test_wanted(name: str) -> None:
    assert contents.is_wanted(name, "cpu", {"de"})


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Network.so.6",
        f"{QT}/lib/libQt6Qml.so.6",
        "PySide6\\Qt6Quick.dll",
        f"{QT}/plugins/platforms/libqeglfs.so",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/translations/qtbase_fi.qm",
        f"{QT}/translations/qtwebengine_de.qm",
        "cv2/opencv_videoio_ffmpeg500_64.dll",
        "cv2/data/haarcascade_eye.xml",
        "numpy-2.4.6.dist-info/RECORD",
        "onnxruntime/capi/libonnxruntime_providers_cuda.so",
        "onnxruntime/capi/libonnxruntime_providers_tensorrt.so",
    ],
)
def test_unwanted(name: str) -> None:
    assert not contents.is_wanted(name, "cpu", {"de"})


@pytest.mark.parametrize(
    "name",
    ["libcudart.so.13", "libcublasLt.so.13", "libcudnn_graph.so.9", "libnvinfer.so.10",
     "cudart64_13.dll", "nvidia/cufft/bin/cufft64_12.dll"],
)  # fmt: skip
def test_nvidias_libraries_stay_out_of_either_flavour(name: str) -> None:
    assert not contents.is_wanted(name, "cpu", set())
    assert not contents.is_wanted(name, "cuda", set())


def test_the_flavour_decides_about_cuda_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = "onnxruntime/capi/libonnxruntime_providers"
    assert contents.is_wanted(f"{folder}_cuda.so", "cuda", set())
    assert not contents.is_wanted(f"{folder}_tensorrt.so", "cuda", set())
    assert contents.is_wanted("onnxruntime/capi/onnxruntime_providers_cuda.dll", "cuda", set())
    monkeypatch.delenv("AUTOCHROME_FLAVOUR", raising=False)
    assert contents.flavour() == "cpu"
    monkeypatch.setenv("AUTOCHROME_FLAVOUR", "gpu")
    with pytest.raises(SystemExit, match="use one of cpu, cuda"):
        contents.flavour()


@pytest.mark.parametrize(
    ("flavour", "here", "not_here"),
    [("cpu", "onnxruntime", "onnxruntime-gpu"), ("cuda", "onnxruntime-gpu", "onnxruntime")],
)
def test_a_lock_pins_one_onnx_runtime_with_hashes(flavour: str, here: str, not_here: str) -> None:
    text = (ROOT / "requirements" / f"package-{flavour}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and line[0].isalpha()]
    names = [line.split("==")[0] for line in lines]
    assert here in names
    assert not_here not in names
    assert all("==" in line for line in lines)
    assert text.count("--hash=sha256:") >= len(lines)
    assert "://" not in text
    assert "file:" not in text
    assert not {"torch", "pillow-heif", "pyexiv2"} & set(names)
