"""An error that nobody foresaw: logged, said once, and the application goes on."""

from __future__ import annotations

import faulthandler
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import RuleProblem
from desktop_app.ui.app.crash import LOG_BYTES, CrashReporter, install
from desktop_app.ui.dialogs.crash_dialog import CrashDialog
from tests.helpers import run_python
from tests.leftovers import deliver_deletes

pytestmark = pytest.mark.qt_no_exception_capture
logs_it = pytest.mark.expects_log("uncaught")

SECRET = "only-in-a-local-variable"


class Asker(QObject):
    """Something with a slot that fails, and one that works."""

    asked = Signal()

    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work
        self.worked = 0
        self.asked.connect(self._run)

    def _run(self) -> None:
        rating = SECRET  # noqa: F841 - a value that a traceback does not hold
        self._work()
        self.worked += 1


def run_in_slot(work: Callable[[], None]) -> Asker:
    asker = Asker(work)
    asker.asked.emit()
    return asker


def fail() -> None:
    raise ValueError("a bug")


def do_nothing() -> None:
    pass


def fail_elsewhere() -> None:
    raise KeyError("another bug")


def break_a_rule() -> None:
    raise RuleProblem("Close the {what} first.", what="vote")


@pytest.fixture
def reporter(qapp: object, tmp_path: Path) -> Iterator[CrashReporter]:
    native = faulthandler.is_enabled()
    made = install(tmp_path / "logs")
    yield made
    made.stop()
    for dialog in dialogs():
        dialog.close()
    deliver_deletes()
    if native:
        faulthandler.enable(sys.__stderr__)


