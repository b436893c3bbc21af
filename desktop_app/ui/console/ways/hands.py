"""Show of hands: a count for each point or action, typed or stepped, held against the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.framework import Action
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round
from desktop_app.domain.turnout import PartnerIn
from desktop_app.domain.workshop import Group
from desktop_app.scenes.priorities import count_of
from desktop_app.scenes.scene import Card
from desktop_app.scenes.votes import cards
from desktop_app.ui.console.count_field import MAX_COUNT, CountField
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.console.partners_in import PartnersIn
from desktop_app.ui.console.session import Session
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.speech import say, say_count

from .count_card import CountCard
from .sum_box import SumBox
from .way import DotsWay, Way


def over_words(partner: PartnerIn) -> str:
    """Return what to do about more hands of a partner than it has people."""
    return say(
        "{partner}: more hands than people. Count again, or accept with a reason.",
        partner=partner.name,
    )


class Hands(Way):
    """The cards and the running sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[CountCard] = []
        self._group: Group | None = None
        self._shown: tuple[Card, ...] = ()
        self._build()
        self._accept.clicked.connect(self._ask_reason)

    def _build(self) -> None:
        layout = column(self, spacing=16)
        self._groups = GroupChooser()
        self._groups.picked.connect(self._pick_group)
        layout.addWidget(self._groups)
        self._partners = PartnersIn()
        self._partners.came.connect(self._let_in)
        self._partners.picked.connect(self._pick_group)
        self._row: QHBoxLayout = row(spacing=10)
        layout.addLayout(self._row)
        self._sum = frame("attention")
        inner = Flow(self._sum, spacing=16)
        inner.setContentsMargins(14, 14, 14, 14)
        self._sum_text = label("", "strong", wrap=False)
        self._advice = label()
        self._accept = button(say("Accept…"))
        for part in (self._sum_text, self._advice, self._accept):
            inner.addWidget(part)
        layout.addWidget(self._partners)
        layout.addWidget(self._sum)

    def show_vote(self, session: Session, round_: Round) -> None:
        if session is not self.session:
            session.voting.hands_due.connect(self.finish)
            session.leaving_step.connect(self.finish)
        self.session = session
        framework = session.record.workshop.framework
        shown = cards(framework, framework.statement(round_.statement_id))
        groups, group = session.voting.groups, session.voting.group
        self._groups.show_groups(groups, group)
        self._group = next((one for one in groups if one.label == group), None)
        if shown != self._shown:
            self._rebuild(shown)
        self.show_ballots(session, round_)

    def show_ballots(self, session: Session, round_: Round) -> None:
        counts = self._stored(round_)
        for card in self._cards:
            card.show_count(counts[card.point])
        self._show_sum(round_)

    def instead_text(self) -> str:
        return say("Count hands instead")

    def vote_text(self, vote: str) -> str:
        return say("{vote} by show of hands", vote=vote)

    def _show_sum(self, round_: Round) -> None:
        """Hold the ballots that are in, and what is being typed, against the people."""
        ballots_in = round_.ballots_in + self._unfinished(round_)
        missing = round_.present - ballots_in
        self._sum_text.setText(self._sum_words(round_, ballots_in))
        partners = self.session.voting.partners if self.session is not None else ()
        self._partners.show_partners(partners)
        over = next((partner for partner in partners if partner.is_over), None)
        due = self._due(partners) if missing > 0 else ""
        differs = ballots_in > 0 and (missing != 0 or over is not None) and not due
        self._advice.setText(self._advice_for(missing, ballots_in))
        if due and ballots_in:
            counted = any(card.count for card in self._cards)
            then = say("Then count {partner}.", partner=due)
            self._advice.setText(then if counted else self._advice_for(missing, 0))
        if over is not None:
            self._advice.setText(over_words(over))
        self._accept.setVisible(differs)
        set_role(self._sum, "role", "attention" if differs else "card")

    def _due(self, partners: Sequence[PartnerIn]) -> str:
        """Return a partner of which nobody was counted yet, beside the one that is counted now."""
        now = self._group.label if self._group else ""
        due = (one for one in partners if one.people and not one.ballots_in and one.label != now)
        return next((one.name for one in due), "")

    def _stored(self, round_: Round) -> tuple[int, ...]:
        return round_.hand_counts(len(self._cards) - 1, self._group.label if self._group else "")

    def _unfinished(self, round_: Round) -> int:
        """Return by how many hands what is typed differs from what is kept."""
        return sum(card.count for card in self._cards) - sum(self._stored(round_))

    def _sum_words(self, round_: Round, ballots_in: int) -> str:
        words = say_count(
            "{ballots} of {n} person counted",
            "{ballots} of {n} people counted",
            round_.present,
            ballots=ballots_in,
        )
        group = self._group
        if group is None:
            return words
        hands = sum(card.count for card in self._cards)
        own = say("{group}: {n} of {people}", group=group.label, n=hands, people=group.people)
        return f"{own}\n{words}"

    def _advice_for(self, missing: int, ballots_in: int) -> str:
        if ballots_in == 0:
            return say("Type the hands for each point, or press + and –.")
        if missing == 0:
            return say("Everybody is counted.")
        if missing < 0:
            return say("More hands than people in the room. Count again, or accept with a reason.")
        return say_count(
            "One hand is missing. Count again, or accept with a reason.",
            "{n} hands are missing. Count again, or accept with a reason.",
            missing,
        )

    def take_focus(self) -> bool:
        """Put the keyboard on the first count."""
        if self._cards:
            self._cards[0].field.setFocus()
            self._cards[0].field.selectAll()
        return True

    def _rebuild(self, cards: tuple[Card, ...]) -> None:
        clear(self._row)
        self._shown = cards
        self._cards = [CountCard(card) for card in cards]
        for card in self._cards:
            card.count_changed.connect(self.finish)
            card.typing.connect(self._show_typed)
            self._row.addWidget(card, 1)

    def _show_typed(self) -> None:
        """Count along on the console only: the room sees a count once it is finished."""
        round_ = self.session.voting.open_round if self.session is not None else None
        if round_ is None:
            return
        self._show_sum(round_)
        hands = sum(card.count for card in self._cards)
        people = self._group.people if self._group else round_.present
        if hands == people:
            self.finish()  # all of them are counted: nothing more is typed

    def finish(self) -> None:
        """Keep what is typed, if it is another count than the one that is kept."""
        round_ = self.session.voting.open_round if self.session is not None else None
        if round_ is None or not round_.channel.traits.counted or not self._cards:
            return
        counts = [0] * len(self._cards)
        for card in self._cards:
            card.field.setModified(False)
            counts[card.point] = card.count
        if tuple(counts) != tuple(self._stored(round_)):
            self.count(counts)

    def count(self, counts: Sequence[int]) -> None:
        """Keep counted hands, for 0 ("can't say"), 1, ... K."""
        session = self.session
        # A field that loses the keys as the step is left has nothing to count any more.
        if session is not None and session.voting.open_round is not None:
            session.voting.count_hands(counts)
            if session.voting.open_round is not None:
                # A count that could not be stored must not stay on the screen.
                self.show_vote(session, session.voting.open_round)


