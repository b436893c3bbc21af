"""Paper: a pile that the facilitator keys in, a key a ballot or a line a sheet of dots."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.priorities import MAX_DOTS, PriorityVote
from desktop_app.domain.texts import to_say
from desktop_app.ui.console.full_box import FullBox
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.sheet_line import SheetLine
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words import how_to_vote
from desktop_app.words.speech import say, say_count

from .keyed_in import EntryWords, KeyedIn
from .sum_box import SumBox
from .way import DotsWay

UNBROKEN = "\N{NO-BREAK SPACE}"


class Paper(KeyedIn):
    """Ratings, a key for each ballot."""

    def words(self) -> EntryWords:
        return EntryWords(
            advice=(
                how_to_vote.TYPE_BALLOTS,
                how_to_vote.TYPE_ROWS,
                how_to_vote.UNCLEAR,
                to_say("Backspace takes the last ballot back. What you press is not shown."),
            ),
            take_back=to_say("Take back the last ballot"),
            came_in=to_say("Ballot {n} is in."),
            taken_back=to_say("Ballot {n} was taken back."),
            taken_back_of=to_say("Ballot {n} was taken back, {partner}."),
            next=to_say("Next: ballot {n}."),
        )

    def over_text(self, over: int) -> str:
        return say_count(
            "{n} more than people in the room. Check the pile, or accept with a reason.",
            "{n} more than people in the room. Check the pile, or accept with a reason.",
            over,
        )

    def vote_text(self, vote: str) -> str:
        return say("{vote} on paper", vote=vote)


class DotsPaper(DotsWay):
    """One line of digits a sheet, gone once it is in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=12)
        self._names = label(role="soft")
        layout.addWidget(self._names)
        line = row(spacing=12)
        self._number = label(role="strong", wrap=False)
        self._entry = SheetLine()
        line.addWidget(self._number)
        line.addWidget(self._entry, 1)
        self._back = button(say("Take the last sheet back"), "quiet")
        line.addWidget(self._back)
        layout.addLayout(line)
        self._sum = SumBox()
        layout.addWidget(self._sum)
        self._full = FullBox()
        layout.addWidget(self._full)
        self._full.came.connect(self._let_in)
        self._entry.returnPressed.connect(self._enter)
        self._back.clicked.connect(self._take_back)
        self._sum.accept_requested.connect(self._ask_reason)

    def show_vote(self, session: Session, vote: PriorityVote) -> None:
        """Show how many sheets are in and what the digits stand for."""
        self.session = session
        actions = session.record.workshop.framework.actions
        names = (f"{place} {a.short_title}" for place, a in enumerate(actions, start=1))
        whole = (name.replace(" ", UNBROKEN) for name in names)
        self._names.setText("    ".join(whole))
        hint = say_count(
            "One digit, such as {example}, then Enter",
            "Up to {n} digits, such as {example}, then Enter",
            vote.dots_each,
            example=("113" + "1" * MAX_DOTS)[: vote.dots_each],
        )
        self._entry.setPlaceholderText(hint)
        self.show_ballots(session, vote)

    def show_ballots(self, session: Session, vote: PriorityVote) -> None:
        """Hold the sheets that are in against the people in the room."""
        self._number.setText(say("Sheet {n}", n=vote.ballots_in + 1))
        advice = say("Lay sheets without a dot aside. Nothing typed is shown on the stage.")
        self._sum.show_vote(vote, advice)
        full = say("Everybody is in. Close the vote.") if session.dotting.is_full else ""
        self._full.show_full(full, refused=session.dotting.refused)
        self._back.setEnabled(session.dotting.can_take_back)

    def take_focus(self) -> bool:
        """Put the keyboard where a sheet is typed."""
        self._entry.setFocus()
        return True

    def _enter(self) -> None:
        line = self._entry.text()
        if line.strip() and self.session is not None and self.session.dotting.enter_sheet(line):
            self._entry.clear()

    def _take_back(self) -> None:
        if self.session is not None:
            self.session.dotting.take_back()
            self.take_focus()
