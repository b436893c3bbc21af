"""Makes the scenes of what stands between the votes: breaks and the facilitator's own items."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words.names import step_name
from desktop_app.words.speech import say, say_count

from .break_scenes import BreakShown, SlideShown
from .marks import mark

MINUTE = 60


@dataclass(frozen=True, slots=True)
class BreakTime:
    """The time of a break: when to be back, such as "11:15", and the seconds left and in all."""

    clock: str
    left: int
    whole: int


def break_scene(record: WorkshopRecord, step: Step, time: BreakTime | None) -> BreakShown:
    """Return a break; without a time it just is one."""
    name = step_name(record.workshop.framework, step)
    return BreakShown(
        kicker=name if time else "",
        title=say("Back at") if time else name,
        clock=time.clock if time else "",
        left=_left(time) if time else "",
        share=_share(time) if time else 0,
        then=_then(record.workshop, step),
        mark=mark(record.workshop),
    )


def slide_scene(record: WorkshopRecord, step: Step) -> SlideShown:
    """Return an item of the facilitator's own as the room sees it."""
    workshop = record.workshop
    item = next((i for i in workshop.agenda if i.step == step.key), AgendaItem(step.key, 0))
    return SlideShown(
        kicker=workshop.partnership or workshop.title,
        title=step_name(workshop.framework, step),
        text="" if item.picture else item.text.strip(),
        mark=mark(workshop),
        picture=item.picture,
        alt=item.alt,
    )


def _left(time: BreakTime) -> str:
    """Return what is left in words, so that only one number looks like a time of day."""
    if time.left <= 0:
        return say("Time to go on")
    if time.left < MINUTE:
        return say_count("{n} second left", "{n} seconds left", time.left)
    return say_count("{n} minute left", "{n} minutes left", _minutes(time))


def _minutes(time: BreakTime) -> int:
    """Return how many minutes are left; never more than there are in all.

    A break ends at a whole minute, and is up to half a minute longer for that.
    """
    return min(-(-time.left // MINUTE), max(1, time.whole // MINUTE))


def _share(time: BreakTime) -> int:
    """Return how much is over, in steps of the words beside it."""
    left = max(time.left, 0)
    shown = left if left < MINUTE else _minutes(time) * MINUTE
    return max(0, 1000 - 1000 * shown // max(time.whole, 1))


def _then(workshop: Workshop, step: Step) -> str:
    """Return what comes after a step, an action by its title."""
    steps = workshop.steps
    later = steps[steps.index(step) + 1 :] if step in steps else ()
    if not later:
        return ""
    following, framework = later[0], workshop.framework
    if following.kind is StepKind.STATEMENT:
        return say("Then: {what}", what=framework.action_of(following.subject).short_title)
    if following.kind is StepKind.ACTION:
        return say("Then: {what}", what=framework.action(following.subject).short_title)
    return say("Then: {what}", what=step_name(framework, following))
