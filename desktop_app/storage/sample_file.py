"""Reads a sample workshop from its TOML file; must not know the database or any window.

The tables below are the file's format. A mistake gives a FileProblem that names file and place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import msgspec

from desktop_app.domain.agenda import AgendaItem, clock_time, half_day
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import CANNOT_SAY, Framework, StepWhen
from desktop_app.domain.plan import Commitment, Note, NoteKind, TakenFor
from desktop_app.domain.priorities import DEFAULT_DOTS, MAX_DOTS, PriorityVote
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.texts import phrase, to_say
from desktop_app.domain.workshop import Workshop, WorkshopRecord

from .toml_file import TomlFile, choice, read_toml
from .toml_places import Keys, Noun

_FINGERS = 5
_NOUNS = {
    "rounds": Noun(to_say('round "{name}"'), to_say("round {number}")),
    "notes": Noun(to_say('note "{name}"'), to_say("note {number}")),
    "commitments": Noun(to_say('commitment "{name}"'), to_say("commitment {number}")),
}


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    """A table of the file: no key that it does not name."""


class _RoundTable(_Table):
    """One revealed round; `counts` are the ratings from 1 upwards."""

    statement: str
    channel: str
    counts: list[int]
    cannot_say: int = 0
    difference_reason: str = ""


class _NoteTable(_Table):
    kind: str
    text: str
    statement: str | None = None
    action: str | None = None
    ordinal: int | None = None


class _CommitmentTable(_Table):
    """One commitment; `statement` and `ordinal` are the vote that its `step` was taken on for."""

    title: str
    owner: str
    due: date
    first_move: str
    measure: str
    action: str | None = None
    step: str | None = None
    statement: str | None = None
    ordinal: int = 1
    how: str = ""
    because: str = ""
    leans_on: list[str] = []


class _PrioritiesTable(_Table):
    """The revealed vote on priorities, everybody's dots by action id."""

    channel: str
    dots_each: int
    dots: dict[str, int]


class _SampleTable(_Table):
    """The whole file; a day that `begins` at a time has the usual agenda of half a day."""

    title: str
    partnership: str
    place: str
    held_on: date
    facilitator: str
    present: int
    headline: str
    review_on: date
    rounds: list[_RoundTable]
    notes: list[_NoteTable]
    commitments: list[_CommitmentTable]
    fist: list[int] = []
    priorities: _PrioritiesTable | None = None
    begins: str = ""


def read_sample(path: Path, framework: Framework, now: datetime) -> WorkshopRecord:
    """Return the sample workshop of a TOML file on `framework`, marked as a sample.

    All ids are new each time, so that it can be opened twice. Raises FileProblem for a file that
    cannot be read, or names something that the framework does not have, or does not add up.
    """
    file = read_toml(path, _NOUNS)
    table = file.as_table(_SampleTable)
    _check_names(file, table, framework)
    _check_sums(file, table, framework.scale.size)
    _check_fist(file, table)
    if table.priorities is not None:
        _check_dots(file, table.priorities, framework, table.present)
    workshop = _workshop(table, framework, _agenda(file, table.begins, framework), now)
    return WorkshopRecord(
        workshop=workshop,
        rounds=_rounds(file, table, workshop.id),
        notes=tuple(
            _note(workshop.id, note, choice(file, ("notes", n, "kind"), NoteKind, note.kind))
            for n, note in enumerate(table.notes)
        ),
        commitments=tuple(
            _commitment(workshop, place, commitment)
            for place, commitment in enumerate(table.commitments)
        ),
        priority_vote=_priority_vote(file, table, workshop.id),
    )


def _check_names(file: TomlFile, table: _SampleTable, framework: Framework) -> None:
    """Check that the framework has every statement, action, step and source that is named."""
    statements = {statement.id for statement in framework.statements}
    actions = {action.id for action in framework.actions}
    steps = _situations(framework)
    sources = {source.key for source in framework.sources}
    for r, round_ in enumerate(table.rounds):
        _check_known(file, ("rounds", r, "statement"), round_.statement, statements)
    for n, note in enumerate(table.notes):
        _check_known(file, ("notes", n, "statement"), note.statement, statements)
        _check_known(file, ("notes", n, "action"), note.action, actions)
    for c, commitment in enumerate(table.commitments):
        _check_known(file, ("commitments", c, "action"), commitment.action, actions)
        _check_known(file, ("commitments", c, "step"), commitment.step, steps)
        _check_known(file, ("commitments", c, "statement"), commitment.statement, statements)
        for key in commitment.leans_on:
            _check_known(file, ("commitments", c, "leans_on"), key, sources)


def _check_known(file: TomlFile, keys: Keys, name: str | None, known: Collection[str]) -> None:
    if name is not None and name not in known:
        raise file.problem(
            keys,
            phrase('the framework has no "{name}". Correct it, or take it out.', name=name[:40]),
        )


def _check_sums(file: TomlFile, table: _SampleTable, points: int) -> None:
    for r, round_ in enumerate(table.rounds):
        keys: Keys = ("rounds", r, "counts")
        if len(round_.counts) != points:
            raise file.problem(
                keys,
                phrase(
                    "there are {found} counts, and the scale has {points} points. Give one for "
                    "each.",
                    found=len(round_.counts),
                    points=points,
                ),
            )
        if min(*round_.counts, round_.cannot_say) < 0:
            raise file.problem(keys, phrase("a count is below 0. Give 0 or more."))
        _check_present(file, keys, round_, table.present)


def _check_present(file: TomlFile, keys: Keys, round_: _RoundTable, present: int) -> None:
    total = sum(round_.counts) + round_.cannot_say
    if total != present and not round_.difference_reason:
        raise file.problem(
            keys,
            phrase(
                "{total} ballots are counted and {present} people are in the room. Correct the "
                "counts,"
                " or give a difference_reason.",
                total=total,
                present=present,
            ),
        )


