"""`Guide`: dialog that says how the program works, one short page with drawings."""

from __future__ import annotations

from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument, QTextOption
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from core.resources import resource
from desktop.text.translation import QT_TRANSLATE_NOOP

_PICTURE: Final = QSize(260, 140)
_HEADING: Final = QT_TRANSLATE_NOOP("Guide", "An old photograph in colour")
#: Drawing, heading, words.
_SECTIONS: Final = (
    (
        "open",
        QT_TRANSLATE_NOOP("Guide", "Open"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Drop photographs onto the window, paste a picture, or open files. The photo appears "
            "in grey at once and its colours arrive a moment later.",
        ),
    ),
    (
        "compare",
        QT_TRANSLATE_NOOP("Guide", "Compare"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Drag the line over the photo: the original on one side, the colours on the other. "
            "Hold the space bar to see the original alone. The mouse wheel zooms.",
        ),
    ),
    (
        "look",
        QT_TRANSLATE_NOOP("Guide", "Choose a look"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Strength, saturation and warmth change at once what you see, and every step can be "
            "undone. Keep a look you like under a name of its own.",
        ),
    ),
    (
        "points",
        QT_TRANSLATE_NOOP("Guide", "Say what you know"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "The dress was blue? Choose a colour, click on the dress, and the colour spreads over "
            "it. Colours can be taken from a reference photo with the eyedropper.",
        ),
    ),
    (
        "save",
        QT_TRANSLATE_NOOP("Guide", "Save"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "The result is a new file with every pixel of the photo; the original is never "
            "changed. The file says that it was colorized. The arrow beside the buttons drags the "
            "result into another program.",
        ),
    ),
    (
        "queue",
        QT_TRANSLATE_NOOP("Guide", "Many photos"),
        QT_TRANSLATE_NOOP(
            "Guide",
            "Drop a folder: its photos join the queue and are colorized one after another, while "
            "you go on with something else.",
        ),
    ),
)
_WORTH: Final = QT_TRANSLATE_NOOP(
    "Guide",
    "The colours are likely ones, learned from many photographs. They are no record of what was "
    "there: whoever remembers better is right.",
)


class Guide(QDialog):
    """Dialog with a page to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How it works"))
        self.resize(620, 680)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.windowTitle())
        document = self.page.document()
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        document.setDefaultTextOption(option)
        document.setDocumentMargin(18)
        for name, _, _ in _SECTIONS:
            kind = QTextDocument.ResourceType.ImageResource
            document.addResource(kind, QUrl(name), self._drawn(name))
        self.page.setHtml(self._html())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)

    def _html(self) -> str:
        sections = "".join(
            f"<h3>{escape(self.tr(heading))}</h3>"
            f'<p><img src="{name}" width="{_PICTURE.width()}"></p>'
            f"<p>{escape(self.tr(words))}</p>"
            for name, heading, words in _SECTIONS
        )
        return (
            f"<h2>{escape(self.tr(_HEADING))}</h2>{sections}<p><i>{escape(self.tr(_WORTH))}</i></p>"
        )

    def _drawn(self, name: str) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(_PICTURE * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(str(resource(f"icons/help-{name}.svg"))).render(painter)
        painter.end()
        return image
