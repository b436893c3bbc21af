"""A rehearsal from its beginning to its end, one that was interrupted, and a delete taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.domain.steps import StepKind
from desktop_app.ui import tasks
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.delete_workshop import DeleteDialog
from desktop_app.words.room import REHEARSAL_MARK

from .driver import App, Key, settle, visible, wait_for
from .ways import TITLE, prepare


def summaries(app: App) -> list[str]:
    return [s.title for s in app.desktop.services.workshops.all()]


def test_a_rehearsal_shows_every_screen_and_leaves_no_trace(app: App) -> None:
    prepare(app, 12)
    real = app.desktop.session.workshop_id
    before = app.desktop.services.workshops.record(real)
    app.click("Rehearse")
    assert app.desktop.session.workshop_id != real
    app.expect(REHEARSAL_MARK)
    app.show_the_rest()
    app.key(Key.Key_PageDown)
    app.click("Fill this vote")
    app.expect("12 of 12 people counted")
    app.click("Close and reveal")
    app.expect("Ask the room, in this order")
    app.click("Fill every vote")
    for step in app.desktop.session.steps:
        app.desktop.session.go_to(step)
        settle()
        assert REHEARSAL_MARK in app.stage_says(), step
        app.expect(REHEARSAL_MARK)
        if step.kind is StepKind.OVERVIEW:
            assert "Not rated yet" not in app.stage_says()
    app.click("End the rehearsal")
    assert app.desktop.session.workshop_id == real
    assert not app.reads(REHEARSAL_MARK)
    after = app.desktop.services.workshops.record(real)
    assert (after.rounds, after.notes, after.workshop) == (
        before.rounds,
        before.notes,
        before.workshop,
    )
    app.go_home()
    assert summaries(app) == [TITLE]


def test_an_interrupted_rehearsal_is_offered_for_ending(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    prepare(app, 12)
    app.click("Rehearse")
    app.show_the_rest()
    app.key(Key.Key_PageDown)
    app.console.close()
    again = start(tmp_path / "library")
    assert len(again.buttons("Continue")) == 1  # the real one, never its rehearsal
    again.expect(f"“Rehearsal: {TITLE}” was not ended. Its pretend ballots can go now.")
    assert len(summaries(again)) == 2
    again.click("End the rehearsal")
    assert summaries(again) == [TITLE]
    assert not again.buttons("End the rehearsal")


def test_a_deleted_workshop_is_brought_back_from_home(app: App) -> None:
    prepare(app, 12)
    app.go_home()
    app.more("Delete")
    ask = app.dialog(ConfirmDialog)
    app.click_on(ask.do_it)
    assert summaries(app) == []
    app.expect(f"“{TITLE}” is deleted. It goes for good when you close Roundtable.")
    app.click("Undo")
    assert summaries(app) == [TITLE]
    assert not app.buttons("Undo")


def test_a_deleted_workshop_is_gone_after_closing(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    prepare(app, 12)
    app.go_home()
    app.more("Delete")
    app.click_on(app.dialog(ConfirmDialog).do_it)
    app.console.close()
    again = start(tmp_path / "library")
    assert summaries(again) == []
    assert TITLE.encode() not in (tmp_path / "library" / "roundtable.db").read_bytes()


def end_abruptly(app: App) -> None:
    """End the application without closing its library cleanly, as a crash does."""
    services = app.desktop.services
    assert services is not None
    app.desktop.services = replace(services, close=services.let_go)
    app.stop()


def test_a_workshop_deleted_before_a_crash_is_brought_back_at_the_next_start(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    for _ in range(2):
        prepare(app, 12)
        app.click("Home")
    for _ in range(2):
        app.more("Delete")
        app.click_on(app.dialog(ConfirmDialog).do_it)
    end_abruptly(app)
    again = start(tmp_path / "library")
    assert summaries(again) == []
    again.expect("and others, 2 in all, were deleted or replaced before Roundtable ended")
    again.click("Bring back")
    assert summaries(again) == [TITLE, TITLE]
    assert not again.buttons("Bring back")
    again.more("Delete")
    again.click_on(again.dialog(ConfirmDialog).do_it)
    again.expect(f"“{TITLE}” is deleted.")
    again.stop()
    last = start(tmp_path / "library")
    assert summaries(last) == [TITLE]
    assert not last.buttons("Bring back"), "it was closed cleanly"


def test_closing_a_workshop_makes_a_backup_that_holds_it_closed(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    prepare(app, 12)
    before = set((tmp_path / "library" / "backups").glob("*.db"))
    app.rail("Close and print")
    app.click("Close the workshop")
    tasks.finish()
    (copy,) = set((tmp_path / "library" / "backups").glob("*.db")) - before
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT title, status FROM workshops").fetchall() == [(TITLE, "closed")]


def test_a_deleted_workshop_goes_from_the_backups_too_where_that_is_wanted(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start(tmp_path / "library")
    prepare(app, 12)
    app.go_home()
    app.more("Delete")
    ask = app.dialog(DeleteDialog)
    app.expect("No backup holds it.")
    assert not ask.from_backups.isVisible()
    app.click_on(ask.leave_it)
    app.console.close()
    again = start(tmp_path / "library")
    tasks.finish()  # the backup is made once home is shown
    (copy,) = (tmp_path / "library" / "backups").iterdir()
    assert TITLE.encode() in copy.read_bytes()
    again.more("Delete")
    ask = again.dialog(DeleteDialog)
    again.expect("It is also in the backups of")
    again.click_on(ask.from_backups)
    again.click_on(ask.do_it)
    wait_for(lambda: TITLE.encode() not in copy.read_bytes(), "the backup without it")
    again.console.close()
    assert all(TITLE.encode() not in kept.read_bytes() for kept in copy.parent.iterdir())


def test_the_parking_lot_and_undo_work_from_the_stage_on_one_screen(app: App) -> None:
    prepare(app, 7)
    app.key("n")
    app.key("p")
    app.type("Travel costs")
    app.key(Key.Key_Return)
    app.key(Key.Key_Escape)
    app.key(Key.Key_F5)
    assert app.front() is app.stage
    app.key("p")
    assert "Travel costs" in app.stage_says()
    app.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Travel costs" not in app.stage_says()
    assert "Parking lot" in app.stage_says()
    app.key(Key.Key_Escape)
    assert app.front() is app.console
    assert visible(app.console, type(app.desktop.view))
