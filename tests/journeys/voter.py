"""A process that is killed: runs the application and votes at its ballot until it dies.

Called with the data folder. Says where it continued, then one line for each ballot that the
application has acknowledged.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from desktop_app.ui.app.run import make_application
from desktop_app.ui.console.session import Session
from desktop_app.ui.theme import apply_theme

from .driver import App


def say(words: object) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(data_dir: Path) -> None:
    application = make_application()
    apply_theme(application, dark=False)
    app = App(data_dir).start()
    app.click("Continue")
    session = app.desktop.session
    assert isinstance(session, Session)
    assert session.round is not None
    say(f"{session.step.key} {session.round.ballots_in}")
    session.ballots_changed.connect(_acknowledge)
    for number in count(session.round.ballots_in):
        app.vote(point_of(number))


def point_of(number: int) -> int:
    """Return what the person with this number votes."""
    return (5, 4, 4, 3, 0, 2)[number % 6]


def _acknowledge() -> None:
    say("in")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
