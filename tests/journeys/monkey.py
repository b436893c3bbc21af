"""A monkey at the keyboard and the mouse, and a ledger of every ballot it was told is in.

What it does follows from its seed alone, and after each event it looks whether something is wrong.
Asking for files, printing and quitting are kept from it.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from desktop_app.application.outcome import Outcome
from desktop_app.application.rounds import Rounds
from desktop_app.application.services import Services
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import NotFound
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.turnout import too_many
from desktop_app.scenes.priority_scenes import DotsOpen, ImportanceBesideLevel, Priorities
from desktop_app.scenes.scene import ByGroup, Compared, Revealed, VoteClosed, VoteOpen
from desktop_app.ui.commands import command
from desktop_app.ui.dialogs.export import ExportDialog
from tests.leftovers import deliver_deletes

from .clock import open_without_time
from .driver import App, Key, dialogs, visible

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEYPAD = Qt.KeyboardModifier.KeypadModifier
TRAIL = os.environ.get("ROUNDTABLE_MONKEY_TRAIL", "")
"""A file for all that it does, for when the process itself dies of it."""
REMEMBERED = 30
MENU_MS = 100
CLICKABLE = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)

DIGITS = [getattr(Key, f"Key_{digit}") for digit in range(10)]
LETTERS = [getattr(Key, f"Key_{letter}") for letter in "ABCDEIMNPQRTXYZ"]
GOING = [
    *(Key.Key_Space, Key.Key_Return, Key.Key_Enter, Key.Key_Tab, Key.Key_Backtab) * 2,
    *(Key.Key_Escape, Key.Key_Backspace, Key.Key_Delete, Key.Key_Period, Key.Key_F5),
    *(Key.Key_PageDown, Key.Key_PageUp, Key.Key_Home, Key.Key_End, Key.Key_Comma, Key.Key_Minus),
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down) * 2,
]
TOGETHER = [
    *((key, CTRL) for key in (Key.Key_Z, Key.Key_A, Key.Key_V, Key.Key_C, Key.Key_S, Key.Key_X)),
    *((key, CTRL) for key in (Key.Key_Comma, Key.Key_Home, Key.Key_End, Key.Key_Return)),
    *((key, ALT) for key in (Key.Key_1, Key.Key_5, Key.Key_Down, Key.Key_C)),
    *((key, SHIFT) for key in (Key.Key_F5, Key.Key_Tab, Key.Key_Space, Key.Key_End)),
]
FOREIGN = "é̂ŵßŁ€👩‍👩‍👧שלוםمرحبا\u202e漢"


class Ledger(Rounds):
    """The use cases of votes, which write down every ballot they said was in."""

    counts: dict[str, Counter[int]]
    hands: dict[tuple[str, str], tuple[int, ...]]

    @classmethod
    def over(cls, rounds: Rounds) -> Ledger:
        """Return a ledger on the library of these use cases."""
        ledger = cls(rounds._library, rounds._new_id)
        ledger.counts, ledger.hands, ledger._latest = {}, {}, {}
        return ledger

    _latest: dict[str, int]

    def open(self, *args: object) -> Outcome[str]:
        outcome = super().open(*args)  # type: ignore[arg-type]
        self.counts[outcome.value] = Counter()
        return outcome

    def cast(self, round_id: str, point: int, group: str = "") -> Outcome[None]:
        outcome = super().cast(round_id, point, group)
        self.counts.setdefault(round_id, Counter())[point] += 1
        self._latest[round_id] = point
        return outcome

    def take_back_last(self, round_id: str) -> Outcome[None]:
        outcome = super().take_back_last(round_id)
        self.counts[round_id][self._latest.pop(round_id)] -= 1
        return outcome

    def count_hands(self, round_id: str, counts: Sequence[int], group: str = "") -> Outcome[None]:
        outcome = super().count_hands(round_id, counts, group)
        self.hands[round_id, group] = tuple(counts)
        return outcome

    def _recount(self, round_id: str, counts: tuple[int, ...], group: str) -> Changes:
        changes = super()._recount(round_id, counts, group)
        self.hands[round_id, group] = counts
        return changes

    def votes(self, round_id: str) -> Counter[int]:
        """Return how many ballots of a round were said to be in, by point."""
        votes = Counter(self.counts[round_id])
        for (its_round, _), counts in self.hands.items():
            if its_round == round_id:
                votes.update(dict(enumerate(counts)))
        return +votes

    def check(self, services: Services) -> int:
        """Compare with the library; give how many ballots were compared."""
        return sum(self._check(services, round_id) for round_id in self.counts)

    def _check(self, services: Services, round_id: str) -> int:
        votes = self.votes(round_id)
        try:
            round_ = self.round(round_id)
            workshop = services.workshops.record(round_.workshop_id).workshop
        except NotFound:
            return 0  # deleted with its workshop, which the monkey may ask for
        if workshop.is_rehearsal:
            return 0  # pretend ballots come in by another way
        assert round_.ballots_in == votes.total(), (round_, votes)
        if round_.state is RoundState.REVEALED:
            found: Counter[int] = Counter()
            for tally in round_.tallies:
                found[tally.point] += tally.votes
            assert +found == votes, (round_, votes)
        return votes.total()


def with_ledger(data_dir: Path) -> Services:
    """Open a library whose votes are written down, by a clock that stands still."""
    services = open_without_time(data_dir)
    return replace(services, rounds=Ledger.over(services.rounds))


class Monkey:
    """Presses keys and clicks at random."""

    def __init__(self, app: App, seed: int | str) -> None:
        self.app = app
        self.chance = random.Random(seed)
        self.trail: deque[str] = deque(maxlen=REMEMBERED)
        self.done: Counter[str] = Counter()
        self.caught: list[BaseException] = []
        self._leave_menu = QTimer(interval=MENU_MS)
        self._leave_menu.timeout.connect(self._close_popup)

    def play(self, place: Callable[[App], object], events: int, stay: int = 50) -> None:
        """Do so many things, taken to a place again and again, since it wanders off."""
        with self._listening():
            for number in range(events):
                if number % stay == 0:
                    self.leave_dialogs()
                    self._note(f"-- {place.__name__} --")
                    place(self.app)
                    self.look()
                self.act()
                self.look()
            self.leave_dialogs()

    # -- acting -----------------------------------------------------------------------------

    def act(self) -> None:
        """Do one thing."""
        acts = (self._press, self._press_digit, self._click_something, self._click_anywhere)
        self.chance.choices((*acts, self._write), weights=(8, 5, 6, 2, 1))[0]()
        QApplication.processEvents()
        self._keep_out()
        deliver_deletes()  # as an event loop does between two events

    def _window(self) -> QWidget:
        return QApplication.activePopupWidget() or self.app.front()

    def _press(self) -> None:
        kinds = (GOING, LETTERS, TOGETHER)
        key = self.chance.choice(self.chance.choices(kinds, weights=(8, 3, 2))[0])
        self.press(*key) if isinstance(key, tuple) else self.press(key)

    def _press_digit(self) -> None:
        self.press(self.chance.choice(DIGITS), self.chance.choice((NONE, KEYPAD)))

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key on the window in front."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and (key is Key.Key_Q or _quits(menu.activeAction())):
            return
        self._note(f"press {key.name} {modifiers.name if modifiers != NONE else ''}")
        for act in (QTest.keyPress, QTest.keyRelease):
            window = self._window()  # held meanwhile: Python lets go of its children with it
            act(_with_keys(window), key, modifiers)  # type: ignore[operator]

    def _write(self) -> None:
        letter = self.chance.choice(FOREIGN)
        window = self._window()
        target = _with_keys(window)
        self._note(f"write {letter!r} into {_named(target)}")
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, 0, NONE, letter))

    def _click_something(self) -> None:
        window = self._window()
        things = [w for kind in CLICKABLE for w in visible(window, kind) if w.isEnabled()]
        if things:
            thing = self.chance.choice(things)
            at = thing.mapTo(window, thing.rect().center())
            self._click(window, at, _named(thing))

    def _click_anywhere(self) -> None:
        windows = [self._window()]
        if QApplication.activeModalWidget() is None:
            windows.append(self.app.console)
            if self.app.desktop.stage is not None and self.app.stage.isVisible():
                windows.append(self.app.stage)
        window = self.chance.choice(windows)
        x = self.chance.randrange(max(1, window.width()))
        y = self.chance.randrange(max(1, window.height()))
        self._click(window, QPoint(x, y), _named(window))

    def _click(self, window: QWidget, at: QPoint, name: str) -> None:
        if not window.isVisible() or not window.rect().contains(at):
            return
        if isinstance(window, QMenu) and _quits(window.actionAt(at)):
            return
        how = self.chance.choices((QTest.mouseClick, QTest.mouseDClick), weights=(9, 1))[0]
        button = self.chance.choices(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), weights=(14, 1)
        )[0]
        self._note(f"{how.__name__} {button.name} at {at.toTuple()} on {name}")
        self._leave_menu.start()
        popup = QApplication.activePopupWidget()
        if popup is not None and popup is not window:
            popup.close()  # as a click beside it does
        # By widget: Python may hold a native window that Qt has thrown away.
        child = window.childAt(at) or window
        how(child, button, NONE, child.mapFrom(window, at))
        if how is QTest.mouseDClick and shiboken6.isValid(child):
            QTest.mouseRelease(child, button, NONE)  # which QTest leaves out of its double click
        self._leave_menu.stop()

    def _close_popup(self) -> None:
        # Some menus of Qt's own keep the click waiting until they are closed.
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    def _keep_out(self) -> None:
        for dialog in dialogs():
            if isinstance(dialog, QFileDialog | QPrintDialog | ExportDialog):
                self._note(f"(kept out of {type(dialog).__name__})")
                dialog.reject()
        QApplication.processEvents()

    def leave_dialogs(self) -> None:
        """Close what stands in front of the windows."""
        for _ in range(20):
            popup = QApplication.activePopupWidget()
            if popup is None and not dialogs():
                return
            if popup is not None:
                popup.close()
            for dialog in dialogs():
                dialog.close()
            QApplication.processEvents()
        raise AssertionError(f"these do not close: {dialogs()}")

    # -- looking ----------------------------------------------------------------------------

    def look(self) -> None:
        """Fail where something went wrong, telling what was done last."""
        problem = f"{self.caught[0]!r}" if self.caught else self._shown_early()
        if problem:
            told = "\n".join(self.trail)
            cause = self.caught[0] if self.caught else None
            raise AssertionError(f"{problem}\nlast:\n{told}") from cause

    def _shown_early(self) -> str:
        """Return what is wrong with what the room sees, or nothing."""
        desktop = self.app.desktop
        session, services = desktop.session, desktop.services
        if session is None or services is None:
            return ""
        scene = self.app.stage.scene_shown
        self.done[type(scene).__name__] += 1
        if scene != session.scene:
            return f"the stage shows {scene}, not {session.scene}"
        if isinstance(scene, Revealed | Compared | ByGroup):
            round_ = session.round
            state = services.rounds.round(round_.id).state if round_ is not None else None
            return "" if state is RoundState.REVEALED else f"{scene} is shown, but it is {state}"
        if isinstance(scene, VoteOpen):
            return self._other_count(services, scene)
        vote = session.record.priority_vote
        if isinstance(scene, Priorities | ImportanceBesideLevel):
            shown = vote is not None and vote.state is RoundState.REVEALED
            return "" if shown else f"{scene} is shown before its reveal"
        return ""

    @staticmethod
    def _other_count(services: Services, scene: VoteOpen) -> str:
        """Return what is wrong with the count on the wall, or nothing."""
        round_ = services.rounds.round(scene.round_id)
        workshop = services.workshops.record(round_.workshop_id).workshop
        if round_.channel.traits.counted and too_many(workshop, round_):
            # A slip that the room never reads: what it read before stays.
            believable = scene.ballots_in <= scene.present
            return "" if believable else f"{scene.ballots_in} are shown of {scene.present}"
        same = round_.ballots_in == scene.ballots_in
        return "" if same else f"{scene.ballots_in} are shown, {round_.ballots_in} are stored"

    def _note(self, text: str) -> None:
        self.trail.append(text)
        if TRAIL:
            with Path(TRAIL).open("a", encoding="utf-8") as file:
                file.write(f"{text}\n")

    @contextmanager
    def _listening(self) -> Iterator[None]:
        before = sys.excepthook

        def hear(
            _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
        ) -> None:
            self.caught.append(error)

        sys.excepthook = hear
        nowhere = _NoFolders()
        QDesktopServices.setUrlHandler("file", nowhere, "refuse")
        try:
            yield
        finally:
            QDesktopServices.unsetUrlHandler("file")
            sys.excepthook = before


def types(widget: QWidget | None) -> bool:
    """Tell whether digits that come to this widget are words or numbers, and no ballots."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QAbstractSpinBox | QComboBox)


def waits_for_reveal(app: App) -> bool:
    """Tell whether a vote is under way that the room has not seen the result of."""
    session = app.desktop.session
    return session is not None and isinstance(session.own_scene, VoteOpen | VoteClosed | DotsOpen)


class _NoFolders(QObject):
    """Opens no folder in another application."""

    @Slot(QUrl)
    def refuse(self, _url: QUrl) -> None:
        """Do nothing."""


def _with_keys(window: QWidget) -> QWidget:
    focus = window.focusWidget()
    return focus if focus is not None and shiboken6.isValid(focus) else window


def _quits(action: QAction | None) -> bool:
    return action is not None and action.text().startswith(command("quit").words)


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} “{text or widget.accessibleName()}”"
