"""Why a step is offered: one plain sentence with the vote and the counts that led to it.

Says only what the result it is given shows; knows no rounds and no bank of steps.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.framework import StepWhen
from desktop_app.domain.results import Agreement, Level, Result
from desktop_app.domain.texts import to_say

from .names import vote_in_sentence
from .speech import say
from .wording import level_side


def because_level(name: str, result: Result, ordinal: int) -> str:
    """Return the reason that a statement's level gives in a vote."""
    below, n, above = result.below, result.n, result.above
    vote = vote_in_sentence(ordinal)
    if result.level is not Level.MIDDLE:
        some, points = level_side(result)
        return say(
            "Because in the {vote} {some} of {n} rated “{statement}” {points}.",
            vote=vote,
            some=some,
            n=n,
            statement=name,
            points=points,
        )
    if len(result.counts) % 2 == 0:
        return say(
            "Because in the {vote} “{statement}” was rated neither mostly low nor mostly high: "
            "{below} of {n} low, {above} high.",
            vote=vote,
            statement=name,
            below=below,
            n=n,
            above=above,
        )
    return say(
        "Because in the {vote} “{statement}” was rated neither mostly low nor mostly high: "
        "{below} of {n} low, {above} high, {middle} between.",
        vote=vote,
        statement=name,
        below=below,
        n=n,
        above=above,
        middle=result.middle,
    )


def because_opposing(name: str, result: Result, ordinal: int) -> str:
    """Return the reason that opposing views give."""
    return say(
        "Because in the {vote} views on “{statement}” were opposing: {below} of {n} low, "
        "{above} high.",
        vote=vote_in_sentence(ordinal),
        statement=name,
        below=result.below,
        n=result.n,
        above=result.above,
    )


def because_cannot_say(name: str, result: Result, ordinal: int) -> str:
    """Return the reason that many can't-says give."""
    return say(
        "Because in the {vote} {some} of {people} could not say on “{statement}”.",
        vote=vote_in_sentence(ordinal),
        some=result.cannot_say,
        people=result.n + result.cannot_say,
        statement=name,
    )


def because_too_few(name: str, result: Result | None, ordinal: int) -> str:
    """Return the reason for gathering more ratings; a hidden result (None) gives no counts."""
    vote = vote_in_sentence(ordinal)
    if result is None:
        return say(
            "Because in the {vote} too few people rated “{statement}” to show a result.",
            vote=vote,
            statement=name,
        )
    return say(
        "Because in the {vote} only {n} of {people} people rated “{statement}”.",
        vote=vote,
        n=result.n,
        people=result.present,
        statement=name,
    )


def because(when: StepWhen | None, name: str, result: Result | None, ordinal: int) -> str:
    """Return the reason that a situation gives; `when` is None for gathering ratings."""
    if when is None or result is None:
        return because_too_few(name, result, ordinal)
    if when is StepWhen.CANNOT_SAY:
        return because_cannot_say(name, result, ordinal)
    if when is StepWhen.OPPOSING:
        return because_opposing(name, result, ordinal)
    return because_level(name, result, ordinal)


def in_the_last_vote(name: str, when: StepWhen | None, result: Result | None) -> str:
    """Return what the last vote shows of what a step was taken on for; None for a hidden result."""
    if result is None:
        return say("The last vote on “{statement}” is not shown.", statement=name)
    if when is StepWhen.CANNOT_SAY:
        return say(
            "In the last vote {some} of {people} could not say on “{statement}”.",
            some=result.cannot_say,
            people=result.n + result.cannot_say,
            statement=name,
        )
    if when is None or result.agreement is Agreement.TOO_FEW:
        return say(
            "In the last vote {n} of {people} people rated “{statement}”.",
            n=result.n,
            people=result.present,
            statement=name,
        )
    if when is StepWhen.OPPOSING or result.level is Level.MIDDLE:
        return say(
            "In the last vote {below} of {n} rated “{statement}” low, {above} high.",
            below=result.below,
            n=result.n,
            statement=name,
            above=result.above,
        )
    some, points = level_side(result)
    return say(
        "In the last vote {some} of {n} rated “{statement}” {points}.",
        some=some,
        n=result.n,
        statement=name,
        points=points,
    )


REASON_NOT_SHOWN: Final = to_say("What it was taken on for is not shown.")


def short_reason(when: StepWhen | None, result: Result | None) -> str:
    """Return the reason as the stage has room for it; `when` is None for gathering ratings."""
    if result is None:
        return say("because too few rated it")
    if when is None:
        return say("because {n} of {people} rated it", n=result.n, people=result.present)
    if when is StepWhen.CANNOT_SAY:
        return say(
            "because {some} of {people} could not say",
            some=result.cannot_say,
            people=result.n + result.cannot_say,
        )
    if when is StepWhen.OPPOSING or result.level is Level.MIDDLE:
        return say(
            "because {below} rated low, {above} high", below=result.below, above=result.above
        )
    some, points = level_side(result)
    return say("because {some} of {n} rated {points}", some=some, n=result.n, points=points)
