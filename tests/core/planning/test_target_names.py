"""No two results of one name, whatever the photos are called."""

from __future__ import annotations

import os
import unicodedata
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.photo.header import PhotoHeader
from core.planning.name_template import NameTemplate
from core.planning.source_photo import SourcePhoto
from core.planning.target_names import TargetNamer

OUT = Path("/results")
SCANS = Path("/scans")


def photo(name: str, format: str | None = "jpeg", folder: Path = SCANS) -> SourcePhoto:  # noqa: A002
    return SourcePhoto(folder / name, Path(name), folder / name, PhotoHeader(format))


def names(namer: TargetNamer, *photos: SourcePhoto) -> list[str]:
    return [target.relative_to(OUT).as_posix() for target in namer.targets(photos)]


def test_the_tree_is_mirrored() -> None:
    found = [photo("a.jpg"), photo("1920/a.jpg"), photo("1920/deep/b.TIF", "tiff")]
    assert names(TargetNamer(OUT), *found) == [
        "a_color.jpg",
        "1920/a_color.jpg",
        "1920/deep/b_color.TIF",
    ]


def test_two_photos_of_one_name_get_two_results() -> None:
    found = [photo("a.jpg"), photo("a.png", "png"), photo("A.jpeg"), photo("a_color_2.jpg")]
    namer = TargetNamer(OUT, format="jpeg")
    assert names(namer, *found) == [
        "a_color.jpg", "a_color_2.jpg", "A_color.jpeg", "a_color_2_color.jpg"
    ]  # fmt: skip


def test_names_that_some_file_system_takes_for_one_differ() -> None:
    found = [photo("é.jpg"), photo("e\u0301.jpg"), photo("É.jpg"), photo("Straße.jpg"),
             photo("STRASSE.jpg")]  # fmt: skip
    assert names(TargetNamer(OUT), *found) == [
        "é_color.jpg", "e\u0301_color_2.jpg", "É_color_3.jpg", "Straße_color.jpg",
        "STRASSE_color_2.jpg",
    ]  # fmt: skip


def test_a_result_is_never_a_photo() -> None:
    found = [photo("a.jpg", folder=OUT), photo("a_color.jpg", folder=OUT)]
    assert names(TargetNamer(OUT), *found) == ["a_color_2.jpg", "a_color_color.jpg"]
    assert names(TargetNamer(OUT, NameTemplate("{stem}")), found[0]) == ["a_2.jpg"]


def test_a_result_is_never_a_folder_of_results() -> None:
    found = [photo("a.jpg"), photo("a_color.jpg/b.jpg")]
    assert names(TargetNamer(OUT), *found) == ["a_color_2.jpg", "a_color.jpg/b_color.jpg"]


def test_a_photo_keeps_its_name_when_others_join() -> None:
    old = [photo("b.jpg"), photo("b.png", "png")]
    first = TargetNamer(OUT, format="jpeg").targets(old)
    known = {target: found.real for target, found in zip(first, old, strict=True)}
    joined = [photo("b.TIF", "tiff"), *reversed(old)]
    later = TargetNamer(OUT, format="jpeg", known=known).targets(joined)
    assert later[1:] == first[::-1]
    assert later[0] not in first


def test_a_counter_goes_on_behind_those_in_use() -> None:
    template = NameTemplate("{counter:03d}{ext}")
    old = [photo("b.jpg"), photo("c.jpg")]
    known = dict(zip(TargetNamer(OUT, template).targets(old), [p.real for p in old], strict=True))
    assert [path.name for path in known] == ["001.jpg", "002.jpg"]
    namer = TargetNamer(OUT, template, known=known)
    assert names(namer, photo("a.jpg"), *old) == ["003.jpg", "001.jpg", "002.jpg"]


def test_a_name_of_another_template_is_given_up() -> None:
    known = {OUT / "old/b.jpg": SCANS / "b.jpg"}
    assert names(TargetNamer(OUT, known=known), photo("b.jpg")) == ["b_color.jpg"]


def test_a_name_of_another_photo_is_left_to_it_while_it_is_there(tmp_path: Path) -> None:
    other = tmp_path / "a.jpg"
    other.touch()
    known = {OUT / "a_color.jpg": other}
    assert names(TargetNamer(OUT, known=known), photo("a.jpg")) == ["a_color_2.jpg"]
    other.unlink()
    assert names(TargetNamer(OUT, known=known), photo("a.jpg")) == ["a_color.jpg"]


