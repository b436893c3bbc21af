"""Small records for the tests of storage and exports."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import (
    Action,
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    Scale,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_names import named
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.storage.library import SqliteLibrary


def a_framework(points: int = 5) -> Framework:
    """Return two actions with three statements and a step for each situation."""
    scale = Scale(
        tuple(ScalePoint(v, f"Point {v}", f"Described {v}") for v in range(1, points + 1)),
        "Can't say",
        "I don't know enough",
    )
    framework = Framework(
        id="f", version="1.0", language="en", title="Łeading", status="Not a scale.",
        stem="Leaders", leaders_means="All of us", scale=scale,
        actions=(
            _action("T", Statement("T1", "time", "take time", ((1, "never"), (5, "often"))),
                    Statement("T2", "trust", "keep trust")),
            _action("A", Statement("A1", "aims", "agree aims")),
        ),
        sources=(Source("V", "Vangen 2003", "Nurturing", "Trust grows"),),
    )  # fmt: skip
    return named(framework)


def _action(key: str, *statements: Statement) -> Action:
    steps = tuple(
        NextStep(f"{key}-{when.value}", when, f"Do {when.value}", "How", "First", "Sign", ("V",))
        for when in StepWhen
    )
    quick = Statement(key, "quick", "do it all")
    prompts = (Prompt(PromptKind.HAPPENED, "What happened?", ("V",)),)
    return Action(key, f"Action {key}", key, statements, quick, prompts, steps)


def a_workshop() -> Workshop:
    """Return a workshop with defaults."""
    moment = datetime(2027, 5, 14, 9, tzinfo=UTC)
    return Workshop(
        "Away-day", id="w1", framework=a_framework(), created_at=moment, updated_at=moment
    )


def a_round() -> Round:
    """Return an open first round on T1."""
    return Round("r1", "w1", "T1", 1, Channel.HANDS, RoundState.OPEN, 12)


def save(library: SqliteLibrary, record: WorkshopRecord) -> None:
    """Write a whole record in one unit."""
    with library.writing() as work:
        work.add_workshop(record.workshop)
        for round_ in record.rounds:
            work.add_round(round_)
            work.add_tallies(round_, round_.tallies)
        for note in record.notes:
            work.save_note(note)
        for commitment in record.commitments:
            work.save_commitment(commitment)
        work.commit()
