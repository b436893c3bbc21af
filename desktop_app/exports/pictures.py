"""The charts of a workshop as drawings with a name each, and as SVG or PNG files.

Draws only what analysis shows. Below every picture in a file stand the words a reader needs: what
it is of, its marks and the content's status.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.analysis.picture import workshop_picture
from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars, legend
from desktop_app.charts.dot_rows import DotRow, dot_rows
from desktop_app.charts.fitting import wrap
from desktop_app.charts.four_field import field_words, four_field
from desktop_app.charts.hatching import hatched
from desktop_app.charts.paired_bars import paired_bars
from desktop_app.charts.palette import PRINT
from desktop_app.charts.primitives import Drawing, Item, Line, Rect, Text
from desktop_app.charts.rating_bars import rating_bars
from desktop_app.charts.then_now_bars import ThenNowRow, then_now_rows
from desktop_app.charts.trend_bars import trend_bars
from desktop_app.documents.priorities import PriorityPart, priority_part
from desktop_app.documents.standing import MATTERS_MOST
from desktop_app.documents.summary import action_row
from desktop_app.documents.then_and_now import IN_A_ROW, Trend, then_now_part
from desktop_app.domain.framework import Framework, Scale, Statement
from desktop_app.domain.plain_text import one_line
from desktop_app.domain.results import (
    Result,
    StatementPicture,
    WorkshopPicture,
)
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically, write_folder, write_on_disk
from desktop_app.words.method import limits, marks_of
from desktop_app.words.names import vote_name
from desktop_app.words.speech import said, say

from .png_pen import png_bytes
from .svg_pen import svg_document
from .typeface import shown, text_width

_MARGIN, _TITLE, _SMALL = 24.0, 18.0, 10.0


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a chart is: its width, its texts, the height of bars and of a field."""

    width: float
    size: float
    bars: float
    field: float


BROAD: Final = Extent(640.0, 13.0, 200.0, 370.0)
SLIM: Final = Extent(276.0, 10.5, 165.0, 300.0)
"""For a telephone held upright: it has 320 pixels, and margins."""
WIDTH: Final = BROAD.width
_LEAST: Final = 10.0
"""The smallest size of a text in a chart."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart; `name` is fit for a file and its own, `title` says what it shows.

    `limits`: what the words of the results in it cannot say.
    """

    name: str
    title: str
    drawing: Drawing
    limits: str = ""


def pictures_of(record: WorkshopRecord) -> tuple[Picture, ...]:
    """Return the overview, then each statement that has a result, then the priorities."""
    workshop, picture = record.workshop, workshop_picture(record)
    framework = workshop.framework
    found = [overview(workshop, picture)]
    for action in picture.actions:
        for seen in action.statements:
            alone = WorkshopPicture((replace(action, statements=(seen,)),))
            known = limits(workshop, alone, of_parts=False)
            made = _statement(framework, framework.statement(seen.statement_id), seen)
            found += (replace(one, limits=known) for one in made)
    rows = priority_part(record, picture).rows
    if rows:
        found.append(Picture(say("priorities"), said(MATTERS_MOST), priorities_chart(rows)))
    found += _then_and_now(record)
    return _told_apart(found)


def _then_and_now(record: WorkshopRecord) -> Iterator[Picture]:
    """Yield each action beside the workshop before, and several workshops in a row."""
    part, scale = then_now_part(record), record.workshop.framework.scale
    if part is None:
        return
    for place, action in enumerate(part.actions, start=1):
        # For translators: the name of a file
        name = say("then and now {n}", n=place)
        title = say("{action}. {words}", action=action.title, words=action.words)
        yield Picture(name, title, then_now_chart(action.rows, scale), part.how)
    if part.trend and part.trend.rows:
        # For translators: the name of a file
        yield Picture(say("several workshops"), said(IN_A_ROW), trend_chart(part.trend, scale))


def _told_apart(found: Iterable[Picture]) -> tuple[Picture, ...]:
    """Give each picture a name of its own: to some disks “statement a” is “statement A”."""
    taken: dict[str, Picture] = {}
    for picture in found:
        name, number = picture.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{picture.name} ({number})"
        taken[name.casefold()] = replace(picture, name=name)
    return tuple(taken.values())


