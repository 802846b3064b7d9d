"""The sheet of docs/models.md: this program's model and two made-up ones.

python -m tests.models.sheet [TARGET]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

from core.cli import program
from core.resources import resource
from tests.models import graphs

_TARGET = Path(__file__).parents[2] / "docs" / "img" / "models.jpg"


def main() -> int:
    """Make the models, then the sheet by the command line; its exit status."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else _TARGET
    photos = [str(resource(f"samples/{name}.jpg")) for name in ("camera", "coffee")]
    with tempfile.TemporaryDirectory() as folder:
        # a sky by place and a ground by lightness, as DDColor is fed; sepia, as DeOldify is
        named = {
            "made-up ddcolor": by_place(Path(folder) / "made-up ddcolor.onnx"),
            "made-up deoldify": graphs.deoldify(Path(folder) / "made-up deoldify.onnx"),
        }
        models = [word for path in named.values() for word in ("--model", str(path))]
        ours = ["--model", "autochrome"]
        sheet = ["models", "compare", *photos, "-o", str(target), "--overwrite"]
        return program.main([*sheet, *ours, *models, "--device", "cpu"])


def by_place(path: Path) -> Path:
    """A graph as DDColor's: a*, b* of the grey code and of how far down a pixel is."""
    graph = graphs.Graph()
    down = np.linspace(0, 1, 256, dtype=np.float32)[:, None] * np.ones((1, 256), np.float32)
    slope = np.stack([-18 * down, 45 * down - 30 * (1 - down)])[None]
    third = np.full((2, 3), 1 / 3, np.float32)
    result = graph.node("Mul", graph.conv("input", third), graph.constant(slope))
    return graph.save(path, {"input": (1, 3, 256, 256)}, result, (1, 2, 256, 256))


if __name__ == "__main__":
    sys.exit(main())
