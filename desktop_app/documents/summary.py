"""What a summary says, as plain values; knows nothing of pages, fonts or ReportLab.

Every figure comes through analysis.picture, which asks the one privacy function.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from desktop_app.analysis.picture import workshop_picture
from desktop_app.charts.diverging_bars import DivergingRow
from desktop_app.charts.dot_rows import DotRow
from desktop_app.domain.framework import Action, Framework, Scale
from desktop_app.domain.framework_versions import identity
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.results import ActionPicture, Agreement, Recommendation, WorkshopPicture
from desktop_app.domain.texts import shortened, to_say
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.recommendations.taken import Taken, still_offered, taken_on
from desktop_app.words import names
from desktop_app.words.dates import long_date, short_date
from desktop_app.words.method import method_note
from desktop_app.words.speech import said, say, say_count

from .boxes import Box, boxes
from .event import Event, event_of, joined
from .priorities import PriorityPart, priority_part
from .since import since_shortly
from .standing import why_no_result
from .statements import StatementList, statement_list
from .then_and_now import then_now_shortly

_PLAN_AND_REMINDERS = 6
_OFFERS_WITHOUT_PLAN = 7
_SHORT_PLAN = 5
_MOST_PARKED, _MOST_PARKED_TEXT = 8, 480
"""Parked points and their characters that leave the summary on two pages."""

OWN_STEP = to_say("The room's own step")
TITLE = to_say("What we found and what we will do")


NOT_AGREED: Final = to_say("Not agreed yet: one sentence, who does what by when.")
WHERE_WE_STAND: Final = to_say("Where we stand")
RECOMMENDED: Final = to_say("Recommended, not taken on")
_KICKER, _HEADLINE, _STEP, _OWNER, _FIRST_MOVE, _PARKED = 120, 240, 240, 80, 160, 240
"""Characters that leave everything on two pages; the full report and the plan have all of them."""
_NAMED = 140
"""Characters of the commitments that are named below the table: two lines with what follows."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One commitment as it is printed; `reason` is `because` and the works that it leans on."""

    title: str
    because: str
    reason: str
    owner: str
    due: str
    first_move: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A recommended step that the room has not taken on."""

    title: str
    reason: str


@dataclass(frozen=True, slots=True)
class SummaryContent:
    """Everything a summary prints, in its order; an empty text or tuple is a part left out.

    `marks` are what a reader must know first (in progress, sample). `rated` tells whether any
    round was revealed, `shown` whether any of its figures may be seen. `more_offers`
    counts the recommended steps that are not listed, `more_parked` the parked points.
    """

    event: Event
    kicker: str
    short_kicker: str
    title: str
    marks: tuple[str, ...]
    in_progress: bool
    headline: str
    rated: bool
    shown: bool
    boxes: tuple[Box, ...]
    statements: StatementList
    scale: Scale
    stem: str
    priorities: PriorityPart
    plan: tuple[PlanRow, ...]
    offers: tuple[Offer, ...]
    more_offers: int
    parked: tuple[str, ...]
    more_parked: int
    review_on: str
    method: str
    since: str = ""
    then_now: str = ""


def summary_content(record: WorkshopRecord) -> SummaryContent:
    """Return what a workshop's summary says as it stands now."""
    workshop, picture = record.workshop, workshop_picture(record)
    framework, event = workshop.framework, event_of(workshop, picture)
    offers = _offers(record, picture)
    kept = (n for n in record.printed_notes if n.kind is NoteKind.PARKED)
    parked = [shortened(n.text.strip(), _PARKED) for n in kept]
    listed = _listed(offers, len(record.commitments))
    return SummaryContent(
        event=event,
        kicker=joined(
            shortened(event.short_kicker, _KICKER),
            shortened(event.place, _KICKER),
            event.held_on,
            event.people,
        ),
        short_kicker=shortened(event.short_kicker, _KICKER),
        title=said(TITLE),
        marks=event.marks,
        in_progress=event.in_progress,
        headline=shortened(workshop.headline.strip(), _HEADLINE),
        rated=any(s.rounds for a in picture.actions for s in a.statements),
        shown=any(s.result for a in picture.actions for s in a.statements),
        boxes=boxes(framework, picture),
        statements=statement_list(framework, picture, workshop.rules.small_group_below),
        scale=framework.scale,
        stem=framework.stem,
        priorities=priority_part(record, picture),
        plan=_plan(framework, taken_on(record, picture)),
        offers=_offers_printed(framework, listed),
        more_offers=len(offers) - len(listed),
        parked=tuple(parked[: _parked_shown(parked)]),
        more_parked=len(parked) - _parked_shown(parked),
        review_on=long_date(workshop.review_on) if workshop.review_on else "",
        method=_method(record, picture),
        since=since_shortly(record),
        then_now=then_now_shortly(record),
    )


def action_row(action: Action, picture: ActionPicture) -> DivergingRow:
    """Return an action as a row of the picture of all actions."""
    label = action.short_title
    if not sum(picture.pooled):
        return DivergingRow(label, None, _nothing_to_show(picture), "")
    if picture.level is None or picture.agreement is None:
        return DivergingRow(label, picture.pooled, names.agreement_name(Agreement.TOO_FEW), "")
    level, agreement = names.level_name(picture.level), names.agreement_name(picture.agreement)
    return DivergingRow(label, picture.pooled, level, agreement)


