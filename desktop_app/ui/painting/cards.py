"""The scale as cards: one row where it fits, else a grid, else a list; one type size for all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.application.scenes import Card
from desktop_app.domain.framework import CANNOT_SAY

from .fonts import measure
from .sheet import CardPlace, Frame, Sheet
from .text import ENDLESS, Fitted, Style, fit, sizes

GAP, PAD = 18, 22
CANNOT_SAY_SHARE = 0.74


@dataclass(frozen=True, slots=True)
class CardsPlan:
    """Cards with their texts fitted, not yet placed; `height` is that of all rows and gaps."""

    widths: tuple[float, ...]
    columns: int
    stacked: bool
    labels: tuple[Fitted, ...]
    texts: tuple[Fitted, ...]
    number: float
    card_height: float
    height: float


def plans(frame: Frame, cards: Sequence[Card]) -> Iterator[CardsPlan]:
    """Yield arrangements from the most wanted to the most compact; each holds all words."""
    for columns in _columns(len(cards)):
        plan = _plan(frame, cards, columns)
        if plan is not None:
            yield plan


def forced(frame: Frame, cards: Sequence[Card], height: float) -> CardsPlan:
    """Return the grid whose texts are cut to `height`; the last resort."""
    columns = math.ceil(len(cards) / 2)
    rows = math.ceil(len(cards) / columns)
    room = (height - (rows - 1) * GAP * frame.k) / rows
    widths = _widths(frame, cards, columns)
    inner = [w - 2 * _pad(frame, columns) for w in widths]
    number = _number_size(frame, stacked=False)
    style = frame.style(24, "semibold", lines=1)
    lead = _lead(frame, cards, number)
    labels = [fit(c.label, w - lead, 99, style) for c, w in zip(cards, inner, strict=True)]
    head = max(number * 1.1, *(f.height for f in labels))
    left = room - head - _pads(frame)
    text = frame.style(23)
    texts = [fit(c.text, w, left, text) for c, w in zip(cards, inner, strict=True)]
    return CardsPlan(
        tuple(widths), columns, False, tuple(labels), tuple(texts), number, room, height
    )


def _columns(count: int) -> list[int]:
    wanted = [count, math.ceil(count / 2), math.ceil(count / 3)]
    return list(dict.fromkeys(c for c in wanted if c >= 2 or count <= 2))


def _plan(frame: Frame, cards: Sequence[Card], columns: int) -> CardsPlan | None:
    stacked = columns == len(cards)
    widths = _widths(frame, cards, columns)
    inner = [w - 2 * _pad(frame, columns) for w in widths]
    number = _number_size(frame, stacked=stacked)
    lead = 0.0 if stacked else _lead(frame, cards, number)
    label = frame.style(27, "semibold", leading=1.18, lines=2)
    labels = _fit_all([c.label for c in cards], [w - lead for w in inner], label)
    texts = _fit_all([c.text for c in cards], inner, frame.style(24, leading=1.22))
    if labels is None or texts is None:
        return None
    head = max(f.height for f in labels)
    head = number * 1.25 + head if stacked else max(number * 1.1, head)
    body = max(f.height for f in texts)
    height = max(head + body + _pads(frame), 236 * frame.k if stacked else 0.0)
    rows = math.ceil(len(cards) / columns)
    total = rows * height + (rows - 1) * GAP * frame.k
    return CardsPlan(tuple(widths), columns, stacked, labels, texts, number, height, total)


def _widths(frame: Frame, cards: Sequence[Card], columns: int) -> list[float]:
    """Return the cards' widths; in one row "can't say" is narrower, as it is not a rating."""
    room = frame.inner - (columns - 1) * _gap(frame, columns)
    if columns < len(cards):
        return [room / columns] * len(cards)
    shares = [CANNOT_SAY_SHARE if c.point == CANNOT_SAY else 1.0 for c in cards]
    return [room * share / sum(shares) for share in shares]


def _gap(frame: Frame, columns: int) -> float:
    return GAP * frame.k * (0.75 if columns > 6 else 1.0)


def _pad(frame: Frame, columns: int) -> float:
    return PAD * frame.k * (0.7 if columns > 6 else 1.0)


def _pads(frame: Frame) -> float:
    return (2 * 18 + 8) * frame.k


def _number_size(frame: Frame, *, stacked: bool) -> float:
    return round((46 if stacked else 34) * frame.k)


def _lead(frame: Frame, cards: Sequence[Card], number: float) -> float:
    widest = max(measure(str(c.point), number, "bold") for c in cards)
    return widest + 14 * frame.k


def _fit_all(
    texts: Sequence[str], widths: Sequence[float], style: Style
) -> tuple[Fitted, ...] | None:
    """Return all texts at one size, the largest at which every word is whole; else None."""
    for size in sizes(style.size, style.floor):
        fixed = Style(size, size, style.weight, style.leading, style.lines)
        fitted = [fit(t, w, ENDLESS, fixed) for t, w in zip(texts, widths, strict=True)]
        if all(f.whole for f in fitted):
            return tuple(fitted)
    return None


def put_cards(sheet: Sheet, cards: Sequence[Card], plan: CardsPlan, top: float) -> list[CardPlace]:
    """Put planned cards from `top` down; return where each lies."""
    frame, places = sheet.frame, []
    x, y = frame.left, top
    for index, card in enumerate(cards):
        if index and index % plan.columns == 0:
            x, y = frame.left, y + plan.card_height + GAP * frame.k
        rect = QRectF(x, y, plan.widths[index], plan.card_height)
        _put_card(sheet, card, plan, index, rect)
        places.append(CardPlace(card.point, card.label, rect))
        x += plan.widths[index] + _gap(frame, plan.columns)
    return places


def _put_card(sheet: Sheet, card: Card, plan: CardsPlan, index: int, rect: QRectF) -> None:
    frame, palette = sheet.frame, sheet.frame.palette
    unsaid = card.point == CANNOT_SAY
    sheet.box(
        rect,
        fill=palette.paper if unsaid else palette.card,
        line=palette.line,
        width=max(1.0, 2 * frame.k),
        radius=14 * frame.k,
        dashed=unsaid,
    )
    pad = _pad(frame, plan.columns)
    x, y = rect.left() + pad, rect.top() + 18 * frame.k
    style = Style(plan.number, plan.number, "bold", 1.1)
    number = fit(str(card.point), ENDLESS, ENDLESS, style)
    label = plan.labels[index]
    if plan.stacked:
        sheet.put(number, x, y, palette.ink)
        sheet.put(label, x, y + plan.number * 1.25, palette.ink)
        below = y + plan.number * 1.25 + max(f.height for f in plan.labels)
    else:
        below = y + _beside(sheet, plan, number, label, (x, y))
    sheet.put(plan.texts[index], x, below + 8 * frame.k, frame.soft)


def _beside(
    sheet: Sheet, plan: CardsPlan, number: Fitted, label: Fitted, at: tuple[float, float]
) -> float:
    """Put number and label side by side; return the height that all cards' heads take."""
    palette, (x, y) = sheet.frame.palette, at
    head = max(number.height, *(f.height for f in plan.labels))
    lead = number.width + 14 * sheet.frame.k
    sheet.put(number, x, y, palette.ink)
    sheet.put(label, x + lead, y + max(0.0, (number.height - label.line_height) / 2), palette.ink)
    return head
