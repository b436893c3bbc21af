"""The menus of home and console, and the keys that work on every page.

What a command is called and which keys it has, the table says (`ui/commands.py`); here each is
given what it does. Keys of the day are the console's own: its menu only names them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton

from desktop_app.ui.app.backing_up import BackingUp
from desktop_app.ui.app.caring import Caring
from desktop_app.ui.app.day_commands import DayCommands
from desktop_app.ui.app.helping import Helping
from desktop_app.ui.app.joining_tables import JoiningTables
from desktop_app.ui.commands import COMMANDS, GROUPS, Command, Group, Place, spelled
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.dialogs.settings import SettingsDialog
from desktop_app.words.speech import said, say

if TYPE_CHECKING:
    from desktop_app.ui.app.commanded import Commanded

OWN = frozenset({Group.WORKSHOPS, Group.LAPTOP, Group.HELP})
"""Groups whose keys work on every page of the window."""
ELSEWHERE = frozenset({"find", "move-row"})
"""Keys of these groups that belong to a page."""
FLAT = frozenset({Group.WORKSHOPS, Group.LAPTOP})
"""Groups that stand in the menu itself, the others each in a menu of its own."""


class Menus(QObject):
    """What the menu button holds on home and on the console."""

    def __init__(self, desktop: Commanded, parent: QObject) -> None:
        super().__init__(parent)
        self._desktop, self._window = desktop, desktop.window
        self._day = DayCommands(desktop, self)
        self._helping, self._caring = Helping(desktop, self._day, self), Caring(desktop, self)
        self._backing_up = BackingUp(desktop, self)
        self._joining = JoiningTables(desktop, self)
        self._actions: dict[QAction, Command] = {}
        self._does = self._does_what()
        self._by_name = {one.name: self._action(one) for one in COMMANDS}
        self._window.menu_requested.connect(self.show_menu)
        self._window.home.guide_requested.connect(self._helping.show_guide)

    def _does_what(self) -> dict[str, Callable[[], object]]:
        desktop, window = self._desktop, self._window
        return {
            "new": self._new,
            "open": self._open,
            "paste": window.paste,
            "documents": self._documents,
            "save": self._save,
            "join": self._joining.ask,
            "sample": desktop.open_sample,
            "frameworks": window.home.ask_frameworks,
            "prepare": desktop.prepare_again,
            "home": self._day.go_home,
            "quit": window.close,
            "settings": self._settings,
            "menu": self.show_menu,
            "help": self._helping.show_topic,
            "guide": self._helping.show_guide,
            "keys": self._helping.list_keys,
            "ready": self._caring.show_readiness,
            "folder": self._caring.open_folder,
            "copy-library": self._backing_up.ask_copy,
            "bring-library": self._backing_up.ask_bring_back,
            "report": self._caring.show_report,
            "about": self._caring.show_about,
        }

    def _action(self, one: Command) -> QAction:
        action = QAction(said(one.words).replace("&", "&&"), self)
        if one.group in OWN and one.name not in ELSEWHERE:
            action.setShortcuts([QKeySequence(key) for key in one.keys])
            action.setAutoRepeat(False)
            self._window.addAction(action)
        elif one.keys:
            action.setText(f"{action.text()}\t{spelled(one.keys[0])}")
        self._actions[action] = one
        action.triggered.connect(self._run)
        return action

    def _run(self) -> None:
        chosen = self.sender()
        if not isinstance(chosen, QAction):
            return
        name = self._actions[chosen].name
        if name in self._does:
            self._does[name]()
        else:
            self._day.do(name)

    # -- the menu ---------------------------------------------------------------------------

    def show_menu(self) -> QMenu:
        """Open the menu of the page that is shown, at its button where it has one."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(say("Menu"))
        self.fill(menu, Place.CONSOLE if self._day.view is not None else Place.HOME)
        menu.popup(self._below_button())
        menu.setActiveAction(menu.actions()[0])
        return menu

    def fill(self, menu: QMenu, place: Place) -> None:
        """Fill a menu with every command of a page."""
        menu.clear()
        for group in Group:
            found = [c for c in COMMANDS if c.group is group and place in c.places]
            if not found:
                continue
            into = menu
            if group in FLAT:
                menu.addSeparator()
            else:
                into = menu.addMenu(said(GROUPS[group]))
            into.addActions([self._by_name[one.name] for one in found if one.name != "quit"])
        menu.addSeparator()
        menu.addAction(self._by_name["quit"])

    def _below_button(self) -> QPoint:
        page = self._window.page
        button = getattr(page, "menu_button", None)
        if isinstance(button, QPushButton):
            return button.mapToGlobal(QPoint(0, button.height()))
        return self._window.mapToGlobal(QPoint(16, 16))

    # -- what the commands do ---------------------------------------------------------------

    def _new(self) -> None:
        """Begin another workshop; a day that is under way is left only where that is meant."""
        if self._window.page is self._window.home:
            self._desktop.prepare_new()
        elif self._day.session is not None:
            ConfirmDialog.ask(
                self._window,
                say("Leave this workshop and prepare another?"),
                say("It stays as it is, and Continue on the home page goes on with it."),
                say("&Prepare another"),
                self._leave_for_new,
            )
        else:
            self._tell_busy()

    def _leave_for_new(self, _yes: bool) -> None:
        self._desktop.show_home()
        self._desktop.prepare_new()

    def _open(self) -> None:
        if self._desktop.documents is not None:
            self._desktop.documents.ask_import()

    def _documents(self) -> None:
        home = self._window.home
        if self._window.page is home:
            home.ask_documents()
        elif self._day.session is not None and self._desktop.documents is not None:
            self._desktop.documents.ask_documents(self._day.session.workshop_id)
        else:
            self._tell_busy()

    def _save(self) -> None:
        """Keep what is typed on this page; elsewhere all is kept already, and that is said."""
        keep = getattr(self._window.page, "keep", None)
        if keep is not None:
            keep()
        else:
            self._window.tell(
                say("Everything is saved already. Roundtable saves each step as it happens.")
            )

    def _tell_busy(self) -> None:
        self._window.tell(say("Finish this page first: keep what you changed, or cancel."))

    def _settings(self) -> None:
        preferences = self._desktop.preferences
        SettingsDialog.ask(self._window, preferences.settings, preferences.keep)
