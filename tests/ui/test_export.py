"""Documents chosen, written, stopped and replaced through the export dialog and the close page."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QProgressBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.application.pack import Pack
from desktop_app.application.reports import Reports
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import DiskFull
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.paper.preview import PreviewWindow
from desktop_app.ui.paper.wish import FOR_THE_DAY
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, visible, wait_for
from tests.journeys.ways import prepare
from tests.unit.fakes import FakeLibrary

from .papers import RECORD

TITLE = RECORD.workshop.title
Writer = Callable[[WorkshopRecord, Path, PrintOptions], None]


class Listener(QObject):
    """Somebody who asks; keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.packs: list[Pack] = []

    def take(self, pack: Pack, workshop_id: object) -> None:
        self.packs.append(pack)


def write(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
    target.write_text("words")


def reports(data: Writer = write) -> Reports:
    return Reports(FakeLibrary(RECORD), {DocumentKind.SUMMARY: write, DocumentKind.JSON: data})


def asked(
    folder: Path,
    listener: Listener,
    data: Writer = write,
    kinds: tuple[DocumentKind, ...] = (DocumentKind.SUMMARY,),
) -> ExportDialog:
    return ExportDialog.ask(
        None, reports(data), RECORD.workshop, folder, listener.take, kinds=kinds
    )


@pytest.fixture
def listener(qapp: QApplication) -> Listener:
    return Listener()


def button(window: QWidget, text: str) -> QAbstractButton:
    found = [b for b in window.findChildren(QAbstractButton) if b.text().replace("&", "") == text]
    assert len(found) == 1, [b.text() for b in window.findChildren(QAbstractButton)]
    return found[0]


def said(window: QWidget) -> str:
    return "\n".join(item.text() for item in window.findChildren(QLabel) if item.isVisible())


def test_the_folder_stays_in_sight_where_the_documents_scroll(
    qtbot: QtBot, tmp_path: Path, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.ui.dialogs.base.room_for", lambda _window: QSize(1024, 330))
    dialog = asked(tmp_path, listener)
    folder = button(dialog, "Another folder…")
    qtbot.waitUntil(folder.isVisible)
    assert folder.visibleRegion().boundingRect().size() == folder.size()
    dialog.close()


def test_what_is_ticked_is_written(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    dialog = asked(tmp_path, listener)
    assert "One document." in said(dialog)
    button(dialog, "All data as JSON").click()
    assert "2 documents." in said(dialog)
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: bool(listener.packs))
    names = [f"{TITLE} - data.json", f"{TITLE} - summary.pdf"]
    assert sorted(p.name for p in tmp_path.iterdir()) == names
    assert sorted(f.name for f in listener.packs[0].files) == names


@pytest.mark.parametrize(
    ("form", "name"), [(1, f"{TITLE} - hand-over pack"), (2, f"{TITLE} - hand-over pack.zip")]
)
def test_everything_at_once(
    qtbot: QtBot, tmp_path: Path, listener: Listener, form: int, name: str
) -> None:
    dialog = asked(tmp_path, listener, kinds=(DocumentKind.SUMMARY, DocumentKind.JSON))
    box = dialog.findChild(QComboBox)
    assert box is not None
    for _ in range(form):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: bool(listener.packs))
    assert [p.name for p in tmp_path.iterdir()] == [name]
    assert listener.packs[0].place == tmp_path / name


def test_nothing_ticked_cannot_be_saved(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    dialog = asked(tmp_path, listener, kinds=())
    assert "Tick the documents you want." in said(dialog)
    assert not button(dialog, "Save").isEnabled()
    everything = [b for b in dialog.findChildren(QAbstractButton) if b.text() == "All"]
    for one in everything:
        one.click()
    assert all(box.isChecked() for box in dialog.findChildren(QCheckBox))
    assert button(dialog, "Save").isEnabled()
    everything[0].click()
    assert not all(box.isChecked() for box in dialog.findChildren(QCheckBox))
    dialog.close()


@pytest.mark.parametrize("agree", [True, False])
def test_what_is_there_is_replaced_only_after_a_question(
    qtbot: QtBot, tmp_path: Path, listener: Listener, agree: bool
) -> None:
    there = tmp_path / f"{TITLE} - summary.pdf"
    there.write_text("mine")
    dialog = asked(tmp_path, listener)
    button(dialog, "Save").click()
    question = dialog.findChild(ConfirmDialog)
    assert question is not None
    assert there.name in said(question)
    button(question, "Replace" if agree else "Cancel").click()
    if agree:
        qtbot.waitUntil(lambda: bool(listener.packs))
    else:
        dialog.close()
    assert there.read_text() == ("words" if agree else "mine")


def test_a_full_disk_is_said_and_can_be_tried_again(
    qtbot: QtBot, tmp_path: Path, listener: Listener
) -> None:
    full = [True]

    def sometimes(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        if full.pop() if full else False:
            raise DiskFull("{name} could not be written: the disk is full.", name=target.name)
        write(record, target, options)

    dialog = asked(tmp_path, listener, sometimes, (DocumentKind.SUMMARY, DocumentKind.JSON))
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: "the disk is full" in said(dialog))
    assert list(tmp_path.iterdir()) == []
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: bool(listener.packs))
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_went_is_said(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    dialog = asked(tmp_path / "gone", listener)
    button(dialog, "Save").click()
    qtbot.waitUntil(lambda: "there is no folder" in said(dialog))
    dialog.close()


@pytest.mark.parametrize("by", ["button", "escape", "close"])
def test_saving_can_be_stopped(qtbot: QtBot, tmp_path: Path, listener: Listener, by: str) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(record: WorkshopRecord, target: Path, options: PrintOptions) -> None:
        begun.set()
        assert go_on.wait(10)
        write(record, target, options)

    dialog = asked(tmp_path, listener, slow, (DocumentKind.SUMMARY, DocumentKind.JSON))
    button(dialog, "Save").click()
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: "Writing 2 of 2" in said(dialog))
    bar = dialog.findChild(QProgressBar)
    assert bar is not None
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 1, 2)
    assert not button(dialog, "Save").isEnabled()
    if by == "button":
        button(dialog, "Stop").click()
    elif by == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: "Stopped. Nothing was written." in said(dialog))
    assert list(tmp_path.iterdir()) == []
    assert listener.packs == []
    dialog.close()