def overview(workshop: Workshop, picture: WorkshopPicture) -> Picture:
    """Return all actions in one chart, with the key to its colours."""
    framework = workshop.framework
    rows = [action_row(a, picture.action(a.id)) for a in framework.actions]
    return Picture(
        say("overview"),
        say("How the room rated each action"),
        overview_chart(framework, rows),
        limits(workshop, picture, of_parts=False),
    )


def overview_chart(
    framework: Framework, told: Iterable[DivergingRow], extent: Extent = BROAD
) -> Drawing:
    """Return rows in one chart, with the key to its colours."""
    rows = [replace(row, label=shown(row.label)) for row in told]
    width, size = extent.width, extent.size
    bars = diverging_bars(rows, PRINT, width, size=size, measure=text_width)
    return _with_key(bars, framework.scale, extent)


def _with_key(bars: Drawing, scale: Scale, extent: Extent) -> Drawing:
    """Return bars with the key to their colours below them."""
    small = max(extent.size * 0.85, _LEAST)
    key = legend(_shown_scale(scale), PRINT, extent.width, size=small, measure=text_width)
    return _hatched(_stacked(bars, key), scale)


def statement_chart(scale: Scale, result: Result, extent: Extent = BROAD) -> Drawing:
    """Return one result as bars."""
    place = (PRINT, extent.width, extent.bars)
    known = _shown_scale(scale)
    return _hatched(rating_bars(result, known, *place, size=extent.size, measure=text_width), scale)


def rounds_chart(
    scale: Scale, before: Result, after: Result, names: tuple[str, str], extent: Extent = BROAD
) -> Drawing:
    """Return two rounds side by side."""
    place = (_shown_scale(scale), names, PRINT, extent.width, extent.bars)
    return _hatched(paired_bars(before, after, *place, size=extent.size, measure=text_width), scale)


def priorities_chart(rows: Iterable[DotRow], extent: Extent = BROAD) -> Drawing:
    """Return the dots of each action."""
    rows = [replace(row, label=shown(row.label)) for row in rows]
    return dot_rows(rows, PRINT, extent.width, size=extent.size, measure=text_width)


def then_now_chart(told: Iterable[ThenNowRow], scale: Scale, extent: Extent = BROAD) -> Drawing:
    """Return pairs of bars, thin then and thick now."""
    rows = [replace(row, label=shown(row.label), words=shown(row.words)) for row in told]
    drawing = then_now_rows(rows, PRINT, extent.width, size=extent.size, measure=text_width)
    return _with_key(drawing, scale, extent)


def trend_chart(trend: Trend, scale: Scale, extent: Extent = BROAD) -> Drawing:
    """Return several workshops side by side."""
    rows = [replace(row, label=shown(row.label)) for row in trend.rows]
    drawing = trend_bars(
        trend.days, rows, PRINT, extent.width, size=extent.size, measure=text_width
    )
    return _with_key(drawing, scale, extent)


def _hatched(drawing: Drawing, scale: Scale) -> Drawing:
    return hatched(drawing, scale.size, PRINT, text_width)


def field_chart(part: PriorityPart, extent: Extent = BROAD) -> Drawing:
    """Return importance beside level."""
    fields = [replace(field, label=shown(field.label)) for field in part.fields]
    return four_field(
        fields, PRINT, extent.width, extent.field, size=extent.size, even=part.even,
        measure=text_width, words=field_words(),
    )  # fmt: skip


def _statement(
    framework: Framework, statement: Statement, seen: StatementPicture
) -> Iterator[Picture]:
    # For translators: the name of a file
    name, title = say("statement {id}", id=statement.id), framework.sentence(statement)
    if seen.result is not None:
        yield Picture(name, title, statement_chart(framework.scale, seen.result))
    before = seen.rounds[-2].whole if len(seen.rounds) > 1 else None
    if isinstance(before, Result) and seen.result is not None:
        votes = tuple(vote_name(view.ordinal) for view in seen.rounds[-2:])
        drawing = rounds_chart(framework.scale, before, seen.result, (votes[0], votes[1]))
        # For translators: the name of a file
        name = say("statement {id} two rounds", id=statement.id)
        yield Picture(name, say("{sentence} Two votes.", sentence=title), drawing)


