"""Which key on the stage means what; presenter remotes send some of these."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class StageCommand(Enum):
    """What the facilitator asks for with the stage in front."""

    NEXT = "next"
    BACK = "back"
    BLANK = "blank"
    ESCAPE = "escape"
    SHOW = "show"
    TOGGLE = "toggle"
    PARKING = "parking"
    UNDO = "undo"
    REDO = "redo"


_COMMANDS = {
    Qt.Key.Key_PageDown: StageCommand.NEXT,
    Qt.Key.Key_Right: StageCommand.NEXT,
    Qt.Key.Key_Down: StageCommand.NEXT,
    Qt.Key.Key_PageUp: StageCommand.BACK,
    Qt.Key.Key_Left: StageCommand.BACK,
    Qt.Key.Key_Up: StageCommand.BACK,
    Qt.Key.Key_Space: StageCommand.NEXT,
    Qt.Key.Key_B: StageCommand.BLANK,
    Qt.Key.Key_Period: StageCommand.BLANK,
    Qt.Key.Key_Escape: StageCommand.ESCAPE,
    Qt.Key.Key_F5: StageCommand.SHOW,
    Qt.Key.Key_P: StageCommand.PARKING,
}
_MOVES = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Backtab: -1,
}
_CONFIRM = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_CLEAR = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_MEANT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def command_of(event: QKeyEvent) -> StageCommand | None:
    """Return the command a key stands for, or None."""
    if event.matches(QKeySequence.StandardKey.Undo):
        return StageCommand.UNDO
    if redoes(event):
        return StageCommand.REDO
    if event.modifiers() & _MEANT:
        return None
    if event.key() == Qt.Key.Key_F5 and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return StageCommand.TOGGLE
    return _COMMANDS.get(Qt.Key(event.key()))


def redoes(event: QKeyEvent) -> bool:
    """Return whether a key does again what was taken back, by either of its two usual names."""
    pressed = QKeySequence(event.keyCombination())
    return pressed in (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


def point_of(event: QKeyEvent) -> int | None:
    """Return the point a digit key stands for, on either part of the keyboard, or None."""
    if event.modifiers() & _MEANT:
        return None
    text = event.text()
    return int(text) if len(text) == 1 and text in "0123456789" else None


def move_of(event: QKeyEvent) -> int:
    """Return by how many cards a key moves the pick: 1, -1, or 0 for another key."""
    return _MOVES.get(Qt.Key(event.key()), 0)


def confirms(event: QKeyEvent) -> bool:
    """Return whether a key confirms the pick."""
    return Qt.Key(event.key()) in _CONFIRM


def clears(event: QKeyEvent) -> bool:
    """Return whether a key takes the pick back."""
    return Qt.Key(event.key()) in _CLEAR
