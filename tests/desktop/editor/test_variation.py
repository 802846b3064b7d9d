"""Which variations a model offers."""

from __future__ import annotations

import pytest

from core.inference.model_file import load_model_spec
from desktop.editor.variation import variations_of
from tests.desktop.helpers import TinyModel


@pytest.mark.parametrize(("largest", "sizes"), [("512", [32, 96, 128]), ("64", [32])])
def test_no_size_is_offered_that_the_model_refuses(
    tiny_model: TinyModel, largest: str, sizes: list[int]
) -> None:
    spec = load_model_spec(tiny_model(z=0, metadata={"max_size": largest}))
    offered = variations_of(spec)
    assert [each.size for each in offered if each.size] == sizes
    assert len(set(offered)) == len(offered)
