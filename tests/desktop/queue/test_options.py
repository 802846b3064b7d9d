"""What is chosen for the queue: remembered, checked, and turned into a plan."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from core.inference.model_file import load_model_spec
from core.queue.job import IfExists
from desktop.presets import Preset
from desktop.queue.options import QueueOptions
from desktop.queue.widgets.queue_panel import QueuePanel


def test_they_are_remembered() -> None:
    options = QueueOptions("/out", "{stem}{ext}", "png", 80, "skip", 1.1, 1.5, 0.05, True, "open")
    assert QueueOptions.from_json(options.to_json()) == options


@pytest.mark.parametrize(
    "broken",
    [
        "", "{", "[1]", '{"quality": 400}', '{"quality": "92"}', '{"format": "exe"}',
        '{"template": "../{stem}"}', '{"strength": 9.0}', '{"when_done": "explode"}',
        '{"if_exists": 3, "unknown": 1}',
    ],
)  # fmt: skip
def test_what_is_broken_is_the_default(broken: str) -> None:
    assert QueueOptions.from_json(broken) == QueueOptions()


def test_they_become_a_wish(tiny_model: Callable[..., Path], tmp_path: Path) -> None:
    spec = load_model_spec(tiny_model())
    options = QueueOptions(str(tmp_path), "{stem}.tif", "", 80, "rename", 0.5, 2.0, -0.5, True)
    wish = options.wish(spec, 128)
    assert wish.output == tmp_path.resolve()
    assert (wish.template.text, wish.format, wish.if_exists) == ("{stem}.tif", None, "rename")
    assert wish.settings.look == Look(0.5, 2.0, -0.5)
    assert (wish.settings.size, wish.settings.quality, wish.settings.recolor) == (128, 80, True)
    assert (wish.model_name, wish.model_sha256) == ("tiny", spec.sha256)


def test_the_panel_says_at_once_what_is_no_name(qtbot: QtBot) -> None:
    panel = QueuePanel(QueueOptions())
    qtbot.addWidget(panel)
    heard: list[QueueOptions] = []
    panel.changed.connect(heard.append)
    panel.show()
    panel.template.selectAll()
    qtbot.keyClicks(panel.template, "{nobody}")
    assert panel.trouble.isVisible()
    assert "{" not in {options.template for options in heard}
    panel.template.selectAll()
    qtbot.keyClicks(panel.template, "{stem}.png")
    assert not panel.trouble.isVisible()
    assert heard[-1].template == "{stem}.png"


def test_every_choice_of_the_panel_goes_out(qtbot: QtBot, tmp_path: Path) -> None:
    panel = QueuePanel(QueueOptions())
    qtbot.addWidget(panel)
    panel.set_looks(Look(0.3, 2.0, 0.1), [Preset("Mine", Look(0.9))])
    assert panel.look.findText("Mine") > 0
    for box, words in (
        (panel.format, "JPEG"),
        (panel.if_exists, "Leave it as it is"),
        (panel.look, "As the open photo"),
        (panel.when_done, "Open the folder"),
    ):
        box.setCurrentText(words)
        box.activated.emit(box.currentIndex())
    panel.quality.setValue(77)
    panel.recolor.click()
    panel.folder.setText(str(tmp_path))
    panel.folder.editingFinished.emit()
    wanted = QueueOptions(
        str(tmp_path), "{stem}_color{ext}", "jpeg", 77, IfExists.SKIP, 0.3, 2.0, 0.1, True, "open"
    )
    assert panel.options() == wanted
    panel.set_looks(None)
    assert panel.look.currentText() == "As chosen earlier"
    panel.set_resting(resting=False)
    assert panel.when_done.isEnabled()
    assert not panel.folder.isEnabled()
    assert not panel.quality.isEnabled()
