"""The vote on priorities before and while dots come in: start, hands, sheets, or only a count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from desktop_app.application.priorities import too_many
from desktop_app.domain.channels import IN_THE_ROOM, Channel, in_the_room
from desktop_app.domain.framework import Action
from desktop_app.domain.priorities import MAX_DOTS, PriorityVote
from desktop_app.scenes.priorities import count_of
from desktop_app.ui.console.hands_panel import CountField
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import button, frame, label
from desktop_app.words.room import channel_name, count_in, dots_sentence


class DotsStart(QWidget):
    """How many dots each person has, and how they are placed.

    Signals:
        dots_chosen(int): another number of dots each.
    """

    dots_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = False
        layout = column(self, spacing=12)
        self._each = QSpinBox()
        self._each.setRange(1, MAX_DOTS)
        self._each.setKeyboardTracking(False)
        self._each.setAccessibleName(self.tr("Dots for each person"))
        line = row(spacing=12)
        name = label(self.tr("Dots for each person"), "strong", wrap=False)
        name.setBuddy(self._each)
        line.addWidget(name)
        line.addWidget(self._each)
        line.addStretch(1)
        layout.addLayout(line)
        layout.addWidget(label(self.tr("How shall the room place them?"), "strong"))
        self._channels = Choices(self.tr("How shall the room place them?"), self._ways())
        layout.addWidget(self._channels)
        self._each.valueChanged.connect(self._tell_each)

    def _tell_each(self, number: int) -> None:
        self.dots_chosen.emit(number)

    def _ways(self) -> tuple[Choice[Channel], ...]:
        return tuple(Choice(way, channel_name(way), dots_sentence(way)) for way in IN_THE_ROOM)

    @property
    def channel(self) -> Channel:
        """Return the chosen channel."""
        return self._channels.value

    def show_start(self, dots_each: int, usual: Channel) -> None:
        """Show how many dots there are; offer the workshop's own channel first."""
        self._each.blockSignals(True)
        self._each.setValue(dots_each)
        self._each.blockSignals(False)
        if not self._shown:
            self._shown = True
            self._channels.choose(in_the_room(usual))

    def forget(self) -> None:
        """Offer the workshop's own channel again the next time."""
        self._shown = False


class _SumBox(QWidget):
    """What is in, held against what the room has."""

    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = frame("card")
        column(self).addWidget(self._box)
        inner = row(self._box, spacing=16, margin=14)
        self._sum, self._advice = label("", "strong"), label()
        inner.addWidget(self._sum, 2)
        inner.addWidget(self._advice, 4)
        self._accept = button(self.tr("Accept…"))
        inner.addWidget(self._accept)
        self._accept.clicked.connect(self.accept_requested)

    def show_vote(self, vote: PriorityVote, advice: str) -> None:
        """Show the sum; where it is too high, ask for a reason."""
        placed, most = count_of(vote)
        over = too_many(vote)
        if vote.channel.traits.whole_people:
            self._sum.setText(count_in(placed, most))
        else:
            text = self.tr("{n} of {most} dots counted")
            self._sum.setText(text.format(n=placed, most=most))
        if over:
            advice = self.tr("More than the people in the room have. Accept with a reason.")
        self._advice.setText(advice)
        self._accept.setVisible(over)
        set_role(self._box, "role", "attention" if over else "card")


class DotsHands(QWidget):
    """A show of hands: the dots of each action, typed or stepped.

    Signals:
        counted(object): dots by action id.
        accept_requested(): close with a reason.
    """

    counted = Signal(object)
    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, CountField] = {}
        self._shown: tuple[Action, ...] = ()
        layout = column(self, spacing=12)
        self._rows = column(spacing=8)
        layout.addLayout(self._rows)
        self._sum = _SumBox()
        layout.addWidget(self._sum)
        self._sum.accept_requested.connect(self.accept_requested)

    def show_vote(self, vote: PriorityVote, actions: tuple[Action, ...]) -> None:
        """Show the dots typed so far."""
        if actions != self._shown:
            self._rebuild(actions)
        for key, field in self._fields.items():
            count = str(vote.by_action.get(key, 0))
            if field.text() != count and not (field.text() == "" and count == "0"):
                field.setText(count)
        self.show_sum(vote)

    def show_sum(self, vote: PriorityVote) -> None:
        """Hold the dots that are in against those the room has."""
        placed, most = count_of(vote)
        advice = self.tr("Type the dots of each action, or press + and –.")
        if placed == most:
            advice = self.tr("All dots are counted.")
        elif placed:
            advice = self.tr("Fewer is fine: nobody has to place every dot.")
        self._sum.show_vote(vote, advice)

    def focus_first(self) -> None:
        """Put the keyboard on the first action."""
        for field in self._fields.values():
            field.setFocus()
            field.selectAll()
            return

    def _rebuild(self, actions: tuple[Action, ...]) -> None:
        clear(self._rows)
        self._shown = actions
        self._fields = {}
        for place, action in enumerate(actions, start=1):
            card = _HandsRow(place, action)
            card.changed.connect(self._tell)
            self._fields[action.id] = card.field
            self._rows.addWidget(card)

    def _tell(self) -> None:
        self.counted.emit({key: int(field.text() or 0) for key, field in self._fields.items()})


