"""Two processes by Fabric's own launcher."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
SCRIPT = Path(__file__).with_name("two_processes.py")


@pytest.fixture(scope="module")
def folder(caches: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = tmp_path_factory.mktemp("run")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, str(SCRIPT), str(caches), str(run)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return run


@pytest.fixture(scope="module")
def ranks(folder: Path) -> list[dict[str, Any]]:
    return [torch.load(folder / f"rank{i}.pt", weights_only=True) for i in range(2)]


@pytest.mark.slow
def test_both_stop_where_one_was_asked_to_and_go_on_to_the_end(ranks: list[dict[str, Any]]) -> None:
    for rank in ranks:
        facts = rank["facts"]
        assert facts["world_size"] == 2
        assert facts["stopped"]
        assert facts["stopped_at"] == 2
        assert facts["complete"]
        assert facts["steps"] == 4 + 2 + 2


@pytest.mark.slow
def test_both_end_with_the_same_weights(folder: Path, ranks: list[dict[str, Any]]) -> None:
    first, second = (rank["weights"] for rank in ranks)
    assert first.keys() == second.keys()
    assert all(torch.equal(first[name], second[name]) for name in first)
    saved = torch.load(folder / "last.pt", weights_only=True)
    for name, weight in first.items():
        network, _, own = name.partition(".")
        assert torch.equal(saved[network][own], weight)


@pytest.mark.slow
def test_only_the_first_writes(folder: Path, ranks: list[dict[str, Any]]) -> None:
    assert ranks[0]["facts"]["saved"]
    assert ranks[1]["facts"]["saved"] == []
    lines = [json.loads(line) for line in (folder / "history.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines if "evaluation" not in line] == list(range(1, 9))
    assert len(list(folder.glob("events.*"))) == 2  # one a start
    assert [line["images"] for line in lines if "evaluation" in line] == [12, 20]
