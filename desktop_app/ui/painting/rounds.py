"""The sheet of two votes on one statement: thin is earlier, thick is now, on the same labels."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from desktop_app.charts.column_bars import THICK, THIN, column_bars
from desktop_app.domain.results import Result
from desktop_app.scenes.scene import Compared
from desktop_app.ui.fonts import measure

from .result import chart_palette, column_of, result_rows, votes_of
from .scale import NUMBER_GAP, ScalePlace, is_narrow, put_rows, scale_place
from .sheet import DrawingItem, Frame, SceneLayout, Sheet
from .styles import may, must
from .text import ENDLESS, Fitted, fit
from .vote import put_completion

GAP, LEAST_VERDICT = 28.0, 290.0


def compared_sheet(scene: Compared, frame: Frame) -> SceneLayout:
    """Lay out both votes, each under its own verdict; a long statement stands by its name."""
    sheet, k = Sheet(frame), frame.k
    place = _scale(sheet, scene)
    columns = _columns(frame, place)
    heads = [_head(frame, scene, at, columns[1]) for at in (0, 1)]
    upper = place.top - max(sum(words.height for words in head) for head in heads) - 4 * k
    top = sheet.header(scene.kicker, scene.mark)
    put_completion(sheet, scene.statement, top, max(upper, top + 66 * k), scene.name)
    for at, head in enumerate(heads):
        _put_head(sheet, head, columns[0][at], place.top - 4 * k)
        _put_bars(sheet, scene, at, place, columns)
    return sheet.done()


def _scale(sheet: Sheet, scene: Compared) -> ScalePlace:
    """Put the labels where they stood; on a narrow screen at the lower margin, and shorter."""
    frame, rows = sheet.frame, result_rows(scene.scale)
    place = scale_place(frame, rows)
    if is_narrow(frame):
        place = replace(place, top=frame.bottom - place.row * place.count)
    least = (2 * LEAST_VERDICT + GAP + NUMBER_GAP) * frame.k
    style = must(frame, leading=1.0, lines=1)
    widest = max(fit(row.label, ENDLESS, ENDLESS, style).width for row in rows)
    if place.labels + widest + least > frame.left + frame.inner:
        rows = tuple(replace(row, label="") for row in rows)
        place = replace(place, end=place.labels)
    else:
        place = replace(place, end=place.labels + widest + 1)
    put_rows(sheet, rows, place)
    return place


_Columns = tuple[tuple[float, float], float]
"""The left edges of both columns, and their width."""


def _columns(frame: Frame, place: ScalePlace) -> _Columns:
    left = place.end + NUMBER_GAP * frame.k
    width = (frame.left + frame.inner - left - GAP * frame.k) / 2
    return (left, left + width + GAP * frame.k), width


def _head(frame: Frame, scene: Compared, at: int, width: float) -> tuple[Fitted, Fitted]:
    name = fit(scene.votes[at], width, ENDLESS, may(frame))
    if not name.whole:
        name = fit(scene.names[at], width, ENDLESS, may(frame))
    weight = "bold" if at else "regular"
    style = must(frame, weight, leading=1.05, lines=2)
    verdict = fit(scene.verdicts[at], width, ENDLESS, style)
    return name, verdict


def _put_head(sheet: Sheet, head: tuple[Fitted, Fitted], left: float, lower: float) -> None:
    name, verdict = head
    y = sheet.put(name, left, lower - verdict.height - name.height, sheet.frame.soft)
    sheet.put(verdict, left, y, sheet.frame.palette.ink)


def _put_bars(sheet: Sheet, scene: Compared, at: int, place: ScalePlace, columns: _Columns) -> None:
    """Put the bars of one vote: shares of its ratings, so that votes of unlike size compare."""
    frame, results = sheet.frame, (scene.before, scene.after)
    longest = max(_share(result) for result in results)
    bars = column_of(results[at], frame.palette, max(1.0, _people(results[at]) * longest))
    drawing = column_bars(
        bars,
        chart_palette(frame.palette),
        columns[1],
        place.row,
        size=must(frame).floor,
        measure=measure,
        thick=THICK if at else THIN,
        strong=bool(at),
    )
    sheet.items.append(DrawingItem(drawing, QPointF(columns[0][at], place.top)))


def _people(result: Result) -> int:
    return max(1, result.n + result.cannot_say)


def _share(result: Result) -> float:
    return max(votes_of(result)) / _people(result)
