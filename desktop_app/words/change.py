"""What two votes on one statement let anybody say, in sentences; the rule is analysis.change's.

Never: better, worse, improved, significant, or a difference of means or labels.
"""

from __future__ import annotations

from typing import Final

from desktop_app.analysis.change import ENOUGH, Change, Drift, Shift, compared
from desktop_app.domain.results import Agreement, Result
from desktop_app.domain.texts import to_say

from .speech import said, say
from .wording import points_named

_VIEWS = {
    Drift.NONE: "",
    Drift.CLOSER: to_say("Views came closer: ratings lie nearer to the room’s middle than before."),
    Drift.APART: to_say(
        "Views moved apart: ratings lie farther from the room’s middle than before."
    ),
}
SAME: Final = to_say(
    "Much the same: these ratings fit neither a rise nor a fall of a whole point. A smaller change"
    " may be there."
)


def change_sentence(before: Result, after: Result) -> str:
    """Return what may be said of two votes of one day: the level's word, then the views'."""
    change = compared(before, after)
    return f"{_level_sentence(change, before, after)} {said(_VIEWS[change.drift])}".strip()


def change_told(before: Result, after: Result) -> str:
    """Return all that may be said of two votes of one day, with what is certain."""
    return f"{change_sentence(before, after)} {certain_change(before, after)}".strip()


def certain_change(before: Result, after: Result) -> str:
    """Return how many changed their rating at least, or "" where nobody can know."""
    change = compared(before, after)
    if not change.changed:
        return ""
    return say(
        "If nobody came or left in between, at least {some} of {n} changed their rating.",
        some=change.changed,
        n=after.n,
    )


def moved_counts(before: Result, after: Result) -> str:
    """Return how a statement moved: "up, 1 of 12 rated it 4 or more, then 8 of 12"."""
    change = compared(before, after)
    was, now = share_told(change.some_before, before.n), share_told(change.some_after, after.n)
    points = points_told(change)
    if change.shift is Shift.UP:
        return say("up: {was} rated it {points}, then {now}", was=was, points=points, now=now)
    return say("down: {was} rated it {points}, then {now}", was=was, points=points, now=now)


def _level_sentence(change: Change, before: Result, after: Result) -> str:
    if change.shift is Shift.SAME:
        return said(SAME)
    if change.shift is Shift.UNSURE:
        return _cannot_say(before, after)
    was, now = share_told(change.some_before, before.n), share_told(change.some_after, after.n)
    points = points_told(change)
    if change.shift is Shift.UP:
        return say(
            "Moved up: {was} rated it {points} before, {now} now.", was=was, points=points, now=now
        )
    return say(
        "Moved down: {was} rated it {points} before, {now} now.", was=was, points=points, now=now
    )


def _cannot_say(before: Result, after: Result) -> str:
    if min(before.n, after.n) < ENOUGH or Agreement.TOO_FEW in (before.agreement, after.agreement):
        return say("Cannot say: too few ratings in one of the votes.")
    return say(
        "Cannot say: with {before} and {after} ratings this could be luck, and a real change could"
        " hide in it.",
        before=before.n,
        after=after.n,
    )


def share_told(some: int, n: int) -> str:
    """Return how many of the ratings, such as "1 of 12"."""
    return say("{some} of {n}", some=some, n=n)


def points_told(change: Change) -> str:
    """Return the points by which a move is told: "4 or more", "2 or less", "5"."""
    first, last = change.from_point, change.to_point
    if first == last:
        return points_named(first, last)
    if change.shift is Shift.UP:
        return say("{point} or more", point=first)
    return say("{point} or less", point=last)