class DotsHands(DotsWay):
    """The dots of each action, and their sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, CountField] = {}
        self._shown: tuple[Action, ...] = ()
        layout = column(self, spacing=12)
        self._rows = column(spacing=8)
        layout.addLayout(self._rows)
        self._sum = SumBox()
        layout.addWidget(self._sum)
        self._sum.accept_requested.connect(self._ask_reason)

    def show_vote(self, session: Session, vote: PriorityVote) -> None:
        if session is not self.session:
            session.dotting.hands_due.connect(self.finish)
            session.leaving_step.connect(self.finish)
        self.session = session
        actions = session.record.workshop.framework.actions
        if actions != self._shown:
            self._rebuild(actions)
        self.show_ballots(session, vote)

    def show_ballots(self, session: Session, vote: PriorityVote) -> None:
        for key, field in self._fields.items():
            count = str(vote.by_action.get(key, 0))
            if field.isModified():
                continue
            if field.text() != count and not (field.text() == "" and count == "0"):
                field.setText(count)
        self._show_sum(vote)

    def _show_sum(self, vote: PriorityVote) -> None:
        """Hold the dots in the fields, half typed or in, against those the room has."""
        vote = replace(vote, dots_in=sum(self._typed.values()))
        placed, most = count_of(vote)
        advice = say("Type the dots of each action, or press + and –.")
        if placed == most:
            advice = say("All dots are counted.")
        elif placed:
            advice = say("Fewer is fine: nobody has to place every dot.")
        self._sum.show_vote(vote, advice)

    def take_focus(self) -> bool:
        """Put the keyboard on the first action."""
        first = next(iter(self._fields.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()
        return True

    def _rebuild(self, actions: tuple[Action, ...]) -> None:
        clear(self._rows)
        self._shown = actions
        self._fields = {}
        for place, action in enumerate(actions, start=1):
            card = _HandsRow(place, action)
            card.changed.connect(self.finish)
            card.typing.connect(self._show_typed)
            self._fields[action.id] = card.field
            self._rows.addWidget(card)

    @property
    def _typed(self) -> dict[str, int]:
        return {key: int(field.text() or 0) for key, field in self._fields.items()}

    def _show_typed(self) -> None:
        """Count along on the console only: the room sees a count once it is finished."""
        vote = self.session.dotting.open_now if self.session is not None else None
        if vote is not None:
            self._show_sum(vote)

    def finish(self) -> None:
        """Keep what is typed, if it is another count than the one that is kept."""
        vote = self.session.dotting.open_now if self.session is not None else None
        if self.session is None or vote is None or not vote.channel.traits.counted:
            return
        dots = self._typed
        for field in self._fields.values():
            field.setModified(False)
        if dots != {key: vote.by_action.get(key, 0) for key in dots}:
            self.session.dotting.count_hands(dots)


class _HandsRow(QWidget):
    """One action with its count and two buttons.

    Signals:
        changed(): the count is finished and may be another one now.
        typing(): a digit came or went; the count is not finished.
    """

    changed = Signal()
    typing = Signal()

    def __init__(self, place: int, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = frame("card")
        column(self).addWidget(box)
        line = row(box, spacing=10, margin=8)
        line.setContentsMargins(16, 4, 12, 4)
        line.addWidget(label(str(place), "soft", wrap=False))
        line.addWidget(label(action.short_title, "strong"), 1)
        self.field = CountField()
        self.field.setFixedWidth(96)
        name = say("Dots for {action}", action=action.short_title)
        self.field.setAccessibleName(name)
        self._fewer = TallyButton("–", say("One dot fewer for {n}", n=place))
        self._more = TallyButton("+", say("One dot more for {n}", n=place))
        for part in (self._fewer, self.field, self._more):
            line.addWidget(part)
        self.field.textEdited.connect(self._tell_typing)
        self.field.editingFinished.connect(self._tell)
        self.field.stepped.connect(self._step)
        self._fewer.clicked.connect(self._take_one)
        self._more.clicked.connect(self._add_one)

    def _tell_typing(self) -> None:
        self.typing.emit()

    def _tell(self) -> None:
        self.changed.emit()

    def _add_one(self) -> None:
        self._step(1)

    def _take_one(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.field.setText(str(max(0, min(MAX_COUNT, int(self.field.text() or 0) + by))))
        self.changed.emit()
