"""What a picture by partner would tell, told to the facilitator before the room sees it.

How many of each part are in it, and which part is of one mind, so that everybody's vote is seen.
"""

from __future__ import annotations

from desktop_app.analysis.unanimous import unanimous
from desktop_app.analysis.visibility import view_round
from desktop_app.domain.results import GroupView, Result
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.speech import say


def of_one_mind(record: WorkshopRecord, statement_id: str) -> tuple[str, ...]:
    """Return a sentence for each part of a picture by partner in which all chose the same."""
    return tuple(_sentence(part) for part in unanimous(_parts(record, statement_id)))


def in_each_part(record: WorkshopRecord, statement_id: str) -> str:
    """Return how many ballots each part of a picture by partner stands for, "" for none."""
    return "   ".join(
        say(
            "{partner}: {n}",
            partner=_name(part),
            n=sum(part.result.counts) + part.result.cannot_say,
        )
        for part in _parts(record, statement_id)
        if isinstance(part.result, Result)
    )


def _parts(record: WorkshopRecord, statement_id: str) -> tuple[GroupView, ...]:
    workshop, latest = record.workshop, record.latest_round(statement_id)
    if latest is None:
        return ()
    points = workshop.framework.scale.size
    return view_round(latest, points, workshop.rules, workshop.privacy).groups


def _name(part: GroupView) -> str:
    if part.merged:
        return say("other partners ({names})", names=", ".join(part.merged))
    return part.label or say("without a partner")


def _sentence(part: GroupView) -> str:
    if part.label:
        return say("All of {partner} chose the same.", partner=part.label)
    if part.merged:
        names = ", ".join(part.merged)
        return say("All of the other partners ({names}) chose the same.", names=names)
    return say("All without a partner chose the same.")
