"""Hand a run on: its weights and counters in a file that is small enough to be committed.

    python -m training.portable_state runs/autochrome/last.pt autochrome.pt
    python -m training.train training/configs/autochrome.toml --state autochrome.pt

The second command goes on where the run stood, in a new folder on any machine; the optimizer begins
anew and warms up as at the beginning of a stage.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import torch

from core.files.atomic import atomic_file
from training.engine.portable_state import portable_state
from training.models.loading import CheckpointError, load_content


def main(argv: list[str] | None = None) -> int:
    """Command line; exit status 1 where the checkpoint cannot be used."""
    parser = argparse.ArgumentParser(
        prog="training.portable_state",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoint", type=Path, help="last.pt of a run")
    parser.add_argument("state", type=Path, help="the file to write")
    args = parser.parse_args(argv)
    try:
        kept = portable_state(load_content(args.checkpoint))
    except (CheckpointError, FileNotFoundError) as error:
        print(f"training.portable_state: {error}", file=sys.stderr)  # noqa: T201 - a command line speaks
        return 1
    args.state.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(args.state, overwrite=True) as stream:
        torch.save(kept, stream)
    images = kept["progress"]["images"]
    print(f"{args.state}: {args.state.stat().st_size / 1e6:.1f} MB, {images:,} images seen")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
