from __future__ import annotations

from dataclasses import replace

import pytest
import torch

from training.config import StageConfig
from training.engine.schedule import rate_factor

STAGE = StageConfig("s", {"l1": 1.0}, size=64, batch_size=10, images=1000)


def factors(stage: StageConfig, total: int = 1000) -> list[float]:
    return [rate_factor(stage, seen, total) for seen in range(0, total + 1, 10)]


def test_constant_is_one() -> None:
    assert set(factors(STAGE)) == {1.0}


def test_cosine_is_torchs() -> None:
    parameter = torch.nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=1.0)
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=100, eta_min=0.01)
    expected = []
    for _ in range(101):
        expected.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    assert factors(replace(STAGE, schedule="cosine")) == pytest.approx(expected)


def test_one_cycle_climbs_for_a_quarter_then_falls() -> None:
    cycle = factors(replace(STAGE, schedule="one-cycle"))
    assert cycle[0] == pytest.approx(1 / 25)
    assert cycle[25] == pytest.approx(1)
    assert cycle[-1] == pytest.approx(0.01)
    assert cycle[:26] == sorted(cycle[:26])
    assert cycle[25:] == sorted(cycle[25:], reverse=True)


def test_warm_up_comes_on_top() -> None:
    stage = replace(STAGE, warmup_images=100)
    assert rate_factor(stage, 0, 1000) == pytest.approx(0.01)
    assert rate_factor(stage, 49, 1000) == pytest.approx(0.5)
    assert rate_factor(stage, 100, 1000) == 1
    assert rate_factor(replace(stage, schedule="cosine"), 0, 1000) == pytest.approx(0.01)


def test_a_stage_that_is_over_stays_at_its_end() -> None:
    assert rate_factor(replace(STAGE, schedule="cosine"), 1020, 1000) == pytest.approx(0.01)
