"""Sheets that are words: the welcome, the plan, the end of the day, the parking lot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from desktop_app.scenes.parking_lot import ParkingLot
from desktop_app.scenes.scene import Closing, Plan, PlanLine, Welcome

from .fist import put_fist
from .pictures import put_small
from .sheet import Frame, SceneLayout, Sheet
from .styles import must
from .text import ENDLESS, Fitted, fit
from .tokens import STATEMENT_REVEALED, TITLE

BELOW_TITLE = 24.0
LEAD, DOT_LEAD, DOT = 30.0, 42.0, 18.0
PAD = 14.0
LEADINGS = (1.18, 1.1, 1.04)


def welcome_sheet(scene: Welcome, frame: Frame) -> SceneLayout:
    """Lay out title, purpose, ground rules and how privacy works today; its screens share them."""
    sheet, k, ink = Sheet(frame), frame.k, frame.palette.ink
    y = put_title(sheet, scene.kicker, scene.title, scene.mark)
    if scene.purpose:
        purpose = _paragraph(frame, scene.purpose, frame.bottom - y)
        y = sheet.put(purpose, frame.left, y, ink) + BELOW_TITLE * k
    privacy = _paragraph(frame, scene.privacy, frame.bottom - y)
    lower = frame.bottom - privacy.height - (BELOW_TITLE * k if scene.ground_rules else 0.0)
    if scene.ground_rules:
        put_points(sheet, scene.ground_rules, y, lower)
        y = frame.bottom - privacy.height
    sheet.put(privacy, frame.left, y, ink)
    return sheet.done()


def _paragraph(frame: Frame, text: str, room: float) -> Fitted:
    """Return a text as loosely set as has room."""
    for leading in LEADINGS:
        words = fit(text, frame.inner, room, must(frame, leading=leading))
        if words.whole:
            break
    return words


def plan_sheet(scene: Plan, frame: Frame) -> SceneLayout:
    """Lay out the headline and the commitments, a fist to five, or the question for steps."""
    sheet = Sheet(frame)
    y = put_title(sheet, scene.kicker, scene.title, scene.mark)
    y = put_headline(sheet, scene.headline, y)
    if scene.fist_text:
        put_fist(sheet, scene, y)
    elif scene.lines:
        put_lines(sheet, scene.lines, y, frame.bottom)
    elif not scene.headline:
        words = _paragraph(frame, scene.empty, frame.bottom - y)
        sheet.put(words, frame.left, y, frame.palette.ink)
    return sheet.done()


def closing_sheet(scene: Closing, frame: Frame) -> SceneLayout:
    """Lay out the end of the day: headline, plan, parked points, when to look again."""
    sheet, k = Sheet(frame), frame.k
    y = put_title(sheet, scene.kicker, scene.title, scene.mark)
    y = put_headline(sheet, scene.headline, y)
    lower = frame.bottom
    if scene.review:
        style = must(frame, "semibold", leading=1.1)
        review = fit(scene.review, frame.inner, lower - y, style)
        lower -= review.height
        sheet.put(review, frame.left, lower, frame.palette.ink)
        lower -= BELOW_TITLE * k
    if scene.lines:
        put_lines(sheet, scene.lines, y, lower)
    elif scene.parked:
        put_points(sheet, scene.parked, y, lower)
    return sheet.done()


def parking_sheet(scene: ParkingLot, frame: Frame) -> SceneLayout:
    """Lay out the points below the title, each with a dot."""
    sheet = Sheet(frame)
    y = put_title(sheet, scene.kicker, scene.title, scene.mark)
    if scene.points:
        put_points(sheet, scene.points, y, _more(sheet, scene.more))
    else:
        words = _paragraph(frame, scene.empty, frame.bottom - y)
        sheet.put(words, frame.left, y, frame.palette.ink)
    return sheet.done()


def put_title(sheet: Sheet, kicker: str, title: str, mark: str) -> float:
    """Put what a screen is about; return where its content begins."""
    frame = sheet.frame
    top = sheet.header(kicker, mark)
    style = must(frame, "bold", size=TITLE, leading=1.08)
    words = fit(title, frame.inner, 190 * frame.k, style)
    return sheet.put(words, frame.left, top, frame.palette.ink) + BELOW_TITLE * frame.k


def _more(sheet: Sheet, text: str) -> float:
    """Put how much is not shown at the lower margin; return the edge above it."""
    return put_small(sheet, text) - 10 * sheet.frame.k if text else sheet.frame.bottom


def put_headline(sheet: Sheet, text: str, top: float) -> float:
    """Put the one commitment with an accent beside it; return where what follows begins."""
    if not text:
        return top
    frame, k = sheet.frame, sheet.frame.k
    style = must(frame, "semibold", size=STATEMENT_REVEALED, leading=1.12)
    words = fit(text, frame.inner - LEAD * k, 300 * k, style)
    rect = QRectF(frame.left, top + 6 * k, 10 * k, words.height - 12 * k)
    sheet.box(rect, fill=frame.palette.accent, radius=5 * k)
    return sheet.put(words, frame.left + LEAD * k, top, frame.palette.ink) + BELOW_TITLE * k


# -- points ---------------------------------------------------------------------------------


def put_points(sheet: Sheet, points: Sequence[str], top: float, lower: float) -> None:
    """Put texts below each other, each with a dot; all are as high where they have no room."""
    frame, k = sheet.frame, sheet.frame.k
    fitted = _points(frame, points, lower - top)
    spare = lower - top - sum(words.height for words in fitted)
    gap = max(0.0, min(26 * k, spare / max(1, len(fitted))))
    y, dot = top, DOT * k
    for words in fitted:
        middle = y + words.line_height / 2
        rect = QRectF(frame.left, middle - dot / 2, dot, dot)
        sheet.box(rect, fill=frame.palette.accent, radius=dot / 2)
        y = sheet.put(words, frame.left + DOT_LEAD * k, y, frame.palette.ink) + gap


def _points(frame: Frame, points: Sequence[str], room: float) -> list[Fitted]:
    width = frame.inner - DOT_LEAD * frame.k
    for leading in LEADINGS:
        style = must(frame, leading=leading)
        fitted = [fit(text, width, ENDLESS, style) for text in points]
        if sum(words.height for words in fitted) <= room:
            return fitted
    most = max(style.floor * style.leading, room / max(1, len(points)))
    return [fit(text, width, most, style) for text in points][: int(room // most)]


# -- commitments ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Line:
    """One commitment fitted: what, who, by when; who and when stand below it."""

    title: Fitted
    owner: Fitted
    due: Fitted

    @property
    def height(self) -> float:
        return self.title.height + max(self.owner.height, self.due.height)


def put_lines(sheet: Sheet, lines: Sequence[PlanLine], top: float, lower: float) -> None:
    """Put commitments with a thin line above each; without room, what and by when alone."""
    frame, k = sheet.frame, sheet.frame.k
    for bare, most in ((False, 0), (False, 2), (False, 1), (True, 1)):
        fitted = [_line(frame, line, most, bare=bare) for line in lines]
        pads = 2 * PAD * k * len(fitted)
        if sum(line.height for line in fitted) + pads <= lower - top:
            break
    y = top
    for line in fitted:
        if y + line.height > lower + 1:
            break
        sheet.rule(y)
        y = _put_line(sheet, line, y + PAD * k) + PAD * k


def _line(frame: Frame, line: PlanLine, most: int, *, bare: bool) -> _Line:
    plain = must(frame, leading=1.1, lines=1)
    due = fit(line.due, frame.inner * 0.4, ENDLESS, plain)
    gap = 40 * frame.k if line.due else 0.0
    own = must(frame, leading=1.1, lines=most)
    owner = fit("" if bare else line.owner, frame.inner - due.width - gap, ENDLESS, own)
    beside = due.width + gap if not owner.lines else 0.0
    style = must(frame, "semibold", leading=1.1, lines=most)
    return _Line(fit(line.title, frame.inner - beside, ENDLESS, style), owner, due)


def _put_line(sheet: Sheet, line: _Line, y: float) -> float:
    frame, ink = sheet.frame, sheet.frame.palette.ink
    below = sheet.put(line.title, frame.left, y, ink)
    if not line.owner.lines:
        sheet.put_right(line.due, frame.left + frame.inner, y, ink)
        return below
    sheet.put(line.owner, frame.left, below, ink)
    sheet.put_right(line.due, frame.left + frame.inner, below, ink)
    return below + line.owner.height
