"""Bring the application up, keep it running, and take it down."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.resources import resource
from desktop_app.ui.app import crash
from desktop_app.ui.app.desktop import Desktop, Glance
from desktop_app.ui.app.instance import Instance
from desktop_app.ui.app.no_screen import one_sentence_without_screen
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.theme import apply_theme
from desktop_app.words.language import current, speak_on_the_console
from desktop_app.words.laptop import laptop_language

if TYPE_CHECKING:
    from desktop_app.application.services import Services
    from desktop_app.domain.ports import Awake, SettingsStore
    from desktop_app.ui.app.trouble import Repair

LOG_FOLDER = "logs"
OpenServices = Callable[[], "Services"]


def make_application() -> QApplication:
    """Return the application object with the product's name."""
    with one_sentence_without_screen():
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    speak_on_the_console(laptop_language() or QLocale.system().name())
    # Numbers that are typed follow the language spoken, not the laptop.
    QLocale.setDefault(QLocale(current().tag))
    app.setApplicationName("Roundtable")
    app.setApplicationDisplayName("Roundtable")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(resource("icons", "roundtable.svg"))))
    return app


def run(
    open_services: OpenServices,
    data_dir: Path,
    *,
    glance: Glance | None = None,
    repair: Repair | None = None,
    beside: OpenServices | None = None,
    sample: bool = False,
    began: float | None = None,
    store: SettingsStore | None = None,
    awake: Callable[[], Awake] | None = None,
    files: Sequence[Path] = (),
) -> int:
    """Run until the window is closed; with `began`, only until it is painted.

    `files` are brought in once the library is open, or by the window that has it open. `repair`
    restores a damaged library, which is held meanwhile, and says what was done; `beside` opens
    another one. `awake` is wanted only where there is a screen to keep awake.
    """
    app = make_application()
    instance = Instance()
    held = began is not None or instance.acquire(data_dir)
    if not held and instance.ask_first_to_show(data_dir, files):
        return 0
    reporter = crash.install(data_dir / LOG_FOLDER)
    preferences = Preferences(store)
    palette = apply_theme(app, dark=preferences.settings.console_dark)
    opening = instance.opening(data_dir, open_services)
    desktop = Desktop(opening, data_dir, palette, preferences=preferences)
    desktop.glance, desktop.trouble.repair, desktop.trouble.beside = glance, repair, beside
    desktop.awake = awake if app.platformName() != "offscreen" else None
    desktop.open_sample_first = sample
    reporter.show_over(desktop.window)
    desktop.window.bring(files)
    _follow(instance, app, desktop)
    try:
        return _until_closed(app, desktop) if began is None else _time_paint(app, desktop, began)
    finally:
        reporter.stop()
        instance.release()


class FirstPaint(QObject):
    """Print when a window has been painted for the first time, in milliseconds since the start.

    Signals:
        printed(): the first paint is over.
    """

    printed = Signal()

    def __init__(self, began: float) -> None:
        super().__init__()
        self._began = began

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._print)
        return super().eventFilter(watched, event)

    @Slot()
    def _print(self) -> None:
        passed = time.perf_counter() - self._began + _seconds_before(self._began)
        sys.stdout.write(f"{passed * 1000:.0f}\n")
        sys.stdout.flush()
        self.printed.emit()


def _follow(instance: Instance, app: QApplication, desktop: Desktop) -> None:
    """Do what second starts ask for, and the system where it tells of files by an event."""
    instance.raise_requested.connect(desktop.come_forward)
    instance.files_handed_over.connect(desktop.window.bring)
    if sys.platform == "darwin":
        from desktop_app.ui.app.opened_files import OpenedFiles  # noqa: PLC0415

        OpenedFiles(app, desktop).opened.connect(desktop.window.bring)


def _until_closed(app: QApplication, desktop: Desktop) -> int:
    desktop.ended.connect(app.quit)
    desktop.start()
    return app.exec()


def _time_paint(app: QApplication, desktop: Desktop, began: float) -> int:
    watch = FirstPaint(began)
    desktop.window.home.show_loading()
    watch.printed.connect(app.quit)
    desktop.window.installEventFilter(watch)
    desktop.window.show()
    return app.exec()


def _seconds_before(began: float) -> float:
    """Return the seconds from process start to `began` where the platform tells them."""
    stat, uptime = Path("/proc/self/stat"), Path("/proc/uptime")
    if not (stat.exists() and uptime.exists()):
        return 0.0
    import os  # noqa: PLC0415

    ticks = int(stat.read_text().rsplit(")", 1)[1].split()[19])
    alive = float(uptime.read_text().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")
    return max(0.0, alive - (time.perf_counter() - began))
