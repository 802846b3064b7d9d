"""How many threads may work: what the system allows, and what the person asks for."""

from __future__ import annotations

import os

import pytest

from core.processors import usable_processors


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="the system has no affinity")
def test_a_process_kept_to_one_processor_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHON_CPU_COUNT", raising=False)
    allowed = os.sched_getaffinity(0)
    assert usable_processors() == len(allowed)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        assert usable_processors() == 1
    finally:
        os.sched_setaffinity(0, allowed)


@pytest.mark.parametrize("words", ["", "0", "-2", "default", "many"])
def test_what_is_no_number_of_processors_is_no_wish(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_CPU_COUNT", words)
    unasked = usable_processors()
    assert unasked >= 1
    monkeypatch.setenv("PYTHON_CPU_COUNT", str(unasked + 3))
    assert usable_processors() == unasked + 3
