"""Drive the sample workshop through the real windows without a display, and keep pictures.

For machines without a screen: what a person would click is clicked, and every screen is saved.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.application.services import Services
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import AFTER_ACTIONS, Step, StepKind
from desktop_app.domain.texts import phrase
from desktop_app.ui.app.ballot_link import BallotLink
from desktop_app.ui.app.desktop import Desktop
from desktop_app.ui.app.run import make_application
from desktop_app.ui.console.session import Session
from desktop_app.ui.stage.window import StageWindow
from desktop_app.ui.theme import apply_theme
from desktop_app.words.speech import say

CONSOLE_SIZE = (1440, 900)
STAGE_SIZE = (1920, 1080)
STATEMENT = Step(StepKind.STATEMENT, "T1")


class Tour:
    """One drive through the sample workshop; it votes on its own copy, and prints a closed one."""

    def __init__(self, app: QApplication, desktop: Desktop, folder: Path) -> None:
        self._app = app
        self._desktop = desktop
        self._folder = folder
        self._taken = 0

    def drive(self) -> None:
        """Visit every kind of step, take a vote by turns and by hands, write a summary."""
        self._desktop.start()
        self._settle()
        self._keep("console-home", self._desktop.window)
        self._desktop.prepare_new()
        self._settle()
        self._keep("console-prepare", self._desktop.window)
        self._desktop.open_sample()
        self._window.set_motion(motion=False)
        self._window.resize(*STAGE_SIZE)
        self._settle()
        self._visit(Step(StepKind.WELCOME), "welcome")
        self._vote_by_turns()
        self._vote_by_hands()
        for step in (Step(StepKind.ACTION, "A"), *map(Step, AFTER_ACTIONS)):
            self._visit(step, step.kind.value.replace("_", "-"))
        self._write_summary()

    def _vote_by_turns(self) -> None:
        self._visit(STATEMENT, "result")
        self._session.voting.open_vote(Channel.TURNS)
        self._rate_at_the_ballot(4)
        for point in (5, 4, 3, 4, 5, 3, 4, 4):
            self._session.voting.cast(point)
        self._both("vote-by-turns")
        for point in (2, 4, 5):
            self._session.voting.cast(point)
        self._ballot.put_away()
        self._session.voting.close()
        self._both("vote-closed")
        self._session.voting.reveal()
        self._both("vote-revealed")

    def _rate_at_the_ballot(self, point: int) -> None:
        window = self._ballot.window
        window.turn.begin()
        window.turn.pick(point)
        self._settle()
        self._keep("ballot", window)
        window.turn.confirm()
        self._settle()
        self._keep("ballot-hand-over", window)

    def _vote_by_hands(self) -> None:
        self._session.voting.open_vote(Channel.HANDS)
        self._session.voting.count_hands([0, 0, 1, 3, 6, 1])
        self._session.reload()
        self._both("vote-by-hands")
        self._session.voting.close(phrase("Someone stepped out"))
        self._both("second-result")

    def _write_summary(self) -> None:
        services = self._desktop.services
        if services is not None:
            target = self._folder / "summary.pdf"
            closed = services.library.add_sample(closed=True).value
            services.reports.write(closed, DocumentKind.SUMMARY, target)
            sys.stdout.write(f"{target}\n")

    def _visit(self, step: Step, name: str) -> None:
        self._session.go_to(step)
        self._both(name)

    def _both(self, name: str) -> None:
        self._settle()
        self._keep(f"console-{name}", self._desktop.window)
        self._keep(f"stage-{name}", self._window)

    def _keep(self, name: str, window: QWidget) -> None:
        self._taken += 1
        target = self._folder / f"{self._taken:02d}-{name}.png"
        window.grab().save(str(target))
        sys.stdout.write(f"{target}\n")

    def _settle(self) -> None:
        for _ in range(5):
            self._app.processEvents()

    @property
    def _session(self) -> Session:
        if self._desktop.session is None:
            raise RuntimeError("no workshop is open")
        return self._desktop.session

    @property
    def _ballot(self) -> BallotLink:
        if self._desktop.opened is None:
            raise RuntimeError("no workshop is open")
        return self._desktop.opened.ballot

    @property
    def _window(self) -> StageWindow:
        if self._desktop.stage is None:
            raise RuntimeError("no workshop is open")
        return self._desktop.stage.window


def run_tour(open_services: Callable[[], Services], data_dir: Path, folder: Path) -> int:
    """Drive the sample workshop and say where the pictures and the summary are."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    desktop = Desktop(open_services, data_dir, apply_theme(app))
    desktop.window.resize(*CONSOLE_SIZE)
    tour = Tour(app, desktop, folder)
    tour.drive()
    desktop.window.close()
    told = say("The summary and the pictures are in {folder}", folder=folder.resolve())
    sys.stdout.write(f"{told}\n")
    return 0
