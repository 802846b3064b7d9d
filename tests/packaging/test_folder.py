"""Pruning libraries, standing in for OpenCV's, and comparing two folders."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import needed
import pytest
import same
import slim_opencv
import system_specific

needs_compiler = pytest.mark.skipif(
    not (sys.platform.startswith("linux") and all(map(shutil.which, ("cc", "nm", "readelf")))),
    reason="needs Linux, cc, nm and readelf",
)


def _library(path: Path, code: str, *links: Path) -> Path:
    source = path.with_suffix(".c")
    source.write_text(code)
    flags = ["-shared", "-fPIC", f"-Wl,-soname,{path.name}", "-Wl,-rpath,$ORIGIN"]
    subprocess.run(["cc", *flags, "-o", path, source, *links], check=True)
    return path


@needs_compiler
def test_a_stand_in_lets_a_module_load_and_its_own_functions_work(tmp_path: Path) -> None:
    video = _library(tmp_path / "libvideo.so.1", "int play(void) { return 1; }")
    code = "int play(void); int film(void) { return play(); } int resize(void) { return 42; }"
    module = _library(tmp_path / "module.so", code, video)
    (tmp_path / "new").mkdir()
    slim_opencv.stand_in(module, video, tmp_path / "new" / video.name).replace(video)
    assert ctypes.CDLL(str(module)).resize() == 42
    dies = f"import ctypes; ctypes.CDLL({str(module)!r}).film()"
    done = subprocess.run([sys.executable, "-c", dies], capture_output=True, check=False)
    assert done.returncode < 0, "a function that is gone ends the process, it does not guess"


@needs_compiler
def test_a_library_that_gives_data_is_not_stood_in_for(tmp_path: Path) -> None:
    table = _library(tmp_path / "libtable.so", "int table[3] = {1, 2, 3};")
    code = "extern int table[]; int first(void) { return table[0]; }"
    module = _library(tmp_path / "module.so", code, table)
    with pytest.raises(SystemExit, match="takes data"):
        slim_opencv.stand_in(module, table, tmp_path / "other.so")


@needs_compiler
def test_only_libraries_that_are_reached_are_kept(tmp_path: Path) -> None:
    deep = _library(tmp_path / "libdeep.so", "int deep(void) { return 1; }")
    near = _library(
        tmp_path / "libnear.so", "int deep(void); int near(void) { return deep(); }", deep
    )
    gtk = _library(tmp_path / "libgtk.so", "int gtk(void) { return 1; }")
    module = _library(
        tmp_path / "module.so", "int near(void); int m(void) { return near(); }", near
    )
    entries = [
        ("module.so", str(module), "EXTENSION"),
        ("lib/libnear.so", str(near), "BINARY"),
        ("lib/libdeep.so", str(deep), "BINARY"),
        ("libgtk.so", str(gtk), "BINARY"),
        ("libnear.so", "lib/libnear.so", "SYMLINK"),
        ("libgtk.so.1", "libgtk.so", "SYMLINK"),
        ("model.onnx", str(tmp_path / "model.onnx"), "DATA"),
    ]
    kept = {name for name, _, _ in needed.reached(entries)}
    assert kept == {"module.so", "lib/libnear.so", "lib/libdeep.so", "libnear.so", "model.onnx"}


def test_two_folders_are_compared_to_the_byte(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "model.onnx").write_bytes(b"weights")
        (tmp_path / name / "link").symlink_to("deep/model.onnx")
    assert same.compare(tmp_path / "a", tmp_path / "b") == 0
    (tmp_path / "b" / "deep" / "model.onnx").write_bytes(b"wEights")
    (tmp_path / "b" / "more").touch()
    assert same.compare(tmp_path / "a", tmp_path / "b") == 1
    said = capsys.readouterr().out
    assert "not the same bytes: deep/model.onnx" in said
    assert "in one of them only: more" in said


def test_windows_version_resource_is_what_pyinstaller_evaluates() -> None:
    text = system_specific.version_resource("Autochrome", "1.2.3")
    words = {name: lambda *a, **k: (a, k) for name in (
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct",
        "VarFileInfo", "VarStruct",
    )}  # fmt: skip
    _, keywords = eval(text, words)  # noqa: S307  (PyInstaller does the same)
    assert keywords["ffi"][1]["filevers"] == (1, 2, 3, 0)
