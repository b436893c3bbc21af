"""Walks through all windows while AT-SPI is asked for controls without a name; prints each once.

Run under a session bus of its own, with QT_QPA_PLATFORM=xcb; the argument is an empty folder.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.ui.app.run import make_application
from desktop_app.ui.theme import apply_theme
from desktop_app.ui.widgets.layouts import column
from tests.journeys.driver import App, settle, wait_for
from tests.ui.everywhere import everywhere

from .spoken_process import Asked


class Listener:
    """What asks for the names of controls."""

    def __init__(self) -> None:
        self._asked = Asked("spoken_names.py")

    def meet(self) -> None:
        """Wait until AT-SPI knows this application: whoever asks first starts it."""
        wait_for(lambda: self._asked.ask()["windows"], "AT-SPI to know a window")

    def nameless(self) -> list[str]:
        """Return the controls of all windows that have no name now."""
        told = self._asked.ask()
        assert told["windows"]
        return list(told["nameless"])

    def end(self) -> None:
        """Let the process end."""
        self._asked.end()


def main(folder: Path) -> None:
    """Prove that a nameless list is found, then walk."""
    application = make_application()
    apply_theme(application, dark=False)
    listener = Listener()
    _prove(listener)
    app = App(folder / "data").start()
    told: set[str] = set()
    for place in everywhere(app, folder):
        settle()
        for nameless in set(listener.nameless()) - told:
            print(f"{place}: {nameless}")  # noqa: T201 - read by who called
            told.add(nameless)
    listener.end()
    app.stop()
    print("walked")  # noqa: T201


def _prove(listener: Listener) -> None:
    window = QWidget()
    lost = QComboBox()
    lost.addItem("a value, and no name")
    lost.setAccessibleName("heard on no Linux")
    column(window).addWidget(lost)
    window.show()
    listener.meet()
    assert len(listener.nameless()) == 1
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
