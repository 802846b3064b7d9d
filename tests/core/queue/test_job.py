"""`JobSettings`: the JSON in queue files and the digest in results stay what they were."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest

from core.colorize.look import Look
from core.errors import InvalidDataError
from core.queue.job import JobSettings

#: Said by version 0.1.0 of these settings; results and queue files of that time hold them.
RECORDED = [
    (
        JobSettings(),
        ('{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":1.0,"seed":null,'
        '"size":null,"strength":1.0,"warmth":0.0}'),
        "18a85cbdeb5ed1a3ba24152463ec1c97e359668d690d660a6a2c4a153d01d527",
    ),
    (
        JobSettings(strength=0.5, size=128, seed=3, recolor=True, format="png", depth=16),
        ('{"depth":16,"format":"png","quality":92,"recolor":true,"saturation":1.0,"seed":3,'
        '"size":128,"strength":0.5,"warmth":0.0}'),
        "2bcda5747d0595ce580eafccc1dc34e5b3c25fa1ba53ec529e704dd4dad68e36",
    ),
    (
        JobSettings(strength=1, saturation=2, warmth=-1),
        ('{"depth":null,"format":"keep","quality":92,"recolor":false,"saturation":2,"seed":null,'
        '"size":null,"strength":1,"warmth":-1}'),
        "a4b1465a6e3591cc727b75f49edecf26553eb46e020891b36429e1dd9201b556",
    ),
    (
        JobSettings(strength=1e-05, quality=1, format="jpeg"),
        ('{"depth":null,"format":"jpeg","quality":1,"recolor":false,"saturation":1.0,"seed":null,'
        '"size":null,"strength":1e-05,"warmth":0.0}'),
        "b8dbed07e803ed2e6b2324125c7060d95698aaee34248ec313ee89b304f040c2",
    ),
    (
        JobSettings(
            saturation=0.1 + 0.2, warmth=-0.35, size=384, seed=2**32 - 1, format="tiff", depth=8,
            quality=100,
        ),
        ('{"depth":8,"format":"tiff","quality":100,"recolor":false,"saturation":0.30000000000000004,'
        '"seed":4294967295,"size":384,"strength":1.0,"warmth":-0.35}'),
        "3932102bce5eb125e57f96faf38f829d3d84e1a6901607e493b48196866d96dc",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("settings", "text", "digest"), RECORDED)
def test_settings_say_and_hash_what_they_did_in_0_1(
    settings: JobSettings, text: str, digest: str
) -> None:
    assert settings.to_json() == text
    assert settings.digest() == digest
    back = JobSettings.from_json(text)
    assert back == settings
    assert back.digest() == digest  # a whole number has not become a fraction


@dataclass(frozen=True)
class LaterSettings(JobSettings):
    """Those of a later version."""

    denoise: float = 0.0
    album: tuple[int, ...] = ()


@pytest.mark.parametrize(("settings", "text", "digest"), RECORDED)
def test_a_later_setting_counts_only_where_it_is_used(
    settings: JobSettings, text: str, digest: str
) -> None:
    facts = {field.name: getattr(settings, field.name) for field in fields(settings)}
    later = LaterSettings(**facts)
    assert (later.to_json(), later.digest()) == (text, digest)
    used = LaterSettings(**facts, denoise=0.5)
    assert used.digest() not in {digest, LaterSettings(**facts, album=(1,)).digest()}
    assert LaterSettings.from_json(used.to_json()) == used


@pytest.mark.parametrize(
    "text", ["", "[]", '{"strength":"much"}', '{"quality":92.5}', '{"denoise":0.5}']
)
def test_settings_that_are_none_are_refused(text: str) -> None:
    with pytest.raises(InvalidDataError, match="JobSettings"):
        JobSettings.from_json(text)


def test_light_counts_only_where_it_is_asked_for() -> None:
    assert JobSettings(brightness=0.0, contrast=0.0).digest() == JobSettings().digest()
    assert JobSettings(brightness=0.1).digest() != JobSettings().digest()
    assert JobSettings(contrast=-0.1).look == Look(contrast=-0.1)
    with pytest.raises(ValueError, match="contrast must be"):
        JobSettings(contrast=2)
