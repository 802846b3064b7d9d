"""Which hashes stand for earlier versions of the program's own model."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from core.colorize.ensemble import load_specs
from core.inference.earlier_models import EARLIER
from core.inference.model_choice import chosen_models
from core.inference.model_file import load_model_spec, published_sha256
from core.inference.model_spec import bundled_model


def test_they_are_hashes_and_the_model_of_today_is_none_of_them() -> None:
    assert all(re.fullmatch(r"[0-9a-f]{64}", sha256) for sha256 in EARLIER)
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in EARLIER.values())
    assert published_sha256(bundled_model()) not in EARLIER


def test_the_programs_own_model_takes_their_place_and_no_other_does(
    tiny_model: Callable[..., Path],
) -> None:
    assert load_model_spec(bundled_model()).earlier == set(EARLIER)
    assert load_model_spec(tiny_model()).earlier == set()


def test_beside_another_model_the_whole_choice_has_earlier_hashes(
    tiny_model: Callable[..., Path],
) -> None:
    other = str(tiny_model())
    spec = load_specs(chosen_models([str(bundled_model()), f"{other}:0.5"]))
    assert len(spec.earlier) == len(EARLIER)
    assert spec.sha256 not in spec.earlier
    swapped = load_specs(chosen_models([f"{other}:0.5", str(bundled_model())]))
    assert not swapped.earlier & spec.earlier
