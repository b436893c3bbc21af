"""Answers from a file come into a prepared workshop, as what was said beforehand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from desktop_app.domain.workshop import Details, Group, Privacy, WorkshopRecord
from desktop_app.ui.dialogs.import_answers import ImportDialog
from tests.journeys.driver import App, dialogs, settle, visible, wait_for

NAME = "What becomes of it"


def survey(folder: Path, name: str, people: int) -> Path:
    lines = [f"{'nhs' if n % 2 else 'NHS'},{1 + n % 5},4" for n in range(people)]
    path = folder / name
    path.write_text("Partner,T1,T2\n" + "\n".join(lines), "utf-8")
    return path


def prepared(app: App) -> str:
    assert app.desktop.services is not None
    groups = (Group("NHS Trust", 4), Group("Council", 4))
    mode = Privacy.ANONYMOUS_WITH_GROUP
    details = Details("Away-day", privacy=mode, groups=groups, present=8)
    return app.desktop.services.workshops.create(details).value


def record(app: App, key: str) -> WorkshopRecord:
    assert app.desktop.services is not None
    return app.desktop.services.workshops.record(key)


def asked(app: App, file: Path) -> ImportDialog:
    app.console.bring((file,))
    wait_for(lambda: any(isinstance(d, ImportDialog) for d in dialogs()), "the import")
    return next(d for d in dialogs() if isinstance(d, ImportDialog))


def take(app: App, key: str, file: Path, people: int, told: str) -> None:
    """Bring a file into the one prepared workshop, once this is said of it."""
    dialog = asked(app, file)
    app.choose(NAME, 1)
    wait_for(lambda: app.reads(told), told)

    def may_import() -> bool:
        return any(one.isEnabled() for one in app.buttons(f"Import {people} people"))

    wait_for(may_import, "the button")
    assert not [f for f in visible(dialog, QLineEdit) if "Title" in f.accessibleName()]
    dialog.accept()
    wait_for(lambda: [r.present for r in record(app, key).before] == [people, people], "them")


def test_answers_come_into_a_prepared_workshop_and_can_go_again(app: App, tmp_path: Path) -> None:
    key = prepared(app)
    told = "Not among the partners of “Away-day”: “NHS”."
    take(app, key, survey(tmp_path, "first.csv", 7), 7, told)
    assert app.console.page is app.console.home
    changed = "What was said beforehand in “Away-day” was changed."
    wait_for(lambda: app.reads(changed), changed)
    app.click("Undo")
    settle()
    assert record(app, key).before == ()


def test_a_second_file_says_that_it_takes_the_first_one_s_place(app: App, tmp_path: Path) -> None:
    key = prepared(app)
    take(app, key, survey(tmp_path, "first.csv", 7), 7, "marked “Beforehand”")
    told = "These take the place of what is there: 7 people · 2 of 16 statements."
    take(app, key, survey(tmp_path, "second.csv", 9), 9, told)


def test_without_a_prepared_workshop_nothing_is_asked(app: App, tmp_path: Path) -> None:
    dialog = asked(app, survey(tmp_path, "first.csv", 7))
    boxes = [b for b in dialog.findChildren(QComboBox) if b.accessibleName() == NAME]
    assert [box.isVisible() for box in boxes] == [False]
    dialog.reject()


def test_the_prepare_page_brings_answers_in_and_takes_them_out(app: App, tmp_path: Path) -> None:
    key = prepared(app)
    doors = app.desktop._doors
    assert doors is not None
    doors.prepare_again(record(app, key).workshop)
    app.expect("Answers from a survey or from paper can stand beside the room’s votes.")
    app.click("Bring in answers…")
    dialog = app.dialog(QFileDialog)
    dialog.fileSelected.emit(str(survey(tmp_path, "first.csv", 7)))
    dialog.done(1)
    wait_for(lambda: any(isinstance(d, ImportDialog) for d in dialogs()), "the import")
    wait_for(lambda: app.reads("marked “Beforehand”"), "that it goes into this workshop")
    wait_for(lambda: any(b.isEnabled() for b in app.buttons("Import 7 people")), "the button")
    next(d for d in dialogs() if isinstance(d, ImportDialog)).accept()
    wait_for(lambda: record(app, key).before, "the answers")
    app.expect("7 people · 2 of 16 statements. They stand beside the room’s votes.")
    app.click("Take them out")
    wait_for(lambda: not record(app, key).before, "them to go")
    app.click("Undo")
    wait_for(lambda: record(app, key).before, "them to be back")
