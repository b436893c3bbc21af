"""Sheets that are words: the welcome, the plan and the end of the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from desktop_app.scenes.scene import Closing, Plan, PlanLine, Welcome
from desktop_app.ui.fonts import measure

from .fist import put_fist
from .sheet import Block, Frame, SceneLayout, Sheet, column
from .text import ENDLESS, Fitted, Style, fit, fit_line_first

OWNER_SHARE = 0.26
GAP, LEAD = 28, 30


def welcome_sheet(scene: Welcome, frame: Frame) -> SceneLayout:
    """Lay out title, purpose, ground rules and how privacy works today."""
    sheet, palette, k = Sheet(frame), frame.palette, frame.k
    top = sheet.header(scene.kicker, scene.mark)
    privacy = fit(scene.privacy, frame.inner, 230 * k, frame.style(28, lines=6))
    sheet.put(privacy, frame.left, frame.bottom - privacy.height, frame.soft)
    lower = frame.bottom - privacy.height - 36 * k
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
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = put_fist(sheet, scene) if scene.fist_text else frame.bottom
    if scene.lines:
        _agreed(sheet, scene, below, lower)
        return sheet.done()
    if scene.headline:
        below = _put_headline(sheet, _headline(frame, scene.headline, 1.0), below) + 36 * k
    words = Block(scene.empty, 52, frame.palette.ink, leading=1.25)
    rect = QRectF(frame.left, below + 16 * k, frame.reading, lower - below - 16 * k)
    column(sheet, [words], rect)
    return sheet.done()


def closing_sheet(scene: Closing, frame: Frame) -> SceneLayout:
    """Lay out the end of the day: headline, plan, parked points, when to look again."""
    sheet, k = Sheet(frame), frame.k
    below = _title(sheet, scene.kicker, scene.title, scene.mark)
    lower = _review(sheet, scene, frame.bottom, below)
    if lower < frame.bottom:
        lower -= 28 * k
    _agreed(sheet, scene, below, lower)
    return sheet.done()


def _review(sheet: Sheet, scene: Closing, lower: float, below: float) -> float:
    """Put parked points and the date of the review at the bottom; return their upper edge."""
    frame, k = sheet.frame, sheet.frame.k
    if scene.review:
        review = fit(scene.review, frame.inner, 90 * k, frame.style(34, "semibold", lines=2))
        lower -= review.height
        sheet.put(review, frame.left, lower, frame.palette.ink)
    if scene.parked_text:
        lower -= 10 * k if scene.review else 0.0
        style = frame.style(28, lines=4)
        parked = fit_line_first(scene.parked_text, frame.inner, (lower - below) * 0.3, style)
        lower -= parked.height
        sheet.put(parked, frame.left, lower, frame.soft)
    return lower


def _agreed(sheet: Sheet, scene: Plan | Closing, top: float, lower: float) -> None:
    """Put headline and commitments; the headline gives way until every word below it fits."""
    frame, k = sheet.frame, sheet.frame.k
    for factor in (1.0, 0.9, 0.8, 0.7, 0.6):
        headline = _headline(frame, scene.headline, factor) if scene.headline else None
        start = top + (headline.height + 26 * k if headline else 0.0)
        table = _table(frame, scene.lines, scene.more, lower - start)
        if table.whole:
            break
    if headline:
        _put_headline(sheet, headline, top)
    _put_table(sheet, table, start)


def _title(sheet: Sheet, kicker: str, title: str, mark: str) -> float:
    frame, k = sheet.frame, sheet.frame.k
    top = sheet.header(kicker, mark)
    style = frame.style(58, "bold", leading=1.15, lines=2)
    below = sheet.put(fit(title, frame.inner, 150 * k, style), frame.left, top, frame.palette.ink)
    return below + 28 * k


def _headline(frame: Frame, text: str, factor: float) -> Fitted:
    style = frame.style(48 * factor, "semibold", leading=1.2)
    return fit(text, frame.reading - LEAD * frame.k, 260 * frame.k, style)


def _put_headline(sheet: Sheet, words: Fitted, top: float) -> float:
    """Put the one commitment with an accent beside it; return its lower edge."""
    frame, k = sheet.frame, sheet.frame.k
    rect = QRectF(frame.left, top + 4 * k, 8 * k, words.height - 8 * k)
    sheet.box(rect, fill=frame.palette.accent, radius=4 * k)
    return sheet.put(words, frame.left + LEAD * k, top, frame.palette.ink)


@dataclass(frozen=True, slots=True)
class _Row:
    title: Fitted
    owner: Fitted
    due: Fitted

    @property
    def height(self) -> float:
        return max(self.title.height, self.owner.height, self.due.height)

    @property
    def whole(self) -> bool:
        return self.title.whole and self.owner.whole and self.due.whole


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows at one size, the space above and below each, and the note under them."""

    rows: tuple[_Row, ...]
    pad: float
    note: Fitted | None
    whole: bool


