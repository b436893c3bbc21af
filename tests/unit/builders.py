"""Small records for tests: a framework of two actions, rounds from plain counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import (
    Action,
    Framework,
    NextStep,
    Scale,
    ScalePoint,
    Statement,
    StepWhen,
)
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.workshop import Privacy, ResultRules, Workshop, WorkshopRecord
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, following
from desktop_app.scenes.scene import Scene

NOON = datetime(2027, 5, 14, 12, 0, tzinfo=UTC)


def make_scale(points: int = 5) -> Scale:
    return Scale(
        tuple(ScalePoint(k, f"Label {k}", f"Description {k}") for k in range(1, points + 1)),
        "Can't say",
        "Not enough to go on",
    )


def make_steps(action_id: str) -> tuple[NextStep, ...]:
    """Three level steps for each level, two opposing, one can't say."""
    numbered = [
        *((f"L{i}", StepWhen.LOW) for i in (1, 2, 3)),
        *((f"M{i}", StepWhen.MIDDLE) for i in (1, 2, 3)),
        *((f"H{i}", StepWhen.HIGH) for i in (1, 2, 3)),
        *((f"D{i}", StepWhen.OPPOSING) for i in (1, 2)),
        ("N1", StepWhen.CANNOT_SAY),
    ]
    return tuple(
        NextStep(
            id=f"{action_id}-{key}",
            when=when,
            title=f"Step {action_id}-{key}",
            how="How it goes.",
            first_move="A first move.",
            sign="A sign.",
            leans_on=("V&H03",),
            short=f"Short {action_id}-{key}",
        )
        for key, when in numbered
    )


def make_action(action_id: str, statements: int = 2) -> Action:
    return Action(
        id=action_id,
        title=f"Action {action_id}",
        short_title=f"Act {action_id}",
        statements=tuple(
            Statement(
                f"{action_id}{i}", f"word{i}", f"text {action_id}{i}", name=f"Name {action_id}{i}"
            )
            for i in range(1, statements + 1)
        ),
        quick=Statement(
            action_id, f"word {action_id}", f"text {action_id}", name=f"Name {action_id}"
        ),
        prompts=(),
        steps=make_steps(action_id),
        name=f"Name {action_id}",
    )


def make_framework(points: int = 5, actions: Iterable[str] = ("T", "A")) -> Framework:
    return Framework(
        id="test",
        version="1.0",
        language="en",
        title="Test framework",
        status="A test.",
        stem="At the moment, leaders help us to",
        leaders_means="Anyone.",
        scale=make_scale(points),
        actions=tuple(make_action(key) for key in actions),
        sources=(),
    )


def make_workshop(
    framework: Framework | None = None,
    *,
    present: int = 12,
    privacy: Privacy = Privacy.ANONYMOUS,
    rules: ResultRules | None = None,
) -> Workshop:
    return Workshop(
        id="w1",
        identity="identity-of-w1",
        title="A workshop",
        framework=framework or make_framework(),
        created_at=NOON,
        updated_at=NOON,
        present=present,
        privacy=privacy,
        rules=rules or ResultRules(),
    )


def make_round(
    statement_id: str,
    counts: Sequence[int],
    cannot_say: int = 0,
    *,
    present: int | None = None,
    ordinal: int = 1,
    state: RoundState = RoundState.REVEALED,
    group: str = "",
) -> Round:
    """Return a round of hand counts f_1..f_K; everybody present answered unless said."""
    votes = (cannot_say, *counts)
    return Round(
        id=f"{statement_id}-{ordinal}",
        workshop_id="w1",
        statement_id=statement_id,
        ordinal=ordinal,
        channel=Channel.HANDS,
        state=state,
        present=sum(votes) if present is None else present,
        ballots_in=sum(votes),
        tallies=_tallies(group, votes),
    )


def make_grouped_round(
    groups: Mapping[str, Sequence[int]], *, statement_id: str = "T1", present: int | None = None
) -> Round:
    """Return a revealed round; each group's votes are for 0 ("can't say"), 1, ... K."""
    tallies = tuple(t for group, votes in groups.items() for t in _tallies(group, votes))
    cast = sum(tally.votes for tally in tallies)
    bare = make_round(statement_id, (), present=cast if present is None else present)
    return replace(bare, ballots_in=cast, tallies=tallies)


def _tallies(group: str, votes: Sequence[int]) -> tuple[Tally, ...]:
    return tuple(
        Tally(Channel.HANDS, group, point, count) for point, count in enumerate(votes) if count
    )


def make_record(*rounds: Round, workshop: Workshop | None = None) -> WorkshopRecord:
    return WorkshopRecord(workshop or make_workshop(), tuple(rounds))


def every_aside(record: WorkshopRecord) -> list[Scene]:
    """Return all that can be shown beside the steps of a record's day, every screen of it."""
    found: list[Scene] = []
    notes = [Aside(AsideKind.NOTE, subject=note.id) for note in record.notes]
    kinds = [Aside(kind) for kind in AsideKind if kind is not AsideKind.NOTE]
    for step in workshop_steps(record.workshop.framework):
        for first in (*kinds, *notes):
            aside: Aside | None = first
            while aside is not None and (scene := aside_scene(record, step, aside)) is not None:
                found.append(scene)
                aside = following(record, step, aside)
    return found
