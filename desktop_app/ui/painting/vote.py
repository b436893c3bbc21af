"""Sheets of a statement before its result: shown, open to votes, closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRectF

from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.scenes.scene import Card, StatementShown, VoteClosed, VoteOpen

from .counter import counter_place
from .scale import LEAST_SIDE, SIDE_GAP, Row, ScalePlace, is_narrow, put_rows, scale_place
from .sheet import CardPlace, CounterPlace, Frame, SceneLayout, Sheet
from .styles import fixed, must
from .text import ENDLESS, Fitted, fit
from .tokens import COUNT, MUST, STATEMENT, STATEMENT_REVEALED, TITLE

ELLIPSIS = "… "
ABOVE_SCALE = 4.0
ABOVE_WORDS = 26.0


def statement_sheet(scene: StatementShown, frame: Frame) -> SceneLayout:
    """Lay out a statement with its scale, and who will see what."""
    sheet = Sheet(frame)
    place, cards = _statement_and_scale(sheet, scene)
    put_side(sheet, side_of(frame, place), scene.footer)
    return replace(sheet.done(), cards=cards)


def vote_sheet(scene: VoteOpen, frame: Frame) -> SceneLayout:
    """Lay out an open vote; the counter is painted as it changes."""
    sheet = Sheet(frame)
    place, cards = _statement_and_scale(sheet, scene)
    words = scene.asked or scene.footer
    counter = put_side(sheet, side_of(frame, place), words, (scene.count_text, scene.present))
    return replace(sheet.done(), cards=cards, counter=counter)


def closed_sheet(scene: VoteClosed, frame: Frame) -> SceneLayout:
    """Lay out a closed vote: the statement with its scale, and a question to the room."""
    sheet = Sheet(frame)
    if scene.cards:
        place, cards = _statement_and_scale(sheet, scene)
        area = side_of(frame, place)
        put_closed(sheet, scene, area)
        return replace(sheet.done(), cards=cards)
    top = sheet.header(scene.kicker, scene.mark)
    words = fit(scene.sentence, frame.inner, ENDLESS, must(frame, "bold", size=TITLE))
    below = sheet.put(words, frame.left, top, frame.palette.ink) + 60 * frame.k
    put_closed(sheet, scene, QRectF(frame.left, below, frame.reading, frame.bottom - below))
    return sheet.done()


def put_closed(sheet: Sheet, scene: VoteClosed, area: QRectF) -> None:
    """Put that the vote is closed, and the question."""
    frame, ink = sheet.frame, sheet.frame.palette.ink
    closed = fit(scene.count_text, area.width(), ENDLESS, must(frame, "bold", leading=1.12))
    below = sheet.put(closed, area.left(), area.top(), ink) + ABOVE_WORDS * frame.k
    room = area.bottom() - below
    sheet.put(fit(scene.footer, area.width(), room, must(frame)), area.left(), below, ink)


# -- the statement --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to set a statement: with its lead or without, at a size, in at most so many lines."""

    lead: bool
    size: float
    lines: int


_WAYS = (
    _Way(True, STATEMENT, 2),
    _Way(True, STATEMENT_REVEALED, 2),
    _Way(True, STATEMENT_REVEALED, 3),
    _Way(False, STATEMENT_REVEALED, 3),
)
_LEADING, _TIGHT = 1.1, 1.06


def put_statement(
    sheet: Sheet, scene: StatementShown | VoteOpen | VoteClosed, top: float, lower: float
) -> None:
    """Put a sentence as large as it goes; without its lead, or its name, where it is too long."""
    frame, ink = sheet.frame, sheet.frame.palette.ink
    lead = scene.lead if scene.sentence.startswith(scene.lead) else ""
    rest = scene.sentence.removeprefix(lead).strip()
    room = lower - top
    for stem, words in _tries(frame, lead, rest, scene.name, room):
        if words.whole and stem.height + words.height <= room + 1:
            break
    y = sheet.put(stem, frame.left, top, ink) if stem.lines else top
    sheet.put(words, frame.left, y, ink)


