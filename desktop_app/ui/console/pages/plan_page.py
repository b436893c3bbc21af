"""Next steps: what is recommended and why, beside what the room has taken on."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_app.analysis.priorities import shown_dots
from desktop_app.application.planning import open_recommendations, steps_taken_on
from desktop_app.domain.earlier import EarlierCommitment
from desktop_app.domain.plan import Commitment, NoteKind
from desktop_app.domain.results import Recommendation
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.asides import AsideKind
from desktop_app.scenes.scene import Plan
from desktop_app.ui.console.fist_box import FistBox
from desktop_app.ui.console.num_lock_bar import NumLockBar
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.console.plan_offers import OfferGroup, OfferRow
from desktop_app.ui.console.plan_promises import PromisesGoingOn
from desktop_app.ui.console.questions import Questions
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.counts import dots
from desktop_app.words.speech import say

from .page import Page

BESIDE_FROM = 700
"""Width of the page from which plan and offers stand side by side."""


class PlanPage(Page):
    """The page of next steps."""

    def __init__(self, questions: Questions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._unfolded: set[str | None] = set()
        self._letters: dict[str, str] = {}
        self._plan_shown: object = None
        self._offers_shown: object = None
        self.body.addWidget(label(say("Next steps"), "soft"))
        self.body.addWidget(label(say("What we will do"), "title"))
        self._build_headline()
        self._build_lists()
        self.action_row.addWidget(self.primary)
        self._headline.editingFinished.connect(self._keep_headline)
        self._headline.returnPressed.connect(self._leave_headline)
        self._own.clicked.connect(self._questions.ask_own_step)
        self._going_on.taken_again.connect(self._take_again)
        self._fist.counted.connect(self._keep_fist)
        self._fist.idea_given.connect(self._keep_idea)

    def _build_headline(self) -> None:
        asked = label(say("&Our one commitment, in a sentence"), "strong")
        self.body.addWidget(asked)
        self._headline = QLineEdit()
        asked.setBuddy(self._headline)
        self._headline.setAccessibleName(say("Our one commitment"))
        self._headline.setPlaceholderText(
            say("By 30 June each partner puts one named manager into the team.")
        )
        self.body.addWidget(self._headline)

    def _build_lists(self) -> None:
        self._lists = row(spacing=20)
        self._plan, self._offers = column(spacing=10), column(spacing=10)
        sides = QWidget(), QWidget()
        left, right = (column(side, spacing=10) for side in sides)
        self._taken = label(role="heading")
        left.addWidget(self._taken)
        left.addLayout(self._plan)
        self._own = button(say("Write our own step…"))
        left.addWidget(self._own)
        left.addStretch(1)
        self._going_on = PromisesGoingOn()
        right.addWidget(self._going_on)
        right.addWidget(label(say("Recommended because of what you rated"), "heading"))
        right.addLayout(self._offers)
        right.addStretch(1)
        for side in sides:
            # Both are as wide, whatever stands in them.
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            self._lists.addWidget(side, 1)
        self.body.addLayout(self._lists)
        self._fist, self._num_lock = FistBox(), NumLockBar()
        self.body.addWidget(self._fist)
        self.body.addWidget(self._num_lock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= BESIDE_FROM
        ways = QBoxLayout.Direction
        self._lists.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def show_session(self, session: Session) -> None:
        self.session = session
        record = session.record
        if not self._headline.hasFocus():
            self._headline.setText(record.workshop.headline)
            self._headline.setCursorPosition(0)
        self._show_plan(record)
        self._going_on.show_promises(session.looking_back.going_on)
        self._letters = {one.key: key for key, one in session.showing.lettered.items()}
        self._show_offers(open_recommendations(record), record)
        counts = bool(record.commitments or record.workshop.fist)
        self._fist.setVisible(counts)
        self._num_lock.setVisible(counts and session.num_lock_off)
        if isinstance(session.own_scene, Plan):
            fist = record.workshop.fist
            self._fist.show_plan(session.own_scene, fist, record.workshop.present)

        aside = session.aside
        self.keys_go_by = counts and aside is not None and aside.kind is AsideKind.FIST

    def focus_primary(self) -> None:
        """Put the keys where hands are counted while the room is asked to show them."""
        if self.keys_go_by:
            self._fist.take_focus()
        else:
            super().focus_primary()

    def _show_plan(self, record: WorkshopRecord) -> None:
        plan, framework = record.commitments, record.workshop.framework
        if (plan, framework) == self._plan_shown:
            return  # a button that is just being pressed must not go
        self._plan_shown = (plan, framework)
        clear(self._plan)
        taken = say("Taken on ({n})", n=len(plan)) if plan else say("Taken on")
        self._taken.setText(taken)
        if not plan:
            self._plan.addWidget(label(self._nothing_taken(), "soft"))
        for one in steps_taken_on(record):
            others = [other for other in plan if other.id != one.commitment.id]
            sources = "; ".join(framework.citations(one.commitment.leans_on))
            card = CommitmentCard(one, others, sources)
            card.edit_requested.connect(self._questions.ask_commitment)
            card.move_requested.connect(self._move)
            card.merge_requested.connect(self._merge)
            card.drop_requested.connect(self._drop)
            self._plan.addWidget(card)

    def _nothing_taken(self) -> str:
        return say(
            "Nothing yet. Take a recommended step on, or write the room’s own. "
            "Three to five steps with an owner and a date are plenty."
        )

    def _show_offers(self, offers: tuple[Recommendation, ...], record: WorkshopRecord) -> None:
        known, framework = shown_dots(record), record.workshop.framework
        shown = (offers, known, framework, dict(self._letters))
        if shown == self._offers_shown:
            return
        self._offers_shown = shown
        clear(self._offers)
        if not offers:
            self._offers.addWidget(
                label(
                    say(
                        "No recommendation now. They appear as soon as results are revealed, "
                        "and go when they are taken on."
                    ),
                    "soft",
                )
            )
        for action_id, found in groupby(offers, key=attrgetter("action_id")):
            rows = [self._offer_row(offer, record) for offer in found]
            words = dots(known[action_id]) if known else ""
            title = framework.action(action_id).short_title
            self._offers.addWidget(OfferGroup(title, words, rows))

    def _offer_row(self, offer: Recommendation, record: WorkshopRecord) -> OfferRow:
        unfolded = offer.key in self._unfolded
        letter = self._letters.get(offer.key, "")
        made = OfferRow(offer, record.workshop, unfolded=unfolded, letter=letter)
        made.taken.connect(self._take)
        made.folded.connect(self._remember_fold)
        return made

    def _remember_fold(self, offer: Recommendation) -> None:
        self._unfolded ^= {offer.key}

    def _take(self, offer: Recommendation) -> None:
        if self.session is not None:
            self.session.planning.take(offer)

    def _take_again(self, promised: EarlierCommitment) -> None:
        if self.session is not None:
            self.session.looking_back.take_again(promised)

    def _drop(self, commitment: Commitment) -> None:
        if self.session is not None:
            self.session.planning.drop(commitment)

    def _move(self, commitment: Commitment, by: int) -> None:
        if self.session is not None:
            self.session.planning.move(commitment, by)

    def _merge(self, kept: Commitment, other_id: str) -> None:
        made = self.session.planning.merge(kept, other_id) if self.session is not None else None
        if made is not None:
            self._questions.ask_commitment(made)

    def _keep_fist(self, counts: tuple[int, ...]) -> None:
        if self.session is not None:
            self.session.planning.keep_fist(counts)

    def _keep_idea(self, text: str) -> None:
        if self.session is not None and self.session.noting.add(NoteKind.IDEA, text):
            self._fist.clear_idea()

    def _leave_headline(self) -> None:
        """Take the keys on to the steps: letters are the day's again."""
        self.focusNextChild()

    def _keep_headline(self) -> None:
        if self.session is not None:
            self.session.planning.keep_headline(self._headline.text().strip())
