"""Why a step is offered: one plain sentence with the counts that led to it.

Says only what the result it is given shows; knows no rounds and no bank of steps.
"""

from __future__ import annotations

from desktop_app.domain.results import Level, Result

from .wording import cannot_say_counts, points_named, split_counts


def because_level(word: str, result: Result) -> str:
    """Return the reason that a statement's level gives."""
    points, half = len(result.counts), len(result.counts) // 2
    if result.level is Level.LOW:
        return _rated(word, result.below, result.n, points_named(1, half))
    if result.level is Level.HIGH:
        return _rated(word, result.above, result.n, points_named(points - half + 1, points))
    return f"Because “{word}” is rated neither mostly low nor mostly high: {split_counts(result)}."


def because_opposing(word: str, result: Result) -> str:
    """Return the reason that opposing views give."""
    counts = f"{result.below} of {result.n} low, {result.above} high"
    return f"Because views on “{word}” are opposing: {counts}."


def because_cannot_say(word: str, result: Result) -> str:
    """Return the reason that many can't-says give."""
    return f"Because {cannot_say_counts(result)} on “{word}”."


def because_too_few(word: str, result: Result | None) -> str:
    """Return the reason for gathering more ratings; a hidden result (None) gives no counts."""
    if result is None:
        return f"Because too few people rated “{word}” to show a result."
    return f"Because only {result.n} of {result.present} people rated “{word}”."


def _rated(word: str, some: int, n: int, points: str) -> str:
    return f"Because {some} of {n} rated “{word}” {points}."
