"""Shows what a file holds before it is brought in: a workshop, or a framework."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.application.frameworks import Kept
from desktop_app.application.moving import Again, Arrival
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say, say_count
from desktop_app.words.statuses import status_name

from .base import Question


class ArrivalDialog(Question):
    """What stands in the file; the answer is that it is wanted, the subject its path.

    Of a workshop that is here already, the answer is what becomes of the two.
    """

    TOPIC = "moving"

    def __init__(
        self, parent: QWidget | None, title: str, facts: tuple[str, ...], note: str, path: Path
    ) -> None:
        super().__init__(parent, title, path)
        self._again: Again | None = None
        head, *rest = facts
        self.body.addWidget(label(head, "strong"))
        self.body.addWidget(label("\n".join(rest)))
        if note:
            self.body.addWidget(label(note, "problem"))
        self.body.addWidget(label(say("Nothing is brought in before you say so."), "soft"))
        self.setAccessibleDescription(" ".join((*facts, note)))

    def _offer_both(self, *, swaps: bool, further: bool) -> None:
        """Offer to keep both or to replace the one here: first what loses nothing and is meant.

        A workshop that went `further` elsewhere comes home; beside it the older one would stay.
        """
        replaces = swaps and further
        self._again = Again.REPLACE if replaces else Again.KEEP_BOTH
        words = say("&Keep both"), say("&Replace the one here")
        if not swaps:
            self.add_buttons(words[0], say("Cancel"))
            return
        beside = QWidget()
        other = button(words[not replaces])
        other.setAutoDefault(False)
        other.clicked.connect(self._take_other)
        line = row(beside)
        line.addWidget(other)
        line.addStretch(1)
        self.add_buttons(words[replaces], say("Cancel"), beside=beside)

    def _take_other(self) -> None:
        keeps = self._again is Again.REPLACE
        self._again = Again.KEEP_BOTH if keeps else Again.REPLACE
        self.accept()

    def answer(self) -> object:
        """Return what becomes of the workshop that is here too; True where there is none."""
        return self._again or True

    @classmethod
    def ask_workshop(
        cls,
        parent: QWidget | None,
        path: Path,
        arrival: Arrival,
        answered: Callable[..., None],
        *,
        swaps: bool = True,
    ) -> ArrivalDialog:
        """Ask about a workshop; call `answered(answer, path)` where it is wanted.

        With `swaps` the one that is here may give way; it may not while it is open.
        """
        title = say("Workshop in “{file}”", file=path.name)
        dialog = cls(parent, title, tuple(_workshop(arrival.record)), _here(arrival), path)
        if arrival.here:
            dialog._offer_both(swaps=swaps, further=arrival.further > 0)
        else:
            dialog.add_buttons(say("&Import"), say("Cancel"))
        return dialog._asked(answered)

    @classmethod
    def ask_framework(
        cls, parent: QWidget | None, path: Path, kept: Kept, answered: Callable[..., None]
    ) -> ArrivalDialog:
        """Ask about a framework; call `answered(True, path)` where it is wanted."""
        title = say("Framework in “{file}”", file=path.name)
        here = "" if kept.is_new else say("It is in your library already, word for word.")
        dialog = cls(parent, title, tuple(_framework(kept.framework)), here, path)
        dialog.add_buttons(say("&Import"), say("Cancel"))
        return dialog._asked(answered)

    def _asked(self, answered: Callable[..., None]) -> ArrivalDialog:
        self.answered.connect(answered)
        self.open()
        return self


def _workshop(record: WorkshopRecord) -> Iterator[str]:
    workshop = record.workshop
    yield workshop.title
    if workshop.partnership:
        yield workshop.partnership
    parts = [long_date(workshop.held_on)] if workshop.held_on else []
    if workshop.place:
        parts.append(workshop.place)
    yield " · ".join((*parts, status_name(workshop.status)))
    yield " · ".join(
        (
            say_count("{n} vote with its counts", "{n} votes with their counts", _votes(record)),
            say_count("{n} note", "{n} notes", len(record.notes)),
            say_count("{n} commitment", "{n} commitments", len(record.commitments)),
        )
    )
    yield say("Framework: {title}", title=workshop.framework.title)


def _votes(record: WorkshopRecord) -> int:
    return len(record.all_rounds)


def _here(arrival: Arrival) -> str:
    if not arrival.here:
        return ""
    here = say(
        "This very workshop is in your library already, as “{title}”.", title=arrival.here[0].title
    )
    return f"{here} {_further(arrival.further)}"


def _further(changes: int) -> str:
    """Return which of the two went further, by how often each was changed."""
    if changes > 0:
        return say_count(
            "The one in the file was changed once more.",
            "The one in the file was changed {n} times more.",
            changes,
        )
    if changes < 0:
        return say_count(
            "The one here was changed once more: replacing it would lose that.",
            "The one here was changed {n} times more: replacing it would lose that.",
            -changes,
        )
    return say("Both were changed equally often.")


def _framework(framework: Framework) -> Iterator[str]:
    yield framework.title
    yield say("Version {version}", version=framework.version)
    yield " · ".join(
        (
            say_count("{n} action", "{n} actions", len(framework.actions)),
            say_count("{n} statement", "{n} statements", len(framework.statements)),
            say_count("scale of {n} point", "scale of {n} points", len(framework.scale.points)),
        )
    )
