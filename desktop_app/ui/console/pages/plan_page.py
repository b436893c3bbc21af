"""Next steps: what is recommended and why, beside what the room has taken on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop_app.application.planning import open_recommendations
from desktop_app.application.room_words import long_date
from desktop_app.domain.plan import Commitment
from desktop_app.domain.results import Recommendation
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import button, label

from .page import Page


class OfferCard(QFrame):
    """One recommended step with its reason.

    Signals:
        taken(Recommendation): the room takes this step on.
    """

    taken = Signal(object)

    def __init__(self, offer: Recommendation, workshop: Workshop) -> None:
        super().__init__()
        self._offer = offer
        self.setProperty("role", "card")
        layout = column(self, spacing=4, margin=14)
        action = workshop.framework.action(offer.action_id)
        kicker = action.short_title
        if offer.after_talking:
            kicker = self.tr("{action}  ·  after you have talked").format(action=kicker)
        layout.addWidget(label(kicker, "small"))
        layout.addWidget(label(offer.title, "strong"))
        layout.addWidget(label(offer.because, "small"))
        layout.addWidget(label(offer.how))
        layout.addWidget(
            label(self.tr("First move: {move}").format(move=offer.first_move), "small")
        )
        sources = "; ".join(workshop.framework.citations(offer.leans_on))
        if sources:
            layout.addWidget(label(self.tr("Leans on: {it}").format(it=sources), "small"))
        self.take = button(self.tr("Take this on"))
        self.take.setAccessibleName(self.tr("Take on: {step}").format(step=offer.title))
        line = row()
        line.addWidget(self.take)
        line.addStretch(1)
        layout.addLayout(line)
        self.take.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.taken.emit(self._offer)


class CommitmentCard(QFrame):
    """One commitment as it stands in the plan.

    Signals:
        edit_requested(Commitment), drop_requested(Commitment), up_requested(Commitment).
    """

    edit_requested = Signal(object)
    drop_requested = Signal(object)
    up_requested = Signal(object)

    def __init__(self, commitment: Commitment) -> None:
        super().__init__()
        self._commitment = commitment
        self.setProperty("role", "card")
        layout = column(self, spacing=4, margin=14)
        layout.addWidget(label(commitment.title, "strong"))
        layout.addWidget(label(self._who_and_when(), "" if commitment.owner else "soft"))
        if commitment.first_move:
            text = self.tr("First move: {move}").format(move=commitment.first_move)
            layout.addWidget(label(text, "small"))
        if commitment.because:
            layout.addWidget(label(commitment.because, "small"))
        self._edit = button(self.tr("Owner, date, wording…"))
        self._up = button(self.tr("Move up"), "quiet")
        self._drop = button(self.tr("Take out"), "quiet")
        for one in (self._edit, self._up, self._drop):
            one.setAccessibleDescription(commitment.title)
        line = row(spacing=6)
        line.addWidget(self._edit)
        line.addStretch(1)
        line.addWidget(self._up)
        line.addWidget(self._drop)
        layout.addLayout(line)
        self._edit.clicked.connect(self._tell_edit)
        self._up.clicked.connect(self._tell_up)
        self._drop.clicked.connect(self._tell_drop)

    def _who_and_when(self) -> str:
        owner = self._commitment.owner or self.tr("No owner yet")
        due = self._commitment.due
        when = self.tr("by {day}").format(day=long_date(due)) if due else self.tr("no date yet")
        return f"{owner}, {when}"

    def _tell_edit(self) -> None:
        self.edit_requested.emit(self._commitment)

    def _tell_up(self) -> None:
        self.up_requested.emit(self._commitment)

    def _tell_drop(self) -> None:
        self.drop_requested.emit(self._commitment)


class PlanPage(Page):
    """The page of next steps.

    Signals:
        edit_requested(Commitment): open the commitment's dialog.
        own_requested(): the room writes its own step.
    """

    edit_requested = Signal(object)
    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(label(self.tr("Next steps"), "soft"))
        self.body.addWidget(label(self.tr("What we will do"), "title"))
        self._build_headline()
        self._build_lists()
        self.primary = button(self.tr("Go on to the close"), "primary")
        self.action_row.addWidget(self.primary)
        self.action_row.addStretch(1)
        self.primary.clicked.connect(self._go_on)
        self._headline.editingFinished.connect(self._keep_headline)
        self._own.clicked.connect(self.own_requested)

    def _build_headline(self) -> None:
        self.body.addWidget(label(self.tr("Our one commitment, in a sentence"), "strong"))
        self._headline = QLineEdit()
        self._headline.setAccessibleName(self.tr("Our one commitment"))
        self._headline.setPlaceholderText(
            self.tr("By 30 June each partner puts one named manager into the team.")
        )
        self.body.addWidget(self._headline)

    def _build_lists(self) -> None:
        lists = row(spacing=20)
        self._plan, self._offers = column(spacing=10), column(spacing=10)
        left, right = column(spacing=10), column(spacing=10)
        left.addWidget(label(self.tr("Taken on"), "heading"))
        left.addLayout(self._plan)
        self._own = button(self.tr("Write our own step…"))
        left.addWidget(self._own)
        left.addStretch(1)
        right.addWidget(label(self.tr("Recommended because of what you rated"), "heading"))
        right.addLayout(self._offers)
        right.addStretch(1)
        lists.addLayout(left, 1)
        lists.addLayout(right, 1)
        self.body.addLayout(lists)

    def show_session(self, session: Session) -> None:
        self.session = session
        record = session.record
        if not self._headline.hasFocus():
            self._headline.setText(record.workshop.headline)
        self._show_plan(record.commitments)
        self._show_offers(open_recommendations(record), record.workshop)

    def focus_primary(self) -> None:
        self.primary.setFocus()

    def _show_plan(self, commitments: tuple[Commitment, ...]) -> None:
        clear(self._plan)
        if not commitments:
            self._plan.addWidget(
                label(
                    self.tr(
                        "Nothing yet. Take a recommended step on, or write the room’s own. "
                        "Three to five steps with an owner and a date are plenty."
                    ),
                    "soft",
                )
            )
        for commitment in commitments:
            card = CommitmentCard(commitment)
            card.edit_requested.connect(self.edit_requested)
            card.up_requested.connect(self._move_up)
            card.drop_requested.connect(self._drop)
            self._plan.addWidget(card)

    def _show_offers(self, offers: tuple[Recommendation, ...], workshop: Workshop) -> None:
        clear(self._offers)
        if not offers:
            self._offers.addWidget(
                label(
                    self.tr(
                        "No recommendation now. They appear as soon as results are revealed, "
                        "and go when they are taken on."
                    ),
                    "soft",
                )
            )
        for offer in offers:
            card = OfferCard(offer, workshop)
            card.taken.connect(self._take)
            self._offers.addWidget(card)

    def _take(self, offer: Recommendation) -> None:
        if self.session is not None:
            session = self.session
            session.run(session.services.planning.take, session.workshop_id, offer)

    def _drop(self, commitment: Commitment) -> None:
        if self.session is not None:
            self.session.run(
                self.session.services.planning.drop, self.session.workshop_id, commitment.id
            )

    def _move_up(self, commitment: Commitment) -> None:
        if self.session is not None:
            session = self.session
            session.run(session.services.planning.move, session.workshop_id, commitment.id, -1)

    def _keep_headline(self) -> None:
        session, text = self.session, self._headline.text().strip()
        if session is not None and text != session.record.workshop.headline:
            session.run(session.services.planning.set_headline, session.workshop_id, text)

    def _go_on(self) -> None:
        if self.session is not None:
            self.session.go_next()
