"""Before and after written as one file: a picture, an animation, a film, or layers."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
from PIL import Image

from core.errors import ShareError
from core.extras import EXTRAS, how_to_install
from core.files.atomic import atomic_file, check_target
from core.photo.encode import encode_to
from core.photo.formats import target_format
from core.photo.photo import Photo
from core.photo.save_options import SaveOptions
from core.sharing.frames import ShareOptions, captioned, frames
from core.sharing.sheet_text import Rgb
from core.sharing.side_by_side import side_by_side

#: Pictures a second, and the part of the time in which one fades into the other.
_RATE: Final = 20
_FADE: Final = 0.4
_ANIMATED: Final = {".webp": "WEBP", ".gif": "GIF"}
_FILM: Final = ".mp4"
_LAYERED: Final = ".psd"
_QUALITY: Final = 85


def share(
    before: Photo, after: Photo, target: Path, options: ShareOptions, *, overwrite: bool = False
) -> Path:
    """Write a photo and its colour version to a file that others can see; its name says how.

    ``.webp`` and ``.gif`` fade from one to the other and back, ``.mp4`` is a film of that (with
    ``autochrome[video]``), ``.psd`` has the colours as a layer of their own over the photo (with
    ``autochrome[photoshop]``), everything else is a picture of both side by side.

    Raises:
        ShareError: they do not belong together, or an extra is missing.
        WriteError: it cannot be written.
    """
    check_target(target, before.source, overwrite=overwrite)
    check_target(target, after.source, overwrite=overwrite)
    write = _writer(before, after, target, options)
    with atomic_file(target, overwrite=overwrite) as out:
        write(out)
    return target


def _writer(
    before: Photo, after: Photo, target: Path, options: ShareOptions
) -> Callable[[BinaryIO], object]:
    ending = target.suffix.lower()
    if ending == _LAYERED:
        return lambda out: _write_layers(out, before, after)
    one, other = frames(before, after, options)
    if ending in _ANIMATED:
        # the animation says what its colours are, as the result does
        said = {"xmp": after.metadata.xmp} if ending == ".webp" and after.metadata.xmp else {}
        return lambda out: _write_animation(out, one, other, _ANIMATED[ending], options, said)
    if ending == _FILM:
        return lambda out: _write_film(out, one, other, options)
    name = target_format(target)
    both = side_by_side(Photo(one), Photo(other)).pixels
    pixels = captioned(np.asarray(both, np.uint8), options.caption)
    picture, how = replace(after, pixels=pixels, alpha=None), SaveOptions(name, _QUALITY)
    return lambda out: encode_to(
        out, picture, name, how, provenance=after.provenance, target=target
    )


def _steps(one: Rgb, other: Rgb, options: ShareOptions) -> Iterator[tuple[Rgb, float]]:
    """Pictures and the seconds each is seen: the photo, a fade, the colours, and back."""
    fade, rest = options.seconds * _FADE / 2, options.seconds * (1 - _FADE) / 2
    count = max(1, round(fade * _RATE))
    shares = (np.arange(count) + 1) / (count + 1)
    pairs = ((one, other), (other, one))
    for first, second in pairs:
        yield captioned(first, options.caption), rest
        for share_of in shares:
            mixed = np.rint(first * (1 - share_of) + second * share_of).astype(np.uint8)
            yield captioned(mixed, options.caption), fade / count


def _write_animation(
    out: BinaryIO,
    one: Rgb,
    other: Rgb,
    kind: str,
    options: ShareOptions,
    said: Mapping[str, bytes],
) -> None:
    steps = list(_steps(one, other, options))
    images = [Image.fromarray(picture) for picture, _ in steps]
    times = [round(1000 * seconds) for _, seconds in steps]
    encoded = io.BytesIO()
    images[0].save(
        encoded,
        kind,
        save_all=True,
        append_images=images[1:],
        duration=times,
        loop=0,
        quality=_QUALITY,
        **said,
    )
    out.write(encoded.getvalue())


def _write_film(out: BinaryIO, one: Rgb, other: Rgb, options: ShareOptions) -> None:
    """H.264 in MP4, with an even number of pixels each way, as its colours want."""
    av = _extra("av", "a film")
    steps = list(_steps(one, other, options))
    height, width = (side // 2 * 2 for side in steps[0][0].shape[:2])
    with av.open(out, "w", format="mp4") as film:
        stream = film.add_stream("libx264", rate=_RATE, options={"crf": "20"})
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        for picture, seconds in steps:
            cropped = np.ascontiguousarray(picture[:height, :width])
            for _ in range(max(1, round(seconds * _RATE))):
                frame = av.VideoFrame.from_ndarray(cropped, format="rgb24")
                film.mux(stream.encode(frame))
        film.mux(stream.encode())


def _write_layers(out: BinaryIO, before: Photo, after: Photo) -> None:
    """The photo, and the result over it in the mode "Color": it gives hue and chroma alone."""
    _extra("psd_tools", "layers")
    from psd_tools import PSDImage  # noqa: PLC0415  (an extra)
    from psd_tools.constants import BlendMode  # noqa: PLC0415

    whole = ShareOptions(longest=max(before.width, before.height))
    one, other = (Image.fromarray(picture) for picture in frames(before, after, whole))
    document = PSDImage.new("RGB", one.size)
    document.create_pixel_layer(one, name="Photo")
    colors = document.create_pixel_layer(other, name="Colours")
    colors.blend_mode = BlendMode.COLOR
    document.save(out)


def _extra(package: str, what: str) -> Any:  # noqa: ANN401  (a module)
    try:
        return importlib.import_module(package)
    except ImportError as error:
        advice = how_to_install(EXTRAS[package])
        raise ShareError(
            f"{what} cannot be written without a further library: {advice}."
        ) from error
