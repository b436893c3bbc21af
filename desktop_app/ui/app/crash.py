"""What happens when something fails that nobody foresaw: a log, one dialog, and work goes on.

Knows no workshop and no library. It is imported first of all, so the dialogs come in only when
one is needed. The log holds tracebacks, never the values of variables.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot, qVersion

from desktop_app import __version__
from desktop_app.domain.errors import AppError
from desktop_app.words.speech import said, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

LOG_NAME, NATIVE_LOG_NAME = "roundtable.log", "crash.log"
LOG_BYTES, LOGS_KEPT = 500_000, 3
QUIET_SECONDS = 2.0
"""A mistake at the same place so soon after its dialog was closed is only logged: a window that
fails each time it is painted would otherwise ask again for ever."""

_logger = logging.getLogger("desktop_app.crash")
_ErrorTypes = type[BaseException]


class Mistake(NamedTuple):
    """Something that nobody caught: the error, its traceback in words and its place."""

    error: BaseException
    details: str
    place: tuple[str, str, int]


class CrashReporter(QObject):
    """Hear of every uncaught error on any thread; log it and tell the person once.

    Signals:
        caught(Mistake): an error was logged; heard on the main thread.
    """

    caught = Signal(object)

    def __init__(self, log_file: Path | None, handler: logging.Handler | None) -> None:
        super().__init__()
        self._log_file = log_file
        self._handler = handler
        self._native_log: IO[str] | None = None
        self._window: QWidget | None = None
        self._dialog: QDialog | None = None
        self._shown_place: tuple[str, str, int] | None = None
        self._closed_at = 0.0
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._to_show: list[Mistake] = []
        self.caught.connect(self._hear)

    @property
    def log_file(self) -> Path | None:
        """Return where the log is, or None where it could not be written."""
        return self._log_file

    def show_over(self, window: QWidget | None) -> None:
        """Show dialogs over this window, which should never be the room's."""
        self._window = window

    # -- hooks ------------------------------------------------------------------------------

    def start(self, native_log: IO[str] | None) -> None:
        """Take over the interpreter's hooks."""
        self._native_log = native_log
        if native_log is not None:
            faulthandler.enable(native_log)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable

    def stop(self) -> None:
        """Give the hooks back and close the logs."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self._handler is not None:
            logging.getLogger("desktop_app").removeHandler(self._handler)
            self._handler.close()
        if self._native_log is not None:
            faulthandler.disable()
            self._native_log.close()
            self._native_log = None

    def _on_error(
        self, kind: _ErrorTypes, error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            _quit_at_once()
            return
        mistake = _mistake(kind, error, trace)
        _log(mistake)
        if _has_windows():
            self.caught.emit(mistake)
        else:
            _say_on_stderr(error, self._log_file)

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self._on_error(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        # Something failed while it was thrown away: nothing the person did, so only the log hears.
        if args.exc_value is not None:
            _log(_mistake(args.exc_type, args.exc_value, args.exc_traceback))

    # -- telling the person -----------------------------------------------------------------

    @Slot(object)
    def _hear(self, mistake: Mistake) -> None:
        # On the main thread, and later: a dialog must not be built inside a broken slot.
        self._to_show.append(mistake)
        QTimer.singleShot(0, self._show_next)

    @Slot()
    def _show_next(self) -> None:
        mistake = self._to_show.pop(0)
        if self._dialog is not None:
            add_another = getattr(self._dialog, "add_another", None)
            if add_another is not None:
                add_another()
        elif not self._is_an_echo(mistake):
            self._open(mistake)

    def _is_an_echo(self, mistake: Mistake) -> bool:
        soon = time.monotonic() - self._closed_at < QUIET_SECONDS
        return soon and mistake.place == self._shown_place

    def _open(self, mistake: Mistake) -> None:
        # Late, so that this module can be the first one imported.
        from desktop_app.ui.dialogs.crash_dialog import CrashDialog  # noqa: PLC0415
        from desktop_app.ui.dialogs.message import MessageDialog  # noqa: PLC0415

        over = self._over()
        dialog: QDialog
        if isinstance(mistake.error, AppError):
            title = say("That did not work")
            dialog = MessageDialog(over, title, str(mistake.error))
        else:
            dialog = CrashDialog(over, mistake.details, self._log_file)
        self._dialog, self._shown_place = dialog, mistake.place
        # Also where the window beneath is closed and takes the dialog with it.
        dialog.destroyed.connect(self._forget)
        dialog.open()

    def _over(self) -> QWidget | None:
        import shiboken6  # noqa: PLC0415

        if self._window is not None and shiboken6.isValid(self._window):
            return self._window
        return None

    @Slot()
    def _forget(self) -> None:
        self._dialog = None
        self._closed_at = time.monotonic()


def install(log_folder: Path) -> CrashReporter:
    """Catch from now on what nobody else does; call it on the main thread, keep what it returns.

    Writes `roundtable.log` and `crash.log` (what the interpreter says when it dies), both kept
    small, into `log_folder`; a folder that cannot be written leaves the dialogs without a log.
    """
    handler, native_log = _open_logs(log_folder)
    log_file = log_folder / LOG_NAME if handler is not None else None
    reporter = CrashReporter(log_file, handler)
    if handler is not None:
        logging.getLogger("desktop_app").addHandler(handler)
    reporter.start(native_log)
    return reporter


def _open_logs(folder: Path) -> tuple[logging.Handler | None, IO[str] | None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        native = _native_log(folder / NATIVE_LOG_NAME)
    except OSError:
        return None, None
    return _LateLog(folder / LOG_NAME), native


def _native_log(file: Path) -> IO[str]:
    """Open what the interpreter writes when it dies; of what was there before, keep one file."""
    if file.exists() and file.stat().st_size > LOG_BYTES:
        file.replace(file.with_name(f"{file.name}.1"))
    return file.open("a", encoding="utf-8")


class _LateLog(logging.Handler):
    """Open the log when there is something to write, which on most days there is not."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.INFO)
        self._file = file
        self._log: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a disk that is full must not turn one mistake into two."""
        try:
            if self._log is None:
                self._log = _rotating(self._file)
            self._log.emit(record)
        except OSError:
            self._log = None

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._log is not None:
            self._log.close()
        super().close()


def _rotating(file: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415 - brings sockets with it

    log = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOGS_KEPT, encoding="utf-8")
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return log


def _mistake(kind: _ErrorTypes, error: BaseException, trace: TracebackType | None) -> Mistake:
    words = "".join(traceback.format_exception(kind, error, trace))
    frames = traceback.extract_tb(trace)
    last = frames[-1] if frames else None
    place = (kind.__name__, last.filename if last else "", (last.lineno or 0) if last else 0)
    return Mistake(error, f"{_about()}\n{words}", place)


def _about() -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    return f"Roundtable {__version__}, Qt {qVersion()}, Python {python}, {sys.platform}"


def _log(mistake: Mistake) -> None:
    _logger.error("uncaught, on thread %s\n%s", threading.current_thread().name, mistake.details)


def _has_windows() -> bool:
    application = QCoreApplication.instance()
    return application is not None and application.inherits("QApplication")


def _say_on_stderr(error: BaseException, log_file: Path | None) -> None:
    if isinstance(error, AppError):
        sys.stderr.write(f"{said(error)}\n")
        return
    sentences = [say("Something went wrong inside Roundtable.")]
    if log_file:
        sentences.append(say("What happened is written in {file}.", file=log_file))
    sys.stderr.write(" ".join(sentences) + "\n")


def _quit_at_once() -> None:
    application = QCoreApplication.instance()
    if application is not None:
        application.quit()
