"""A person's own looks: kept, taken, renamed, deleted, had back, remembered."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.colorize.look import Look
from desktop.presets import (
    Preset,
    decode_presets,
    encode_presets,
    renamed,
    with_preset,
    without_preset,
)
from desktop.settings import Settings, SettingsFile

A, B = Preset("Album", Look(0.9, 1.2, 0.1)), Preset("b & w", Look(0, 1, 0))


_looks = st.builds(Look, st.floats(0, 1.5), st.floats(0, 3), st.floats(-1, 1))


_names = st.text(min_size=1).map(str.strip).filter(bool)


_presets = st.lists(st.builds(Preset, _names, _looks), max_size=4).map(tuple)


@given(_presets)
def test_there_and_back(presets: tuple[Preset, ...]) -> None:
    assert decode_presets(encode_presets(presets)) == presets


@given(st.lists(st.text(max_size=20)), st.sampled_from(encode_presets([A, B])))
def test_a_damaged_line_costs_one_preset(lines: list[str], good: str) -> None:
    assert decode_presets([*lines, good])[-1] == decode_presets([good])[0]


def test_a_look_out_of_range_is_left_out() -> None:
    assert (
        decode_presets(['{"name": "x", "strength": 7}', '{"name": " "}', '{"strength": 1}']) == ()
    )


def test_a_file_of_settings_holds_them(tmp_path: Path) -> None:
    kept = Settings(presets=encode_presets([Preset('"comma", =ü', Look(1, 2, -0.5)), B]))
    SettingsFile(tmp_path / "s.ini").save(kept)
    assert SettingsFile(tmp_path / "s.ini").load() == kept


def test_one_name_is_one_look() -> None:
    assert with_preset([B], A) == (A, B)
    other = Preset("Album", Look(0.1))
    assert with_preset([A, B], other) == (other, B)
    assert renamed([A, B], "Album", "b & w") == (Preset("b & w", A.look),)
    assert renamed([A], "nobody", "x") == (A,)
    assert without_preset([A, B], "Album") == (B,)
