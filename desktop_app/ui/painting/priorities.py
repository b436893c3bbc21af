"""Sheets of the dots: the actions to place them on, the list, importance beside level."""

from __future__ import annotations

import math
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.dot_rows import DotRow, dot_rows
from desktop_app.charts.four_field import FieldPoint, four_field
from desktop_app.scenes.priority_scenes import (
    DotCard,
    DotsOpen,
    DotsShown,
    ImportanceBesideLevel,
    ImportanceLine,
    Priorities,
)
from desktop_app.ui.fonts import measure

from .counter import counter_place
from .result import chart_palette
from .sheet import CardPlace, CounterPlace, DrawingItem, Frame, SceneLayout, Sheet
from .text import ENDLESS, Fitted, Style, fit, fit_line_first, sizes

GAP, ROW = 16, 92
MOST_IN_ONE_COLUMN = 6
FIELD_SHARE, LEAD = 0.54, 46


def dots_shown_sheet(scene: DotsShown, frame: Frame) -> SceneLayout:
    """Lay out the actions before the vote, and what each person may do."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = sheet.footer(scene.footer) - 36 * k
    cards = _put_cards(sheet, scene.cards, QRectF(frame.left, below, frame.inner, lower - below))
    return replace(sheet.done(), cards=tuple(cards))


def dots_open_sheet(scene: DotsOpen, frame: Frame) -> SceneLayout:
    """Lay out an open vote; the counter is painted as it changes."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    counter = counter_place(frame, scene.count_text, scene.ballots_in, scene.present)
    lower = _footer(sheet, scene.footer, counter) - 40 * k
    cards = _put_cards(sheet, scene.cards, QRectF(frame.left, below, frame.inner, lower - below))
    return replace(sheet.done(), cards=tuple(cards), counter=counter)


def priorities_sheet(scene: Priorities, frame: Frame) -> SceneLayout:
    """Lay out the list with its dots, and how alike people ranked where that is known."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = sheet.footer(scene.footer) - 30 * k
    if scene.note:
        note = fit(scene.note, frame.reading, 90 * k, frame.style(29, lines=2))
        lower -= note.height
        sheet.put(note, frame.left, lower, frame.soft)
        lower -= 26 * k
    room = lower - below
    tall = min(room / max(1, len(scene.rows)), ROW * k)
    drawing = dot_rows(
        [DotRow(row.label, row.dots, row.words) for row in scene.rows],
        chart_palette(frame.palette),
        frame.inner,
        size=max(frame.floor, min(32 * k, tall * 0.62)),
        measure=measure,
        row_height=tall,
    )
    slack = max(0.0, room - drawing.height)
    sheet.items.append(DrawingItem(drawing, QPointF(frame.left, below + slack * 0.3)))
    return sheet.done()


def beside_sheet(scene: ImportanceBesideLevel, frame: Frame) -> SceneLayout:
    """Lay out the four fields on the left and their table on the right."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = sheet.footer(scene.footer) - 28 * k
    if scene.warning:
        style = frame.style(27, lines=2)
        warning = fit_line_first(scene.warning, frame.inner, 90 * k, style)
        lower -= warning.height
        sheet.put(warning, frame.left, lower, frame.palette.ink)
        lower -= 20 * k
    width, height = frame.inner * FIELD_SHARE, lower - below
    points = [FieldPoint(r.number, r.label, r.upper, r.share, r.close) for r in scene.rows]
    drawing = four_field(
        points,
        chart_palette(frame.palette),
        width,
        height,
        size=max(frame.floor, 26 * k),
        measure=measure,
        even=scene.even,
        words=scene.words,
    )
    sheet.items.append(DrawingItem(drawing, QPointF(frame.left, below)))
    left = frame.left + width + 40 * k
    _table(sheet, scene.rows, QRectF(left, below, frame.left + frame.inner - left, height))
    return sheet.done()


def _title(sheet: Sheet, kicker: str, title: str, mark: str) -> float:
    frame, k = sheet.frame, sheet.frame.k
    top = sheet.header(kicker, mark)
    style = frame.style(54, "bold", leading=1.15, lines=2, floor=frame.statement_floor)
    below = sheet.put(fit(title, frame.inner, 150 * k, style), frame.left, top, frame.palette.ink)
    return below + 28 * k


def _footer(sheet: Sheet, text: str, counter: CounterPlace) -> float:
    frame = sheet.frame
    room = counter.rect.left() - frame.left - 44 * frame.k
    words = fit_line_first(text, room, 110 * frame.k, frame.style(28, lines=3))
    middle = counter.words.center().y()
    top = min(middle - words.height / 2, frame.bottom - words.height)
    sheet.put(words, frame.left, top, frame.soft)
    return min(top, counter.rect.top())


