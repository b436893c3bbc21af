"""Two laptops, two years: prepared on A, run on B, followed up on A, by window and by command."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QSpinBox

from desktop_app.application.planning import Wording
from desktop_app.application.services import Services
from desktop_app.cli import main
from desktop_app.domain.channels import Channel
from desktop_app.domain.earlier import Standing
from desktop_app.ui.dialogs.arrival import ArrivalDialog
from desktop_app.ui.dialogs.commitment import CommitmentDialog
from desktop_app.ui.dialogs.export import ExportDialog
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, dialogs, visible, wait_for
from tests.journeys.test_half_day import count_partner
from tests.journeys.ways import prepared
from tests.report.pdf import text_of

PROMISES = ("Rotate the chair", "One page: who benefits, by when")
DAY = "14 May 2027"
PARTNERS = (("Council", 6), ("Health board", 5), ("Police", 3))


class Laptop:
    """A data folder with the command line over it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def call(self, *arguments: object) -> str:
        """Run a command that must succeed; return what it printed."""
        self._capsys.readouterr()
        assert main([*map(str, arguments), "--data-dir", str(self.folder)]) == 0
        return self._capsys.readouterr().out.strip()


def services_of(app: App) -> Services:
    assert app.desktop.services is not None
    return app.desktop.services


def vote_and_promise(services: Services, key: str) -> None:
    """Take a vote on the first statement, and two steps on."""
    first = services.workshops.record(key).workshop.framework.statements[0].id
    round_id = services.rounds.open(key, first, Channel.HANDS).value
    services.rounds.count_hands(round_id, (0, 0, 1, 4, 2, 0))
    services.rounds.close(round_id)
    services.rounds.reveal(round_id)
    for title in PROMISES:
        services.planning.add_own(key, Wording(title, "Chair", date(2027, 9, 1)))


