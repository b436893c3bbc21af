"""The scale as cards: one row where it fits, else a grid, else a list; one type size for all."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.domain.framework import CANNOT_SAY
from desktop_app.scenes.scene import Card
from desktop_app.ui.fonts import measure

from .sheet import CardPlace, Frame, Sheet
from .text import ENDLESS, Fitted, Style, fit, sizes

GAP = 18
ABOVE_TEXT = 8
CANNOT_SAY_SHARE = 0.74
LEAST_HEIGHT = 236


@dataclass(frozen=True, slots=True)
class _Shape:
    """An arrangement in stage pixels: number above its label in one row, beside it in a grid."""

    columns: int
    rows: int
    gap: float
    side: float
    edge: float
    number: float

    @property
    def stacked(self) -> bool:
        return self.rows == 1

    def row(self, index: int) -> slice:
        """Return the cards that stand beside the one at `index`."""
        first = index - index % self.columns
        return slice(first, first + self.columns)


@dataclass(frozen=True, slots=True)
class CardsPlan:
    """Cards with their texts fitted, not yet placed; `heights` has one entry a row."""

    shape: _Shape
    widths: tuple[float, ...]
    labels: tuple[Fitted, ...]
    texts: tuple[Fitted, ...]
    heights: tuple[float, ...]

    @property
    def height(self) -> float:
        """Return the height of all rows and the gaps between them."""
        return sum(self.heights) + (self.shape.rows - 1) * self.shape.gap


def plans(frame: Frame, cards: Sequence[Card]) -> Iterator[CardsPlan]:
    """Yield arrangements from the most wanted to the most compact; each holds all words."""
    wanted = _columns(len(cards))
    for columns, dense in (
        *((columns, False) for columns in wanted),
        *((columns, True) for columns in (*wanted[1:], wanted[0])),
    ):
        plan = _plan(frame, cards, _shape(frame, len(cards), columns, dense=dense))
        if plan is not None:
            yield plan


def forced(frame: Frame, cards: Sequence[Card], height: float) -> CardsPlan:
    """Return the grid whose texts are cut to `height`; the last resort."""
    shape = _shape(frame, len(cards), math.ceil(len(cards) / 2), dense=True)
    room = (height - (shape.rows - 1) * shape.gap) / shape.rows
    widths = _widths(frame, cards, shape)
    inner = [w - 2 * shape.side for w in widths]
    style = frame.style(24, "semibold", lines=1)
    lead = _lead(frame, cards, shape)
    labels = [fit(c.label, w - lead, ENDLESS, style) for c, w in zip(cards, inner, strict=True)]
    left = room - _head(shape, labels) - 2 * shape.edge - ABOVE_TEXT * frame.k
    text = frame.style(23, leading=1.22)
    texts = [fit(c.text, w, left, text) for c, w in zip(cards, inner, strict=True)]
    return CardsPlan(shape, tuple(widths), tuple(labels), tuple(texts), (room,) * shape.rows)


def _columns(count: int) -> list[int]:
    wanted = [count, math.ceil(count / 2), math.ceil(count / 3)]
    return list(dict.fromkeys(c for c in wanted if c >= 2 or count <= 2))


def _shape(frame: Frame, count: int, columns: int, *, dense: bool) -> _Shape:
    k, many = frame.k, columns > 6
    rows = math.ceil(count / columns)
    return _Shape(
        columns=columns,
        rows=rows,
        gap=(12 if many or dense else GAP) * k,
        side=(15 if many else 18 if dense else 22) * k,
        edge=(12 if dense else 18) * k,
        number=round((46 if rows == 1 else 34) * k),
    )


def _plan(frame: Frame, cards: Sequence[Card], shape: _Shape) -> CardsPlan | None:
    widths = _widths(frame, cards, shape)
    inner = [w - 2 * shape.side for w in widths]
    lead = 0.0 if shape.stacked else _lead(frame, cards, shape)
    bare = not any(c.text for c in cards)
    label = frame.style(30 if bare else 27, "semibold", leading=1.18, lines=4 if bare else 2)
    labels = _fit_all([c.label for c in cards], [w - lead for w in inner], label)
    texts = _fit_all([c.text for c in cards], inner, frame.style(24, leading=1.22))
    if labels is None or texts is None:
        return None
    heights = []
    for first in range(0, len(cards), shape.columns):
        beside = shape.row(first)
        body = max(f.height for f in texts[beside]) + ABOVE_TEXT * frame.k
        heights.append(_head(shape, labels[beside]) + body + 2 * shape.edge)
    if shape.stacked:
        heights = [max(heights[0], LEAST_HEIGHT * frame.k)]
    return CardsPlan(shape, tuple(widths), labels, texts, tuple(heights))


def _widths(frame: Frame, cards: Sequence[Card], shape: _Shape) -> list[float]:
    """Return the cards' widths; in one row "can't say" is narrower, as it is not a rating."""
    room = frame.inner - (shape.columns - 1) * shape.gap
    if not shape.stacked:
        return [room / shape.columns] * len(cards)
    shares = [CANNOT_SAY_SHARE if c.point == CANNOT_SAY else 1.0 for c in cards]
    return [room * share / sum(shares) for share in shares]


def _head(shape: _Shape, labels: Sequence[Fitted]) -> float:
    """Return the height of numbers and labels of cards that stand beside one another."""
    tallest = max(f.height for f in labels)
    return shape.number * 1.25 + tallest if shape.stacked else max(shape.number * 1.1, tallest)


def _lead(frame: Frame, cards: Sequence[Card], shape: _Shape) -> float:
    widest = max(measure(str(c.point), shape.number, "bold") for c in cards)
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
    frame, shape, places = sheet.frame, plan.shape, []
    x, y = frame.left, top
    for index, card in enumerate(cards):
        row = index // shape.columns
        if index and index % shape.columns == 0:
            x, y = frame.left, y + plan.heights[row - 1] + shape.gap
        rect = QRectF(x, y, plan.widths[index], plan.heights[row])
        _put_card(sheet, card, plan, index, rect)
        places.append(CardPlace(card.point, card.label, rect))
        x += plan.widths[index] + shape.gap
    return places


def _put_card(sheet: Sheet, card: Card, plan: CardsPlan, index: int, rect: QRectF) -> None:
    frame, shape = sheet.frame, plan.shape
    _put_box(sheet, card, rect)
    x, y = rect.left() + shape.side, rect.top() + shape.edge
    style = Style(shape.number, shape.number, "bold", 1.1)
    number = fit(str(card.point), ENDLESS, ENDLESS, style)
    label = plan.labels[index]
    sheet.put(number, x, y, frame.palette.ink)
    if shape.stacked:
        sheet.put(label, x, y + shape.number * 1.25, frame.palette.ink)
    else:
        down = max(0.0, (number.height - label.line_height) / 2)
        sheet.put(label, x + number.width + 14 * frame.k, y + down, frame.palette.ink)
    below = y + _head(shape, plan.labels[shape.row(index)]) + ABOVE_TEXT * frame.k
    sheet.put(plan.texts[index], x, below, frame.soft)


def _put_box(sheet: Sheet, card: Card, rect: QRectF) -> None:
    k, palette = sheet.frame.k, sheet.frame.palette
    unsaid = card.point == CANNOT_SAY
    sheet.box(
        rect,
        fill=palette.paper if unsaid else palette.card,
        line=palette.line,
        width=max(1.0, 2 * k),
        radius=14 * k,
        dashed=unsaid,
    )
