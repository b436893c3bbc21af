"""Sheets that are words: the welcome, the plan and the end of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.application.scenes import Closing, Plan, PlanLine, Welcome

from .sheet import Block, Frame, SceneLayout, Sheet, column
from .text import ENDLESS, Fitted, Style, fit

OWNER_SHARE, DUE_SHARE = 0.27, 0.15
PARKED = "Parked: "


def welcome_sheet(scene: Welcome, frame: Frame) -> SceneLayout:
    """Lay out title, purpose, ground rules and how privacy works today."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = sheet.footer(scene.privacy) - 36 * k
    style = frame.style(72, "bold", leading=1.12, floor=frame.statement_floor)
    title = fit(scene.title, frame.inner, (lower - top) * 0.42, style)
    below = sheet.put(title, frame.left, top, palette.ink) + 22 * k
    purpose = fit(
        scene.purpose, frame.reading, (lower - below) * 0.45, frame.style(34, leading=1.32)
    )
    below = sheet.put(purpose, frame.left, below, frame.soft) + 30 * k
    _rules(sheet, scene.ground_rules, below, lower)
    return sheet.done()


def _rules(sheet: Sheet, rules: Sequence[str], top: float, lower: float) -> None:
    """Put the ground rules, each with a dot, spread a little over the room they have."""
    frame, k = sheet.frame, sheet.frame.k
    lead = 38 * k
    fitted, factor = _all_at(frame, rules, frame.inner - lead, 34, lower - top)
    height = sum(f.height for f in fitted)
    gap = 18 * k * factor if len(fitted) > 1 else 0.0
    y = top + max(0.0, lower - top - height - gap * (len(fitted) - 1)) * 0.5
    for words in fitted:
        dot = 14 * k
        middle = y + words.line_height / 2
        rect = QRectF(frame.left, middle - dot / 2, dot, dot)
        sheet.box(rect, fill=frame.palette.accent, radius=dot / 2)
        y = sheet.put(words, frame.left + lead, y, frame.palette.ink) + gap


def _all_at(
    frame: Frame, texts: Sequence[str], width: float, size: float, height: float
) -> tuple[list[Fitted], float]:
    factor = 1.0
    while True:
        style = frame.style(size * factor)
        fixed = Style(style.size, style.size, leading=1.25)
        fitted = [fit(text, width, ENDLESS, fixed) for text in texts]
        total = sum(f.height for f in fitted) + 18 * frame.k * factor * max(0, len(texts) - 1)
        if total <= height or factor < 0.4:
            return fitted, factor
        factor *= 0.94


def plan_sheet(scene: Plan, frame: Frame) -> SceneLayout:
    """Lay out the headline and the commitments; without any, the question that leads to them."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = frame.bottom
    if scene.headline:
        below = _headline(sheet, scene.headline, below, (lower - below) * 0.42) + 28 * k
    if scene.lines:
        _table(sheet, scene.lines, scene.more, below, lower)
    elif scene.empty:
        words = Block(scene.empty, 44, frame.soft, leading=1.3)
        rect = QRectF(frame.left, below + 24 * k, frame.reading, lower - below - 24 * k)
        column(sheet, [words], rect)
    _ = palette
    return sheet.done()


def closing_sheet(scene: Closing, frame: Frame) -> SceneLayout:
    """Lay out the end of the day: headline, plan, parked points, when to look again."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = frame.bottom
    if scene.review:
        review = fit(scene.review, frame.inner, 90 * k, frame.style(34, "semibold", lines=2))
        lower -= review.height
        sheet.put(review, frame.left, lower, palette.ink)
        lower -= 12 * k
    if scene.parked:
        text = PARKED + "  ·  ".join(scene.parked)
        parked = fit(text, frame.inner, (lower - below) * 0.3, frame.style(28, lines=4))
        lower -= parked.height
        sheet.put(parked, frame.left, lower, frame.soft)
    if lower < frame.bottom:
        lower -= 28 * k
    if scene.headline:
        below = _headline(sheet, scene.headline, below, (lower - below) * 0.45) + 24 * k
    if scene.lines:
        _table(sheet, scene.lines, scene.more, below, lower)
    return sheet.done()


