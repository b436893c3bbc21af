"""Close and print: look again on, what is still open, and the documents."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.next_thing import Act as Next
from desktop_app.domain.next_thing import open_vote_at
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.ui.console.doors import Doors
from desktop_app.ui.console.saved_line import SavedLine
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.time_table import TimeTable
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.ui.paper.wish import Act, Wish
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.optional_date import OptionalDate, today
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.lacking import lacking
from desktop_app.words.lists import all_of
from desktop_app.words.names import step_name
from desktop_app.words.speech import say, say_count

from .page import Page

REVIEW_AFTER_DAYS = 182
COPY = "E"
"""The key that copies the text for an e-mail."""


class ClosePage(Page):
    """The last page."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._shown_review: tuple[str, date | None] | None = None
        self.body.addWidget(label(say("Close and print"), "soft"))
        self.body.addWidget(label(say("Before everybody leaves"), "title"))
        self._open = label()
        self.body.addWidget(self._open)
        self._build_review()
        self._build_documents()
        self._times = TimeTable()
        self.body.addWidget(self._times)
        self._build_finish()
        self._connect()

    def _build_review(self) -> None:
        box = frame("card")
        inner = row(box, spacing=12, margin=14)
        self._review_on = QCheckBox(say("We look again on"))
        self._review_day = OptionalDate(say("Day of the review"))
        inner.addWidget(self._review_on, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._review_day)
        inner.addStretch(1)
        self.body.addWidget(box)

    def _build_documents(self) -> None:
        box = frame("card")
        inner = column(box, spacing=8, margin=16)
        inner.addWidget(label(say("Take it away"), "heading"))
        inner.addWidget(
            label(
                say(
                    "The summary has two pages: the commitment, what we agree on and what we see "
                    "differently, every statement, and the next steps with their reasons. There "
                    "are more documents, and the data for a spreadsheet or a calendar."
                ),
                "soft",
            )
        )
        self._save = button(say("Save the summary as PDF…"))
        self._look = button(say("Look and print…"))
        self._copy = button(say("Copy for an e-mail  {key}", key=COPY))
        self._more = button(say("More documents and data…"))
        line = Flow(spacing=10)
        for one in (self._save, self._look, self._copy, self._more):
            line.addWidget(one)
        inner.addLayout(line)
        inner.addLayout(self._lacking())
        self._saved = SavedLine()
        inner.addWidget(self._saved)
        self.body.addWidget(box)

    def _lacking(self) -> Flow:
        """Return the line on what the papers lack, as they do after an import."""
        self._lack = label(role="soft")
        self._add = button(say("Add what is missing"), "small")
        line = Flow(spacing=10)
        line.addWidget(self._lack)
        line.addWidget(self._add)
        return line

    def _build_finish(self) -> None:
        self._finish = button("")
        self._finish_text = label(role="soft")
        self.action_row.addWidget(self.primary)
        self.action_row.addWidget(self._finish)
        self.action_row.addWidget(self._finish_text)

    def _connect(self) -> None:
        self._save.clicked.connect(self._save_summary)
        self._look.clicked.connect(self._look_at_summary)
        self._copy.clicked.connect(self._copy_mail)
        copies = QShortcut(QKeySequence(COPY), self)
        copies.setAutoRepeat(False)
        copies.activated.connect(self._copy_mail)
        self._more.clicked.connect(self._choose_documents)
        self._add.clicked.connect(self._doors.prepare)
        self._finish.clicked.connect(self._toggle_finished)
        self._review_on.clicked.connect(self._keep_review)
        self._review_day.changed.connect(self._keep_review)

    def show_session(self, session: Session) -> None:
        self.session = session
        record = session.record
        self._open.setText(self._open_text(record))
        self._show_review(record.workshop)
        self._show_lack(record.workshop)
        self._times.show_record(record)
        closed = record.workshop.status is WorkshopStatus.CLOSED
        if closed:
            self._finish.setText(say("Open the workshop again"))
            self._finish_text.setText(say("The workshop is closed."))
        else:
            self._finish.setText(say("Close the workshop"))
            self._finish_text.setText(say("Until it is closed, its documents say “in progress”."))

    def show_next(self, session: Session) -> None:
        """Lead to saving once nothing else comes next; the room's own screens come before."""
        super().show_next(session)
        saves = session.going.thing.act is Next.SAVE
        self.primary.setHidden(saves)
        set_role(self._save, "kind", "primary" if saves else "")

    def focus_primary(self) -> None:
        (self._save if self.primary.isHidden() else self.primary).setFocus()

    def leave(self) -> None:
        super().leave()
        self._saved.hide()

    def tell_copied(self) -> None:
        self._saved.tell_copied()

    def tell_saved(self, told: str) -> None:
        self._saved.tell(told)

    def _open_text(self, record: WorkshopRecord) -> str:
        lines = []
        without = [c for c in record.commitments if not (c.owner and c.due)]
        if not record.commitments:
            lines.append(say("No next step is taken on yet."))
        elif without:
            lines.append(
                say_count(
                    "The next step has no owner or no date yet.",
                    "Without an owner or a date yet: {without} of {n} next steps.",
                    len(record.commitments),
                    without=len(without),
                )
            )
        else:
            lines.append(say("Every next step has an owner and a date."))
        if _votes_open(record):
            lines.append(_open_votes_text(record))
        parked = sum(note.kind is NoteKind.PARKED for note in record.notes)
        if parked:
            lines.append(say("Parked points: {n}.", n=parked))
        return " ".join(lines)

    def _show_lack(self, workshop: Workshop) -> None:
        what = lacking(workshop)
        self._lack.setText(say("The papers do not say: {what}.", what=all_of(what)))
        for widget in (self._lack, self._add):
            widget.setVisible(bool(what))

    def _show_review(self, workshop: Workshop) -> None:
        """Show when the room looks again; what is being typed stays while nothing else is kept."""
        review_on, held_on = workshop.review_on, workshop.held_on or today()
        self._review_day.count_from(held_on)
        if (workshop.id, review_on) != self._shown_review:
            self._shown_review = (workshop.id, review_on)
            shown = review_on or held_on + timedelta(days=REVIEW_AFTER_DAYS)
            self._review_day.set_value(shown)
        self._review_on.setChecked(review_on is not None)
        self._review_day.setEnabled(review_on is not None)

    def _keep_review(self) -> None:
        """Keep the day; one that is not understood is said beside it and changes nothing."""
        if self.session is None:
            return
        if not self._review_on.isChecked():
            self.session.planning.keep_review(None)
        elif self._review_day.check():
            self.session.planning.keep_review(self._review_day.value)

    def _toggle_finished(self) -> None:
        if self.session is None:
            return
        record = self.session.record
        if record.workshop.status is WorkshopStatus.CLOSED or not _votes_open(record):
            self.session.toggle_finished()
            return
        ConfirmDialog.ask(
            self,
            say("Close with a vote still open?"),
            " ".join(
                (_open_votes_text(record), say("Its ballots stay unseen, and are on no paper."))
            ),
            say("Close the workshop"),
            self._finish_all_the_same,
        )

    def _finish_all_the_same(self, answer: bool, _subject: object) -> None:
        if answer and self.session is not None:
            self.session.toggle_finished()

    def _save_summary(self) -> None:
        self._doors.export(Wish(Act.SAVE, (DocumentKind.SUMMARY,)))

    def _look_at_summary(self) -> None:
        self._doors.export(Wish(Act.LOOK, (DocumentKind.SUMMARY,)))

    def _copy_mail(self) -> None:
        self._doors.export(Wish(Act.COPY, (DocumentKind.MAIL,)))

    def _choose_documents(self) -> None:
        self._doors.export(Wish(Act.CHOOSE, (DocumentKind.SUMMARY,)))


def _votes_open(record: WorkshopRecord) -> list[str]:
    """Return the names of the steps at which a vote still takes ballots."""
    workshop = record.workshop
    steps = (step for step in workshop.steps if open_vote_at(record, step) is not None)
    return [step_name(workshop.framework, step) for step in steps]


def _open_votes_text(record: WorkshopRecord) -> str:
    return say("A vote is still open: {where}.", where=all_of(_votes_open(record)))
