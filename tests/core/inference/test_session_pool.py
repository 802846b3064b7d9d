"""Sessions are opened when they are needed, and closed where memory does not hold them all."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from onnx.numpy_helper import from_array

from core.inference.model_choice import ModelChoice
from core.inference.session_pool import SessionPool, memory_mb
from tests.models import graphs


@pytest.fixture
def choices(tmp_path: Path) -> list[ModelChoice]:
    """Three models of a megabyte each."""
    found = []
    for number in range(3):
        graph = graphs.Graph()
        weights = np.zeros((2, 3), np.float32)
        weights[0, 0] = number
        result = graph.conv("input", weights)
        graph.constants.append(from_array(np.zeros(1 << 18, np.float32), "ballast"))
        path = tmp_path / f"{number}.onnx"
        graph.save(path, {"input": (1, 3, 32, 32)}, result, (1, 2, 32, 32))
        found.append(ModelChoice(path))
    return found


def test_all_stay_open_where_there_is_room(choices: list[ModelChoice]) -> None:
    pool = SessionPool("cpu", together_mb=100)
    sessions = [pool.session(choice) for choice in choices]
    assert [pool.session(choice) for choice in choices] == sessions
    assert set(pool.open_models) == set(choices)


def test_the_one_used_longest_ago_is_closed(choices: list[ModelChoice]) -> None:
    pool = SessionPool("cpu", together_mb=6)  # two of 2.5 times a megabyte
    first, second, third = choices
    pool.session(first)
    pool.session(second)
    pool.session(first)
    pool.session(third)
    assert pool.open_models == (first, third)
    assert pool.session(second).spec.name == "1"
    assert pool.open_models == (third, second)


def test_what_is_asked_for_is_open_whatever_it_takes(choices: list[ModelChoice]) -> None:
    pool = SessionPool("cpu", together_mb=0.1)
    for choice in choices:
        assert pool.session(choice).network is not None
        assert pool.open_models == (choice,)


def test_the_machine_has_memory() -> None:
    assert 256 < memory_mb() < 1 << 24
