"""`Conventions`: what the numbers at a foreign network's boundary mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from core.color import F32, lab_to_rgb, rgb_to_lab

#: Mean and standard deviation of ImageNet's R, G, B in 0..1 (torchvision's ``Normalize``; fastai's
#: ``imagenet_stats``), (3, 1, 1).
IMAGENET_MEAN: Final = np.array([0.485, 0.456, 0.406], np.float32).reshape(3, 1, 1)
IMAGENET_STD: Final = np.array([0.229, 0.224, 0.225], np.float32).reshape(3, 1, 1)


class InputKind(StrEnum):
    """What a network sees of a photo."""

    #: (3, H, W): R, G, B of the grey picture, which are equal.
    RGB = "rgb"
    #: (1, H, W): the sRGB code of the grey picture.
    GREY = "grey"
    #: (1, H, W): L*.
    L = "L"


class OutputKind(StrEnum):
    """What a network answers with."""

    #: (2, h, w): a*, b*.
    AB = "ab"
    #: (3, h, w): a colour picture, of which a*, b* alone are used.
    RGB = "rgb"


@dataclass(frozen=True)
class Conventions:
    """What is fed, and how the answer is read. The defaults are DDColor's.

    Attributes:
        low, high: what black and white are at the input; of the codes before ImageNet's mean and
            deviation are taken off.
        imagenet: the input is normalised by ImageNet's mean and deviation.
        scale: of a*, b*: Lab units for 1 of the output; of a picture: its code of full intensity.
        output_imagenet: the picture that comes out is normalised by them.
        mask_off, mask_on: what the mask of colour points is where there is none, and where one is.
    """

    input: InputKind = InputKind.RGB
    low: float = 0.0
    high: float = 1.0
    imagenet: bool = False
    output: OutputKind = OutputKind.AB
    scale: float = 1.0
    output_imagenet: bool = False
    mask_off: float = 0.0
    mask_on: float = 1.0

    @property
    def channels(self) -> int:
        """Of the picture at the input."""
        return 3 if self.input is InputKind.RGB else 1

    def encode(self, L: F32) -> F32:
        """L* (H, W) in 0..100 -> what the network is fed with, (C, H, W)."""
        share = L[None] / np.float32(100) if self.input is InputKind.L else grey_codes(L)[None]
        picture = np.float32(self.low) + share * np.float32(self.high - self.low)
        if self.input is InputKind.RGB:
            picture = np.repeat(picture, 3, axis=0)
        if self.imagenet:
            picture = (picture - IMAGENET_MEAN) / IMAGENET_STD
        return np.ascontiguousarray(picture, np.float32)

    def decode(self, output: F32) -> F32:
        """What the network answers, (2 or 3, h, w) -> a*, b* (2, h, w) in Lab units."""
        if self.output is OutputKind.AB:
            return output * np.float32(self.scale)
        return self.lab(output)[1:]

    def lab(self, output: F32) -> F32:
        """A colour picture (3, h, w) that the network answers with -> L*, a*, b* (3, h, w)."""
        picture = output * IMAGENET_STD + IMAGENET_MEAN if self.output_imagenet else output
        codes = np.clip(picture / np.float32(self.scale), 0, 1)
        return np.moveaxis(rgb_to_lab(np.ascontiguousarray(np.moveaxis(codes, 0, -1))), -1, 0)

    def mask(self, there: F32) -> F32:
        """A mask of colour points, 0 or 1 -> what the network is fed with."""
        return np.float32(self.mask_off) + there * np.float32(self.mask_on - self.mask_off)

    def __str__(self) -> str:
        usual = (self.mask_off, self.mask_on) == (0, 1)
        return self._read() + ("" if usual else f", mask {self.mask_off:g}..{self.mask_on:g}")

    def _read(self) -> str:
        normalised = ", ImageNet-normalised" if self.imagenet else ""
        given = f"{self.input} {self.low:g}..{self.high:g}{normalised}"
        if self.output is OutputKind.AB:
            return f"{given} -> a*, b* x {self.scale:g}"
        normalised = ", ImageNet-normalised" if self.output_imagenet else ""
        return f"{given} -> rgb 0..{self.scale:g}{normalised}"


def grey_codes(L: F32) -> F32:
    """L* (H, W) -> the sRGB code in 0..1 of the neutral grey of that lightness, (H, W)."""
    lab = np.zeros((*L.shape, 3), np.float32)
    lab[..., 0] = L
    return lab_to_rgb(lab)[..., 1]
