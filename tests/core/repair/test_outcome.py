"""What was repaired, for a result's provenance and for a person."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.photo.photo import Photo
from core.repair.outcome import per_cent, repair_outcome, repair_words

PHOTO = Photo(np.zeros((2, 2), np.uint8))


def test_shares_are_said_as_people_do() -> None:
    assert [per_cent(share) for share in (0.008, 0.1234, 0.00001)] == [
        "0.8 %",
        "12.3 %",
        "less than 0.1 %",
    ]


def test_a_photo_as_it_was_says_nothing() -> None:
    assert repair_outcome(PHOTO) == {}
    assert list(repair_words({"size": 256})) == []


def test_what_was_done_is_said_from_the_provenance_alone() -> None:
    said = repair_outcome(replace(PHOTO, repaired=0.0081, levels_spread=True))
    assert said == {"repaired": "0.8%", "levels": "spread"}
    assert list(repair_words(said)) == ["repaired 0.8 % of the picture", "faded tones spread"]
    assert list(repair_words({"repaired": "0.0%"})) == ["repaired less than 0.1 % of the picture"]
