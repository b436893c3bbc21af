"""The sheets of what stands between the votes: a break, and an item of the facilitator's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop_app.scenes.break_scenes import BreakShown, SlideShown
from desktop_app.ui.fonts import CAP_HEIGHT
from desktop_app.words.speech import say

from .sheet import Frame, PictureItem, SceneLayout, Sheet
from .slide_images import slide_image, within
from .text import ENDLESS, Fitted, Style, fit, fit_line_first
from .tokens import CLOCK, CLOCK_WORDS, MAY, MUST, PROMPT, PROMPT_LEAST, TITLE

BAR = 20
_TIGHT = CAP_HEIGHT * 1.12
"""A line's height where only figures and capitals stand in it."""


def break_sheet(scene: BreakShown, frame: Frame) -> SceneLayout:
    """Lay out the one time of day, a bar, what is left in words and what comes then."""
    if not scene.clock:
        return _plain_break(scene, frame)
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    title = _sized(scene.title, frame, CLOCK_WORDS, "semibold", leading=1.1)
    top = sheet.put(title, frame.left, top, frame.palette.ink)
    bar = _foot(sheet, scene) - (24 + BAR) * k
    room = bar - 24 * k - top
    style = frame.style(CLOCK, "bold", leading=_TIGHT, lines=1, floor=MUST * k)
    clock = fit(scene.clock, frame.inner, room, style)
    sheet.put(clock, frame.left, top + (room - clock.height) / 2, frame.palette.ink)
    _bar(sheet, QRectF(frame.left, bar, frame.inner, BAR * k), scene.share)
    return sheet.done()


def slide_sheet(scene: SlideShown, frame: Frame) -> SceneLayout:
    """Lay out a title and a text; a title alone is as large as a question."""
    sheet, k = Sheet(frame), frame.k
    top = sheet.header(scene.kicker, scene.mark)
    if scene.picture:
        return _picture_sheet(scene, sheet, top)
    if not scene.text:
        style = frame.style(PROMPT, "bold", leading=1.12, floor=PROMPT_LEAST * k)
        room = frame.bottom - top
        alone = fit(scene.title, frame.inner, room, style)
        sheet.put(alone, frame.left, top + (room - alone.height) / 3, frame.palette.ink)
        return sheet.done()
    style = frame.style(TITLE, "bold", leading=1.12, lines=3, floor=MUST * k)
    title = fit_line_first(scene.title, frame.inner, 3 * TITLE * 1.15 * k, style)
    below = sheet.put(title, frame.left, top, frame.palette.ink) + 28 * k
    _text(sheet, scene.text, below)
    return sheet.done()


def _picture_sheet(scene: SlideShown, sheet: Sheet, top: float) -> SceneLayout:
    """Lay out a title and all of a picture, as large as it may be; or why there is none."""
    frame, k = sheet.frame, sheet.frame.k
    style = frame.style(MUST, "bold", leading=1.12, lines=2, floor=MUST * k)
    title = fit_line_first(scene.title, frame.inner, 2 * MUST * 1.15 * k, style)
    below = sheet.put(title, frame.left, top, frame.palette.ink) + 20 * frame.small
    image = slide_image(scene.picture)
    room = QRectF(frame.left, below, frame.inner, frame.bottom - below)
    if image.isNull():
        _text(sheet, say("This picture cannot be shown. {alt}", alt=scene.alt).strip(), below)
    else:
        sheet.items.append(PictureItem(image, within(room, image)))
    return sheet.done()


def _text(sheet: Sheet, text: str, top: float) -> None:
    """Put each line of a text as a paragraph, none of them smaller than must be read."""
    frame, size = sheet.frame, MUST * sheet.frame.k
    for line in filter(str.strip, text.splitlines()):
        if frame.bottom - top < size:
            return
        words = fit(line, frame.inner, frame.bottom - top, Style(size, size, leading=1.22))
        top = sheet.put(words, frame.left, top, frame.palette.ink) + 0.3 * size


def _plain_break(scene: BreakShown, frame: Frame) -> SceneLayout:
    sheet = Sheet(frame)
    top = sheet.header("", scene.mark)
    title = _sized(scene.title, frame, PROMPT, "bold", leading=1.12)
    room = frame.bottom - top
    sheet.put(title, frame.left, top + (room - title.height) / 3, frame.palette.ink)
    _foot(sheet, scene)
    return sheet.done()


def _foot(sheet: Sheet, scene: BreakShown) -> float:
    """Put what is left and what comes then, beside each other or below; return the upper edge."""
    frame, k = sheet.frame, sheet.frame.k
    left = _sized(scene.left, frame, CLOCK_WORDS, "semibold", leading=1.15)
    gap = 48 * k if scene.left else 0.0
    beside = frame.inner - left.width - gap
    then = fit(scene.then, frame.inner, ENDLESS, frame.style(MUST, lines=2, floor=MUST * k))
    if then.width <= beside:
        top = frame.bottom - max(left.height, then.height)
        sheet.put(left, frame.left, top, frame.palette.accent)
        sheet.put_right(then, frame.left + frame.inner, frame.bottom - then.height - 8 * k,
                        frame.palette.ink)  # fmt: skip
        return top
    sheet.put(then, frame.left, frame.bottom - then.height, frame.palette.ink)
    top = frame.bottom - then.height - left.height
    sheet.put(left, frame.left, top, frame.palette.accent)
    return top


def _bar(sheet: Sheet, rect: QRectF, share: int) -> None:
    radius, palette = rect.height() / 2, sheet.frame.palette
    sheet.box(rect, fill=palette.line, radius=radius)
    if share > 0:
        width = max(rect.height(), rect.width() * share / 1000)
        over = QRectF(rect.left(), rect.top(), width, rect.height())
        sheet.box(over, fill=palette.accent, radius=radius)


def _sized(text: str, frame: Frame, size: float, weight: str, *, leading: float) -> Fitted:
    """Return a text on one line at its size, smaller only where the stage is too narrow."""
    style = frame.style(size, weight, leading=leading, lines=1, floor=min(size, MAY) * frame.k)
    return fit(text, frame.inner, ENDLESS, style)
