"""What the menu does for the laptop: is it ready, where the data are, the report, about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPlainTextEdit

from desktop_app import __version__
from desktop_app.domain.library_file import LibraryFile
from desktop_app.ui.app.caring import Caring
from desktop_app.ui.dialogs.library_arrival import LibraryArrivalDialog
from desktop_app.ui.help.about import LICENCES, AboutDialog
from desktop_app.ui.help.problem_report import problem_report
from desktop_app.ui.help.readiness import State, _clock, _power_of_linux, findings
from desktop_app.ui.help.ready import ReadyDialog
from desktop_app.ui.help.report import ReportDialog
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, dialogs, wait_for

LOG = """\
2026-11-28 10:00:00,123 ERROR desktop_app.crash: uncaught, on thread MainThread
Roundtable 0.1, Qt 6, Python 3.11, linux
Traceback (most recent call last):
  File "/opt/eleri/app/desktop_app/ui/app/run.py", line 12, in run
    title = "Secret away-day of Eleri"
ValueError: “Secret away-day” of Eleri has 3 ratings of 5
desktop_app.domain.errors.InputProblem: “Secret away-day” is too long
2026-11-28 10:00:01,000 INFO desktop_app.storage: taken for damage in Secret.db
"""


def caring(app: App) -> Caring:
    found = app.desktop.findChild(Caring)
    assert isinstance(found, Caring)
    return found


def front(kind: type[QDialog]) -> QDialog:
    (found,) = [d for d in dialogs() if isinstance(d, kind)]
    return found


def texts(dialog: QDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel))


def test_a_report_holds_places_and_no_words_of_anybody(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "roundtable.log").write_text(LOG, "utf-8")
    text = problem_report(tmp_path)
    assert __version__ in text
    assert "ui/app/run.py:12 run" in text
    assert "ValueError" in text
    assert "InputProblem" in text
    for word in ("Secret", "Eleri", "eleri", "ratings", "damage", "MainThread"):
        assert word not in text


def test_a_report_is_seen_before_it_is_kept(app: App, tmp_path: Path) -> None:
    caring(app).show_report()
    dialog = front(ReportDialog)
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    assert __version__ in field.toPlainText()
    app.click("Copy")
    assert __version__ in QGuiApplication.clipboard().text()
    field.setPlainText("Only this")
    app.click("Save as a file…")
    app.save_as(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text("utf-8") == "Only this"


def test_about_says_version_content_sources_and_licences(app: App) -> None:
    caring(app).show_about()
    said = texts(front(AboutDialog))
    assert __version__ in said
    assert "not a validated scale" in said
    assert "10.1080/09540962.2019.1665391" in said
    assert all(name in said and licence in said for name, licence in LICENCES)
    front(AboutDialog).close()


def test_readiness_tells_each_thing_and_prints_a_page(app: App, tmp_path: Path) -> None:
    caring(app).show_readiness()
    dialog = front(ReadyDialog)
    assert isinstance(dialog, ReadyDialog)
    assert len(dialog.findings) == 7
    said = texts(dialog)
    assert all(one.name in said and one.text in said for one in dialog.findings)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    dialog.print_page(printer)
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    app.click("Look again")
    assert len(dialog.findings) == 7
    dialog.close()


def test_one_screen_is_told(app: App, tmp_path: Path) -> None:
    first = next(findings(app.console.screen(), "", tmp_path, None))
    assert (first.state, "only this screen" in first.text) == (State.LOOK, True)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({}, (None, None)),
        ({"AC/online": "1\n", "BAT0/capacity": "77\n"}, (True, 77)),
        ({"AC/online": "0", "BAT0/capacity": "40", "BAT1/capacity": "90"}, (False, 40)),
        ({"BAT0/capacity": "odd"}, (None, None)),
    ],
)
def test_power_is_read(
    tmp_path: Path, files: dict[str, str], found: tuple[bool | None, int | None]
) -> None:
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert _power_of_linux(tmp_path) == found


def test_a_clock_before_the_last_change_is_told() -> None:
    now = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
    assert _clock(now, now + timedelta(days=1)).state is State.LOOK
    assert _clock(now, now - timedelta(days=1)).state is State.ASK


def test_what_went_further_there_is_asked_about(qapp: QApplication) -> None:
    def boxes(further: int) -> list[QCheckBox]:
        found = LibraryFile(3, ("A",), datetime.now(UTC), 1, further, 1)
        dialog = LibraryArrivalDialog(None, Path("x"), found)
        assert dialog.answer() is False
        shown = [box for box in dialog.findChildren(QCheckBox) if box.parent() is not None]
        dialog.deleteLater()
        return [box for box in shown if box.window() is dialog and box.parent() is not dialog]

    assert len(boxes(1)) == 1


@pytest.mark.parametrize("kind", ["ready", "report", "library"])
def test_each_is_freed_when_closed(qapp: QApplication, kind: str) -> None:
    found = LibraryFile(1, ("A",), None, 1, 1, 0)
    makers = {
        "ready": lambda: ReadyDialog(None, tuple),
        "report": lambda: ReportDialog(None, "text"),
        "library": lambda: LibraryArrivalDialog(None, Path("x"), found),
    }
    assert is_freed_when_closed(makers[kind])


def test_a_start_that_fails_offers_another_library_and_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "roundtable.db").write_bytes(b"nothing of the kind" * 100)
    before = (folder / "roundtable.db").read_bytes()
    app = App(folder).start()
    assert app.desktop.trouble.window is not None
    app.desktop.trouble.window.activateWindow()
    app.click("Report a problem…")
    front(ReportDialog).close()
    app.desktop.trouble.window.activateWindow()
    wait_for(lambda: app.buttons("Go on with an empty"), "the window to have the keys")
    app.click("Go on with an empty library beside")
    wait_for(lambda: app.desktop.services is not None, "the other library")
    assert app.console.isVisible()
    assert (folder / "beside" / "roundtable.db").is_file()
    assert (folder / "roundtable.db").read_bytes() == before
    app.stop()