def _shown_scale(scale: Scale) -> Scale:
    points = tuple(replace(point, label=shown(point.label)) for point in scale.points)
    return replace(scale, points=points, cannot_say_label=shown(scale.cannot_say_label))


def _stacked(upper: Drawing, lower: Drawing, gap: float = 10.0) -> Drawing:
    below = tuple(_moved(item, 0, upper.height + gap) for item in lower.items)
    height = upper.height + gap + lower.height
    alt = f"{upper.alt} {lower.alt}"
    return Drawing(upper.width, height, (*upper.items, *below), alt)


def _moved(item: Item, x: float, y: float) -> Item:
    if isinstance(item, Line):
        return replace(item, x1=item.x1 + x, x2=item.x2 + x, y1=item.y1 + y, y2=item.y2 + y)
    moved: Rect | Text = replace(item, x=item.x + x, y=item.y + y)
    return moved


# -- files ----------------------------------------------------------------------------------


def write_overview_svg(record: WorkshopRecord, target: Path) -> None:
    """Write the picture of all actions as SVG; raise OutputProblem or DiskFull."""
    _write_overview(record, target, svg_bytes)


def write_overview_png(record: WorkshopRecord, target: Path) -> None:
    """Write the picture of all actions as PNG; raise OutputProblem or DiskFull."""
    _write_overview(record, target, png_of)


def write_all_pictures(record: WorkshopRecord, target: Path) -> None:
    """Write every chart as SVG and PNG into a new folder, `target`: all of them, or no folder.

    Raise OutputProblem or DiskFull, also where a folder of that name holds something.
    """
    with write_folder(target) as draft:
        for picture in pictures_of(record):
            for suffix, draw in ((".svg", svg_bytes), (".png", png_of)):
                write_on_disk(draft / f"{picture.name}{suffix}", draw(picture, record.workshop))


def svg_bytes(picture: Picture, workshop: Workshop) -> bytes:
    """Return a chart as an SVG file with its words."""
    page = _page(picture, workshop)
    return svg_document(page, picture.title, PRINT.paper).encode()


def png_of(picture: Picture, workshop: Workshop) -> bytes:
    """Return a chart as a PNG file with its words."""
    return png_bytes(_page(picture, workshop), one_line(picture.title), PRINT.paper)


_Draw = Callable[[Picture, Workshop], bytes]


def _write_overview(record: WorkshopRecord, target: Path, draw: _Draw) -> None:
    _write(draw(overview(record.workshop, workshop_picture(record)), record.workshop), target)


def _write(content: bytes, target: Path) -> None:
    with write_atomically(target) as file:
        file.write(content)


def _page(picture: Picture, workshop: Workshop) -> Drawing:
    """Return the chart between its title and the words that go with it."""
    above = _lines(picture.title, _TITLE, "bold", PRINT.ink, 3)
    marks = "; ".join(marks_of(workshop))
    event = " · ".join(t for t in (workshop.title, workshop.partnership, marks) if t.strip())
    status = f"{workshop.framework.status} {picture.limits}".strip()
    below = (
        *_lines(event, _SMALL * 1.1, "semibold", PRINT.ink, 3),
        *_lines(status, _SMALL, "regular", PRINT.soft, 8),
    )
    items: list[Item] = []
    bottom = _add(items, above, _MARGIN) + 14
    items += [_moved(item, _MARGIN, bottom) for item in picture.drawing.items]
    bottom = _add(items, below, bottom + picture.drawing.height + 14)
    said = " ".join(text.text for text in below)
    alt = f"{picture.drawing.alt} {said}"
    return Drawing(WIDTH + 2 * _MARGIN, bottom + _MARGIN, tuple(items), alt)


def _lines(text: str, size: float, weight: str, colour: str, most: int) -> tuple[Text, ...]:
    lines = wrap(shown(text), WIDTH, size, weight, text_width, most=most)
    return tuple(Text(_MARGIN, 0, line, size, weight, colour) for line in lines)  # type: ignore[arg-type]


def _add(items: list[Item], lines: tuple[Text, ...], top: float) -> float:
    """Add lines from `top` on; return where they end."""
    for line in lines:
        top += line.size * 1.3
        items.append(replace(line, y=top - line.size * 0.3))
    return top
