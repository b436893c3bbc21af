"""Show of hands: a count per point, typed or stepped, held against the people in the room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import Group
from desktop_app.scenes.scene import Card
from desktop_app.ui.console.group_chooser import GroupChooser
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import button, frame, label

MAX_HANDS = 999
# Not QIntValidator, which lets the signs and commas of a language through.
_DIGITS = QRegularExpression("[0-9]{0,3}")


class CountField(QLineEdit):
    """A whole number that arrow keys step.

    Signals:
        stepped(int): an arrow key asked for one more or one less.
    """

    stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("0", parent)
        self.setProperty("role", "count")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QRegularExpressionValidator(_DIGITS, self))
        self.setMinimumWidth(44)

    def event(self, event: QEvent) -> bool:
        """Leave letters to the console's own keys: no count has any."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            text = event.text()
            if text.isprintable() and not text.isdigit():
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: object) -> None:
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]
        self.selectAll()


class CountCard(QFrame):
    """One point of the scale with its count.

    Signals:
        count_changed(): the count is another one now.
    """

    count_changed = Signal()

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = card.point
        self.setProperty("role", "card" if card.point else "dashed")
        self._build(card)
        self._connect()

    def _build(self, card: Card) -> None:
        layout = column(self, spacing=4)
        layout.setContentsMargins(5, 10, 5, 10)
        number = label(str(card.point), "small")
        name = label(card.label, "small")
        for part in (number, name):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(part)
        layout.addStretch(1)
        self.field = CountField()
        self.field.setAccessibleName(
            self.tr("Hands for {point}, {name}").format(point=card.point, name=card.label)
        )
        layout.addWidget(self.field)
        self._fewer = TallyButton("–", self.tr("One hand fewer for {n}").format(n=card.point))
        self._more = TallyButton("+", self.tr("One hand more for {n}").format(n=card.point))
        steppers = row(spacing=6)
        for stepper in (self._fewer, self._more):
            steppers.addWidget(stepper)
        layout.addLayout(steppers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.stepped.connect(self._step)
        self._fewer.clicked.connect(self._take_one)
        self._more.clicked.connect(self._add_one)

    @property
    def count(self) -> int:
        """Return the count; an empty field counts as none."""
        return int(self.field.text() or 0)

    def show_count(self, count: int) -> None:
        """Show a count without telling that it changed."""
        if count != self.count:
            self.field.setText(str(count))

    def _typed(self) -> None:
        self.count_changed.emit()

    def _add_one(self) -> None:
        self._step(1)

    def _take_one(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.field.setText(str(max(0, min(MAX_HANDS, self.count + by))))
        self.count_changed.emit()


class HandsPanel(QWidget):
    """The cards and the running sum.

    Signals:
        counted(list): counts for 0 ("can't say"), 1, ... K changed.
        accept_requested(): the difference shall be accepted with a reason.
        group_picked(str): the hands of this group are counted from now on.
    """

    counted = Signal(object)
    accept_requested = Signal()
    group_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[CountCard] = []
        self._group: Group | None = None
        self._shown: tuple[Card, ...] = ()
        self._build()
        self._accept.clicked.connect(self.accept_requested)

    def _build(self) -> None:
        layout = column(self, spacing=16)
        self._groups = GroupChooser()
        self._groups.picked.connect(self.group_picked)
        layout.addWidget(self._groups)
        self._row: QHBoxLayout = row(spacing=10)
        layout.addLayout(self._row)
        self._sum = frame("attention")
        inner = row(self._sum, spacing=16, margin=14)
        self._sum_text = label("", "strong", wrap=False)
        self._advice = label()
        self._accept = button(self.tr("Accept…"))
        inner.addWidget(self._sum_text)
        inner.addWidget(self._advice, 1)
        inner.addWidget(self._accept)
        layout.addWidget(self._sum)

    def show_round(
        self,
        round_: Round,
        cards: Sequence[Card],
        groups: tuple[Group, ...] = (),
        group: str = "",
    ) -> None:
        """Show the counts of an open round, of one group where the room has groups."""
        self._groups.show_groups(groups, group)
        self._group = next((one for one in groups if one.label == group), None)
        if tuple(cards) != self._shown:
            self._rebuild(tuple(cards))
        counts = round_.hand_counts(len(self._cards) - 1, group)
        for card in self._cards:
            card.show_count(counts[card.point])
        self.show_sum(round_)

    def show_sum(self, round_: Round) -> None:
        """Hold the ballots that are in against the people in the room."""
        missing = round_.present - round_.ballots_in
        self._sum_text.setText(self._sum_words(round_))
        differs = missing != 0 and round_.ballots_in > 0
        self._advice.setText(self._advice_for(missing, round_.ballots_in))
        self._accept.setVisible(differs)
        set_role(self._sum, "role", "attention" if differs else "card")

    def _sum_words(self, round_: Round) -> str:
        words = self.tr("{n} of {present} people counted").format(
            n=round_.ballots_in, present=round_.present
        )
        group = self._group
        if group is None:
            return words
        hands = sum(round_.hand_counts(len(self._cards) - 1, group.label))
        own = self.tr("{group}: {n} of {people}")
        return f"{own.format(group=group.label, n=hands, people=group.people)}\n{words}"

    def _advice_for(self, missing: int, ballots_in: int) -> str:
        if ballots_in == 0:
            return self.tr("Type the hands for each point, or press + and –.")
        if missing == 0:
            return self.tr("Everybody is counted.")
        if missing < 0:
            return self.tr(
                "More hands than people in the room. Count again, or accept with a reason."
            )
        if missing == 1:
            return self.tr("One hand is missing. Count again, or accept with a reason.")
        return self.tr("{n} hands are missing. Count again, or accept with a reason.").format(
            n=missing
        )

    def focus_first(self) -> None:
        """Put the keyboard on the first count."""
        if self._cards:
            self._cards[0].field.setFocus()
            self._cards[0].field.selectAll()

    def _rebuild(self, cards: tuple[Card, ...]) -> None:
        clear(self._row)
        self._shown = cards
        self._cards = [CountCard(card) for card in cards]
        for card in self._cards:
            card.count_changed.connect(self._tell)
            self._row.addWidget(card, 1)

    def _tell(self) -> None:
        counts = [0] * len(self._cards)
        for card in self._cards:
            counts[card.point] = card.count
        self.counted.emit(counts)
