"""Workshop state to scene: the pure function that decides what the room sees."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.domain.channels import Channel
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.turnout import too_many
from desktop_app.domain.workshop import WorkshopRecord

from .breaks import BreakTime, break_scene, slide_scene
from .door import in_its_language
from .looks import Look, statement_look
from .pictures import OverviewOrder, action_scene, overview_scene
from .plan import closing_scene, plan_scene, welcome_scene
from .priorities import count_of, dots_open_after, priorities_scene
from .priority_scenes import DotsOpen
from .scene import Scene, VoteOpen
from .since import since_scene
from .votes import vote_open_after


@in_its_language
def scene_at(
    record: WorkshopRecord,
    step: Step,
    order: OverviewOrder = OverviewOrder.FRAMEWORK,
    look: Look = Look.RESULT,
    pause: BreakTime | None = None,
    way: Channel | None = None,
) -> Scene:
    """Return what the room may see of a workshop at a step; `pause` is the time of a break.

    `way`: how a vote would be opened here, where another than prepared was chosen.
    """
    makers: dict[StepKind, Callable[[], Scene]] = {
        StepKind.WELCOME: lambda: welcome_scene(record),
        StepKind.SINCE: lambda: since_scene(record),
        StepKind.STATEMENT: lambda: statement_look(record, step.subject, look, way),
        StepKind.ACTION: lambda: action_scene(record, step.subject),
        StepKind.OVERVIEW: lambda: overview_scene(record, order),
        StepKind.PRIORITIES: lambda: priorities_scene(record, look),
        StepKind.NEXT_STEPS: lambda: plan_scene(record),
        StepKind.CLOSE: lambda: closing_scene(record),
        StepKind.BREAK: lambda: break_scene(record, step, pause),
        StepKind.OWN: lambda: slide_scene(record, step),
    }
    return makers[step.kind]()


@in_its_language
def scene_after(scene: Scene, record: WorkshopRecord, vote: Round | PriorityVote) -> Scene:
    """Return the scene once only the ballots of a vote, taken over by `record`, have changed."""
    if _cannot_be(record, vote):
        return scene
    if isinstance(scene, VoteOpen) and scene.round_id == vote.id:
        return vote_open_after(scene, vote.ballots_in)
    if isinstance(scene, DotsOpen) and scene.vote_id == vote.id:
        return dots_open_after(scene, record)
    return scene


def _cannot_be(record: WorkshopRecord, vote: Round | PriorityVote) -> bool:
    """Return whether more hands are counted than the room has: a slip, which it never reads."""
    if not vote.channel.traits.counted:
        return False
    if isinstance(vote, Round):
        return too_many(record.workshop, vote)
    placed, most = count_of(vote)
    return placed > most
