"""Importance beside level: one tile an action in four fields, with words for each field.

To the right lie actions that more people rated in the upper part, further up those with more
dots. Draws only what it is given; whether it may be shown was decided before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.priorities import Field
from desktop_app.words.lists import percent
from desktop_app.words.names import field_name
from desktop_app.words.speech import say

from .fitting import wrap
from .palette import Palette, mix
from .primitives import Anchor, Drawing, Item, Line, Measure, Rect, Text

MIDDLE = 0.5
"""The share of upper ratings at which the level turns high."""

_TILE, _SMALL_TILE, _PAD = 1.75, 1.3, 0.55
_BASELINE, _LEADING = 0.35, 1.1
_SIDE, _BAND, _EDGE = 0.7, 2.6, 1.1
"""Free room beside the tiles in tiles, and above and below them for the words in sizes."""


@dataclass(frozen=True, slots=True)
class FieldPoint:
    """One action: its number, `upper` share of ratings and `share` of dots, both 0 to 1.

    `close`: so near a line that its field says little; its tile is dashed.
    """

    number: int
    label: str
    upper: float
    share: float
    close: bool = False


@dataclass(frozen=True, slots=True)
class FieldWords:
    """The words of the picture: a corner each (more dots first), and both axes."""

    work_on: str
    keep: str
    watch: str
    runs: str
    more_dots: str
    higher: str


def field_words(higher: str = "") -> FieldWords:
    """Return the words in the language spoken; `higher` is what lies to the right."""
    return FieldWords(
        work_on=field_name(Field.WORK_ON),
        keep=field_name(Field.KEEP),
        watch=field_name(Field.WATCH),
        runs=field_name(Field.RUNS),
        more_dots=say("↑ More dots"),
        higher=higher or say("Rated higher →"),
    )


@dataclass(frozen=True, slots=True)
class _Field:
    """The square in which tiles lie, its two lines, and the side of a tile."""

    top: float
    width: float
    height: float
    across: float
    down: float
    tile: float
    band: float
    most: float

    def place(self, point: FieldPoint) -> tuple[float, float]:
        """Return the middle of a point's tile."""
        side = self.tile * _SIDE
        x = side + (self.width - 2 * side) * point.upper
        inner = max(0.0, self.height - 2 * self.band)
        y = self.top + self.band + inner * (1 - point.share / self.most)
        return x, y


def four_field(
    points: Sequence[FieldPoint],
    palette: Palette,
    width: float,
    height: float,
    *,
    size: float,
    measure: Measure,
    even: float,
    words: FieldWords,
    named: bool = True,
) -> Drawing:
    """Return the picture; `even` is the share of dots at which an action matters as others do.

    `named`: with the name of each field in its corner; without, both axes say it.
    """
    field = _field(points, width, height, size, even, named=named)
    items: list[Item] = [*_ground(field, palette, size)]
    if named:
        items += _corners(field, words, palette, size, measure)
    items += _axes(field, words, palette.soft if named else palette.ink, size)
    taken: list[tuple[float, float]] = []
    for point in points:
        middle = _free(field.place(point), taken, field)
        taken.append(middle)
        items += _tile(point, middle, field, palette, size)
    return Drawing(width, height, tuple(items), _alt(points, even, words))


def _field(
    points: Sequence[FieldPoint],
    width: float,
    height: float,
    size: float,
    even: float,
    *,
    named: bool,
) -> _Field:
    axis = size * 1.7
    most = max([2 * even, *(point.share * 1.08 for point in points)])
    inside = height - 2 * axis
    tile = size * (_TILE if named else _SMALL_TILE)
    band = size * (_BAND if named else _EDGE)
    bare = _Field(axis, width, inside, 0, 0, tile, band, most)
    across, down = bare.place(FieldPoint(0, "", MIDDLE, even))
    return _Field(axis, width, inside, across, down, tile, band, most)


def _ground(field: _Field, palette: Palette, size: float) -> Iterator[Item]:
    thin, lower = max(1.0, size / 14), field.top + field.height
    strong = mix(palette.accent, palette.paper, 0.88)
    yield Rect(0, field.top, field.width, field.height, palette.card)
    yield Rect(0, field.top, field.across, field.down - field.top, strong)
    for y in (field.top, lower):
        yield Line(0, y, field.width, y, palette.line, thin)
    for x in (0.0, field.width):
        yield Line(x, field.top, x, lower, palette.line, thin)
    yield Line(field.across, field.top, field.across, lower, palette.soft, thin)
    yield Line(0, field.down, field.width, field.down, palette.soft, thin)


