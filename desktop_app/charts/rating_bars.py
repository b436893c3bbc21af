"""One statement's result as plain bars: a bar for each point, the highest on top, can't-say last.

Draws only the Result it is given; whether it may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result
from desktop_app.words.names import agreement_name, level_name
from desktop_app.words.speech import say
from desktop_app.words.wording import level_counts

from .fitting import shorten
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Measure, Rect, Text

_BAR_OF_ROW = 0.66
_GAP_OF_SIZE = 0.75
_LABELS_AT_MOST = 0.45
"""Share of the width that labels may take."""

_BASELINE = 0.35
"""How far a text's baseline lies under its middle, in sizes."""


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    value: str
    votes: int
    colour: str
    cannot_say: bool = False


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand: right edges of label and value, the bars' left edge and room."""

    label: float
    value: float
    bars: float
    room: float


def rating_bars(
    result: Result,
    scale: Scale,
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    measure: Measure,
    growth: float = 1.0,
) -> Drawing:
    """Return bars of one result; `growth` (0 to 1) is how far they have grown.

    The longest bar takes all the room there is, the others their share of it. At growth 0 there
    are no bars yet, only labels and counts.
    """
    rows = _rows(result, scale, palette)
    columns = _columns(rows, width, size, measure)
    most, pitch = max(1, *(row.votes for row in rows)), height / len(rows)
    items: list[Item] = []
    for place, row in enumerate(rows):
        length = columns.room * row.votes / most * min(1.0, max(0.0, growth))
        items += _bar(row, columns, place * pitch, pitch, length)
        items += _texts(row, columns, (place + 0.5) * pitch, length, size, palette, measure)
    return Drawing(width, height, tuple(items), _alt(result, rows))


def _rows(result: Result, scale: Scale, palette: Palette) -> tuple[_Row, ...]:
    together = zip(scale.points, result.counts, point_colours(palette, scale.size), strict=True)
    points = [_Row(p.label, str(p.value), votes, colour) for p, votes, colour in together]
    label = scale.cannot_say_label
    return (*reversed(points), _Row(label, "", result.cannot_say, palette.soft, cannot_say=True))


def _columns(rows: tuple[_Row, ...], width: float, size: float, measure: Measure) -> _Columns:
    gap = size * _GAP_OF_SIZE
    value = max(measure(row.value, size, "regular") for row in rows)
    labels = max(_label_width(row, value, size, measure) for row in rows)
    edge = min(labels, width * _LABELS_AT_MOST)
    count = max(measure(str(row.votes), size, "bold") for row in rows)
    return _Columns(
        label=edge - value - gap / 2,
        value=edge,
        bars=edge + gap,
        room=max(0.0, width - edge - 2 * gap - count),
    )


def _label_width(row: _Row, value: float, size: float, measure: Measure) -> float:
    """Return the width of a label with its value; can't-say has none and uses its place."""
    label = measure(row.label, size, "regular")
    return label if row.cannot_say else label + value + size * _GAP_OF_SIZE / 2


def _bar(row: _Row, columns: _Columns, top: float, pitch: float, length: float) -> Iterator[Item]:
    if length <= 0:
        return
    thick = pitch * _BAR_OF_ROW
    yield Rect(
        x=columns.bars,
        y=top + (pitch - thick) / 2,
        width=length,
        height=thick,
        fill=row.colour,
        radius=min(thick / 6, length / 2),
        dashed=row.cannot_say,
    )


def _texts(
    row: _Row,
    columns: _Columns,
    middle: float,
    length: float,
    size: float,
    palette: Palette,
    measure: Measure,
) -> Iterator[Item]:
    baseline = middle + size * _BASELINE
    colour = palette.soft if row.cannot_say else palette.ink
    edge = columns.value if row.cannot_say else columns.label
    label = shorten(row.label, edge, size, "regular", measure)
    yield Text(edge, baseline, label, size, "regular", colour, "end")
    if row.value:
        yield Text(columns.value, baseline, row.value, size, "regular", colour, "end")
    end = columns.bars + length + size * _GAP_OF_SIZE / 2
    yield Text(end, baseline, str(row.votes), size, "bold", colour)


def _alt(result: Result, rows: tuple[_Row, ...]) -> str:
    """Return level, agreement and every count in words."""
    counts = ", ".join(f"{r.label} {r.value}".strip() + f": {r.votes}" for r in rows)
    return say(
        "Level {level}, {level_counts}. {agreement}. {counts}.",
        level=level_name(result.level),
        level_counts=level_counts(result),
        agreement=agreement_name(result.agreement),
        counts=counts,
    )
