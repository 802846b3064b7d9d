"""``autochrome colorize``, run for real on a tiny model."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from skimage import color, data

from core.cli import read_source
from core.colorize.edits import Edit
from core.colorize.sidecar import write_sidecar
from core.colorize.strokes import Stroke, StrokeKind
from core.colorize.tint import Tint, TintDecision
from core.photo.formats import WRITABLE
from core.photo.photo import Photo
from core.photo.read import read_photo
from tests.core.metadata.test_embedded import xmp

Run = Callable[..., tuple[int, str, str]]
ROOT = Path(__file__).parents[3]


def _rgb(path: Path) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(path).convert("RGB"))


def _chroma(path: Path) -> float:
    return float(np.hypot(*np.moveaxis(color.rgb2lab(_rgb(path))[..., 1:], -1, 0)).mean())


def test_a_photo_becomes_a_colour_photo_beside_it(run: Run, model: Path, photo: Path) -> None:
    before = photo.read_bytes()
    status, out, err = run("colorize", photo, "--model", model)
    target = photo.with_name("grandma_color.jpg")
    assert (status, out, err) == (0, f"{target}\n", "")
    assert photo.read_bytes() == before
    assert _rgb(target).shape == (120, 160, 3)
    assert _chroma(target) > 5


def test_the_result_names_its_model(
    run: Run, model: Path, photo: Path, exiftool: Callable[..., dict[str, Any]]
) -> None:
    run("colorize", photo, "--model", model, "--strength", 0.5, "--seed", 3)
    said = json.dumps(exiftool(photo.with_name("grandma_color.jpg")))
    assert "ompositeWithTrainedAlgorithmicMedia" in said or "omposite With Trained" in said
    assert "tiny" in said
    assert "strength=0.5" in said


def test_look_and_seed_change_the_colours(run: Run, model: Path, photo: Path) -> None:
    def colours(*arguments: object) -> float:
        target = photo.with_name("result.png")
        command = ("colorize", photo, "--model", model, "-o", target, "--overwrite", *arguments)
        status, _, err = run(*command)
        assert (status, err) == (0, "")
        return _chroma(target)

    plain = colours()
    assert colours("--strength", 0) < 1
    assert colours("--saturation", 0.5) < plain < colours("--saturation", 1.5)
    assert colours("--seed", 1) != plain
    assert colours("--seed", 1) == colours("--seed", 1)
    assert colours("--warmth", "-1") != plain
    assert colours("--size", 32) != plain


def test_light_is_changed_only_when_asked_for_and_the_result_says_so(
    run: Run, model: Path, photo: Path, exiftool: Callable[..., dict[str, Any]]
) -> None:
    def result(*arguments: object) -> Path:
        target = photo.with_name(f"result{len(arguments)}.png")
        status, _, err = run("colorize", photo, "--model", model, "-o", target, *arguments)
        assert (status, err) == (0, "")
        return target

    plain, neutral = result(), result("--brightness", 0)
    lit = result("--brightness", 0.3, "--contrast", 0.2)
    assert plain.read_bytes() == neutral.read_bytes()
    assert _rgb(lit).mean() > _rgb(plain).mean() + 5
    assert "brightness" not in json.dumps(exiftool(plain))
    assert "brightness=0.3; contrast=0.2" in json.dumps(exiftool(lit))


def test_a_hint_colours_its_place(run: Run, model: Path, photo: Path) -> None:
    hinted, plain = photo.with_name("hinted.png"), photo.with_name("plain.png")
    run("colorize", photo, "--model", model, "-o", plain)
    status, _, err = run(
        "colorize", photo, "--model", model, "-o", hinted, "--hint", "20%,20%,#ff0000"
    )
    assert (status, err) == (0, "")
    difference = np.abs(_rgb(hinted).astype(int) - _rgb(plain)).sum(-1)
    assert difference[24, 32] > 15
    assert difference[110, 150] < 5


def test_a_hint_reaches_as_far_as_it_says(run: Run, model: Path, photo: Path) -> None:
    reds = []
    for reach in (",0", ",1"):
        run("colorize", photo, "--model", model, "--overwrite", "--hint", f"50%,50%,#e01010{reach}")
        lab = color.rgb2lab(_rgb(photo.with_name("grandma_color.jpg")))
        reds.append(int((lab[..., 1] > 30).sum()))
    assert reds[0] <= reds[1]


def test_what_was_chosen_in_the_window_counts(run: Run, model: Path, photo: Path) -> None:
    grey = Stroke(((0.0, 0.5), (1.0, 0.5)), 1.0, StrokeKind.GREY)
    write_sidecar(photo, Edit(strokes=(grey,)))
    said = photo.with_name(f"{photo.name}.autochrome.json").read_bytes()
    target = photo.with_name("grandma_color.jpg")
    run("colorize", photo, "--model", model)
    assert _chroma(target) < 1
    run("colorize", photo, "--model", model, "--ignore-edits", "--overwrite")
    assert _chroma(target) > 5
    assert photo.with_name(f"{photo.name}.autochrome.json").read_bytes() == said


def test_what_the_model_cannot_do_fails_each_photo(run: Run, model: Path, photo: Path) -> None:
    status, out, err = run("colorize", photo, "--model", model, "--size", 9999)
    assert (status, out) == (1, "")
    assert "not at 9999" in err


def test_a_bad_hint_is_one_line(run: Run, model: Path, photo: Path) -> None:
    status, _, err = run("colorize", photo, "--model", model, "--hint", "50%,50%,reddish")
    assert status == 1
    assert err.startswith(f"autochrome: {photo}: ")
    assert err.count("\n") == 1


def test_an_earlier_result_stays_unless_overwriting_was_asked_for(
    run: Run, model: Path, photo: Path
) -> None:
    target = photo.with_name("grandma_color.jpg")
    target.write_bytes(b"precious")
    status, out, err = run("colorize", photo, "--model", model)
    assert (status, out) == (1, "")
    assert "exists already" in err
    assert err.endswith(" (--overwrite).\n")
    assert target.read_bytes() == b"precious"
    assert run("colorize", photo, "--model", model, "--overwrite")[0] == 0
    assert _chroma(target) > 5


def test_the_source_is_never_the_target(run: Run, model: Path, photo: Path) -> None:
    before = photo.read_bytes()
    status, _, err = run("colorize", photo, "--model", model, "-o", photo, "--overwrite")
    assert status == 1
    assert "original" in err
    assert photo.read_bytes() == before


def test_one_bad_photo_costs_one_photo(run: Run, model: Path, photo: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(photo.read_bytes()[:300])
    missing = tmp_path / "missing.jpg"
    second = Path(shutil.copy(photo, tmp_path / "second.jpg"))
    out_folder = tmp_path / "colour"
    status, out, err = run(
        "colorize", broken, photo, missing, second, "--model", model, "-o", out_folder
    )
    assert status == 1
    assert sorted(path.name for path in out_folder.iterdir()) == [
        "grandma_color.jpg",
        "second_color.jpg",
    ]
    assert out.splitlines() == [
        str(out_folder / "grandma_color.jpg"),
        str(out_folder / "second_color.jpg"),
    ]
    assert [line.split(": ")[:2] for line in err.splitlines()] == [
        ["autochrome", str(broken)],
        ["autochrome", str(missing)],
    ]


def test_a_narrow_terminal_breaks_no_line(
    run: Run, model: Path, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")
    missing = tmp_path / "a photo that is not there.jpg"
    _, _, err = run("colorize", missing, photo, "--model", model)
    assert "Colorizing" in err  # the bar
    said = f"{missing}: There is no file {missing.name}: check its name, or put its disk or folder "
    said += "back."
    assert f"autochrome: {said}\n" in err


def test_two_photos_of_one_name_do_not_share_a_result(
    run: Run, model: Path, photo: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = Path(shutil.copy(photo, tmp_path / "other" / photo.name))
    status, out, err = run(
        "colorize", photo, other, "--model", model, "-o", tmp_path / "colour", "--overwrite"
    )
    assert status == 1
    assert out.count("\n") == 1
    assert "earlier photo of this command" in err


@pytest.mark.parametrize("name", WRITABLE)
def test_every_format_can_be_asked_for(run: Run, model: Path, photo: Path, name: str) -> None:
    status, out, err = run("colorize", photo, "--model", model, "--format", name)
    assert (status, err) == (0, "")
    assert read_photo(Path(out.strip())).format == name


def test_quality_is_passed_on(run: Run, model: Path, photo: Path) -> None:
    sizes = []
    for quality in (20, 95):
        target = photo.with_name(f"q{quality}.jpg")
        run("colorize", photo, "--model", model, "-o", target, "--quality", quality)
        sizes.append(target.stat().st_size)
    assert sizes[0] < sizes[1] / 2


def test_sixteen_bits_stay_sixteen(run: Run, model: Path, tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 128 * 96, dtype=np.uint16).reshape(96, 128)
    source = tmp_path / "ramp.tif"
    Image.fromarray(ramp).save(source)
    status, out, err = run("colorize", source, "--model", model)
    assert (status, err) == (0, "")
    assert read_photo(Path(out.strip())).depth == 16


def test_a_colour_photo_is_colorized_only_when_asked(run: Run, model: Path, tmp_path: Path) -> None:
    source = tmp_path / "cat.png"
    Image.fromarray(data.chelsea()[::2, ::2]).save(source)
    status, _, err = run("colorize", source, "--model", model)
    assert status == 1
    assert err.startswith(f"autochrome: {source}: ")
    assert err.endswith(" (--recolor).\n")
    assert run("colorize", source, "--model", model, "--recolor")[0] == 0


def test_what_is_not_certain_names_the_option(
    run: Run, model: Path, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.colorize.colorizer.tint_of", lambda _: TintDecision(Tint.UNSURE, 0.5))
    status, _, err = run("colorize", photo, "--model", model)
    assert status == 1
    assert "may be black-and-white with a tone, or a colour photo that has faded" in err
    assert err.endswith(" (--tinted colorize, or --tinted skip).\n")
    status, _, err = run("colorize", photo, "--model", model, "--tinted", "skip")
    assert status == 1
    assert err.endswith(" (--recolor).\n")
    assert run("colorize", photo, "--model", model, "--tinted", "colorize")[0] == 0


def test_what_was_taken_off_is_said(
    run: Run, model: Path, tmp_path: Path, exiftool: Callable[..., dict[str, Any]]
) -> None:
    grey = data.camera()[..., None] / 255
    sepia = np.array([0.1, 0.05, 0.02]) + np.array([0.9, 0.9, 0.8]) * grey ** (0.8, 1, 1.2)
    source = tmp_path / "oma.png"
    Image.fromarray(np.rint(sepia * 255).astype(np.uint8)).save(source)
    removed, kept = tmp_path / "removed.png", tmp_path / "kept.png"
    command = ("colorize", source, "--model", model, "--strength", 0, "-o")
    status, _, err = run(*command, removed)
    assert (status, err.count("\n")) == (0, 1)
    assert "oma.png: brown tone removed (--tone keep lays it under the colours)." in err
    assert _chroma(removed) < 1
    assert "brown removed" in json.dumps(exiftool(removed))
    line = json.loads(run(*command, tmp_path / "again.png", "--json")[1])
    assert (line["original"], line["reason"]) == ("tinted", "black-and-white with a brown tone")
    assert 0 <= line["likelihood"] < 0.3
    status, _, err = run(*command, kept, "--tone", "keep")
    assert (status, err) == (0, "")
    difference = color.rgb2lab(_rgb(kept)) - color.rgb2lab(_rgb(source))
    assert np.abs(difference).mean() < 1


def test_before_and_after_stand_side_by_side(run: Run, model: Path, photo: Path) -> None:
    status, out, err = run("colorize", photo, "--model", model, "--before-after")
    both = photo.with_name("grandma_before_after.jpg")
    assert (status, err) == (0, "")
    assert out.splitlines()[1] == str(both)
    pixels = _rgb(both)
    assert pixels.shape == (120, 160 + 2 + 160, 3)
    left, right = pixels[:, :150].astype(int), pixels[:, 170:].astype(int)
    assert np.ptp(left, axis=2).max() < 12
    assert np.ptp(right, axis=2).mean() > 12


def test_several_pages_are_not_lost_in_silence(run: Run, model: Path, tmp_path: Path) -> None:
    pages = [Image.fromarray(data.camera()[::4, ::4])] * 3
    source = tmp_path / "album.tif"
    pages[0].save(source, save_all=True, append_images=pages[1:])
    status, _, err = run("colorize", source, "--model", model)
    assert status == 0
    assert "of its 3 pages only the first" in err


def _pipe(arguments: list[object], content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "core.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, input=content, capture_output=True, check=False)


def test_standard_input_becomes_standard_output(model: Path, photo: Path) -> None:
    done = _pipe(["colorize", "-", "--model", model], photo.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    picture = Image.open(io.BytesIO(done.stdout))
    assert (picture.format, picture.size) == ("JPEG", (160, 120))


def test_messages_never_mix_with_a_picture(model: Path, photo: Path) -> None:
    done = _pipe(
        ["colorize", photo, "-o", "-", "--format", "png", "--model", model, "--device", "openvino"]
    )
    assert done.returncode == 0
    assert Image.open(io.BytesIO(done.stdout)).format == "PNG"
    assert b"openvino cannot be used, the CPU is" in done.stderr


def test_what_is_no_picture_on_standard_input_is_one_line(model: Path) -> None:
    done = _pipe(["colorize", "-", "--model", model], b"hello")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"autochrome: -: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break differently there")
def test_a_reader_that_leaves_is_no_traceback(model: Path, photo: Path) -> None:
    arguments = ["colorize", photo, "-o", "-", "--model", model]
    command = [sys.executable, "-m", "core.cli", *map(str, arguments)]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (3, b"")


def test_ctrl_c_ends_in_a_sentence(
    run: Run, model: Path, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = Path(shutil.copy(photo, photo.with_name("second.jpg")))

    def interrupted(path: Path, **options: Any) -> Photo:
        if path == second:
            signal.raise_signal(signal.SIGINT)
        return read_photo(path, **options)

    monkeypatch.setattr(read_source, "read_photo", interrupted)
    status, out, err = run("colorize", photo, second, "--model", model)
    assert (status, out.count("\n")) == (3, 1)
    assert err == "autochrome: stopped early: 1 of 2 photos were colorized.\n"


def test_a_model_that_cannot_be_used_is_status_4(run: Run, photo: Path, tmp_path: Path) -> None:
    status, out, err = run("colorize", photo, "--model", tmp_path / "none.onnx")
    assert (status, out) == (4, "")
    assert err.startswith("autochrome: ")
    assert "none.onnx" in err
    assert err.count("\n") == 1
    assert run("info", "--model", tmp_path / "none.onnx")[0] == 4


def test_a_model_that_cannot_be_used_is_said_beside_photos_that_cannot(
    run: Run, tmp_path: Path
) -> None:
    status, out, err = run("colorize", tmp_path / "no.jpg", "--model", tmp_path / "none.onnx")
    assert (status, out) == (4, "")
    assert "no.jpg" in err
    assert "none.onnx" in err


def test_the_files_time_and_sidecars_come_along_where_asked(
    run: Run, model: Path, photo: Path
) -> None:
    os.utime(photo, (10**9, 10**9))
    photo.with_name("grandma.jpg.xmp").write_bytes(xmp('xmp:Rating="4"'))
    photo.with_name("grandma.jpg.json").write_text("{")
    target = photo.with_name("grandma_color.jpg")
    asked = ("--keep-time", "--copy-sidecars")
    status, _, err = run("colorize", photo, "--model", model, *asked)
    assert status == 0
    assert "grandma.jpg.json beside the photo could not be read (not JSON" in err
    assert target.stat().st_mtime == 10**9
    assert b"Rating" in target.with_name("grandma_color.jpg.xmp").read_bytes()
    target.with_name("grandma_color.jpg.xmp").unlink()
    run("colorize", photo, "--model", model, "--overwrite")
    assert target.stat().st_mtime != 10**9
    assert not target.with_name("grandma_color.jpg.xmp").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="its names are counted in letters")
def test_long_names_are_cut_and_stay_apart(run: Run, model: Path, photo: Path) -> None:
    photos = [photo.with_name(f"{'ü' * 124}{letter}.jpg") for letter in "ab"]
    for path in photos:
        shutil.copy(photo, path)
    status, out, err = run("colorize", *photos, "--model", model)
    assert (status, err) == (0, "")
    assert [Path(line).name for line in out.splitlines()] == [
        f"{'ü' * 122}_color.jpg",
        f"{'ü' * 121}_color_2.jpg",
    ]


def test_colours_of_another_photo(run: Run, photo: Path, model: Path, tmp_path: Path) -> None:
    like = tmp_path / "like.jpg"
    Image.fromarray(data.coffee()).save(like)
    arguments = ("colorize", photo, "--model", model, "--overwrite", "--like")
    status, out, err = run(*arguments, like)
    assert status == 0
    assert "palette lent as a whole" in err  # the tiny model has no features to compare
    provenance = read_photo(Path(out.strip())).metadata.xmp
    assert provenance is not None
    assert b"like=like.jpg" in provenance
    status, out, err = run(*arguments, photo)
    assert (status, out) == (2, "")
    assert "grandma.jpg is black-and-white: name a photo that has the colours you want" in err
