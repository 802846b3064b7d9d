"""Everything a model is judged on, measured on the validation photographs of a cache.

    python -m training.evaluate CACHE --checkpoint runs/autochrome/last.pt model.onnx --out DIR

The main table has a row for grey, for the training photos' mean ab, and for each model given;
options add sections. Tables go to standard output; with --out also as Markdown and JSON, with the
list of photos whose SHA-256 the report names.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.console import Console

from core.errors import ModelError
from core.processors import usable_processors
from training.data.cache import PhotoCache
from training.evaluation.ensemble import together, with_mirror, with_sizes
from training.evaluation.parallel import side_by_side
from training.evaluation.photographs import Photograph, name_list
from training.evaluation.predictors import Predictor, constant, evenly, load_predictor, mean_ab
from training.evaluation.report import Column, Report, Table
from training.evaluation.scoring import Observers, PhotoScore, Scores, columns, score_photo
from training.evaluation.sections import (
    Asked,
    Figures,
    degraded,
    stability,
    variety,
    with_chosen_hints,
    with_hints,
)
from training.evaluation.tables import (
    DEGRADED_COLUMNS,
    STABILITY_COLUMNS,
    VARIETY_COLUMNS,
    confidence_table,
    groups_table,
    hint_columns,
    main_table,
    neutrals_table,
    reliability,
    section_table,
)
from training.models.readout import add_readout_options, readout_of
from training.plots import draw_reliability

Indices = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Section:
    """A question to the models that can answer it."""

    key: str
    title: str
    measure: Callable[[Predictor, Photograph, Asked], Figures]
    columns: dict[str, Column]
    can: Callable[[Predictor], bool] = lambda _: True


def sections(args: argparse.Namespace, asked: Asked) -> list[Section]:
    """The sections that the command line asks for."""
    found = []
    if args.hints:
        shown = hint_columns(asked.hints)
        for key, title, measure in (
            ("hints", "Hints from the truth, at random places", with_hints),
            ("chosen", "Hints from the truth, each where it is most wrong", with_chosen_hints),
        ):
            found.append(Section(key, title, measure, shown, lambda model: model.hints))
    if args.degraded:
        title = "Old photographs: degraded at full strength"
        found.append(Section("degraded", title, degraded, DEGRADED_COLUMNS))
    if args.stability:
        found.append(Section("stability", "Stability", stability, STABILITY_COLUMNS))
    if args.samples:
        title = f"{asked.samples} samples of z"
        found.append(
            Section("variety", title, variety, VARIETY_COLUMNS, lambda model: model.z_size > 0)
        )
    return found


@dataclass(frozen=True, eq=False)
class Evaluation:
    """The photos and how they are measured."""

    cache: PhotoCache
    asked: Asked
    threads: int

    def photo(self, i: np.int64) -> Photograph:
        """Made anew for each question: 2,000 photos in Lab would fill the memory."""
        return Photograph.of(self.cache, int(i))

    def scores(self, predictors: Sequence[Predictor], chosen: Indices, eyes: Observers) -> Scores:
        """The main table's raw figures."""

        def work(i: np.int64) -> PhotoScore:
            return score_photo(self.photo(i), predictors, eyes, self.asked.size)

        found = side_by_side(work, list(chosen), self.threads, "all photos")
        names = [predict.name for predict in predictors]
        kinds, people = self.cache.kinds[chosen], self.cache.people[chosen]
        return Scores.gather(names, found, kinds, people, eyes)

    def section(self, section: Section, models: Sequence[Predictor], chosen: Indices) -> Table:
        """One section's table of some models."""
        found = {}
        for predict in models:

            def work(i: np.int64, predict: Predictor = predict) -> Figures:
                return section.measure(predict, self.photo(i), self.asked)

            what = f"{section.key}: {predict.name}"
            found[predict.name] = columns(side_by_side(work, list(chosen), self.threads, what))
        return section_table(section.key, section.title, section.columns, found, self.asked.seed)


