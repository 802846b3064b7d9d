"""The sidecar: there and back, those of 0.1.0, and those that are damaged."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.colorize.edits import Edit
from core.colorize.hints import ColorHint
from core.colorize.look import Look
from core.colorize.sidecar import (
    Work,
    load_sidecar,
    read_sidecar,
    sidecar_of,
    write_sidecar,
    write_work,
)
from core.colorize.strokes import Stroke, StrokeKind
from core.colorize.tint import ToneOption
from core.errors import WriteError
from core.inference.model_file import load_model_spec
from core.inference.model_spec import bundled_model

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


def test_an_old_ones_points_reach_all_that_is_like_them(photo: Path) -> None:
    sidecar_of(photo).write_text(OLD, encoding="utf-8")
    assert read_sidecar(photo) == replace(EDIT, hints=(replace(EDIT.hints[0], reach=1.0),))


def test_the_oldest_say_nothing_of_a_size(photo: Path) -> None:
    content = json.loads(OLD)
    del content["size"]
    sidecar_of(photo).write_text(json.dumps(content), encoding="utf-8")
    earlier = read_sidecar(photo)
    assert earlier is not None
    assert (earlier.size, earlier.seed) == (None, 3)


def test_strokes_model_and_versions_are_kept(photo: Path) -> None:
    stroke = Stroke(((0.1, 0.2), (0.3, 0.4)), 0.05, StrokeKind.GREY)
    edit = replace(EDIT, strokes=(stroke,))
    write_work(photo, Work(edit, {"warm": EDIT}), model=load_model_spec(bundled_model()))
    found = load_sidecar(photo)
    assert found is not None
    assert found.work == Work(edit, {"warm": EDIT})
    assert found.model is not None
    assert found.model.sha256 == hashlib.sha256(bundled_model().read_bytes()).hexdigest()
    write_sidecar(photo, Edit())
    assert load_sidecar(photo) == replace(found, work=Work(Edit(), {"warm": EDIT}))
    write_work(photo, Work())
    assert not sidecar_of(photo).exists()


def test_each_page_of_a_document_has_work_of_its_own(photo: Path) -> None:
    first, third = Work(EDIT), Work(Edit(Look(0.5)), {"pale": Edit(Look(0.2))})
    write_work(photo, third, page=2)
    write_work(photo, first)
    assert (read_sidecar(photo), read_sidecar(photo, 1)) == (EDIT, Edit())
    found = load_sidecar(photo)
    assert found is not None
    assert found.of_page(2) == third
    assert json.loads(sidecar_of(photo).read_text(encoding="utf-8"))["pages"].keys() == {"3"}
    write_work(photo, Work(), page=2)
    write_work(photo, Work())
    assert not sidecar_of(photo).exists()


def test_what_is_not_known_is_written_back(photo: Path) -> None:
    later = json.loads(OLD) | {"autochrome": 2, "slant": 90, "mat": [0, 0, 1, 0.5], "mood": "sad"}
    sidecar_of(photo).write_text(json.dumps(later), encoding="utf-8")
    write_sidecar(photo, Edit())
    kept = json.loads(sidecar_of(photo).read_text(encoding="utf-8"))
    assert {key: kept[key] for key in ("slant", "mat", "mood")} == {
        "slant": 90, "mat": [0, 0, 1, 0.5], "mood": "sad"
    }  # fmt: skip
    assert kept["hints"] == []


def test_what_a_later_version_says_of_a_point_is_kept_with_the_point(photo: Path) -> None:
    two = replace(EDIT, hints=(*EDIT.hints, ColorHint(0.1, 0.1, (5, 5))))
    write_work(photo, Work(two, {"warm": EDIT}))
    content = json.loads(sidecar_of(photo).read_text(encoding="utf-8"))
    content["model"] = {"name": "a", "version": "1", "sha256": "0", "family": "later"}
    content["hints"][0]["softness"] = content["versions"]["warm"]["hints"][0]["softness"] = 0.4
    content["look"]["glow"] = content["versions"]["warm"]["glow"] = 0.7
    sidecar_of(photo).write_text(json.dumps(content), encoding="utf-8")
    earlier = read_sidecar(photo)
    assert earlier is not None
    assert earlier.hints[0] == EDIT.hints[0]
    moved = replace(earlier, hints=(earlier.hints[0], replace(earlier.hints[1], x=0.3)))
    write_sidecar(photo, replace(moved, look=replace(EDIT.look, warmth=0.5)))
    kept = json.loads(sidecar_of(photo).read_text(encoding="utf-8"))
    assert kept["hints"][0] == content["hints"][0]
    assert kept["hints"][1] == content["hints"][1] | {"x": 0.3}
    assert kept["look"] == content["look"] | {"warmth": 0.5}
    assert kept["versions"] == content["versions"]
    assert kept["model"] == content["model"]
    write_sidecar(photo, replace(moved, hints=moved.hints[1:]))
    assert "softness" not in str(json.loads(sidecar_of(photo).read_text("utf-8"))["hints"])


@pytest.mark.parametrize("content", ["{", json.dumps({"autochrome": 3}), "[]", '{"other": 1}'])
@pytest.mark.parametrize("edit", [EDIT, Edit()])
def test_what_cannot_be_understood_is_never_overwritten(
    photo: Path, content: str, edit: Edit
) -> None:
    sidecar_of(photo).write_text(content, encoding="utf-8")
    write_sidecar(photo, edit)
    aside = sidecar_of(photo).with_name(f"{sidecar_of(photo).name}.kept")
    assert aside.read_text(encoding="utf-8") == content
    assert read_sidecar(photo) == (None if edit == Edit() else edit)
    sidecar_of(photo).write_text("[", encoding="utf-8")
    write_sidecar(photo, EDIT)
    assert aside.read_text(encoding="utf-8") == content
    assert aside.with_name(f"{aside.name}1").read_text(encoding="utf-8") == "["


@pytest.mark.parametrize(
    "changed",
    [
        {"autochrome": 3}, {"versions": []}, {"model": {}}, {"pages": {"x": {}}},
        {"pages": {"2": 1}},
        {"look": {"strength": 9}}, {"look": {"warmth": "x"}}, {"seed": "3"},
        {"hints": [{"x": 7, "y": 0, "ab": [1, 2], "radius": 0.1}]}, {"hints": [{"x": 0.5}]},
    ],
)  # fmt: skip
def test_one_that_cannot_be_understood_is_no_earlier_work(
    photo: Path, changed: dict[str, object]
) -> None:
    sidecar_of(photo).write_text(json.dumps(json.loads(OLD) | changed), encoding="utf-8")
    assert read_sidecar(photo) is None


@pytest.mark.parametrize("failing", ["unlink", "rename"])
def test_what_cannot_be_removed_is_said(
    photo: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidecar_of(photo).write_text(OLD if failing == "unlink" else "{", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, failing, refuse)
    with pytest.raises(WriteError, match=r"a photo\.jpg\.autochrome\.json"):
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
