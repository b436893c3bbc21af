"""The room's screen in a made-up language: whatever a scene says, a catalogue holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.results import Agreement
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.scenes.breaks import BreakTime
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.looks import Look
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.stage import scene_after, scene_at
from desktop_app.words.language import current, speak_on_the_console
from desktop_app.words.prompts import prompt_groups
from desktop_app.words.scripts import script_at
from tests.pseudo import accent, accented, untranslated
from tests.unit.builders import every_aside, make_framework, make_record, make_round, make_workshop

pytestmark = pytest.mark.slow

COUNTS = {
    Agreement.STRONG: (0, 0, 0, 2, 10),
    Agreement.OPPOSING: (5, 1, 0, 0, 5),
    Agreement.MIXED: (3, 2, 2, 2, 3),
    Agreement.BROAD: (0, 3, 6, 3, 0),
    Agreement.TOO_FEW: (0, 1, 1, 0, 0),
}
NOT_WORDS = {"id", "round_id", "vote_id", "language"}


def texts(thing: Any) -> Iterator[str]:
    """Give every text of a scene that a person can read."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name not in NOT_WORDS:
                yield from texts(getattr(thing, field.name))


def records(tag: str) -> Iterator[WorkshopRecord]:
    """Give workshops with content in accents: empty, in every state of a vote, at the end."""
    framework = replace(accent(make_framework()), language=tag)
    workshop = replace(
        make_workshop(framework=framework),
        title=accented("Away-day"),
        partnership="",
        place="",
        facilitator="",
        language=tag,
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        groups=(Group(accented("Council"), 6), Group(accented("Police"), 6)),
        held_on=date(2027, 5, 14),
        review_on=date(2027, 11, 2),
        fist=(1, 1, 1, 2, 3, 4),
        headline=accented("One budget"),
        agenda=(
            AgendaItem("break:1", 15),
            AgendaItem("own:1", 5, accented("Our pledge"), accented("We will.")),
        ),
    )
    yield make_record(workshop=replace(workshop, is_sample=True))
    first = framework.actions[0].statements[0].id
    for state, channel in product((RoundState.OPEN, RoundState.CLOSED), Channel):
        votes = make_round(first, COUNTS[Agreement.STRONG], state=state, present=12)
        yield make_record(replace(votes, channel=channel), workshop=workshop)
    actions = [action.id for action in framework.actions]
    for state, channel in product(
        (RoundState.OPEN, RoundState.CLOSED, RoundState.REVEALED), Channel
    ):
        vote = PriorityVote(
            id="p1",
            workshop_id="w1",
            channel=channel,
            state=state,
            present=12,
            dots_each=3,
            ballots_in=11,
            dots_in=33,
            dots=((actions[0], 20), (actions[1], 13)) if state is RoundState.REVEALED else (),
            concordance=0.5,
        )
        rated = make_round(first, COUNTS[Agreement.STRONG], present=12)
        yield replace(make_record(rated, workshop=workshop), priority_vote=vote)
    for was, now in product(COUNTS.values(), COUNTS.values()):
        rounds = (
            make_round(first, was, present=12),
            make_round(first, now, ordinal=2, present=12, cannot_say=4),
        )
        settled = replace(rounds[1], settled_point=3, settled_reason=accented("Because"))
        yield replace(
            make_record(rounds[0], settled, workshop=workshop),
            notes=tuple(Note(f"n{n}", "w", NoteKind.PARKED, accented("Later")) for n in range(10)),
            commitments=tuple(
                Commitment(f"c{n}", "w", n, accented("Meet"), due=date(2027, 6, 1))
                for n in range(8)
            ),
        )


def shown(record: WorkshopRecord) -> Iterator[Scene]:
    """Give every scene of a workshop's day, in every way to look at it."""
    for step, look in product(record.workshop.steps, Look):
        yield scene_at(record, step, OverviewOrder.LEVEL, look)
    for left in (700, 60, 45, 1, 0):
        pause = BreakTime("11:15", left, 900)
        yield scene_at(record, Step(StepKind.BREAK, "1"), pause=pause)
    yield from every_aside(record)


def test_every_scene_and_its_words_are_in_the_workshops_language(made_up: str) -> None:
    assert current().tag == "en-GB"
    unsaid: set[str] = set()
    for record in records(made_up):
        for scene in shown(record):
            words = in_words(scene)
            for text in (*texts(scene), words.name, words.description):
                unsaid |= {f"{type(scene).__name__}: {word}" for word in untranslated(text)}
    assert unsaid == set()


def test_the_stage_speaks_english_beside_a_console_that_does_not(made_up: str) -> None:
    speak_on_the_console(made_up)
    try:
        scenes = [scene for record in records("en") for scene in shown(record)]
        said = " ".join(text for scene in scenes for text in (*texts(scene), in_words(scene).name))
    finally:
        speak_on_the_console("en-GB")
    assert "[" not in said
    assert "The vote is closed. 12 of 12 in." in said


def test_a_ballot_more_does_not_change_the_language(made_up: str) -> None:
    record = next(r for r in records(made_up) if r.rounds and r.rounds[0].state is RoundState.OPEN)
    step = workshop_steps(record.workshop.framework)[1]
    vote = replace(record.rounds[0], ballots_in=3)
    scene = scene_after(scene_at(record, step), record, vote)
    assert [word for text in texts(scene) for word in untranslated(text)] == []


def test_what_the_facilitator_may_say_and_ask_is_said_on_the_console(made_up: str) -> None:
    speak_on_the_console(made_up)
    try:
        found = [
            text
            for record in records(made_up)
            for step in workshop_steps(record.workshop.framework)
            for text in texts((script_at(record, step), *prompt_groups(record, step)))
        ]
    finally:
        speak_on_the_console("en-GB")
    assert len(found) > 100
    assert {word for text in found for word in untranslated(text)} == set()
