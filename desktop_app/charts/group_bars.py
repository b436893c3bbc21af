"""One part of the room in a few small bars; several of them stand side by side.

Draws only the Result it is given; whether it may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.domain.results import Result
from desktop_app.words.names import agreement_name
from desktop_app.words.speech import say
from desktop_app.words.wording import level_counts

from .palette import Palette, point_colours
from .primitives import Drawing, Item, Line, Rect, Text

_BASELINE = 0.35
_GAP = 0.28
"""Space between two bars as a share of one bar's place."""


def group_bars(
    result: Result,
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    most: int = 0,
) -> Drawing:
    """Return standing bars for the points 1..K and "can't say" (?), each with its count on top.

    `most`: the count a full-height bar stands for, so that several parts share one measure.
    """
    colours = (*point_colours(palette, len(result.counts)), palette.soft)
    votes = (*result.counts, result.cannot_say)
    names = (*(str(point) for point in range(1, len(result.counts) + 1)), "?")
    tallest = max(1, most, *votes)
    pitch, floor = width / len(votes), height - size * 1.35
    room = floor - size * 1.3
    items: list[Item] = [Line(0, floor, width, floor, palette.line, max(1.0, size / 14))]
    for place, (name, count, colour) in enumerate(zip(names, votes, colours, strict=True)):
        long = room * count / tallest
        items += _bar(place * pitch, pitch, floor, long, colour, dashed=name == "?")
        middle = (place + 0.5) * pitch
        below = floor + size * 1.05
        items.append(Text(middle, below, name, size, "regular", palette.soft, "middle"))
        top = floor - long - size * _BASELINE
        items.append(Text(middle, top, str(count), size, "bold", palette.ink, "middle"))
    return Drawing(width, height, tuple(items), _alt(result, names, votes))


def _bar(
    x: float, pitch: float, floor: float, long: float, colour: str, *, dashed: bool
) -> Iterator[Item]:
    if long <= 0:
        return
    inset = pitch * _GAP / 2
    yield Rect(x + inset, floor - long, pitch - 2 * inset, long, colour, dashed=dashed)


def _alt(result: Result, names: tuple[str, ...], votes: tuple[int, ...]) -> str:
    points = (*names[:-1], say("can’t say"))
    counts = ", ".join(f"{name}: {count}" for name, count in zip(points, votes, strict=True))
    return say(
        "{agreement}. {level}. {counts}.",
        agreement=agreement_name(result.agreement),
        level=level_counts(result),
        counts=counts,
    )