def test_the_dialog_is_freed_when_closed(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    made = reports()
    assert is_freed_when_closed(lambda: ExportDialog(None, made, RECORD.workshop, tmp_path))


def test_every_control_has_a_name(qtbot: QtBot, tmp_path: Path, listener: Listener) -> None:
    dialog = asked(tmp_path, listener)
    for widget in dialog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    dialog.close()


# -- in the application ---------------------------------------------------------------------


def at_the_end(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Close and print")


def test_pages_are_seen_before_they_are_saved(app: App, tmp_path: Path) -> None:
    at_the_end(app)
    app.click("Look and print…")
    window = app.dialog(PreviewWindow)
    wait_for(lambda: window.pages is not None, "the pages")
    app.expect("Page 1 of 2")
    app.click("Save as…")
    target = tmp_path / "seen.pdf"
    app.dialog(QFileDialog)
    app.retype(str(target))
    app.key(Qt.Key.Key_Return)
    wait_for(target.exists, "the file")
    app.key(Qt.Key.Key_Escape)
    wait_for(lambda: app.reads(f"Saved: {target}"), "the notice")


@pytest.mark.slow
def test_the_hand_over_pack_holds_every_document(qtbot: QtBot, app: App, tmp_path: Path) -> None:
    at_the_end(app)
    app.click("More documents and data…")
    dialog = app.dialog(ExportDialog)
    for one in [b for b in visible(dialog, QAbstractButton) if b.text() == "All"]:
        app.click_on(one)
    app.click("Another folder…")
    app.dialog(QFileDialog)
    app.retype(str(tmp_path))
    app.key(Qt.Key.Key_Return)
    wait_for(lambda: app.reads(str(tmp_path)), "the folder")
    app.choose("How they are saved", 1)
    app.click("Save")
    qtbot.waitUntil(lambda: app.reads(" documents saved: "), timeout=60_000)  # all there are
    (pack,) = [p for p in tmp_path.iterdir() if p.name.endswith("hand-over pack")]
    parts = {path.name.removeprefix("Away-day, 14 May - ") for path in pack.iterdir()}
    assert {name for name in parts if name.endswith(".pdf")} == {
        *("summary.pdf", "full report.pdf", "action plan.pdf", "action plan A3.pdf"),
        *(
            "action posters.pdf",
            "ballots.pdf",
            "ballots for dots.pdf",
            "facilitator script.pdf",
            "participants’ brief.pdf",
        ),
        *("board’s report.pdf", "commitments poster.pdf", "pages for owners.pdf"),
        *("summary in large print.pdf", "action plan in large print.pdf"),
        *("participants’ brief in large print.pdf", "tally sheet.pdf"),
        "progress sheet.pdf",
    }
    assert {name for name in parts if not name.endswith(".pdf")} == {
        *(
            "summary.docx",
            "full report.docx",
            "action plan.docx",
            "e-mail.txt",
            "report.html",
            "data.xlsx",
            "data.json",
            "progress form.xlsx",
            "progress sheet.docx",
        ),
        *("results.csv", "results for Excel.csv", "dates.ics", "workshop.roundtable", "pictures"),
        *("dates by owner", "pages by owner"),
        *("entry form.xlsx", "questions.txt", "questions.xlsx"),
    }
    pictures = {path.name for path in (pack / "Away-day, 14 May - pictures").iterdir()}
    assert {"overview.svg", "overview.png", "priorities.svg", "statement T1.png"} <= pictures
    assert {"statement A2 two rounds.svg", "statement L4.svg"} <= pictures
    assert app.desktop.preferences.settings.folder == str(tmp_path)


def test_what_is_used_on_the_day_is_offered_before_it_begins(
    qtbot: QtBot, app: App, tmp_path: Path
) -> None:
    prepare(app, 7)
    app.click("Print for the day…")
    app.dialog(ExportDialog)
    app.click("Another folder…")
    app.dialog(QFileDialog)
    app.retype(str(tmp_path))
    app.key(Qt.Key.Key_Return)
    wait_for(lambda: app.reads(str(tmp_path)), "the folder")
    app.click("Save")
    said = f"4 documents saved: {tmp_path}"
    qtbot.waitUntil(lambda: app.reads(said), timeout=60_000)
    names = sorted(path.stem for path in tmp_path.glob("*.pdf"))
    assert [name.split(" - ")[-1] for name in names] == [
        "action posters",
        "ballots",
        "ballots for dots",
        "facilitator script",
    ]


def test_home_offers_the_documents_of_the_chosen_workshop(app: App) -> None:
    app.click("Open the sample workshop")
    app.desktop.show_home()
    app.click("Save or print…")
    app.dialog(ExportDialog)
    app.expect("Save documents of “Away-day, 14 May”")
    app.click("Look at it")
    window = app.dialog(PreviewWindow)
    wait_for(lambda: window.pages is not None, "the pages")
    app.key(Qt.Key.Key_Escape)
    app.key(Qt.Key.Key_Escape)


def test_what_is_printed_for_the_day_is_ticked_where_it_is_still_to_come(app: App) -> None:
    app.click("New workshop")
    app.fill("Title", "Tomorrow")
    app.click("Save for later")
    app.click("Save or print…")
    assert set(app.dialog(ExportDialog).order.kinds) == set(FOR_THE_DAY)
    assert DocumentKind.DOT_BALLOTS in FOR_THE_DAY
    app.key(Qt.Key.Key_Escape)


def test_a_logo_that_cannot_be_printed_is_refused_with_its_sentence(
    app: App, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"no picture")
    at_the_end(app)
    app.click("More documents and data…")
    dialog = app.dialog(ExportDialog)
    app.click("Logo…")
    app.dialog(QFileDialog)
    app.retype(str(logo))
    app.key(Qt.Key.Key_Return)
    wait_for(lambda: app.reads("The logo “logo.png” is not a PNG or JPEG picture"), "the sentence")
    assert dialog.options.logo is None
    assert app.desktop.preferences.settings.logo == ""
    app.key(Qt.Key.Key_Escape)


def test_a_logo_and_ballots_a_sheet_are_asked_for_and_the_logo_is_kept(
    app: App, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    picture = QPixmap(40, 20)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(logo))
    at_the_end(app)
    app.click("More documents and data…")
    dialog = app.dialog(ExportDialog)
    app.choose("Ballots", 1)
    app.click("Logo…")
    app.dialog(QFileDialog)
    app.retype(str(logo))
    app.key(Qt.Key.Key_Return)
    wait_for(lambda: dialog.options == PrintOptions(logo=logo, per_sheet=2), "the logo")
    assert app.desktop.preferences.settings.logo == str(logo)
    app.key(Qt.Key.Key_Escape)
    app.click("More documents and data…")
    again = app.dialog(ExportDialog)
    assert again.options.logo == logo
    app.click("None")
    assert again.options.logo is None
    assert app.desktop.preferences.settings.logo == ""
    app.key(Qt.Key.Key_Escape)
