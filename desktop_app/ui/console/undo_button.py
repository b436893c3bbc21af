"""What can be taken back: Ctrl+Z on this page, and a list that says what was done where.

What lies on another page is taken back only by going there.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.application.undo import Act
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.menu_button import MenuButton
from desktop_app.ui.widgets.text import plain_tip
from desktop_app.words.speech import say
from desktop_app.words.undo import act_words, undo_words


class UndoButton(MenuButton):
    """Open the list; hidden while nothing can be taken back or done again.

    Signals:
        elsewhere_requested(Act): go where this act was done and take it back there.
    """

    elsewhere_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._events: AppEvents | None = None
        self._workshop: Workshop | None = None
        self._acts: dict[QAction, Act] = {}
        self.setProperty("kind", "small")
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu.aboutToShow.connect(self._fill)
        self._menu.triggered.connect(self._take)
        self.hide()

    def watch(self, events: AppEvents, area: QWidget) -> None:
        """Follow what can be taken back, and take the keys for it anywhere in `area`."""
        if self._events is None:
            self._events = events
            events.undo_changed.connect(self._show)
            for keys, act in (
                ("Ctrl+Z", events.undo_here),
                ("Ctrl+Shift+Z", events.redo_here),
                ("Ctrl+Y", events.redo_here),
            ):
                shortcut = QShortcut(QKeySequence(keys), area)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
        self._show()

    def show_place(self, workshop: Workshop) -> None:
        """Name places by this workshop, and say what can be taken back on the page shown now."""
        self._workshop = workshop
        self._show()

    def _show(self) -> None:
        if self._events is None:
            return
        stack = self._events.undo_stack
        here, redo = stack.last_at(self._events.place), stack.undone_at(self._events.place)
        self.setVisible(bool(stack.acts) or redo is not None)
        some = bool(stack.acts)
        self.setText(say("Undo ({n})", n=len(stack.acts)) if some else say("Do again"))
        whole = say("Undo: {what}", what=undo_words(here.undo)) if here else say("Undo")
        self.setAccessibleName(whole if some else say("Do again"))
        self.setToolTip(plain_tip(say("{what}  (Ctrl+Z)", what=whole)) if here else "")

    def _fill(self) -> None:
        """List what can be taken back, newest first; of each page only its newest can be chosen."""
        self._menu.clear()
        self._acts.clear()
        if self._events is None or self._workshop is None:
            return
        stack, place = self._events.undo_stack, self._events.place
        redo = stack.undone_at(place)
        if redo is not None:
            words = say("Do again: {what}", what=_words(redo, self._workshop))
            self._add(redo, words, "Ctrl+Shift+Z")
        reached = set()
        for act in reversed(stack.acts):
            key = place if act.is_at(place) else act.where
            hint = "Ctrl+Z" if key == place else say("go and undo")
            first = key not in reached
            reached.add(key)
            self._add(act, _words(act, self._workshop), hint if first else "")

    def _add(self, act: Act, words: str, hint: str) -> None:
        made = self._menu.addAction(f"{words.replace('&', '&&')}\t{hint}")
        made.setEnabled(bool(hint))
        self._acts[made] = act

    def _take(self, chosen: QAction) -> None:
        act, events = self._acts.get(chosen), self._events
        if act is None or events is None:
            return
        if act is events.undo_stack.undone_at(events.place):
            events.redo_here()
        elif act.is_at(events.place):
            events.undo(act)
        else:
            self.elsewhere_requested.emit(act)


def _words(act: Act, workshop: Workshop) -> str:
    return act_words(act.undo, act.where, act.at, workshop)
