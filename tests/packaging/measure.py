"""How large the packages are and how long the window takes to come up, for docs/release.md."""

from __future__ import annotations

import lzma
import os
import re
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from screen import Keys, User, until

#: Compressed, CPU flavour.
BUDGET_MB = 135
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_PROGRAM = Path("/usr/lib/autochrome/Autochrome")
_RUNS = 5
#: A part is shown from this size on.
_SHOWN_MB = 3


@dataclass(frozen=True)
class Starts:
    """Seconds until the window is seen: files on the disk, files in memory, and processor time.

    The last hardly depends on what else the machine does; ``load`` is how many processes wait.
    """

    cold: list[float]
    warm: list[float]
    processor: list[float]
    load: float
    cores: int


def starts(user: User, screen: str) -> Starts:
    """Start the installed window again and again."""
    cold, warm, processor = [], [], []
    for _ in range(_RUNS):
        _forget(_PROGRAM.parent)
        cold.append(_start(user, screen)[0])
        seconds, busy = _start(user, screen)
        warm.append(seconds)
        processor.append(busy)
    return Starts(cold, warm, processor, os.getloadavg()[0], os.cpu_count() or 1)


def _start(user: User, screen: str) -> tuple[float, float]:
    """Seconds by the clock, and of processor time."""
    keys = Keys(screen)
    begin = time.monotonic()
    program = subprocess.Popen(user.command(_PROGRAM), cwd="/")

    def seen() -> str:
        assert program.poll() is None, f"the window ended with status {program.returncode}"
        return keys.window("^Autochrome$")

    until(seen, 60, "the window")
    seconds = time.monotonic() - begin
    # setpriv and env became the program: the number is the window's own
    program.terminate()
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    return seconds, used.ru_utime + used.ru_stime


def _forget(folder: Path) -> None:
    """Drop the files from the system's memory, so that they come from the disk again."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def sizes(folder: Path, *packages: Path) -> list[tuple[str, float, float]]:
    """(what, MB, MB compressed) of the packages and of the folder's largest parts."""
    rows = [(package.name, 0.0, package.stat().st_size / 1e6) for package in packages]
    parts: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            parts.setdefault(_part(path.relative_to(folder)), []).append(path)
    total = {
        name: sum(path.stat().st_size for path in paths) / 1e6 for name, paths in parts.items()
    }
    rows.append(("unpacked", sum(total.values()), 0.0))
    large = sorted((name for name in parts if total[name] >= _SHOWN_MB), key=lambda n: -total[n])
    return rows + [(name, total[name], _compressed(parts[name])) for name in large]


def _part(path: Path) -> str:
    """Whose a file is, in words."""
    known = {
        r"/cv2/|/opencv_": "OpenCV",
        r"/onnxruntime/": "ONNX Runtime",
        r"/libicu|/PySide6/|/libQt6|/shiboken6/|/libpyside|/libshiboken": "Qt and PySide6",
        r"/numpy": "NumPy with its OpenBLAS",
        r"/pyvips_binary": "libvips",
        r"/resources/model": "the model",
        r"/libpython|/python3|/base_library": "Python",
        r"^/[Aa]utochrome": "the two programs with their Python modules",
    }
    name = f"/{path.as_posix().removeprefix('_internal/')}"
    return next((words for pattern, words in known.items() if re.search(pattern, name)), "the rest")


def _compressed(paths: list[Path]) -> float:
    """MB, each part on its own, by xz's quickest setting: an upper bound for what it takes."""
    packer = lzma.LZMACompressor(preset=1)
    return (sum(len(packer.compress(p.read_bytes())) for p in paths) + len(packer.flush())) / 1e6


def write(document: Path, rows: list[tuple[str, float, float]], found: Starts) -> None:
    """Put the table between the two marks in the document, and on standard output."""
    table = _table(rows, found)
    print(table)  # noqa: T201
    text = document.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    document.write_text(f"{before}{_BEGIN}\n{table}\n{_END}{after}", encoding="utf-8")


def _table(rows: list[tuple[str, float, float]], found: Starts) -> str:
    lines = ["| what | MB | MB compressed |", "| --- | --- | --- |"]
    lines += [f"| {name} | {_mb(plain)} | {_mb(packed)} |" for name, plain, packed in rows]
    kinds = (found.cold, found.warm, found.processor)
    cold, warm, processor = (f"{statistics.median(s):.1f} s ({_each(s)})" for s in kinds)
    lines += [
        "",
        "| start of the installed window until it is seen | median of the runs |",
        "| --- | --- |",
        f"| cold: every file of the program comes from the disk | {cold} |",
        f"| warm: the files are in memory | {warm} |",
        f"| processor time of a warm start | {processor} |",
        "",
        f"Load average during the starts: {found.load:.1f} on {found.cores} cores"
        + (": the machine was busy with other work." if found.load > found.cores / 2 else "."),
    ]
    return "\n".join(lines)


def _mb(value: float) -> str:
    return f"{value:.1f}" if value else ""


def _each(seconds: list[float]) -> str:
    return ", ".join(f"{value:.1f}" for value in seconds)


def check(*packages: Path) -> None:
    """The size budget; the start time is written down, not judged: it is the machine's too."""
    for package in packages:
        megabytes = package.stat().st_size / 1e6
        assert megabytes <= BUDGET_MB, f"{package.name}: {megabytes:.1f} MB, over {BUDGET_MB}"