def _put_cards(sheet: Sheet, cards: tuple[DotCard, ...], area: QRectF) -> list[CardPlace]:
    """Put a card for each action, in one column where they fit, else in two or three."""
    frame, k = sheet.frame, sheet.frame.k
    columns = min(3, math.ceil(len(cards) / MOST_IN_ONE_COLUMN))
    rows, gap = math.ceil(len(cards) / columns), GAP * k
    tall = min(ROW * k, (area.height() - (rows - 1) * gap) / rows)
    width = (area.width() - (columns - 1) * gap) / columns
    # Room is left at the right of a card for the dots.
    room = width * (0.5 if columns == 1 else 0.6) - 60 * k
    labels = _labels([c.label for c in cards], room, tall * 0.86, frame)
    slack = max(0.0, area.height() - rows * tall - (rows - 1) * gap) * 0.35
    places = []
    for index, (card, words) in enumerate(zip(cards, labels, strict=True)):
        x = area.left() + (index // rows) * (width + gap)
        y = area.top() + slack + (index % rows) * (tall + gap)
        rect = QRectF(x, y, width, tall)
        _put_card(sheet, card, words, rect)
        places.append(CardPlace(card.point, card.label, rect))
    return places


def _labels(texts: list[str], room: float, height: float, frame: Frame) -> list[Fitted]:
    """Return the labels at one size, the largest at which all are whole."""
    wanted = frame.style(36, "semibold", leading=1.15)
    for size in sizes(wanted.size, wanted.floor):
        fixed = Style(size, size, "semibold", 1.15, 2)
        fitted = [fit(text, room, height, fixed) for text in texts]
        if all(words.whole for words in fitted):
            return fitted
    return [fit(text, room, height, replace(wanted, size=wanted.floor)) for text in texts]


def _put_card(sheet: Sheet, card: DotCard, words: Fitted, rect: QRectF) -> None:
    frame, k = sheet.frame, sheet.frame.k
    palette = frame.palette
    width = max(1.0, 2 * k)
    sheet.box(rect, fill=palette.card, line=palette.line, width=width, radius=14 * k)
    style = Style(max(frame.floor, min(40 * k, rect.height() * 0.6)), frame.floor, "bold", 1.1)
    number = fit(str(card.point), 60 * k, rect.height(), style)
    middle = rect.center().y()
    sheet.put(number, rect.left() + 24 * k, middle - number.height / 2, palette.ink)
    sheet.put(words, rect.left() + 78 * k, middle - words.height / 2, palette.ink)


def _table(sheet: Sheet, rows: tuple[ImportanceLine, ...], area: QRectF) -> None:
    """Put each action with its number, dots and ratings; only the dots where they are many."""
    frame, k = sheet.frame, sheet.frame.k
    ordered = sorted(rows, key=lambda row: row.number)
    for factor in (1.0, 0.94, 0.88, 0.82, 0.76, 0.7):
        made = [_row(frame, row, area.width() - LEAD * k, factor) for row in ordered]
        pad = 16 * k * factor
        total = sum(a.height + b.height + 2 * pad for a, b in made)
        if total <= area.height() and all(a.whole and b.whole for a, b in made):
            break
    else:
        _short_table(sheet, ordered, area)
        return
    y = area.top() + (area.height() - total) * 0.2
    for row, (label, words) in zip(ordered, made, strict=True):
        _put_number(sheet, row, area.left(), y + pad, label)
        below = sheet.put(label, area.left() + LEAD * k, y + pad, frame.palette.ink)
        y = sheet.put(words, area.left() + LEAD * k, below, frame.soft) + pad


def _short_table(sheet: Sheet, rows: list[ImportanceLine], area: QRectF) -> None:
    """Put a line for each action: number, name and dots."""
    frame, k = sheet.frame, sheet.frame.k
    each = area.height() / len(rows)
    style = Style(frame.floor, frame.floor, "semibold", 1.15)
    for place, row in enumerate(rows):
        dots = fit(row.dots_words, area.width() * 0.3, each, replace(style, weight="regular"))
        room = area.width() - LEAD * k - dots.width - 16 * k
        label = fit(row.label, room, each, style)
        y = area.top() + place * each + (each - label.height) / 2
        _put_number(sheet, row, area.left(), y, label)
        sheet.put(label, area.left() + LEAD * k, y, frame.palette.ink)
        sheet.put_right(dots, area.right(), y, frame.soft)


def _put_number(sheet: Sheet, row: ImportanceLine, left: float, y: float, beside: Fitted) -> None:
    style = Style(beside.size, beside.size, "bold", beside.leading, 1)
    number = fit(str(row.number), LEAD * sheet.frame.k, beside.line_height, style)
    sheet.put(number, left, y, sheet.frame.palette.ink)


def _row(frame: Frame, row: ImportanceLine, width: float, factor: float) -> tuple[Fitted, Fitted]:
    size = max(frame.floor, 29 * factor * frame.k)
    label = fit(row.label, width, ENDLESS, Style(size, size, "semibold", 1.2))
    words = max(frame.floor, 25 * factor * frame.k)
    return label, fit(row.words, width, ENDLESS, Style(words, words, leading=1.2))