def _tries(
    frame: Frame, lead: str, rest: str, name: str, height: float
) -> Iterator[tuple[Fitted, Fitted]]:
    bare = fit("", frame.inner, ENDLESS, must(frame))
    stem = fit(lead, frame.inner, ENDLESS, fixed(frame, MUST, leading=_LEADING))
    for way in _WAYS:
        above, text = (stem, rest) if way.lead else (bare, f"{ELLIPSIS}{rest}" if lead else rest)
        style = fixed(frame, way.size, "bold", leading=_LEADING, lines=way.lines)
        yield above, fit(text, frame.inner, height - above.height, style)
    tight = must(frame, "bold", leading=_TIGHT)
    yield bare, fit(f"{ELLIPSIS}{rest}" if lead else rest, frame.inner, height, tight)
    if name:
        style = must(frame, "bold", size=STATEMENT, leading=_TIGHT)
        yield bare, fit(name, frame.inner, height, style)


def put_completion(sheet: Sheet, text: str, top: float, lower: float, name: str = "") -> float:
    """Put what completes the stem, or its name where it is too long; return its lower edge."""
    frame = sheet.frame
    semi = partial(fixed, frame, STATEMENT_REVEALED, "semibold")
    tight = must(frame, "semibold", leading=_TIGHT)
    styles = (semi(leading=1.12, lines=2), semi(leading=1.08, lines=3), tight)
    for style in styles:
        words = fit(text, frame.inner, lower - top, style)
        if words.whole:
            break
    if name and not words.whole:
        style = must(frame, "semibold", size=STATEMENT_REVEALED, leading=_TIGHT, lines=1)
        words = fit(name, frame.inner, lower - top, style)
    return sheet.put(words, frame.left, top, frame.palette.ink)


# -- the scale and what stands beside it ----------------------------------------------------


def rows_of(cards: tuple[Card, ...]) -> tuple[Row, ...]:
    """Return the scale's rows as they are picked, the highest first, "can't say" last."""
    points = sorted((card for card in cards if card.point != CANNOT_SAY), key=lambda c: -c.point)
    unsaid = (card for card in cards if card.point == CANNOT_SAY)
    return tuple(Row(str(card.point), card.label) for card in (*points, *unsaid))


def _statement_and_scale(
    sheet: Sheet, scene: StatementShown | VoteOpen | VoteClosed
) -> tuple[ScalePlace, tuple[CardPlace, ...]]:
    frame, rows = sheet.frame, rows_of(scene.cards)
    place = scale_place(frame, rows)
    top = sheet.header(scene.kicker, scene.mark)
    put_statement(sheet, scene, top, place.top - ABOVE_SCALE * frame.k)
    rects = put_rows(sheet, rows, place, ruled=True)
    cards = (CardPlace(int(r.number), r.label, rect) for r, rect in zip(rows, rects, strict=True))
    return place, tuple(cards)


def side_of(frame: Frame, place: ScalePlace) -> QRectF:
    """Return the place beside the scale's labels, down to the lower margin."""
    k = frame.small
    wanted = frame.left + LEAST_SIDE * k
    left = place.end + SIDE_GAP * k
    left = left - 22 * k if is_narrow(frame) else max(left, wanted)
    return QRectF(left, place.top, frame.left + frame.inner - left, frame.bottom - place.top)


_SIDES = (
    (True, COUNT, 1.18),
    (True, COUNT, 1.08),
    (False, COUNT, 1.18),
    (False, COUNT, 1.08),
    (False, TITLE, 1.02),
)
"""Ways to set the count and a sentence: with dots or without, the count's size, the leading."""


def put_side(
    sheet: Sheet, area: QRectF, sentence: str, count: tuple[str, int] | None = None
) -> CounterPlace | None:
    """Put the count and a sentence beside the scale; where both are too long, without dots."""
    frame, k = sheet.frame, sheet.frame.k
    for marks, size, leading in _SIDES:
        counter = counter_place(frame, *count, area, marks=marks, size=size) if count else None
        gap = ABOVE_WORDS * k if leading > _TIGHT else 10 * k
        top = counter.rect.bottom() + gap if counter else area.top()
        style = must(frame, leading=leading)
        words = fit(sentence, area.width(), area.bottom() - top, style)
        if words.whole:
            break
    sheet.put(words, area.left(), top, frame.palette.ink)
    return counter
