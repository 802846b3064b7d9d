"""Every refusal: a reason, what to do, and nothing that a person cannot use."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from PIL import Image

from core import errors
from core.errors import AutochromeError, PhotoError, system_reason
from core.files.atomic import check_target
from core.photo.photo import Photo
from core.photo.probe import probe
from core.photo.read import read_photo
from core.photo.write import write_photo

CORE = Path(__file__).parents[2] / "core"
FOR_BUILDERS: Final = re.compile(r"compil|\bre?build\b|configure|--enable|cmake", re.IGNORECASE)
#: Interpolations that give a whole path; a queue and a model are named so on purpose.
WHOLE_PATH: Final = re.compile(r"^(path|source|target|self\._?(path|source|target)|.*\.path)$")
NAMED_WHOLE: Final = (
    "the queue {",
    "another Autochrome works through the queue {",
    "{self.path} is a database",
    "nothing matches {",
    "the worker {",
)


def _sentences() -> Iterator[tuple[str, str, list[str]]]:
    """(where, words, interpolations) of each error that `core` makes of a literal."""
    kinds = {name for name in vars(errors) if name.endswith("Error")}
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            text = node.args[0]
            if name in kinds and isinstance(text, ast.JoinedStr | ast.Constant):
                yield (f"{path.relative_to(CORE)}:{node.lineno}", *_parts(text))


def _parts(text: ast.JoinedStr | ast.Constant) -> tuple[str, list[str]]:
    if isinstance(text, ast.Constant):
        return str(text.value), []
    words, holes = "", []
    for part in text.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        elif isinstance(part, ast.FormattedValue):
            holes.append(ast.unparse(part.value))
            words += f"{{{holes[-1]}}}"
    return words, holes


SENTENCES: Final = list(_sentences())


def test_there_are_sentences_to_look_at() -> None:
    assert len(SENTENCES) > 60


@pytest.mark.parametrize(("where", "words", "holes"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_a_sentence_in_the_source(where: str, words: str, holes: list[str]) -> None:
    assert words.endswith((".", "}")), where
    assert not FOR_BUILDERS.search(words), where
    assert not any(hole.endswith(".strerror") for hole in holes), "it may be None: system_reason"
    if not words.startswith(NAMED_WHOLE):
        assert [hole for hole in holes if WHOLE_PATH.match(hole)] == [], where
    if where.startswith("photo/"):
        assert re.search(r": |; ", words), "what is to be done?"


def _png(path: Path) -> bytes:
    Image.fromarray(np.full((40, 40), 90, np.uint8)).save(path, "PNG")
    return path.read_bytes()


def _jpeg(path: Path) -> bytes:
    Image.fromarray(np.full((200, 200), 90, np.uint8)).save(path, "JPEG")
    return path.read_bytes()


#: Name -> what is in the file.
BAD: Final[dict[str, Callable[[Path], bytes]]] = {
    "empty.jpg": lambda _: b"",
    "notes.jpg": lambda _: b"no picture at all" * 9,
    "cut.png": lambda path: _png(path)[:-30],
    "head.png": lambda path: _png(path)[:30],
    "cut.jpg": lambda path: _jpeg(path)[:400],
    "head.jpg": lambda path: _jpeg(path)[:25],
    "head.tif": lambda _: b"II*\0\x08\0\0\0",
    "loop.tif": lambda _: b"II*\0\x08\0\0\0\0\0\x08\0\0\0",
    "bad.webp": lambda _: b"RIFF\x20\0\0\0WEBPVP8 " + bytes(30),
    "bad.heic": lambda _: b"\0\0\0\x1cftypheic" + bytes(300),
    "bad.raf": lambda _: b"FUJIFILMCCD-RAW " + bytes(300),
    "bad.jxl": lambda _: b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(300),
    "bad.jp2": lambda _: b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(300),
    "bad.psd": lambda _: b"8BPS\0\1" + bytes(300),
    "bad.pdf": lambda _: b"%PDF-1.4\n" + bytes(300),
    "bad.bmp": lambda _: b"BM" + bytes(60),
    "bad.gif": lambda _: b"GIF89a" + bytes(10),
    "bad.avif": lambda _: b"\0\0\0\x1cftypavif" + bytes(300),
    "bad.pgm": lambda _: b"P5 9 x",
    "draw.svg": lambda _: b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
}


def _is_plain(error: AutochromeError, folder: Path) -> None:
    said = str(error)
    assert said.endswith("."), said
    assert re.search(r"[\w)]: \w", said), "what is to be done?"
    assert str(folder) not in said
    assert "None" not in said
    assert not FOR_BUILDERS.search(said), said
    assert "\n" not in said


@pytest.mark.parametrize("name", BAD)
def test_what_is_said_of_a_bad_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name](path))
    said = [error for look in (read_photo, probe) if (error := _refusal(look, path))]
    assert said  # a head alone may tell probe of no damage
    for error in said:
        _is_plain(error, tmp_path)
        assert name in str(error)


def _refusal(look: Callable[[Path], object], path: Path) -> PhotoError | None:
    try:
        look(path)
    except PhotoError as error:
        return error
    return None


def test_what_is_said_of_no_file_and_of_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "gone.jpg", tmp_path):
        with pytest.raises(PhotoError) as caught:
            read_photo(path)
        _is_plain(caught.value, tmp_path.parent)
    with pytest.raises(AutochromeError) as unwritable:
        check_target(tmp_path, None, overwrite=False)
    _is_plain(unwritable.value, tmp_path.parent)
    with pytest.raises(AutochromeError) as missing:
        write_photo(Photo(np.zeros((4, 4), np.uint8)), tmp_path / "no folder" / "a.png")
    assert "None" not in str(missing.value)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(13, "Permission denied", "/home/luise/a.jpg"), "Permission denied"),
        (OSError("the tape has torn"), "the tape has torn"),
        (OSError(), "OSError"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_what_the_system_says(error: OSError, said: str) -> None:
    assert system_reason(error) == said
