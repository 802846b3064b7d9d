"""Shares of one list."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from core.queue.shard import Shard


def test_every_photo_is_in_exactly_one_share() -> None:
    photos = [Path(f"{i % 7}/scan {i}.jpg") for i in range(2000)]
    shares = [Shard.parse(f"{index}/16") for index in range(1, 17)]
    held = Counter(photo for share in shares for photo in photos if share.holds(photo))
    assert held == Counter(photos)
    sizes = [sum(map(share.holds, photos)) for share in shares]
    assert min(sizes) > 80  # 125 on average


def test_a_share_does_not_depend_on_the_other_photos_nor_on_the_run() -> None:
    # frozen: computers with two versions of the program may work on one list
    mine = [i for i in range(30) if Shard(2, 3).holds(Path(f"{i}.jpg"))]
    assert mine == [1, 3, 4, 9, 12, 16, 18, 19, 20, 24, 25, 28]


def test_one_share_is_everything() -> None:
    assert Shard().holds(Path("a.jpg"))


@pytest.mark.parametrize("text", ["", "0/3", "4/3", "1", "1/0", "a/b", "-1/3", "1/3/5", "１/3"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(ValueError, match="share"):
        Shard.parse(text)


def test_names_that_are_no_unicode_have_a_share() -> None:
    assert sum(Shard(i, 2).holds(Path("\udce9.jpg")) for i in (1, 2)) == 1
