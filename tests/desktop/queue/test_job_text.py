"""Durations and the time left, in words."""

from __future__ import annotations

import pytest

from desktop.queue.job_text import duration_words, left_words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.04, "0.0 s"), (9.84, "9.8 s"), (59, "59 s"), (185, "3:05"), (7210, "2:00:10")],
)
def test_durations_in_words(seconds: float, words: str) -> None:
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "less than a minute left"), (8_000, "about 2 h 15 min left")],
)
def test_time_left_in_words(seconds: float, words: str) -> None:
    assert left_words(seconds) == words