class _HandsRow(QWidget):
    """One action with its count and two buttons.

    Signals:
        changed(): the count is another one now.
    """

    changed = Signal()

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
        name = self.tr("Dots for {action}").format(action=action.short_title)
        self.field.setAccessibleName(name)
        self._fewer = TallyButton("–", self.tr("One dot fewer for {n}").format(n=place))
        self._more = TallyButton("+", self.tr("One dot more for {n}").format(n=place))
        for part in (self._fewer, self.field, self._more):
            line.addWidget(part)
        self.field.textEdited.connect(self._tell)
        self.field.stepped.connect(self._step)
        self._fewer.clicked.connect(self._take_one)
        self._more.clicked.connect(self._add_one)

    def _tell(self) -> None:
        self.changed.emit()

    def _add_one(self) -> None:
        self._step(1)

    def _take_one(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.field.setText(str(max(0, min(999, int(self.field.text() or 0) + by))))
        self.changed.emit()


class DotsPaper(QWidget):
    """A pile of sheets: one line of digits a sheet, gone once it is in.

    Signals:
        sheet_typed(str): the digits of one sheet.
        back_requested(): the last sheet shall not count.
        accept_requested(): close with a reason.
    """

    sheet_typed = Signal(object)
    back_requested = Signal()
    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=12)
        self._names = label(role="soft")
        layout.addWidget(self._names)
        line = row(spacing=12)
        self._number = label(role="strong", wrap=False)
        self._entry = QLineEdit()
        self._entry.setMaxLength(2 * MAX_DOTS)
        self._entry.setAccessibleName(self.tr("Dots of this sheet, one digit each"))
        line.addWidget(self._number)
        line.addWidget(self._entry, 1)
        self._back = button(self.tr("Take the last sheet back"), "quiet")
        line.addWidget(self._back)
        layout.addLayout(line)
        self._sum = _SumBox()
        layout.addWidget(self._sum)
        self._entry.returnPressed.connect(self._tell)
        self._back.clicked.connect(self.back_requested)
        self._sum.accept_requested.connect(self.accept_requested)

    def show_vote(self, vote: PriorityVote, actions: tuple[Action, ...]) -> None:
        """Show how many sheets are in and what the digits stand for."""
        names = (f"{place} {a.short_title}" for place, a in enumerate(actions, start=1))
        self._names.setText("    ".join(names))
        hint = self.tr("Up to {n} digits, such as {example}, then Enter")
        example = ("113" + "1" * MAX_DOTS)[: vote.dots_each]
        self._entry.setPlaceholderText(hint.format(n=vote.dots_each, example=example))
        self.show_sum(vote)

    def show_sum(self, vote: PriorityVote) -> None:
        """Hold the sheets that are in against the people in the room."""
        self._number.setText(self.tr("Sheet {n}").format(n=vote.ballots_in + 1))
        advice = self.tr("Lay sheets without a dot aside. Nothing typed is shown on the stage.")
        self._sum.show_vote(vote, advice)

    def clear_line(self) -> None:
        """Make room for the next sheet."""
        self._entry.clear()

    def focus_first(self) -> None:
        """Put the keyboard where a sheet is typed."""
        self._entry.setFocus()

    def _tell(self) -> None:
        if self._entry.text().strip():
            self.sheet_typed.emit(self._entry.text())


class DotsCount(QWidget):
    """Only how much is in, while the stage or a keypad is the ballot, or before the reveal.

    Signals:
        accept_requested(): close with a reason.
    """

    accept_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=12)
        box = frame("card")
        inner = column(box, spacing=6, margin=18)
        self._count = label(role="number")
        self._state, self._about = label(role="strong"), label(role="soft")
        for part in (self._count, self._state, self._about):
            inner.addWidget(part)
        self._accept = button(self.tr("Accept…"))
        line = row()
        line.addWidget(self._accept)
        line.addStretch(1)
        inner.addLayout(line)
        layout.addWidget(box)
        self._accept.clicked.connect(self.accept_requested)

    def show_open(self, vote: PriorityVote) -> None:
        """Show how much is in while the vote is open."""
        keys = vote.channel.traits.dot_by_dot
        self._show_count(vote)
        placed, most = count_of(vote)
        self._accept.setVisible(too_many(vote))
        if too_many(vote):
            self._state.setText(self.tr("More dots than the people in the room have."))
        elif placed >= most:
            self._state.setText(self.tr("Everything is in. Close the vote."))
        else:
            wait = self.tr("Waiting for the next press.") if keys else ""
            self._state.setText(wait or self.tr("Waiting for the next person."))
        self._about.setText(
            self.tr(
                "Each press of a number is one dot, and Backspace takes the last one back. "
                "The keys work on both windows."
            )
            if keys
            else self.tr(
                "The stage is the ballot: a number, a click or a touch places a dot, Backspace "
                "takes one back, Enter confirms. The keys work from this window too."
            )
        )

    def show_closed(self, vote: PriorityVote) -> None:
        """Show that the vote is closed and what a reveal does."""
        self._show_count(vote)
        self._accept.hide()
        self._state.setText(self.tr("The vote is closed."))
        self._about.setText(
            self.tr("Ask the room what it expects to come first, then reveal the list to all.")
        )

    def _show_count(self, vote: PriorityVote) -> None:
        placed, most = count_of(vote)
        if vote.channel.traits.whole_people:
            self._count.setText(count_in(placed, most))
        else:
            self._count.setText(self.tr("{n} of {most} dots in").format(n=placed, most=most))
