"""The whole library to a folder of the person’s choice, there again at a click, and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from desktop_app.domain.library_file import SUFFIX
from desktop_app.ui.app.backing_up import BackingUp
from desktop_app.ui.dialogs.library_arrival import LibraryArrivalDialog
from desktop_app.words.library_copies import copied_when
from tests.journeys.driver import App, wait_for


@pytest.fixture
def stick(app: App, tmp_path: Path) -> Path:
    """Give a folder to which the library, which has a workshop, was copied by the menu."""
    services = app.desktop.services
    assert services is not None
    services.library.add_sample()
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    ask(app).ask_copy()
    app.dialog(QDialog)
    app.retype(str(folder / f"first{SUFFIX}"))
    app.key("\r")
    wait_for(lambda: app.reads("Copied and checked:"), "the copy")
    app.come_back()
    return folder


def ask(app: App) -> BackingUp:
    found = app.desktop.findChild(BackingUp)
    assert isinstance(found, BackingUp)
    return found


def texts(window: QWidget) -> str:
    return " ".join(one.text() for one in window.findChildren(QLabel))


def copies(folder: Path) -> int:
    return len(list(folder.glob(f"*{SUFFIX}")))


def test_the_library_goes_to_a_stick_and_back(app: App, stick: Path) -> None:
    app.console.bring((stick / f"first{SUFFIX}",))
    dialog = app.dialog(LibraryArrivalDialog)
    assert "1 workshop" in texts(dialog)
    assert "0 of them are missing here" in texts(dialog)
    dialog.accept()
    wait_for(lambda: app.reads("0 workshops came in."), "the library")


def test_a_copy_that_a_synchronising_program_left_comes_in_the_same_way(
    app: App, stick: Path
) -> None:
    left = (stick / f"first{SUFFIX}").rename(stick / "roundtable (conflicted copy).db")
    app.console.bring((left,))
    assert "0 of them are missing here" in texts(app.dialog(LibraryArrivalDialog))


def test_home_says_when_and_where_and_one_click_copies_there_again(app: App, stick: Path) -> None:
    app.expect("Backed up today, in KINGSTON")
    for number in (2, 3):
        app.click("Back up there now")
        wait_for(lambda number=number: copies(stick) == number, "another copy")
        app.wait_for_work()
    settings = app.desktop.preferences.settings
    assert Path(settings.backup_folder) == stick
    dialog = ask(app)._dialog("Bring back", "Open")
    assert Path(dialog.directory().absolutePath()) == stick, "it is offered to bring back from"
    dialog.deleteLater()


def test_a_stick_that_is_gone_is_told_in_a_sentence(app: App, stick: Path) -> None:
    stick.rename(stick.with_name("elsewhere"))
    app.click("Back up there now")
    wait_for(lambda: app.reads("Plug the stick in"), "the sentence")
    app.expect("Backed up today, in KINGSTON")


def test_a_stick_that_is_full_is_told_in_a_sentence_and_nothing_half_stays(
    app: App, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("desktop_app.storage.stick.shutil.copyfileobj", full)
    app.click("Back up there now")
    wait_for(lambda: app.reads("the disk is full"), "the sentence")
    assert [path.name for path in stick.iterdir()] == [f"first{SUFFIX}"]


def test_nothing_is_said_before_a_folder_was_chosen(app: App) -> None:
    assert not app.buttons("Back up there now")
    assert not app.reads("Backed up")


def test_the_day_is_said_as_far_as_it_is_known() -> None:
    today, stick = date(2028, 5, 12), Path("/media/anna/KINGSTON")
    assert copied_when("2028-05-12", stick, today) == "Backed up today, in KINGSTON"
    assert copied_when("2027-12-01", stick, today) == "Backed up on 1 December 2027, in KINGSTON"
    assert copied_when("", stick, today) == "Backup folder: KINGSTON"
