"""A pair of hands at the real application: keys and mouse go through its windows, nothing else.

What a test wants to know it reads from the screen: words of visible widgets, and pictures. Import
it where Qt is wanted; it needs no pytest, so that other processes can use it as well.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from desktop_app.application.services import Services
from desktop_app.bootstrap import BESIDE, open_services, restore_held_library
from desktop_app.charts.palette import LIGHT
from desktop_app.ui import tasks
from desktop_app.ui.app.desktop import Desktop
from desktop_app.ui.ballot.cards import PickButton
from desktop_app.ui.ballot.turn import TurnTimes
from desktop_app.ui.ballot.window import BallotWindow
from desktop_app.ui.console.people_button import PeopleButton
from desktop_app.ui.console.rail import Rail
from desktop_app.ui.dialogs.export import ExportDialog
from desktop_app.ui.dialogs.people import PeopleDialog
from desktop_app.ui.dialogs.seen_screen import SeenScreenDialog
from desktop_app.ui.home.workshop_list import WorkshopList
from desktop_app.ui.stage.window import StageWindow

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QWidget)

PATIENCE = 10.0
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def settle() -> None:
    """Let everything happen that is waiting to happen."""
    for _ in range(3):
        QApplication.processEvents()


def come_to_rest() -> None:
    """Let windows take their shape: a layout asks its parts, which ask theirs."""
    for _ in range(4):
        settle()


def wait_for(done: Callable[[], object], what: str = "it", patience: float = PATIENCE) -> None:
    """Let events happen until something is true, for at most so many seconds."""
    end = time.monotonic() + patience
    while not done():
        if time.monotonic() > end:
            raise AssertionError(f"waited for {what}")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    settle()


class App:
    """The application with its windows, and hands to use them."""

    def __init__(self, data_dir: Path, opening: Callable[[], Services] | None = None) -> None:
        self.data_dir = data_dir
        self.desktop = Desktop(
            opening or partial(open_services, data_dir, look_over_later=True), data_dir, LIGHT
        )
        self.desktop.trouble.repair = partial(restore_held_library, data_dir)
        self.desktop.trouble.beside = partial(open_services, data_dir / BESIDE, remembered=False)
        self.console = self.desktop.window
        self._stopped = False

    def wait_for_work(self) -> None:
        """Let the work in the background end, and what comes of it happen."""
        tasks.pool().waitForDone()
        settle()

    def start(self) -> App:
        """Start as run() does, and wait for the home list or for the window that says why not."""
        shown: list[bool] = []
        self.desktop.library_shown.connect(partial(shown.append, True))
        self.desktop.start()
        wait_for(lambda: shown or self.desktop.trouble.window is not None, "the library")
        return self

    def stop(self) -> None:
        """Close the window as a person would, and let go of everything; once is enough."""
        if self._stopped:
            return
        self._stopped = True
        for dialog in dialogs():
            dialog.close()
        self.console.guards.clear()  # nobody answers what they would ask
        self.console.close()
        settle()
        tasks.finish()
        for window in (self.desktop.stage and self.desktop.stage.window, self.console):
            if window is not None:
                window.deleteLater()
        self.desktop.deleteLater()
        settle()

    # -- looking ----------------------------------------------------------------------------

    @property
    def stage(self) -> StageWindow:
        """Return the stage's window, shown or not."""
        assert self.desktop.stage is not None
        return self.desktop.stage.window

    def reads(self, text: str) -> bool:
        """Tell whether a text can be read in the console or a dialog."""
        return any(text in words(window) for window in QApplication.topLevelWidgets())

    def expect(self, *texts: str) -> None:
        """Fail where one of these cannot be read now."""
        for text in texts:
            assert self.reads(text), f"“{text}” is not among: {words(self.front())}"

    def stage_says(self) -> str:
        """Return what the stage says to a screen reader: all that its scene holds."""
        return f"{self.stage.accessibleName()} {self.stage.accessibleDescription()}"

    def front(self) -> QWidget:
        """Return the window that has the keys."""
        return QApplication.activeModalWidget() or QApplication.activeWindow() or self.console

    # -- hands ------------------------------------------------------------------------------

    def key(self, key: Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on the window that has the keys."""
        handle = self.front().windowHandle()
        QTest.keyClick(handle, key, modifiers)  # type: ignore[call-overload]
        settle()

    def type(self, text: str) -> None:
        """Type a text; characters that are not on every keyboard come in as well."""
        for character in text:
            if character.isascii():
                self.key(character)
            else:
                self._type_foreign(character)

    def _type_foreign(self, character: str) -> None:
        code = ord(character.upper()[0])
        target = self.front().focusWidget() or self.front()
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, code, NONE, character))

    def retype(self, text: str) -> None:
        """Replace what stands in the field that has the keys."""
        self.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.type(text) if text else self.key(Key.Key_Delete)

    def click_on(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget where a person would see it."""
        scroll_to(widget)
        window = widget.window()
        point = widget.mapTo(window, at or widget.rect().center())
        hit = window.childAt(point) or window
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} is in front of {widget}"
        QTest.mouseClick(window.windowHandle(), LEFT, NONE, point)
        settle()

    def click(self, text: str, number: int = 0) -> None:
        """Click the button that says this once it can be; `number` counts those that say it."""
        self.click_on(self._usable(text, number))

    def more(self, text: str) -> None:
        """Choose from the menu in the row of the workshop that is chosen on home."""
        rows = self.console.findChild(WorkshopList)
        assert rows is not None
        assert rows.more.isVisible()
        found = (one for one in rows.more.actions_offered if one.isEnabled())
        next(one for one in found if one.text().replace("&", "").startswith(text)).trigger()
        settle()

    def begin_workshop(self) -> None:
        """Begin what was prepared, and show the room all screens of the welcome."""
        self.click("Begin the workshop")
        self.show_the_rest()

    def show_the_rest(self) -> None:
        """Show the room all screens of the step."""
        while self.buttons("Show the rest"):
            self.key(Key.Key_PageDown)

    def stage_says_in_turn(self) -> str:
        """Return what all screens of this step say, shown to the room one after another."""
        self.come_back()
        said = [self.stage_says()]
        while self.reads("Next: show the rest of this."):
            self.key(Key.Key_PageDown)
            said.append(self.stage_says())
            assert said[-1] != said[-2], "the next screen does not come"
        return " ".join(said)

    def come_back(self) -> None:
        """Give the console the keys, which no window manager does here after a dialog."""
        self.console.activateWindow()
        settle()

    def undo(self) -> None:
        """Take back what was done last on this page."""
        self.come_back()
        self.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def buttons(self, text: str) -> list[QAbstractButton]:
        """Return the buttons in front that say or begin with this."""
        return [b for b in visible(self.front(), QAbstractButton) if _says(b, text)]

    def _is_usable(self, text: str, number: int) -> bool:
        return self.buttons(text)[number].isEnabled()

    def _usable(self, text: str, number: int) -> QAbstractButton:
        """Return a button that may be waiting for work behind it; nobody clicks a grey one."""
        wait_for(partial(self._is_usable, text, number), f"“{text}” to be usable")
        return self.buttons(text)[number]

    def field(self, name: str, kind: type[W]) -> W:
        """Return the input in front with this name."""
        found = [f for f in visible(self.front(), kind) if f.accessibleName() == name]
        assert len(found) == 1, [f.accessibleName() for f in visible(self.front(), kind)]
        return found[0]

    def fill(self, name: str, text: str) -> None:
        """Click a line of text and type."""
        line: QWidget
        try:
            line = self.field(name, QLineEdit)
        except AssertionError:
            line = self.field(name, QPlainTextEdit)
        self.click_on(line)
        self.retype(text)

    def choose(self, name: str, index: int) -> None:
        """Choose an entry of a list that folds, by keyboard."""
        box = self.field(name, QComboBox)
        box.setFocus()
        self.key(Key.Key_Home)
        for _ in range(index):
            self.key(Key.Key_Down)
        assert box.currentIndex() == index

    def set_people(self, number: int) -> None:
        """Say how many people are in the room."""
        people = self.console.findChild(PeopleButton)
        assert people is not None
        self.click_on(people)
        self.dialog(PeopleDialog)
        self.retype(str(number))
        self.click("Keep")

    def go_home(self) -> None:
        """Leave the workshop for home, and a vote that is open there as it is."""
        self.click("Home")
        self.leave_open()

    def leave_open(self) -> None:
        """Say that an open vote may wait, where that is asked."""
        if self.buttons("Leave it open"):
            self.click("Leave it open")

    def close_short(self) -> None:
        """Close the vote although people are missing, which wants two presses."""
        self.click("Close the vote")
        assert self.reads("Press again to close."), words(self.front())
        self.click("Close the vote")

    def close_vote(self) -> None:
        """Close the vote, whoever is missing."""
        self.click("Close the vote")
        if self.reads("Press again to close."):
            self.click("Close the vote")

    def rail(self, text: str) -> None:
        """Click a step in the rail, and leave an open vote as it is."""
        rail = self.console.findChild(Rail)
        assert rail is not None
        rows = [rail.item(i) for i in range(rail.count())]
        item = next(r for r in rows if r.text().startswith(text))
        rail.scrollToItem(item)
        settle()
        self.click_on(rail.viewport(), rail.visualItemRect(item).center())
        self.leave_open()

    def rail_texts(self) -> list[str]:
        """Return the steps of the rail as a screen reader says them."""
        rail = self.console.findChild(Rail)
        assert isinstance(rail, QListWidget)
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(rail.item(i).data(role)) for i in range(rail.count())]

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog of this kind once it is open."""
        wait_for(lambda: [d for d in dialogs() if isinstance(d, kind)], kind.__name__)
        return next(d for d in dialogs() if isinstance(d, kind))

    def save_as(self, path: Path) -> None:
        """Answer the file dialog by typing a path, and wait for the file."""
        self.dialog(QFileDialog)
        self.retype(str(path))
        self.key(Key.Key_Return)
        wait_for(lambda: path.exists() and self.reads(f"Saved: {path}"), f"{path.name} to be saved")

    def save_documents(self, title: str) -> None:
        """Save one document, by its name in the dialog, in the folder that was used last."""
        self.click("More documents and data…")
        dialog = self.dialog(ExportDialog)
        self.click("Summary")
        self.click(title)
        self.click("Save")
        wait_for(lambda: dialog not in dialogs(), "the documents to be saved")

    # -- votes ------------------------------------------------------------------------------

    def hands(self, *counts: int) -> None:
        """Type the counted hands, one point after another as Tab goes: 1, ... K, can't say."""
        for count in counts:
            self.type(str(count))
            self.key(Key.Key_Tab)

    @property
    def ballot(self) -> BallotWindow:
        """Return the ballot's window, shown or not, in a hurry."""
        assert self.desktop.opened is not None
        window = self.desktop.opened.ballot.window
        window.turn.times = TurnTimes(pause_ms=0)
        return window

    def vote(self, *points: int) -> None:
        """Take turns at the ballot with number keys and Enter."""
        for point in points:
            self.bring_ballot()
            self.key(Key.Key_Return)
            self.key(str(point))
            self.key(Key.Key_Return)

    def take_turns(self, *points: int) -> None:
        """Take turns, then come back to the console."""
        self.vote(*points)
        self.leave_ballot()

    def bring_ballot(self) -> None:
        """Bring the ballot back where the facilitator has left it; nobody sees the only screen."""
        if self.ballot.isHidden() and not self._seen_is_asked():
            self.click("Ballot on the laptop")
        if self._seen_is_asked():
            self.click("No, only whoever is in front of it")
            self.click("Keep")
        assert self.front() is self.ballot

    def _seen_is_asked(self) -> bool:
        return any(isinstance(dialog, SeenScreenDialog) for dialog in dialogs())

    def vote_for(self, place: int, *points: int) -> None:
        """Take turns for the partner with this number."""
        for point in points:
            self.bring_ballot()
            self.key(str(place))
            self.key(str(point))
            self.key(Key.Key_Return)

    def click_card(self, point: int) -> None:
        """Click a card on the ballot."""
        cards = visible(self.ballot, PickButton)
        self.click_on(next(card for card in cards if card.number == point))

    def leave_ballot(self) -> None:
        """Come back from the ballot as the facilitator does: hold Esc."""
        ballot, patient = self.ballot, self.ballot.held.held_ms
        ballot.held.held_ms = 1
        QTest.keyPress(ballot.windowHandle(), Key.Key_Escape)
        wait_for(ballot.isHidden, "the ballot to go")
        ballot.held.held_ms = patient
        assert self.front() is self.console


