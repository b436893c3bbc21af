"""The list of the console's keys, for whoever asks with F1."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.dialogs.message import MessageDialog
from desktop_app.words.speech import say


def tell_keys(parent: QWidget | None) -> MessageDialog:
    """Show which key does what."""
    return MessageDialog.tell(parent, say("Keys"), "\n".join(key_lines()))


def key_lines() -> tuple[str, ...]:
    """Return what each key does, in the order in which a day needs them."""
    return (
        say("Space, Page Down, right, down, a remote’s next: what the foot says comes next"),
        say("Page Up, left, up: look back; nothing is lost"),
        say("F5: the stage on the projector or this screen; Shift+F5 hides it"),
        say("B or full stop (.): blank the stage, and show it again"),
        say("Q: the questions to talk about on the stage, one after another"),
        say("A: every statement on the stage: an action’s in full, the day’s where we stand"),
        say("M: what a point of the scale means here, one after another, until you go on"),
        say("S: the recommended steps on the stage, screen by screen"),
        say(
            "Shift+A, Shift+B, Shift+C, Shift+D, Shift+E while the room sees the steps: take that "
            "one on"
        ),
        say("F: the question of the fist to five on the stage"),
        say("R: the result on the stage; V: both votes; G: by partner"),
        say("V at the dots: beside the level, and the list again; where we stand: sorted anew"),
        say("P: the parking lot on the stage, and back"),
        say("X: the step’s own scene on the stage again"),
        say("L: larger text on the stage, then the largest, then normal again"),
        say("N: type a note; a note is shown by its own button"),
        say("+: somebody came, where it says that all are in"),
        say("E at the close: copy the text for an e-mail"),
        say("T: pause the step’s timer, and go on"),
        say("Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y: undo, redo"),
        say("Ctrl+,: settings"),
        say("F1: this list"),
    )
