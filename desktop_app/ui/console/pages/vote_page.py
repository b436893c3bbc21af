"""What the pages of a vote have in common, of ratings as of dots."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.next_thing import Act
from desktop_app.ui.console.heard_bar import HeardBar
from desktop_app.ui.console.num_lock_bar import NumLockBar
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.ways.way import Panel
from desktop_app.ui.widgets.press import Press
from desktop_app.ui.widgets.switcher import Switcher
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say

from .page import Page


class VotePage(Page):
    """A page of one vote: a panel for each state, and while it is open for each way of voting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = Switcher()
        self._open_panels: tuple[Panel, ...] = ()
        self._num_lock, self._heard = NumLockBar(), HeardBar()
        # On top: below the panels a small screen would not show it before the vote is opened.
        self.body.addWidget(self._heard)
        self._close_now = button(say("Close the vote"))
        self._close_now.clicked.connect(self._close_vote)

    def _add_panels(self, start: QWidget, ways: Iterable[Panel], *others: QWidget) -> None:
        """Show one of these at a time: before the vote, while it is open, afterwards."""
        self._open_panels = tuple(ways)
        for panel in (start, *self._open_panels, *others):
            self._panels.add(panel)
        self.body.addWidget(self._panels)

    def show_next(self, session: Session) -> None:
        super().show_next(session)
        self._heard.show_session(session)
        thing = session.going.thing
        begun = thing.act is Act.TAKE and 0 < thing.missing < thing.people
        more_due = begun or thing.act in {Act.BALLOT, Act.COUNT_PARTNER}
        self._close_now.setVisible(more_due)

    def leave(self) -> None:
        super().leave()
        for way in self._open_panels:
            way.leave()

    def focus_primary(self) -> None:
        way = self._panels.current
        if not (isinstance(way, Panel) and way.take_focus()):
            self.primary.setFocus()

    def _follow_state(self, state: object) -> None:
        """Show the page from its beginning where the vote has come to another state."""
        if state != self.keys_go_by:
            self.keys_go_by = state
            self.scroll_to_top()

    def _choose_way(self, channel: Channel) -> None:
        if self.session is not None:
            self.session.going.choose_way(channel)

    def _close_vote(self) -> None:
        if self.session is not None:
            self.session.going.close_vote(Press(self._close_now.pressed_at))
