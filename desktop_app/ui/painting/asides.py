"""Sheets of what is put beside a step's own scene: questions, statements, a note, a fist to five.

Everything that the room has to read stands at `MUST` or more; the scenes hold no more than fits.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF

from desktop_app.scenes.aside_scenes import (
    FistAsked,
    NoteShown,
    PointMeant,
    QuestionAsked,
    StatementLine,
    StatementRead,
    StatementsListed,
)

from .sheet import Frame, SceneLayout, Sheet
from .styles import least, must
from .text import ENDLESS, Fitted, Style, fit
from .tokens import MUST, PROMPT, PROMPT_LEAST, TITLE

FINGERS = 6
GAP = 40


def sized(
    frame: Frame, size: float, least: float, weight: str, *, lines: int = 0, leading: float = 1.12
) -> Style:
    """Return a style between two sizes of a stage of 1600 x 900."""
    style = frame.style(size, weight, leading=leading, lines=lines, floor=least * frame.k)
    return replace(style, size=size * frame.k)


def put_title(sheet: Sheet, title: str, top: float) -> float:
    """Put what a scene is about on one line; return where its content begins."""
    frame = sheet.frame
    words = fit(title, frame.inner, ENDLESS, sized(frame, TITLE, MUST, "bold", lines=1))
    return sheet.put(words, frame.left, top, frame.palette.ink) + 18 * frame.k


def question_sheet(scene: QuestionAsked, frame: Frame) -> SceneLayout:
    """Lay out one question as large as it goes; below, how to talk about it and for how long."""
    sheet = Sheet(frame)
    top = sheet.header(scene.kicker, scene.mark)
    lower = _foot(sheet, scene.how, scene.time)
    _large(sheet, scene.question, top, lower - 20 * frame.k, PROMPT_LEAST)
    return sheet.done()


def _foot(sheet: Sheet, left: str, right: str) -> float:
    """Put two short texts on the lowest line, below each other where it is too narrow."""
    frame = sheet.frame
    end = fit(right, frame.inner, ENDLESS, must(frame, "semibold", lines=1))
    one = fit(left, frame.inner, ENDLESS, must(frame, lines=2))
    beside = one.width + end.width + GAP * frame.k <= frame.inner
    lowest = frame.bottom - (end.height if right else 0.0)
    top = frame.bottom - one.height if beside else lowest - one.height
    sheet.put(one, frame.left, top, frame.palette.ink)
    if right:
        sheet.put_right(end, frame.left + frame.inner, lowest, frame.palette.ink)
    return top


def _large(sheet: Sheet, text: str, top: float, lower: float, wanted: float) -> None:
    """Put a text as large as it goes, a little above the middle of what it has."""
    frame = sheet.frame
    room = lower - top
    words = fit(text, frame.inner, room, sized(frame, PROMPT, wanted, "semibold"))
    if not words.whole:
        words = fit(text, frame.inner, room, sized(frame, wanted, MUST, "semibold"))
    fewer = _in_fewer_lines(text, frame, words)
    words = fewer if fewer.whole else words
    sheet.put(words, frame.left, top + (room - words.height) * 0.45, frame.palette.ink)


def _in_fewer_lines(text: str, frame: Frame, words: Fitted) -> Fitted:
    """Return a text on a line fewer if it needs to be but a little smaller for that."""
    lines = max(1, len(words.lines) - 1)
    floor = min(words.size, max(words.size * 0.88, least(frame)))
    style = Style(words.size, floor, words.weight, words.leading, lines)
    return fit(text, frame.inner, ENDLESS, style)


def note_sheet(scene: NoteShown, frame: Frame) -> SceneLayout:
    """Lay out a note as large as it goes."""
    sheet = Sheet(frame)
    top = sheet.header(scene.kicker, scene.mark)
    _large(sheet, scene.text, top, frame.bottom, MUST)
    return sheet.done()


def point_sheet(scene: PointMeant, frame: Frame) -> SceneLayout:
    """Lay out a point as a title, and below what it means, as large as it goes."""
    sheet, k, palette = Sheet(frame), frame.k, frame.palette
    top = sheet.header(scene.kicker, scene.mark)
    style = must(frame, "bold", size=TITLE, lines=1)
    number = fit(scene.number, frame.inner, ENDLESS, style)
    left = frame.left + (number.width + 28 * k if scene.number else 0.0)
    label = fit(scene.label, frame.left + frame.inner - left, ENDLESS, style)
    sheet.put(number, frame.left, top, palette.ink)
    below = sheet.put(label, left, top, palette.ink) + 30 * k
    text = fit(scene.text, frame.inner, frame.bottom - below, must(frame, size=TITLE))
    sheet.put(text, frame.left, below, palette.ink)
    return sheet.done()


def read_sheet(scene: StatementRead, frame: Frame) -> SceneLayout:
    """Lay out a statement alone, as large as it goes."""
    sheet, ink = Sheet(frame), frame.palette.ink
    top = sheet.header(scene.kicker, scene.mark)
    lead = fit(scene.lead, frame.inner, ENDLESS, must(frame, leading=1.12))
    top = sheet.put(lead, frame.left, top, ink) if scene.lead else top
    style = must(frame, "bold", size=TITLE, leading=1.1)
    words = fit(scene.text, frame.inner, frame.bottom - top, style)
    sheet.put(words, frame.left, top, ink)
    return sheet.done()


def fist_asked_sheet(scene: FistAsked, frame: Frame) -> SceneLayout:
    """Lay out the question of a fist to five over what hands can say."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    lower = _ends(sheet, scene.ends)
    lower = _fingers(sheet, lower - 6 * k)
    _large(sheet, scene.question, top, lower - 20 * k, PROMPT_LEAST)
    return sheet.done()


