"""Files that want to hurt: each is one failed job with a sentence, and the rest goes on."""

from __future__ import annotations

import gzip
import io
import os
import socket
import sqlite3
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import pytest
import tifffile
from PIL import Image

from core.batch.events import JobFailed
from core.batch.run import Limits, run_batch
from core.errors import AlreadyColoredError
from core.photo.probe import probe
from core.queue.job import JobState

CODES: Final = (np.arange(64 * 96, dtype=np.uint32) * 2654435761 >> 24).astype(np.uint8)
PHOTO: Final = Image.fromarray(CODES.reshape(64, 96))


def encoded(format_name: str, image: Image.Image = PHOTO, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, format_name, **options)
    return out.getvalue()


def chunk(kind: bytes, payload: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + payload))
    return struct.pack(">I", len(payload)) + kind + payload + checksum


def png(width: int, height: int, pixels: bytes, *chunks: bytes, bits: int = 8) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0))
    data = chunk(b"IDAT", pixels) if pixels else b""
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + data + chunk(b"IEND", b"")


def tiff(*entries: tuple[int, int, int, int], following: int = 0, data: bytes = b"") -> bytes:
    """A little-endian TIFF whose directory has these (tag, type, count, value)."""
    rows = b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return (
        b"II*\0" + struct.pack("<IH", 8, len(entries)) + rows + struct.pack("<I", following) + data
    )


def grey_tiff(width: int, height: int, compression: int = 1, **options: Any) -> bytes:
    where = 10 + 12 * 9 + 4
    return tiff(
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, compression),
        (262, 3, 1, 1), (273, 4, 1, where), (277, 3, 1, 1), (278, 4, 1, height),
        (279, 4, 1, width * height & 0xFFFFFFFF), data=bytes(64), **options,
    )  # fmt: skip


def samples(dtype: type) -> bytes:
    out = io.BytesIO()
    tifffile.imwrite(out, CODES.reshape(64, 96).astype(dtype))
    return out.getvalue()


def frames(format_name: str) -> bytes:
    others = [Image.fromarray(CODES.reshape(64, 96)[::-1].copy())]
    return encoded(format_name, save_all=True, append_images=others)


def jpeg_of_size(width: int, height: int) -> bytes:
    content = bytearray(encoded("JPEG"))
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(content)


def with_segment(marker: int, payload: bytes) -> bytes:
    segment = struct.pack(">BBH", 0xFF, marker, len(payload) + 2) + payload
    return b"\xff\xd8" + segment + encoded("JPEG")[2:]


def changed(content: bytes, at: int, new: bytes) -> bytes:
    return content[:at] + new + content[at + len(new) :]


