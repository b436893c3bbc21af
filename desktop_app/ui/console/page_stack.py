"""The pages of the day, one for each kind of step, each made at its first step.

A page that the room has not come to costs neither memory nor the time to open a workshop.
"""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.dots_questions import DotsQuestions
from desktop_app.ui.console.pages.page import Page
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.session import Session


class PageStack(QStackedWidget):
    """Every page of the console that was needed so far."""

    def __init__(
        self,
        doors: Doors,
        questions: Questions,
        dots_questions: DotsQuestions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._doors, self._questions, self._dots_questions = doors, questions, dots_questions
        self._pages: dict[StepKind, Page] = {}

    def page_of(self, session: Session) -> Page:
        """Return the page of the step where a session stands."""
        kind = session.step.kind
        if kind not in self._pages:
            self._pages[kind] = self._made(kind)
            self.addWidget(self._pages[kind])
        return self._pages[kind]

    def _made(self, kind: StepKind) -> Page:  # noqa: PLR0911 - one for each kind
        match kind:
            case StepKind.WELCOME:
                from desktop_app.ui.console.pages.welcome_page import WelcomePage  # noqa: PLC0415

                return WelcomePage(self._doors)
            case StepKind.SINCE:
                from desktop_app.ui.console.pages.since_page import SincePage  # noqa: PLC0415

                return SincePage()
            case StepKind.STATEMENT:
                from desktop_app.ui.console.pages.statement_page import StatementPage  # noqa: PLC0415

                return StatementPage(self._questions)
            case StepKind.ACTION | StepKind.OVERVIEW:
                from desktop_app.ui.console.pages.picture_page import PicturePage  # noqa: PLC0415

                return PicturePage()
            case StepKind.PRIORITIES:
                from desktop_app.ui.console.pages.priorities_page import PrioritiesPage  # noqa: PLC0415

                return PrioritiesPage(self._dots_questions)
            case StepKind.NEXT_STEPS:
                from desktop_app.ui.console.pages.plan_page import PlanPage  # noqa: PLC0415

                return PlanPage(self._questions)
            case StepKind.BREAK | StepKind.OWN:
                from desktop_app.ui.console.pages.between_page import BetweenPage  # noqa: PLC0415

                return BetweenPage()
            case StepKind.CLOSE:
                from desktop_app.ui.console.pages.close_page import ClosePage  # noqa: PLC0415

                return ClosePage(self._doors)

    def show_session(self, session: Session) -> Page:
        """Show where a session stands; return the page that shows it."""
        page = self.page_of(session)
        page.show_session(session)
        self.setCurrentWidget(page)
        return page

    def tell_copied(self) -> None:
        """Say that the text for an e-mail is on the clipboard, on the page that offers it."""
        for page in self._pages.values():
            page.tell_copied()

    def tell_saved(self, told: str) -> None:
        """Say what was saved on the pages from which a document can be asked for."""
        for page in self._pages.values():
            page.tell_saved(told)

    def leave(self) -> None:
        """Forget the session, which is closed."""
        for page in self._pages.values():
            page.leave()