def _ends(sheet: Sheet, ends: tuple[str, str]) -> float:
    """Put what both ends mean under them; return the upper edge."""
    frame = sheet.frame
    width = (frame.inner - GAP * frame.k) / 2
    least, most = (fit(end, width, ENDLESS, must(frame, lines=2)) for end in ends)
    top = frame.bottom - max(least.height, most.height)
    sheet.put(least, frame.left, top, frame.palette.ink)
    sheet.put_right(most, frame.left + frame.inner, top, frame.palette.ink)
    return top


def _fingers(sheet: Sheet, lower: float) -> float:
    """Put the numbers of fingers over a line; return the upper edge."""
    frame, k = sheet.frame, sheet.frame.k
    style = sized(frame, TITLE, TITLE, "bold", lines=1)
    each = (frame.inner - 60 * k) / (FINGERS - 1)
    numbers = [fit(str(n), 60 * k, ENDLESS, style) for n in range(FINGERS)]
    line, top = lower - 14 * k, lower - 28 * k - style.size * style.leading
    sheet.box(QRectF(frame.left, line, frame.inner, 4 * k), fill=frame.palette.ink, radius=2 * k)
    for place, words in enumerate(numbers):
        middle = frame.left + 30 * k + place * each
        left = frame.left if not place else middle - words.width / 2
        if place == FINGERS - 1:
            left = frame.left + frame.inner - words.width
        sheet.put(words, left, top, frame.palette.ink)
    return top


def statements_sheet(scene: StatementsListed, frame: Frame) -> SceneLayout:
    """Lay out statements in full under their names, with what came out beside."""
    sheet = Sheet(frame)
    top = put_title(sheet, scene.title, sheet.header(scene.kicker, scene.mark))
    found = [_StatementFit.of(frame, line) for line in scene.lines]
    spare = frame.bottom - top - sum(one.height for one in found)
    gap = min(56 * frame.k, spare / len(found)) if found else 0.0
    for one in found:
        top = one.put(sheet, top) + max(0.0, gap)
    return sheet.done()


class _StatementFit:
    """One statement fitted: name, what came out, text."""

    def __init__(self, name: Fitted, words: Fitted, text: Fitted, *, beside: bool) -> None:
        self.name, self.words, self.text, self.beside = name, words, text, beside

    @classmethod
    def of(cls, frame: Frame, line: StatementLine) -> _StatementFit:
        """Fit a statement to a frame."""
        name = fit(line.name, frame.inner, ENDLESS, must(frame, "bold", lines=1, leading=1.12))
        words = fit(line.words, frame.inner, ENDLESS, must(frame, lines=1, leading=1.12))
        text = fit(line.text, frame.inner, ENDLESS, must(frame, leading=1.12))
        beside = name.width + words.width + GAP * frame.k <= frame.inner
        return cls(name, words, text, beside=beside)

    @property
    def height(self) -> float:
        """Return how high all of it is."""
        below = 0.0 if self.beside else self.words.height
        return self.name.height + below + self.text.height

    def put(self, sheet: Sheet, top: float) -> float:
        """Put it; return its lower edge."""
        frame, ink = sheet.frame, sheet.frame.palette.ink
        below = sheet.put(self.name, frame.left, top, ink)
        if self.words.lines and self.beside:
            sheet.put_right(self.words, frame.left + frame.inner, top, ink)
        elif self.words.lines:
            below = sheet.put(self.words, frame.left, below, ink)
        return sheet.put(self.text, frame.left, below, ink)
