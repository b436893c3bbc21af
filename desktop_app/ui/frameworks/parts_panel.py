"""The left side of the editor: the tree of parts, and buttons that add, move and remove them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.application.framework_edits import add, add_step, move, remove, value_at
from desktop_app.domain.framework_rules import Place
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say

from .draft import Draft
from .parts_tree import PartsTree
from .words import Words

WIDTH = 320


class PartsPanel(QFrame):
    """The tree with what can be done to the part that is chosen in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._words = Words(self)
        self.tree = PartsTree()
        self.add = button("")
        self.up = button(say("U&p"), hint=say("Move this part up"))
        self.down = button(say("&Down"), hint=say("Move this part down"))
        self.remove = button(say("Re&move"), hint=say("Take this part out"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("role", "rail")
        self.setFixedWidth(WIDTH)
        lines = column(self, spacing=10)
        lines.setContentsMargins(12, 12, 12, 12)
        lines.addWidget(self.tree, 1)
        lines.addWidget(self.add)
        beside = row(spacing=8)
        for made in (self.up, self.down, self.remove):
            beside.addWidget(made, 1)
        lines.addLayout(beside)

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(self.refresh_buttons)
        self.add.clicked.connect(self._add)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove)

    def show_draft(self, draft: Draft, at: Place) -> None:
        """Show a draft's parts with the one at `at` chosen."""
        self._draft = draft
        self.tree.show_draft(draft, at)
        self.refresh_buttons()

    @property
    def is_ordering(self) -> bool:
        """Return whether the keys are where parts are moved and removed."""
        return any(one.hasFocus() for one in (self.up, self.down, self.remove))

    def refresh(self) -> None:
        """Show names and marks as they are now."""
        self.tree.refresh()

    def refresh_buttons(self) -> None:
        """Offer what can be done with the chosen part."""
        place = self.tree.place
        group = group_for(place)
        self.add.setVisible(group is not None)
        if group is not None:
            self.add.setText(self._words.new_entry(str(group[-1])))
        entry = bool(place) and isinstance(place[-1], int)
        count = self._siblings(place) if entry else 0
        self.remove.setEnabled(entry)
        self.up.setEnabled(entry and place[-1] != 0)
        self.down.setEnabled(entry and place[-1] != count - 1)

    def _siblings(self, place: Place) -> int:
        return len(value_at(self._draft.framework, place[:-1])) if self._draft else 0

    # -- what is done -----------------------------------------------------------------------

    def _add(self) -> None:
        place, draft = self.tree.place, self._draft
        group = group_for(place)
        if draft is None or group is None:
            return
        if place[-2:-1] == ("steps",):  # another one for the same situation
            when = value_at(draft.framework, (*place, "when"))
            made, at = add_step(draft.framework, group[:-1], when)
        else:
            made, at = add(draft.framework, group)
        draft.reshape(made, at, place)

    def _remove(self) -> None:
        place, draft = self.tree.place, self._draft
        if draft is None:
            return
        rest = remove(draft.framework, place)
        left = len(value_at(rest, place[:-1]))
        index = place[-1] if isinstance(place[-1], int) else 0
        at = (*place[:-1], min(index, left - 1)) if left else place[:-1]
        draft.reshape(rest, at, place)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        place, draft = self.tree.place, self._draft
        if draft is not None:
            moved, at = move(draft.framework, place, by)
            draft.reshape(moved, at, place)


def group_for(place: Place) -> Place | None:
    """Return the list that a new entry would be added to from here; None where there is none."""
    if not place or place == ("scale",):
        return None
    if isinstance(place[-1], str):
        return place
    return place[:-1]
