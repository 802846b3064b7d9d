"""Entry point of ``autochrome-desktop [FILES]``: makes the window and runs Qt's event loop."""

from __future__ import annotations

import argparse
import gc
import sys
import threading
from pathlib import Path

from platformdirs import PlatformDirs
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from core.version import __version__
from desktop.appearance.icons import app_icon
from desktop.appearance.text_size import apply_text_size
from desktop.appearance.theme_follower import ThemeFollower
from desktop.settings import SettingsFile, SettingsStore
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
    """Show a window over the settings of ``file``; its model is being opened meanwhile.

    Its frame is seen first: what it is furnished with takes three times as long to import.
    """
    settings = SettingsStore(file.load())
    # a lambda, for a connection alone does not keep the file object alive
    settings.changed.connect(lambda changed: file.save(changed))  # noqa: PLW0108
    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101
    install_language(app, settings.value.language)
    apply_text_size(app, settings.value.text_percent)
    settings.changed.connect(lambda changed: apply_text_size(app, changed.text_percent))
    window = MainWindow(settings)
    # only now: each part would be styled as it is added, and once more with its parent
    theme = ThemeFollower(app, settings.value.theme)
    settings.changed.connect(lambda changed: theme.set_theme(changed.theme))
    for part in (settings, theme):
        part.setParent(window)
    window.show_frame()
    _furnish(window, options, file)
    return window


def _furnish(window: MainWindow, options: argparse.Namespace, file: SettingsFile) -> None:
    """Put the rest into the window, and begin with what the command line asks for."""
    workspace = window.furnish()
    app = QCoreApplication.instance()
    assert app is not None  # noqa: S101
    OpenWith(app, window).asked.connect(workspace.editor.open_paths)
    if file.set_aside is not None:
        words = QCoreApplication.translate(
            "app", "The settings could not be read: Autochrome begins with its own. They are kept."
        )
        window.notice_bar.show_notice(Notice(words, str(file.set_aside)))
    workspace.preferences.load_model(options.model)
    if options.edit is not None:
        workspace.edit_working_copy(options.edit.absolute())
    elif options.photos:
        workspace.editor.open_paths([path.absolute() for path in options.photos])


def _collect_garbage() -> None:
    """From the first frame on; what is there by then is left out of every later search."""
    gc.freeze()
    gc.enable()


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
