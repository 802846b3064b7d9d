"""libvips' reasons reach the reader of the photo they are about, whatever other threads do."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import numpy as np
import pytest
import pyvips
from PIL import Image

from core.errors import UnreadablePhotoError
from core.photo import open_photo, probe, vips
from core.photo.read import page_count, read_photo
from core.photo.vips import retry_for_reason, vips_reason


@pytest.fixture
def jpeg(rng: np.random.Generator) -> bytes:
    out = io.BytesIO()
    Image.fromarray(rng.integers(0, 256, (60, 50), np.uint8)).save(out, "JPEG")
    return out.getvalue()


def noted() -> str:
    """What is in libvips' buffer."""
    return str(pyvips.ffi.string(pyvips.vips_lib.vips_error_buffer()).decode())


def test_naming_an_operation_leaves_another_threads_reason_where_it_is() -> None:
    image = pyvips.Image.black(4, 4)
    image.copy()
    value: Any = pyvips.GValue()
    assert pyvips.vips_lib.vips_image_get(image.pointer, b"nothing", value.pointer) != 0
    assert image.copy().width == 4
    assert "nothing" in noted()
    with pytest.raises(pyvips.Error, match="nothing"):
        image.get("nothing")
    assert not noted()


def test_what_is_a_property_and_what_is_not_is_still_told_apart() -> None:
    image = pyvips.Image.black(4, 3)
    for _ in range(2):
        assert image.height == 3
        assert (image + 1).avg() == 1
        with pytest.raises(AttributeError):
            _ = image.no_such_operation


def failing(*details: str) -> Any:
    """A reader that fails with these details, one after the other, as often as there are some."""
    left = list(details)

    @retry_for_reason
    def read() -> str:
        if not left:
            return "read"
        raise UnreadablePhotoError("torn", None) from pyvips.Error("unable", left.pop(0))

    return read


def test_a_reason_that_was_taken_away_is_looked_for_again() -> None:
    with pytest.raises(UnreadablePhotoError) as caught:
        failing(" \n", "first line\nthe reason\n", "another")()
    cause = caught.value.__cause__
    assert isinstance(cause, pyvips.Error)
    assert vips_reason(cause) == "the reason"
    with pytest.raises(UnreadablePhotoError):
        failing(" ", " ", " ")()
    assert failing(" ")() == "read"


def test_other_errors_are_not_tried_again() -> None:
    tries = []

    @retry_for_reason
    def read() -> None:
        tries.append(1)
        raise UnreadablePhotoError("empty", None)

    with pytest.raises(UnreadablePhotoError):
        read()
    assert len(tries) == 1


@pytest.mark.parametrize("read", [read_photo, page_count])
def test_a_file_is_opened_thrice_at_most(
    monkeypatch: pytest.MonkeyPatch, jpeg: bytes, read: Callable[[bytes], object]
) -> None:
    monkeypatch.setattr(vips, "vips_reason", lambda _: "")  # as if always taken away
    opened = Mock(wraps=open_photo.load_image)
    monkeypatch.setattr(open_photo, "load_image", opened)
    monkeypatch.setattr(probe, "load_image", opened)
    with pytest.raises(UnreadablePhotoError):
        read(jpeg[:200])
    assert opened.call_count == 3


def test_what_libvips_only_grumbled_at_is_no_later_photos_reason(
    tmp_path: Path, jpeg: bytes
) -> None:
    grumbled = tmp_path / "grumbled.jpg"
    at = jpeg.index(b"\xff\xda")
    grumbled.write_bytes(jpeg[:at] + bytes(9) + jpeg[at:])  # extraneous bytes before a marker
    for _ in range(400):  # libvips' buffer holds 10 KB and takes nothing more when it is full
        read_photo(grumbled)
    torn = tmp_path / "torn.jpg"
    torn.write_bytes(jpeg[: len(jpeg) // 2])
    with pytest.raises(UnreadablePhotoError, match=r"torn.jpg .*\(VipsJpeg: premature end"):
        read_photo(torn)


#: A damaged JPEG, half read, is garbage that is collected while a warning is logged, and warns too.
WARNING_WITHIN_WARNING = """
import faulthandler, gc, io, logging
import numpy as np
from PIL import Image
from core.photo.vips import pyvips

faulthandler.enable()
out = io.BytesIO()
noise = np.random.default_rng(1).integers(0, 255, (600, 160, 3), dtype=np.uint8)
Image.fromarray(noise).save(out, "JPEG", quality=95)
damaged = bytearray(out.getvalue())
at = len(damaged) // 5
damaged[at : at + 2] = b"\\xff\\xd0"  # a restart that is none
pyvips.cache_set_max(0)

class Collecting(logging.Handler):
    def emit(self, record):
        print(record.getMessage(), flush=True)
        gc.collect()

logging.getLogger("pyvips").addHandler(Collecting())
gc.disable()
ring = [pyvips.Region.new(pyvips.Image.new_from_buffer(bytes(damaged), "", access="sequential"))]
ring[0].fetch(0, 0, 160, 300)
ring.append(ring)
del ring
pyvips.Image.new_from_buffer(bytes(damaged), "", access="sequential").write_to_memory()
print("went on")
"""


def test_a_warning_in_the_midst_of_another_does_not_end_the_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WARNING_WITHIN_WARNING], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "VIPS: read gave 1 warnings" in done.stdout
    assert done.stdout.endswith("went on\n")
    assert "VIPS-WARNING (recursed) **: read gave 1 warnings" in done.stderr
