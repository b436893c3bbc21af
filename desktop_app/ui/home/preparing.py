"""Preparing a workshop: shows the form, keeps what was filled in, says what will not do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.analysis.earlier import earlier_of
from desktop_app.application.following import Following, Source, details_after
from desktop_app.application.outcome import Outcome
from desktop_app.application.workshops import Workshops
from desktop_app.domain.errors import AppError
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Details, Workshop
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.ui.widgets.optional_date import today
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say

from .prepare_page import PreparePage

SUFFIX = ".roundtable"
"""What a file with an earlier workshop ends in."""
PATTERNS = 20
"""Earlier workshops that a new one can begin from on its page; all of them can on home."""


def _clock_is_behind(earlier: Workshop) -> str:
    """Return what to say where the laptop's day is before an earlier workshop, "" elsewhere."""
    if earlier.held_on is None or today() >= earlier.held_on:
        return ""
    return say(
        "This laptop’s clock says {day}, which is before that: type the date yourself.",
        day=long_date(today()),
    )


class Preparing(QObject):
    """The prepare page and the use cases behind it.

    Signals:
        begun(str): this workshop is prepared and shall be opened.
        rehearsed(str): this workshop is prepared and shall be rehearsed.
        left(): the form was left, with its workshop kept for later or cancelled.
        shown(str): the page is for this workshop now, "" for one that is not made yet.
    """

    begun = Signal(object)
    rehearsed = Signal(object)
    left = Signal()
    shown = Signal(object)

    def __init__(
        self, window: PagedWindow, events: AppEvents, following: Following, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._following = following
        self._followed: Source | None = None
        self._window = window
        self._events = events
        self._workshops: Workshops | None = None
        self._prepared: Workshop | None = None
        self._pattern: Workshop | None = None
        self.page = PreparePage()
        self._window.add_page(self.page)
        self.page.begin_requested.connect(self._begin)
        self.page.save_requested.connect(self._save)
        self.page.rehearse_requested.connect(self._rehearse)
        self.page.pattern.chosen.connect(self._use_pattern)
        self.page.pattern.file_wanted.connect(self._ask_file)
        self.page.cancelled.connect(self.left)

    def prepare_new(self, workshops: Workshops) -> None:
        """Show an empty form."""
        self._begin_page(workshops)
        if not self._offer(workshops):
            return
        self.page.start_new(today())
        self._show()

    def prepare_copy(self, workshops: Workshops, workshop: Workshop) -> None:
        """Show what was prepared for a workshop, for another one like it."""
        self._begin_page(workshops, pattern=workshop)
        self.page.offer_frameworks((workshop.frozen,), fixed=True)
        title = say("A copy of “{title}”", title=workshop.title)
        self.page.start_copy(workshop.details, today(), source=workshop.id, title=title)
        self._show()

    def prepare_follow(self, workshops: Workshops, source: Source) -> None:
        """Show what was prepared for an earlier workshop, for one that follows it.

        Raise NotFound, FileProblem, or RuleProblem for one that nothing can follow.
        """
        record = self._following.look(source)
        self._begin_page(workshops)
        self._followed = source
        promises = len(earlier_of(record).commitments)
        self.page.look_back(looks_back=promises > 0)
        self.page.offer_frameworks((record.workshop.frozen,), fixed=True)
        wrong_clock = _clock_is_behind(record.workshop)
        self.page.pattern.tell_earlier(record.workshop, promises, wrong_clock)
        day = None if wrong_clock else today()
        title, details = say("New workshop"), details_after(record.workshop)
        self.page.start_copy(details, day, source=source, title=title)
        self._show()

    def _show(self) -> None:
        self._window.show_page(self.page)

    def _begin_page(
        self,
        workshops: Workshops,
        *,
        prepared: Workshop | None = None,
        pattern: Workshop | None = None,
    ) -> None:
        self._workshops, self._prepared, self._pattern = workshops, prepared, pattern
        self._followed = None
        self.page.look_back(looks_back=False)
        self.page.pattern.tell_earlier(None)
        self.shown.emit(prepared.id if prepared is not None else "")

    def _use_pattern(self, workshop_id: str) -> None:
        """Begin from an earlier workshop, or from an empty form again.

        One that was held is followed; of one that is only prepared there is nothing to follow.
        """
        if self._workshops is None:
            return
        try:
            if not workshop_id:
                self.prepare_new(self._workshops)
                return
            workshop = self._workshops.record(workshop_id).workshop
            if workshop.status is WorkshopStatus.PREPARED or workshop.is_rehearsal:
                self.prepare_copy(self._workshops, workshop)
            else:
                self.prepare_follow(self._workshops, workshop_id)
        except AppError as error:
            self._events.tell_failure(error)

    def _ask_file(self) -> None:
        """Ask for the file that an earlier workshop lies in."""
        dialog = file_dialog(self._window, say("Begin from a file"), "", say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Workshops"), f"*{SUFFIX}"), all_files()])
        dialog.fileSelected.connect(self._use_file)
        dialog.rejected.connect(self.page.pattern.begin_empty)
        dialog.open()

    def _use_file(self, chosen: str) -> None:
        if self._workshops is None:
            return
        try:
            self.prepare_follow(self._workshops, Path(chosen))
        except AppError as error:
            self.page.pattern.begin_empty()
            self._events.tell_failure(error)

    def prepare_again(self, workshops: Workshops, workshop: Workshop) -> None:
        """Show what was prepared for a workshop, to be changed."""
        self._begin_page(workshops, prepared=workshop)
        self.page.look_back(looks_back=workshop.looks_back)
        self.page.offer_frameworks((workshop.frozen,), fixed=True)
        self.page.start_edit(workshop.details, depth_fixed=True)
        self.page.keep_promise(self._promised(workshops, workshop))
        self._show()

    def _promised(self, workshops: Workshops, workshop: Workshop) -> Details | None:
        """Return what the room voted under and may only be made stricter; None before any vote."""
        try:
            return workshop.details if workshops.has_voted(workshop.id) else None
        except AppError as error:
            self._events.tell_failure(error)
            return None

    def _offer(self, workshops: Workshops) -> bool:
        """Offer the frameworks there are; return whether the library could tell."""
        try:
            self.page.offer_frameworks(workshops.frameworks())
            self.page.pattern.offer(workshops.all()[:PATTERNS])
        except AppError as error:
            self._events.tell_failure(error)
            return False
        return True

    def _begin(self, details: Details) -> None:
        is_new = self._prepared is None
        kept = self._keep(details)
        if kept is None or self._workshops is None:
            return
        if is_new:
            self._events.run(partial(self._workshops.begin, kept))
        self.begun.emit(kept)

    def _rehearse(self, details: Details) -> None:
        kept = self._keep(details)
        if kept is not None:
            self.rehearsed.emit(kept)

    def _save(self, details: Details) -> None:
        if self._keep(details) is not None:
            self.left.emit()

    def _keep(self, details: Details) -> str | None:
        if self._workshops is None:
            return None
        prepared, workshops = self._prepared, self._workshops
        outcome: Outcome[str] | Outcome[None]
        try:
            if self._followed is not None:
                outcome = self._following.begin(self._followed, details)
            elif prepared is None and self._pattern is not None:
                outcome = workshops.create_like(details, self._pattern.id)
            elif prepared is None:
                outcome = workshops.create(details, self.page.framework_id)
            else:
                outcome = workshops.change(prepared.id, details, prepared.details)
        except AppError as error:
            self.page.show_problem(said(error))
            return None
        self._events.announce(outcome)
        return outcome.value or (prepared.id if prepared else None)
