"""The packages as their user meets them; `make test-package` runs this. Sizes and times go into
docs/release.md.

The .deb is installed by apt, started from its desktop entry in a real X server, colorizes a photo
by the window's own keys and by the command line, and is removed without a trace. The portable
archive is unpacked, installed without root, tried and taken away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import measure  # noqa: E402
from screen import Keys, User, missing_programs, save_and_quit  # noqa: E402

from core.photo.read import read_photo  # noqa: E402
from tests.x_server import x_server  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "camera.jpg"
NAME = "Großmutter 1931"
DOCUMENT_TYPES = [f"image/{kind}" for kind in ("jpeg", "png", "tiff", "webp", "avif", "gif")]


def main() -> None:
    """Try what lies in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dist", nargs="?", type=Path, default=ROOT / "dist" / "cpu")
    parser.add_argument("--document", type=Path, default=ROOT / "docs" / "release.md")
    options = parser.parse_args()
    if missing := missing_programs():
        raise SystemExit(f"This test needs {', '.join(missing)}.")
    deb, archive = _only(options.dist, "*.deb"), _only(options.dist, "*.tar.xz")
    with tempfile.TemporaryDirectory() as scratch, x_server() as screen:
        Path(scratch).chmod(0o755)
        _try_archive(archive, Path(scratch))
        starts = _try_deb(deb, Path(scratch), screen)
    rows = measure.sizes(options.dist / "autochrome", deb, archive)
    measure.write(options.document, rows, starts)
    measure.check(deb, archive)


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        raise SystemExit(f"{folder} holds {len(found)} {pattern}: run make package first.")
    return found[0].resolve()


def _home(scratch: Path, name: str, screen: str = "") -> tuple[User, Path]:
    """A user with a photo of their own."""
    home = scratch / name
    home.mkdir()
    photo = home / f"{NAME}.jpg"
    photo.write_bytes(SAMPLE.read_bytes())
    user = User(home, screen)
    user.own(home, photo)
    return user, photo


def _try_deb(deb: Path, scratch: Path, screen: str) -> measure.Starts:
    if os.geteuid() != 0:
        raise SystemExit("The .deb is installed by apt: run this as root.")
    if _installed():
        raise SystemExit("Autochrome is installed here already, and this test would remove it.")
    user, photo = _home(scratch, "home of nobody", screen)
    before = _traces()
    _apt("install", deb)
    try:
        assert _offered() == set(DOCUMENT_TYPES), _offered()
        said(f"installed {deb.name}; photos have it under Open With")
        by_command = photo.with_name("by command.jpg")
        user.run("autochrome", "--self-test")
        user.run("autochrome", "colorize", photo, "-o", by_command)
        _assert_colored(by_command)
        album = photo.parent / "album"
        user.run("autochrome", "batch", photo, "-o", album)
        _assert_colored(album / f"{NAME}_color.jpg")
        said("the command line passes its self-test and colorizes, as a user without rights")
        _from_the_menu(user, photo, screen)
        _assert_colored(photo.with_name(f"{NAME}_color.jpg"))
        said("the window opens from its desktop entry, colorizes and saves")
        starts = measure.starts(user, screen)
    finally:
        _apt("purge", "autochrome")
    assert _traces() == before, f"left behind: {_traces() - before}"
    assert not _offered()
    said("removed without a trace")
    return starts


def _offered() -> set[str]:
    """The MIME types a file manager offers Autochrome for."""
    cache = Path("/usr/share/applications/mimeinfo.cache")
    lines = cache.read_text(encoding="utf-8").splitlines() if cache.exists() else []
    pairs = [line.split("=", 1) for line in lines if "=" in line]
    return {kind for kind, entries in pairs if "autochrome.desktop" in entries.split(";")}


def _from_the_menu(user: User, photo: Path, screen: str) -> None:
    keys = Keys(screen)
    subprocess.Popen(user.command("gtk-launch", "autochrome", photo), cwd="/")
    keys.focus(NAME)
    program = Path(f"/proc/{keys.pid(NAME)}/exe").readlink()
    assert program == Path("/usr/lib/autochrome/Autochrome"), program
    save_and_quit(keys, NAME, photo.with_name(f"{NAME}_color.jpg"))


def _try_archive(archive: Path, scratch: Path) -> None:
    user, photo = _home(scratch, "Zuhause mit Leerzeichen")
    unpacked = scratch / "unpacked"
    unpacked.mkdir()
    subprocess.run(["tar", "-C", unpacked, "-xf", archive], check=True)
    (top,) = unpacked.iterdir()
    user.run("sh", top / "install.sh")
    local = user.home / ".local"
    user.run(local / "bin" / "autochrome", "colorize", photo)
    _assert_colored(photo.with_name(f"{NAME}_color.jpg"))
    entry = local / "share" / "applications" / "autochrome.desktop"
    subprocess.run(["desktop-file-validate", entry], check=True)
    assert str(local / "bin" / "autochrome-desktop") in entry.read_text()
    user.run("sh", top / "install.sh")  # again, over itself
    user.run("sh", local / "lib" / "autochrome" / "uninstall.sh")
    left = sorted(str(path) for path in local.rglob("*") if not path.is_dir())
    assert left == [], left
    said("the portable archive installs without root, colorizes, and is taken away")


def _assert_colored(path: Path) -> None:
    photo = read_photo(path)
    assert not photo.is_grey, f"{path.name} has no colours"
    assert (photo.width, photo.height) == (512, 512)


def _traces() -> set[str]:
    """What is called so, wherever packages put things."""
    places = [place for place in ("/usr", "/etc", "/opt", "/var/lib") if Path(place).is_dir()]
    found = subprocess.run(
        ["find", *places, "-xdev", "-iname", "*autochrome*"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return set(found.stdout.splitlines())


def _installed() -> bool:
    done = subprocess.run(["dpkg", "-s", "autochrome"], capture_output=True, check=False)
    return done.returncode == 0


def _apt(action: str, what: str | Path) -> None:
    # what is recommended is for a whole desktop, and would stay after the test
    options = ["-y", "-qq", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=300"]
    command = ["apt-get", action, *options, str(what)]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def said(words: str) -> None:
    print(f"try_package: {words}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