def _title(sheet: Sheet, kicker: str, title: str, mark: str) -> float:
    frame, k = sheet.frame, sheet.frame.k
    top = sheet.header(kicker, mark)
    style = frame.style(58, "bold", leading=1.15, lines=2)
    below = sheet.put(fit(title, frame.inner, 150 * k, style), frame.left, top, frame.palette.ink)
    return below + 28 * k


def _headline(sheet: Sheet, text: str, top: float, height: float) -> float:
    """Put the one commitment with an accent beside it; return its lower edge."""
    frame, k = sheet.frame, sheet.frame.k
    lead = 30 * k
    style = frame.style(48, "semibold", leading=1.2)
    words = fit(text, frame.reading - lead, height, style)
    rect = QRectF(frame.left, top + 4 * k, 8 * k, words.height - 8 * k)
    sheet.box(rect, fill=frame.palette.accent, radius=4 * k)
    return sheet.put(words, frame.left + lead, top, frame.palette.ink)


@dataclass(frozen=True, slots=True)
class _Row:
    title: Fitted
    owner: Fitted
    due: Fitted

    @property
    def height(self) -> float:
        return max(self.title.height, self.owner.height, self.due.height)


def _table(sheet: Sheet, lines: Sequence[PlanLine], more: str, top: float, lower: float) -> None:
    """Put the commitments in rows with a thin line between; all shrink together to fit."""
    frame, k = sheet.frame, sheet.frame.k
    room = lower - top
    note = fit(more, frame.inner, 40 * k, frame.style(28, lines=1)) if more else None
    if note:
        room -= note.height + 14 * k
    factor, rows, pad = _table_rows(frame, lines, room)
    y = top
    for row in rows:
        sheet.rule(y)
        y = _put_row(sheet, row, y + pad) + pad
    _ = factor
    if note:
        sheet.put(note, frame.left, y + 14 * k, frame.soft)


def _table_rows(
    frame: Frame, lines: Sequence[PlanLine], room: float
) -> tuple[float, list[_Row], float]:
    factor = 1.0
    while True:
        pad = max(6.0, 16 * factor) * frame.k
        rows = [_row(frame, line, factor) for line in lines]
        if sum(row.height + 2 * pad for row in rows) <= room:
            return factor, rows, pad
        if factor < 0.6:
            pad = 5 * frame.k
            each = room / len(lines) - 2 * pad
            return factor, [_row(frame, line, factor, each) for line in lines], pad
        factor *= 0.94


def _row(frame: Frame, line: PlanLine, factor: float, height: float = ENDLESS) -> _Row:
    title_share = 1 - OWNER_SHARE - DUE_SHARE
    gap = 28 * frame.k

    def cell(text: str, share: float, size: float, weight: str) -> Fitted:
        style = frame.style(size * factor, weight)
        if height == ENDLESS:
            style = Style(style.size, style.size, weight, 1.22)
        return fit(text, frame.inner * share - gap, height, style)

    return _Row(
        cell(line.title, title_share, 33, "semibold"),
        cell(line.owner, OWNER_SHARE, 29, "regular"),
        cell(line.due, DUE_SHARE, 29, "regular"),
    )


def _put_row(sheet: Sheet, row: _Row, y: float) -> float:
    frame = sheet.frame
    first = row.title.line_height
    sheet.put(row.title, frame.left, y, frame.palette.ink)
    owner_x = frame.left + frame.inner * (1 - OWNER_SHARE - DUE_SHARE)
    shift = max(0.0, (first - row.owner.line_height) / 2)
    sheet.put(row.owner, owner_x, y + shift, frame.soft)
    sheet.put_right(row.due, frame.left + frame.inner, y + shift, frame.palette.ink)
    return y + row.height
