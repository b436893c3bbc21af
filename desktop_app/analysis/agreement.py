"""Measures of agreement and spread on counts f_1..f_K of an ordered scale.

Whole numbers in wherever a rule may depend on the answer; floats come out only for display.
Knows no labels, no thresholds and no rounds. Can't-say is never part of the counts, and but for
`spread` every measure needs at least one rating.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations
from math import log2


def spread(counts: Sequence[int]) -> int:
    """Return S, the sum over k < K of min(c_k, n - c_k), c_k the cumulative counts.

    S is also the summed distance of all ratings from their median.
    """
    n = sum(counts)
    return sum(min(below, n - below) for below in list(accumulate(counts))[:-1])


def consensus(counts: Sequence[int]) -> float:
    """Return C = 1 - 2S / (n (K - 1)), 1 minus Leik's D (1966)."""
    return 1 - 2 * spread(counts) / (sum(counts) * (len(counts) - 1))


def van_der_eijk_a(counts: Sequence[int]) -> float:
    """Return van der Eijk's A (2001), -1 to 1, from the counts peeled into layers."""
    left, total = list(counts), 0.0
    while any(left):
        pattern = [count > 0 for count in left]
        least = min(count for count in left if count)
        total += _layer_agreement(pattern) * least * sum(pattern)
        left = [count - least if count else 0 for count in left]
    return total / sum(counts)


def _layer_agreement(pattern: Sequence[bool]) -> float:
    """Return A of one layer, whose non-empty points all hold the same count."""
    filled, points = sum(pattern), len(pattern)
    if filled == 1:
        return 1.0
    return _unimodality(pattern) * (1 - (filled - 1) / (points - 1))


def _unimodality(pattern: Sequence[bool]) -> float:
    """Return U from the triples of a layer; 0 where none of them speaks for or against."""
    triples = list(combinations(pattern, 3))
    with_peak = triples.count((True, True, False)) + triples.count((False, True, True))
    with_gap = triples.count((True, False, True))
    if not with_peak + with_gap:
        return 0.0
    points = len(pattern)
    weighed = (points - 2) * with_peak - (points - 1) * with_gap
    return weighed / ((points - 2) * (with_peak + with_gap))


def tastle_wierman_cns(counts: Sequence[int]) -> float:
    """Return Tastle & Wierman's consensus (2005), 0 to 1, over the scale's whole width.

    Twelve decimals: the last digits of a logarithm differ from system to system.
    """
    n, centre, width = sum(counts), mean(counts), len(counts) - 1
    terms = (
        count / n * log2(1 - abs(point - centre) / width)
        for point, count in enumerate(counts, start=1)
        if count
    )
    return min(1.0, max(0.0, round(1 + sum(terms), 12)))


def mean(counts: Sequence[int]) -> float:
    """Return the mean rating."""
    return sum(point * count for point, count in enumerate(counts, start=1)) / sum(counts)


def median(counts: Sequence[int]) -> float:
    """Return the middle rating; between two middle ratings, half-way."""
    return doubled_median(counts) / 2


def doubled_median(counts: Sequence[int]) -> int:
    """Return twice the median, so that rules can compare whole numbers."""
    return _doubled_median_of(_ratings(counts))


def quartiles(counts: Sequence[int]) -> tuple[float, float]:
    """Return lower and upper quartile by the inclusive median rule.

    They are the medians of the two halves of the ordered ratings; with an odd number of ratings
    the middle one belongs to both halves (Tukey's hinges).
    """
    ratings = _ratings(counts)
    half = (len(ratings) + 1) // 2
    return _doubled_median_of(ratings[:half]) / 2, _doubled_median_of(ratings[-half:]) / 2


def _ratings(counts: Sequence[int]) -> list[int]:
    return [point for point, count in enumerate(counts, start=1) for _ in range(count)]


def _doubled_median_of(ordered: Sequence[int]) -> int:
    last = len(ordered) - 1
    return ordered[last // 2] + ordered[(last + 1) // 2]


def kendall_w(ratings: Sequence[Sequence[float]]) -> float | None:
    """Return the concordance of raters (rows) over things (columns), as `kendall_w_of_sums`."""
    ranked = [doubled_ranks(row) for row in ratings]
    sums = [sum(column) for column in zip(*ranked, strict=True)]
    return kendall_w_of_sums(len(ratings), sums, sum(tie_term(row) for row in ratings))


def kendall_w_of_sums(raters: int, doubled: Sequence[int], ties: int) -> float | None:
    """Return the concordance of raters from the sums of their doubled ranks of each thing.

    W = 12 S / (m^2 (N^3 - N) - m sum(t^3 - t)), corrected for ties. None where it has no
    meaning: fewer than two things, no rater, or every rater ties everything.
    """
    things = len(doubled)
    s_times_4 = sum((total - raters * (things + 1)) ** 2 for total in doubled)
    corrected = raters**2 * (things**3 - things) - raters * ties
    if not corrected:
        return None
    return 3 * s_times_4 / corrected


def doubled_ranks(row: Sequence[float]) -> list[int]:
    """Return twice the ranks from 1 up, tied values sharing the average of their ranks."""
    ordered = sorted(row)
    return [2 * ordered.index(value) + ordered.count(value) + 1 for value in row]


def tie_term(row: Sequence[float]) -> int:
    """Return the sum of t^3 - t over the t values of a row that are alike."""
    return sum(row.count(value) ** 3 - row.count(value) for value in set(row))
