"""Subjects of photographs (food, vehicles, animals), by an ImageNet classifier on true colours.

For the kinds of thing that the photographs' own labels do not name.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from timm.data.imagenet_info import ImageNetInfo

from core.color import F32

#: What is shown must be likelier than all else together.
_SURE: Final = 0.5

#: ILSVRC2012's classes, as the first of their names. Animals and dishes stand side by side there.
_FIRST_AND_LAST: Final = {"animals seen": ("tench", "puffer"), "food seen": ("guacamole", "eggnog")}
_NO_FOOD: Final = ("hay", "cup")
_VEHICLES: Final = """
    aircraft carrier, airliner, airship, ambulance, amphibian, balloon, beach wagon,
    bicycle-built-for-two, bobsled, bullet train, cab, canoe, catamaran, container ship,
    convertible, dogsled, electric locomotive, fire engine, fireboat, forklift, freight car,
    garbage truck, go-kart, golfcart, gondola, half track, harvester, horse cart, jeep, jinrikisha,
    lifeboat, limousine, liner, minibus, minivan, Model T, moped, motor scooter, mountain bike,
    moving van, oxcart, passenger car, pickup, police van, racer, recreational vehicle, school bus,
    schooner, snowmobile, snowplow, space shuttle, speedboat, sports car, steam locomotive,
    streetcar, submarine, tank, thresher, tow truck, tractor, trailer truck, tricycle, trimaran,
    trolleybus, unicycle, warplane, yawl
"""


@cache
def subjects() -> dict[str, npt.NDArray[np.int64]]:
    """Subject -> its classes of 1,000."""
    info: Any = ImageNetInfo()
    names = [info.index_to_description(i).split(",")[0] for i in range(info.num_classes())]

    def places(wanted: Iterable[str]) -> npt.NDArray[np.int64]:
        return np.array([names.index(name) for name in wanted])

    found = {}
    for subject, (first, last) in _FIRST_AND_LAST.items():
        whole = np.arange(names.index(first), names.index(last) + 1)
        found[subject] = np.setdiff1d(whole, places(_NO_FOOD))
    found["vehicles seen"] = places(" ".join(_VEHICLES.split()).split(", "))
    return found


def shown(probabilities: F32) -> dict[str, npt.NDArray[np.bool_]]:
    """Classes' probabilities (N, 1000) of N photos -> subject -> which photos show it (N,)."""
    return {
        subject: probabilities[:, classes].sum(axis=1) > _SURE
        for subject, classes in subjects().items()
    }