#: Parts that meet each other on some file system, and each other's numbers.
parts = st.sampled_from(
    ["a", "A", "a_color", "a_color_2", "a_2", "é", "e\u0301", "ß", "ss", "ſs", "ﬁ", "fi", "İ", "i̇",
     "a.jpg", "a_color.jpg", "x" * 250, "x" * 251, "祖" * 83, "a b", "a%", "{stem}", "\udce9"]
)  # fmt: skip
relatives = st.builds(
    lambda folders, stem, ending: "/".join([*folders, stem + ending]),
    st.lists(parts, max_size=2),
    parts,
    st.sampled_from(["", ".jpg", ".JPG", ".jpeg", ".png", ".tif"]),
).filter(lambda name: all(len(os.fsencode(part)) <= 255 for part in name.split("/")))
folders = st.sampled_from([SCANS, OUT])
photos = st.lists(
    st.builds(photo, relatives, st.sampled_from(["jpeg", "png", "tiff", "raw", None]), folders),
    max_size=12,
    unique_by=lambda found: found.real,
)
templates = st.sampled_from(
    ["{stem}_color{ext}", "{stem}", "{stem}.png", "all{ext}", "{counter}", "{parent}/{stem}",
     "{stem}/{counter:02d}", "{parent}_{stem}_{counter}{ext}"]
).map(NameTemplate)  # fmt: skip
formats = st.sampled_from([None, "jpeg", "png"])


def same_name(path: Path) -> str:
    """How the strictest of file systems compares names."""
    folded = unicodedata.normalize("NFKD", str(path)).casefold()
    return unicodedata.normalize("NFKD", folded)


@pytest.mark.slow
@given(photos, templates, formats)
@settings(max_examples=150, deadline=None)
def test_targets_are_distinct_and_in_their_folder(
    found: list[SourcePhoto], template: NameTemplate, format: str | None  # noqa: A002
) -> None:  # fmt: skip
    targets = TargetNamer(OUT, template, format).targets(found)
    keys = [unicodedata.normalize("NFC", str(path)).casefold() for path in targets]
    assert len(set(keys)) == len(found)
    assert not {*targets} & {item.real for item in found}
    ancestors = set(chain.from_iterable(path.parents for path in targets))
    assert not {*targets} & ancestors
    for path in targets:
        assert path.is_relative_to(OUT)
        assert ".." not in path.parts
        assert max(len(os.fsencode(part)) for part in path.parts) <= 255


@given(photos, templates, formats, st.randoms())
@settings(max_examples=100, deadline=None)
def test_a_second_run_with_more_photos_gives_the_first_ones_the_same_names(
    found: list[SourcePhoto], template: NameTemplate, format: str | None, random: object  # noqa: A002
) -> None:  # fmt: skip
    half = found[::2]
    first = TargetNamer(OUT, template, format).targets(half)
    known = {target: item.real for target, item in zip(first, half, strict=True)}
    # a photo that lies where a result of the first run is, is no new photo but that result; and no
    # photo lies below a result, which is a file
    results = {same_name(path) for path in known}
    found = [
        item
        for item in found
        if not any(same_name(path) in results for path in (item.real, *item.real.parents))
    ]
    second = dict(
        zip(
            (item.real for item in found),
            TargetNamer(OUT, template, format, known=known).targets(found),
            strict=True,
        )
    )
    assert [
        second.get(item.real, target) for item, target in zip(half, first, strict=True)
    ] == first


@given(photos, templates)
@settings(max_examples=50, deadline=None)
def test_the_same_photos_get_the_same_names(
    found: list[SourcePhoto], template: NameTemplate
) -> None:
    assert TargetNamer(OUT, template).targets(found) == TargetNamer(OUT, template).targets(found)


@pytest.mark.parametrize("name", ["all{ext}", "{stem}"])
def test_many_photos_of_one_name_are_numbered_without_looking_at_each_other(name: str) -> None:
    found = [photo(f"{i}/a.jpg") for i in range(2000)]
    flat = [SourcePhoto(item.path, Path("a.jpg"), item.real, PhotoHeader("jpeg")) for item in found]
    targets = TargetNamer(OUT, NameTemplate(name)).targets(flat)
    assert len({*targets}) == 2000
    assert targets[-1].stem.endswith("_2000")
