"""What the tests of `core` share."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import platformdirs
import pytest

from core.batch.events import JobEvent
from core.cli import program
from core.colorize.look import Look
from core.photo.photo import Photo
from core.photo.write import write_photo
from core.queue.job import NewJob
from core.queue.store import JobStore

#: ``run("colorize", ...)`` -> exit status, standard output, standard error.
Run = Callable[..., tuple[int, str, str]]
#: ``exiftool(file)`` -> {"Group:Tag": value}; ``exiftool(file, "-Artist=X")`` writes tags.
ExifTool = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def exiftool() -> Iterator[ExifTool]:
    """The independent reader and writer of metadata; one process, since it starts slowly."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed")
    process = subprocess.Popen(
        [program, "-stay_open", "True", "-@", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf8",
    )
    words_in, words_out = process.stdin, process.stdout
    assert words_in is not None
    assert words_out is not None

    def run(path: Path, *arguments: str) -> dict[str, Any]:
        mode = ["-overwrite_original", *arguments] if arguments else ["-j", "-G1", "-n", "-u"]
        lines = [*mode, "-charset", "filename=utf8", str(path), "-execute"]
        words_in.write("\n".join(lines) + "\n")
        words_in.flush()
        said = "".join(iter(words_out.readline, "{ready}\n"))
        assert "Error" not in said.split("[", 1)[0], said
        return {} if arguments else json.loads(said[said.index("[") :])[0]

    yield run
    process.communicate("-stay_open\nFalse\n", timeout=30)


@pytest.fixture(autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test leaves a trace in the user's data, or finds another's."""
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda *_, **__: str(folder))


@pytest.fixture
def model(tiny_model: Callable[..., Path]) -> Path:
    """The tiny model's file."""
    return tiny_model()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line, in this process."""

    def call(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = program.main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call


@dataclass
class FakeColorization:
    """The photo as red, green and blue: recognisable, and no work."""

    photo: Photo
    confidence: Any
    settings: Mapping[str, str | float | int] = field(default_factory=dict)
    decision: None = None

    def stream(self, look: Look | None = None) -> Photo:
        grey = self.photo.pixels if self.photo.pixels.ndim == 2 else self.photo.pixels[..., 1]
        rgb = np.stack((grey, grey // 2, np.iinfo(grey.dtype).max - grey), -1)
        return replace(self.photo, pixels=rgb)


class FakeColorizer:
    """The interface of `Colorizer`; keeps what it was asked."""

    def __init__(self, sha256: str = "ab" * 32) -> None:
        facts = {"name": "none", "version": "1", "sha256": sha256, "z_size": 8}
        self.spec: Any = SimpleNamespace(
            **facts, networks=(), conventions=None, earlier=frozenset()
        )
        self.session: Any = SimpleNamespace(provider="NoneExecutionProvider")
        self.guessed: list[Any] = []
        self.seen: list[tuple[Photo, dict[str, Any]]] = []
        self.before: Callable[[Photo], None] = lambda _: None

    def colorize(self, photo: Photo, **options: Any) -> FakeColorization:
        self.before(photo)
        self.seen.append((photo, options))
        mean = float(photo.pixels.mean()) / np.iinfo(photo.pixels.dtype).max
        return FakeColorization(photo, np.full((2, 2), mean, np.float32))


@pytest.fixture
def colorizer() -> FakeColorizer:
    """A colorizer without a network."""
    return FakeColorizer()


@dataclass
class Desk:
    """A folder of photos, a folder of results, and the queue between them."""

    root: Path
    store: JobStore
    events: list[JobEvent] = field(default_factory=list)

    @property
    def inside(self) -> Path:
        return self.root / "in"

    @property
    def out(self) -> Path:
        return self.root / "out"

    def photo(self, name: str, *, value: int = 100, shape: tuple[int, int] = (24, 32)) -> Path:
        codes = np.full(shape, value, np.uint8)
        codes[::3] += 40
        (self.inside / name).parent.mkdir(parents=True, exist_ok=True)
        return write_photo(Photo(codes), self.inside / name, overwrite=True)

    def job(self, source: Path, target: str | None = None, **facts: Any) -> NewJob:
        return NewJob(source, self.out / (target or source.name), **facts)

    def add(self, *sources: Path, **facts: Any) -> list[int]:
        return self.store.add([self.job(source, **facts) for source in sources])

    def of_kind(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]

    def results(self) -> list[str]:
        return sorted(str(p.relative_to(self.out)) for p in self.out.rglob("*") if p.is_file())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Photos, results and a queue."""
    with JobStore(tmp_path / "queue.sqlite3") as store:
        (tmp_path / "in").mkdir()
        yield Desk(tmp_path, store)
