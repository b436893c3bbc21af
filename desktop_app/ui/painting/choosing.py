"""The sheet of recommended steps to choose from: letters, reasons, and the plan as it grows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF

from desktop_app.charts.palette import Palette, contrast, mix
from desktop_app.scenes.aside_scenes import OfferGroup, OfferLine, StepsOffered

from .asides import GAP, put_title
from .sheet import PROJECTOR_CONTRAST, Frame, SceneLayout, Sheet
from .styles import may, must
from .text import ENDLESS, Fitted, fit

CIRCLE, LETTER_COLUMN = 66, 94
LEADING = 1.12
SPACE, RULE, MOST_LISTED = 24.0, 16.0, 4
TICK = "✓"


@lru_cache(maxsize=8)
def taken_colour(palette: Palette) -> str:
    """Return the accent, moved towards ink until a projector shows it."""
    steps = (mix(palette.accent, palette.ink, share / 20) for share in range(21))
    return next((c for c in steps if contrast(c, palette.paper) >= PROJECTOR_CONTRAST), palette.ink)


def steps_sheet(scene: StepsOffered, frame: Frame) -> SceneLayout:
    """Lay out the steps of one screen under the reasons they are offered for."""
    sheet = Sheet(frame)
    top = put_title(sheet, scene.title, sheet.header(scene.kicker, scene.mark))
    groups = [_fitted(frame, group, scene.taken) for group in scene.groups]
    high = sum(group.height for group in groups)
    rows = sum(1 + len(group.rows) for group in groups)
    lower = _plan(sheet, scene, top + high, rows * SPACE * frame.k)
    gap = max(0.0, min((lower - top - high) / max(1, rows), SPACE * frame.k))
    for group in groups:
        top = _put(sheet, group, top, gap)
    return sheet.done()


def _plan(sheet: Sheet, scene: StepsOffered, below: float, loose: float) -> float:
    """Put how much is in the plan at the lower margin, and a list of it; return the upper edge.

    It gives way to the steps where these need the room, `loose` for the spaces between them. Its
    room is kept while nothing is in the plan, so that the first step taken moves no word.
    """
    frame, k, ink = sheet.frame, sheet.frame.k, sheet.frame.palette.ink
    style = must(frame, "semibold", lines=1, leading=LEADING)
    line = style.size * style.leading
    room = frame.bottom - below - RULE * k
    lines = min(MOST_LISTED + 1, int((room - loose) // line)) or int(room > line)
    if lines <= 0:
        return frame.bottom
    top = frame.bottom + 8 * k - lines * line
    if scene.plan:
        sheet.rule(top - 8 * k)
        words = fit(scene.plan, frame.inner, ENDLESS, style)
        sheet.put(words, frame.left, top, ink)
        _list(sheet, scene.listed, lines, QRectF(frame.left, top, words.width, line))
    return top - 8 * k


def _list(sheet: Sheet, steps: Sequence[str], lines: int, head: QRectF) -> None:
    """Put steps with a tick below a heading, or the newest beside it where that is all."""
    frame, ink = sheet.frame, sheet.frame.palette.ink
    style = must(frame, lines=1, leading=LEADING)
    ticked = [f"{TICK} {step}" for step in steps]
    if lines > 1:
        fitted = (fit(text, frame.inner, ENDLESS, style) for text in ticked)
        whole = [words for words in fitted if words.whole][: lines - 1]
        for place, words in enumerate(whole, start=1):
            sheet.put(words, frame.left, head.top() + place * head.height(), ink)
        return
    newest = fit(ticked[0], frame.inner - head.width() - GAP * frame.k, ENDLESS, style)
    if newest.whole:
        sheet.put_right(newest, frame.left + frame.inner, head.top(), ink)


@dataclass(frozen=True, slots=True)
class _Row:
    """One step fitted; `taken` is empty where it is not in the plan."""

    letter: Fitted
    title: Fitted
    taken: Fitted

    @property
    def chosen(self) -> bool:
        return bool(self.taken.lines)


@dataclass(frozen=True, slots=True)
class _Group:
    """A reason with its steps, fitted; `beside` where name and reason share a line."""

    name: Fitted
    because: Fitted
    later: Fitted
    rows: tuple[_Row, ...]
    beside: bool
    rule: float

    @property
    def head(self) -> float:
        below = 0.0 if self.beside else self.because.height
        return self.name.height + below + self.later.height + self.rule

    @property
    def height(self) -> float:
        return self.head + sum(row.title.height for row in self.rows)


def _fitted(frame: Frame, group: OfferGroup, taken: str) -> _Group:
    name = fit(group.name, frame.inner, ENDLESS, must(frame, "bold", lines=1, leading=LEADING))
    because = fit(group.because, frame.inner, ENDLESS, must(frame, lines=2, leading=LEADING))
    later = fit(group.later, frame.inner, ENDLESS, may(frame))
    rows = tuple(_row(frame, line, taken) for line in group.lines)
    beside = name.width + because.width + GAP * frame.k <= frame.inner
    return _Group(name, because, later, rows, beside, rule=10 * frame.k)


def _row(frame: Frame, line: OfferLine, word: str) -> _Row:
    """Return a step fitted; room for "taken" is kept, so that taking it moves no word."""
    k = frame.k
    mark = fit(f"{TICK} {word}", frame.inner, ENDLESS, must(frame, "bold", lines=1))
    width = frame.inner - LETTER_COLUMN * k - mark.width - 24 * k
    weight = "semibold" if line.taken else "regular"
    title = fit(line.title, width, ENDLESS, must(frame, weight, leading=LEADING))
    letter = fit(line.letter, frame.inner, ENDLESS, must(frame, "bold", lines=1, leading=LEADING))
    return _Row(letter, title, mark if line.taken else fit("", 1.0, 1.0, must(frame)))


def _put(sheet: Sheet, group: _Group, top: float, gap: float) -> float:
    """Put a reason and its steps; return the lower edge."""
    frame, ink = sheet.frame, sheet.frame.palette.ink
    y = sheet.put(group.name, frame.left, top, ink)
    if group.beside:
        sheet.put_right(group.because, frame.left + frame.inner, top, ink)
    else:
        y = sheet.put(group.because, frame.left, y, ink)
    if group.later.lines:
        y = sheet.put(group.later, frame.left, y, frame.soft)
    sheet.rule(y + 2 * frame.k)
    y += group.rule + gap / 2
    for row in group.rows:
        y = _put_row(sheet, row, y) + gap
    return y + gap / 2


def _put_row(sheet: Sheet, row: _Row, top: float) -> float:
    frame, k, palette = sheet.frame, sheet.frame.k, sheet.frame.palette
    middle = top + row.title.line_height / 2
    circle = QRectF(frame.left, middle - CIRCLE / 2 * k, CIRCLE * k, CIRCLE * k)
    fill, line = (palette.accent, "") if row.chosen else ("", frame.soft)
    sheet.box(circle, fill=fill, line=line, width=3 * k, radius=CIRCLE / 2 * k)
    left = circle.center().x() - row.letter.width / 2
    colour = palette.on_accent if row.chosen else palette.ink
    sheet.put(row.letter, left, middle - row.letter.height / 2, colour)
    if row.chosen:
        right, y = frame.left + frame.inner, middle - row.taken.height / 2
        sheet.put_right(row.taken, right, y, taken_colour(palette))
    return sheet.put(row.title, frame.left + LETTER_COLUMN * k, top, palette.ink)
