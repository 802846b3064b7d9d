"""Frozen dataclasses <-> JSON: what survives, and what is refused in one sentence."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Meta

from core.codec import MOST_TEXT, from_json, from_plain, parse_json, salvage, to_json, to_plain
from core.errors import AutochromeError, InvalidDataError


class Mood(StrEnum):
    CALM = "calm"
    WILD = "wild"


@dataclass(frozen=True)
class Point:
    x: float
    ab: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Choice:
    name: str = ""
    size: Annotated[int, Meta(ge=1, le=100)] | None = None
    strength: float = 1.0
    mood: Mood = Mood.CALM
    folder: Path = Path()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Keeping:
    size: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Ordered:
    low: int = 0
    high: int = 9

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError("low is more than high")


CHOICE = Choice("Größe", 7, 1e-05, Mood.WILD, Path("/a/b"), (Point(1.5, (2.0, -3.0)),))


def test_the_text_is_pinned() -> None:
    assert to_json(CHOICE) == (
        '{"folder":"/a/b","mood":"wild","name":"Gr\\u00f6\\u00dfe",'
        '"points":[{"ab":[2.0,-3.0],"x":1.5}],"size":7,"strength":1e-05}'
    ).replace("/a/b", json.dumps(str(Path("/a/b")))[1:-1])
    assert to_json({"b": Path("x"), "a": Mood.CALM}) == '{"a":"calm","b":"x"}'
    assert to_json(Keeping(3), indent=1) == '{\n "size": 3\n}'


@given(
    st.builds(
        Choice,
        name=st.text(),
        size=st.none() | st.integers(1, 100),
        strength=st.floats(allow_nan=False, allow_infinity=False),
        mood=st.sampled_from(Mood),
        points=st.lists(st.builds(Point, st.floats(-1e9, 1e9))).map(tuple),
    )
)
def test_a_value_comes_back_as_it_was(choice: Choice) -> None:
    assert from_json(to_json(choice), Choice) == choice
    assert from_plain(json.loads(to_json(choice)), Choice) == choice
    assert salvage(to_json(choice), Choice) == choice
    assert json.loads(to_json(choice)) == json.loads(json.dumps(to_plain(choice)))


@pytest.mark.skipif(sys.platform == "win32", reason="file names there are Unicode")
def test_a_name_that_is_no_unicode_survives() -> None:
    folder = Path(os.fsdecode(b"/caf\xe9"))
    assert from_json(to_json(Choice(folder=folder)), Choice).folder == folder


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Choice: not JSON"),
        ("{", "Choice: not JSON"),
        ("[" * 100_000, "Choice: not JSON"),
        ('{"strength": NaN}', "NaN is no number"),
        ("[]", "Expected `object`, got `array`"),
        ('{"size": "7"}', "Expected `int | null`, got `str` - at `$.size`"),
        ('{"size": true}', "got `bool`"),
        ('{"size": 0}', "Expected `int` >= 1 - at `$.size`"),
        ('{"mood": "odd"}', "Invalid enum value 'odd'"),
        ('{"folder": 3}', "expected .*Path"),
        ('{"points": [{}]}', "missing required field `x` - at `$.points\\[0\\]`"),
        ('{"sise": 7}', "sise is not known"),
        ('{"points": [{"x": 1, "y": 2}]}', "points.y is not known"),
    ],
)
def test_what_is_wrong_is_said(text: str, words: str) -> None:
    pattern = words.replace("$", "\\$").replace("|", "\\|")
    with pytest.raises(InvalidDataError, match=pattern) as caught:
        from_json(text, Choice)
    assert isinstance(caught.value, AutochromeError)


def test_what_an_older_program_does_not_know_it_keeps() -> None:
    text = '{"later":{"b":[1]},"size":3}'
    kept = from_json(text, Keeping)
    assert kept == Keeping(3, {"later": {"b": [1]}})
    assert to_json(kept) == text
    assert salvage(text, Keeping) == kept
    # no key of that name is taken for the field itself
    assert from_json('{"extra":1}', Keeping) == Keeping(0, {"extra": 1})


def test_what_can_be_understood_is_saved() -> None:
    text = to_json({**to_plain(CHOICE), "size": 1000, "mood": 3, "sise": 1})
    assert salvage(text, Choice) == Choice("Größe", None, 1e-05, Mood.CALM, *_rest(CHOICE))
    for nothing in ("", "{", "[]", "3", '"text"', "[" * 100_000):
        assert salvage(nothing, Choice) == Choice()
        assert salvage(nothing, Keeping) == Keeping()
    assert salvage('{"low": 20}', Ordered) == Ordered()
    assert salvage('{"low": 5}', Ordered) == Ordered(low=5)


def _rest(choice: Choice) -> tuple[Path, tuple[Point, ...]]:
    return choice.folder, choice.points


def test_a_number_that_is_none_is_not_written() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        to_json(Point(float("nan")))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "[" * 65 + "]" * 65,
        '{"a":' * 65 + "1" + "}" * 65,
        '{"size": ' + "9" * 5_000 + "}",
        '{"size": Infinity}',
        " " * (MOST_TEXT + 1),
        "\ud800",
    ],
    ids=lambda text: text[:9].strip(),
)
def test_absurd_depths_and_numbers_are_refused(text: str) -> None:
    with pytest.raises(InvalidDataError):
        parse_json(text)
    for kind in (Choice, Keeping):
        with pytest.raises(InvalidDataError):
            from_json(text, kind)
        assert salvage(text, kind) == kind()


def test_what_is_kept_unknown_can_be_written_again() -> None:
    """At the deepest that is read; else an odd value could keep settings from being saved."""
    deep = '{"later":' + "[" * 62 + "]" * 62 + "}"
    kept = from_json(deep, Keeping)
    assert from_json(to_json(kept), Keeping) == kept
