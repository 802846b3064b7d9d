"""Templates of names."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.photo.header import PhotoHeader
from core.planning.name_template import (
    TEMPLATE_FIELDS,
    NameTemplate,
    fill_within_limits,
    planned_format,
    template_values,
)
from core.planning.source_photo import SourcePhoto

VALUES: dict[str, object] = {
    "stem": "scan",
    "ext": ".tif",
    "parent": "1920",
    "date": date(1920, 5, 1),
    "model": "autochrome",
}


def photo(name: str, format: str | None = "jpeg") -> SourcePhoto:  # noqa: A002
    return SourcePhoto(
        Path("/scans") / name, Path(name), Path("/scans") / name, PhotoHeader(format)
    )


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{stem}_color{ext}", "scan_color.tif"),
        ("{stem}", "scan.tif"),
        ("{stem}.v2", "scan.v2.tif"),
        ("{stem}.PNG", "scan.PNG"),
        ("{parent}/{date}_{counter:05d}{ext}", "1920/1920-05-01_00007.tif"),
        ("{date:%Y/%m}/{model}{ext}", "1920/05/autochrome.tif"),
        ("{{{stem}}}", "{scan}.tif"),
    ],
)
def test_fields_are_filled(template: str, name: str) -> None:
    assert NameTemplate(template).fill(counter=7, **VALUES) == name


@pytest.mark.parametrize(
    "template",
    [
        "", "{size}", "{stem.__class__}", "{stem!r}", "{0}", "{}", "{stem", "{counter:{stem}}",
        "../{stem}", "/{stem}", "{stem}/../{ext}", "a//{stem}", "{ext}{stem}", "C:{stem}",
        "{date:/}", "{counter:q}", "a\\{stem}", "{stem}\0", "./{stem}", "{stem}/ /x",
    ],
)  # fmt: skip
def test_what_is_no_name_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        NameTemplate(template)


def test_a_written_ending_decides_the_format() -> None:
    assert NameTemplate("{stem}.png").format == "png"
    assert NameTemplate("{stem}.JPEG").format == "jpeg"
    assert NameTemplate("{stem}.v2").format is None
    assert NameTemplate().format is None


@pytest.mark.parametrize(
    ("name", "format", "asked", "result", "ending"),
    [
        ("a.jpeg", "jpeg", None, "jpeg", ".jpeg"),
        ("a.TIF", "tiff", None, "tiff", ".TIF"),
        ("a.tif", "jpeg", None, "jpeg", ".jpg"),  # its bytes count
        ("a.jpg", "jpeg", "png", "png", ".png"),
        ("a.nef", "tiff", None, "tiff", ".tif"),
        ("a.cr2", "raw", None, "tiff", ".tif"),
        ("a.jxl", "jxl", None, "tiff", ".tif"),
        ("a.heic", "heic", None, "jpeg", ".jpg"),
        ("a.PNG", None, None, "png", ".PNG"),
        ("a", None, None, "jpeg", ".jpg"),
    ],
)
def test_the_format_of_a_result(
    name: str, format: str | None, asked: str | None, result: str, ending: str  # noqa: A002
) -> None:  # fmt: skip
    found = planned_format(photo(name, format), asked)
    assert (found, template_values(photo(name), found, "m")["ext"]) == (result, ending)


def test_a_models_name_makes_no_folder() -> None:
    assert template_values(photo("a.jpg"), "jpeg", "ours/v2: best?")["model"] == "ours_v2_ best_"
    assert template_values(photo("a.jpg"), "jpeg", "..")["model"] == "model"


def test_the_parent_is_the_folder_the_photo_is_in(monkeypatch: pytest.MonkeyPatch) -> None:
    assert template_values(photo("1920/a.jpg"), "jpeg", "m")["parent"] == "1920"
    assert template_values(photo("a.jpg"), "jpeg", "m")["parent"] == "scans"


texts = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)
templates = st.lists(
    st.sampled_from([f"{{{name}}}" for name in TEMPLATE_FIELDS if name != "ext"])
    | st.sampled_from(["_", "-", "x", "/", ".", "{counter:03d}", "{date:%Y}"]),
    min_size=1,
    max_size=8,
).map("".join)


@given(templates, texts, texts, st.integers(1, 10**6), st.integers(0, 60_000))
def test_a_name_stays_below_its_folder_and_fits(
    text: str, stem: str, parent: str, counter: int, days: int
) -> None:
    try:
        template = NameTemplate(text)
    except ValueError:
        return
    values = {**VALUES, "stem": stem * 20, "date": date(1900, 1, 1) + timedelta(days)}
    values["parent"] = parent[:60] if parent.strip(". ") else "p"
    name = Path(fill_within_limits(template, values, counter, "_2"))
    assert not name.is_absolute()
    assert ".." not in name.parts
    assert name.suffix == ".tif"
    assert max(len(os.fsencode(part)) for part in name.parts) <= 255
