"""`Ensemble`: one network, or several whose answers are averaged.

Networks that err differently are better together: the mean of their a*, b* is nearer to the truth
than each alone (docs/models.md). They are averaged at the finest of their grids. Where one gives no
confidence, the distance between the answers stands for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from core.color import F32
from core.colorize.network_input import network_L, network_shape
from core.colorize.upsample import enlarged
from core.errors import LibraryError
from core.inference.model_choice import ModelChoice, as_it_was_added, check_unchanged
from core.inference.model_file import load_model_spec
from core.inference.model_spec import ModelSpec
from core.inference.network import Answer, Network
from core.inference.session import SessionFacts
from core.inference.session_pool import SessionPool
from core.photo.photo import Photo

#: Between two answers, in a*, b*: where it is so far, confidence is one half, as a model of the
#: contract gives it where it expects an error of 10.
_HALF: Final = 10.0
#: The family of several.
TOGETHER: Final = "together"


@dataclass(frozen=True)
class Member:
    """A network, its share, and what is said of it."""

    choice: ModelChoice
    facts: SessionFacts

    @property
    def spec(self) -> ModelSpec:
        """The model."""
        return self.facts.spec


class Ensemble:
    """The networks of a `core.colorize.colorizer.Colorizer`.

    Args:
        choices: one or more.
        pool: opens them.

    Raises:
        ModelError, SessionError: one of them cannot be used.
    """

    def __init__(self, choices: Sequence[ModelChoice], pool: SessionPool) -> None:
        self._pool = pool
        self.members = [Member(choice, _facts(pool, choice)) for choice in choices]
        self.spec = _together([(member.spec, member.choice.weight) for member in self.members])
        first = self.members[0].facts
        reasons = (member.facts.fallback_reason for member in self.members)
        reason = next((reason for reason in reasons if reason), None)
        self.facts = replace(first, spec=self.spec, fallback_reason=reason)

    def network(self, member: Member) -> Network:
        """A member's network; it is opened again where it had to be closed."""
        return self._pool.session(member.choice).network

    def pictures(self, photo: Photo, size: int | None) -> list[F32]:
        """What each member sees of a photo: its L*, at a size it can use."""
        return [_picture(photo, size, member.spec) for member in self.members]

    def answer(self, ask: Callable[[Member, int], Answer], finest: F32) -> Answer:
        """Every member's answer, averaged.

        Args:
            ask: a member and its number -> its answer.
            finest: L* (H, W) at no smaller a size than any grid of the answers.
        """
        answers = [ask(member, number) for number, member in enumerate(self.members)]
        if len(answers) == 1:
            return answers[0]
        height, width = (max(each.ab.shape[axis] for each in answers) for axis in (1, 2))
        grids = [_on_grid(each.ab, finest, height, width) for each in answers]
        weights = np.array([member.choice.weight for member in self.members], np.float32)
        weights /= weights.sum()
        ab = np.einsum("n,nchw->chw", weights, np.stack(grids)).astype(np.float32)
        return Answer(
            ab,
            _confidence(answers, grids, ab, weights),
            next((each.features for each in answers if each.features is not None), None),
            next((each.bins for each in answers if each.bins is not None), None),
        )


def finest_picture(photo: Photo, pictures: Sequence[F32]) -> F32:
    """L* at the largest height and width of what the members see."""
    shape = tuple(max(picture.shape[axis] for picture in pictures) for axis in (0, 1))
    found = next((picture for picture in pictures if picture.shape == shape), None)
    return network_L(photo.pixels, *shape) if found is None else found


def _picture(photo: Photo, size: int | None, spec: ModelSpec) -> F32:
    short = spec.default_size if size is None else min(max(size, spec.multiple_of), spec.max_size)
    return network_L(photo.pixels, *network_shape(photo.height, photo.width, short, spec))


def _facts(pool: SessionPool, choice: ModelChoice) -> SessionFacts:
    session = pool.session(choice)
    return SessionFacts(
        session.spec, session.requested, session.provider, session.device, session.fallback_reason
    )


def _on_grid(ab: F32, L: F32, height: int, width: int) -> F32:
    """a*, b* (2, h, w) -> (2, height, width), along the edges of L*."""
    return ab if ab.shape[1:] == (height, width) else enlarged(ab, L, height, width)


def _confidence(answers: Sequence[Answer], grids: Sequence[F32], ab: F32, weights: F32) -> F32:
    """(h, w) in 0..1: the members' own, or how near their answers are to each other."""
    given = [each.confidence for each in answers]
    height, width = ab.shape[1:]
    if all(each is not None for each in given):
        same = [
            cv2.resize(each, (width, height), interpolation=cv2.INTER_LINEAR)
            for each in given
            if each is not None
        ]
        mean: F32 = np.einsum("n,nhw->hw", weights, np.stack(same)).astype(np.float32)
        return mean
    distances = np.stack([np.hypot(*(grid - ab)) for grid in grids])
    # of two equal members the mean distance to the middle is half of that between them
    apart = 2 * np.einsum("n,nhw->hw", weights, distances)
    near: F32 = (_HALF / (_HALF + apart)).astype(np.float32)
    return near


def load_specs(choices: Sequence[ModelChoice]) -> ModelSpec:
    """What is said of models, which are verified and closed again.

    Raises:
        ModelError: one of them cannot be used.
    """
    found = []
    for choice in choices:
        with as_it_was_added(choice):
            spec = load_model_spec(choice.path, described=choice.described)
        check_unchanged(choice, spec.used[0].sha256)
        found.append((spec, choice.weight))
    return _together(found)


def _together(members: Sequence[tuple[ModelSpec, float]]) -> ModelSpec:
    """What is said of models and their shares as if they were one model."""
    specs = [spec for spec, _ in members]
    if len(specs) == 1:
        return specs[0]
    networks = tuple(replace(used, weight=weight) for spec, weight in members for used in spec.used)
    if len({used.sha256 for used in networks}) < len(networks):
        raise LibraryError("the same model is named twice: name each once, with its share.")
    hashes = [(spec.sha256, weight) for spec, weight in members]
    bins = next((spec.bin_colors for spec in specs if spec.bin_colors), ())
    return replace(
        specs[0],
        sha256=_sha256_together(hashes),
        name=" + ".join(spec.name for spec in specs),
        version="",
        multiple_of=min(spec.multiple_of for spec in specs),
        max_size=max(spec.max_size for spec in specs),
        has_hints=any(spec.has_hints for spec in specs),
        z_size=max(spec.z_size for spec in specs),
        has_confidence=True,
        has_features=any(spec.has_features for spec in specs),
        bin_colors=bins,
        family=TOGETHER,
        fixed=None,
        conventions=None,
        guessed=any(spec.guessed for spec in specs),
        networks=networks,
        earlier=frozenset(
            _sha256_together([*hashes[:at], (old, weight), *hashes[at + 1 :]])
            for at, (spec, weight) in enumerate(members)
            for old in spec.earlier
        ),
    )


def _sha256_together(hashes: Sequence[tuple[str, float]]) -> str:
    """Names several models by the SHA-256 and the share of each."""
    parts = (f"{sha256} {weight:g}" for sha256, weight in hashes)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
