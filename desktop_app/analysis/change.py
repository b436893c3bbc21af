"""What may be said of two sets of ratings of one statement: did it move, did views come closer.

The question is never "did the number differ" but "is it more than the luck of who came". All
tests are whole-number: Mann-Whitney with ties for the level, Brown-Forsythe for the distances,
each after leaving out the one rating in each room that helps most. Knows only counts that the one
privacy function has shown; no rounds, no words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import accumulate
from typing import Final, TypeAlias

from desktop_app.domain.results import Agreement, Result

from . import agreement as measures

Counts: TypeAlias = tuple[int, ...]

ENOUGH: Final = 5
"""Ratings on either side below which nothing is said, however low a workshop sets its minimum."""
_ENOUGH_FOR_VIEWS: Final = 7
_ENOUGH_POINTS: Final = 4
"""Points of a scale on which "much the same" can be told from a whole point's move."""
_PAIRS: Final = 5
"""A move is at least one fifth of all pairs of people."""
_CLOSER: Final = 16
"""Of the size condition 16 |g| >= (K - 1) n1 n2: C differs by an eighth."""


class Shift(Enum):
    """Where the later ratings lie beside the earlier ones."""

    UP = "up"
    DOWN = "down"
    SAME = "same"
    UNSURE = "unsure"

    @property
    def is_move(self) -> bool:
        """Tell whether the statement moved."""
        return self in (Shift.UP, Shift.DOWN)


class Drift(Enum):
    """How far from the room's middle the later ratings lie beside the earlier ones."""

    NONE = "none"
    CLOSER = "closer"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Change:
    """What may be said of `before` and `after`, counts f_1..f_K of two votes on one statement.

    `from_point` to `to_point` are the points by which a move is told; `some_before` and
    `some_after` count the ratings there. `changed` is how many people changed their rating at
    least, if nobody came or left in between; None where not all of the room rated both times.
    """

    before: Counts
    after: Counts
    shift: Shift
    drift: Drift
    from_point: int = 0
    to_point: int = 0
    some_before: int = 0
    some_after: int = 0
    changed: int | None = None


def compared(before: Result, after: Result) -> Change:
    """Return what may be said of two votes of the whole room, both of which are shown."""
    known = Agreement.TOO_FEW not in (before.agreement, after.agreement)
    everybody = before.n == before.present == after.n == after.present
    return _compared(before.counts, after.counts, known, everybody)


@lru_cache(maxsize=512)
def _compared(before: Counts, after: Counts, known: bool, everybody: bool) -> Change:
    shift = shift_of(before, after) if known else Shift.UNSURE
    drift = drift_of(before, after) if known else Drift.NONE
    told = _told_by(before, after, shift) if shift.is_move else (0, 0, 0, 0)
    changed = _certainly_changed(before, after) if everybody else None
    return Change(before, after, shift, drift, *told, changed)


def shift_of(before: Counts, after: Counts) -> Shift:
    """Return the level's word for two sets of counts on one scale."""
    if min(sum(before), sum(after)) < ENOUGH:
        return Shift.UNSURE
    won = _pairs_won(before, after)
    moved, all_pairs = _moved(before, after, won), sum(before) * sum(after)
    if moved is not Shift.UNSURE:
        return moved
    small = _PAIRS * abs(won) < all_pairs
    return Shift.SAME if small and _no_whole_point(before, after) else Shift.UNSURE


def _moved(before: Counts, after: Counts, won: int) -> Shift:
    """Return up or down where the later ratings lie clearly higher or lower."""
    if _PAIRS * abs(won) < sum(before) * sum(after) or not won:
        return Shift.UNSURE
    if won > 0:
        left = _without(before, _lowest), _without(after, _highest)
        return Shift.UP if clear(*left, ranks(*left)) > 0 else Shift.UNSURE
    left = _without(before, _highest), _without(after, _lowest)
    return Shift.DOWN if clear(*left, ranks(*left)) < 0 else Shift.UNSURE


def _no_whole_point(before: Counts, after: Counts) -> bool:
    """Tell whether a rise and a fall of a whole point would both have shown."""
    if len(before) < _ENOUGH_POINTS:
        return False
    risen, after_rise = _point_up(before, after)
    fallen, after_fall = _point_up(before[::-1], after[::-1])
    return (
        clear(risen, after_rise, ranks(risen, after_rise)) < 0
        and clear(fallen, after_fall, ranks(fallen, after_fall)) < 0
    )


def _point_up(before: Counts, after: Counts) -> tuple[Counts, Counts]:
    """Return the earlier ratings a point higher beside the later ones.

    Where more than half would press against the top, both lie on a scale longer by one point.
    """
    n = sum(before)
    if 2 * (n - before[-1]) >= n:
        return clip(before, 1), after
    return (0, *before), (*after, 0)


