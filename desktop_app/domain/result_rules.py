"""The numbers in the rules of a result, kept with the workshop that they were applied to."""

from __future__ import annotations

from dataclasses import dataclass

GROUP_FLOOR = 5
"""Real ratings that a part of the room needs to be shown, however low a workshop sets it."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The numbers in the rules of agreement and flags, all whole, so that programs agree.

    With n ratings on K points: strong from a consensus of `strong_percent` hundredths on; broad
    while the average distance from the median is below K / `broad_share`; opposing where each end
    holds at least `opposing_least` and (n + 1) div `opposing_share`; a minority view
    `minority_points` from the median; many can't say from more than 1 in `cannot_say_share` on.
    """

    strong_percent: int = 75
    broad_share: int = 6
    opposing_least: int = 2
    opposing_share: int = 3
    minority_points: int = 2
    cannot_say_share: int = 3


@dataclass(frozen=True, slots=True)
class ResultRules:
    """The thresholds of the result, stored with the workshop (PRODUCT, "Rules of the result").

    `minimum_answers`: real ratings a result needs (3 to 5). `group_minimum`: the same for a
    group. `small_group_below`: fewer real ratings than this is a small group.
    """

    minimum_answers: int = 5
    group_minimum: int = 5
    small_group_below: int = 10
    thresholds: Thresholds = Thresholds()

    @property
    def part_minimum(self) -> int:
        """Return the real ratings that a part of the room needs to be shown."""
        return max(GROUP_FLOOR, self.group_minimum)
