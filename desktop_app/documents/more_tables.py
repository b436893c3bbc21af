"""The tables beside the results: rounds, priorities, commitments, notes and about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.analysis.priorities import importance_of, priorities_of
from desktop_app.analysis.visibility import view_fist
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.domain.plan import Note
from desktop_app.domain.results import Hidden, Result, RoundView
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.recommendations.taken import taken_on
from desktop_app.words import names
from desktop_app.words.change import change_told
from desktop_app.words.method import CHART_NOTE, limits, marks_of, method_note
from desktop_app.words.speech import said, say, say_as
from desktop_app.words.statuses import status_name
from desktop_app.words.who_sees import mode_name

from .methods import about_framework
from .tables import (
    NO_CELL_SAYS,
    Cell,
    Column,
    Facts,
    Kind,
    Table,
    filled,
    hidden,
    point_columns,
)


def rounds_table(facts: Facts) -> Table:
    """Return one row a round of the whole room; the counts follow the label, for a chart."""
    framework = facts.record.workshop.framework
    points = point_columns(framework)
    columns = (
        Column("label", say("Statement and round"), width=34),
        *points,
        Column("cannot_say", plain(framework.scale.cannot_say_label), Kind.WHOLE, 11),
        Column("n", say("Ratings"), Kind.WHOLE, 9),
        Column("present", say("People"), Kind.WHOLE, 9),
        Column("state", say_as("of a vote", "State"), width=20),
        Column("level", say("Level"), width=10),
        Column("agreement", say("Agreement"), width=22),
        Column("median", say("Median"), Kind.MEASURE, 9),
        Column("change", say("Change since the round before"), Kind.LONG, 44),
        Column("settled_point", say("Settled view"), Kind.WHOLE, 9),
        Column("settled_reason", say("Reason for it"), Kind.LONG, 44),
    )
    rows = _round_rows(facts, len(points))
    return Table(
        "rounds",
        say("rounds"),
        columns,
        filled(rows, len(columns), say("Nothing has been voted on.")),
    )


def _round_rows(facts: Facts, points: int) -> Iterator[tuple[Cell, ...]]:
    before: RoundView | None = None
    for round_, view in facts.rounds:
        same = before is not None and before.statement_id == view.statement_id
        earlier = before.whole if same and before is not None else None
        label = _label(facts.record.workshop.framework, round_, view)
        yield label, *_counts(view, points), view.present, *_words(round_, view, earlier)
        before = view


def _label(framework: Framework, round_: Round, view: RoundView) -> str:
    name = one_line(framework.statement(round_.statement_id).name)
    statement = f"{one_line(round_.statement_id)} {name}"
    if isinstance(view.whole, Hidden):
        return say("{statement}, round {n} (hidden)", statement=statement, n=round_.ordinal)
    return say("{statement}, round {n}", statement=statement, n=round_.ordinal)


def _counts(view: RoundView, points: int) -> tuple[Cell, ...]:
    if isinstance(view.whole, Hidden):
        return (hidden(),) * (points + 2)
    return *view.whole.counts, view.whole.cannot_say, view.whole.n


def _words(round_: Round, view: RoundView, before: Result | Hidden | None) -> tuple[Cell, ...]:
    settled = round_.settled_point if round_.state is RoundState.REVEALED else None
    reason = plain(round_.settled_reason) or None if settled is not None else None
    ends = (settled, reason)
    state, now = names.state_name(round_.state), view.whole
    if isinstance(now, Hidden):
        return state, hidden(), hidden(), hidden(), None, *ends
    level, agreement = names.level_name(now.level), names.agreement_name(now.agreement)
    return state, level, agreement, now.median, _change(before, now), *ends


def _change(before: Result | Hidden | None, now: Result) -> Cell:
    """Return what may be said of two rounds in words, where both may be shown."""
    if isinstance(before, Hidden):
        return hidden()
    return change_told(before, now) if before else None


def priorities_table(facts: Facts) -> Table:
    """Return one row an action, most dots first."""
    columns = (
        Column("action", say("Action"), width=8),
        Column("action_title", say("Action in words"), Kind.LONG, 44),
        Column("dots", say("Dots"), Kind.WHOLE, 8),
        Column("share", say("Share of dots"), Kind.SHARE, 10),
        Column("level", say("Level"), width=10),
        Column("importance", say("Importance beside level"), width=24),
    )
    rows = _priority_rows(facts)
    return Table(
        "priorities",
        say("priorities"),
        columns,
        filled(rows, len(columns), say("No dots have been placed.")),
    )


def _priority_rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    record, picture = facts.record, facts.picture
    framework, view = record.workshop.framework, priorities_of(record)
    fields = {
        found.action_id: names.field_name(found.field) for found in importance_of(record, picture)
    }
    if view is None:
        return
    rows: list[tuple[str, Cell, Cell]]
    if isinstance(view, Hidden):
        rows = [(action.id, hidden(), hidden()) for action in framework.actions]
    else:
        rows = [(row.action_id, row.dots, row.share) for row in view.rows]
    for key, dots, share in rows:
        level = picture.action(key).level
        name = names.level_name(level) if level else None
        yield plain(key), plain(framework.action(key).title), dots, share, name, fields.get(key)


def commitments_table(facts: Facts) -> Table:
    """Return the plan, one row a commitment."""
    record = facts.record
    framework = record.workshop.framework
    columns = (
        Column("number", say("No."), Kind.WHOLE, 6),
        Column("title", say("Next step"), Kind.LONG, 44),
        Column("owner", say("Owner"), Kind.LONG, 22),
        Column("due", say_as("a date", "By"), Kind.DAY, 13),
        Column("first_move", say("First move"), Kind.LONG, 40),
        Column("measure", say("How we will know"), Kind.LONG, 40),
        Column("action", say("Action"), Kind.LONG, 30),
        Column("how", say("How"), Kind.LONG, 50),
        Column("because", say("Why"), Kind.LONG, 40),
        Column("leans_on", say("Leans on"), Kind.LONG, 30),
    )
    rows = (
        (
            one.number, plain(c.title), plain(c.owner) or None, c.due, plain(c.first_move) or None,
            plain(c.measure) or None, _action_title(framework, c.action_id), plain(c.how) or None,
            plain(one.why) or None, plain("; ".join(framework.citations(c.leans_on))) or None,
        )
        for one in taken_on(record, facts.picture)
        for c in (one.commitment,)
    )  # fmt: skip
    return Table("commitments", say("commitments"), columns, tuple(rows))


def _action_title(framework: Framework, action_id: str | None) -> str | None:
    found = (plain(a.title) for a in framework.actions if a.id == action_id)
    return next(found, plain(action_id) if action_id else None)


def notes_table(facts: Facts) -> Table:
    """Return what was said, one row a note, in the order it was written down."""
    record = facts.record
    framework = record.workshop.framework
    columns = (
        Column("kind", say("Kind"), width=11),
        Column("text", say("Note"), Kind.LONG, 80),
        Column("action", say("Action"), Kind.LONG, 30),
        Column("statement", say("Statement"), width=11),
        Column("round", say("Round"), Kind.WHOLE, 8),
    )
    held = {s.id: a.id for a in framework.actions for s in a.statements}
    rows = tuple(_note(framework, held, note) for note in record.printed_notes)
    return Table("notes", say("notes"), columns, rows)


def _note(framework: Framework, held: Mapping[str, str], note: Note) -> tuple[Cell, ...]:
    action = note.action_id or held.get(note.statement_id or "")
    statement = plain(note.statement_id) if note.statement_id else None
    title = _action_title(framework, action)
    return names.note_kind_name(note.kind), plain(note.text), title, statement, note.ordinal


def about_table(facts: Facts) -> Table:
    """Return what the figures come from and how to read them."""
    columns = (Column("what", say("What"), width=28), Column("says", say("Says"), Kind.LONG, 100))
    return Table("about", say("about"), columns, tuple(_about(facts)))


def _about(facts: Facts) -> Iterator[tuple[Cell, Cell]]:
    workshop = facts.record.workshop
    framework = workshop.framework
    for mark in marks_of(workshop):
        yield say("Please note"), mark
    yield from _event(facts.record)
    yield say("Framework"), plain(about_framework(framework))
    yield say("About the content"), plain(framework.status)
    yield say("Every statement begins"), plain(framework.stem)
    for point in framework.scale.points:
        yield say("Rating {n}", n=point.value), plain(f"{point.label}: {point.description}")
    scale = framework.scale
    yield plain(scale.cannot_say_label), plain(scale.cannot_say_description)
    yield say("How to read this"), method_note(facts.record, facts.picture) or None
    yield say("Levels and agreement"), said(CHART_NOTE)
    yield say("Limits"), limits(workshop, facts.picture) or None
    yield say("Hidden figures"), said(NO_CELL_SAYS)


def _event(record: WorkshopRecord) -> Iterator[tuple[Cell, Cell]]:
    workshop, seen = record.workshop, bool(record.workshop.ballot_seen)
    yield say("Workshop"), plain(workshop.title)
    yield say("Partnership"), plain(workshop.partnership) or None
    yield say("Place"), plain(workshop.place) or None
    yield say("Date"), workshop.held_on
    yield say("Facilitator"), plain(workshop.facilitator) or None
    yield say("Status"), status_name(workshop.status)
    yield say("Privacy"), mode_name(workshop.privacy, _ways(record), seen=seen)
    yield say("People who may vote"), workshop.present
    yield say("Observers"), workshop.observers
    yield say("Fewest answers shown"), workshop.rules.minimum_answers
    yield say("Headline commitment"), plain(workshop.headline) or None
    yield say("Review date"), workshop.review_on
    yield say("Fist to five on the plan"), _fist(workshop)


def _ways(record: WorkshopRecord) -> set[Channel]:
    """Return how the room voted, or will."""
    voted = {one.channel for one in record.rounds}
    if record.priority_vote is not None:
        voted.add(record.priority_vote.channel)
    return voted or {record.workshop.channel}


def _fist(workshop: Workshop) -> str | None:
    counts = view_fist(workshop.fist, workshop.rules)
    if counts is None or isinstance(counts, Hidden):
        return hidden() if counts else None
    return "; ".join(f"{fingers}: {votes}" for fingers, votes in enumerate(counts))
