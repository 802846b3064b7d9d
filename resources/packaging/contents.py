"""What goes into the packed program and what stays out. Used by build.spec and its tests."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

#: Of a PyInstaller table of contents: (name in the folder, path here, kind).
Entry = tuple[str, str, str]

FLAVOURS: Final = ("cpu", "cuda")

#: Never imported by `core` or `desktop`, or not wanted in a program without Python.
EXCLUDED_MODULES: Final = [
    # training and tests
    "torch", "torchvision", "timm", "onnx", "onnxscript", "lightning_fabric", "training", "tests",
    "pytest", "hypothesis", "skimage", "matplotlib", "scipy",
    # wheels under the GPL: they must not be bundled
    "pillow_heif", "pyexiv2",
    # extras, and what of Pillow nobody asks for
    "imagecodecs", "tifffile", "pypdfium2", "pillow_jxl", "PIL.ImageTk", "PIL.ImageQt",
    "PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageFont", "PIL._imagingft", "PIL.ImageCms",
    "PIL._imagingcms",
    # several machines: a Python installation's business
    "distributed", "dask",
    # readline and gdbm are under the GPL; nobody types into this Python
    "readline", "_gdbm", "_dbm", "dbm", "curses", "_curses", "tkinter", "_tkinter",
    # no network access; hashing has OpenSSL of its own
    "ssl", "_ssl",
    "pip", "setuptools", "pkg_resources", "wheel", "pydoc_data", "lib2to3", "idlelib", "sympy",
    "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtQuick",
]  # fmt: skip

#: Imported by name at run time, where PyInstaller does not see it.
HIDDEN_IMPORTS: Final = [
    "pi_heif",
    "rawpy",
    *(f"PIL.{name}ImagePlugin" for name in ("Bmp", "Jpeg2K", "Pcx", "Tga", "Tiff", "WebP")),
]

#: Qt modules whose libraries are kept: libQt6NAME.so.6, Qt6NAME.dll or QtNAME.
_QT_MODULES: Final = {
    "Core", "Gui", "Widgets", "Svg", "DBus", "XcbQpa", "OpenGL",
    "WaylandClient", "WlShellIntegration",
}  # fmt: skip
_QT_LIBRARY: Final = re.compile(r"^(?:libQt6|Qt6|Qt)([A-Z]\w*?)(?:\.so\.6|\.dll)?$")

#: Qt plugins that are kept, without "libq"/"q" and the ending, by folder.
_QT_PLUGINS: Final = {
    "platforms": {"xcb", "wayland", "offscreen", "windows", "cocoa"},
    "platformthemes": {"xdgdesktopportal"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin", "ibusplatforminputcontextplugin",
    },
    "imageformats": {"jpeg", "svg", "ico", "gif", "webp"},
    "iconengines": {"svgicon"},
    "styles": {"modernwindowsstyle", "macstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient", "adwaita"},
}  # fmt: skip

#: Files nobody reads at run time.
_DEAD_WEIGHT: Final = re.compile(
    r"(^|/)(cv2/(data|typing)/.*|.*\.(pyi|typed)|.*opencv_videoio_ffmpeg.*"
    r"|onnxruntime/(tools|transformers|quantization|datasets)/.*"
    # what pip wrote down, hashes of scripts with the building machine's paths in them included
    r"|[^/]*\.dist-info/(RECORD|INSTALLER|REQUESTED))$"
)
_CUDA: Final = re.compile(r"onnxruntime_providers_cuda")
_TENSORRT: Final = re.compile(r"onnxruntime_providers_tensorrt")
#: NVIDIA's own, which the user's system has to have; found if the machine that builds has them.
_NVIDIA: Final = re.compile(
    r"^(lib)?(cuda|cublas|cudnn|cufft|curand|cusolver|cusparse|nvinfer|nvjitlink|nvonnx|nvrtc)"
    r"[^/]*\.(so|dll)",
    re.IGNORECASE,
)


def flavour() -> str:
    """What AUTOCHROME_FLAVOUR says; ``cpu`` where it says nothing."""
    chosen = os.environ.get("AUTOCHROME_FLAVOUR") or "cpu"
    if chosen not in FLAVOURS:
        raise SystemExit(f"AUTOCHROME_FLAVOUR is {chosen}: use one of {', '.join(FLAVOURS)}.")
    return chosen


def version(root: Path) -> str:
    """``core.version.__version__``, read without importing."""
    tree = ast.parse((root / "core" / "version.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__version__":
            return str(ast.literal_eval(node.value))
    raise SystemExit("core/version.py has no __version__.")


def datas(root: Path) -> list[tuple[str, str]]:
    """(file here, folder in the program) of the model, samples, icons and translations."""
    found = []
    model = ("model/*.onnx", "model/*.sha256", "model/*.md")  # what training begins with stays out
    for kind in (*model, "samples/*", "icons/*.svg", "i18n/*.qm"):
        folder = f"resources/{kind.split('/')[0]}"
        found += [(str(path), folder) for path in sorted((root / "resources").glob(kind))]
    return [*found, (str(root / "LICENSE"), ".")]


def languages(root: Path) -> set[str]:
    """Codes of the translations there are: ``autochrome_de.qm`` is ``de``."""
    return {path.stem.split("_", 1)[1] for path in (root / "resources" / "i18n").glob("*_*.qm")}


def wanted(entries: Iterable[Entry], chosen: str) -> list[Entry]:
    """The entries without what no code path of ours reaches."""
    spoken = languages(Path(__file__).parents[2])
    return [entry for entry in entries if is_wanted(entry[0], chosen, spoken)]


def is_wanted(name: str, chosen: str, spoken: set[str]) -> bool:
    """Whether a file of this name in the program's folder is needed."""
    name = name.replace("\\", "/")
    file = name.rsplit("/", 1)[-1]
    if _DEAD_WEIGHT.search(name) or _TENSORRT.search(file) or _NVIDIA.match(file):
        return False
    if _CUDA.search(file) and chosen == "cpu":
        return False
    if plugin := re.search(r"/plugins/([^/]+)/(?:lib)?q?([^/.]+)\.", name):
        return plugin[2] in _QT_PLUGINS.get(plugin[1], set())
    if "/translations/" in name:
        return file in {f"qtbase_{code}.qm" for code in spoken}
    if "/qml/" in name:
        return False
    library = _QT_LIBRARY.match(file)
    return library is None or library[1] in _QT_MODULES