def _table(frame: Frame, lines: Sequence[PlanLine], more: str, room: float) -> _Table:
    """Fit the commitments into `room`, all at one size; cut their words only at the smallest."""
    k = frame.k
    note = fit(more, frame.inner, 40 * k, frame.style(28, lines=1)) if more else None
    room -= note.height + 14 * k if note else 0.0
    for factor in (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7):
        pad = 16 * factor * k
        rows = tuple(_row(frame, lines, line, factor, ENDLESS) for line in lines)
        if sum(row.height + 2 * pad for row in rows) <= room and all(r.whole for r in rows):
            return _Table(rows, pad, note, whole=True)
    pad = 5 * k
    each = room / max(1, len(lines)) - 2 * pad
    rows = tuple(_row(frame, lines, line, 0.7, each) for line in lines)
    return _Table(rows, pad, note, whole=not lines)


def _row(
    frame: Frame, lines: Sequence[PlanLine], line: PlanLine, factor: float, height: float
) -> _Row:
    """Return one commitment fitted: the date takes what it needs, the owner his share."""
    due = _due_width(frame, lines, factor)
    gap = GAP * frame.k
    owner = frame.inner * OWNER_SHARE

    def cell(text: str, width: float, size: float, weight: str) -> Fitted:
        style = frame.style(size * factor, weight, leading=1.22)
        return fit(text, width, height, replace(style, floor=style.size))

    return _Row(
        cell(line.title, frame.inner - owner - due - 2 * gap, 33, "semibold"),
        cell(line.owner, owner, 29, "regular"),
        cell(line.due, due, 29, "regular"),
    )


def _due_width(frame: Frame, lines: Sequence[PlanLine], factor: float) -> float:
    size = frame.style(29 * factor).size
    widest = max((measure(line.due, size, "regular") for line in lines), default=0.0)
    return min(widest + 1, frame.inner * 0.2)


def _put_table(sheet: Sheet, table: _Table, top: float) -> None:
    """Put the rows with a thin line above each."""
    frame, y = sheet.frame, top
    due = max((row.due.width for row in table.rows), default=0.0)
    owner_x = frame.left + frame.inner * (1 - OWNER_SHARE) - due - GAP * frame.k
    for row in table.rows:
        sheet.rule(y)
        _put_row(sheet, row, y + table.pad, owner_x)
        y += row.height + 2 * table.pad
    if table.note:
        sheet.put(table.note, frame.left, y + 14 * frame.k, frame.soft)


def _put_row(sheet: Sheet, row: _Row, y: float, owner_x: float) -> None:
    frame = sheet.frame
    shift = max(0.0, (row.title.line_height - row.owner.line_height) / 2)
    sheet.put(row.title, frame.left, y, frame.palette.ink)
    sheet.put(row.owner, owner_x, y + shift, frame.soft)
    sheet.put_right(row.due, frame.left + frame.inner, y + shift, frame.palette.ink)
