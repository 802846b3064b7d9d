"""Sentences: a reason for every refusal, and nothing of this computer in it."""

from __future__ import annotations

import pytest

from core.photo.label import Label, damaged_error, plain_reason


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("premature end of JPEG image", "premature end of JPEG image"),
        ("/home/luise/scans/a.tif: cannot read", "a.tif: cannot read"),
        (r"C:\Users\Luise\scans\a.tif: cannot read", "a.tif: cannot read"),
        ("No such file '/tmp/x/y.jpg'", "No such file 'y.jpg'"),
        ("read 3/4 of it", "read 3/4 of it"),
        ("None", ""),
        ("", ""),
        ("Generic Error. Please build `libjxl` from source in debug mode.", ""),
        ("libheif was built without a decoder: recompile with --enable-x", ""),
    ],
)
def test_a_reason_tells_of_the_photo_alone(reason: str, said: str) -> None:
    assert plain_reason(reason) == said


@pytest.mark.parametrize("reason", ["", "None", "please recompile libtiff"])
def test_there_is_always_a_reason(reason: str) -> None:
    sentence = str(damaged_error(Label("a.jpg", None), reason))
    assert sentence == (
        "a.jpg is damaged or cut short (its decoder gives no reason): copy it again from where it "
        "came."
    )
