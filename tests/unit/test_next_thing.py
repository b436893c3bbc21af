"""What comes next in the day, and after that, is one thing each and said in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.next_thing import Act, Day, NextThing, missing_in, next_thing, thing_after
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import Group, Privacy
from desktop_app.words.next_thing import after_words, again_words, button_words, next_words

from .builders import make_framework, make_record, make_round

T1 = Step(StepKind.STATEMENT, "T1")
DOTS_STEP = Step(StepKind.PRIORITIES)
STEPS = workshop_steps(make_framework())
DOTS = PriorityVote("p", "w1", RoundState.OPEN, Channel.TURNS, dots_each=3, present=12)


def vote(
    ballots: int, channel: Channel = Channel.TURNS, state: RoundState = RoundState.OPEN
) -> Round:
    made = make_round("T1", (0, 0, 0, ballots, 0), present=12, state=state)
    return replace(made, channel=channel)


def day(*rounds: Round, step: Step = T1, blank: bool = False) -> Day:
    return Day(make_record(*rounds), STEPS, step, Channel.TURNS, blank=blank)


def acts(one: Day) -> tuple[Act, Act | None]:
    after = thing_after(one)
    return next_thing(one).act, after and after.act


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        ((), (Act.OPEN, Act.CLOSE)),
        ((vote(0),), (Act.BALLOT, Act.CLOSE)),
        ((vote(9),), (Act.BALLOT, Act.CLOSE)),
        ((vote(0, Channel.PAPER),), (Act.TAKE, Act.CLOSE)),
        ((vote(9, Channel.PAPER),), (Act.CLOSE_SHORT, Act.REVEAL)),
        ((vote(12),), (Act.CLOSE, Act.REVEAL)),
        ((vote(13),), (Act.EXPLAIN, Act.REVEAL)),
        ((vote(0, Channel.HANDS),), (Act.TAKE, Act.CLOSE)),
        ((vote(9, Channel.HANDS),), (Act.CLOSE_SHORT, Act.GO_ON)),
        ((vote(12, Channel.HANDS),), (Act.CLOSE, Act.GO_ON)),
        ((vote(13, Channel.HANDS),), (Act.EXPLAIN, Act.GO_ON)),
        ((vote(12, state=RoundState.CLOSED),), (Act.REVEAL, Act.GO_ON)),
        ((vote(12, state=RoundState.REVEALED),), (Act.GO_ON, Act.OPEN)),
    ],
)
def test_a_statement_goes_from_open_to_the_next_one(
    rounds: tuple[Round, ...], expected: tuple[Act, Act]
) -> None:
    assert acts(day(*rounds)) == expected


def test_a_black_screen_is_shown_again_before_anything_else() -> None:
    assert acts(day(vote(12), blank=True)) == (Act.SHOW_AGAIN, Act.CLOSE)


def test_the_rest_of_what_the_room_sees_comes_before_the_next_step() -> None:
    assert acts(replace(day(step=STEPS[0]), more=True)) == (Act.MORE, Act.GO_ON)
    assert acts(replace(day(vote(12)), more=True)) == (Act.CLOSE, Act.REVEAL), "a vote comes first"


def test_every_step_of_a_day_leads_to_the_next_and_the_last_to_the_summary() -> None:
    seen = [STEPS[0]]
    while True:
        rounds = (replace(vote(12, state=RoundState.REVEALED), statement_id=seen[-1].subject),)
        revealed = replace(DOTS, state=RoundState.REVEALED)
        here = day(*rounds, step=seen[-1])
        here = replace(here, record=replace(here.record, priority_vote=revealed))
        thing = next_thing(here)
        if thing.step is None:
            break
        seen.append(thing.step)
    assert tuple(seen) == STEPS
    assert (thing.act, thing_after(here)) == (Act.SAVE, None)


@pytest.mark.parametrize(
    ("now", "act"),
    [
        (None, Act.OPEN),
        (DOTS, Act.BALLOT),
        (replace(DOTS, ballots_in=9, dots_in=27), Act.BALLOT),
        (replace(DOTS, channel=Channel.PAPER), Act.TAKE),
        (replace(DOTS, channel=Channel.PAPER, ballots_in=9, dots_in=27), Act.CLOSE_SHORT),
        (replace(DOTS, ballots_in=12, dots_in=30), Act.CLOSE),
        (replace(DOTS, channel=Channel.NUMBER_KEYS, dots_in=30), Act.CLOSE),
        (replace(DOTS, channel=Channel.HANDS, dots_in=37), Act.EXPLAIN),
        (replace(DOTS, state=RoundState.CLOSED, dots_in=30), Act.REVEAL),
        (replace(DOTS, state=RoundState.REVEALED, dots_in=30), Act.GO_ON),
    ],
)
def test_dots_are_missed_by_person_where_they_come_by_person(
    now: PriorityVote | None, act: Act
) -> None:
    here = day(step=DOTS_STEP)
    assert next_thing(replace(here, record=replace(here.record, priority_vote=now))).act is act


def test_too_many_dots_are_too_many_although_people_are_missing() -> None:
    assert missing_in(replace(DOTS, ballots_in=9, dots_in=37)) < 0


def test_the_foot_says_what_comes_and_what_comes_then() -> None:
    here = day(vote(9))
    framework = here.record.workshop.framework
    assert next_words(next_thing(here), framework) == "Next: the ballot on the laptop."
    after = after_words(thing_after(here), next_thing(here), framework)
    assert after == "Once all 12 are in: close the vote."
    short = next_thing(day(vote(9, Channel.PAPER)))
    assert "3 of 12 are not in" in next_words(short, framework)
    assert again_words(short) == "3 of 12 are not in. Press again to close."
    assert again_words(replace(short, missing=1)) == "1 of 12 is not in. Press again to close."


def test_each_thing_has_words_for_the_button_and_for_the_foot() -> None:
    framework = make_framework()
    things = [next_thing(day(vote(n, way))) for n in (0, 9, 12, 13) for way in Channel]
    things += [next_thing(day(step=step)) for step in STEPS]
    things += [next_thing(replace(day(step=STEPS[0]), more=True))]
    things += [next_thing(day(blank=True)), next_thing(day(vote(12, state=RoundState.CLOSED)))]
    things += [NextThing(Act.COUNT_PARTNER, partner="Council")]
    assert {thing.act for thing in things} == set(Act)
    for thing in things:
        assert button_words(thing, StepKind.STATEMENT)
        assert next_words(thing, framework).endswith(".")


@pytest.mark.parametrize(
    ("in_of", "counting", "due"),
    [
        ((3, 0, 0), "Council", "Police"),
        ((3, 2, 0), "Council", "Charity"),
        ((2, 0, 0), "Council", "Police"),
        ((2, 1, 1), "Council", ""),
        ((3, 1, 1), "Council", "Police"),
        ((0, 2, 1), "Council", ""),
        ((0, 2, 1), "Charity", "Council"),
        ((3, 2, 0), "Charity", ""),
    ],
)
def test_the_partner_that_is_counted_next(in_of: tuple[int, ...], counting: str, due: str) -> None:
    groups = (Group("Council", 3), Group("Police", 2), Group("Charity", 1))
    parts = tuple((g.label, n) for g, n in zip(groups, in_of, strict=True))
    made = replace(vote(sum(in_of), Channel.HANDS), in_by_group=parts, present=6)
    record = make_record(made)
    with_groups = replace(
        record.workshop, groups=groups, present=6, privacy=Privacy.ANONYMOUS_WITH_GROUP
    )
    one = replace(day(made), record=replace(record, workshop=with_groups), counting=counting)
    thing = next_thing(one)
    assert (thing.act is Act.COUNT_PARTNER, thing.partner) == (bool(due), due)
    if due:
        framework = make_framework()
        assert next_words(thing, framework) == f"Next: count {due}."
        assert button_words(thing, StepKind.STATEMENT) == f"Count {due}"
        assert thing_after(one).act is Act.CLOSE
