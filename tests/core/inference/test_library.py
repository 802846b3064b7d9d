"""The library of models: copies, files in place, names, the default, and what goes wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.colorize.ensemble import load_specs
from core.errors import LibraryError, ModelHashError, ModelNotFoundError
from core.inference.add_model import add_model, change_entry
from core.inference.description import ModelDescription
from core.inference.families.conventions import Conventions, InputKind
from core.inference.library import (
    default_entry,
    default_model,
    entries,
    find_entry,
    forget,
    library_folder,
    named_entry,
    set_default,
)
from core.inference.model_choice import chosen_model, default_choice, parse_model, recalled_model
from core.inference.model_spec import bundled_model
from core.inference.session import open_model
from core.inference.session_pool import SessionPool
from tests.models import graphs


@pytest.fixture
def ddcolor(tmp_path: Path) -> Path:
    return graphs.ddcolor(tmp_path / "ddcolor.onnx")


def test_a_copy_outlives_its_file(ddcolor: Path) -> None:
    entry = add_model(ddcolor, licence="Apache-2.0", device="cpu")
    assert (entry.name, entry.family, entry.licence) == ("ddcolor", "ddcolor", "Apache-2.0")
    assert entry.path.read_bytes() == ddcolor.read_bytes()
    assert entry.milliseconds is not None
    ddcolor.unlink()
    assert entries() == [entry]
    assert find_entry("DDCOLOR") == find_entry(entry.sha256[:8]) == entry
    choice = chosen_model("ddcolor")
    assert open_model(choice.path, "cpu", described=choice.described).spec.name == "ddcolor"


def test_weights_beside_the_model_come_along(tmp_path: Path) -> None:
    path = graphs.ddcolor(tmp_path / "large.onnx", external="large.bin")
    entry = add_model(path, device="cpu")
    assert (entry.path.parent / "large.bin").read_bytes() == (tmp_path / "large.bin").read_bytes()
    assert entry.bytes == sum(file.stat().st_size for file in tmp_path.glob("large.*"))
    shutil.rmtree(tmp_path)
    assert open_model(entry.path, "cpu").spec.used[0].sha256 == entry.sha256


def test_other_weights_beside_it_are_another_model(tmp_path: Path) -> None:
    path = graphs.ddcolor(tmp_path / "large.onnx", external="large.bin")
    entry = add_model(path, device="cpu", in_place=True)
    weights = bytearray((tmp_path / "large.bin").read_bytes())
    weights[0] ^= 1
    (tmp_path / "large.bin").write_bytes(weights)
    with pytest.raises(ModelHashError, match=r"large .*is not the file that was added"):
        SessionPool("cpu").session(chosen_model(entry.name))


def test_a_file_in_place_that_is_gone_or_another_is_named(ddcolor: Path) -> None:
    entry = add_model(ddcolor, in_place=True, device="cpu")
    assert entry.path == ddcolor
    assert not list(library_folder().rglob("*.onnx"))
    ddcolor.write_bytes(ddcolor.read_bytes() + b"\x12\x00")  # another producer's name
    with pytest.raises(ModelHashError, match=r"ddcolor \(ddcolor\.onnx\) is not the file"):
        SessionPool("cpu").session(chosen_model("ddcolor"))
    ddcolor.write_bytes(ddcolor.read_bytes()[:100])  # cut short
    with pytest.raises(ModelHashError, match=r"ddcolor \(ddcolor\.onnx\) is not the file"):
        SessionPool("cpu").session(chosen_model("ddcolor"))
    graphs.deoldify(ddcolor)  # of another family
    for use in (SessionPool("cpu").session, lambda choice: load_specs([choice])):
        with pytest.raises(ModelHashError, match=r"ddcolor \(ddcolor\.onnx\) is not the file"):
            use(chosen_model("ddcolor"))
    ddcolor.unlink()
    with pytest.raises(ModelNotFoundError, match=r"ddcolor is not where it was any more"):
        chosen_model("ddcolor")
    forget(named_entry("ddcolor"))
    assert entries() == []


def test_removing_takes_the_copy_and_nothing_else(ddcolor: Path) -> None:
    entry = add_model(ddcolor, device="cpu")
    set_default(entry)
    assert default_model() == default_choice().path == entry.path
    forget(entry)
    assert (entries(), default_entry(), default_model()) == ([], None, bundled_model())
    assert ddcolor.is_file()
    assert not entry.path.parent.exists()


def test_names_are_given_once(tmp_path: Path, ddcolor: Path) -> None:
    add_model(ddcolor, device="cpu")
    other = graphs.ddcolor(tmp_path / "512.onnx", side=512)
    assert add_model(other, ModelDescription("DDColor"), device="cpu").name == "DDColor 2"
    again = graphs.zhang(tmp_path / "autochrome.onnx")
    assert add_model(again, device="cpu").name == "autochrome 2"


def test_the_same_file_again_is_said_anew(ddcolor: Path) -> None:
    add_model(ddcolor, device="cpu")
    add_model(ddcolor, ModelDescription("other"), device="cpu")
    assert [entry.name for entry in entries()] == ["other"]


def test_what_was_guessed_is_kept_and_can_be_changed(tmp_path: Path) -> None:
    path = graphs.zhang(tmp_path / "eccv16.onnx", low=-50, high=50)
    entry = add_model(path, device="cpu")
    assert entry.guessed
    meant = Conventions(InputKind.L, -50, 50)
    changed = change_entry(entry, ModelDescription("eccv16", "zhang", meant), "BSD")
    assert (changed.conventions, changed.guessed, changed.licence) == (meant, False, "BSD")
    assert entries() == [changed]
    spec = open_model(path, "cpu").spec  # the file is known by its hash
    assert spec.conventions == meant
    assert spec.sha256 != changed.sha256  # read otherwise it is another model
    assert spec.used[0].sha256 == changed.sha256


def test_a_damaged_entry_is_no_entry(ddcolor: Path) -> None:
    entry = add_model(ddcolor, device="cpu")
    (entry.path.parent / "entry.json").write_text("{")
    assert entries() == []
    add_model(ddcolor, device="cpu")
    assert [each.name for each in entries()] == ["ddcolor"]


def test_a_library_that_cannot_be_written(
    ddcolor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "file"))
    with pytest.raises(LibraryError, match=r"no room for ddcolor\.onnx, or cannot be written"):
        add_model(ddcolor, device="cpu")
    with pytest.raises(LibraryError, match="cannot be changed"):
        set_default(None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ddcolor", ("ddcolor", 1.0)),
        ("ddcolor:0.5", ("ddcolor", 0.5)),
        ("C:\\models\\a.onnx", ("C:\\models\\a.onnx", 1.0)),
        ("C:\\models\\a.onnx:2", ("C:\\models\\a.onnx", 2.0)),
    ],
)
def test_a_share_stands_behind_a_colon(text: str, expected: tuple[str, float]) -> None:
    assert parse_model(text) == expected


@pytest.mark.parametrize("text", ["a:0", "a:0.0", "a:9999999"])
def test_a_share_that_is_none(text: str) -> None:
    with pytest.raises(LibraryError, match="number above 0"):
        parse_model(text)


def test_a_model_that_nobody_knows() -> None:
    with pytest.raises(LibraryError, match="no model 'deoldify': it has autochrome"):
        chosen_model("deoldify")
    assert chosen_model("autochrome:3").path == bundled_model()


def test_a_model_of_old_is_found_by_its_hash(ddcolor: Path) -> None:
    entry = add_model(ddcolor, device="cpu")
    assert recalled_model("was", "nowhere.onnx", entry.sha256, 0.5).path == entry.path
    forget(entry)
    assert recalled_model("was", str(ddcolor), entry.sha256, 0.5).sha256 == entry.sha256
    with pytest.raises(ModelNotFoundError, match=r"the model was \(SHA-256 abc\) is missing"):
        recalled_model("was", "nowhere.onnx", "abc", 1)
