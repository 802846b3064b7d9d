from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from skimage import data as photographs

from training.data.filters import SAME_PHOTO, Filter, difference_hash


def bits_apart(first: bytes, second: bytes) -> int:
    return (int.from_bytes(first) ^ int.from_bytes(second)).bit_count()


@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee", "rocket"])
def test_a_fingerprint_survives_resizing_and_jpeg(name: str, tmp_path: Path) -> None:
    photo = Image.fromarray(getattr(photographs, name)())
    whole = difference_hash(np.asarray(photo))
    for i, share in enumerate((0.3, 0.6, 0.9)):
        copy = photo.resize((int(photo.width * share), int(photo.height * share)))
        copy.save(tmp_path / f"{i}.jpg", quality=60)
        smaller = difference_hash(np.asarray(Image.open(tmp_path / f"{i}.jpg")))
        assert bits_apart(whole, smaller) <= SAME_PHOTO


def test_crops_of_one_photo_are_not_copies(rng: np.random.Generator) -> None:
    astronaut = photographs.astronaut()
    crops = [astronaut[y : y + 128, x : x + 128] for y in (0, 192, 384) for x in (0, 192, 384)]
    keep = Filter(min_chroma=0)
    assert [keep.reason_against(np.ascontiguousarray(crop)) for crop in crops] == [None] * 9
    assert keep.reason_against(np.ascontiguousarray(crops[4])) == "duplicate"


@pytest.mark.parametrize(("a", "reason"), [(4.0, "near-grey"), (6.0, None)])
def test_near_grey_is_a_mean_chroma_below_five(a: float, reason: str | None) -> None:
    from skimage.color import lab2rgb  # noqa: PLC0415 - its Lab is the independent one

    rgb = lab2rgb(np.full((64, 64, 3), (50.0, a, 0.0)))
    assert Filter().reason_against(np.rint(rgb * 255).astype(np.uint8)) == reason
