"""PySide6 6.12.0 on Python 3.11 counts references to True and None wrongly, then aborts."""

from __future__ import annotations

from tests.helpers import run_python

EMITS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPushButton

class Sender(QObject):
    anything = Signal(object)
    truth = Signal(bool)
    nothing = Signal()

app = QApplication([])
sender, button, heard = Sender(), QPushButton(), []
sender.anything.connect(heard.append)
sender.truth.connect(heard.append)
sender.nothing.connect(lambda: heard.append(None))
for turn in range(20_000):
    sender.anything.emit(None)
    sender.anything.emit(True)
    sender.truth.emit(turn % 2 == 0)
    sender.nothing.emit()
    button.setEnabled(turn % 2 == 0)
print(len(heard))
"""


def test_twenty_thousand_signals_do_not_abort() -> None:
    done = run_python("-c", EMITS)
    assert (done.returncode, done.stdout.strip()) == (0, "80000"), done.stderr
