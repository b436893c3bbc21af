"""What ballots for dots say: how to print and use them, and what stands on each; no result in it.

Dots are counted for the whole room and never by partner, so these ballots bear no partner's mark:
whoever types them in would learn whose they are, for nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop_app.domain.channels import Channel
from desktop_app.domain.printing import BallotForm, PrintOptions
from desktop_app.domain.steps import StepKind
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop
from desktop_app.words.counts import people
from desktop_app.words.how_to_vote import OnPaper
from desktop_app.words.names import step_kind_name
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import dots_line

from .ballots import CUT, SHAKE_BOX, Pile, one_pile, print_times, true_size
from .event import joined, short_marks

_HAND_OUT: Final = to_say("When you open the vote on priorities, hand out one ballot each.")
_SHRED: Final = to_say("Shred the ballots once the list is shown.")


def pile(workshop: Workshop, options: PrintOptions) -> Pile:
    """Return how many ballots are printed; they all look alike."""
    return one_pile(workshop, replace(options, ballots=BallotForm.SLIPS))


def before_the_workshop(
    workshop: Workshop, options: PrintOptions, pages: str, per_sheet: int
) -> tuple[str, ...]:
    """Return how the ballots are printed, and what to bring."""
    printed = pile(workshop, replace(options, per_sheet=per_sheet))
    return (
        print_times(printed.copies, pages),
        _enough(printed),
        true_size(1),
        *((said(CUT),) if per_sheet > 1 else ()),
        OnPaper().to_bring,
    )


def _enough(printed: Pile) -> str:
    return say_count(
        "That gives {n} ballot for {people}.",
        "That gives {n} ballots for {people}, spare ones among them.",
        printed.ballots,
        people=people(printed.people),
    )


def in_the_room() -> tuple[str, ...]:
    """Return how ballots are handed out and collected, and who sees what of them."""
    return (
        said(_HAND_OUT),
        OnPaper().placing_dots,
        said(SHAKE_BOX),
        said(_SHRED),
        dots_line(Channel.PAPER),
    )


def typing() -> tuple[str, ...]:
    """Return how the facilitator types what is marked."""
    return OnPaper().typing_dots


def head(workshop: Workshop) -> str:
    """Return what heads each ballot: what it is for, and lasting marks."""
    marks = short_marks(workshop, with_progress=False)
    return joined(step_kind_name(StepKind.PRIORITIES), *marks)


def marking() -> str:
    """Return how a ballot is marked and where it goes."""
    return OnPaper().placing_dots


def choices(workshop: Workshop) -> tuple[tuple[int, str], ...]:
    """Return what may be chosen, with the number by which it is typed."""
    return tuple((n, one.short_title) for n, one in enumerate(workshop.framework.actions, start=1))


def numbered(number: int, title: str) -> str:
    """Return an action with its number."""
    return say("{number} {title}", number=number, title=title)
