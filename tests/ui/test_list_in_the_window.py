"""Finding, archiving and deleting in the window, and what is left of it in the data folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.plan import NoteKind
from desktop_app.domain.workshop import Details
from desktop_app.ui.home.search_field import SearchField
from desktop_app.ui.home.workshop_list import WorkshopList
from tests.journeys.driver import App

SHIFT = Qt.KeyboardModifier.ShiftModifier


def filled(app: App, *titles: str) -> None:
    services = app.desktop.services
    for title in titles:
        made = services.workshops.create(Details(title, partnership="Harbour Board")).value
        if title == "Quokka day":
            step = services.workshops.record(made).workshop.steps[1]
            services.notes.add(made, step, NoteKind.IDEA, "Ask the narwhal")
    app.desktop.show_home()
    app.wait_for_work()


def rows(app: App) -> WorkshopList:
    return app.desktop.window.home.findChild(WorkshopList)


def field(app: App) -> SearchField:
    return app.desktop.window.home.findChild(SearchField)


def titles(app: App) -> set[str]:
    model = rows(app).model()
    return {model.index(row, 0).data() for row in range(model.rowCount())}


def holding(folder: Path, word: str) -> list[str]:
    """Return the files below a folder, but for backups, in which a word can be read."""
    wanted = word.encode()
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and "backups" not in path.parts
        if wanted in path.read_bytes() or wanted.lower() in path.read_bytes()
    ]


def test_what_was_found_is_archived_found_again_and_brought_back(app: App) -> None:
    filled(app, *(f"Day {number}" for number in range(9)), "Quokka day")
    field(app).setFocus()
    app.type("narw")
    app.wait_for_work()
    assert titles(app) == {"Quokka day"}
    rows(app).ask_archive()
    app.expect("“Quokka day” is archived: out of this list, and still found by searching.")
    assert titles(app) == {"Quokka day"}, "it is still found"
    field(app).clear()
    assert "Quokka day" not in titles(app)
    app.click("Undo")
    assert "Quokka day" in titles(app)


def test_several_that_are_deleted_come_back_or_leave_no_word(app: App) -> None:
    filled(app, "Quokka day", "Walrus day", *(f"Day {number}" for number in range(8)))
    field(app).setFocus()
    app.type("quokka")
    app.wait_for_work()
    assert titles(app) == {"Quokka day"}
    field(app).clear()
    for again in (False, True):
        view = rows(app)
        view.setFocus()
        view.choose(view.model()._shown.ids[-2])
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
        assert len(view.selected) == 2
        QTest.keyClick(view, Qt.Key.Key_Delete)
        app.click("Delete the workshops")
        app.expect("2 workshops are deleted. They go for good when you close Roundtable.")
        assert not {"Quokka day", "Walrus day"} & titles(app)
        if not again:
            app.click("Undo")
            assert {"Quokka day", "Walrus day"} <= titles(app)
    folder = app.desktop.data_dir
    assert holding(folder, "narwhal"), "until the library is closed"
    app.stop()
    for word in ("Quokka", "narwhal", "Walrus"):
        assert holding(folder, word) == []
