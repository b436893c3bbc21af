"""A mistake of ours in the middle of a vote: said once, logged, and the vote goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ui.app import crash
from desktop_app.ui.app.crash import CrashReporter
from desktop_app.ui.dialogs.crash_dialog import CrashDialog

from .conftest import Start
from .driver import App, Key, dialogs, wait_for
from .ways import turns_vote

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def reporter(qapp: object, tmp_path: Path) -> Iterator[CrashReporter]:
    made = crash.install(tmp_path / "logs")
    yield made
    made.stop()


@pytest.mark.slow
@pytest.mark.expects_log("uncaught")
def test_one_dialog_a_log_and_the_next_vote_works(
    start: Start, reporter: CrashReporter, tmp_path: Path
) -> None:
    app = start(tmp_path / "data")
    reporter.show_over(app.console)
    turns_vote(app)
    app.vote(4)
    fail_once(app)
    app.vote(4)
    wait_for(dialogs, "the dialog")
    assert [type(d) for d in dialogs()] == [CrashDialog]
    app.expect("Everything saved is safe, and you can go on.")
    app.key(Key.Key_Return)
    assert dialogs() == []
    app.vote(5, 5)
    the_log_has_no_vote(reporter)
    app.stop()
    again = start(tmp_path / "data")
    again.click("Continue")
    again.expect("4 of 7 in")


def fail_once(app: App) -> None:
    """Make the slot that follows the next ballot fail, as a bug would."""
    session = app.desktop.session
    assert session is not None

    def fail() -> None:
        session.ballots_changed.disconnect(fail)
        raise ZeroDivisionError("a bug after a ballot")

    session.ballots_changed.connect(fail)


def the_log_has_no_vote(reporter: CrashReporter) -> None:
    assert reporter.log_file is not None
    log = reporter.log_file.read_text(encoding="utf-8")
    assert "ZeroDivisionError: a bug after a ballot" in log
    assert "rating" not in log
