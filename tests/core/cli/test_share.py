"""``autochrome share``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

Run = Callable[..., tuple[int, str, str]]


def test_before_and_after_in_one_file(run: Run, photo: Path, tmp_path: Path) -> None:
    result, both = tmp_path / "color.png", tmp_path / "both.jpg"
    Image.fromarray(data.coffee()).resize((160, 120)).save(result)
    arguments = ("share", photo, result, "-o", both, "--caption", "Grandma", "--mark")
    status, out, err = run(*arguments)
    assert (status, out, err) == (0, f"{both}\n", "")
    with Image.open(both) as picture:
        assert picture.size[0] == 322
        assert np.asarray(picture)[60, 300].std() > 2
    status, _, err = run(*arguments)
    assert status == 1
    assert "both.jpg exists already" in err
    assert run(*arguments, "--overwrite")[0] == 0
    assert run("share", photo, tmp_path / "gone.png", "-o", tmp_path / "x.jpg")[0] == 1
