"""The partners of a workshop in the prepare form: a name and how many people, one a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from desktop_app.domain.people import MAX_GROUPS, MAX_LABEL, known_as, merged_groups, pasted_groups
from desktop_app.domain.workshop import MAX_PRESENT, Group
from desktop_app.ui.widgets.kept_focus import bring_into_view, kept_focus
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say

AT_FIRST = 2


class NameEdit(QLineEdit):
    """A partner's name, or the whole list of partners, pasted from a spreadsheet.

    Signals:
        lines_pasted(str): a text of several lines or cells was pasted.
    """

    lines_pasted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self.paste_lines()):
            super().keyPressEvent(event)

    def paste_lines(self) -> bool:
        """Tell what lies in the clipboard where that is more than a name; return whether it is."""
        text = QGuiApplication.clipboard().text().strip("\r\n")
        several = "\n" in text or "\t" in text
        if several:
            self.lines_pasted.emit(text)
        return several


class GroupLine(QWidget):
    """One partner.

    Signals:
        changed(): name or number is another one now.
        emptied(GroupLine): this line shall go.
    """

    changed = Signal()
    emptied = Signal(object)

    def __init__(self, place: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = NameEdit()
        self.name.setMaxLength(MAX_LABEL)
        self.name.setPlaceholderText(say("Such as “Council”"))
        self.name.setAccessibleName(say("Name of partner {n}", n=place))
        self.people = QSpinBox()
        self.people.setRange(0, MAX_PRESENT)
        self.people.setFixedWidth(104)
        self.people.lineEdit().setTextMargins(8, 0, 0, 0)
        self.people.setAccessibleName(say("People of partner {n}", n=place))
        self.remove = button(say("Remove"), "small")
        self.remove.setAccessibleName(say("Remove partner {n}", n=place))
        line = row(self, spacing=10)
        line.addWidget(self.name, 1)
        line.addWidget(self.people)
        line.addWidget(self.remove)
        self.name.textChanged.connect(self._tell)
        self.people.valueChanged.connect(self._tell)
        self.remove.clicked.connect(self._tell_emptied)

    def fill(self, group: Group | None) -> None:
        """Show a partner, or an empty line."""
        self.name.setText(group.label if group else "")
        self.people.setValue(group.people if group else 5)

    @property
    def group(self) -> Group:
        """Return the partner as it stands, unchecked."""
        return Group(self.name.text().strip(), self.people.value())

    def _tell(self) -> None:
        self.changed.emit()

    def _tell_emptied(self) -> None:
        self.emptied.emit(self)


class GroupsForm(QWidget):
    """Up to nine partners.

    Signals:
        changed(): a partner came, went or changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = 0
        self._lines = [GroupLine(place) for place in range(1, MAX_GROUPS + 1)]
        self._add = button(say("Add a partner"))
        hint = say("Lines with a name and a number each, or names only, as copied in a spreadsheet")
        self._paste = button(say("Paste a list"), hint=hint)
        self._problem = label("", "problem")
        self._build()
        self._connect()
        self.fill(())

    def _build(self) -> None:
        lines = column(self, spacing=8)
        lines.addWidget(label(say("Partners, and how many of their people vote"), "strong"))
        hint = say(
            "A partner’s results are shown only where at least five of its people have rated. "
            "Smaller partners are put together as “other partners”, and the next smallest joins "
            "them until five have rated, so that nobody can be worked out."
        )
        lines.addWidget(label(hint, "small"))
        for line in self._lines:
            lines.addWidget(line)
        under = row()
        under.addWidget(self._add)
        under.addWidget(self._paste)
        under.addStretch(1)
        lines.addLayout(under)
        lines.addWidget(self._problem)
        self._problem.hide()

    def _connect(self) -> None:
        self._add.clicked.connect(self._add_line)
        self._paste.clicked.connect(self._paste_clipboard)
        for line in self._lines:
            line.name.lines_pasted.connect(self._take_lines)
            line.name.editingFinished.connect(self._merge)
            line.changed.connect(self.changed)
            line.emptied.connect(self._remove_line)

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them: what removes comes last."""
        typed = (widget for line in self._lines for widget in (line.name, line.people))
        return (*typed, self._add, self._paste, *(line.remove for line in self._lines))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the partners as they stand, unchecked; lines left empty are none."""
        shown = (line.group for line in self._lines[: self._shown])
        return tuple(group for group in shown if group.label)

    @property
    def people(self) -> int:
        """Return how many people all partners have together."""
        return sum(group.people for group in self.groups)

    def fill(self, groups: tuple[Group, ...]) -> None:
        """Show these partners, or a few empty lines."""
        for place, line in enumerate(self._lines):
            line.fill(groups[place] if place < len(groups) else None)
        self._show(max(AT_FIRST, len(groups)))

    def _show(self, count: int) -> None:
        self._shown = count
        for place, line in enumerate(self._lines):
            line.setVisible(place < count)
            line.remove.setEnabled(count > AT_FIRST)
        self._add.setEnabled(count < MAX_GROUPS)
        self.changed.emit()

    def _add_line(self) -> None:
        self._show(min(MAX_GROUPS, self._shown + 1))
        self._lines[self._shown - 1].name.setFocus()
        bring_into_view(self._add)  # for the next one

    def _paste_clipboard(self) -> None:
        self._take_lines(QGuiApplication.clipboard().text())

    def _take_lines(self, text: str) -> None:
        """Take partners from lines, after those that are there; those of one name are one."""
        known = {known_as(group.label): group for group in self.groups}
        pasted = {known_as(group.label): group for group in pasted_groups(text)}
        groups = tuple((known | pasted).values())
        problem = _problem_with(pasted.keys(), groups)
        if pasted:
            self.fill(groups[:MAX_GROUPS])
        self._tell_problem(problem)

    def _merge(self) -> None:
        """Make partners one whose names differ only in case, and say so."""
        groups = self.groups
        made = merged_groups(groups)
        if len(made) == len(groups):
            return
        alike = Counter(known_as(group.label) for group in groups)
        one = next(group for group in made if alike[known_as(group.label)] > 1)
        with kept_focus(self, self._lines[0].name.setFocus):
            self.fill(made)
        self._tell_problem(
            say(
                "“{partner}” stood there twice. It is one partner now, of {n} people.",
                partner=one.label,
                n=one.people,
            )
        )

    def _tell_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _remove_line(self, emptied: GroupLine) -> None:
        with kept_focus(self, self._lines[0].name.setFocus):
            self._remove_at(self._lines.index(emptied))

    def _remove_at(self, gone: int) -> None:
        kept = [line.group for place, line in enumerate(self._lines) if place != gone]
        for line, group in zip(self._lines, [*kept, None], strict=True):
            line.fill(group)
        self._show(self._shown - 1)


def _problem_with(pasted: Collection[str], groups: tuple[Group, ...]) -> str:
    """Return what is wrong with a list that was pasted, "" for nothing."""
    if not pasted:
        return say("There is no list to paste. Copy lines with names in a spreadsheet first.")
    if len(groups) > MAX_GROUPS:
        return say(
            "There can be {most} partners at most, and the list has {n}. The first are here.",
            most=MAX_GROUPS,
            n=len(groups),
        )
    return ""
