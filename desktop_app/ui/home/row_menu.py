"""What else can be done with a row's workshop, in a menu, so that its words keep their room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.summaries import WorkshopStatus, WorkshopSummary
from desktop_app.ui.widgets.menu_button import MenuButton
from desktop_app.words.speech import say


class RowMenu(MenuButton):
    """A button with the menu; a right click on the row, or the menu key, opens it as well.

    Signals:
        follow_requested(), copy_requested(), archive_requested(), delete_requested().
    """

    follow_requested = Signal()
    copy_requested = Signal()
    archive_requested = Signal()
    delete_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setText(say("Mo&re"))
        self.setAutoDefault(False)
        menu = self._menu
        self._follow = self._add(menu, "", self.follow_requested)
        self._copy = self._add(menu, say("Cop&y…"), self.copy_requested)
        self._copy.setStatusTip(say("Prepare another workshop like this one"))
        self._archive = self._add(menu, "", self.archive_requested)
        menu.addSeparator()
        self._delete = self._add(menu, say("&Delete…"), self.delete_requested)

    def _add(self, menu: QMenu, text: str, wanted: SignalInstance) -> QAction:
        made = menu.addAction(text)
        made.triggered.connect(wanted)
        return made

    @property
    def actions_offered(self) -> tuple[QAction, ...]:
        """Return what the menu shows now, from top to bottom."""
        every = (self._follow, self._copy, self._archive, self._delete)
        return tuple(one for one in every if one.isVisible())

    def show_workshop(self, chosen: WorkshopSummary) -> None:
        """Offer what can be done with a workshop; a follow-up that cannot be begun says why."""
        self.setAccessibleName(say("More for {title}", title=chosen.title))
        why_not = _why_not_followed(chosen)
        self._follow.setText(why_not or say("&Follow up…"))
        self._follow.setEnabled(not why_not)
        self._follow.setVisible(chosen.status is not WorkshopStatus.CLOSED)
        archived, held = chosen.is_archived, chosen.status is WorkshopStatus.CLOSED
        self._archive.setText(say("&Unarchive") if archived else say("&Archive"))
        self._archive.setVisible(not chosen.is_rehearsal and (held or archived))

    def open_at(self, place: QPoint) -> None:
        """Open the menu at a place of the screen."""
        self.menu().popup(place)


def _why_not_followed(chosen: WorkshopSummary) -> str:
    """Return why a workshop has no follow-up, "" for one that can have one."""
    if chosen.is_rehearsal:
        return say("No follow-up: nobody voted in a rehearsal")
    if chosen.status is WorkshopStatus.PREPARED:
        return say("No follow-up yet: it was not held")
    return ""
