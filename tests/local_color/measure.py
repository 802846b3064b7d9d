"""Where the change of a colour point falls: prints the tables of docs/local_color.md.

    python -m tests.local_color.measure

Each region of the sample photos is clicked with two colours, the swatches "Red cloth" and "Blue
cloth". What changed is where a*, b* of the whole result differ by more than 5 from the result
without the point. Scenes are drawn by skimage, with seeds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from scipy.ndimage import binary_dilation, distance_transform_edt

from core.color import rgb_to_lab
from core.colorize.colorizer import Colorizer
from core.colorize.hints import ColorHint, parse_hint
from core.colorize.reach import DEFAULT_REACH
from core.photo.photo import Photo
from core.photo.read import read_photo
from tests.local_color.regions import MORE, Mask, Region, load_regions
from tests.local_color.scenes import scenes

COLORS = ("#8f2d35", "#34507a")
#: |d ab| beyond which a pixel has changed.
CHANGED = 5.0
#: How exact an outline drawn by hand is, as a share of the photo's short side: two pixels of 500.
RIM = 0.004


@dataclass(frozen=True)
class Found:
    """How much of the changed area lies in the region, and how much of the region changed.

    ``near``: how much of it lies in the region or within `RIM` of it.
    """

    inside: float
    reached: float
    near: float

    @property
    def is_good(self) -> bool:
        """What issue 21 asks for."""
        return self.inside >= 0.9 and self.reached >= 0.8


def changed_area(
    colorizer: Colorizer, photo: Photo, click: tuple[float, float], color: str, reach: float
) -> Mask:
    """Where a point changes the result."""
    hint = ColorHint(*click, parse_hint(f"0,0,{color}", 1, 1).ab, reach=reach)
    before, after = (
        rgb_to_lab(colorizer.colorize(photo, recolor=True, hints=hints).render().pixels)[..., 1:]
        for hints in ((), (hint,))
    )
    difference: Mask = np.hypot(*np.moveaxis(after - before, -1, 0)) > CHANGED
    return difference


def found(changed: Mask, region: Mask) -> Found:
    """What of the change is where it should be."""
    both = float((changed & region).sum())
    wider = binary_dilation(region, iterations=max(1, round(RIM * min(region.shape))))
    area = max(int(changed.sum()), 1)
    return Found(both / area, both / int(region.sum()), float((changed & wider).sum()) / area)


def measured(
    colorizer: Colorizer, photo: Photo, click: tuple[float, float], region: Mask, reach: float
) -> Found:
    """The mean over `COLORS`."""
    each = [found(changed_area(colorizer, photo, click, c, reach), region) for c in COLORS]
    means = np.mean([(one.inside, one.reached, one.near) for one in each], axis=0)
    return Found(*means.tolist())


def of_region(colorizer: Colorizer, region: Region, reach: float = DEFAULT_REACH) -> Found:
    """One region of a photo."""
    photo = read_photo(region.path)
    mask = region.mask(photo.height, photo.width)
    return measured(colorizer, photo, region.click, mask, reach)


def _rows(
    colorizer: Colorizer, regions: Iterable[Region], names: Iterable[str]
) -> Iterator[tuple[str, Found, Found]]:
    wanted = set(names)
    for region in regions:
        if not wanted or region.photo in wanted:
            near, far = (of_region(colorizer, region, reach) for reach in (DEFAULT_REACH, 1.0))
            yield f"{region.photo}: {region.name}", near, far


def _scene_rows(colorizer: Colorizer) -> Iterator[tuple[str, Found, Found]]:
    for scene in scenes():
        near, far = (
            measured(colorizer, scene.photo, scene.click, scene.mask, reach)
            for reach in (DEFAULT_REACH, 1.0)
        )
        yield scene.name, near, far


def _print_table(title: str, rows: list[tuple[str, Found, Found]]) -> None:
    print(f"\n| {title} | in the region | or at its rim | of the region | reach 1: in | of |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- |")  # noqa: T201
    table = np.array([_cells(near, far) for _, near, far in rows])
    for (name, _, _), cells in zip(rows, table, strict=True):
        print(f"| {name} | {' | '.join(f'{cell:.0%}' for cell in cells)} |")  # noqa: T201
    print(f"| **mean** | {' | '.join(f'**{c:.0%}**' for c in table.mean(axis=0))} |")  # noqa: T201
    good = sum(near.is_good for _, near, _ in rows)
    print(f"\n{good} of {len(rows)} have 90 % and 80 %.")  # noqa: T201


def _cells(near: Found, far: Found) -> tuple[float, ...]:
    return near.inside, near.near, near.reached, far.inside, far.reached


def _print_together(sets: list[list[tuple[str, Found, Found]]]) -> None:
    """Means of the first set and the scenes, of both sets of photos, and of all."""
    photos, later, made_up = sets
    together = {
        "first and scenes": photos + made_up,
        "photos": photos + later,
        "all": [*photos, *later, *made_up],
    }
    for name, rows in together.items():
        inside, reached = np.mean([(near.inside, near.reached) for _, near, _ in rows], axis=0)
        print(f"{name}, {len(rows)}: {inside:.1%}, {reached:.1%}.")  # noqa: T201


def _elsewhere(region: Region, shape: tuple[int, int], count: int) -> list[tuple[float, float]]:
    """Places drawn anywhere in a region, at least a hundredth of the photo from its border."""
    mask = np.pad(region.mask(*shape), 1)
    away = distance_transform_edt(mask)[1:-1, 1:-1]
    rows, columns = np.nonzero(away >= min(0.01 * min(shape), away.max()))
    chosen = np.random.default_rng(len(rows)).integers(len(rows), size=count)
    return [((columns[i] + 0.5) / shape[1], (rows[i] + 0.5) / shape[0]) for i in chosen]


def _of_other_places(colorizer: Colorizer, count: int) -> Found:
    """The mean over all regions, each clicked at other places."""
    means = []
    for region in (*load_regions(), *load_regions(MORE)):
        shape = _shape(region)
        for place in _elsewhere(region, shape, count):
            one = of_region(colorizer, replace(region, click=place))
            means.append((one.inside, one.reached, one.near))
    return Found(*np.mean(means, axis=0).tolist())


def _shape(region: Region) -> tuple[int, int]:
    photo = read_photo(region.path)
    return photo.height, photo.width


def _milliseconds(colorizer: Colorizer) -> list[tuple[float, float]]:
    """Of the first place of each photo, and of another one."""
    taken = []
    for region in load_regions():
        likeness = colorizer.colorize(read_photo(region.path), recolor=True).likeness
        assert likeness is not None
        times = [time.process_time()]
        for place in ((0.5, 0.5), region.click):
            likeness.reach_from(*place).mask(DEFAULT_REACH)
            times.append(time.process_time())
        taken.append((1e3 * (times[1] - times[0]), 1e3 * (times[2] - times[1])))
    return taken


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("photos", nargs="*", help="names of sample photos; all without")
    parser.add_argument("--places", type=int, default=4, help="more places in each region")
    args = parser.parse_args()
    colorizer = Colorizer(device="cpu")
    sets = [list(_rows(colorizer, load_regions(), args.photos))]
    sets.append(list(_rows(colorizer, load_regions(MORE), args.photos)))
    sets.append(list(_scene_rows(colorizer)))
    for title, rows in zip(("region", "region drawn later", "scene"), sets, strict=True):
        if rows:
            _print_table(title, rows)
    _print_together(sets)
    if args.places and not args.photos:
        other = _of_other_places(colorizer, args.places)
        print(f"\n{args.places} other places in each: {other.inside:.0%}, {other.reached:.0%}.")  # noqa: T201
    first, later = zip(*_milliseconds(colorizer), strict=True)
    print(f"\nA mask takes {np.median(later):.0f} ms of a processor, {max(later):.0f} at most;")  # noqa: T201
    print(f"the first of a photo {np.median(first):.0f} ms.")  # noqa: T201


if __name__ == "__main__":
    main()
