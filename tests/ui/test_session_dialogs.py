"""Questions of an open workshop: gone from memory when closed, whatever they were about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.ui.console.questions import Questions
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import dialogs

NOTE = Note("n1", "w1", NoteKind.IDEA, "Try it for a month.")
STEP = Commitment("c1", "w1", 0, "Name one person", owner="Chair", due=date(2027, 6, 30))
ROUND = Round("r1", "w1", "T1", 1, Channel.TURNS, RoundState.OPEN, present=7, ballots_in=5)


class Asking:
    """As much of a session as the question about the current round looks at."""

    round = ROUND


def ask_discard(questions: Questions) -> None:
    questions.session = Asking()  # type: ignore[assignment]
    questions.ask_discard()


ASK: dict[str, Callable[[Questions], None]] = {
    "difference": lambda q: q.ask_difference(ROUND),
    "discard": ask_discard,
    "commitment": lambda q: q.ask_commitment(STEP),
    "own step": lambda q: q.ask_own_step(),
    "note": lambda q: q.ask_note(NOTE),
}


@pytest.fixture
def questions(qtbot: QtBot) -> Questions:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Questions(window)
    window.questions = made  # type: ignore[attr-defined]
    return made


@pytest.mark.parametrize("kind", ASK)
def test_a_question_is_freed_when_it_is_closed(questions: Questions, kind: str) -> None:
    def ask() -> QDialog:
        ASK[kind](questions)
        (dialog,) = dialogs()
        return dialog

    assert is_freed_when_closed(ask)


def test_a_difference_is_asked_once_at_a_time(questions: Questions) -> None:
    questions.ask_difference(ROUND)
    questions.ask_difference(ROUND)
    (dialog,) = dialogs()
    dialog.close()
    questions.ask_difference(ROUND)
    assert len(dialogs()) == 1
    dialogs()[0].close()