def dialogs() -> list[QDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def the_dialog(qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    return dialogs()[0]


def words(dialog: QDialog) -> str:
    return "\n".join(item.text() for item in dialog.findChildren(QLabel) if item.isVisible())


def press(dialog: QDialog, text: str) -> None:
    for button in dialog.findChildren(QPushButton):
        if button.text().replace("&", "") == text:
            button.click()
            return
    raise AssertionError(text)


def log(reporter: CrashReporter) -> str:
    assert reporter.log_file is not None
    return reporter.log_file.read_text(encoding="utf-8")


@logs_it
def test_an_error_in_a_slot_is_logged_and_said_once(qtbot: QtBot, reporter: CrashReporter) -> None:
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    assert "Everything saved is safe" in words(dialog)
    assert str(reporter.log_file) in words(dialog)
    assert "ValueError: a bug" in log(reporter)
    assert "in fail" in log(reporter)
    assert SECRET not in log(reporter)


@logs_it
def test_the_application_goes_on_after_it(qtbot: QtBot, reporter: CrashReporter) -> None:
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, "Continue")
    assert run_in_slot(do_nothing).worked == 1
    assert dialogs() == []


@logs_it
def test_an_error_in_a_thread_is_said_on_the_main_thread(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    thread = threading.Thread(target=fail, name="worker")
    thread.start()
    thread.join()
    assert dialogs() == []
    the_dialog(qtbot)
    assert "on thread worker" in log(reporter)


@logs_it
def test_errors_while_it_is_open_are_counted(qtbot: QtBot, reporter: CrashReporter) -> None:
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    run_in_slot(fail_elsewhere)
    run_in_slot(fail)
    qtbot.waitUntil(lambda: "3 times" in words(dialog))
    assert len(dialogs()) == 1
    assert "KeyError" in log(reporter)


@logs_it
def test_the_same_error_right_after_closing_is_only_logged(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    with qtbot.waitSignal(dialog.destroyed):
        press(dialog, "Continue")
    run_in_slot(fail)
    run_in_slot(fail_elsewhere)
    the_dialog(qtbot)  # the other one only
    assert "times" not in words(dialogs()[0])
    assert log(reporter).count("ValueError: a bug") == 2


@logs_it
def test_the_details_can_be_copied(qtbot: QtBot, reporter: CrashReporter) -> None:
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    press(dialog, "Copy details")
    copied = QGuiApplication.clipboard().text()
    assert "ValueError: a bug" in copied
    assert copied.startswith("Roundtable ")
    assert dialog.isVisible()


@logs_it
def test_an_expected_error_is_said_by_its_sentence(qtbot: QtBot, reporter: CrashReporter) -> None:
    run_in_slot(break_a_rule)
    dialog = the_dialog(qtbot)
    assert not isinstance(dialog, CrashDialog)
    assert "Close the vote first." in words(dialog)


@logs_it
def test_it_is_shown_over_the_facilitators_window_and_may_go_with_it(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    window = QWidget()
    window.show()
    reporter.show_over(window)
    run_in_slot(fail)
    dialog = the_dialog(qtbot)
    assert dialog.parent() is window
    with qtbot.waitSignal(dialog.destroyed):
        window.deleteLater()
    run_in_slot(fail_elsewhere)
    assert the_dialog(qtbot).parent() is None


@logs_it
def test_what_fails_while_it_is_thrown_away_is_only_logged(
    qtbot: QtBot, reporter: CrashReporter
) -> None:
    class Stubborn:
        def __del__(self) -> None:
            fail()

    Stubborn()
    gc.collect()
    assert "ValueError: a bug" in log(reporter)
    qtbot.wait(1)
    assert dialogs() == []


@logs_it
def test_a_folder_that_cannot_be_written_still_gives_a_dialog(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    reporter = install(tmp_path / "file")
    try:
        assert reporter.log_file is None
        run_in_slot(fail)
        dialog = the_dialog(qtbot)
        assert "The log could not be written" in words(dialog)
        dialog.close()
    finally:
        reporter.stop()


def test_hooks_are_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    native = faulthandler.is_enabled()
    install(tmp_path).stop()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    if native:
        faulthandler.enable(sys.__stderr__)


def test_control_c_quits_without_a_dialog(qtbot: QtBot, reporter: CrashReporter) -> None:
    application = QApplication.instance()
    assert application is not None
    with qtbot.waitSignal(application.aboutToQuit, raising=False, timeout=100):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs() == []
    assert reporter.log_file is not None
    assert not reporter.log_file.exists()


WITHOUT_WINDOWS = """
import sys
from pathlib import Path
from desktop_app.ui.app.crash import install
heavy = {"sqlalchemy", "alembic", "reportlab", "msgspec", "PySide6.QtWidgets", "PySide6.QtGui"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
reporter = install(Path(sys.argv[1]))
raise ValueError("a bug")
"""


def test_without_windows_it_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    ended = run_python("-c", WITHOUT_WINDOWS, tmp_path)
    assert ended.returncode == 1
    assert "Something went wrong inside Roundtable." in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "ValueError: a bug" in (tmp_path / "roundtable.log").read_text()


def test_the_log_is_kept_small(tmp_path: Path) -> None:
    code = """import logging, sys
from pathlib import Path
from desktop_app.ui.app.crash import install
reporter = install(Path(sys.argv[1]))
for number in range(30):
    logging.getLogger("desktop_app").error("%d %s", number, "x" * 100_000)"""
    assert run_python("-c", code, tmp_path).returncode == 0
    logs = sorted(tmp_path.glob("roundtable.log*"))
    assert [log.name for log in logs] == ["roundtable.log", *(f"roundtable.log.{n}" for n in "123")]
    assert all(log.stat().st_size <= LOG_BYTES for log in logs)
    assert " 29 x" in logs[0].read_text("utf-8")


NATIVE = """
import faulthandler, sys
from pathlib import Path
from desktop_app.ui.app.crash import install
reporter = install(Path(sys.argv[1]))
faulthandler._sigabrt()
"""


def test_when_the_interpreter_dies_it_leaves_a_trace(tmp_path: Path) -> None:
    ended = run_python("-c", NATIVE, tmp_path)
    assert ended.returncode < 0
    assert "Aborted" in (tmp_path / "crash.log").read_text()


def test_what_it_left_before_is_kept_small(tmp_path: Path) -> None:
    (tmp_path / "crash.log").write_text("x" * (LOG_BYTES + 1))
    assert run_python("-c", NATIVE, tmp_path).returncode < 0
    assert (tmp_path / "crash.log").stat().st_size < LOG_BYTES
    assert (tmp_path / "crash.log.1").stat().st_size == LOG_BYTES + 1