def dialogs() -> list[QDialog]:
    """Return the dialogs that are open."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]


def visible(window: QWidget, kind: type[W]) -> list[W]:
    """Return the visible widgets of a kind in a window, in their order on the screen."""
    found = [w for w in window.findChildren(kind) if w.isVisible()]
    return sorted(found, key=lambda w: w.mapTo(window, QPoint(0, 0)).toTuple()[::-1])


def words(window: QWidget) -> str:
    """Return all that can be read in a window, one widget a line."""
    if not window.isVisible():
        return ""
    labels = [w.text() for w in visible(window, QLabel)]
    return "\n".join([*labels, *(b.text() for b in visible(window, QAbstractButton))])


def all_texts(window: QWidget) -> Iterator[str]:
    """Give every text a window or anything in it holds, for eyes, mouse or screen reader."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.whatsThis(), widget.statusTip())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield from _own_texts(widget)


def _own_texts(widget: Any) -> Iterator[str]:
    for name in ("text", "placeholderText", "toPlainText", "currentText", "title"):
        read = getattr(widget, name, None)
        if callable(read):
            yield str(read())


def scroll_to(widget: QWidget) -> None:
    """Bring a widget into sight, as a mouse wheel would."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, QScrollArea) and area.widget().isAncestorOf(widget):
            settle()
            area.ensureWidgetVisible(widget)
        area = area.parentWidget()
    settle()


def has_focus(widget: QWidget) -> bool:
    """Tell whether keys go to a widget."""
    return QGuiApplication.focusObject() is widget


def _says(button: QAbstractButton, text: str) -> bool:
    return button.text().replace("&", "").startswith(text)
