"""What the home page shows once the library is known: continue, recent workshops, or how to begin.

Built after the first paint.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.dues import Due
from desktop_app.domain.listing import Picture
from desktop_app.domain.summaries import WorkshopLines
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.scrolling import Giving

from .continue_card import ContinueCard
from .due_card import DueCard
from .first_steps import FirstSteps
from .recent import RecentWorkshops

WITH_DUE, WITH_STEPS = 620, 600
"""Heights below which the page scrolls: two cards above the list leave it no room of its own."""


class LibraryView(Giving):
    """The library's workshops.

    Signals:
        open_requested(str), copy_requested(str), follow_requested(str), rehearse_requested(str),
        export_requested(str): a workshop's id.
        archive_requested(tuple, bool): ids, and whether they come out of the archive;
        save_requested(tuple), delete_requested(tuple): ids.
        reading_wanted(): more could be found once every workshop was read.
        pictures_wanted(tuple): the ids of workshops whose small pictures are looked for.
        steps_dismissed(): the first steps are known and shall not be shown again.
    """

    open_requested = Signal(object)
    copy_requested = Signal(object)
    follow_requested = Signal(object)
    rehearse_requested = Signal(object)
    steps_dismissed = Signal()
    export_requested = Signal(object)
    archive_requested = Signal(object, object)
    save_requested = Signal(object)
    delete_requested = Signal(object)
    reading_wanted = Signal()
    pictures_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._continue = ContinueCard()
        self._first_steps = FirstSteps()
        self.due = DueCard()
        self._recent = RecentWorkshops()
        self._build()
        self._connect()

    def _build(self) -> None:
        lines = column(self, spacing=24)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._continue.setSizePolicy(policy)
        lines.addWidget(self._continue)
        lines.addWidget(self._first_steps)
        lines.addWidget(self.due)
        lines.addWidget(self._recent, 1)
        lines.addStretch(0)

    def _connect(self) -> None:
        self._continue.open_requested.connect(self.open_requested)
        self.due.open_requested.connect(self.open_requested)
        self._recent.list.open_requested.connect(self.open_requested)
        self._recent.list.copy_requested.connect(self.copy_requested)
        self._recent.list.follow_requested.connect(self.follow_requested)
        self._recent.list.rehearse_requested.connect(self.rehearse_requested)
        self._first_steps.dismissed.connect(self.steps_dismissed)
        self._recent.list.export_requested.connect(self.export_requested)
        self._recent.list.archive_requested.connect(self.archive_requested)
        self._recent.list.delete_requested.connect(self.delete_requested)
        self._recent.save_requested.connect(self.save_requested)
        self._recent.reading_wanted.connect(self.reading_wanted)
        self._recent.pictures_wanted.connect(self.pictures_wanted)

    def show_workshops(self, lines: WorkshopLines, stopped_at: str, *, steps: bool) -> None:
        """Show the library as it is now; `steps`: the first steps are not dismissed yet."""
        self._first_steps.setVisible(steps or lines.is_empty)
        self._first_steps.offer_end(offered=not lines.is_empty)
        self._recent.setVisible(not lines.is_empty)
        self._recent.show_workshops(lines)
        summary = lines.going_on
        self._continue.setVisible(summary is not None)
        if summary is not None:
            model = self._recent.model
            self._continue.show_workshop(
                summary, model.details(summary), model.badge(summary), stopped_at
            )
        self._keep_room()

    def search_again(self) -> None:
        """Search once more, as every workshop was read by now."""
        self._recent.search_again()

    def show_pictures(self, found: Mapping[str, Picture]) -> None:
        """Show the small pictures of some workshops."""
        self._recent.model.pictures.show(found)

    def show_due(self, found: Sequence[Due], today: date) -> None:
        """Show what is due; whoever has promised something knows the first steps."""
        self.due.show_due(found, today)
        if found:
            self._first_steps.hide()
        self._keep_room()

    def _keep_room(self) -> None:
        """Let the page scroll rather than press the list where two cards stand above it."""
        steps = self._first_steps.isVisibleTo(self) and self._continue.isVisibleTo(self)
        least = WITH_STEPS if steps else 0
        self.setMinimumHeight(WITH_DUE if self.due.isVisibleTo(self) else least)

    def ask_documents(self) -> None:
        """Ask for the documents of the chosen workshop."""
        self._recent.list.ask_documents()

    @property
    def can_continue(self) -> bool:
        """Return whether there is a workshop to continue."""
        return self._continue.isVisibleTo(self)

    @property
    def first_focus(self) -> QWidget | None:
        """Return what the keyboard should lead to first; None where there is no workshop."""
        if self.can_continue:
            return self._continue.button
        return self._recent.list if self._recent.isVisibleTo(self) else None

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        first = (self._continue.button, self._first_steps.end)
        return (*first, *self.due.tab_chain, *self._recent.tab_chain)