def _corners(
    field: _Field, words: FieldWords, palette: Palette, size: float, measure: Measure
) -> Iterator[Item]:
    pad, lower, right = size * _PAD, field.top + field.height, field.width
    left_room, right_room = field.across - 2 * pad, right - field.across - 2 * pad
    for text, x, room, at_end, above in (
        (words.work_on, pad, left_room, False, True),
        (words.keep, right - pad, right_room, True, True),
        (words.watch, pad, left_room, False, False),
        (words.runs, right - pad, right_room, True, False),
    ):
        lines = wrap(text, room, size, "semibold", measure)
        y = field.top + size * 1.25 if above else lower - pad - (len(lines) - 1) * size * _LEADING
        for place, line in enumerate(lines):
            anchor: Anchor = "end" if at_end else "start"
            at = y + place * size * _LEADING
            yield Text(x, at, line, size, "semibold", palette.ink, anchor)


def _axes(field: _Field, words: FieldWords, colour: str, size: float) -> Iterator[Item]:
    lower = field.top + field.height
    yield Text(0, field.top - size * 0.6, words.more_dots, size, "regular", colour)
    yield Text(field.width, lower + size * 1.3, words.higher, size, "regular", colour, "end")


def _free(
    wanted: tuple[float, float], taken: Sequence[tuple[float, float]], field: _Field
) -> tuple[float, float]:
    """Return the free place nearest to the wanted one, never over a line or a word."""
    if not _meets(wanted, taken, field.tile):
        return wanted
    step = field.tile * 0.55
    around = [(dx, dy) for dx in range(-6, 7) for dy in range(-6, 7) if dx or dy]
    around.sort(key=lambda move: (move[0] ** 2 + move[1] ** 2, -move[0], move[1]))
    for dx, dy in around:
        moved = (wanted[0] + dx * step, wanted[1] + dy * step)
        if _same_field(wanted, moved, field) and not _meets(moved, taken, field.tile):
            return moved
    return wanted


def _meets(at: tuple[float, float], taken: Sequence[tuple[float, float]], tile: float) -> bool:
    gap = tile * 1.06
    return any(abs(at[0] - x) < gap and abs(at[1] - y) < gap for x, y in taken)


def _same_field(one: tuple[float, float], other: tuple[float, float], field: _Field) -> bool:
    half = field.tile / 2
    upper, lower = field.top + field.band, field.top + field.height - field.band
    inside = half <= other[0] <= field.width - half and upper <= other[1] <= lower
    left = (one[0] <= field.across) == (other[0] <= field.across)
    below = (one[1] >= field.down) == (other[1] >= field.down)
    return inside and left and below


def _tile(
    point: FieldPoint, middle: tuple[float, float], field: _Field, palette: Palette, size: float
) -> Iterator[Item]:
    x, y, half = *middle, field.tile / 2
    fill = palette.card if point.close else palette.accent
    ink = palette.ink if point.close else palette.on_accent
    yield Rect(x - half, y - half, field.tile, field.tile, fill)
    if point.close:
        yield Rect(x - half, y - half, field.tile, field.tile, palette.accent, dashed=True)
    baseline = y + size * _BASELINE
    yield Text(x, baseline, str(point.number), size, "bold", ink, "middle")


def _alt(points: Sequence[FieldPoint], even: float, words: FieldWords) -> str:
    """Return each action with its field in words."""
    return " ".join(_alt_point(point, even, words) for point in points) or say(
        "Nothing to show yet."
    )


def _alt_point(point: FieldPoint, even: float, words: FieldWords) -> str:
    upper, more = point.upper > MIDDLE, point.share > even
    corner = {
        (True, False): words.work_on,
        (True, True): words.keep,
        (False, False): words.watch,
        (False, True): words.runs,
    }[more, upper]
    told = say(
        "{number} {name}: {field}. Share of the dots: {dots}; of upper ratings: {upper}.",
        number=point.number,
        name=point.label,
        field=corner,
        dots=percent(point.share),
        upper=percent(point.upper),
    )
    return " ".join((told, *((say("It lies close to a line."),) if point.close else ())))
