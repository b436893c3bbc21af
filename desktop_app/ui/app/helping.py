"""The way to help: the guide at the page at hand, all keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.ui.frameworks.editor_page import EditorPage
from desktop_app.ui.frameworks.frameworks_page import FrameworksPage
from desktop_app.ui.help import topics
from desktop_app.ui.help.guide_window import GuideWindow
from desktop_app.ui.help.keys import KeysDialog
from desktop_app.ui.widgets.file_dialog import file_dialog
from desktop_app.words.speech import say

if TYPE_CHECKING:
    from desktop_app.ui.app.commanded import Commanded
    from desktop_app.ui.app.day_commands import DayCommands


class Helping(QObject):
    """What the help commands open."""

    def __init__(self, desktop: Commanded, day: DayCommands, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop, self._day = desktop, day
        self._window: GuideWindow | None = None
        desktop.window.help_wanted.connect(self.show_over)
        desktop.window.keys_wanted.connect(self.list_keys_over)

    def show_over(self, dialog: QWidget, topic: str) -> None:
        """Show a part of the guide over a dialog; that of the page below where it names none."""
        window = GuideWindow.over(dialog, topic or self._topic())
        window.save_requested.connect(self._ask_where)

    def list_keys_over(self, dialog: QWidget) -> None:
        """Show over a dialog which key does what."""
        KeysDialog.tell(dialog)

    def show_topic(self) -> None:
        """Show the part of the guide that helps with the page at hand."""
        self._guide().show_topic(self._topic())

    def show_guide(self) -> None:
        """Show the guide from its beginning."""
        self._guide().show_topic(topics.HOME)

    def list_keys(self) -> None:
        """Show which key does what."""
        KeysDialog.tell(self._desktop.window)

    def _topic(self) -> str:
        session, page = self._day.session, self._desktop.window.page
        if session is not None:
            vote = session.going.open_vote
            return topics.topic_of(session.step.kind, vote.channel if vote is not None else None)
        if isinstance(page, FrameworksPage | EditorPage):
            return topics.FRAMEWORKS
        return topics.HOME if page is self._desktop.window.home else topics.PREPARE

    def _guide(self) -> GuideWindow:
        if self._window is None:
            self._window = GuideWindow(self._desktop.window)
            self._window.save_requested.connect(self._ask_where)
            self._window.destroyed.connect(self._forget)
        return self._window

    def _forget(self) -> None:
        self._window = None

    def _ask_where(self, suffix: str) -> None:
        documents = self._desktop.documents
        folder = str(documents.folder) if documents is not None else ""
        guide = self.sender()
        over = guide if isinstance(guide, GuideWindow) else self._window
        dialog = file_dialog(over, say("Save the guide"), folder, say("Save"), saving=True)
        dialog.setDefaultSuffix(suffix.lstrip("."))
        dialog.selectFile(say("Roundtable, the facilitator’s guide") + suffix)
        dialog.fileSelected.connect(self._save)
        dialog.open()

    def _save(self, chosen: str) -> None:
        services = self._desktop.services
        if services is not None:
            work = partial(services.write_guide, Path(chosen))
            self._desktop.events.run_in_background(work, self._tell_saved)

    def _tell_saved(self, path: Path) -> None:
        self._desktop.window.tell(say("Saved: {path}", path=path))
