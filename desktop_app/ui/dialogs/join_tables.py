"""Shows what tables come to together before one workshop is made of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.analysis.joining import Table
from desktop_app.application.joining import Joined
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.rounds import RoundState
from desktop_app.ui.widgets.text import label, naming
from desktop_app.words.speech import said, say, say_count

from .base import Question


class JoinTablesDialog(Question):
    """The answer is the title of the workshop to be made; the subject what was looked at."""

    TOPIC = "tables"
    WIDTH = 620

    def __init__(self, parent: QWidget | None, joined: Joined) -> None:
        super().__init__(parent, say("Tables to join"), joined)
        self._title = QLineEdit(joined.record.workshop.title)
        self._title.setMaxLength(MAX_TITLE)
        self._build(joined)
        yes, _ = self.add_buttons(say("&Join them"), say("Cancel"))
        yes.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget | None, joined: Joined, answered: Callable[..., None]
    ) -> JoinTablesDialog:
        """Ask; call `answered(title, joined)` where the tables shall be joined."""
        dialog = cls(parent, joined)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self, joined: Joined) -> None:
        self.body.addWidget(naming(say("Title"), self._title))
        self.body.addWidget(self._title)
        tables = "\n".join(map(_table, joined.tables))
        self.body.addWidget(label(tables))
        people = joined.record.workshop.present
        votes = say_count("{n} vote added up", "{n} votes added up", len(joined.record.rounds))
        facts = (say_count("{n} person", "{n} people", people), votes)
        self.body.addWidget(label(" · ".join(facts), "strong"))
        left = [said(one) for one in joined.left]
        if left:
            self.body.addWidget(label(say("What stays behind"), "strong"))
            self.body.addWidget(label("\n".join(left)))
        note = say("Only what each table shows is added. Their own workshops stay as they are.")
        self.body.addWidget(label(note, "soft"))
        self.setAccessibleDescription(" ".join((*facts, *left, note)))

    def answer(self) -> str:
        """Return the title."""
        return self._title.text()


def _table(table: Table) -> str:
    record = table.record
    votes = sum(round_.state is RoundState.REVEALED for round_ in record.rounds)
    return say(
        "{table}: {people}, {votes}",
        table=table.name,
        people=say_count("{n} person", "{n} people", record.workshop.present),
        votes=say_count("{n} vote", "{n} votes", votes),
    )
