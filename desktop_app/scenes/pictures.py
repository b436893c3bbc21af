"""Scenes of several results: an action with its statements, all actions."""

from __future__ import annotations

from enum import Enum

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.framework import Action
from desktop_app.domain.results import (
    ActionPicture,
    Agreement,
    Hidden,
    Level,
    RoundView,
    StatementPicture,
)
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.words.names import agreement_name, level_name
from desktop_app.words.speech import say, say_count
from desktop_app.words.wording import spoken

from .marks import mark
from .scene import Picture, PictureRow


class OverviewOrder(Enum):
    """How the overview's actions are ordered."""

    FRAMEWORK = "framework"
    LEVEL = "level"
    DISAGREEMENT = "disagreement"


_LEVEL_ORDER = (Level.LOW, Level.MIDDLE, Level.HIGH)
_DIVIDED_FIRST = (Agreement.OPPOSING, Agreement.MIXED, Agreement.BROAD, Agreement.STRONG)


def action_scene(record: WorkshopRecord, action_id: str) -> Picture:
    """Return one action with a bar for each of its statements."""
    framework = record.workshop.framework
    action = framework.action(action_id)
    picture = workshop_picture(record).action(action_id)
    rows = tuple(_statement_row(action, s) for s in picture.statements)
    how = say("Each bar: ratings below, at and above the middle of the scale.")
    return Picture(
        kicker=say("Talk about the whole action"),
        title=action.short_title,
        rows=rows,
        scale=framework.scale,
        footer=_on_bars(rows, how),
        mark=mark(record.workshop),
    )


def _on_bars(rows: tuple[PictureRow, ...], how: str) -> str:
    """Return how to read bars, where there is one."""
    return how if any(row.counts is not None for row in rows) else ""


def _statement_row(action: Action, picture: StatementPicture) -> PictureRow:
    statement = next(s for s in action.statements if s.id == picture.statement_id)
    label = statement.name
    if picture.result is not None:
        return PictureRow(
            label,
            picture.result.counts,
            level_name(picture.result.level),
            agreement_name(picture.result.agreement),
            strong=_is_strong(picture.result.level, picture.result.agreement),
        )
    return _empty_row(label, hidden=_is_hidden(picture.latest))


def _is_strong(level: Level, agreement: Agreement) -> bool:
    """Return whether the room should find a row first: it is low, or views oppose."""
    return level is Level.LOW or agreement is Agreement.OPPOSING


def _is_hidden(view: RoundView | None) -> bool:
    return view is not None and isinstance(view.whole, Hidden)


def _empty_row(label: str, *, hidden: bool) -> PictureRow:
    words = say("Hidden: too few ratings") if hidden else say("Not rated yet")
    return PictureRow(label, None, "", "", words, hidden=hidden)


def overview_scene(record: WorkshopRecord, order: OverviewOrder) -> Picture:
    """Return all actions with a bar each."""
    framework = record.workshop.framework
    actions = ordered(workshop_picture(record).actions, order)
    rows = tuple(_action_row(framework.action(a.action_id), a) for a in actions)
    how = say(
        "Each bar: shares below, at and above the middle. "
        "The level is that of the weakest statement."
    )
    return Picture(
        kicker=say("Where we stand"),
        title=_title(len(actions)),
        rows=rows,
        scale=framework.scale,
        footer=_on_bars(rows, how),
        mark=mark(record.workshop),
    )


def ordered(actions: tuple[ActionPicture, ...], order: OverviewOrder) -> tuple[ActionPicture, ...]:
    """Return the actions in an order; those without a result come last."""
    if order is OverviewOrder.LEVEL:
        return tuple(sorted(actions, key=lambda a: _place(_LEVEL_ORDER, a.level)))
    if order is OverviewOrder.DISAGREEMENT:
        return tuple(sorted(actions, key=lambda a: _place(_DIVIDED_FIRST, a.agreement)))
    return actions


def _place(order: tuple[object, ...], value: object) -> int:
    return order.index(value) if value in order else len(order)


def statement_rows(record: WorkshopRecord, order: OverviewOrder) -> tuple[PictureRow, ...]:
    """Return one row a statement over all actions, for the console's overview."""
    framework = record.workshop.framework
    actions = workshop_picture(record).actions
    pairs = [(framework.action(a.action_id), s) for a in actions for s in a.statements]
    if order is OverviewOrder.LEVEL:
        pairs.sort(key=lambda pair: _place(_LEVEL_ORDER, _level_of(pair[1])))
    elif order is OverviewOrder.DISAGREEMENT:
        pairs.sort(key=lambda pair: _place(_DIVIDED_FIRST, _agreement_of(pair[1])))
    return tuple(_statement_row(action, picture) for action, picture in pairs)


def _level_of(picture: StatementPicture) -> Level | None:
    return picture.result.level if picture.result else None


def _agreement_of(picture: StatementPicture) -> Agreement | None:
    return picture.result.agreement if picture.result else None


def _title(count: int) -> str:
    return say_count(
        "The one leadership action",
        "The {count} leadership actions",
        count,
        count=spoken(count) if count < 10 else str(count),
    )


def _action_row(action: Action, picture: ActionPicture) -> PictureRow:
    if picture.level is not None and picture.agreement is not None:
        return PictureRow(
            action.name,
            picture.pooled,
            level_name(picture.level),
            agreement_name(picture.agreement),
            strong=_is_strong(picture.level, picture.agreement),
        )
    return _empty_row(action.name, hidden=any(s.latest is not None for s in picture.statements))
