"""The tables beside the results: rounds, priorities, commitments, notes and about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.analysis.priorities import Field, importance_of, priorities_of
from desktop_app.analysis.visibility import view_fist
from desktop_app.domain.framework import Framework
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.results import Hidden, Result, RoundView
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Privacy, Workshop
from desktop_app.words import names
from desktop_app.words.method import CHART_NOTE, limits, marks_of, method_note

from .tables import (
    HIDDEN,
    STATES,
    Cell,
    Column,
    Facts,
    Kind,
    Table,
    filled,
    point_columns,
)

FIELDS = {
    Field.WORK_ON: "Work on this now",
    Field.KEEP: "Keep this up",
    Field.WATCH: "Keep an eye on it",
    Field.RUNS: "Let it run",
}
PRIVACIES = {
    Privacy.ANONYMOUS: "Anonymous",
    Privacy.ANONYMOUS_WITH_GROUP: "Anonymous with group",
    Privacy.OPEN: "Open",
}
STATUSES = {
    WorkshopStatus.PREPARED: "Prepared",
    WorkshopStatus.RUNNING: "In progress",
    WorkshopStatus.CLOSED: "Closed",
}
KINDS = {
    NoteKind.EVIDENCE: "Evidence",
    NoteKind.BARRIER: "Barrier",
    NoteKind.IDEA: "Idea",
    NoteKind.QUOTE: "Quote",
    NoteKind.PARKED: "Parked",
}
NO_CELL_SAYS = (
    "“hidden” stands where a figure exists, or may exist, and is not shown: before the reveal, and"
    " where so few ratings could point to the people who gave them. An empty cell has nothing to"
    " say. A count of 0 is a count."
)


def rounds_table(facts: Facts) -> Table:
    """Return one row a round of the whole room; the counts follow the label, for a chart."""
    framework = facts.record.workshop.framework
    points = point_columns(framework)
    columns = (
        Column("label", "Statement and round", width=34),
        *points,
        Column("cannot_say", plain(framework.scale.cannot_say_label), Kind.WHOLE, 11),
        Column("n", "Ratings", Kind.WHOLE, 9),
        Column("present", "People", Kind.WHOLE, 9),
        Column("state", "State", width=20),
        Column("level", "Level", width=10),
        Column("agreement", "Agreement", width=22),
        Column("median", "Median", Kind.MEASURE, 9),
        Column("median_shift", "Median since last round", Kind.MEASURE, 12),
        Column("consensus_shift", "Consensus since last round", Kind.MEASURE, 13),
        Column("settled_point", "Settled view", Kind.WHOLE, 9),
        Column("settled_reason", "Reason for it", Kind.LONG, 44),
    )
    rows = _round_rows(facts, len(points))
    return Table("rounds", columns, filled(rows, len(columns), "Nothing was voted on yet."))


def _round_rows(facts: Facts, points: int) -> Iterator[tuple[Cell, ...]]:
    before: RoundView | None = None
    for round_, view in facts.rounds:
        same = before is not None and before.statement_id == view.statement_id
        earlier = before.whole if same and before is not None else None
        label = _label(facts.record.workshop.framework, round_, view)
        yield label, *_counts(view, points), view.present, *_words(round_, view, earlier)
        before = view


def _label(framework: Framework, round_: Round, view: RoundView) -> str:
    word = one_line(framework.statement(round_.statement_id).word)
    hidden = f" ({HIDDEN})" if isinstance(view.whole, Hidden) else ""
    return f"{one_line(round_.statement_id)} {word}, round {round_.ordinal}{hidden}"


def _counts(view: RoundView, points: int) -> tuple[Cell, ...]:
    if isinstance(view.whole, Hidden):
        return (HIDDEN,) * (points + 2)
    return *view.whole.counts, view.whole.cannot_say, view.whole.n


def _words(round_: Round, view: RoundView, before: Result | Hidden | None) -> tuple[Cell, ...]:
    settled = round_.settled_point if round_.state is RoundState.REVEALED else None
    reason = plain(round_.settled_reason) or None if settled is not None else None
    ends = (settled, reason)
    state, now = STATES[round_.state], view.whole
    if isinstance(now, Hidden):
        return state, HIDDEN, HIDDEN, HIDDEN, None, None, *ends
    level, agreement = names.level_name(now.level), names.agreement_name(now.agreement)
    return state, level, agreement, now.median, *_shifts(before, now), *ends


def _shifts(before: Result | Hidden | None, now: Result) -> tuple[Cell, Cell]:
    """Return how median and consensus moved, where both rounds may be shown."""
    if isinstance(before, Hidden):
        return HIDDEN, HIDDEN
    if before is None or before.median is None or now.median is None:
        return None, None
    if before.consensus is None or now.consensus is None:
        return now.median - before.median, None
    return now.median - before.median, round(now.consensus - before.consensus, 6)


def priorities_table(facts: Facts) -> Table:
    """Return one row an action, most dots first."""
    columns = (
        Column("action", "Action", width=8),
        Column("action_title", "Action in words", Kind.LONG, 44),
        Column("dots", "Dots", Kind.WHOLE, 8),
        Column("share", "Share of dots", Kind.SHARE, 10),
        Column("level", "Level", width=10),
        Column("importance", "Importance beside level", width=24),
    )
    rows = _priority_rows(facts)
    return Table("priorities", columns, filled(rows, len(columns), "No dots were placed yet."))


def _priority_rows(facts: Facts) -> Iterator[tuple[Cell, ...]]:
    record, picture = facts.record, facts.picture
    framework, view = record.workshop.framework, priorities_of(record)
    fields = {found.action_id: FIELDS[found.field] for found in importance_of(record, picture)}
    if view is None:
        return
    rows: list[tuple[str, Cell, Cell]]
    if isinstance(view, Hidden):
        rows = [(action.id, HIDDEN, HIDDEN) for action in framework.actions]
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
        Column("number", "No.", Kind.WHOLE, 6),
        Column("title", "Next step", Kind.LONG, 44),
        Column("owner", "Owner", Kind.LONG, 22),
        Column("due", "By", Kind.DAY, 13),
        Column("first_move", "First move", Kind.LONG, 40),
        Column("measure", "How we will know", Kind.LONG, 40),
        Column("action", "Action", Kind.LONG, 30),
        Column("how", "How", Kind.LONG, 50),
        Column("because", "Why", Kind.LONG, 40),
        Column("leans_on", "Leans on", Kind.LONG, 30),
    )
    rows = (
        (
            number, plain(c.title), plain(c.owner) or None, c.due, plain(c.first_move) or None,
            plain(c.measure) or None, _action_title(framework, c.action_id), plain(c.how) or None,
            plain(c.because) or None, plain("; ".join(framework.citations(c.leans_on))) or None,
        )
        for number, c in enumerate(record.commitments, start=1)
    )  # fmt: skip
    return Table("commitments", columns, tuple(rows))


def _action_title(framework: Framework, action_id: str | None) -> str | None:
    found = (plain(a.title) for a in framework.actions if a.id == action_id)
    return next(found, plain(action_id) if action_id else None)


def notes_table(facts: Facts) -> Table:
    """Return what was said, one row a note, in the order it was written down."""
    record = facts.record
    framework = record.workshop.framework
    columns = (
        Column("kind", "Kind", width=11),
        Column("text", "Note", Kind.LONG, 80),
        Column("action", "Action", Kind.LONG, 30),
        Column("statement", "Statement", width=11),
        Column("round", "Round", Kind.WHOLE, 8),
    )
    held = {s.id: a.id for a in framework.actions for s in a.statements}
    return Table("notes", columns, tuple(_note(framework, held, note) for note in record.notes))


def _note(framework: Framework, held: Mapping[str, str], note: Note) -> tuple[Cell, ...]:
    action = note.action_id or held.get(note.statement_id or "")
    statement = plain(note.statement_id) if note.statement_id else None
    title = _action_title(framework, action)
    return KINDS[note.kind], plain(note.text), title, statement, note.ordinal


def about_table(facts: Facts) -> Table:
    """Return what the figures come from and how to read them."""
    columns = (Column("what", "What", width=28), Column("says", "Says", Kind.LONG, 100))
    return Table("about", columns, tuple(_about(facts)))


def _about(facts: Facts) -> Iterator[tuple[Cell, Cell]]:
    workshop = facts.record.workshop
    framework = workshop.framework
    for mark in marks_of(workshop):
        yield "Please note", mark
    yield from _event(workshop)
    yield "Framework", plain(f"{framework.title}, version {framework.version}")
    yield "About the content", plain(framework.status)
    yield "Every statement begins", plain(framework.stem)
    for point in framework.scale.points:
        yield f"Rating {point.value}", plain(f"{point.label}: {point.description}")
    scale = framework.scale
    yield plain(scale.cannot_say_label), plain(scale.cannot_say_description)
    yield "How to read this", method_note(workshop, facts.picture) or None
    yield "Levels and agreement", CHART_NOTE
    yield "Limits", limits(workshop)
    yield "Hidden figures", NO_CELL_SAYS


def _event(workshop: Workshop) -> Iterator[tuple[Cell, Cell]]:
    yield "Workshop", plain(workshop.title)
    yield "Partnership", plain(workshop.partnership) or None
    yield "Place", plain(workshop.place) or None
    yield "Date", workshop.held_on
    yield "Facilitator", plain(workshop.facilitator) or None
    yield "Status", STATUSES[workshop.status]
    yield "Privacy", PRIVACIES[workshop.privacy]
    yield "People who may vote", workshop.present
    yield "Observers", workshop.observers
    yield "Fewest answers shown", workshop.rules.minimum_answers
    yield "Headline commitment", plain(workshop.headline) or None
    yield "Review date", workshop.review_on
    yield "Fist to five on the plan", _fist(workshop)


def _fist(workshop: Workshop) -> str | None:
    counts = view_fist(workshop.fist, workshop.rules)
    if counts is None or isinstance(counts, Hidden):
        return HIDDEN if counts else None
    return "; ".join(f"{fingers}: {votes}" for fingers, votes in enumerate(counts))
