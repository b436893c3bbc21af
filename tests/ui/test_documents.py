"""Files in and out through the windows: what was asked for, or one sentence and no half file."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.ui.app.documents import usual_folder
from tests.journeys.driver import App, Key, wait_for
from tests.journeys.ways import prepare


def test_the_data_are_written_from_the_close(app: App, tmp_path: Path) -> None:
    prepare(app, 7)
    app.rail("Close and print")
    session, documents = app.desktop.session, app.desktop.documents
    assert session is not None
    assert documents is not None
    documents.ask_export(session.record.workshop, DocumentKind.JSON)
    app.save_as(tmp_path / "data.json")
    assert json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))


def test_a_vote_that_stays_behind_is_told(app: App, tmp_path: Path) -> None:
    prepare(app, 7)
    app.rail("Close and print")
    session, documents = app.desktop.session, app.desktop.documents
    assert session is not None
    assert documents is not None
    app.desktop.services.rounds.open(session.workshop_id, "T1", Channel.HANDS)
    documents.ask_export(session.record.workshop, DocumentKind.WORKSHOP_FILE)
    app.save_as(tmp_path / "moved.roundtable")
    app.expect("One vote that is not revealed yet was left out.")


def test_a_place_that_cannot_be_written_is_said(app: App, tmp_path: Path) -> None:
    prepare(app, 7)
    app.rail("Close and print")
    app.click("Save the summary as PDF")
    app.dialog(QFileDialog)
    (tmp_path / "taken.pdf").mkdir()
    app.desktop.documents._export(str(tmp_path / "taken.pdf"))
    app.dialog(QFileDialog).close()
    wait_for(lambda: app.reads("That did not work"), "the sentence")
    assert list((tmp_path / "taken.pdf").iterdir()) == []
    app.click("Close")
    app.expect("Before everybody leaves")


def test_an_export_that_is_not_wanted_after_all_writes_nothing(app: App, tmp_path: Path) -> None:
    prepare(app, 7)
    app.rail("Close and print")
    app.click("Save the summary as PDF")
    app.dialog(QFileDialog)
    app.retype(str(tmp_path / "summary.pdf"))
    app.key(Key.Key_Escape)
    assert not list(tmp_path.glob("*.pdf"))
    app.click("Save the summary as PDF")
    app.save_as(tmp_path / "summary.pdf")


def test_without_a_folder_of_documents_the_persons_own_is_offered(tmp_path: Path) -> None:
    assert usual_folder(tmp_path) == tmp_path
    assert usual_folder(tmp_path / "Documents") == Path.home()
