"""``autochrome watch``, run for real on a tiny model; waiting is the test's own script."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Self

import pytest
from PIL import Image
from skimage import data

from core.cli import watch
from core.cli.parser import parse
from core.cli.watch_options import WatchOptions
from core.photo.photo import Photo
from core.photo.write import write_photo
from tests.core.scans.test_find import THREE, _page
from tests.scan_pages.draw import draw

GREY = Image.fromarray(data.camera()).resize((80, 60))


class Script:
    """Stands for `FolderWaiter`: each wait does the next thing and lets a minute pass."""

    def __init__(self, *acts: Callable[[], object]) -> None:
        self.acts, self.now = list(acts), 0.0
        self.is_polling = False
        self.restarts = 0

    def __call__(self, folders: Sequence[Path], *, recursive: bool) -> Script:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None: ...

    def wait(self, seconds: float | None) -> None:
        self.now += 61.0
        if not self.acts:
            raise KeyboardInterrupt
        self.acts.pop(0)()

    def restart(self) -> None:
        self.restarts += 1


def nothing() -> None: ...


Watch = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def run_watch(model: Path, capsys: pytest.CaptureFixture[str]) -> Watch:
    """``run_watch(script, "scans", "-o", "out")`` -> status, lines of output, what was said."""

    def call(script: Script, *arguments: str) -> tuple[int, list[str], str]:
        capsys.readouterr()
        made: argparse.Namespace = parse(["watch", "--model", str(model), *arguments])
        waiter: Any = script
        status = watch.run(WatchOptions.of(made), waiter=waiter, clock=lambda: script.now)
        said = capsys.readouterr()
        lines = said.out.splitlines()
        # photos of one round may end in any order
        return status, lines if "--json" in arguments else sorted(lines), said.err

    return call


def test_what_is_there_is_done_first_and_then_what_comes(run_watch: Watch, scans: Path) -> None:
    script = Script(nothing, lambda: GREY.save(scans / "later.jpg"), nothing, nothing)
    status, printed, said = run_watch(script, "scans", "-o", "out")
    assert status == 0
    assert printed == ["out/a_color.jpg", "out/b_color.png", "out/later_color.jpg"]
    assert "watching scans; Ctrl-C ends it" in said
    assert "no longer watching: 3 photos done, in out." in said
    assert sorted(path.name for path in scans.iterdir()) == ["1920", "a.jpg", "b.png", "later.jpg"]


def test_a_restart_loses_and_repeats_nothing(run_watch: Watch, scans: Path) -> None:
    run_watch(Script(nothing), "scans", "-o", "out", "-r")
    made = {path.name: path.stat().st_ino for path in Path("out").rglob("*_color*")}
    assert len(made) == 3
    GREY.save(scans / "meanwhile.jpg")
    status, printed, _ = run_watch(Script(nothing), "scans", "-o", "out", "-r")
    assert (status, printed) == (0, ["out/meanwhile_color.jpg"])
    assert made.items() <= {p.name: p.stat().st_ino for p in Path("out").rglob("*_color*")}.items()


def test_new_only_leaves_what_was_there(run_watch: Watch, scans: Path) -> None:
    come = Script(nothing, lambda: GREY.save(scans / "new.jpg"), nothing)
    assert run_watch(come, "scans", "-o", "out", "--new-only")[1] == ["out/new_color.jpg"]
    GREY.save(scans / "meanwhile.jpg")
    again = run_watch(Script(nothing), "scans", "-o", "out", "--new-only")
    assert again[1] == ["out/meanwhile_color.jpg"]


def test_a_photo_that_fails_is_tried_once_more_and_takes_none_along(
    run_watch: Watch, scans: Path
) -> None:
    broken = scans / "broken.jpg"
    broken.write_bytes((scans / "a.jpg").read_bytes()[:500])
    status, printed, said = run_watch(Script(*[nothing] * 5), "scans", "-o", "out")
    assert (status, len(printed)) == (1, 2)
    assert said.count("broken.jpg:") == 2
    shutil.copy(scans / "a.jpg", broken)
    status, printed, _ = run_watch(Script(nothing, nothing), "scans", "-o", "out")
    assert (status, printed) == (0, ["out/broken_color.jpg"])


def test_a_share_that_goes_and_comes_back(run_watch: Watch, scans: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    script = Script(
        nothing, lambda: scans.rename(away), nothing, lambda: away.rename(scans),
        lambda: GREY.save(scans / "new.jpg"), nothing,
    )  # fmt: skip
    status, printed, said = run_watch(script, "scans", "-o", "out")
    assert (status, printed) == (0, ["out/a_color.jpg", "out/b_color.png", "out/new_color.jpg"])
    assert said.count("is not there now") == said.count("is there again") == 1
    assert script.restarts == 1


def test_the_results_folder_may_go_and_come_back_too(
    run_watch: Watch, scans: Path, tmp_path: Path
) -> None:
    out, away = tmp_path / "out", tmp_path / "away"
    script = Script(
        nothing, lambda: out.rename(away), lambda: GREY.save(scans / "new.jpg"), nothing,
        lambda: away.rename(out), nothing, nothing,
    )  # fmt: skip
    status, printed, said = run_watch(script, "scans", "-o", "out")
    assert (status, printed) == (0, ["out/a_color.jpg", "out/b_color.png", "out/new_color.jpg"])
    assert "out is not there now" in said


def test_results_in_the_watched_folder_are_no_photos(run_watch: Watch, scans: Path) -> None:
    status, printed, _ = run_watch(Script(*[nothing] * 4), "scans", "-o", "scans")
    assert (status, printed) == (0, ["scans/a_color.jpg", "scans/b_color.png"])


@pytest.mark.slow
def test_pages_are_cut_first(
    run_watch: Watch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("scans").mkdir()
    write_photo(Photo(draw(_page("grey", THREE), 75)), Path("scans/page.png"))
    command = ("scans", "-o", "out", "--split", "--recolor")
    status, printed, _ = run_watch(Script(nothing), *command)
    names = [f"page_{number:02}" for number in (1, 2, 3)]
    assert (status, printed) == (0, [f"out/{name}_color.png" for name in names])
    assert sorted(p.name for p in Path("out/prints").iterdir()) == [
        *(f"{name}.png" for name in names), "split.json",
    ]  # fmt: skip
    assert run_watch(Script(nothing), *command)[1] == []


def test_json_says_what_happens(run_watch: Watch, scans: Path, tmp_path: Path) -> None:
    script = Script(nothing, lambda: scans.rename(tmp_path / "away"), nothing)
    _, printed, said = run_watch(script, "scans", "-o", "out", "--json")
    events = [json.loads(line) for line in printed]
    assert said == ""
    assert [event["event"] for event in events if event["event"] != "started"] == [
        "watching", "done", "done", "away", "summary",
    ]  # fmt: skip
    assert events[-1] == {
        "event": "summary",
        "done": 2,
        "failed": 0,
        "skipped": 0,
        "unsure": 0,
        "left": 0,
    }


def test_arguments_that_make_no_sense(
    run: Callable[..., tuple[int, str, str]], scans: Path
) -> None:
    for arguments, words in (
        (["scans/a.jpg", "-o", "out"], "is a file: watch looks at folders"),
        (["-", "-o", "out"], "use colorize for standard input"),
        (["scans", "-o", "scans/a.jpg"], "the results need a folder"),
    ):
        status, _, said = run("watch", *arguments)
        assert status == 2
        assert words in said
    assert not Path("out").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_real_folder_a_real_scan_and_ctrl_c(scans: Path, model: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "core.cli",
        "watch",
        "scans",
        "-o",
        "out",
        "--model",
        str(model),
    ]
    root = str(Path(__file__).parents[3])
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            first = {process.stdout.readline().strip() for _ in range(2)}
            GREY.save(scans / "later.jpg")
            second = process.stdout.readline().strip()
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert first == {"out/a_color.jpg", "out/b_color.png"}
    assert (process.returncode, second) == (0, "out/later_color.jpg")
    assert "no longer watching: 3 photos done" in said