def evaluate(args: argparse.Namespace) -> tuple[Report, str, Scores]:
    """The report, the names of its photos one a line, and the main table's raw figures.

    Raises:
        ModelError: an .onnx that cannot be used.
        FileNotFoundError: a cache or a model that is not there.
    """
    cache = PhotoCache(args.cache, "val")
    asked = Asked(args.size, args.seed, tuple(args.hints or ()), args.samples)
    readout = readout_of(args)
    single = [load_predictor(path, readout, ema=not args.raw) for path in args.checkpoint]
    models = [model for each in single for model in averaged(each, args.average)]
    models += [together(single)] if args.together else []
    baselines = [constant("grey"), constant("mean ab", *mean_ab(args.cache))]
    chosen, eyes = evenly(len(cache), args.photos or len(cache)), Observers()
    work = Evaluation(cache, asked, args.threads)
    scores = work.scores([*baselines, *models], chosen, eyes)
    tables = [main_table(scores, eyes.absent(), eyes.lpips_name, args.seed, args.threads)]
    tables.append(neutrals_table(scores, args.seed))
    if args.people:
        tables += [groups_table(model.name, scores, args.seed) for model in models]
    if args.confidence and scores.sureness:
        tables.append(confidence_table(scores, args.seed))
    some = evenly(len(cache), args.section_photos)
    for section in sections(args, asked):
        able = [model for model in models if section.can(model)]
        if able:
            tables.append(work.section(section, able, some))
    names, digest = name_list(cache.names[chosen].tolist())
    return Report("Evaluation", _facts(args, len(chosen), digest), tables), names, scores


def averaged(model: Predictor, over: Sequence[str]) -> Iterator[Predictor]:
    """A model, and the means of its answers that are asked for; all of them last."""
    yield model
    ways = {"mirror": with_mirror, "sizes": with_sizes}
    for name in over:
        yield ways[name](model)
    if len(over) > 1:
        yield with_mirror(with_sizes(model))


def _facts(args: argparse.Namespace, photos: int, digest: str) -> dict[str, str | int]:
    """What is needed to repeat it."""
    facts: dict[str, str | int] = {
        "photographs": f"{photos} of the split val",
        "SHA-256 of their names, one a line": digest,
        "short side the network sees": args.size,
        "seed": args.seed,
        "weights of checkpoints": "raw" if args.raw else "moving average",
        "readout of checkpoints": ", ".join(
            f"{key} {value:g}" for key, value in asdict(readout_of(args)).items()
        ),
    }
    for path in args.checkpoint:
        facts[f"SHA-256 of {path.name}"] = hashlib.sha256(path.read_bytes()).hexdigest()
    return facts


def write(folder: Path, report: Report, names: str, scores: Scores, *, diagrams: bool) -> None:
    """``evaluation.md``, ``evaluation.json``, ``photos.txt`` and the reliability diagrams."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "evaluation.md").write_text(report.markdown(), encoding="utf-8")
    (folder / "evaluation.json").write_text(report.json() + "\n", encoding="utf-8")
    (folder / "photos.txt").write_text(names, encoding="utf-8")
    for name, told in scores.sureness.items() if diagrams else ():
        pixels, tenths = reliability(told)
        draw_reliability(folder / f"reliability-{name.replace('/', '-')}.png", *pixels, tenths)


def parse(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="training.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("cache", type=Path, help="folder made by training.prepare_data")
    add("--checkpoint", type=Path, nargs="+", default=[], metavar="X", help="*.pt or *.onnx")
    add("--photos", type=int, help="photos of the main table, evenly chosen (all)")
    add("--section-photos", type=int, default=300, help="photos of each section (300)")
    add("--size", type=int, default=256, help="short side the network sees (256)")
    add("--people", action="store_true", help="by what the photos show")
    add("--confidence", action="store_true", help="least against most sure; reliability diagram")
    add("--hints", type=int, nargs="*", metavar="N", help="gain of N colour points (1 5 20)")
    add("--degraded", action="store_true", help="old photographs against clean ones")
    add("--stability", action="store_true", help="sizes and mirror image against each other")
    add("--samples", type=int, default=0, metavar="N", help="N samples of z")
    add("--raw", action="store_true", help="a checkpoint's raw weights, not their moving average")
    averages = ("mirror", "sizes")
    add("--average", nargs="*", default=[], choices=averages, help="means of several answers too")
    add("--together", action="store_true", help="the mean of all models' answers too")
    add_readout_options(parser)
    add("--out", type=Path, help="folder for Markdown, JSON and diagrams")
    add("--seed", type=int, default=0)
    add("--threads", type=int, default=usable_processors(), help="photos at a time")
    args = parser.parse_args(argv)
    if args.hints == []:
        args.hints = [1, 5, 20]
    if args.together and len(args.checkpoint) < 2:
        parser.error("--together needs two models or more.")
    if args.samples == 1:
        parser.error("--samples needs two or more to compare.")
    return args


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where a cache or a model cannot be used."""
    args = parse(argv)
    try:
        report, names, scores = evaluate(args)
    except (ModelError, FileNotFoundError) as error:
        Console(stderr=True, soft_wrap=True).print(
            f"training.evaluate: {error}", style="red", highlight=False
        )
        return 1
    print(report.markdown())  # noqa: T201 - a command line speaks
    if args.out:
        write(args.out, report, names, scores, diagrams=args.confidence)
    return 0


if __name__ == "__main__":
    sys.exit(main())
