"""All statements of the day in words, each with its last result and what partners differ on.

Pure: it reads pictures, which hold only what may be shown. It knows no page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.analysis.change import ENOUGH
from desktop_app.analysis.picture import LEVELS_UPWARDS, MOST_DIVIDED_FIRST
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.results import (
    Agreement,
    Flag,
    GroupView,
    Level,
    Result,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.words import names, wording
from desktop_app.words.speech import say, say_count

from .standing import why_no_result

MOST_STATEMENTS: Final = 20
"""Statements that one page has room for."""

_MOST_PARTNER_LINES = 2
_MOST_NAMED = 40


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement: its name, its words and its last vote; without counts `level` says why."""

    key: str
    name: str
    text: str
    counts: tuple[int, ...] | None
    level: str
    figures: str


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """The statements of one action that are listed."""

    title: str
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class StatementList:
    """All statements by action, or the lowest and most divided; `left` names the others."""

    groups: tuple[StatementGroup, ...]
    total: int
    left: tuple[str, ...]
    partners: tuple[str, ...]
    caution: str


def statement_list(
    framework: Framework, picture: WorkshopPicture, small: int, most: int = MOST_STATEMENTS
) -> StatementList:
    """Return the list; `small`: fewer ratings than this are a small group."""
    seen = [s for action in picture.actions for s in action.statements]
    listed = {s.statement_id for s in sorted(seen, key=_attention)[:most]}
    differing = [line for s in seen if (line := _partners(framework, s))]
    parts = differing[:_MOST_PARTNER_LINES]
    return StatementList(
        groups=tuple(_groups(framework, picture, listed)),
        total=len(seen),
        left=tuple(_names_of_others(framework, seen, listed)),
        partners=tuple(words for words, _ in parts),
        caution=small_parts(small) if any(n < small for _, n in parts) else "",
    )


def _names_of_others(
    framework: Framework, seen: Sequence[StatementPicture], listed: set[str]
) -> Iterator[str]:
    for statement in seen:
        if statement.statement_id not in listed:
            yield framework.statement(statement.statement_id).name


def _attention(statement: StatementPicture) -> tuple[int, int, float]:
    """Order by how much a statement asks for attention: low, then divided; unrated ones last."""
    result = statement.result
    if result is None or result.agreement is Agreement.TOO_FEW:
        return len(LEVELS_UPWARDS), 0, 0.0
    divided = MOST_DIVIDED_FIRST.index(result.agreement)
    level = 0 if divided == 0 else LEVELS_UPWARDS.index(result.level)
    return level, divided, -result.below / result.n


def _groups(
    framework: Framework, picture: WorkshopPicture, listed: set[str]
) -> Iterator[StatementGroup]:
    for seen in picture.actions:
        action = framework.action(seen.action_id)
        lines = [
            _line(framework.statement(s.statement_id), s)
            for s in seen.statements
            if s.statement_id in listed
        ]
        if lines:
            yield StatementGroup(action.short_title, tuple(lines))


def _line(statement: Statement, seen: StatementPicture) -> StatementLine:
    head = (statement.id, statement.name, statement.text)
    result = seen.result
    if result is None:
        why = why_no_result(revealed=seen.latest is not None)
        return StatementLine(*head, None, why, "")
    return StatementLine(*head, result.counts, *_last_vote(result))


def _last_vote(result: Result) -> tuple[str, str]:
    """Return what stands out of a result in a word or two, and the counts that show it."""
    if result.agreement is Agreement.TOO_FEW:
        return say("Too few"), say("{n} of {all} rated it", n=result.n, all=result.present)
    if Flag.MANY_CANNOT_SAY in result.flags:
        people = result.n + result.cannot_say
        return say("Could not say"), say("{some} of {n}", some=result.cannot_say, n=people)
    if result.agreement is Agreement.OPPOSING:
        return say("Opposing"), _ends(result)
    if result.agreement is Agreement.MIXED:
        return say("Mixed"), _ends(result)
    if result.level is Level.MIDDLE:
        return names.level_name(result.level), _ends(result)
    some, _ = wording.level_side(result)
    return names.level_name(result.level), say("{some} of {n}", some=some, n=result.n)


def _ends(result: Result) -> str:
    return say("{below} low, {above} high", below=result.below, above=result.above)


# -- what partners differ on ----------------------------------------------------------------------


def _partners(framework: Framework, seen: StatementPicture) -> tuple[str, int] | None:
    """Return how partners differ on a statement, and the fewest ratings that says it, or None."""
    view = seen.latest
    shown = [(g, g.result) for g in (view.groups if view else ()) if _speaks(g)]
    rated = [(group, r) for group, r in shown if isinstance(r, Result)]
    low = max((p for p in rated if p[1].level is Level.LOW), key=_low_share, default=None)
    high = max((p for p in rated if p[1].level is Level.HIGH), key=_high_share, default=None)
    if view is None or low is None or high is None:
        return None
    words = say(
        "Partners differ on {name}: {low} low ({low_counts}), {high} high ({high_counts}), in the"
        " {vote}.",
        name=framework.statement(seen.statement_id).name,
        low=partner_name(low[0]),
        low_counts=wording.level_counts(low[1]),
        high=partner_name(high[0]),
        high_counts=wording.level_counts(high[1]),
        vote=names.vote_in_sentence(view.ordinal),
    )
    return words, min(low[1].n, high[1].n)


def _speaks(group: GroupView) -> bool:
    result = group.result
    return isinstance(result, Result) and result.n >= ENOUGH


def _low_share(part: tuple[GroupView, Result]) -> float:
    return part[1].below / part[1].n


def _high_share(part: tuple[GroupView, Result]) -> float:
    return part[1].above / part[1].n


def partner_name(view: GroupView) -> str:
    """Return what a part of the room is called in a sentence."""
    return view.label or say("other partners")


def small_parts(small: int) -> str:
    """Return the caution on parts of the room with few ratings."""
    return say(
        "With fewer than {small} ratings on a side this can be luck: a way into the conversation.",
        small=small,
    )


# -- in sentences -------------------------------------------------------------------------------


def heading(found: StatementList) -> str:
    """Return what the list is called."""
    if found.left:
        return say("The lowest and most divided statements")
    return say_count("The statement", "All {n} statements", found.total)


def left_out(found: StatementList) -> str:
    """Return which statements are not listed and where they are, or ""."""
    if not found.left:
        return ""
    names = " · ".join(found.left[:_MOST_NAMED])
    if len(found.left) > _MOST_NAMED:
        names = say("{names} and {n} more", names=names, n=len(found.left) - _MOST_NAMED)
    return say_count(
        "{n} more statement is in the full report: {names}.",
        "{n} more statements are in the full report: {names}.",
        len(found.left),
        names=names,
    )