def _nothing_to_show(picture: ActionPicture) -> str:
    revealed = any(s.latest is not None for s in picture.statements)
    return why_no_result(revealed=revealed)


def _method(record: WorkshopRecord, picture: WorkshopPicture) -> str:
    """Return how to read it, and which words were rated where the plan leaves room for that.

    It is "" where nothing was revealed.
    """
    note = method_note(record, picture)
    if not note or len(record.commitments) >= _SHORT_PLAN:
        return note
    framework = say("Framework: {identity}.", identity=said(identity(record.workshop.frozen)))
    return f"{note} {framework}"


def _plan(framework: Framework, plan: Sequence[Taken]) -> tuple[PlanRow, ...]:
    return tuple(_plan_row(framework, one) for one in plan)


def _parked_shown(parked: Sequence[str]) -> int:
    """Return how many parked points the summary has room for; the first is always one of them."""
    room = accumulate(map(len, parked[:_MOST_PARKED]))
    return max(1, sum(used <= _MOST_PARKED_TEXT for used in room)) if parked else 0


def _plan_row(framework: Framework, taken: Taken) -> PlanRow:
    commitment = taken.commitment
    return PlanRow(
        title=shortened(commitment.title, _STEP),
        because=taken.why.strip() or said(OWN_STEP),
        reason=reason_of(framework, taken.why, commitment.leans_on) or said(OWN_STEP),
        owner=shortened(commitment.owner, _OWNER),
        due=short_date(commitment.due) if commitment.due else "",
        first_move=shortened(commitment.first_move, _FIRST_MOVE),
    )


def reason_of(framework: Framework, because: str, leans_on: tuple[str, ...]) -> str:
    """Return why a step was offered and what it leans on; "" where neither is known."""
    sources = "; ".join(framework.citations(leans_on))
    parts = [because.strip(), say("Leans on: {sources}.", sources=sources) if sources else ""]
    return " ".join(part for part in parts if part)


def _offers(record: WorkshopRecord, picture: WorkshopPicture) -> tuple[Recommendation, ...]:
    return still_offered(record, recommend(record, picture))


def _listed(offers: tuple[Recommendation, ...], taken_on: int) -> tuple[Recommendation, ...]:
    """Return the offers to print: two an action, or a few reminders where a plan was made.

    The longer the plan, the fewer reminders, down to none: they are no second plan, and both
    should fit on one page.
    """
    if not taken_on:
        return _first_of_each(offers, 2)[:_OFFERS_WITHOUT_PLAN]
    return _first_of_each(offers, 1)[: max(0, _PLAN_AND_REMINDERS - taken_on)]


def _first_of_each(offers: tuple[Recommendation, ...], most: int) -> tuple[Recommendation, ...]:
    met: Counter[str] = Counter()
    listed = []
    for offer in offers:
        met[offer.action_id] += 1
        if met[offer.action_id] <= most:
            listed.append(offer)
    return tuple(listed)


def _offers_printed(framework: Framework, listed: tuple[Recommendation, ...]) -> tuple[Offer, ...]:
    """Return the offers as they are printed; the advice to gather more ratings only once."""
    steps = [_offer(framework, r) for r in listed if r.step_id is not None]
    gather = [r for r in listed if r.step_id is None]
    if gather:
        actions = "; ".join(framework.action(r.action_id).short_title for r in gather)
        steps.append(
            Offer(gather[0].title, say("Too few people rated: {actions}.", actions=actions))
        )
    return tuple(steps)


def _offer(framework: Framework, recommendation: Recommendation) -> Offer:
    reason = reason_of(framework, recommendation.because, recommendation.leans_on)
    after = say("After you have talked.") if recommendation.after_talking else ""
    return Offer(recommendation.title, f"{after} {reason}".strip())


# -- what there is no room for ----------------------------------------------------------------


def more_steps(left: Sequence[PlanRow]) -> str:
    """Name the commitments that found no room in the table where a line holds their names."""
    named = "; ".join(row.title for row in left)
    if len(named) <= _NAMED:
        return say_count(
            "Also taken on: {names}. The action plan and the full report tell all of it.",
            "Also taken on: {names}. The action plan and the full report tell all of them.",
            len(left),
            names=named,
        )
    return say_count(
        "{n} more next step is in the action plan and in the full report.",
        "{n} more next steps are in the action plan and in the full report.",
        len(left),
    )


def more_offers(count: int) -> str:
    """Return how many steps are recommended besides those that are listed."""
    return say_count(
        "{n} more recommended step is in the full report.",
        "{n} more recommended steps are in the full report.",
        count,
    )


def parked_points(told: Sequence[str], more: int) -> str:
    """Return parked points on one line, and how many there are besides."""
    named = " · ".join(told)
    if not more:
        return named
    return say_count(
        "{points} ... and {n} more in the full report",
        "{points} ... and {n} more in the full report",
        more,
        points=named,
    )


def most_dots(rows: Sequence[DotRow]) -> str:
    """Return the actions with most dots on one line."""
    named = (say("{name} ({dots})", name=row.label, dots=row.words) for row in rows)
    return say("{names}.", names=" · ".join(named))
