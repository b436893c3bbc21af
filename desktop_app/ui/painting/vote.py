"""Sheets of a statement before its result: shown, open to votes, closed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.scenes.scene import Card, StatementShown, VoteClosed, VoteOpen

from .cards import CardsPlan, forced, plans, put_cards
from .counter import counter_place
from .sheet import CardPlace, CounterPlace, Frame, SceneLayout, Sheet
from .text import Fitted, Style, fit, fit_line_first, sizes

BETWEEN = 26


def statement_sheet(scene: StatementShown, frame: Frame) -> SceneLayout:
    """Lay out a statement with its scale."""
    sheet = Sheet(frame)
    top = sheet.header(scene.kicker, scene.mark)
    lower = sheet.footer(scene.footer) - 40 * frame.k
    cards = _body(sheet, scene.sentence, scene.cards, top, lower)
    return replace(sheet.done(), cards=tuple(cards))


def vote_sheet(scene: VoteOpen, frame: Frame) -> SceneLayout:
    """Lay out an open vote; the counter is painted as it changes."""
    sheet = Sheet(frame)
    top = sheet.header(scene.kicker, scene.mark)
    counter = counter_place(frame, scene.count_text, scene.ballots_in, scene.present)
    lower = _footer(sheet, scene.footer, counter) - 40 * frame.k
    cards = _body(sheet, scene.sentence, scene.cards, top, lower)
    return replace(sheet.done(), cards=tuple(cards), counter=counter)


def closed_sheet(scene: VoteClosed, frame: Frame) -> SceneLayout:
    """Lay out a closed vote: the statement, that it is closed, and a question to the room."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    top = sheet.header(scene.kicker, scene.mark)
    question = fit(scene.footer, frame.reading, 200 * k, frame.style(36, lines=3))
    closed = fit(scene.count_text, frame.reading, 220 * k, frame.style(52, "bold", leading=1.18))
    y = frame.bottom - question.height - 20 * k
    lower = y - closed.height - 20 * k
    statement = statement_text(scene.sentence, frame, lower - BETWEEN * k - top)
    sheet.put(statement, frame.left, top, palette.ink)
    sheet.put(closed, frame.left, lower, palette.ink)
    sheet.put(question, frame.left, y, frame.soft)
    return sheet.done()


def statement_text(text: str, frame: Frame, height: float, size: float = 58) -> Fitted:
    """Return a statement fitted: 5 % of the screen while it fits, smaller only if it must."""
    style = frame.style(
        size, "semibold", leading=1.18, floor=min(frame.statement_floor, size * frame.k)
    )
    fitted = fit(text, frame.reading, height, style)
    if fitted.whole:
        return fitted
    return fit(text, frame.inner, height, replace(style, size=style.floor, floor=frame.floor))


def _footer(sheet: Sheet, text: str, counter: CounterPlace) -> float:
    """Put the footer's words beside the counter, both on one middle line."""
    frame = sheet.frame
    room = counter.rect.left() - frame.left - 44 * frame.k
    words = fit_line_first(text, room, 110 * frame.k, frame.style(28, lines=3))
    middle = counter.words.center().y()
    top = min(middle - words.height / 2, frame.bottom - words.height)
    sheet.put(words, frame.left, top, frame.soft)
    return min(top, counter.rect.top())


@dataclass(frozen=True, slots=True)
class _Fit:
    statement: Fitted
    plan: CardsPlan


def _body(
    sheet: Sheet, sentence: str, cards: tuple[Card, ...], top: float, lower: float
) -> list[CardPlace]:
    """Put statement and cards between two edges; the cards stand on the lower one."""
    frame = sheet.frame
    found = _together(frame, sentence, cards, lower - top)
    sheet.put(found.statement, frame.left, top, frame.palette.ink)
    return put_cards(sheet, cards, found.plan, lower - found.plan.height)


def _together(frame: Frame, sentence: str, cards: tuple[Card, ...], height: float) -> _Fit:
    """Return the largest statement with the most wanted arrangement of cards below it."""
    least = frame.statement_floor
    options = list(plans(frame, cards))
    wanted = list(sizes(max(58 * frame.k, least), least))
    smaller = list(sizes(least, frame.floor))[1:]
    tries = [(plan, size, frame.reading) for plan in options for size in wanted]
    tries += [(plan, size, frame.inner) for size in smaller for plan in options]
    for plan, size, width in tries:
        room = height - plan.height - BETWEEN * frame.k
        style = Style(size, size, "semibold", 1.18)
        fitted = fit(sentence, width, room, style) if room > size else None
        if fitted is not None and fitted.whole:
            return _Fit(fitted, plan)
    statement = statement_text(sentence, frame, height * 0.3)
    rest = height - statement.height - BETWEEN * frame.k
    return _Fit(statement, forced(frame, cards, rest))
