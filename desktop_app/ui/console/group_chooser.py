"""Whose ballots are counted now, in a room with groups."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.ballot_sets import LETTERS
from desktop_app.domain.turnout import part_name
from desktop_app.domain.workshop import Group
from desktop_app.ui.stage.keys import clears, point_of
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say, say_count

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PartnerBox(QComboBox):
    """The list of partners, which Enter unfolds; what is a ballot's key is left to the vote."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if point_of(event) is not None or clears(event):
            event.ignore()
        elif event.key() in _ENTER:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class GroupChooser(QWidget):
    """One line: "Now counting" and the groups; not shown in a room without groups.

    Signals:
        picked(str): ballots belong to this group from now on.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        line = row(self, spacing=10)
        name = label(say("&Now counting"), "strong", wrap=False)
        self._box = PartnerBox()
        self._box.setAccessibleName(say("Now counting"))
        self._box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name.setBuddy(self._box)
        line.addWidget(name)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        line.addWidget(self._box)
        line.addStretch(1)
        self._box.activated.connect(self._tell)

    @property
    def has_keys(self) -> bool:
        """Return whether the keyboard is at the list: arrows go on choosing in it."""
        return self._box.hasFocus()

    def show_groups(self, groups: tuple[Group, ...], chosen: str, *, marked: bool = False) -> None:
        """Offer these groups; none hides the line. `marked`: with the marks of their ballots."""
        self.setVisible(bool(groups))
        marks = LETTERS if marked else [""] * len(groups)
        texts = [self._text(group, mark) for group, mark in zip(groups, marks, strict=False)]
        if texts != [self._box.itemText(n) for n in range(self._box.count())]:
            self._groups = groups
            self._box.clear()
            for group, text in zip(groups, texts, strict=True):
                self._box.addItem(text, group.label)
        labels = [group.label for group in groups]
        self._box.setCurrentIndex(labels.index(chosen) if chosen in labels else 0)

    def _text(self, group: Group, mark: str) -> str:
        name = part_name(group.label)
        if mark:
            return say_count(
                "{mark}: {name}, {n} person",
                "{mark}: {name}, {n} people",
                group.people,
                mark=mark,
                name=name,
            )
        return say_count("{name}: {n} person", "{name}: {n} people", group.people, name=name)

    def _tell(self, index: int) -> None:
        self.picked.emit(self._groups[index].label)
