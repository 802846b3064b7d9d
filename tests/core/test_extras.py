"""What is said where an optional extra is missing; in the packed program never a word of pip."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.cli import completion
from core.cli.parser import build_parser
from core.cluster.run import check_installed
from core.errors import ClusterError, UnsupportedFormatError
from core.extras import EXTRAS, how_to_install
from core.inference import providers
from core.photo.extras import import_package, unread_codec_error
from core.photo.label import Label
from core.photo.read import read_photo

ROOT = Path(__file__).parents[2]
HINT = re.compile(r"\bpip\b|\binstall", re.IGNORECASE)
LABEL = Label("scan", None)


@pytest.fixture
def _packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    for package in EXTRAS:
        monkeypatch.setitem(sys.modules, package, None)


def _helps() -> Iterator[str]:
    parser = build_parser()
    yield parser.format_help()
    for command in completion._commands(parser):
        yield command.format_help()


def _sentences() -> Iterator[str]:
    """All that is said for want of a package."""
    heic, jxl = b"\0\0\0\x1cftypheic" + bytes(300), b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(300)
    for content in (heic, jxl, b"FUJIFILMCCD-RAW " + bytes(300), b"%PDF-1.4" + bytes(300)):
        with pytest.raises(UnsupportedFormatError) as caught:
            read_photo(content)
        yield str(caught.value)
    for package in EXTRAS:
        with pytest.raises(UnsupportedFormatError) as caught:
            import_package(package, LABEL, "is packed")
        yield str(caught.value)
    yield str(unread_codec_error(LABEL, "JBIG"))
    with pytest.raises(ClusterError) as lost:
        check_installed()
    yield str(lost.value)
    yield from (providers.why_missing(device) for device in ("openvino", "coreml", "directml"))


@pytest.mark.usefixtures("_packed")
def test_the_packed_program_speaks_of_nothing_to_install(
    capsys: pytest.CaptureFixture[str],
) -> None:
    completion.run("bash")
    said = [*_helps(), *_sentences(), capsys.readouterr().err]
    assert len(said) > 20
    assert [text for text in said if HINT.search(text)] == []


def test_a_python_installation_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in EXTRAS:
        monkeypatch.setitem(sys.modules, package, None)
    assert "pip install 'autochrome[cluster]'" in " ".join("".join(_helps()).split())
    said = list(_sentences())
    for extra in ("heic", "jxl", "raw", "pdf", "archive", "cluster"):
        assert any(how_to_install(extra) in sentence for sentence in said), extra


#: Where it is decided who is told; in `core.cluster` each sentence is for a Python installation.
ALLOWED = {"core/extras.py", "core/cli/engine_parser.py"}


@pytest.mark.slow
def test_no_other_sentence_speaks_of_pip() -> None:
    """A new one would not be among those above."""
    found = {
        str(path.relative_to(ROOT))
        for package in ("core", "desktop")
        for path in (ROOT / package).rglob("*.py")
        for text in _literals(path)
        if re.search(r"\bpip\b|autochrome\[", text)
    }
    assert found == ALLOWED


def _literals(path: Path) -> Iterator[str]:
    """Strings that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    quiet = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in quiet:
            yield node.value
