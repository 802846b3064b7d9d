"""A photo in each format with tags."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.core.metadata.helpers import TAGS, ExifTool


@pytest.fixture(scope="session")
def tagged(tmp_path_factory: pytest.TempPathFactory, exiftool: ExifTool) -> dict[str, Path]:
    """A photo in each format, its tags written by exiftool."""
    folder = tmp_path_factory.mktemp("tagged")
    codes = np.random.default_rng(1).integers(0, 256, (40, 60, 3), dtype=np.uint8)
    thumbnail = folder / "thumbnail.jpg"
    Image.fromarray(codes[:20, :30]).save(thumbnail)
    files = {suffix: folder / f"photo{suffix}" for suffix in (".jpg", ".png", ".tif", ".webp")}
    for path in files.values():
        Image.fromarray(codes).save(path, dpi=(300, 300))
        exiftool(
            path,
            *(f"-{tag}={value}" for tag, value in TAGS.items() if "GPS" not in tag),
            *("-IPTC:CodedCharacterSet=UTF8", "-GPSLatitude=48.2", "-GPSLatitudeRef=N"),
            *("-GPSLongitude=16.375", "-GPSLongitudeRef=E", "-ExifIFD:ColorSpace=Uncalibrated"),
            f"-ThumbnailImage<={thumbnail}",
        )
    return files
