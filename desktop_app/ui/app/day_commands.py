"""What the commands of the day do in the workshop that is open, when a menu asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.commands import command

if TYPE_CHECKING:
    from desktop_app.ui.app.commanded import Commanded
    from desktop_app.ui.console.session import Session
    from desktop_app.ui.console.session_view import SessionView

SHOWN = frozenset(
    {
        *("questions", "statements", "meaning", "moved", "beforehand"),
        *("steps", "fist", "own", "type"),
        *("result", "votes", "partners"),
    }
)
"""Commands that are a letter of the console's, which knows whether it means anything now."""


class DayCommands(QObject):
    """Commands of the console's page, while it is shown."""

    def __init__(self, desktop: Commanded, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop = desktop

    @property
    def view(self) -> SessionView | None:
        """Return the console's page where it is the page that is shown."""
        view = self._desktop.view
        return view if view is not None and self._desktop.window.page is view else None

    @property
    def session(self) -> Session | None:
        """Return the workshop whose page is shown."""
        return self._desktop.session if self.view is not None else None

    def go_home(self) -> None:
        """Leave the workshop as it is; an open vote asks first."""
        if self.view is not None:
            self.view.leave_for_home()

    def do(self, name: str) -> None:
        """Do what a command of the day stands for, where it means anything now."""
        if self.view is None or self.session is None:
            return
        if name in SHOWN:
            self.view.showing_keys.press(command(name).keys[0])
        else:
            self._acts(self.view, self.session)[name]()

    def _acts(self, view: SessionView, session: Session) -> dict[str, Callable[[], object]]:
        events = self._desktop.events
        return {
            "next": session.going.do_next,
            "back": session.going.look_back,
            "note": view.side.begin_note,
            "pause": view.timer_box.ask_pause,
            "undo": events.undo_here,
            "redo": events.redo_here,
            "show": view.doors.show_stage,
            "hide": view.doors.toggle_stage,
            "blank": view.toggle_blank,
            "parking": view.toggle_parking,
        }
