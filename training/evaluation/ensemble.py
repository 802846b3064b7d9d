"""Ensembles: the mean of answers to a picture, its mirror image, other sizes; of several models."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from core.color import F32
from training.evaluation.pictures import network_size, resize
from training.evaluation.predictors import Guess, Predictor

#: Short sides that answers are averaged over, as shares of the one that is asked for.
SCALES: Final = (0.75, 1.0, 1.25, 1.5)


def with_mirror(predict: Predictor) -> Predictor:
    """The mean of the answers to a picture and to its mirror image."""

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        straight = predict(L, hints, z)
        flipped = None if hints is None else hints[..., ::-1]
        mirrored = predict(np.ascontiguousarray(L[:, ::-1]), flipped, z)
        return _mean([straight, _turned_back(mirrored)])

    return replace(predict, name=f"{predict.name}, mirrored", answer=answer)


def with_sizes(predict: Predictor, scales: Sequence[float] = SCALES) -> Predictor:
    """The mean of the answers to a picture at several sizes; without colour points."""

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        del hints
        guesses = [predict(_scaled(L, scale, predict.multiple_of), None, z) for scale in scales]
        return _mean([_fitted(guess, guesses[scales.index(1.0)]) for guess in guesses])

    return replace(predict, name=f"{predict.name}, sizes", answer=answer, hints=False)


def together(models: Sequence[Predictor]) -> Predictor:
    """The mean of several models' answers, at the resolution of the first; without colour points.

    Args:
        models: two or more.
    """
    first = models[0]

    def answer(L: F32, hints: F32 | None, z: F32 | None) -> Guess:
        del hints, z
        guesses = [model(L) for model in models]
        return _mean([_fitted(guess, guesses[0]) for guess in guesses])

    multiple_of = math.lcm(*(model.multiple_of for model in models))
    sure = all(model.confidence for model in models)
    name = " and ".join(model.name for model in models)
    return replace(
        first,
        name=name,
        answer=answer,
        multiple_of=multiple_of,
        hints=False,
        z_size=0,
        confidence=sure,
    )


def _scaled(L: F32, scale: float, multiple_of: int) -> F32:
    height, width = L.shape
    return resize(L, *network_size(height, width, round(min(L.shape) * scale), multiple_of))


def _fitted(guess: Guess, like: Guess) -> Guess:
    """A guess at the resolution of another."""
    height, width = like.ab.shape[1:]
    ab = resize(np.ascontiguousarray(guess.ab.transpose(1, 2, 0)), height, width)
    confidence = None if guess.confidence is None else resize(guess.confidence, height, width)
    return Guess(ab.transpose(2, 0, 1), confidence)


def _turned_back(guess: Guess) -> Guess:
    """What was said of the mirror image, as it is of the picture."""
    confidence = guess.confidence
    return Guess(guess.ab[..., ::-1], None if confidence is None else confidence[..., ::-1])


def _mean(guesses: Sequence[Guess]) -> Guess:
    confidences = [guess.confidence for guess in guesses if guess.confidence is not None]
    ab: F32 = np.stack([guess.ab for guess in guesses]).mean(axis=0)
    return Guess(ab, np.stack(confidences).mean(axis=0) if confidences else None)
