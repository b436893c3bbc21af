"""Two workshops in pairs of stacked bars around one middle line: thin is earlier, thick is now.

Draws only the counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.words.speech import say

from .fitting import wrap
from .middle_bars import farthest, reach
from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Measure, Rect, Text

Counts = tuple[int, ...]

_BASELINE, _LEADING = 0.35, 1.25
_LABELS_AT_MOST, _WORDS_AT_MOST = 0.32, 0.3
_THIN, _THICK, _GAP = 0.17, 0.4, 0.09
"""Heights of the bars and of what lies between them, as shares of a row."""
_ROW = 3.4
"""Height of a row in sizes of its texts."""


@dataclass(frozen=True, slots=True)
class ThenNowRow:
    """One row: its name, both counts, and the words beside them.

    `few`: whether there were too few ratings to show then, and now; a dashed box says so.
    """

    label: str
    then: Counts | None
    now: Counts | None
    words: str
    strong: bool = False
    few: tuple[bool, bool] = (False, False)


def then_now_bars(
    rows: Sequence[ThenNowRow], palette: Palette, width: float, row: float
) -> Drawing:
    """Return two bars a row around one middle line; equal shares are equally long."""
    longest = farthest([counts for one in rows for counts in (one.then, one.now)])
    middle, whole = width / 2, width / 2 / longest
    items: list[Item] = []
    for place, one in enumerate(rows):
        items += _pair(one, middle, whole, (place + 0.5) * row, row, palette)
    thin = max(0.7, row / 50)
    if rows:
        items.append(Line(middle, 0, middle, row * len(rows), palette.ink, thin))
    return Drawing(width, row * len(rows), tuple(items), "")


def then_now_rows(
    rows: Sequence[ThenNowRow],
    palette: Palette,
    width: float,
    *,
    size: float,
    measure: Measure,
) -> Drawing:
    """Return rows with their names at the left and their words at the right."""
    row = size * _ROW
    labels = min(_widest(rows, size, measure, words=False), width * _LABELS_AT_MOST)
    words = min(_widest(rows, size, measure, words=True), width * _WORDS_AT_MOST)
    left, right = labels + size, width - words - size
    bars = then_now_bars(rows, palette, right - left, row)
    items = [_aside(item, left) for item in bars.items]
    for place, one in enumerate(rows):
        middle = (place + 0.5) * row
        weight = "bold" if one.strong else "regular"
        items += _lines(one.label, 0, middle, labels, size, measure, palette, "semibold")
        items += _lines(one.words, right + size, middle, words, size, measure, palette, weight)
    return Drawing(width, bars.height, tuple(items), _alt(rows))


def _widest(rows: Sequence[ThenNowRow], size: float, measure: Measure, *, words: bool) -> float:
    texts = ((one.words, "bold") if words else (one.label, "semibold") for one in rows)
    return max((measure(text, size, weight) for text, weight in texts), default=0.0)


def _pair(
    row: ThenNowRow, middle: float, whole: float, centre: float, tall: float, palette: Palette
) -> Iterator[Rect]:
    top = centre - tall * (_THIN + _GAP + _THICK) / 2
    later = top + tall * (_THIN + _GAP)
    bars = ((row.then, top, _THIN, row.few[0]), (row.now, later, _THICK, row.few[1]))
    for counts, upper, share, few in bars:
        thick = tall * share
        if counts and sum(counts):
            yield from _bar(counts, middle, whole, upper, thick, palette)
        elif few:
            wide = whole / 2
            yield Rect(middle - wide / 2, upper, wide, thick, palette.soft, dashed=True)


def _bar(
    counts: Counts, middle: float, whole: float, top: float, thick: float, palette: Palette
) -> Iterator[Rect]:
    n, x = sum(counts), middle - reach(counts)[0] * whole
    for count, colour in zip(counts, point_colours(palette, len(counts)), strict=True):
        wide = whole * count / n
        if count:
            yield Rect(x, top, wide, thick, colour)
        x += wide


def _lines(
    text: str,
    x: float,
    middle: float,
    width: float,
    size: float,
    measure: Measure,
    palette: Palette,
    weight: str,
) -> Iterator[Text]:
    lines = wrap(text, width, size, weight, measure)
    first = middle - (len(lines) - 1) * size * _LEADING / 2 + size * _BASELINE
    for place, line in enumerate(lines):
        y = first + place * size * _LEADING
        yield Text(x, y, line, size, weight, palette.ink)  # type: ignore[arg-type]


def _aside(item: Item, by: float) -> Item:
    if isinstance(item, Line):
        return Line(item.x1 + by, item.y1, item.x2 + by, item.y2, item.stroke, item.width)
    if isinstance(item, Rect):
        return Rect(
            item.x + by, item.y, item.width, item.height, item.fill, item.radius, item.dashed
        )
    return item


def _alt(rows: Sequence[ThenNowRow]) -> str:
    return " ".join(map(_alt_row, rows)) or say("Nothing to show yet.")


def _alt_row(row: ThenNowRow) -> str:
    then, now = (_counts(counts) for counts in (row.then, row.now))
    return say("{name}: {words}; then {then}; now {now}.", name=row.label, words=row.words,
               then=then, now=now)  # fmt: skip


def _counts(counts: Counts | None) -> str:
    if not counts:
        return say("nothing to show")
    votes = enumerate(counts, start=1)
    return ", ".join(say("{votes} at {point}", votes=n, point=point) for point, n in votes)
