"""What is said of answers from before the day; knows no screen and no file."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.analysis.beforehand import view_before
from desktop_app.answers.folding import letters
from desktop_app.answers.reading import Reading
from desktop_app.domain.results import GroupView, Hidden, Result
from desktop_app.domain.texts import Phrase, phrase, to_say
from desktop_app.domain.workshop import Privacy, Workshop, WorkshopRecord

from .names import agreement_in_sentence
from .speech import said, say, say_count
from .wording import hidden_sentence, split_counts

BEFOREHAND = to_say("Beforehand")
OTHERS = to_say("Other partners")
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


def beforehand_note(record: WorkshopRecord) -> str:
    """Return, for how to read a document, who answered before the day; "" where nobody did."""
    if not record.before:
        return ""
    return say_count(
        "Before the day {n} person answered {rated} of {all} statements. That stands beside the"
        " room’s votes, marked “Beforehand”, and counts in no level, agreement or advice.",
        "Before the day {n} people answered {rated} of {all} statements. That stands beside the"
        " room’s votes, marked “Beforehand”, and counts in no level, agreement or advice.",
        max(one.present for one in record.before),
        rated=sum(bool(one.ballots_in) for one in record.before),
        all=len(record.workshop.framework.statements),
    )


def beforehand_lines(record: WorkshopRecord, statement_id: str) -> tuple[str, ...]:
    """Return what may be said of a statement's answers from before the day; () without any."""
    view = view_before(record, statement_id)
    if view is None:
        return ()
    if isinstance(view.whole, Hidden):
        return (say("Beforehand: {why}", why=hidden_sentence(view.whole)),)
    whole = say_count(
        "Beforehand, {n} person: {counts}; {agreement}.",
        "Beforehand, {n} people: {counts}; {agreement}.",
        view.present,
        **_figures(view.whole),
    )
    parts = view.groups if len(view.groups) > 1 else ()
    return tuple(filter(None, (whole, " ".join(map(_of_group, parts)))))


def _of_group(view: GroupView) -> str:
    label = view.label or said(OTHERS)
    name = f"{label} ({', '.join(view.merged)})" if view.merged else label
    if isinstance(view.result, Hidden):
        return say("Beforehand, {group}: {why}", group=name, why=hidden_sentence(view.result))
    return say("Beforehand, {group}: {counts}; {agreement}.", group=name, **_figures(view.result))


def _figures(result: Result) -> dict[str, str]:
    counts, agreement = split_counts(result), agreement_in_sentence(result.agreement)
    return {"counts": counts, "agreement": agreement}
