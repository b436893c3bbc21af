"""How many ballots of each partner are in, of how many people; never what they say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.turnout import PartnerIn, part_name
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import clear, column
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.room import count_in
from desktop_app.words.speech import say

from .head_dots import HeadDots

_NAME_WIDTH = 190
"""The most that the names' column takes of a line; a longer name goes on below."""


class PartnersIn(QWidget):
    """A line for each partner; nothing in a room without partners.

    Signals:
        came(str): somebody more of this partner is in the room.
        picked(str): this partner's line was clicked.
    """

    came = Signal(object)
    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PartnerIn, ...] = ()
        self._said: object = None
        self._lines: list[_Line] = []
        self._column = column(self, spacing=6)
        self.hide()

    def show_partners(
        self, partners: tuple[PartnerIn, ...], *, may_come: bool = True, but: str = ""
    ) -> None:
        """Show what is in of each, and where somebody more may be let in; lines stay.

        `but`: the partner that this is offered for elsewhere.
        """
        if (partners, may_come, but) == self._said:
            return
        self._said = partners, may_come, but
        if [p.label for p in partners] != [p.label for p in self._shown]:
            self._rebuild(partners)
        self._shown = partners
        most = max((partner.people for partner in partners), default=0)
        for line, partner in zip(self._lines, partners, strict=True):
            line.show_partner(partner, may_come=may_come and partner.label != but)
        widest = max((line.name_width for line in self._lines), default=0)
        widest_count = max((line.count_width for line in self._lines), default=0)
        for line in self._lines:
            line.make_room(min(widest, _NAME_WIDTH), widest_count, most)
        self.setVisible(bool(partners))

    def _rebuild(self, partners: tuple[PartnerIn, ...]) -> None:
        clear(self._column)
        self._lines = [_Line(partner.label) for partner in partners]
        for line in self._lines:
            line.came.connect(self.came)
            line.picked.connect(self.picked)
            self._column.addWidget(line)


class _Line(QWidget):
    """One partner.

    Signals:
        came(str), picked(str): as above.
    """

    came = Signal(object)
    picked = Signal(object)

    def __init__(self, partner: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partner, self._whole = partner, ""
        self._dots, self._count = HeadDots(), label(role="soft", wrap=False)
        self._name = label(part_name(partner))
        self._came = button(say("Somebody came"), "small")
        self._came.setAccessibleName(say("Somebody of {partner} came", partner=part_name(partner)))
        # A click must not take the keys away from the ballots.
        self._came.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = self._came.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._came.setSizePolicy(policy)
        line = Flow(self, spacing=12, below=2)
        for part in (self._name, self._count, self._dots, self._came):  # the count by its name
            line.addWidget(part)
        self._came.clicked.connect(self._tell)

    @property
    def name_width(self) -> int:
        """Return how wide the name is on one line."""
        return _width(self._name)

    @property
    def count_width(self) -> int:
        """Return how wide the count is once everybody is in."""
        return _width(self._count, self._whole)

    def make_room(self, name_width: int, count_width: int, people: int) -> None:
        """Stand in columns with the other lines, which need this room at most."""
        self._name.setFixedWidth(name_width)
        self._count.setFixedWidth(count_width)
        self._dots.make_room(people)

    def show_partner(self, partner: PartnerIn, *, may_come: bool) -> None:
        """Show how many are in, and the way to one more where nobody more can vote."""
        self._dots.show_count(partner.ballots_in, partner.people)
        self._count.setText(count_in(partner.ballots_in, partner.people))
        self._whole = count_in(max(partner.ballots_in, partner.people), partner.people)
        self._came.setVisible(may_come and partner.is_full and not partner.is_part)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click anywhere on the line; keys choose in the list above."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self._partner)

    def _tell(self) -> None:
        self.came.emit(self._partner)


def _width(words: QLabel, text: str = "") -> int:
    words.ensurePolished()
    return words.fontMetrics().horizontalAdvance(text or words.text()) + 2
