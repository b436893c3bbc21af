"""Counts to a Result: level, agreement and flags by whole-number tests.

The rules are PRODUCT's, "Rules of the result"; their reference numbers are in the tests. Knows
nothing of rounds, groups or what may be shown: that is visibility's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desktop_app.domain.results import Agreement, Flag, Level, Result
from desktop_app.domain.workshop import ResultRules, Thresholds

from . import agreement as measures

_MINORITY_NEEDS = 5
"""Ratings below which nobody can be called a minority."""


def result_of(counts: Sequence[int], cannot_say: int, present: int, rules: ResultRules) -> Result:
    """Return the result of counts f_1..f_K among `present` people."""
    return _result_of(tuple(counts), cannot_say, present, rules)


# A result depends on its figures alone, and every picture asks for those of the whole day again.
@lru_cache(maxsize=512)
def _result_of(
    counts: tuple[int, ...], cannot_say: int, present: int, rules: ResultRules
) -> Result:
    below, middle, above = parts(counts)
    n = sum(counts)
    agreement = _agreement(counts, present, rules)
    lower, upper = measures.quartiles(counts) if n else (None, None)
    return Result(
        counts=counts,
        cannot_say=cannot_say,
        present=present,
        n=n,
        spread=measures.spread(counts),
        below=below,
        middle=middle,
        above=above,
        level=_level(below, above, n),
        agreement=agreement,
        flags=_flags(counts, cannot_say, agreement, rules),
        median=measures.median(counts) if n else None,
        mean=measures.mean(counts) if n else None,
        lower_quartile=lower,
        upper_quartile=upper,
        consensus=measures.consensus(counts) if n else None,
        van_der_eijk_a=measures.van_der_eijk_a(counts) if n else None,
        tastle_wierman_cns=measures.tastle_wierman_cns(counts) if n else None,
    )


def parts(counts: Sequence[int]) -> tuple[int, int, int]:
    """Return the ratings below, at and above the scale's midpoint; none is at it if K is even."""
    half = len(counts) // 2
    below, above = sum(counts[:half]), sum(counts[-half:])
    return below, sum(counts) - below - above, above


def _level(below: int, above: int, n: int) -> Level:
    if 2 * above > n:
        return Level.HIGH
    if 2 * below > n:
        return Level.LOW
    return Level.MIDDLE


def _agreement(counts: Sequence[int], present: int, rules: ResultRules) -> Agreement:
    """Return the first agreement that fits; the order is part of the rule."""
    n, points, s = sum(counts), len(counts), measures.spread(counts)
    at = rules.thresholds
    if n < rules.minimum_answers or 2 * n < present:
        return Agreement.TOO_FEW
    if _opposing(counts, at):
        return Agreement.OPPOSING
    if 200 * s <= (100 - at.strong_percent) * n * (points - 1):
        return Agreement.STRONG
    if at.broad_share * s < n * points:
        return Agreement.BROAD
    return Agreement.MIXED


def _opposing(counts: Sequence[int], at: Thresholds) -> bool:
    """Say whether both ends are well filled and the middle is not (after RAND/UCLA panels)."""
    below, middle, above = parts(counts)
    cut = max(at.opposing_least, (sum(counts) + 1) // at.opposing_share)
    fewer = min(below, above)
    return fewer >= cut and middle < fewer


def _flags(
    counts: Sequence[int], cannot_say: int, agreement: Agreement, rules: ResultRules
) -> tuple[Flag, ...]:
    n, at = sum(counts), rules.thresholds
    found = {
        Flag.SMALL_GROUP: n < rules.small_group_below,
        Flag.MINORITY_VIEW: _has_minority(counts, agreement, at.minority_points),
        Flag.MANY_CANNOT_SAY: at.cannot_say_share * cannot_say > n + cannot_say,
    }
    return tuple(flag for flag, holds in found.items() if holds)


def _has_minority(counts: Sequence[int], agreement: Agreement, points: int) -> bool:
    """Say whether some rating lies so many points from the median of a room that agrees."""
    agrees = agreement in {Agreement.STRONG, Agreement.BROAD}
    if not agrees or sum(counts) < _MINORITY_NEEDS:
        return False
    centre = measures.doubled_median(counts)
    return any(
        abs(2 * p - centre) >= 2 * points for p, count in enumerate(counts, start=1) if count
    )
