"""The rules of the house, as sentences."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

import core
from core import errors
from core.cli.exit_status import STATUSES, exit_status

ROOT = Path(__file__).parents[1]

#: The modules of core that speak to a person.
SPEAKERS = {
    "core/cli/__main__.py",
    "core/cli/console.py",
    "core/cli/console_script.py",
    "core/inference/vetting_process.py",  # a program of its own, which `vet` listens to
}

#: Who may start threads, and when those end.
STARTERS = {
    "core/batch/run.py": "with the call of `run_batch`",
    "core/cli/program.py": "with the opened model, which the command waits for",
    "core/colorize/strips.py": "with the process: one pool that all photos share",
    "core/inference/session.py": "with the call of `open_model`",
    "core/repair/parallel.py": "with the call of `in_parallel`",
    "core/watch/waiting.py": "with the block that holds the `FolderWaiter`",
}

#: Why a file may be longer than 300 lines.
LONG_FILES: dict[str, str] = {
    "core/queue/store.py": "every statement of one table",
}

#: What the command line must not load before a command needs it.
HEAVY = {"cv2", "onnxruntime", "pyvips", "numpy", "rich", "PySide6", "torch", "shtab", "dask"}


def _sources(*packages: str) -> Iterator[tuple[str, str]]:
    for package in packages:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_imports_point_one_way() -> None:
    # in a process of its own: import-linter configures logging, and that silences every logger
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_imports_go_in_a_circle() -> None:
    graph = grimp.build_graph("core", "desktop", "training")
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    TopologicalSorter(imports).prepare()  # a CycleError names the circle


@pytest.mark.slow
def test_core_loads_neither_qt_nor_torch_nor_onnx() -> None:
    names = [module.name for module in pkgutil.walk_packages(core.__path__, "core.")]
    code = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        "print(*sorted({'torch', 'PySide6', 'onnx', 'training', 'desktop'} & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert loaded.stdout.split() == []


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["colorize", "--help"], ["batch", "--help"], ["--version"]]
)
def test_the_command_line_answers_before_anything_heavy_is_loaded(arguments: list[str]) -> None:
    code = (
        "import sys, core.cli\n"
        f"try:\n    core.cli.main({arguments!r})\nexcept SystemExit: pass\n"
        f"print('loaded:', *sorted({HEAVY!r} & set(sys.modules)))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert answer.stdout.splitlines()[-1].strip() == "loaded:"


def test_core_neither_prints_nor_exits_nor_starts_threads() -> None:
    def offends(node: ast.AST) -> bool:
        if isinstance(node, ast.Call):
            return ast.unparse(node.func) in {
                "print", "exit", "quit", "sys.exit", "os._exit", "Thread", "threading.Thread",
                "sys.stdout.write", "sys.stderr.write", "ThreadPoolExecutor",
            }  # fmt: skip
        return isinstance(node, ast.Raise) and "SystemExit" in ast.unparse(node)

    offenders = [
        f"{name}:{getattr(node, 'lineno', 0)}"
        for name, text in _sources("core")
        if name not in {*SPEAKERS, *STARTERS}
        for node in ast.walk(ast.parse(text))
        if offends(node)
    ]
    assert offenders == []


def test_no_file_is_long_without_a_reason() -> None:
    long = {
        name for name, text in _sources("core", "desktop", "training") if text.count("\n") > 300
    }
    assert long == set(LONG_FILES)


def _subclasses(kind: type[errors.AutochromeError]) -> Iterator[type[errors.AutochromeError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _subclasses(child)


def _every_error() -> list[type[errors.AutochromeError]]:
    """Those defined anywhere in core, not only in errors.py."""
    for module in pkgutil.walk_packages(core.__path__, "core."):
        importlib.import_module(module.name)
    return [kind for kind in _subclasses(errors.AutochromeError) if kind.__module__[:4] == "core"]


def test_every_error_is_in_the_drawn_tree_under_its_parent() -> None:
    drawn: dict[str, str] = {}
    branch: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if found := re.match(r"([ │]*)(?:[├└]── )?(\w+Error)\b", line):
            depth = (found.start(2) - 4) // 4
            branch[depth:] = [found[2]]
            drawn[found[2]] = branch[depth - 1] if depth else "Exception"
    actual = {kind.__name__: (kind.__base__ or object).__name__ for kind in _every_error()}
    assert drawn == {"AutochromeError": "Exception", **actual}


def test_every_error_ends_in_a_decided_exit_status() -> None:
    for kind in _every_error():
        assert exit_status(kind("words")) in {1, 2, 3, 4, 5}, kind
    assert set(STATUSES) <= set(_every_error())


def test_every_error_says_what_it_is_and_carries_its_path() -> None:
    for kind in _every_error():
        assert inspect.getdoc(kind), kind
        assert kind("words", Path("a.jpg")).path == Path("a.jpg")


@pytest.mark.parametrize(("package", "most"), [("core", 9), ("desktop", 7), ("training", 10)])
def test_few_modules_stand_on_a_ground_floor(package: str, most: int) -> None:
    ground = [path for path in (ROOT / package).glob("*.py") if path.name != "__init__.py"]
    assert len(ground) <= most, sorted(path.name for path in ground)
