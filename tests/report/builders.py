"""Workshops to print: a day like the sample's, and the extremes around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import (
    Action,
    Framework,
    NextStep,
    Scale,
    ScalePoint,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_names import named
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Group, Privacy, Workshop, WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks
from tests.unit.builders import NOON, make_grouped_round, make_round

LABELS = ("Not happening", "Just starting", "Partly there", "Mostly there", "Firmly in place")

ACTIONS: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "T",
        "Build mutual trust",
        (
            ("trust", "rely on one another to do what we said we would"),
            ("mutual", "trust in every direction, whatever a partner's size, sector or power"),
            ("build", "work at trust: make it, look after it, repair it"),
        ),
    ),
    (
        "A",
        "Agree ambitions",
        (
            ("agree", "hold ambitions that every partner has really agreed"),
            ("clear", "state those ambitions so plainly that all of us would explain them alike"),
        ),
    ),
    (
        "I",
        "Invest time, resources, energy",
        (
            ("time", "protect enough time, from people senior enough, for the joint work"),
            ("resources", "put in the money, people, data, skills and space the ambitions need"),
        ),
    ),
    (
        "G",
        "Galvanise managers and staff",
        (
            ("managers", "win over middle and operational managers so that they drive the change"),
            ("staff", "enthuse front-line staff so that they shape the new ways"),
        ),
    ),
    (
        "L",
        "Commit for the long term",
        (
            ("commitment", "stay committed for as many years as it takes"),
            ("learning", "learn together from what works and what does not"),
        ),
    ),
)

STATUS = (
    "The statements were written for Roundtable from the words of a published article; they are"
    " not the article's own items and not a validated scale. A picture for talking, not a score."
)

# f_1..f_5, then can't say; twelve people
COUNTS: Mapping[str, Sequence[int]] = {
    "T1": (0, 1, 3, 6, 2, 0),
    "T2": (2, 2, 2, 4, 2, 0),
    "T3": (0, 2, 5, 4, 1, 0),
    "A1": (0, 3, 5, 3, 1, 0),
    "A2": (2, 3, 1, 4, 1, 1),
    "I1": (3, 5, 2, 2, 0, 0),
    "I2": (4, 5, 2, 1, 0, 0),
    "G1": (1, 4, 3, 3, 1, 0),
    "G2": (0, 2, 3, 2, 0, 5),
    "L1": (0, 0, 2, 7, 3, 0),
    "L2": (0, 1, 3, 5, 2, 1),
}


def make_scale(points: int = 5) -> Scale:
    labels = LABELS if points == 5 else tuple(f"Label {k}" for k in range(1, points + 1))
    scale_points = tuple(ScalePoint(k, label, "") for k, label in enumerate(labels, start=1))
    return Scale(scale_points, "Can't say", "Not enough to go on")


def make_framework(points: int = 5) -> Framework:
    framework = Framework(
        id="printed",
        version="1.0",
        language="en",
        title="Leading together",
        status=STATUS,
        stem="At the moment, leaders help our partnership to",
        leaders_means="Anyone who moves the joint work forward.",
        scale=make_scale(points),
        actions=tuple(_action(*action) for action in ACTIONS),
        sources=(
            Source("V&H03", "Vangen & Huxham 2003", "The trust-building loop", "Start modest."),
            Source("CI12", "Hanleybrown, Kania & Kramer 2012", "Channeling change", "A core."),
        ),
    )
    return named(framework)


def _action(key: str, title: str, statements: tuple[tuple[str, str], ...]) -> Action:
    return Action(
        id=key,
        title=title,
        short_title=title,
        statements=tuple(
            Statement(f"{key}{i}", word, text, name=word.capitalize())
            for i, (word, text) in enumerate(statements, 1)
        ),
        quick=Statement(key, title, title.lower()),
        prompts=(),
        steps=tuple(
            NextStep(
                id=f"{key}-{when.name[0]}{number}",
                when=when,
                title=f"{title}: step {number} where views are {when.value}",
                how="How it goes.",
                first_move="Name who starts, by Friday.",
                sign="People notice.",
                leans_on=("V&H03", "CI12"),
            )
            for when in StepWhen
            for number in (1, 2)
        ),
    )


def make_workshop(**changes: object) -> Workshop:
    workshop = Workshop(
        id="w1",
        identity="identity-of-w1",
        title="Away-day, 14 May",
        framework=make_framework(),
        created_at=NOON,
        updated_at=NOON,
        partnership="Harbour Children’s Partnership",
        place="Town Hall, Kingsport",
        held_on=date(2027, 5, 14),
        facilitator="Facilitator",
        present=12,
        status=WorkshopStatus.CLOSED,
        headline=(
            "By 30 June each partner puts one named manager, half a day a week, into the"
            " early-help team."
        ),
        review_on=date(2027, 11, 12),
    )
    return replace(workshop, **changes)  # type: ignore[arg-type]


def day_rounds(counts: Mapping[str, Sequence[int]] = COUNTS) -> tuple[Round, ...]:
    first = [make_round(key, row[:-1], row[-1]) for key, row in counts.items()]
    return (*first, make_round("A2", (1, 2, 2, 6, 1), ordinal=2))


def make_commitment(number: int = 0, **changes: object) -> Commitment:
    commitment = Commitment(
        id=f"c{number}",
        workshop_id="w1",
        position=number,
        title="Put one named manager from each partner into the early-help team",
        action_id="I",
        step_id="I-L1",
        because="Because 8 of 12 rated “time” 1 or 2.",
        leans_on=("V&H03", "CI12"),
        owner="Director of children’s services",
        due=date(2027, 6, 30),
        measure="every early-help meeting has all partners in it",
        first_move="Names and days in the diary by 28 May",
    )
    return replace(commitment, **changes)  # type: ignore[arg-type]


def make_plan() -> tuple[Commitment, ...]:
    return (
        make_commitment(0),
        make_commitment(
            1,
            title="Write one page: who benefits, what changes, by when, what we will not do",
            step_id="A-O1",
            because="Because views on “clear” were opposing (5 low, 5 high).",
            leans_on=("V&H03",),
            owner="Programme lead",
            due=date(2027, 6, 11),
            measure="",
            first_move="Each partner sends one sentence by 21 May",
        ),
        make_commitment(
            2,
            title="Rotate chair and venue; meet next at the youth charity",
            action_id=None,
            step_id=None,
            because="",
            leans_on=(),
            owner="Chair",
            due=date(2027, 6, 18),
            measure="",
            first_move="Book the room this week",
        ),
    )


def parked(text: str, number: int = 0) -> Note:
    return Note(f"n{number}", "w1", NoteKind.PARKED, text)


def make_day(**workshop: object) -> WorkshopRecord:
    """Return a closed day of twelve people with one second round and three commitments."""
    notes = (
        parked("Data-sharing agreement with schools", 0),
        parked("Who speaks to the new cabinet member", 1),
        Note("n2", "w1", NoteKind.IDEA, "An idea that is no parked point"),
    )
    return WorkshopRecord(make_workshop(**workshop), day_rounds(), notes, make_plan())


_PARTNERS = (("Council", 11), ("Health board", 8), ("Youth trust", 4), ("Police", 6))


def make_day_by_partner() -> WorkshopRecord:
    """Return a day on paper of 29 people of four partners, one of which is small."""
    return make_day(
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        groups=tuple(Group(name, people) for name, people in _PARTNERS),
        present=29,
        channel=Channel.PAPER,
    )


def make_scaled_day(points: int, people: int) -> WorkshopRecord:
    """Return a day on another scale, its ratings spread evenly over the points."""
    framework = make_framework(points)
    rounds = tuple(
        make_round(s.id, _spread(points, people, shift))
        for shift, s in enumerate(framework.statements)
    )
    return WorkshopRecord(make_workshop(framework=framework, present=people), rounds)


def _spread(points: int, people: int, shift: int) -> list[int]:
    counts = [0] * points
    for person in range(people):
        counts[(person * person + shift) % points] += 1
    return counts


def make_hidden_day() -> WorkshopRecord:
    """Return a day on which four people rated everything: all figures stay hidden."""
    rounds = tuple(make_round(key, (1, 1, 1, 1, 0)) for key in COUNTS)
    return WorkshopRecord(make_workshop(present=4), rounds)


def make_unrevealed_day() -> WorkshopRecord:
    rounds = tuple(replace(r, state=RoundState.CLOSED) for r in day_rounds())
    return WorkshopRecord(make_workshop(status=WorkshopStatus.RUNNING, headline=""), rounds)


def make_empty() -> WorkshopRecord:
    """Return a workshop that was just made, with nothing but a title."""
    return WorkshopRecord(
        make_workshop(
            partnership="",
            place="",
            held_on=None,
            facilitator="",
            status=WorkshopStatus.PREPARED,
            headline="",
            review_on=None,
        )
    )


def make_import_by_partner() -> WorkshopRecord:
    """Return 29 people of four partners who rated the built-in 16 statements in a file."""
    framework, named = BuiltInFrameworks().built_in(), _PARTNERS
    rounds = tuple(
        replace(
            make_grouped_round(
                {
                    name: (place % 5 == 0, *_spread(5, people - (place % 5 == 0), place + at))
                    for at, (name, people) in enumerate(named)
                },
                statement_id=statement.id,
            ),
            id=f"{statement.id}-1",
        )
        for place, statement in enumerate(framework.statements)
    )
    workshop = make_workshop(
        framework=framework,
        privacy=Privacy.ANONYMOUS_WITH_GROUP,
        groups=tuple(Group(name, people) for name, people in named),
        present=29,
        headline="",
        review_on=None,
    )
    return WorkshopRecord(workshop, rounds)
