"""What stands firm, where people differ and what to talk about again, in words with counts.

Pure: it reads pictures, which hold only what may be shown, and returns text. It knows no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from desktop_app.domain.framework import Framework
from desktop_app.domain.results import (
    Agreement,
    Flag,
    Hidden,
    Level,
    Result,
    RoundView,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.domain.texts import to_say
from desktop_app.words import names, wording
from desktop_app.words.lists import all_of
from desktop_app.words.speech import said, say

from .standing import quoted

MAX_FINDINGS = 4

_CLOSE = (Agreement.STRONG, Agreement.BROAD)
_OPPOSING, _MIXED, _MINORITY, _CANNOT_SAY, _FIRM_BUT = range(5)
_ALSO = {
    _OPPOSING: to_say("opposing views"),
    _MIXED: to_say("mixed views"),
    _MINORITY: to_say("a minority view"),
    _CANNOT_SAY: to_say("many could not say"),
    _FIRM_BUT: to_say("a minority view"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement and one line about it, with counts; a second line tells of a second round."""

    text: str
    detail: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Some statements in full; `also` is one sentence that names the others, or ""."""

    items: tuple[Finding, ...]
    also: str = ""


def strengths(framework: Framework, picture: WorkshopPicture, most: int = MAX_FINDINGS) -> Findings:
    """Return statements rated high with strong or broad agreement, the strongest first.

    One that became so only after opposing views is told among the differences instead.
    """
    firm = [(s, r) for s, r in _shown(picture) if _is_firm(r) and _rank(s) != _OPPOSING]
    firm.sort(key=lambda pair: _firmness(pair[1]), reverse=True)
    items = tuple(
        Finding(framework.statement(s.statement_id).text, _firm_detail(r)) for s, r in firm[:most]
    )
    also = [_name(framework, s) for s, _ in firm[most:]]
    return Findings(items, say("Also firm: {names}.", names=", ".join(also)) if also else "")


def differences(
    framework: Framework, picture: WorkshopPicture, most: int = MAX_FINDINGS
) -> Findings:
    """Return statements that divide the room: opposing, mixed, minority views, many can't say.

    A statement counts by its most divided round, so that one that was settled by talking is still
    told, with what it became. A minority view on what stands firm is only named.
    """
    ranked = [(rank, s) for s, _ in _shown(picture) if (rank := _rank(s)) is not None]
    ranked.sort(key=lambda pair: pair[0])
    told = min(most, sum(1 for rank, _ in ranked if rank != _FIRM_BUT))
    items = tuple(
        Finding(framework.statement(s.statement_id).text, _DETAILS[rank](s))
        for rank, s in ranked[:told]
    )
    rest: dict[str, list[str]] = {}
    for rank, statement in ranked[told:]:
        rest.setdefault(_ALSO[rank], []).append(_name(framework, statement))
    alike = "; ".join(
        say("{names} ({why})", names=", ".join(words), why=said(why)) for why, words in rest.items()
    )
    return Findings(items, say("Also: {names}.", names=alike) if alike else "")


def talk_again(framework: Framework, picture: WorkshopPicture) -> tuple[str, ...]:
    """Return sentences on the statements that the day left unsettled, in framework order.

    Statements hidden for the same reason share a sentence.
    """
    hidden: dict[str, list[str]] = {}
    sentences = []
    for statement in (s for action in picture.actions for s in action.statements):
        name, view = _name(framework, statement), statement.latest
        if view is not None and isinstance(view.whole, Hidden):
            hidden.setdefault(wording.hidden_sentence(view.whole), []).append(name)
        elif statement.result and view and (reasons := _unsettled(view, statement.result)):
            sentences.append(say("{name}: {reasons}.", name=name, reasons="; ".join(reasons)))
    together = [
        say("{why} That goes for {names}.", why=why, names=all_of(words))
        for why, words in hidden.items()
    ]
    return (*sentences, *together)


def _shown(picture: WorkshopPicture) -> Iterable[tuple[StatementPicture, Result]]:
    for action in picture.actions:
        for statement in action.statements:
            if statement.result is not None:
                yield statement, statement.result


def _results(statement: StatementPicture) -> list[Result]:
    return [r.whole for r in statement.rounds if isinstance(r.whole, Result)]


def _is_firm(result: Result) -> bool:
    return result.level is Level.HIGH and result.agreement in _CLOSE


def _firmness(result: Result) -> tuple[bool, float]:
    return result.agreement is Agreement.STRONG, result.above / result.n


def _firm_detail(result: Result) -> str:
    return _joined([wording.level_counts(result), _agreement(result)])


def _rank(statement: StatementPicture) -> int | None:
    """Return the reason to tell of a statement, None where there is none."""
    results = _results(statement)
    latest = results[-1]
    if any(r.agreement is Agreement.OPPOSING for r in results):
        return _OPPOSING
    if Flag.MANY_CANNOT_SAY in latest.flags and _is_firm(latest):
        return _CANNOT_SAY
    if Flag.MINORITY_VIEW in latest.flags and _is_firm(latest):
        return _FIRM_BUT
    return None if _is_firm(latest) else _rank_of_unfirm(results)


def _rank_of_unfirm(results: list[Result]) -> int | None:
    if any(r.agreement is Agreement.MIXED for r in results):
        return _MIXED
    if Flag.MINORITY_VIEW in results[-1].flags:
        return _MINORITY
    return _CANNOT_SAY if Flag.MANY_CANNOT_SAY in results[-1].flags else None


def _divided_detail(statement: StatementPicture) -> str:
    first, *later = _results(statement)
    parts = [wording.split_counts(first), _agreement(first), *_could_not_say(first)]
    if not later:
        return _joined(parts)
    after = later[-1]
    after_parts = [wording.split_counts(after), _agreement(after)]
    now = _joined([*after_parts, *_could_not_say(after)])
    after_talking = say("After talking: {figures}", figures=now)
    return f"{_joined(parts)}\n{after_talking}"


def _minority_detail(statement: StatementPicture) -> str:
    result = _results(statement)[-1]
    parts = [wording.level_counts(result), _agreement(result), say("a minority view")]
    return _joined([*parts, *_could_not_say(result)])


def _cannot_say_detail(statement: StatementPicture) -> str:
    return _joined(_could_not_say(_results(statement)[-1]))


_DETAILS: dict[int, Callable[[StatementPicture], str]] = {
    _OPPOSING: _divided_detail,
    _MIXED: _divided_detail,
    _MINORITY: _minority_detail,
    _CANNOT_SAY: _cannot_say_detail,
}


def _could_not_say(result: Result) -> list[str]:
    if Flag.MANY_CANNOT_SAY not in result.flags:
        return []
    return [wording.cannot_say_counts(result)]


def _unsettled(view: RoundView, result: Result) -> list[str]:
    """Return why to talk again; a first round's opposing views are told among the differences."""
    reasons = _could_not_say(result)
    if result.agreement is Agreement.OPPOSING and view.ordinal > 1:
        reasons.insert(
            0,
            say("views still oppose after talking ({counts})", counts=wording.split_counts(result)),
        )
    if result.agreement is Agreement.TOO_FEW:
        few = say("{n} of {all} rated it, too few to say", n=result.n, all=view.present)
        reasons.insert(0, few)
    return reasons


def _name(framework: Framework, statement: StatementPicture) -> str:
    return quoted(framework.statement(statement.statement_id).name)


def _agreement(result: Result) -> str:
    return names.agreement_in_sentence(result.agreement)


def _joined(parts: list[str]) -> str:
    return " · ".join(parts)
