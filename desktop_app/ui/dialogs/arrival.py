"""Shows what a file holds before it is brought in: a workshop, or a framework."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.application.frameworks import Kept
from desktop_app.application.moving import Arrival
from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.ui.widgets.text import label
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say, say_count
from desktop_app.words.statuses import status_name

from .base import Question


class ArrivalDialog(Question):
    """What stands in the file; the answer is that it is wanted, the subject its path."""

    def __init__(
        self, parent: QWidget | None, title: str, facts: tuple[str, ...], note: str, path: Path
    ) -> None:
        super().__init__(parent, title, path)
        head, *rest = facts
        self.body.addWidget(label(head, "strong"))
        self.body.addWidget(label("\n".join(rest)))
        if note:
            self.body.addWidget(label(note, "problem"))
        self.body.addWidget(label(say("Nothing is brought in before you press Import."), "soft"))
        self.setAccessibleDescription(" ".join((*facts, note)))
        self.add_buttons(say("&Import"), say("Cancel"))

    @classmethod
    def ask_workshop(
        cls, parent: QWidget | None, path: Path, arrival: Arrival, answered: Callable[..., None]
    ) -> ArrivalDialog:
        """Ask about a workshop; call `answered(True, path)` where it is wanted."""
        title = say("Workshop in “{file}”", file=path.name)
        return cls._ask(parent, title, _workshop(arrival.record), _here(arrival), path, answered)

    @classmethod
    def ask_framework(
        cls, parent: QWidget | None, path: Path, kept: Kept, answered: Callable[..., None]
    ) -> ArrivalDialog:
        """Ask about a framework; call `answered(True, path)` where it is wanted."""
        title = say("Framework in “{file}”", file=path.name)
        here = "" if kept.is_new else say("It is in your library already, word for word.")
        return cls._ask(parent, title, _framework(kept.framework), here, path, answered)

    @classmethod
    def _ask(
        cls,
        parent: QWidget | None,
        title: str,
        facts: Iterator[str],
        note: str,
        path: Path,
        answered: Callable[..., None],
    ) -> ArrivalDialog:
        dialog = cls(parent, title, tuple(facts), note, path)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog


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
    return say(
        "This very workshop is in your library already, as “{title}”. Importing it makes a second"
        " one beside it; yours stays as it is.",
        title=arrival.here[0].title,
    )


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
