"""Sheets of one revealed round: its bars beside the scale and what they say, or why none are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QRectF

from desktop_app.charts.column_bars import ColumnBar, column_bars
from desktop_app.charts.palette import Palette, point_colours
from desktop_app.charts.primitives import Drawing
from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result
from desktop_app.scenes.scene import Revealed, RevealedHidden
from desktop_app.ui.fonts import measure

from .scale import NUMBER_GAP, ROW, Row, ScalePlace, is_narrow, put_rows, scale_place, words_width
from .sheet import Frame, SceneLayout, Sheet, secondary
from .styles import must
from .text import ENDLESS, Fitted, Style, fit
from .tokens import STATEMENT_REVEALED, VERDICT
from .vote import ABOVE_SCALE, put_completion

BARS_GAP = 40.0
LEAST_ROWS = 6
"""Rows whose height the words have at least."""
NO_NUMBER = "–"


def revealed_sheet(scene: Revealed, frame: Frame) -> SceneLayout:
    """Lay out one round's result: bars beside the labels as they stood, words on the right."""
    sheet = Sheet(frame)
    place = put_result_scale(sheet, scene.scale)
    top = sheet.header(scene.kicker, scene.mark)
    put_completion(sheet, scene.statement, top, place.top - ABOVE_SCALE * frame.k, scene.name)
    put_words(sheet, _words_area(frame, place), scene)
    chart = bars_area(frame, place)
    return replace(sheet.done(), chart=chart)


def put_result_scale(sheet: Sheet, scale: Scale) -> ScalePlace:
    """Put the scale's labels at the place of the vote; "can't say" has no number any more."""
    rows = result_rows(scale)
    place = scale_place(sheet.frame, rows)
    put_rows(sheet, rows, place)
    return place


def result_rows(scale: Scale) -> tuple[Row, ...]:
    """Return the rows of a result, the highest point on top."""
    points = tuple(Row(str(p.value), p.label) for p in reversed(scale.points))
    return (*points, Row(NO_NUMBER, scale.cannot_say_label))


def bars_area(frame: Frame, place: ScalePlace) -> QRectF:
    """Return where the bars of one round stand."""
    left = place.end + NUMBER_GAP * frame.k
    right = frame.left + frame.inner
    if not is_narrow(frame):
        right -= words_width(frame) + BARS_GAP * frame.k
    return QRectF(left, place.top, right - left, place.bottom - place.top)


def _words_area(frame: Frame, place: ScalePlace) -> QRectF:
    if is_narrow(frame):
        top = place.bottom + 6 * frame.k
        return QRectF(frame.left, top, frame.inner, frame.bottom - top)
    width = words_width(frame)
    left = frame.left + frame.inner - width
    top = min(place.top, frame.bottom - LEAST_ROWS * ROW * frame.small)
    return QRectF(left, top, width, frame.bottom - top)


def put_words(sheet: Sheet, area: QRectF, scene: Revealed) -> None:
    """Put verdict, counts and one more sentence below each other; what has no room is not said."""
    frame, k, ink = sheet.frame, sheet.frame.k, sheet.frame.palette.ink
    verdict = fit(scene.verdict, area.width(), area.height(), verdict_style(frame))
    y = sheet.put(verdict, area.left(), area.top(), ink) + 6 * k
    counts = fit(scene.counts, area.width(), area.bottom() - y, must(frame, leading=1.08))
    if not counts.whole:
        return
    y = sheet.put(counts, area.left(), y, ink) + 14 * k
    last = _last_words(frame, scene, area.width(), area.bottom() - y - 14 * k)
    if last is None:
        return
    sheet.box(QRectF(area.left(), y, area.width(), max(1.0, 2 * k)), fill=frame.palette.line)
    sheet.put(last, area.left(), y + 14 * k, ink)


def verdict_style(frame: Frame) -> Style:
    """Return the style of agreement in words."""
    return must(frame, "bold", size=VERDICT, leading=1.02)


def _last_words(frame: Frame, scene: Revealed, width: float, room: float) -> Fitted | None:
    style = must(frame, "semibold", leading=1.08)
    for text in filter(None, (scene.agreed, scene.question)):
        words = fit(text, width, room, style)
        if words.whole:
            return words
    return None


def chart_drawing(scene: Revealed, frame: Frame, place: QRectF, growth: float) -> Drawing:
    """Return the bars of a revealed round as far as they have grown (0 to 1)."""
    bars = column_of(scene.result, frame.palette, max(1, *votes_of(scene.result)))
    return column_bars(
        bars,
        chart_palette(frame.palette),
        place.width(),
        place.height() / len(bars),
        size=must(frame).floor,
        measure=measure,
        growth=growth,
    )


def votes_of(result: Result) -> tuple[int, ...]:
    """Return the counts as the rows stand: the highest point first, "can't say" last."""
    return (*reversed(result.counts), result.cannot_say)


def column_of(result: Result, palette: Palette, most: float) -> tuple[ColumnBar, ...]:
    """Return a bar a row; `most` votes take all the room."""
    colours = (*reversed(point_colours(palette, len(result.counts))), _unsaid(palette))
    return tuple(_bars(votes_of(result), colours, most))


def _bars(votes: Sequence[int], colours: Sequence[str], most: float) -> Iterator[ColumnBar]:
    for place, (count, colour) in enumerate(zip(votes, colours, strict=True)):
        yield ColumnBar(count, count / most, colour, dashed=place == len(votes) - 1)


def _unsaid(palette: Palette) -> str:
    return chart_palette(palette).soft


@lru_cache(maxsize=8)
def chart_palette(palette: Palette) -> Palette:
    """Return the palette with secondary text that a projector shows."""
    return replace(palette, soft=secondary(palette))


def hidden_sheet(scene: RevealedHidden, frame: Frame) -> SceneLayout:
    """Lay out a round whose figures stay hidden: that they are, and why.

    The box is dashed: hidden looks different from none.
    """
    sheet, k, ink = Sheet(frame), frame.k, frame.palette.ink
    top = sheet.header(scene.kicker, scene.mark)
    pad, gap = (44 * frame.small, 14 * k)
    width = frame.inner - 2 * pad
    verdict = fit(scene.verdict, width, ENDLESS, verdict_style(frame))
    reason = fit(scene.reason, width, ENDLESS, must(frame, leading=1.14))
    height = verdict.height + reason.height + 2 * pad + gap
    lower = min(top + 250 * k, frame.bottom - height - gap)
    upper = max(lower, top + STATEMENT_REVEALED * k)
    below = put_completion(sheet, scene.statement, top, upper, scene.name)
    below += min(44 * k, max(gap, frame.bottom - height - below))
    box = QRectF(frame.left, below, frame.inner, height)
    sheet.box(box, line=frame.soft, width=max(1.0, 3 * k), radius=14 * k, dashed=True)
    y = sheet.put(verdict, frame.left + pad, below + pad, ink) + gap
    sheet.put(reason, frame.left + pad, y, ink)
    return sheet.done()
