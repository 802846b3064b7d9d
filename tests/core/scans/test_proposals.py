"""Rectangles that are looked at: every print is nearly one of them."""

from __future__ import annotations

import numpy as np

from core.color import rgb_to_lab
from core.photo.frame import Frame
from core.scans.ground import infer_ground
from core.scans.overlap import intersection_over_union
from core.scans.proposals import clusters, proposals
from tests.core.scans.test_find import THREE, _page
from tests.scan_pages.draw import draw

_SCALE = 75 / 25.4


def test_every_print_is_proposed() -> None:
    rgb = draw(_page("card", THREE), 75)
    lab = rgb_to_lab(rgb).astype(np.float32)
    ground = infer_ground(lab)
    assert ground is not None
    parts = clusters(ground)
    assert len(parts) == 3
    found = proposals(lab, ground, parts)
    for each in THREE:
        wanted = Frame(each.x, each.y, each.w, each.h, each.angle).scaled(_SCALE)
        assert max(intersection_over_union(wanted, frame) for frame in found) > 0.9
