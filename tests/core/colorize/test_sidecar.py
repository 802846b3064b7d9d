"""The sidecar: there and back, those of 0.1.0, and those that are damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import read_sidecar, sidecar_of, write_sidecar
from core.colorize.tint import ToneOption
from core.errors import WriteError

EDIT = Edit(
    Look(0.5, 2, -0.25), (ColorHint(0.1, 0.9, (20.5, -30.25)),), seed=3, recolor=True, size=384
)
#: As the window of 0.1.0 wrote it.
OLD = """{
 "autochrome": 1,
 "look": {
  "strength": 0.5,
  "saturation": 2,
  "warmth": -0.25
 },
 "hints": [
  {
   "x": 0.1,
   "y": 0.9,
   "ab": [
    20.5,
    -30.25
   ],
   "radius": 0.02
  }
 ],
 "seed": 3,
 "recolor": true,
 "size": 384
}"""


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return tmp_path / "a photo.jpg"


def test_there_and_back(photo: Path, tmp_path: Path) -> None:
    edit = replace(EDIT, tone=ToneOption.KEEP, keep_ink=False)
    write_sidecar(photo, edit)
    assert sidecar_of(photo).name == "a photo.jpg.autochrome.json"
    assert read_sidecar(photo) == edit
    write_sidecar(photo, Edit())
    assert list(tmp_path.iterdir()) == []


def test_an_old_one_is_read(photo: Path) -> None:
    sidecar_of(photo).write_text(OLD, encoding="utf-8")
    assert read_sidecar(photo) == EDIT


def test_the_oldest_say_nothing_of_a_size(photo: Path) -> None:
    content = json.loads(OLD)
    del content["size"]
    sidecar_of(photo).write_text(json.dumps(content), encoding="utf-8")
    earlier = read_sidecar(photo)
    assert earlier is not None
    assert (earlier.size, earlier.seed) == (None, 3)


def test_what_was_written_can_be_read_by_the_old_program(photo: Path) -> None:
    write_sidecar(photo, EDIT)
    written, old = json.loads(sidecar_of(photo).read_text(encoding="utf-8")), json.loads(OLD)
    # it passes over keys that it does not know
    hints = [{**new, **hint} for new, hint in zip(written["hints"], old["hints"], strict=True)]
    assert {**written, **old, "hints": hints} == written


@pytest.mark.parametrize(
    "changed",
    [
        {"autochrome": 2}, {"look": {"strength": 9}}, {"look": {"warmth": "x"}}, {"seed": "3"},
        {"hints": [{"x": 7, "y": 0, "ab": [1, 2], "radius": 0.1}]}, {"hints": [{"x": 0.5}]},
    ],
)  # fmt: skip
def test_one_that_cannot_be_understood_is_no_earlier_work(
    photo: Path, changed: dict[str, object]
) -> None:
    sidecar_of(photo).write_text(json.dumps(json.loads(OLD) | changed), encoding="utf-8")
    assert read_sidecar(photo) is None


def test_what_cannot_be_removed_is_said(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    sidecar_of(photo).mkdir()
    with pytest.raises(WriteError, match=r"a\.jpg\.autochrome\.json"):
        write_sidecar(photo, Edit())


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.dictionaries(
            st.sampled_from(["autochrome", "look", "hints", "seed", "recolor"]),
            st.one_of(
                st.none(), st.just(1), st.text(max_size=3), st.just({"strength": "x"}),
                st.just([{"x": 9, "y": 0, "ab": [1, 2], "radius": 0.1}]), st.just([[]]),
            ),
        ).map(lambda content: json.dumps(content).encode()),
    )
)  # fmt: skip
def test_a_damaged_one_is_no_earlier_work(tmp_path: Path, content: bytes) -> None:
    photo = tmp_path / "a.jpg"
    sidecar_of(photo).write_bytes(content)
    earlier = read_sidecar(photo)
    assert earlier is None or earlier in {Edit(), Edit(seed=1)}
