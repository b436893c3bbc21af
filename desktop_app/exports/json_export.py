"""Everything that may be said of one workshop, as one JSON document (PRODUCT, "Command line").

Figures come only through analysis, so the small-number rules hold here too: a hidden figure is
null with `"hidden": true` in the same object. Every list has the order of the framework or of the
plan and every object the same keys, so that equal workshops give equal bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from desktop_app.analysis.beforehand import said_before
from desktop_app.analysis.picture import workshop_picture
from desktop_app.analysis.priorities import importance_of, priorities_of
from desktop_app.analysis.visibility import view_fist
from desktop_app.documents.tables import merged_group, rounds_in_order
from desktop_app.domain.framework import Action, Framework, NextStep
from desktop_app.domain.framework_versions import fingerprint
from desktop_app.domain.plan import Note
from desktop_app.domain.results import (
    ActionPicture,
    GroupView,
    Hidden,
    Recommendation,
    Result,
    RoundView,
    WorkshopPicture,
)
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import ResultRules, Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.recommendations.rules import recommend
from desktop_app.recommendations.taken import Taken, taken_on
from desktop_app.words.method import limits, marks_of, method_note

from .json_follows import follows
from .json_then_now import then_and_now

FORMAT: Final = "roundtable-export"
VERSION: Final = 2
_FIGURES: Final = (
    "counts", "cannot_say", "n", "consensus", "level", "agreement", "flags", "median", "mean",
    "lower_quartile", "upper_quartile", "van_der_eijk_a", "tastle_wierman_cns",
)  # fmt: skip

Json = dict[str, Any]


def write_json(record: WorkshopRecord, target: Path) -> None:
    """Write a workshop to `target` as JSON; raise OutputProblem or DiskFull."""
    text = json.dumps(document(record), ensure_ascii=False, indent=2, allow_nan=False)
    with write_atomically(target) as file:
        # Half a character pair has no UTF-8; written as \\udxxx it stays JSON and is not lost.
        file.write(f"{text}\n".encode(errors="backslashreplace"))


def document(record: WorkshopRecord) -> Json:
    """Return the whole document as plain values."""
    picture = workshop_picture(record)
    return {
        "format": FORMAT,
        "version": VERSION,
        "workshop": _workshop(record, picture),
        "rounds": [
            figures
            for round_, view in rounds_in_order(record)
            for figures in _round(record.workshop.framework, round_, view)
        ],
        "beforehand": [
            figures
            for round_, view in said_before(record)
            for figures in _round(record.workshop.framework, round_, view)
        ],
        "actions": _actions(record.workshop.framework, picture),
        "priorities": _priorities(record, picture),
        "priority_vote": _priority_vote(record),
        "recommendations": _recommendations(record, picture),
        "commitments": [_commitment(taken) for taken in taken_on(record, picture)],
        "notes": [_note(note) for note in record.notes],
        "follows": follows(record),
        "then_and_now": then_and_now(record),
    }


def _workshop(record: WorkshopRecord, picture: WorkshopPicture) -> Json:
    workshop = record.workshop
    framework = workshop.frozen
    return {
        "id": workshop.id,
        "identity": workshop.identity,
        "revision": workshop.revision,
        "language": workshop.language,
        "title": workshop.title,
        "partnership": workshop.partnership,
        "place": workshop.place,
        "date": _day(workshop.held_on),
        "facilitator": workshop.facilitator,
        "status": workshop.status.value,
        "in_progress": workshop.status is not WorkshopStatus.CLOSED,
        "sample": workshop.is_sample,
        "rehearsal": workshop.is_rehearsal,
        "marks": list(marks_of(workshop)),
        "privacy": workshop.privacy.value,
        "depth": workshop.depth.value,
        "people_in_the_room": workshop.present,
        "observers": workshop.observers,
        "groups": [{"label": g.label, "people": g.people} for g in workshop.groups],
        "framework": {
            "id": framework.id,
            "version": framework.version,
            "fingerprint": fingerprint(framework),
            "language": framework.language,
            "title": framework.title,
            "status": framework.status,
        },
        "left_out": list(workshop.left_out),
        "scale": _scale(framework),
        "rules": _rules(workshop.rules),
        "headline": workshop.headline,
        "review_date": _day(workshop.review_on),
        "fist_to_five": _fist(workshop),
        "how_to_read": method_note(record, picture),
        "limits": limits(workshop, picture),
    }


def _fist(workshop: Workshop) -> Json | None:
    """Return the counts for 0 to 5 fingers; None where none was taken."""
    counts = view_fist(workshop.fist, workshop.rules)
    if counts is None:
        return None
    if isinstance(counts, Hidden):
        return {"counts": None, "hidden": True, "hidden_because": counts.reason.value}
    return {"counts": list(counts), "hidden": False, "hidden_because": None}


def _scale(framework: Framework) -> Json:
    scale = framework.scale
    points = [
        {"value": p.value, "label": p.label, "description": p.description} for p in scale.points
    ]
    return {
        "points": points,
        "cannot_say": {
            "label": scale.cannot_say_label,
            "description": scale.cannot_say_description,
        },
    }


def _rules(rules: ResultRules) -> Json:
    return {
        "minimum_answers": rules.minimum_answers,
        "group_minimum": rules.group_minimum,
        "small_group_below": rules.small_group_below,
        "thresholds": asdict(rules.thresholds),
    }


def _round(framework: Framework, round_: Round, view: RoundView) -> Iterator[Json]:
    """Yield one object for the whole room, then one for each group that there is a view of."""
    statement = framework.statement(round_.statement_id)
    head = {
        "statement": statement.id,
        "statement_text": framework.sentence(statement),
        "statement_name": statement.name,
        "ordinal": round_.ordinal,
        "kind": round_.kind.value,
        "channel": round_.channel.value,
        "state": round_.state.value,
    }
    whole: Json = {"group": None, "merged_groups": [], "present": view.present}
    reason = {"difference_reason": round_.difference_reason} | _settled(round_)
    yield head | whole | _figures(view.whole) | reason
    for group in view.groups:
        yield head | _group(group) | _figures(group.result) | reason


def _settled(round_: Round) -> Json:
    """Return the view that the room agreed on after it saw the result, if it did."""
    if round_.state is not RoundState.REVEALED or round_.settled_point is None:
        return {"settled_point": None, "settled_reason": ""}
    return {"settled_point": round_.settled_point, "settled_reason": round_.settled_reason}


def _group(view: GroupView) -> Json:
    present = None if isinstance(view.result, Hidden) else view.result.present
    label = view.label or merged_group()
    return {"group": label, "merged_groups": list(view.merged), "present": present}


def _figures(result: Result | Hidden) -> Json:
    if isinstance(result, Hidden):
        nothing: Json = dict.fromkeys(_FIGURES)
        return nothing | {"hidden": True, "hidden_because": result.reason.value}
    figures: Json = {name: getattr(result, name) for name in _FIGURES}
    words = {
        "counts": list(result.counts),
        "level": result.level.value,
        "agreement": result.agreement.value,
        "flags": [flag.value for flag in result.flags],
    }
    return figures | words | {"hidden": False, "hidden_because": None}


def _actions(framework: Framework, picture: WorkshopPicture) -> list[Json]:
    return [_action(action, picture.action(action.id)) for action in framework.actions]


def _action(action: Action, picture: ActionPicture) -> Json:
    views = [view for statement in picture.statements if (view := statement.latest)]
    shown = any(isinstance(view.whole, Result) for view in views)
    return {
        "id": action.id,
        "title": action.title,
        "name": action.name,
        "statements": [statement.id for statement in action.statements],
        "statement_names": [statement.name for statement in action.statements],
        "level": picture.level.value if picture.level else None,
        "weakest_statement": picture.weakest_id,
        "agreement": picture.agreement.value if picture.agreement else None,
        "most_divided_statement": picture.most_divided_id,
        "counts": list(picture.pooled) if shown else None,
        "cannot_say": picture.pooled_cannot_say if shown else None,
        # Nothing revealed yet is none, not hidden.
        "hidden": bool(views) and not shown,
    }


def _priorities(record: WorkshopRecord, picture: WorkshopPicture) -> list[Json]:
    """Return one object an action, most dots first; hidden ones in framework order."""
    view = priorities_of(record)
    if view is None:
        return []
    if isinstance(view, Hidden):
        because: Json = {"hidden": True, "hidden_because": view.reason.value}
        nothing: Json = {"dots": None, "share": None, "importance": None}
        return [{"action": a.id} | nothing | because for a in record.workshop.framework.actions]
    fields = {found.action_id: found.field.value for found in importance_of(record, picture)}
    shown: Json = {"hidden": False, "hidden_because": None}
    return [
        {"action": row.action_id, "dots": row.dots, "share": row.share}
        | {"importance": fields.get(row.action_id)}
        | shown
        for row in view.rows
    ]


def _priority_vote(record: WorkshopRecord) -> Json | None:
    vote, view = record.priority_vote, priorities_of(record)
    if vote is None or view is None:
        return None
    shown = None if isinstance(view, Hidden) else view
    return {
        "state": vote.state.value,
        "channel": vote.channel.value,
        "present": vote.present,
        "dots_each": vote.dots_each,
        "difference_reason": vote.difference_reason,
        "people": shown.people if shown else None,
        "dots_in": shown.dots_in if shown else None,
        "concordance": shown.concordance if shown else None,
        "hidden": isinstance(view, Hidden),
        "hidden_because": view.reason.value if isinstance(view, Hidden) else None,
    }


def _recommendations(record: WorkshopRecord, picture: WorkshopPicture) -> list[Json]:
    steps = {s.id: s for action in record.workshop.framework.actions for s in action.steps}
    offers = recommend(record, picture)
    return [_recommendation(offer, steps.get(offer.step_id or "")) for offer in offers]


def _recommendation(offer: Recommendation, step: NextStep | None) -> Json:
    return {
        "action": offer.action_id,
        "step": offer.step_id,
        "title": offer.title,
        "short": step.short if step else None,
        "serves": list(step.serves) if step else [],
        "how": offer.how,
        "first_move": offer.first_move,
        "sign": offer.sign,
        "statement": offer.statement_id,
        "because": offer.because,
        "agreement": offer.agreement.value,
        "after_talking": offer.after_talking,
        "leans_on": list(offer.leans_on),
    }


def _commitment(told: Taken) -> Json:
    taken = told.commitment
    return {
        "id": taken.id,
        "title": taken.title,
        "action": taken.action_id,
        "step": " ".join(taken.step_ids) or None,
        "steps": list(taken.step_ids),
        "how": taken.how,
        "because": told.because,
        "last_vote": told.last_vote,
        "leans_on": list(taken.leans_on),
        "owner": taken.owner,
        "due": _day(taken.due),
        "measure": taken.measure,
        "first_move": taken.first_move,
    }


def _note(note: Note) -> Json:
    """Return a note; of one that is kept off paper only where it stands."""
    return {
        "id": note.id,
        "kind": note.kind.value,
        "text": note.text if note.on_paper else None,
        "on_paper": note.on_paper,
        "statement": note.statement_id,
        "action": note.action_id,
        "ordinal": note.ordinal,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
