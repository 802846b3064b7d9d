"""Subjects of photos: every named class exists, once, and a photo of a cat shows an animal."""

from __future__ import annotations

import numpy as np
import skimage.data
from timm.data.imagenet_info import ImageNetInfo

from training.evaluation.judge_features import Lite2Features
from training.evaluation.subjects import shown, subjects


def test_the_classes_are_the_dataset_s_own() -> None:
    found = subjects()
    names = ImageNetInfo()
    assert {subject: len(classes) for subject, classes in found.items()} == {
        "animals seen": 398,
        "food seen": 44,
        "vehicles seen": 67,
    }
    together = np.concatenate(list(found.values()))
    assert len(np.unique(together)) == len(together)
    for subject, (first, last) in {
        "animals seen": ("tench", "puffer"),
        "food seen": ("guacamole", "eggnog"),
        "vehicles seen": ("aircraft carrier", "yawl"),
    }.items():
        classes = found[subject]
        assert names.index_to_description(int(classes[0])).startswith(first)
        assert names.index_to_description(int(classes[-1])).startswith(last)


def test_what_is_shown_is_likelier_than_all_else() -> None:
    vehicles = subjects()["vehicles seen"]
    likely = np.zeros((3, 1000), np.float32)
    likely[0, vehicles[:2]] = 0.3
    likely[1, vehicles[0]] = 0.5
    likely[2, 0] = 1
    found = shown(likely)
    assert found["vehicles seen"].tolist() == [True, False, False]
    assert found["animals seen"].tolist() == [False, False, True]
    assert not found["food seen"].any()


def test_a_cat_is_an_animal_and_a_rocket_no_food() -> None:
    network = Lite2Features()
    pictures = (skimage.data.chelsea(), skimage.data.rocket(), skimage.data.coffee())
    pooled = np.concatenate([network.compare(picture, [])[0] for picture in pictures])
    found = shown(network.classes(pooled))
    assert found["animals seen"].tolist() == [True, False, False]
    assert found["food seen"].tolist() == [False, False, True]
