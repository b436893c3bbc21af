"""Takes turns at the ballot, by ear and as everybody does, while all that is told is listened to.

Run under a session bus of its own, with QT_QPA_PLATFORM=xcb; the argument is an empty folder.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.ui import screen_reader
from desktop_app.ui.app.run import make_application
from desktop_app.ui.theme import apply_theme
from tests.journeys.driver import App, Key, settle, wait_for
from tests.journeys.ways import BUILT_IN, prepared, say_unseen

from .spoken_process import PATIENCE, Asked

FOCUSED = "object:state-changed:focused"
AGAIN_MS = 200
GOES_ON = ("Time of this step", "On time", "of 7 in")
"""What changes by itself, or from ballot to ballot."""
LABELS = ("Not happening", "Just starting", "Partly there", "Mostly there", "Firmly in place")
CHOSEN = "You chose 2, Just starting"
THANKS = "Thank you. Your rating is in, and nothing of it is left here."


class Hearing:
    """What a screen reader is told, and what it can read."""

    def __init__(self) -> None:
        self._asked = Asked("spoken_events.py")
        self._marks = (f"mark {number}" for number in count(1))
        self._mark = ""
        self.told: list[tuple[str, str, str, int]] = []
        self.read: list[str] = []

    def meet(self) -> None:
        """Wait until this application is listened to: before, what it tells goes nowhere."""
        window = QWidget()
        window.setWindowTitle("Heard first")
        window.show()
        wait_for(screen_reader.is_on, "AT-SPI to be there", PATIENCE)
        again = QTimer()
        again.timeout.connect(self._announce)
        again.start(AGAIN_MS)
        self.listen()
        again.stop()
        assert any("Heard first" in text for text in self.read)
        window.close()
        self.listen()  # what is left of the first mark is heard by its end

    def _announce(self) -> None:
        screen_reader.announce(QApplication.topLevelWidgets()[0], self._mark)

    def listen(self) -> None:
        """Take what was told since the last time."""
        settle()
        self._mark = next(self._marks)
        self._announce()
        heard = self._asked.ask(self._mark)
        told = ((kind, name, text, number) for kind, name, text, number in heard["told"])
        self.told = [one for one in told if not _goes_on(one[1])]
        self.read = [text for text in heard["read"] if not _goes_on(text)]

    @property
    def said(self) -> list[str]:
        """Return what was given the keys, which is what a screen reader says."""
        return [name for kind, name, _, on in self.told if kind == FOCUSED and on]

    def end(self) -> None:
        """Listen no more."""
        self._asked.end()


def _goes_on(text: str) -> bool:
    return any(one in text for one in GOES_ON)


def main(folder: Path) -> None:
    """Take the turns of three people."""
    application = make_application()
    apply_theme(application, dark=False)
    hearing = Hearing()
    hearing.meet()
    app = App(folder / "data").start()
    open_vote(app)
    before = choice_told(hearing)
    by_ear(app, hearing)
    first = unheard(app, hearing, Key.Key_Down)
    second = unheard(app, hearing, Key.Key_Up)
    assert first == second, [one for one in first + second if (one in first) != (one in second)]
    assert choice_told(hearing) == before
    assert app.desktop.session is not None
    assert app.desktop.session.round is not None
    assert app.desktop.session.round.ballots_in == 3
    hearing.end()
    app.stop()
    print("heard")  # noqa: T201 - read by who called


def open_vote(app: App) -> None:
    """Let a room take turns at its first statement."""
    services = app.desktop.services
    assert services is not None
    kept = services.workshops.create(prepared(app, 7, turns=True), BUILT_IN)
    app.desktop.events.announce(kept)
    app.desktop.events.run(services.workshops.begin, kept.value)
    app.desktop.open_workshop(kept.value)
    settle()
    session = app.desktop.session
    assert session is not None
    session.go_to(next(step for step in session.steps if step.kind is StepKind.STATEMENT))
    session.voting.open_vote(Channel.TURNS)
    settle()
    say_unseen(app)
    wait_for(lambda: app.front() is app.ballot, "the ballot")
    assert screen_reader.is_on()


class Arrived(QObject):
    """Notices that a key has arrived at the ballot.

    While AT-SPI listens, Qt holds each key back until the registry has answered, so that a key
    which was pressed has not been taken yet.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__()
        self.keys = 0
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count a press, and leave it to its window."""
        self.keys += event.type() == QEvent.Type.KeyPress
        return super().eventFilter(watched, event)


def press(app: App, hearing: Hearing, key: Key) -> list[str]:
    """Press a key and return what is said."""
    arrived = Arrived(app.ballot.windowHandle())
    app.key(key)
    wait_for(lambda: arrived.keys, "the key to arrive")
    hearing.listen()
    return hearing.said


def choice_told(hearing: Hearing) -> list[str]:
    """Return what can be read of a choice."""
    hearing.listen()
    return [text for text in hearing.read if "chose" in text.lower()]


def by_ear(app: App, hearing: Hearing) -> None:
    """Vote by ear: headphones, choices, the choice and the thanks are said, then all is gone."""
    (headphones,) = press(app, hearing, Key.Key_H)
    assert "plug in headphones first" in headphones
    (asked,) = press(app, hearing, Key.Key_Return)
    assert "Enter chooses" in asked
    for place, label in enumerate(LABELS[:2], start=1):
        (said,) = press(app, hearing, Key.Key_Down)
        assert said.startswith(f"{place}, {label}: "), said
    (chosen,) = press(app, hearing, Key.Key_Return)
    assert chosen.startswith(CHOSEN), chosen
    assert chosen in hearing.read
    assert press(app, hearing, Key.Key_Return) == [THANKS]
    assert not any(text.startswith(CHOSEN) for text in hearing.read)


def unheard(app: App, hearing: Hearing, move: Key) -> list[object]:
    """Vote as everybody does; return all that is told and can be read of the choice."""
    press(app, hearing, Key.Key_Return)
    assert not any("Thank you" in text for text in hearing.said)
    heard: list[object] = []
    assert press(app, hearing, move) == [], "no choice is said"
    heard += [*hearing.told, *hearing.read]
    assert press(app, hearing, move) == []
    heard += [*hearing.told, *hearing.read]
    assert app.ballot.turn.chosen
    assert press(app, hearing, Key.Key_Return) == []
    return heard


if __name__ == "__main__":
    main(Path(sys.argv[1]))
