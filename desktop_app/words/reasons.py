"""Why a step is offered: one plain sentence with the counts that led to it.

Says only what the result it is given shows; knows no rounds and no bank of steps.
"""

from __future__ import annotations

from desktop_app.domain.framework import StepWhen
from desktop_app.domain.results import Level, Result

from .speech import say
from .wording import level_side


def because_level(name: str, result: Result) -> str:
    """Return the reason that a statement's level gives."""
    below, n, above = result.below, result.n, result.above
    if result.level is not Level.MIDDLE:
        some, points = level_side(result)
        return say(
            "Because {some} of {n} rated “{statement}” {points}.",
            some=some,
            n=n,
            statement=name,
            points=points,
        )
    if len(result.counts) % 2 == 0:
        return say(
            "Because “{statement}” is rated neither mostly low nor mostly high: "
            "{below} of {n} low, {above} high.",
            statement=name,
            below=below,
            n=n,
            above=above,
        )
    return say(
        "Because “{statement}” is rated neither mostly low nor mostly high: "
        "{below} of {n} low, {above} high, {middle} between.",
        statement=name,
        below=below,
        n=n,
        above=above,
        middle=result.middle,
    )


def because_opposing(name: str, result: Result) -> str:
    """Return the reason that opposing views give."""
    return say(
        "Because views on “{statement}” are opposing: {below} of {n} low, {above} high.",
        statement=name,
        below=result.below,
        n=result.n,
        above=result.above,
    )


def because_cannot_say(name: str, result: Result) -> str:
    """Return the reason that many can't-says give."""
    return say(
        "Because {some} of {people} could not say on “{statement}”.",
        some=result.cannot_say,
        people=result.n + result.cannot_say,
        statement=name,
    )


def because_too_few(name: str, result: Result | None) -> str:
    """Return the reason for gathering more ratings; a hidden result (None) gives no counts."""
    if result is None:
        return say("Because too few people rated “{statement}” to show a result.", statement=name)
    return say(
        "Because only {n} of {people} people rated “{statement}”.",
        n=result.n,
        people=result.present,
        statement=name,
    )


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