def drift_of(before: Counts, after: Counts) -> Drift:
    """Return whether ratings lie nearer to their room's middle than before, or farther."""
    n1, n2 = sum(before), sum(after)
    if min(n1, n2) < _ENOUGH_FOR_VIEWS:
        return Drift.NONE
    apart = measures.doubled_median(after) - measures.doubled_median(before)
    e = (abs(apart) + 1) // 2 * (1 if apart > 0 else -1)
    pairs = {(before, after), (clip(before, e), after), (before, clip(after, -e))}
    found = {_drift(*pair) for pair in pairs}
    return found.pop() if len(found) == 1 else Drift.NONE


def _drift(before: Counts, after: Counts) -> Drift:
    n1, n2 = sum(before), sum(after)
    grown = measures.spread(after) * n1 - measures.spread(before) * n2
    if not grown or _CLOSER * abs(grown) < (len(before) - 1) * n1 * n2:
        return Drift.NONE
    first, second = distances(before), distances(after)
    if grown < 0:
        left = _without(first, _highest), _without(second, _lowest)
        return Drift.CLOSER if clear(*left, range(len(first))) < 0 else Drift.NONE
    left = _without(first, _lowest), _without(second, _highest)
    return Drift.APART if clear(*left, range(len(first))) > 0 else Drift.NONE


# -- the one test -------------------------------------------------------------------------------


def clear(a: Counts, b: Counts, scores: Sequence[int]) -> int:
    """Return 1 or -1 where b scores clearly higher or lower than a, 0 where it may be luck.

    Clearly: by at least twice the spread that chance would give; equality counts.
    """
    n1, n2, total = sum(a), sum(b), [x + y for x, y in zip(a, b, strict=True)]
    n = n1 + n2
    p = sum(t * s for t, s in zip(total, scores, strict=True))
    q = sum(t * s * s for t, s in zip(total, scores, strict=True))
    d = n * sum(y * s for y, s in zip(b, scores, strict=True)) - n2 * p
    if not d or (n - 1) * d * d < 4 * n1 * n2 * (n * q - p * p):
        return 0
    return 1 if d > 0 else -1


def ranks(a: Counts, b: Counts) -> list[int]:
    """Return each point's score by rank among all ratings, ties sharing theirs (P = 0)."""
    total = [x + y for x, y in zip(a, b, strict=True)]
    n, up_to = sum(total), list(accumulate(total))
    return [2 * (up - t) + t - n for up, t in zip(up_to, total, strict=True)]


def _pairs_won(a: Counts, b: Counts) -> int:
    """Return W: pairs with a higher later rating minus those with a lower one."""
    return sum(y * s for y, s in zip(b, ranks(a, b), strict=True))


def distances(counts: Counts) -> Counts:
    """Return how many ratings lie 0, 1 ... 2(K-1) half points from their own middle."""
    centre, points = measures.doubled_median(counts), len(counts)
    found = [0] * (2 * points - 1)
    for point, count in enumerate(counts, start=1):
        if count:
            found[abs(2 * point - centre)] += count
    return tuple(found)


def clip(counts: Counts, by: int) -> Counts:
    """Return every rating moved by so many points; those that would leave stay at the end."""
    found, last = [0] * len(counts), len(counts) - 1
    for place, count in enumerate(counts):
        found[min(max(place + by, 0), last)] += count
    return tuple(found)


def _without(counts: Counts, which: Callable[[Counts], int]) -> Counts:
    """Return the counts with one rating taken out."""
    place = which(counts)
    return (*counts[:place], counts[place] - 1, *counts[place + 1 :])


def _lowest(counts: Counts) -> int:
    return next(place for place, count in enumerate(counts) if count)


def _highest(counts: Counts) -> int:
    return len(counts) - 1 - _lowest(counts[::-1])


# -- how a move is told -------------------------------------------------------------------------


def _told_by(before: Counts, after: Counts, shift: Shift) -> tuple[int, int, int, int]:
    """Return the points at which the two differ most, and how many ratings lie there.

    The points lie above the cut where it moved up, up to it where it moved down.
    """
    points, n1, n2 = len(before), sum(before), sum(after)
    was, now = list(accumulate(before)), list(accumulate(after))
    sign = 1 if shift is Shift.UP else -1
    cut = max(range(points - 1), key=lambda k: sign * (was[k] * n2 - now[k] * n1))
    if shift is Shift.UP:
        return cut + 2, points, n1 - was[cut], n2 - now[cut]
    return 1, cut + 1, was[cut], now[cut]


def _certainly_changed(before: Counts, after: Counts) -> int:
    return sum(before) - sum(map(min, before, after))
