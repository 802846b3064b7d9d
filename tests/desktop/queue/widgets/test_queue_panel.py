"""The form of the queue's options."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from core.colorize.look import Look
from core.queue.job import IfExists
from desktop.presets import Preset
from desktop.queue.options import QueueOptions, WhenDone
from desktop.queue.widgets.queue_panel import QueuePanel


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
    for check in (panel.recolor, panel.keep_time, panel.copy_sidecars):
        check.click()
    panel.folder.setText(str(tmp_path))
    panel.folder.editingFinished.emit()
    wanted = QueueOptions(
        str(tmp_path),
        "{stem}_color{ext}",
        "jpeg",
        77,
        IfExists.SKIP,
        0.3,
        2.0,
        0.1,
        True,
        WhenDone.OPEN,
        keep_time=True,
        copy_sidecars=True,
    )
    assert panel.options() == wanted
    panel.set_looks(None)
    assert panel.look.currentText() == "As chosen earlier"
    panel.set_resting(resting=False)
    assert panel.when_done.isEnabled()
    assert not panel.folder.isEnabled()
    assert not panel.quality.isEnabled()
