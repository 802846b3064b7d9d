"""Arguments become frozen values at the edge; nothing below knows argparse."""

from __future__ import annotations

import ast
import os
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import platformdirs
import pytest

from core.batch.limits import Limits
from core.cli.batch_options import BatchOptions
from core.cli.colorize_options import ColorizeOptions
from core.cli.options import InfoOptions, ModelOptions
from core.cli.parser import parse
from core.cli.queue_options import QueueOptions
from core.cluster.config import ClusterConfig
from core.colorize.look import Look
from core.colorize.tint import TintOptions, ToneOption, WhenUnsure
from core.photo.save_options import SaveOptions
from core.queue.job import IfExists, JobSettings, JobState
from core.queue.locations import beside_results
from core.queue.shard import Shard

CORE = Path(__file__).parents[3] / "core"
#: Who reads the command line, and who turns it into values.
EDGE = {
    *(
        "cli/arguments.py",
        "cli/batch_parser.py",
        "cli/engine_parser.py",
        "cli/parser.py",
        "cli/queue_parser.py",
    ),
    *(
        "cli/models_options.py",
        "cli/models_parser.py",
        "cli/batch_options.py",
        "cli/colorize_options.py",
        "cli/options.py",
        "cli/split_options.py",
        "cli/queue_options.py",
        "cli/program.py",
        "cli/completion.py",
        "cli/repair_options.py",
        "cli/repair_parser.py",
        "cli/split_parser.py",
        "cli/share_options.py",
        "cli/share_parser.py",
        "cli/watch_options.py",
        "cli/watch_parser.py",
    ),
}


def colorize(*arguments: str) -> ColorizeOptions:
    return ColorizeOptions.of(parse(["colorize", *arguments]))


def batch(*arguments: str) -> BatchOptions:
    return BatchOptions.of(parse(["batch", *arguments]))


def queue(*arguments: str) -> QueueOptions:
    return QueueOptions.of(parse(["queue", *arguments]))


def test_nothing_below_the_edge_knows_argparse() -> None:
    knowing = {
        path.relative_to(CORE).as_posix()
        for path in CORE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(name.name == "argparse" for name in node.names)
    }
    assert knowing == EDGE


def test_what_nobody_asked_for_is_the_default_of_the_library() -> None:
    plain = colorize("a.jpg")
    assert (plain.save, plain.look) == (SaveOptions(), Look())
    assert plain.model == ModelOptions()
    assert batch("a", "-o", "out").settings == JobSettings()
    assert batch("a", "-o", "out").limits == Limits(when_disk_full="stop")
    assert batch("a", "-o", "out").shard == Shard()


def test_colorize() -> None:
    asked = colorize(
        *("a.jpg", "b.jpg", "-o", "out/", "--format", "png", "--quality", "50", "--overwrite"),
        *("--strength", "0.5", "--warmth", "-1", "--hint", "1,2,#ffffff", "--seed", "3"),
        *("--tinted", "skip", "--tone", "keep", "--no-keep-ink"),
        *(
            "--size",
            "64",
            "--recolor",
            "--model",
            "m.onnx",
            "--model",
            "b:0.5",
            "--device",
            "cpu",
            "--salvage",
        ),
        "--ignore-edits",
    )
    assert asked == ColorizeOptions(
        photos=("a.jpg", "b.jpg"),
        output="out/",
        save=SaveOptions("png", 50),
        overwrite=True,
        before_after=False,
        look=Look(0.5, 1.0, -1),
        hints=("1,2,#ffffff",),
        seed=3,
        size=64,
        recolor=True,
        tint=TintOptions(WhenUnsure.SKIP, ToneOption.KEEP, keep_ink=False),
        salvage=True,
        ignore_edits=True,
        model=ModelOptions(("m.onnx", "b:0.5"), "cpu"),
    )
    with pytest.raises(FrozenInstanceError):
        asked.size = 3  # type: ignore[misc]


def test_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    asked = batch(
        *("a", "b/*.tif", "-o", "out", "-r", "--exclude", "x", "--format", "jpeg"),
        *("--quality", "50", "--saturation", "0.5", "--seed", "3", "--if-exists", "rename"),
        *("--max-megapixels", "50", "--disk-reserve", "7", "--shard", "2/3", "--quiet"),
    )
    out = Path(os.path.realpath(tmp_path)) / "out"
    assert (asked.sources, asked.recursive, asked.exclude) == (("a", "b/*.tif"), True, ("x",))
    assert (asked.output, asked.store) == (out, beside_results(out, Shard(2, 3)))
    assert (asked.format, asked.if_exists) == ("jpeg", IfExists.RENAME)
    assert asked.settings == JobSettings(saturation=0.5, seed=3, quality=50)
    assert asked.limits == Limits(disk_reserve_mb=7, max_megapixels=50, when_disk_full="stop")
    assert (asked.cluster, asked.quiet, asked.json) == (None, True, False)
    assert batch("a", "-o", "out", "--store", "q.sqlite3").store == Path("q.sqlite3")


def test_the_cluster_of_a_batch() -> None:
    assert batch("a", "-o", "o", "--engine", "dask").cluster == ClusterConfig(device="auto")
    asked = batch("a", "-o", "o", "--engine", "dask", "--workers", "3", "--gpus-per-worker")
    assert asked.cluster == ClusterConfig(workers=3, gpus_per_worker=1, device="cuda")
    there = batch("a", "-o", "o", "--engine", "dask", "--scheduler", "tcp://h:1", "--device", "cpu")
    assert there.cluster == ClusterConfig("tcp://h:1", device="cpu")


def test_queue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(tmp_path / "home"))
    asked = queue("list", str(tmp_path), "--state", "failed", "--limit", "3", "--json")
    assert asked == QueueOptions("list", tmp_path, (), (JobState.FAILED,), 3, json=True)
    assert queue("retry", "--store", "q.sqlite3").stores == (Path("q.sqlite3"),)
    assert queue("retry") == QueueOptions("retry", None, ())
    assert queue("clear", str(tmp_path), "--store", "user").stores[0].is_relative_to(tmp_path)
    beside = beside_results(Path(os.path.realpath(tmp_path)))
    beside.parent.mkdir()
    beside.touch()
    assert queue("clear", str(tmp_path)).stores == (beside,)


def test_info() -> None:
    assert InfoOptions.of(parse(["info", "--json"])) == InfoOptions(ModelOptions(), json=True)


def test_the_limits_of_the_look_are_the_parsers() -> None:
    for values in ((0, 0, -1, -1, -1), (1.5, 3, 1, 1, 1)):
        names = [field.name for field in fields(Look)]
        look = [word for pair in zip(names, values, strict=True) for word in pair]
        words = [f"--{word}" if word in names else str(word) for word in look]
        assert ColorizeOptions.of(parse(["colorize", "a.jpg", *words])).look == Look(*values)
        settings = BatchOptions.of(parse(["batch", "a.jpg", "-o", "out", *words])).settings
        assert settings.look == Look(*values)
