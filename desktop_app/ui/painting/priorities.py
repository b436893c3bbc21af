"""Sheets of the dots: the actions to place them on, the list, importance beside level."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from desktop_app.charts.dot_rows import DotRow, dot_rows
from desktop_app.charts.four_field import FieldPoint, four_field
from desktop_app.scenes.priority_scenes import (
    DotsOpen,
    DotsShown,
    ImportanceBesideLevel,
    ImportanceLine,
    Priorities,
)
from desktop_app.ui.fonts import measure

from .pictures import put_small
from .result import chart_palette
from .scale import ROW, Row, ScalePlace, is_narrow, put_rows, scale_place
from .sheet import CardPlace, DrawingItem, Frame, SceneLayout, Sheet
from .styles import must
from .text import ENDLESS, fit
from .tokens import TITLE
from .vote import put_side, side_of

ABOVE = 16.0
GAP, LEAD = 56.0, 64.0
LIST_ROW = 108.0


def dots_shown_sheet(scene: DotsShown, frame: Frame) -> SceneLayout:
    """Lay out the actions before the vote, and what each person may do."""
    sheet = Sheet(frame)
    place, cards = _title_and_actions(sheet, scene)
    put_side(sheet, side_of(frame, place), scene.footer)
    return replace(sheet.done(), cards=cards)


def dots_open_sheet(scene: DotsOpen, frame: Frame) -> SceneLayout:
    """Lay out an open vote; the counter is painted as it changes."""
    sheet = Sheet(frame)
    place, cards = _title_and_actions(sheet, scene)
    counter = put_side(
        sheet, side_of(frame, place), scene.footer, (scene.count_text, scene.present)
    )
    return replace(sheet.done(), cards=cards, counter=counter)


def _title_and_actions(
    sheet: Sheet, scene: DotsShown | DotsOpen
) -> tuple[ScalePlace, tuple[CardPlace, ...]]:
    """Put the question, and the actions as the rows of a scale stand."""
    frame = sheet.frame
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    rows = tuple(Row(str(card.point), card.label) for card in scene.cards)
    place = scale_place(frame, rows)
    slack = max(0.0, frame.bottom - below - place.row * place.count)
    place = replace(place, top=below + slack * 0.2)
    rects = put_rows(sheet, rows, place, ruled=True)
    together = zip(scene.cards, rects, strict=True)
    return place, tuple(CardPlace(card.point, card.label, rect) for card, rect in together)


def priorities_sheet(scene: Priorities, frame: Frame) -> SceneLayout:
    """Lay out the list with its dots; how alike people ranked is small."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = put_small(sheet, scene.note or scene.footer) - ABOVE * k
    tall = min((lower - below) / max(1, len(scene.rows)), LIST_ROW * k)
    drawing = dot_rows(
        [DotRow(row.label, row.dots, row.words) for row in scene.rows],
        chart_palette(frame.palette),
        frame.inner,
        size=must(frame).floor,
        measure=measure,
        row_height=tall,
    )
    slack = max(0.0, lower - below - drawing.height)
    sheet.items.append(DrawingItem(drawing, QPointF(frame.left, below + slack * 0.3)))
    return sheet.done()


def beside_sheet(scene: ImportanceBesideLevel, frame: Frame) -> SceneLayout:
    """Lay out the four fields on the left, and whose number is whose on the right."""
    sheet, k = Sheet(frame), frame.k
    title = "" if is_narrow(frame) else scene.title
    below = _title(sheet, scene.kicker, title, scene.mark)
    lower = put_small(sheet, scene.warning or scene.footer) - ABOVE * k
    rows = sorted(scene.rows, key=lambda row: row.number)
    names = max(fit(row.label, ENDLESS, ENDLESS, must(frame)).width for row in rows)
    right = min(names + LEAD * k, frame.inner * 0.5)
    key = QRectF(frame.left + frame.inner - right, below, right, lower - below)
    width, height = frame.inner - right - GAP * k, lower - below
    if is_narrow(frame):
        tall = must(frame).floor * math.ceil(len(rows) / 2)
        key = QRectF(frame.left, lower - tall, frame.inner, tall)
        width, height = frame.inner, lower - below - tall - ABOVE * k
    points = [FieldPoint(r.number, r.label, r.upper, r.share, r.close) for r in rows]
    drawing = four_field(
        points,
        chart_palette(frame.palette),
        width,
        height,
        size=must(frame).floor,
        named=False,
        measure=measure,
        even=scene.even,
        words=scene.words,
    )
    sheet.items.append(DrawingItem(drawing, QPointF(frame.left, below)))
    _key(sheet, rows, key)
    return sheet.done()


def _key(sheet: Sheet, rows: Sequence[ImportanceLine], area: QRectF) -> None:
    """Put each action's number and name; where there are many, as many as have room."""
    frame, k = sheet.frame, sheet.frame.k
    columns = 2 if is_narrow(frame) else 1
    down = math.ceil(len(rows) / columns)
    tall = max(must(frame).floor, min(ROW * k, area.height() / down))
    most = min(down, int((area.height() + 1) // tall))
    for place, row in enumerate(rows):
        if place % down < most:
            x = area.left() + place // down * area.width() / columns
            rect = QRectF(x, area.top() + place % down * tall, area.width() / columns, tall)
            _key_row(sheet, row, rect)


def _key_row(sheet: Sheet, row: ImportanceLine, rect: QRectF) -> None:
    frame, lead, ink = sheet.frame, LEAD * sheet.frame.k, sheet.frame.palette.ink
    number = fit(str(row.number), lead, rect.height(), must(frame, "bold", leading=1.0))
    label = fit(
        row.label, rect.width() - lead + 1, rect.height(), must(frame, leading=1.0, lines=1)
    )
    for words, x in ((number, rect.left()), (label, rect.left() + lead)):
        sheet.put(words, x, rect.center().y() - words.height / 2, ink)


def _title(sheet: Sheet, kicker: str, title: str, mark: str) -> float:
    frame, k = sheet.frame, sheet.frame.k
    top = sheet.header(kicker, mark)
    words = fit(title, frame.inner, ENDLESS, must(frame, "bold", size=TITLE, lines=1))
    return sheet.put(words, frame.left, top, frame.palette.ink) + ABOVE * k
