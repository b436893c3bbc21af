"""Text that fits: balanced lines, sizes that step down to a floor, and dots only at the end.

Knows sizes and words, no scene.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.ui.fonts import measure

ENDLESS = 1_000_000.0
MOST_BALANCED = 12  # more lines fit no place, and even lines of thousands of words take seconds
"""A height or width that holds any text."""

STEP = 0.95
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text wants to look: `size` in pixels and the `floor` it may shrink to.

    `leading`: height of a line as a share of the size. `lines`: at most so many, 0 for any.
    """

    size: float
    floor: float
    weight: str = "regular"
    leading: float = 1.25
    lines: int = 0
    balanced: bool = True


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken into lines at one size; `whole` is False where words were cut."""

    lines: tuple[str, ...]
    size: float
    weight: str
    leading: float
    width: float
    whole: bool = True

    @property
    def line_height(self) -> float:
        """Return the height of one line in pixels."""
        return self.size * self.leading

    @property
    def height(self) -> float:
        """Return the height of all lines in pixels."""
        return self.line_height * len(self.lines)


@lru_cache(maxsize=2048)
def fit(text: str, width: float, height: float, style: Style) -> Fitted:
    """Return `text` at the largest of its style's sizes that fits, cut at the floor if none does.

    `width` and `height` are in pixels. At the floor an over-long word is broken first; only then
    are lines left out, and the last one ends in an ellipsis.
    """
    for size in sizes(style.size, style.floor):
        fitted = _at(text, width, size, style)
        if fitted is not None and _holds(fitted, height, style):
            return fitted
    return _cut(text, width, height, style)


def fit_line_first(text: str, width: float, height: float, style: Style) -> Fitted:
    """Return `text` on one line, smaller if need be, and only then on as many as its style has."""
    one = fit(text, width, height, replace(style, lines=1))
    return one if one.whole else fit(text, width, height, style)


def fit_by_parts(text: str, width: float, height: float, style: Style, between: str) -> Fitted:
    """Return `text` on one line, else broken only between its parts; like any other otherwise."""
    one = fit(text, width, ENDLESS, replace(style, lines=1))
    lines: list[str] = []
    for part in text.split(between):
        longer = f"{lines[-1]}{between}{part}" if lines else part
        if lines and measure(longer, style.floor, style.weight) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    wide = max(measure(line, style.floor, style.weight) for line in lines)
    if one.whole or wide > width or len(lines) > max(1, style.lines):
        return one if one.whole else fit(text, width, height, style)
    return _fitted([line.strip() for line in lines], style.floor, style)


def sizes(start: float, floor: float) -> Iterator[float]:
    """Yield whole pixel sizes from `start` down to `floor`, each a step smaller."""
    size, last = start, 0
    while size > floor:
        if round(size) != last:
            last = round(size)
            yield last
        size *= STEP
    if round(floor) != last:
        yield max(1, round(floor))


def _holds(fitted: Fitted, height: float, style: Style) -> bool:
    few = not style.lines or len(fitted.lines) <= style.lines
    return few and fitted.height <= height + 0.5


def _at(text: str, width: float, size: float, style: Style) -> Fitted | None:
    lines = _wrap(text, width, size, style.weight)
    if lines is None:
        return None
    if style.balanced and 1 < len(lines) <= MOST_BALANCED:
        lines = _balance(text, width, size, style.weight, len(lines))
    return _fitted(lines, size, style)


def _fitted(lines: list[str], size: float, style: Style, *, whole: bool = True) -> Fitted:
    width = max((measure(line, size, style.weight) for line in lines), default=0.0)
    return Fitted(tuple(lines), size, style.weight, style.leading, width, whole)


def _wrap(text: str, width: float, size: float, weight: str) -> list[str] | None:
    """Return the words in lines, or None where one word alone is too wide."""
    if measure(text, size, weight) <= width:
        return [text] if text.strip() else []
    space = measure(" ", size, weight)
    lines: list[list[str]] = []
    used = 0.0
    for word in text.split():
        wide = measure(word, size, weight)
        if wide > width:
            return None
        if lines and used + space + wide <= width:
            lines[-1].append(word)
            used += space + wide
        else:
            lines.append([word])
            used = wide
    return [" ".join(words) for words in lines]


def _balance(text: str, width: float, size: float, weight: str, count: int) -> list[str]:
    """Return the words in `count` lines as even as can be, so that no word is left alone.

    The sum of the squares of what is left free in each line is the smallest possible.
    """
    words = text.split()
    wide = [measure(word, size, weight) for word in words]
    space = measure(" ", size, weight)
    best: list[list[tuple[float, int]]] = [[(0.0, 0)] + [(ENDLESS**2, 0)] * len(words)]
    for _line in range(count):
        best.append(_one_more(best[-1], wide, space, width))
    lines, end = [], len(words)
    for row in reversed(best[1:]):
        start = row[end][1]
        lines.append(" ".join(words[start:end]))
        end = start
    return lines[::-1]


def _one_more(
    before: list[tuple[float, int]], wide: list[float], space: float, width: float
) -> list[tuple[float, int]]:
    """Return, for each number of words, the least cost with one line more and where it starts."""
    row = [(ENDLESS**2, 0)] * len(before)
    for end in range(1, len(before)):
        used = -space
        for start in range(end - 1, -1, -1):
            used += space + wide[start]
            if used > width:
                break
            cost = before[start][0] + (width - used) ** 2
            if cost < row[end][0]:
                row[end] = (cost, start)
    return row


def _cut(text: str, width: float, height: float, style: Style) -> Fitted:
    size = max(1, round(style.floor))
    words = " ".join(_broken(text, width, size, style.weight))
    lines = _wrap(words, width, size, style.weight) or [ELLIPSIS]
    room = max(1, int((height + 0.5) // (size * style.leading)))
    most = min(room, style.lines) if style.lines else room
    if len(lines) > most:
        last = shorten(" ".join(lines[most - 1 :]), width, size, style.weight)
        lines = [*lines[: most - 1], last]
    return _fitted(lines, size, style, whole=False)


def _broken(text: str, width: float, size: float, weight: str) -> Iterator[str]:
    for word in text.split():
        piece = ""
        for letter in word:
            if piece and measure(piece + letter, size, weight) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def shorten(text: str, width: float, size: float, weight: str) -> str:
    """Return `text`, or as much of it as fits into `width` with an ellipsis."""
    if measure(text, size, weight) <= width:
        return text
    fits, over = 0, len(text)
    while over - fits > 1:  # by halves: a text of 10,000 characters must not hold the windows up
        half = (fits + over) // 2
        if measure(text[:half].rstrip() + ELLIPSIS, size, weight) <= width:
            fits = half
        else:
            over = half
    return text[:fits].rstrip() + ELLIPSIS
