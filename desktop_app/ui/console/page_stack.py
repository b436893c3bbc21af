"""The pages of the day, one for each kind of step; only the step's own is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.domain.steps import StepKind
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.dots_questions import DotsQuestions
from desktop_app.ui.console.pages.close_page import ClosePage
from desktop_app.ui.console.pages.page import Page
from desktop_app.ui.console.pages.picture_page import PicturePage
from desktop_app.ui.console.pages.plan_page import PlanPage
from desktop_app.ui.console.pages.priorities_page import PrioritiesPage
from desktop_app.ui.console.pages.statement_page import StatementPage
from desktop_app.ui.console.pages.welcome_page import WelcomePage
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.session import Session


class PageStack(QStackedWidget):
    """Every page of the console."""

    def __init__(
        self,
        doors: Doors,
        questions: Questions,
        dots_questions: DotsQuestions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._welcome, self._end, picture = WelcomePage(doors), ClosePage(doors), PicturePage()
        self._pages: dict[StepKind, Page] = {
            StepKind.WELCOME: self._welcome,
            StepKind.STATEMENT: StatementPage(questions),
            StepKind.ACTION: picture,
            StepKind.OVERVIEW: picture,
            StepKind.PRIORITIES: PrioritiesPage(dots_questions),
            StepKind.NEXT_STEPS: PlanPage(questions),
            StepKind.CLOSE: self._end,
        }
        for page in dict.fromkeys(self._pages.values()):
            self.addWidget(page)

    def page_of(self, session: Session) -> Page:
        """Return the page of the step where a session stands."""
        return self._pages[session.step.kind]

    def show_session(self, session: Session) -> Page:
        """Show where a session stands; return the page that shows it."""
        page = self.page_of(session)
        page.show_session(session)
        self.setCurrentWidget(page)
        return page

    def tell_saved(self, path: str, left_out: str) -> None:
        """Say where a document was saved on the pages from which one can be asked for."""
        for page in (self._welcome, self._end):
            page.saved.tell(path, left_out)

    def leave(self) -> None:
        """Forget the session, which is closed."""
        for page in self._pages.values():
            page.leave()
