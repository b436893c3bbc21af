"""What a result says to the room beside its bars: its counts and one question, both short."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.results import Agreement, Level, Result
from desktop_app.domain.texts import to_say

from .speech import said, say
from .wording import level_counts, points_named

_APART: Final = {
    Agreement.OPPOSING: to_say("What does each view rest on?"),
    Agreement.MIXED: to_say("Which examples come to mind?"),
    Agreement.TOO_FEW: to_say("What would we need to know?"),
    Agreement.STRONG: "",
    Agreement.BROAD: "",
}
"""What is asked whatever the level; nothing where views lie together."""
_TOGETHER: Final = {
    Level.LOW: to_say("What holds it back?"),
    Level.MIDDLE: to_say("What is in place, and what is missing?"),
    Level.HIGH: to_say("What does this rest on?"),
}


def counts_for_room(result: Result) -> str:
    """Return how many rated at one end, or at both where they do not lie together."""
    if result.agreement is Agreement.TOO_FEW:
        return say("{n} of {people} gave a rating.", n=result.n, people=result.present)
    apart = result.agreement in (Agreement.OPPOSING, Agreement.MIXED)
    if not apart and result.level is not Level.MIDDLE:
        return say("{counts}.", counts=level_counts(result))
    points, half = len(result.counts), len(result.counts) // 2
    # For translators: "6 of 13 rated 4 or 5, and 5 rated 1 or 2."
    return say(
        "{some} of {n} rated {upper}, and {others} rated {lower}.",
        some=result.above,
        n=result.n,
        upper=points_named(points - half + 1, points),
        others=result.below,
        lower=points_named(1, half),
    )


def question_for_room(result: Result) -> str:
    """Return one short question that fits what the result shows."""
    return said(_APART[result.agreement] or _TOGETHER[result.level])
