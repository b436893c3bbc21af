"""What is said of answers from before the day; knows no screen and no file."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.answers.folding import letters
from desktop_app.answers.reading import Reading
from desktop_app.domain.texts import Phrase, phrase, to_say
from desktop_app.domain.workshop import Privacy, Workshop, WorkshopRecord

from .speech import say, say_count

BEFOREHAND = to_say("Beforehand")
SAID_BEFOREHAND = to_say("What you said beforehand")


def beforehand_told(reading: Reading, workshop: Workshop) -> Iterator[Phrase]:
    """Yield what becomes of a file's partners in a workshop, where it is not what one expects."""
    if not reading.partners.written:
        return
    if workshop.privacy is Privacy.ANONYMOUS:
        yield phrase(
            "“{title}” shows nothing by partner, so the partners in the file are left out.",
            title=workshop.title,
        )
        return
    known = {letters(group.label) for group in workshop.groups}
    others = [name for name in reading.partners.written if letters(name) not in known]
    if others:
        yield phrase(
            "Not among the partners of “{title}”: {names}. They keep their own names, or are shown"
            " together with others.",
            title=workshop.title,
            names=", ".join(f"“{name}”" for name in others),
        )


def beforehand_size(record: WorkshopRecord) -> str:
    """Return how much was said beforehand: "14 people · 16 of 16 statements"; "" for nothing."""
    if not record.before:
        return ""
    people = max(one.present for one in record.before)
    rated = sum(bool(one.ballots_in) for one in record.before)
    all_ = len(record.workshop.framework.statements)
    parts = (
        say_count("one person", "{n} people", people),
        say("{rated} of {all} statements", rated=rated, all=all_),
    )
    return " · ".join(parts)
