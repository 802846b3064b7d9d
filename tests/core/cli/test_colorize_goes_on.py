"""``autochrome colorize a b c`` goes on after a bad one, and says so for programs and scripts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.cli import colorize
from core.colorize.colorizer import Colorizer
from core.inference import session_pool
from tests.core.faults import ERRORS, FEW, READING, WRITING, sabotaged

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk_run(
    run: Run, colorizer: Any, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """The command on photos of the desk, without a network."""
    monkeypatch.setattr(session_pool, "open_first", lambda *_: ([], None))
    monkeypatch.setattr(Colorizer, "of", lambda *_: colorizer)
    monkeypatch.setattr(colorizer.session, "fallback_reason", None, raising=False)

    def call(*arguments: object) -> tuple[int, str, str]:
        return run("colorize", *arguments, "-o", f"{desk.out}/", "--overwrite")

    return call


@pytest.mark.slow
@pytest.mark.parametrize("step", [*READING, *WRITING])
def test_whatever_is_raised_costs_one_photo(
    desk: Any, desk_run: Run, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    photos = [desk.photo(name) for name in ("a.tif", "bad.tif", "c.tif")]
    state: dict[str, Any] = {"error": None, "bad": False}
    reached = sabotaged(monkeypatch, step, lambda: state["error"] if state["bad"] else None)
    one = colorize._Run._one

    def marked(self: Any, source: str) -> None:
        state["bad"] = "bad" in source
        one(self, source)

    monkeypatch.setattr(colorize._Run, "_one", marked)
    for error in FEW:
        state["error"], was = error, len(reached)
        status, out, err = desk_run(*photos)
        names = [Path(line).name for line in out.splitlines()]
        assert "a_color.tif" in names
        assert "c_color.tif" in names
        if len(reached) > was:
            assert status == 1
            assert names == ["a_color.tif", "c_color.tif"]
            assert "bad.tif: " in err
    assert reached or "probe" in step


@pytest.mark.slow
def test_an_error_of_any_class_in_the_network_costs_one_photo(
    desk: Any, desk_run: Run, colorizer: Any
) -> None:
    photos = [desk.photo(name) for name in ("a.tif", "bad.tif", "c.tif")]
    for error in ERRORS:

        def before(photo: Any, error: BaseException = error) -> None:
            if photo.source.name == "bad.tif":
                raise error

        colorizer.before = before
        status, out, err = desk_run(*photos)
        assert (status, len(out.splitlines())) == (1, 2), error
        assert "bad.tif: " in err


def test_ctrl_c_ends_it_as_documented(desk: Any, desk_run: Run, colorizer: Any) -> None:
    def stop(_: Any) -> None:
        raise KeyboardInterrupt

    photo = desk.photo("a.tif")
    colorizer.before = stop
    status, out, err = desk_run(photo)
    assert (status, out) == (3, "")
    assert "stopped early: 0 of 1" in err


def test_json_has_a_line_for_each_photo(desk: Any, desk_run: Run) -> None:
    good, bad = desk.photo("a\nb.tif"), desk.inside / "bad.jpg"
    bad.write_bytes(b"no picture")
    status, out, err = desk_run(good, bad, "--json")
    done, failed = map(json.loads, out.splitlines())
    assert (status, err) == (1, "")
    assert done == {"event": "done", "source": str(good), "target": f"{desk.out}/a\nb_color.tif"}
    assert (failed["event"], failed["source"]) == ("failed", str(bad))
    assert failed["error_kind"] == "UnreadablePhotoError"


@pytest.mark.skipif(sys.platform == "win32", reason="names hold no control characters there")
def test_a_name_steers_no_terminal_and_breaks_no_line(desk: Any, desk_run: Run) -> None:
    name = "a\x1b[2J\nautochrome: all done\x9b31m\u202egpj\u2028.tif"
    good = desk.photo(name)
    bad = desk.inside / f"bad{name}"
    bad.write_bytes(b"no picture")
    status, out, err = desk_run(good, bad)
    assert status == 1
    assert len(out.splitlines()) == len(err.splitlines()) == 1
    for said in (out, err):
        assert not [c for c in said[:-1] if not c.isprintable()]
    assert r"a\x1b[2J\nautochrome" in out


@pytest.mark.skipif(sys.platform == "win32", reason="names hold no control characters there")
def test_print0_gives_names_as_they_are(
    desk: Any,
) -> None:
    names = ["a\nb\x1b.tif", os.fsdecode(b"caf\xe9.tif")]
    photos = [desk.photo(name) for name in names]
    made = subprocess.run(
        [sys.executable, "-c", _FAKED, "colorize", *photos, "--print0", "-o", f"{desk.out}/"],
        capture_output=True,
        check=True,
    )
    assert made.stdout.split(b"\0") == [
        bytes(desk.out / "a\nb\x1b_color.tif"),
        bytes(desk.out) + b"/caf\xe9_color.tif",
        b"",
    ]


#: The program with a network that needs no model.
_FAKED = """
import sys
from core.cli import program
from core.colorize.colorizer import Colorizer
from core.inference import session_pool
from tests.core.conftest import FakeColorizer
it = FakeColorizer()
it.session.fallback_reason = None
session_pool.open_first = lambda *_: ([], None)
Colorizer.of = lambda *_: it
sys.exit(program.main(sys.argv[1:]))
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections")
@pytest.mark.parametrize(
    "streams",
    ["<&-", ">&-", "2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full", ">/dev/full 2>&1"],
)
@pytest.mark.parametrize("how", ["", "--print0", "--json"])
def test_closed_and_full_streams_stop_no_work(desk: Any, streams: str, how: str) -> None:
    photos = [desk.photo(name) for name in ("a.tif", "b.tif")]
    missing = desk.inside / "missing.tif"
    words = " ".join(f"'{word}'" for word in (*photos, missing))
    command = f"'{sys.executable}' -c \"$FAKED\" colorize {words} {how} -o '{desk.out}/'"
    made = subprocess.run(
        ["sh", "-c", f"exec {command} {streams}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FAKED": _FAKED},
    )
    assert made.returncode == 1  # the missing one
    assert desk.results() == ["a_color.tif", "b_color.tif"]
    assert "Traceback" not in made.stderr + made.stdout
    assert "Exception ignored" not in made.stderr
    for name in desk.results():  # nothing of what was said went into a photo
        assert np.asarray(Image.open(desk.out / name)).shape == (24, 32, 3)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no such names there")
def test_a_pipe_by_name_is_read_and_written(desk: Any, desk_run: Run, run: Run) -> None:
    photo = desk.photo("a.tif")
    pipe, back = desk.root / "pipe", desk.root / "back"
    os.mkfifo(pipe)
    os.mkfifo(back)
    got: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: pipe.write_bytes(photo.read_bytes())),
        threading.Thread(target=lambda: got.append(back.read_bytes())),
    ]
    for thread in threads:
        thread.start()
    del desk_run  # for its network
    status, out, err = run("colorize", pipe, "-o", back)
    for thread in threads:
        thread.join(10)
    assert (status, out, err) == (0, "", "")
    assert got[0][:2] == b"II"
