"""What the tests of reading share."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import (
    PhotoError,
)
from core.photo.read import read_photo


def saved(name: str, **options: object) -> bytes:
    codes = np.random.default_rng(3).integers(0, 256, (64, 64, 3), dtype=np.uint8)
    out = io.BytesIO()
    Image.fromarray(codes).save(out, name, **options)
    return out.getvalue()


def refused(path: Path, kind: type[PhotoError], said: str) -> None:
    with pytest.raises(kind, match=said) as caught:
        read_photo(path)
    assert caught.value.path == path
    assert path.name in str(caught.value)
