"""Entry point of ``autochrome-desktop [FILES]``: makes the window and runs Qt's event loop."""

from __future__ import annotations

import argparse
import gc
import sys
import threading
from dataclasses import replace
from pathlib import Path

from platformdirs import PlatformDirs
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from core.version import __version__
from desktop.appearance.icons import app_icon
from desktop.appearance.text_size import apply_text_size
from desktop.appearance.theme_follower import ThemeFollower
from desktop.background.requests import LoadModel
from desktop.editor.photo_editor import PhotoEditor
from desktop.settings import Settings, SettingsFile, SettingsStore
from desktop.shell.external_editor import ExternalEditor
from desktop.shell.main_window import MainWindow
from desktop.system.crash import CrashReporter, start_log, stop_log
from desktop.system.open_with import OpenWith
from desktop.text.notices import Notice
from desktop.text.translation import install_language


def main(argv: list[str] | None = None) -> int:
    """Run the program until its window is closed; the exit status."""
    options = _parse(sys.argv[1:] if argv is None else argv)
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Autochrome")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("autochrome")
    app.setWindowIcon(app_icon())
    folders = PlatformDirs("Autochrome", appauthor=False)
    start_log(folders.user_log_path / "autochrome.log")
    crash = CrashReporter()
    sys.excepthook = crash.hook
    threading.excepthook = lambda args: crash.hook(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    window = start(options, SettingsFile(folders.user_config_path / "settings.ini"))
    crash.window = window
    QTimer.singleShot(0, _collect_garbage)
    app.lastWindowClosed.connect(app.quit)
    try:
        return app.exec()
    finally:
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        stop_log()


def start(options: argparse.Namespace, file: SettingsFile) -> MainWindow:
    """Show a window over the settings of ``file``; its model is being opened meanwhile."""
    settings = SettingsStore(file.load())
    # a lambda, for a connection alone does not keep the file object alive
    settings.changed.connect(lambda changed: file.save(changed))  # noqa: PLW0108
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101
    install_language(app, settings.value.language)
    apply_text_size(app, settings.value.text_percent)
    settings.changed.connect(lambda changed: apply_text_size(app, changed.text_percent))
    editor = PhotoEditor(settings)
    window = MainWindow(editor, settings)
    # only now: each part would be styled as it is added, and once more with its parent
    theme = ThemeFollower(app, settings.value.theme)
    settings.changed.connect(lambda changed: theme.set_theme(changed.theme))
    for part in (settings, theme, editor):
        part.setParent(window)
    OpenWith(app, window).asked.connect(editor.open_paths)
    window.show()
    if file.set_aside is not None:
        words = QCoreApplication.translate(
            "app", "The settings could not be read: Autochrome begins with its own. They are kept."
        )
        editor.noticed.emit(Notice(words, str(file.set_aside)))
    editor.load_model(_model(options, settings.value))
    if options.edit is not None:
        _edit(window, editor, options.edit.absolute())
    elif options.photos:
        editor.open_paths([path.absolute() for path in options.photos])
    return window


def _collect_garbage() -> None:
    """From the first frame on; what is there by then is left out of every later search."""
    gc.freeze()
    gc.enable()


def _edit(window: MainWindow, editor: PhotoEditor, working_copy: Path) -> None:
    """Open the copy that another program hands over, for Save to replace."""
    external = ExternalEditor(working_copy, window)
    external.noticed.connect(editor.noticed)
    editor.document_changed.connect(external.show_document)
    window.file_dialogs.external = external
    editor.autosave.left_alone = working_copy
    editor.open_path(working_copy)


def _parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="autochrome-desktop", description="See black-and-white photographs in colour."
    )
    parser.add_argument("photos", nargs="*", type=Path, metavar="FILE", help="photos or folders")
    parser.add_argument(
        "--edit",
        type=Path,
        metavar="FILE",
        help="as the external editor of another program: Save replaces FILE, its working copy",
    )
    parser.add_argument("--model", type=Path, help="another .onnx file, for this time only")
    parser.add_argument("--version", action="version", version=f"Autochrome {__version__}")
    return parser.parse_args(argv)


def _model(options: argparse.Namespace, settings: Settings) -> LoadModel:
    request = settings.load_request()
    return replace(request, model=options.model) if options.model else request
