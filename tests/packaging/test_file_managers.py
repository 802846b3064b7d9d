"""The entry "Colorize" in the menus of file managers: laid out, installed, tried, taken away."""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

LINUX = Path(__file__).parents[2] / "resources" / "packaging" / "linux"
LANGUAGES = {"ar", "de", "es", "fr"}

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="entries of Linux")


def entries(path: Path) -> configparser.ConfigParser:
    parsed = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    parsed.read_string(path.read_text(encoding="utf-8"))
    return parsed


@pytest.fixture
def laid_out(tmp_path: Path) -> Path:
    """The portable archive's folder, of a program that notes what it is given."""
    folder, icons, top = tmp_path / "packed", tmp_path / "icons", tmp_path / "top"
    (folder / "_internal/resources/icons").mkdir(parents=True)
    (folder / "_internal/resources/icons/autochrome.svg").touch()
    for name in ("autochrome", "Autochrome"):
        (folder / name).write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$HOME/given.txt"\n')
        (folder / name).chmod(0o755)
    icons.mkdir()
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        (icons / f"autochrome-{size}.png").touch()
    command = ["bash", *map(str, (LINUX / "layout.sh", folder, icons, top)), "1.0"]
    subprocess.run(command, check=True)
    for script in ("install.sh", "uninstall.sh"):
        shutil.copy(LINUX / script, top)
    return top


def installed(top: Path, home: Path) -> Path:
    home.mkdir()
    subprocess.run(
        ["sh", top / "install.sh"],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(home)},
    )
    return home / ".local"


def test_what_is_selected_is_handed_over(laid_out: Path, tmp_path: Path) -> None:
    home = tmp_path / "home of Ändy & Co"
    prefix = installed(laid_out, home)
    script = prefix / "share/nautilus/scripts/Colorize"
    photos = ["/a b/old photo.jpg", "/a b/folder"]
    subprocess.run([script, *photos], check=True, env={"HOME": str(home), "PATH": "/usr/bin:/bin"})
    assert (home / "given.txt").read_text().splitlines() == photos


def test_every_entry_names_the_program_where_it_is(laid_out: Path, tmp_path: Path) -> None:
    prefix = installed(laid_out, tmp_path / "home")
    program = f'"{prefix}/bin/autochrome-desktop"'
    dolphin = entries(prefix / "share/kio/servicemenus/autochrome-colorize.desktop")
    action = dolphin["Desktop Action autochromeColorize"]
    assert dolphin["Desktop Entry"]["Actions"] == "autochromeColorize;"
    assert action["Exec"] == f"{program} %F"
    assert os.access(prefix / "share/kio/servicemenus/autochrome-colorize.desktop", os.X_OK)
    nemo = entries(prefix / "share/nemo/actions/autochrome.nemo_action")["Nemo Action"]
    assert nemo["Exec"] == f"{program} %F"
    extension = prefix / "share/nautilus-python/extensions/autochrome_nautilus.py"
    assert f"PROGRAM = {program}" in extension.read_text(encoding="utf-8")
    for entry in (action, nemo):
        assert {key[5:-1] for key in entry if key.startswith("Name[")} == LANGUAGES


def test_folders_and_the_photos_of_the_menu_are_offered(laid_out: Path) -> None:
    kinds = entries(laid_out / "share/kio/servicemenus/autochrome-colorize.desktop")
    own = entries(laid_out / "share/applications/autochrome.desktop")["Desktop Entry"]
    offered = set(kinds["Desktop Entry"]["MimeType"].split(";"))
    assert offered == {*own["MimeType"].split(";"), "inode/directory"}


def test_nothing_of_them_stays(laid_out: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    prefix = installed(laid_out, home)
    subprocess.run(
        ["sh", prefix / "lib/autochrome/uninstall.sh"],
        check=True,
        env={**os.environ, "HOME": str(home)},
    )
    assert [path for path in home.rglob("*") if path.is_file()] == []


class _Item:
    def __init__(self, **what: str) -> None:
        self.what = what

    def connect(self, _signal: str, call: Any, *given: Any) -> None:
        self.activate = lambda: call(self, *given)


@pytest.fixture
def extension(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The extension of Nautilus over a stand-in for GNOME's libraries."""
    repository = ModuleType("gi.repository")
    repository.__dict__["GObject"] = SimpleNamespace(GObject=type("GObject", (), {}))
    nautilus = SimpleNamespace(MenuProvider=type("MenuProvider", (), {}), MenuItem=_Item)
    repository.__dict__["Nautilus"] = nautilus
    monkeypatch.setitem(sys.modules, "gi", ModuleType("gi"))
    monkeypatch.setitem(sys.modules, "gi.repository", repository)
    path = LINUX / "file_managers" / "autochrome_nautilus.py"
    spec = importlib.util.spec_from_file_location("autochrome_nautilus", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _file(path: str, kind: str, scheme: str = "file") -> SimpleNamespace:
    return SimpleNamespace(
        get_uri_scheme=lambda: scheme,
        get_mime_type=lambda: kind,
        get_location=lambda: SimpleNamespace(get_path=lambda: path),
    )


def test_nautilus_offers_it_for_pictures_and_folders(
    extension: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(extension.subprocess, "Popen", lambda command, **_: started.append(command))
    menu = extension.AutochromeMenu()
    photo, folder = _file("/a/b.jpg", "image/jpeg"), _file("/a", "inode/directory")
    (item,) = menu.get_file_items([photo, folder])
    item.activate()
    assert started == [["autochrome-desktop", "/a/b.jpg", "/a"]]
    assert len(menu.get_file_items(object(), [photo])) == 1  # before version 43
    assert menu.get_file_items([photo, _file("/a/c.txt", "text/plain")]) == []
    assert menu.get_file_items([_file("/a/b.jpg", "image/jpeg", "sftp")]) == []
    assert menu.get_file_items([]) == []


def test_the_verb_of_windows_goes_with_the_program() -> None:
    setup = (LINUX.parent / "windows" / "autochrome.iss").read_text(encoding="utf-8")
    for key in (r"SystemFileAssociations\image\shell\Autochrome", r"Directory\shell\Autochrome"):
        lines = [line for line in setup.splitlines() if f'{key}"' in line or f"{key}\\" in line]
        assert any("uninsdeletekey" in line for line in lines)
        assert any(r"\command" in line and '""%1""' in line for line in lines)
    said = re.findall(r"^(\w+)\.Colorize=(\w+)$", setup, re.MULTILINE)
    assert {language for language, _ in said} == set(re.findall(r'Name: "(\w\w)"; Messages', setup))
    assert r"{usersendto}\Autochrome" in setup