def zipped() -> bytes:
    """With the bit that says "encrypted" (APPNOTE 4.4.4)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("photo.jpg", encoded("JPEG"))
    return changed(out.getvalue(), 6, b"\x01")


def database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE photos (x)")
    db.close()


def endpoint(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(os.path.relpath(path))  # names of sockets are short


def locked(path: Path) -> None:
    path.write_bytes(JPEG)
    path.chmod(0)


LAUGHS: Final = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    + b"]><x>&j;</x>"
)
SVG: Final = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
MP4: Final = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(200)
JPEG, PNG, TIFF, WEBP, AVIF = (encoded(name) for name in ("JPEG", "PNG", "TIFF", "WEBP", "AVIF"))

#: Name -> content, or what makes it: all of these fail.
MUST_FAIL: Final[dict[str, bytes | Callable[[Path], object]]] = {
    "empty.jpg": b"",
    "one byte.png": b"\x89",
    "text.jpg": b"Dear diary, today I scanned a photo.\n" * 20,
    "web page.png": b"<!DOCTYPE html><html><body>404</body></html>",
    "zeros.tif": bytes(100_000),
    "noise.jpg": CODES.tobytes()[7:],
    "jpeg start.jpg": b"\xff\xd8\xff",
    "jpeg headers only.jpg": JPEG[: JPEG.index(b"\xff\xda")],
    "jpeg half.jpg": JPEG[: len(JPEG) // 2],
    "jpeg without size.jpg": jpeg_of_size(0, 0),
    "jpeg bomb.jpg": jpeg_of_size(65_500, 65_500),
    "jpeg of a thousand starts.jpg": b"\xff\xd8\xff\xe0" * 1000,
    "png start.png": PNG[:8],
    "png half.png": PNG[: len(PNG) // 2],
    "png bad checksum.png": changed(PNG, 29, b"\0\0\0\0"),
    "png bad pixels.png": png(96, 64, b"these are not deflated"),
    "png few pixels.png": png(96, 64, zlib.compress(bytes(97 * 10))),
    "png no pixels.png": png(96, 64, b""),
    "png without size.png": png(0, 0, zlib.compress(b"")),
    "png bomb.png": png(60_000, 60_000, zlib.compress(bytes(60_000 * 7501), 9), bits=1),
    "png animated.png": frames("PNG"),
    "gif animated.gif": frames("GIF"),
    "webp animated.webp": frames("WEBP"),
    "webp half.webp": WEBP[: len(WEBP) // 2],
    "webp liar.webp": changed(WEBP, 4, b"\xff\xff\xff\x7f"),
    "avif half.avif": AVIF[: len(AVIF) // 2],
    "avif without pixels.avif": changed(AVIF, AVIF.index(b"mdat") + 4, bytes(400)),
    "tiff start.tif": TIFF[:8],
    "tiff half.tif": TIFF[: len(TIFF) // 2],
    "tiff nowhere.tif": b"II*\0" + struct.pack("<I", 2**31),
    "tiff without tags.tif": tiff(),
    "tiff strips elsewhere.tif": changed(grey_tiff(96, 64), 10 + 12 * 5 + 8, b"\xff\xff\xff\x7f"),
    "tiff bomb.tif": grey_tiff(200_000, 200_000),
    "tiff unknown compression.tif": grey_tiff(96, 64, 9999),
    "tiff of floats.tif": samples(np.float32),
    "tiff of doubles.tif": samples(np.float64),
    "tiff 32 bits.tif": samples(np.uint32),
    "tiff signed.tif": samples(np.int16),
    "locked.pdf": b"%PDF-1.7\n1 0 obj <</Filter /Standard /V 4 /Encrypt 2 0 R>> endobj\n",
    "locked zip.jpg": zipped(),
    "gzip.jpg": gzip.compress(JPEG),
    "film.jpg": MP4,
    "drawing.svg": SVG,
    "a billion laughs.svg": LAUGHS.replace(b"<x>&j;</x>", SVG),
    "program.png": b"MZ\x90\0" + bytes(300),
    "database.tif": database,
    "windows.bmp": encoded("BMP")[:60],
    "portable.pgm": encoded("PPM")[:60],
    "photoshop.psd": b"8BPS\0\1" + bytes(40),
    "jpeg 2000.jp2": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60),
    "camera.cr2": b"II*\0\x10\0\0\0CR\2\0" + bytes(60),
    "telescope.fits": b"SIMPLE  =                    T" + bytes(60),
    "half heic.heic": b"\0\0\0\x18ftypheic\0\0\0\0heicmif1" + bytes(60),
    "half jxl.jxl": b"\xff\x0a" + bytes(30),
    "gone.jpg": lambda path: None,
    "folder.jpg": lambda path: path.mkdir(),
    "dangling.jpg": lambda path: path.symlink_to("nothing"),
    "ring.jpg": lambda path: path.symlink_to(path.name),
    "pipe.jpg": os.mkfifo,
    "endpoint.jpg": endpoint,
    "locked.jpg": locked,
}

#: Odd, but photos: these are colorized.
MUST_WORK: Final[dict[str, bytes]] = {
    "png inside.jpg": PNG,
    "tiff inside.PNG": TIFF,
    "no ending": JPEG,
    "one pixel.png": encoded("PNG", PHOTO.crop((0, 0, 1, 1))),
    "a line.png": encoded("PNG", PHOTO.resize((4000, 1))),
    "two levels.png": encoded("PNG", PHOTO.convert("1")),
    "palette.png": encoded("PNG", PHOTO.convert("P")),
    "cmyk.jpg": encoded("JPEG", PHOTO.convert("CMYK")),
    "one frame.gif": encoded("GIF"),
    "trailing rubbish.jpg": JPEG + bytes(5000),
    "broken profile.jpg": encoded("JPEG", icc_profile=b"acsp" * 50),
    "broken exif.jpg": with_segment(0xE1, b"Exif\0\0II*\0\xff\xff\xff\x7f"),
    "exif in circles.jpg": with_segment(0xE1, b"Exif\0\0" + tiff((34665, 4, 1, 8), following=8)),
    "laughing xmp.png": png(96, 64, zlib.compress(bytes(97 * 64)),
                            chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + LAUGHS)),
    "text bomb.png": png(96, 64, zlib.compress(bytes(97 * 64)),
                         chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000), 9))),
    "tiff in circles.tif": grey_tiff(8, 8, following=8),
    "name\nof two lines.png": PNG,
    "-rf.png": PNG,
    "'; DROP TABLE jobs; --.png": PNG,
    "\u202egnp.exe.png": PNG,
    "e\u0301 \u00e9 \U0001f4f7.png": PNG,
    "x" * 240 + ".png": PNG,
}  # fmt: skip


def make(folder: Path, name: str, content: bytes | Callable[[Path], object]) -> Path:
    path = folder / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        content(path)
    return path


def snapshot(folder: Path) -> dict[str, object]:
    return {p.name: (p.lstat().st_mtime_ns, p.lstat().st_size) for p in sorted(folder.iterdir())}


@pytest.mark.skipif(sys.platform == "win32", reason="its names and special files are others")
def test_hostile_files_cost_themselves_only(
    desk: Any, colorizer: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Sixty kinds that fail, and twenty that look as if they would."""
    monkeypatch.chdir(desk.inside)
    hostile = {name: make(desk.inside, name, content) for name, content in MUST_FAIL.items()}
    odd = {name: make(desk.inside, name, content) for name, content in MUST_WORK.items()}
    if os.geteuid() == 0:  # nothing is forbidden to root
        hostile.pop("locked.jpg")
    mixed = [path for pair in zip(hostile.values(), odd.values(), strict=False) for path in pair]
    everything = list(dict.fromkeys([*mixed, *hostile.values(), *odd.values()]))
    before = snapshot(desk.inside)
    desk.store.add(
        [desk.job(path, f"{number}.png") for number, path in enumerate(everything, start=1)]
    )
    summary = run_batch(
        desk.store, colorizer, on_event=desk.events.append, limits=Limits(workers=2)
    )

    assert len(hostile) >= 60
    ended = {job.source.name: job.state for job in desk.store.jobs()}
    expected = dict.fromkeys(hostile, JobState.FAILED) | dict.fromkeys(odd, JobState.DONE)
    assert {n: ended[n] for n in ended if ended[n] != expected[n]} == {}
    assert summary.stopped is None
    for job in (event.job for event in desk.of_kind(JobFailed)):
        assert job.error.endswith("."), job
        assert job.source.name in job.error, job
        assert job.error_kind.endswith("Error"), job
        assert "fault of the program" not in job.error, job
    assert snapshot(desk.inside) == before
    assert len(desk.results()) == len(odd)
    assert not [name for name in desk.results() if name.endswith(".part")]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode there")
def test_hostile_files_whose_names_are_no_unicode(
    desk: Any, colorizer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Sentences hold names, and libvips' own words too."""
    before = os.fsdecode(b"caf\xe9 ")
    contents = {name: what for name, what in MUST_FAIL.items() if isinstance(what, bytes)}
    photos = [make(desk.inside, before + name, content) for name, content in contents.items()]
    coloured = make(desk.inside, f"{before}colours.png", PNG)

    def refuse(photo: Any) -> None:
        raise AlreadyColoredError(f"{photo.source.name} has colours already.", photo.source)

    colorizer.before = refuse
    jobs = [desk.job(path, f"{number}.png") for number, path in enumerate([*photos, coloured])]
    assert "empty" in str(probe(photos[list(contents).index("empty.jpg")]).error)
    assert [probe(path) for path in photos]  # raises for none of them
    desk.store.add(jobs)
    summary = run_batch(
        desk.store, colorizer, on_event=desk.events.append, limits=Limits(workers=2)
    )
    assert (summary.failed, summary.skipped, summary.left) == (len(contents), 1, 0)
    for job in desk.store.jobs():
        assert "caf\\udce9 " in job.error, job
        assert "fault of the program" not in job.error, job
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
