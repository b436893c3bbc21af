"""Between the library and the home page: what is listed, and what there is to put right.

A rehearsal that was not ended is offered for ending; a deleted workshop can be brought back until
the application ends cleanly.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop_app.ui.app.main_window import ConsoleWindow
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.tasks import run_in_background
from desktop_app.words.speech import say, say_count

if TYPE_CHECKING:
    from desktop_app.application.rescuing import Rescuing
    from desktop_app.application.services import Services
    from desktop_app.domain.summaries import WorkshopSummary
    from desktop_app.domain.undo import Undo
    from desktop_app.ui.app.library_news import LibraryNews

    Offered = str | Undo | Rescuing | tuple[WorkshopSummary, ...]


class HomeLink(QObject):
    """Fill the home page."""

    def __init__(self, window: ConsoleWindow, events: AppEvents, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._home = window.home
        self._events = events
        self._news: LibraryNews | None = None
        self._services: Services | None = None
        self._offered: object = None
        self._undone: Undo | None = None
        self._left_away: tuple[WorkshopSummary, ...] = ()
        events.undo_changed.connect(self._offer_undo)
        self._home.offer_taken.connect(self._take_offer)
        self._home.pictures_wanted.connect(self._read_pictures)

    def show_library(self, services: Services) -> None:
        """Fill the home page with the library as it is now."""
        from desktop_app.ui.home.stopped_at import stopped_at  # noqa: PLC0415

        if services is not self._services:
            self._services = services
            self._left_away = services.workshops.put_away()
        self._follow_news(services)
        lines = services.workshops.lines()
        lines.finder = services.listing
        where = ""
        if lines.going_on is not None:
            where = stopped_at(services.workshops.record(lines.going_on.id).workshop)
        self._home.show_workshops(lines, where)
        self._home.show_due(*services.dues.now())
        self._offer_left_away()
        self._offer_end(lines.rehearsal)
        self._offer_kept_apart(services)

    def _read_pictures(self, ids: tuple[str, ...]) -> None:
        """Read the small pictures of some workshops while the list can be used."""
        if self._services is not None:
            read = partial(self._services.listing.pictures, ids)
            run_in_background(read, self._home.show_pictures, self._events.tell_failure)

    def tell_news(self) -> None:
        """Tell what happened to the library, once more is known of it."""
        if self._news is not None:
            self._news.tell()

    def _follow_news(self, services: Services) -> None:
        if self._news is None:
            from desktop_app.ui.app.library_news import LibraryNews  # noqa: PLC0415

            self._news = LibraryNews(self._window, self._events, self)
        self._news.follow(services)

    def _offer_left_away(self) -> None:
        """Offer to bring back what was deleted or replaced before a crash."""
        if not self._left_away:
            return
        text = say_count(
            "“{title}” was deleted or replaced before Roundtable ended without being closed. It"
            " goes for good when you close Roundtable.",
            "“{title}” and others, {n} in all, were deleted or replaced before Roundtable ended"
            " without being closed. They go for good when you close Roundtable.",
            len(self._left_away),
            title=self._left_away[0].title,
        )
        self._offer(text, say("&Bring back"), self._left_away)

    def _offer_end(self, left: WorkshopSummary | None) -> None:
        """Offer to end a rehearsal that was interrupted."""
        if left is not None:
            self._offer(
                say("“{title}” was not ended. Its pretend ballots can go now.", title=left.title),
                say("End the &rehearsal"),
                left.id,
            )

    def _offer_kept_apart(self, services: Services) -> None:
        """Offer to take up what was done after the library went away."""
        folder = services.rescuing.waiting()
        if folder is not None:
            text = say(
                "The library was moved or removed while it was open. What was done after that is"
                " kept apart in {folder}.",
                folder=folder,
            )
            self._offer(text, say("Take it &up"), services.rescuing)

    def _offer_undo(self) -> None:
        """Offer to bring back the workshop that was just deleted or replaced."""
        from desktop_app.domain.undo import UndoKind  # noqa: PLC0415
        from desktop_app.ui.app.several import several_words  # noqa: PLC0415

        last = self._events.undo_stack.last
        text = several_words(last) if last is not None else ""
        if last is not None and last.kind is UndoKind.WORKSHOP_DELETED:
            text = say(
                "“{title}” is deleted. It goes for good when you close Roundtable.",
                title=last.about,
            )
        if last is not None and last.kind is UndoKind.WORKSHOP_REPLACED:
            text = say(
                "“{title}” was replaced. What it was goes for good when you close Roundtable.",
                title=last.about,
            )
        if last is not None and last.kind is UndoKind.BEFOREHAND:
            text = say("What was said beforehand in “{title}” was changed.", title=last.about)
        if text:
            self._undone = last
            self._offer(text, say("&Undo"), cast("Undo", last))
        elif self._offered is not None and self._offered is self._undone:
            self._withdraw()

    def _offer(self, text: str, action: str, subject: Offered) -> None:
        self._offered = subject
        self._home.offer(text, action, subject)

    def _withdraw(self) -> None:
        self._offered = None
        self._home.set_notice("")

    def _take_offer(self, subject: object) -> None:
        if subject is not self._offered or self._services is None:
            return
        self._withdraw()
        if isinstance(subject, str):
            self._events.run(self._services.rehearsals.end, subject)
        elif subject is self._left_away:
            away = tuple(workshop.id for workshop in self._left_away)
            self._left_away = ()
            self._events.run(self._services.workshops.bring_back, away)
        elif subject is self._services.rescuing:
            self._events.run(self._services.rescuing.take_up)
        elif subject is self._events.undo_stack.last:
            self._events.undo()
