"""What the participants' brief says, before the day; no result is read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.domain.ballot_sets import come_in_sets
from desktop_app.domain.framework import Framework
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop
from desktop_app.words import room
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import promise_of_ways

from .event import Event, event_of, joined
from .standing import begins

TITLE: Final = to_say("What to expect, and how to prepare")
PURPOSE_HEADING: Final = to_say("What it is for")
ASKED_HEADING: Final = to_say("What you will be asked")
PRIVACY_HEADING: Final = to_say("Who sees what")
TALK_HEADING: Final = to_say("How we talk")
PREPARE_HEADING: Final = to_say("How to prepare, in ten minutes")
AFTERWARDS_HEADING: Final = to_say("What comes out of it")
STATEMENTS_IN_FULL: Final = 20
"""So many statements are named; of more only the actions."""

_PREPARE = (
    to_say(
        "Think of one recent moment in which the partnership worked well, and one in which it did"
        " not."
    ),
    to_say("Ask two colleagues who will not be there how they see it."),
    to_say("Read the statements, and leave your ratings open until you are in the room."),
)
_AFTERWARDS = to_say(
    "You leave with a few next steps that have an owner, a date and a first move. A summary goes to"
    " everybody, and to the people who could not come."
)


@dataclass(frozen=True, slots=True)
class AskedAction:
    """An action and its statements, where there is room to name them."""

    title: str
    statements: str


@dataclass(frozen=True, slots=True)
class BriefContent:
    """Everything the brief prints, in its order; `asked` in full and in short."""

    event: Event
    whose: str
    where: str
    purpose: str
    how_asked: str
    asked: tuple[AskedAction, ...]
    asked_in_short: tuple[AskedAction, ...]
    leaders: str
    privacy: str
    ground_rules: tuple[str, ...]
    prepare: tuple[str, ...]
    afterwards: str


def brief_content(workshop: Workshop) -> BriefContent:
    """Return what a workshop's brief says as it stands now."""
    event, framework = event_of(workshop), workshop.framework
    in_full = len(framework.statements) <= STATEMENTS_IN_FULL
    return BriefContent(
        event=event,
        whose=joined(event.partnership, event.title),
        where=joined(event.held_on, event.place, event.facilitator),
        purpose=said(room.PURPOSE),
        how_asked=_how_asked(framework),
        asked=_asked(framework, in_full=in_full),
        asked_in_short=_asked(framework, in_full=False),
        leaders=framework.leaders_means,
        privacy=_privacy(workshop),
        ground_rules=tuple(map(said, room.GROUND_RULES)),
        prepare=tuple(map(said, _PREPARE)),
        afterwards=f"{said(_AFTERWARDS)} {event.limits}".strip(),
    )


def _how_asked(framework: Framework) -> str:
    scale = framework.scale
    lowest, highest = scale.points[0], scale.points[-1]
    return say(
        "You rate each statement from {lowest} ({low}) to {highest} ({high}), or choose"
        " “{cannot_say}”. Each begins: “{beginning}”",
        lowest=lowest.value,
        low=lowest.label,
        highest=highest.value,
        high=highest.label,
        cannot_say=scale.cannot_say_label,
        beginning=begins(framework.stem),
    )


def _asked(framework: Framework, *, in_full: bool) -> tuple[AskedAction, ...]:
    return tuple(
        AskedAction(
            say("{action}:", action=action.short_title),
            "; ".join(statement.text for statement in action.statements),
        )
        if in_full
        else AskedAction(say("{action}.", action=action.short_title), "")
        for action in framework.actions
    )


def _privacy(workshop: Workshop) -> str:
    hidden = say_count(
        "Fewer than {n} answer is not shown.",
        "Fewer than {n} answers are not shown.",
        workshop.rules.minimum_answers,
    )
    channel, seen = workshop.channel, bool(workshop.ballot_seen)
    in_sets = come_in_sets(workshop)
    promised = promise_of_ways(workshop.privacy, channel, seen=seen, marked=in_sets)
    return f"{promised} {hidden}"
