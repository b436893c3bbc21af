"""A process that is killed: continues the day and takes ballots by number keys until it dies.

Called with the data folder. Says "in" for each ballot that the application has acknowledged.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.ui.app.run import make_application
from desktop_app.ui.console.session import Session
from desktop_app.ui.theme import apply_theme

from .driver import App

KEYPAD = Qt.KeyboardModifier.KeypadModifier


def main(data_dir: Path) -> None:
    application = make_application()
    apply_theme(application, dark=False)
    app = App(data_dir).start()
    app.click("Continue")
    session = app.desktop.session
    assert isinstance(session, Session)
    session.ballots_changed.connect(_acknowledge)
    app.desktop.view.focus_page()  # type: ignore[union-attr]
    while True:
        app.key("4", KEYPAD)


def _acknowledge() -> None:
    sys.stdout.write("in\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
