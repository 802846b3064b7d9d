from __future__ import annotations

import torch

from training.losses.term import has_hints, subsample_pixels


def test_each_quarter_of_the_pixels_is_drawn_and_the_maps_stay_together() -> None:
    places = torch.arange(24.0).view(1, 1, 4, 6)
    drawn = set()
    for _ in range(60):
        some, same = subsample_pixels(places, -places)
        assert torch.equal(some, -same)
        drawn.add(tuple(some.flatten().tolist()))
    assert {len(quarter) for quarter in drawn} == {6}
    assert sorted(place for quarter in drawn for place in quarter) == places.flatten().tolist()


def test_a_sample_with_a_point_is_known_by_its_mask() -> None:
    hints = torch.zeros(3, 3, 8, 8)
    hints[0, :2] = 50.0  # colours without a point
    hints[1, 2, 3, 4] = 1.0
    assert has_hints(hints).tolist() == [False, True, False]
