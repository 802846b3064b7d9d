"""The model that is shipped, from photographs, in one command.

    python -m training.make_model training/configs/autochrome.toml PHOTOS --devices 2

Checks the photographs against the recipe's hashes, prepares them, trains, exports, evaluates the
export, writes its card, and holds it against the README's row where it is of the same version. The
same command goes on where it stopped; RUN/model holds what came of it.
"""

from __future__ import annotations

import argparse
import hashlib
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from rich.console import Console

from core.errors import ModelError
from training import evaluate, prepare_data
from training.config import ConfigError, RunConfig, load_config
from training.engine.onnx_export import ExportError
from training.engine.stop_signals import stop_signals_go_to
from training.evaluation.published import PublishedError, evaluated_row, published_row
from training.export_onnx import export_checkpoint, write_card
from training.models.loading import CheckpointError

#: What the model card and the README show: see docs/training.md.
_SECTIONS = ("--people", "--confidence", "--hints", "--degraded", "--stability")


class MakeModelError(RuntimeError):
    """A step did not end well; it has said why."""


@dataclass(frozen=True)
class ModelBuild:
    """One model and where its parts lie."""

    recipe: Path
    overrides: list[str]
    photos: Path
    run: Path
    devices: int
    readme: Path

    @property
    def config(self) -> RunConfig:
        """The recipe with its overrides."""
        return load_config(self.recipe, self.overrides)

    @property
    def model(self) -> Path:
        """The file to make."""
        return self.run / "model" / "colorizer.onnx"

    def prepare(self) -> None:
        """Photographs -> cache, unless it is there."""
        data = self.config.data
        if data.sources:
            check_sources(self.recipe.with_name(data.sources), self.photos)
        if (Path(data.cache) / "train.npz").is_file():
            return
        sizes = ["--size", str(data.size), "--val-size", str(data.val_size)]
        _must(prepare_data.main([str(self.photos), data.cache, *sizes]))

    def train(self) -> None:
        """Cache -> checkpoint, in a process of its own.

        For several devices it starts itself again for each of them; what comes after is done once.
        """
        changes = [part for override in self.overrides for part in ("--set", override)]
        command = [str(self.recipe), "--run", str(self.run), "--devices", str(self.devices)]
        module = [sys.executable, "-m", "training.train"]
        _must(run_to_its_end([*module, *command, *changes]))

    def export(self) -> None:
        """Checkpoint -> the exported model, its evaluation and its card."""
        config, folder = self.config, self.model.parent
        checkpoint = self.run / "last.pt"
        report = export_checkpoint(checkpoint, self.model, config.export, config.readout)
        command = [config.data.cache, "--checkpoint", str(self.model), "--out", str(folder)]
        options = ["--samples", "8", "--section-photos", "100", "--size", str(config.export.size)]
        _must(evaluate.main([*command, *_SECTIONS, *options]))
        shards = self.photos / "shards" / "manifest.csv.gz"
        manifest = shards if shards.is_file() else None
        write_card(self.model, config.export, report, manifest, folder / "evaluation.md")

    def differences(self) -> list[str]:
        """What the README's row does not hold of the new model."""
        row = published_row(self.readme)
        found = evaluated_row(self.model.parent / "evaluation.json")
        return list(row.compare(self.config.export.version, found))


def check_sources(listed: Path, photos: Path) -> None:
    """Hold files against a list as sha256sum writes it.

    Raises:
        ConfigError: the list cannot be read, or a file is missing or another one.
    """
    try:
        lines = listed.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise ConfigError(f"{listed}: cannot be read ({error.strerror}).") from error
    wrong = [name for digest, name in (line.split(maxsplit=1) for line in lines)
             if _sha256(photos / name) != digest]  # fmt: skip
    if wrong:
        raise ConfigError(
            f"{len(wrong)} of {len(lines)} files in {photos} are not those of {listed.name},"
            f" {wrong[0]} to begin with: for other photographs, --set data.sources=''."
        )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def run_to_its_end(command: Sequence[str]) -> int:
    """Exit status of a command that saves before it stops, and is left the time to.

    Ctrl-C reaches it by itself, a SIGTERM is passed on to it.
    """
    with subprocess.Popen(command) as process:  # noqa: S603 - ours

        def pass_on(number: int, _frame: FrameType | None) -> None:
            if number == signal.SIGTERM:
                process.terminate()

        with stop_signals_go_to(pass_on):
            while True:
                # another thread may have been given the signal: a wait without end would not see it
                with suppress(subprocess.TimeoutExpired):
                    return process.wait(timeout=1)


def _must(status: int) -> None:
    if status:
        raise MakeModelError


def parse(argv: list[str] | None) -> ModelBuild:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="training.make_model",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("recipe", type=Path)
    add("photos", type=Path, help="folder of photographs, or a packed collection")
    add("--run", type=Path, help="folder of the run (default: runs/<name>)")
    add("--set", action="append", default=[], metavar="KEY=VALUE", help="see training.train")
    add("--devices", type=int, default=1, help="processes, one for each device")
    add("--readme", type=Path, default=Path("README.md"), help="whose row to compare with")
    args = parser.parse_args(argv)
    run = args.run or Path("runs") / load_config(args.recipe, args.set).name
    return ModelBuild(args.recipe, args.set, args.photos, run, args.devices, args.readme)


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where a step fails or the row does not hold."""
    console = Console(stderr=True, soft_wrap=True)
    try:
        build = parse(argv)
        build.prepare()
        build.train()
        build.export()
        differences = build.differences()
    except MakeModelError:
        return 1
    except (ConfigError, CheckpointError, ExportError, ModelError, PublishedError) as error:
        console.print(f"training.make_model: {error}", style="red", highlight=False)
        return 1
    for difference in differences:
        console.print(f"Not the README's row: {difference}", style="red", highlight=False)
    console.print(f"{build.model} and its card are made.", highlight=False)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