@pytest.mark.slow
def test_what_was_promised_on_one_laptop_is_looked_back_at_on_another(
    start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = (Laptop(tmp_path / name, capsys) for name in "ab")
    app = start(a.folder)
    key = services_of(app).workshops.create(prepared(app, 7, quick=True)).value
    app.stop()
    a.call("set", key, f"date={DAY}")
    a.call("export", key, "--to", tmp_path / "there.roundtable")

    there = b.call("import", tmp_path / "there.roundtable")
    app = start(b.folder)
    vote_and_promise(services_of(app), there)
    app.stop()
    b.call("close", there)
    b.call("export", there, "--to", tmp_path / "back.roundtable")

    held = a.call("import", tmp_path / "back.roundtable", "--replace")
    follow_up = a.call("follow", held)
    a.call("set", follow_up, "date=12 May 2028", "title=A year later")
    app = start(a.folder)
    before = services_of(app).workshops.record(held)
    app.desktop.open_workshop(follow_up)
    app.come_back()
    app.rail("Since last time")
    app.expect(f"Since {DAY}", *PROMISES)
    app.key("2")
    app.key("4")
    assert "under way" in app.stage_says_in_turn()
    app.click("Take it on again")
    record = services_of(app).workshops.record(follow_up)
    assert [one.standing for one in record.workshop.progress] == [
        Standing.UNDER_WAY,
        Standing.DROPPED,
    ]
    assert [taken.title for taken in record.commitments] == [PROMISES[0]]
    assert services_of(app).workshops.record(held) == before
    app.stop()

    a.call("export", follow_up, "--to", tmp_path / "summary.pdf")
    summary = " ".join(text_of(tmp_path / "summary.pdf").split())
    assert "Since last time: 1 under way and 1 dropped." in summary
    # The follow-up goes on without its earlier workshop, as on a third laptop.
    c = Laptop(tmp_path / "c", capsys)
    a.call("export", follow_up, "--to", tmp_path / "on.roundtable")
    alone = c.call("import", tmp_path / "on.roundtable")
    c.call("export", alone, "--to", tmp_path / "again.pdf")
    assert " ".join(text_of(tmp_path / "again.pdf").split()) == summary
    again = c.call("follow", tmp_path / "on.roundtable")
    assert a.call("list").count("A year later") == 1
    assert again in c.call("list")


def fill_in(app: App) -> None:
    """Prepare a workshop of three partners by its form, for later."""
    app.click("New workshop")
    app.fill("Title", "Away-day")
    app.fill("Partnership", "Harbour Children’s Partnership")
    app.click("Number keys")
    app.click("Anonymous with group")
    while not any(
        f.accessibleName() == "Name of partner 3" for f in visible(app.front(), QLineEdit)
    ):
        app.click("Add a partner")
    for place, (name, people) in enumerate(PARTNERS, start=1):
        app.fill(f"Name of partner {place}", name)
        app.field(f"People of partner {place}", QSpinBox).setValue(people)
    app.click("Save for later")


def save_workshop_file(app: App, folder: Path) -> Path:
    """Save the chosen workshop of home as a file, by its row."""
    app.click("Save or print")
    dialog = app.dialog(ExportDialog)
    app.click("Another folder")
    app.dialog(QFileDialog)
    app.retype(str(folder))
    app.key(Key.Key_Return)
    app.click("Summary")
    app.click("Workshop file")
    app.click("Save")
    wait_for(lambda: dialog not in dialogs(), "the workshop to be saved")
    (file,) = folder.glob("*.roundtable")
    return file


def bring_in(app: App, file: Path, answer: str) -> None:
    app.click("Import")
    app.dialog(QFileDialog)
    app.retype(str(file))
    app.key(Key.Key_Return)
    dialog = app.dialog(ArrivalDialog)
    assert dialog.focusWidget() is app.buttons(answer)[0], "Enter does what is meant"
    app.click(answer)
    wait_for(lambda: not dialogs(), "the file to be brought in")
    app.wait_for_work()
    app.come_back()


def the_day(app: App) -> None:
    """Vote on the first statement, take a recommended step on and one of the room’s own."""
    app.show_the_rest()
    app.key(Key.Key_PageDown)
    app.click("Open the vote")
    for index, (_, people) in enumerate(PARTNERS):
        count_partner(app, index)
        for _ in range(people):
            app.key(str(2 + index), Qt.KeyboardModifier.KeypadModifier)
    app.click("Close the vote")
    app.click("Reveal")
    app.rail("Next steps")
    app.click("Take this on")
    app.click("Write our own step")
    app.dialog(CommitmentDialog)
    app.fill("What will be done", PROMISES[0])
    app.click("Keep")
    app.rail("Close and print")
    app.click("Close the workshop")
    app.go_home()


@pytest.mark.slow
def test_the_same_by_window_alone_as_a_new_user_would(start: Start, tmp_path: Path) -> None:
    a, b, there, back = (tmp_path / name for name in ("a", "b", "there", "back"))
    there.mkdir()
    back.mkdir()
    app = start(a)
    fill_in(app)
    carried = save_workshop_file(app, there)
    app.stop()

    app = start(b)
    bring_in(app, carried, "Import")
    the_day(app)
    carried = save_workshop_file(app, back)
    app.stop()

    app = start(a)
    bring_in(app, carried, "Replace the one here")
    app.expect("“Away-day” was replaced.")
    app.click("Follow up")
    app.expect("The day begins with what became of its 2 open commitments.")
    app.fill("Date", "12 May 2028")
    app.begin_workshop()
    app.key(Key.Key_PageDown)
    app.expect("Since last time", PROMISES[0])
    app.key("1")
    app.key("3")
    app.rail("Next steps")
    app.expect("Going on from last time", "Stuck · ")
    app.click("Take it on again")
    app.rail("Close and print")
    app.click("Close the workshop")
    app.click("Save the summary as PDF…")
    app.save_as(tmp_path / "summary.pdf")
    printed = " ".join(text_of(tmp_path / "summary.pdf").split())
    assert "Since last time: 1 done and 1 stuck." in printed
    assert PROMISES[0] in printed