def _check_fist(file: TomlFile, table: _SampleTable) -> None:
    fist = table.fist
    if fist and len(fist) != _FINGERS + 1:
        raise file.problem(
            ("fist",),
            phrase(
                "there are {found} counts. Give 6 counts, for no finger, 1, ... 5, or none at all.",
                found=len(fist),
            ),
        )
    if min(fist, default=0) < 0:
        raise file.problem(("fist",), phrase("a count is below 0. Give 0 or more."))
    if sum(fist) > table.present:
        raise file.problem(
            ("fist",),
            phrase(
                "{total} people are counted and {present} are in the room. Correct the counts.",
                total=sum(fist),
                present=table.present,
            ),
        )


def _check_dots(
    file: TomlFile, table: _PrioritiesTable, framework: Framework, present: int
) -> None:
    keys: Keys = ("priorities",)
    for key in table.dots:
        _check_known(file, keys, key, {action.id for action in framework.actions})
    if not 1 <= table.dots_each <= MAX_DOTS:
        raise file.problem(keys, phrase("each person can have 1 to {limit} dots.", limit=MAX_DOTS))
    if min(table.dots.values(), default=0) < 0:
        raise file.problem(keys, phrase("a count is below 0. Give 0 or more."))
    if sum(table.dots.values()) > present * table.dots_each:
        raise file.problem(
            keys,
            phrase(
                "there are {total} dots, and the people in the room have {limit}. Correct the "
                "counts.",
                total=sum(table.dots.values()),
                limit=present * table.dots_each,
            ),
        )


def _agenda(file: TomlFile, begins: str, framework: Framework) -> tuple[AgendaItem, ...]:
    if not begins:
        return ()
    if clock_time(begins) is None:
        raise file.problem(("begins",), phrase('write a time of day such as "09:30".'))
    first, *others = half_day(framework)
    return (replace(first, at=begins), *others)


def _workshop(
    table: _SampleTable, framework: Framework, agenda: tuple[AgendaItem, ...], now: datetime
) -> Workshop:
    return Workshop(
        id=_new_id(),
        title=table.title,
        framework=framework,
        identity=_new_id(),
        language=framework.language,
        created_at=now,
        updated_at=now,
        partnership=table.partnership,
        place=table.place,
        held_on=table.held_on,
        facilitator=table.facilitator,
        present=table.present,
        status=WorkshopStatus.RUNNING,
        is_sample=True,
        headline=table.headline,
        review_on=table.review_on,
        fist=tuple(table.fist),
        agenda=agenda,
        dots_each=table.priorities.dots_each if table.priorities else DEFAULT_DOTS,
    )


def _rounds(file: TomlFile, table: _SampleTable, workshop_id: str) -> tuple[Round, ...]:
    ordinals: Counter[str] = Counter()
    rounds = []
    for r, row in enumerate(table.rounds):
        ordinals[row.statement] += 1
        channel = choice(file, ("rounds", r, "channel"), Channel, row.channel)
        rounds.append(_round(row, channel, ordinals[row.statement], workshop_id, table.present))
    return tuple(rounds)


def _round(
    row: _RoundTable, channel: Channel, ordinal: int, workshop_id: str, present: int
) -> Round:
    votes = (row.cannot_say, *row.counts)
    return Round(
        id=_new_id(),
        workshop_id=workshop_id,
        statement_id=row.statement,
        ordinal=ordinal,
        channel=channel,
        state=RoundState.REVEALED,
        present=present,
        ballots_in=sum(votes),
        tallies=_tallies(channel, votes),
        difference_reason=row.difference_reason,
    )


def _tallies(channel: Channel, votes: Sequence[int]) -> tuple[Tally, ...]:
    """Return the tallies of `votes`, which stand for CANNOT_SAY, 1, ... K."""
    return tuple(
        Tally(channel, "", point, count)
        for point, count in enumerate(votes, start=CANNOT_SAY)
        if count
    )


def _note(workshop_id: str, row: _NoteTable, kind: NoteKind) -> Note:
    return Note(_new_id(), workshop_id, kind, row.text, row.statement, row.action, row.ordinal)


def _situations(framework: Framework) -> dict[str, StepWhen]:
    """Return when each step of the bank is offered."""
    return {step.id: step.when for action in framework.actions for step in action.steps}


def _keys(framework: Framework, row: _CommitmentTable) -> str | None:
    """Return what a commitment takes on and what for."""
    if row.step is None or row.statement is None:
        return row.step
    when = _situations(framework)[row.step]
    return f"{row.step} {TakenFor(row.statement, row.ordinal, when).key}"


def _commitment(workshop: Workshop, place: int, row: _CommitmentTable) -> Commitment:
    return Commitment(
        id=_new_id(),
        workshop_id=workshop.id,
        position=place,
        title=row.title,
        action_id=row.action,
        step_id=_keys(workshop.framework, row),
        how=row.how,
        because=row.because,
        leans_on=tuple(row.leans_on),
        owner=row.owner,
        due=row.due,
        measure=row.measure,
        first_move=row.first_move,
    )


def _priority_vote(file: TomlFile, table: _SampleTable, workshop_id: str) -> PriorityVote | None:
    found = table.priorities
    if found is None:
        return None
    return PriorityVote(
        id=_new_id(),
        workshop_id=workshop_id,
        state=RoundState.REVEALED,
        channel=choice(file, ("priorities", "channel"), Channel, found.channel),
        dots_each=found.dots_each,
        present=table.present,
        ballots_in=table.present,
        dots_in=sum(found.dots.values()),
        dots=tuple(found.dots.items()),
    )


def _new_id() -> str:
    return uuid4().hex
