"""Several results in one picture: stacked bars, their shares centred on the scale's middle.

A row: label on the left, bar in the middle, level and agreement on the right. Draws only the
counts it is given; whether they may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.words.speech import say

from .fitting import shorten, wrap
from .legend import legend
from .one_bar import longest_reach, reach
from .palette import Palette, point_colours, text_on
from .primitives import Drawing, Item, Line, Measure, Rect, Text, Weight

__all__ = ["DivergingRow", "diverging_bars", "legend"]

LINE_HEIGHT, TWO_LINE_HEIGHT, STACKED_HEIGHT = 2.4, 3.2, 3.9
"""Height of a row in sizes: all texts on one line, some broken in two, level over agreement."""

_BAR_OF_ROW = 0.5
_LABELS_AT_MOST, _WORDS_AT_MOST = 0.32, 0.3
"""Shares of the width that labels and words may take."""

_NUMBER_OF_SIZE = 0.85
_LEADING = 1.25
_BASELINE = 0.35
"""How far a text's baseline lies under its middle, in sizes."""


@dataclass(frozen=True, slots=True)
class DivergingRow:
    """One row; `counts` are f_1..f_K, or None where nothing is shown.

    Without counts the texts say why ("Not rated yet", "Hidden"), drawn quietly; so is a single
    text beside counts ("Too few ratings to say").
    """

    label: str
    counts: tuple[int, ...] | None
    level_text: str
    agreement_text: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: the bars' middle, the length of a whole bar, the words' left edge."""

    labels: float
    middle: float
    whole: float
    words: float
    words_width: float


@dataclass(frozen=True, slots=True)
class _Style:
    """How everything is drawn; `row_height` is known once the texts are."""

    palette: Palette
    size: float
    row_height: float
    stacked: bool
    numbers: bool
    measure: Measure

    def width_of(self, text: str, weight: str, scale: float = 1.0) -> float:
        return self.measure(text, self.size * scale, weight)


def diverging_bars(
    rows: Sequence[DivergingRow],
    palette: Palette,
    width: float,
    *,
    size: float,
    measure: Measure,
    stacked: bool = False,
    numbers: bool = True,
    row_height: float | None = None,
) -> Drawing:
    """Return one bar a row on a common measure, so that equal shares are equally long.

    `stacked` sets the level over the agreement instead of beside it; `numbers` writes the counts
    into the segments. `row_height` defaults to what the texts need; the height follows from it.
    """
    style = _Style(palette, size, row_height or 0, stacked, numbers, measure)
    frame = _frame(rows, width, style)
    tall = row_height or size * _row_height(rows, frame, style)
    style, height = replace(style, row_height=tall), tall * len(rows)
    items: list[Item] = []
    if rows:
        middle = frame.middle
        items.append(Line(middle, 0, middle, height, palette.soft, max(0.5, size / 16)))
    for place, row in enumerate(rows):
        centre = (place + 0.5) * tall
        items += _label(row, frame, centre, style)
        items += _bar(row, frame, centre, style)
        items += _words(row, frame, centre, style)
    return Drawing(width, height, tuple(items), _alt(rows))


def _frame(rows: Sequence[DivergingRow], width: float, style: _Style) -> _Frame:
    labels = max((style.width_of(row.label, "semibold") for row in rows), default=0.0)
    words = max((_words_width(row, style) for row in rows), default=0.0)
    labels, words = min(labels, width * _LABELS_AT_MOST), min(words, width * _WORDS_AT_MOST)
    margin = style.size + (_number_width(rows, style) if style.numbers else 0)
    left, right = labels + margin, width - words - margin
    whole = max(0.0, (right - left) / 2) / longest_reach(row.counts for row in rows)
    return _Frame(labels, (left + right) / 2, whole, width - words, words)


def _row_height(rows: Sequence[DivergingRow], frame: _Frame, style: _Style) -> float:
    """Return the height that the texts of the fullest row need, in sizes."""
    if style.stacked:
        return STACKED_HEIGHT
    lines = (
        max(len(_label_lines(r, frame, style)), len(_word_lines(r, frame, style))) for r in rows
    )
    return TWO_LINE_HEIGHT if max(lines, default=1) > 1 else LINE_HEIGHT


def _label(row: DivergingRow, frame: _Frame, centre: float, style: _Style) -> Iterator[Item]:
    lines = _label_lines(row, frame, style)
    for line, baseline in zip(lines, _baselines(centre, len(lines), style.size), strict=True):
        yield Text(0, baseline, line, style.size, "semibold", style.palette.ink)


def _label_lines(row: DivergingRow, frame: _Frame, style: _Style) -> tuple[str, ...]:
    return wrap(row.label, frame.labels, style.size, "semibold", style.measure)


def _bar(row: DivergingRow, frame: _Frame, centre: float, style: _Style) -> Iterator[Item]:
    segments = _segments(row, frame, centre, style)
    yield from segments
    if style.numbers and row.counts:
        yield from _numbers([c for c in row.counts if c], segments, centre, style)


def _segments(row: DivergingRow, frame: _Frame, centre: float, style: _Style) -> tuple[Rect, ...]:
    """Return a rectangle for each point that has ratings, from the lowest on."""
    counts, thick = row.counts or (), style.row_height * _BAR_OF_ROW
    n, colours = sum(counts), point_colours(style.palette, len(counts)) if counts else ()
    x, found = frame.middle - reach(counts)[0] * frame.whole, []
    for count, colour in zip(counts, colours, strict=True):
        if count:
            wide = frame.whole * count / n
            found.append(Rect(x, centre - thick / 2, wide, thick, colour))
            x += wide
    return tuple(found)


def _numbers(
    counts: Sequence[int], segments: Sequence[Rect], centre: float, style: _Style
) -> Iterator[Item]:
    """Yield counts inside their segments; a narrow one at an end stands beside the bar."""
    size = style.size * _NUMBER_OF_SIZE
    baseline, pad, last = centre + size * _BASELINE, size * 0.3, len(segments) - 1
    for place, (count, bar) in enumerate(zip(counts, segments, strict=True)):
        text, soft = str(count), style.palette.soft
        if style.measure(text, size, "regular") + pad <= bar.width:
            ink = text_on(bar.fill)
            yield Text(bar.x + bar.width / 2, baseline, text, size, "regular", ink, "middle")
        elif place == last:
            yield Text(bar.x + bar.width + pad, baseline, text, size, "regular", soft)
        elif place == 0:
            yield Text(bar.x - pad, baseline, text, size, "regular", soft, "end")


def _number_width(rows: Sequence[DivergingRow], style: _Style) -> float:
    texts = {str(count) for row in rows for count in row.counts or ()}
    return max((style.width_of(text, "regular", _NUMBER_OF_SIZE) for text in texts), default=0.0)


def _words(row: DivergingRow, frame: _Frame, centre: float, style: _Style) -> Iterator[Item]:
    lines = _word_lines(row, frame, style)
    for line, baseline in zip(lines, _baselines(centre, len(lines), style.size), strict=True):
        x = frame.words
        for text, weight in line:
            ink = style.palette.ink if weight == "bold" else style.palette.soft
            yield Text(x, baseline, text, style.size, weight, ink)
            x += style.width_of(text, weight)


def _word_lines(
    row: DivergingRow, frame: _Frame, style: _Style
) -> tuple[tuple[tuple[str, Weight], ...], ...]:
    """Return the words as lines of (text, weight): on one line if they fit and may, else two."""
    (level, agreement), width = _word_parts(row), frame.words_width
    if not level:
        quiet = wrap(agreement, width, style.size, "regular", style.measure)
        return tuple(((line, "regular"),) for line in quiet)
    if not style.stacked and _words_width(row, style) <= width:
        return (((level, "bold"), (f" · {agreement}", "regular")),)
    size, measure = style.size, style.measure
    return (
        ((shorten(level, width, size, "bold", measure), "bold"),),
        ((shorten(agreement, width, size, "regular", measure), "regular"),),
    )


def _word_parts(row: DivergingRow) -> tuple[str, str]:
    """Return level and agreement; a row that has only one of them, or no counts, has no level."""
    if row.counts and row.level_text and row.agreement_text:
        return row.level_text, row.agreement_text
    return "", " ".join(text for text in (row.level_text, row.agreement_text) if text)


def _words_width(row: DivergingRow, style: _Style) -> float:
    level, agreement = _word_parts(row)
    if style.stacked or not level:
        return max(style.width_of(level, "bold"), style.width_of(agreement, "regular"))
    return style.width_of(level, "bold") + style.width_of(f" · {agreement}", "regular")


def _baselines(centre: float, lines: int, size: float) -> tuple[float, ...]:
    """Return the baselines of lines that stand together around a centre."""
    pitch = size * _LEADING
    first = centre - (lines - 1) * pitch / 2 + size * _BASELINE
    return tuple(first + line * pitch for line in range(lines))


def _alt(rows: Sequence[DivergingRow]) -> str:
    """Return every row in words: label, level, agreement, counts from the lowest point on."""
    return " ".join(_alt_row(row) for row in rows) or say("Nothing to show yet.")


def _alt_row(row: DivergingRow) -> str:
    words = ", ".join(text for text in (row.level_text, row.agreement_text) if text)
    if not row.counts:
        return say("{name}: {words}.", name=row.label, words=words)
    votes = enumerate(row.counts, start=1)
    counts = ", ".join(say("{votes} at {point}", votes=n, point=point) for point, n in votes)
    return say("{name}: {words}; {counts}.", name=row.label, words=words, counts=counts)
