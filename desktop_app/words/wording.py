"""Results in words, for the room: counts and one or two sentences.

Speaks of "the room" or to "you"; reports agreement and never praises it. Knows no window, no page
and no markup; words only ever say what a Result or Hidden already shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.results import Agreement, Flag, Hidden, HiddenReason, Level, Result
from desktop_app.domain.texts import to_say

from .lists import number
from .speech import said, say

_NUMBERS = (
    *(to_say("none"), to_say("one"), to_say("two"), to_say("three"), to_say("four")),
    *(to_say("five"), to_say("six"), to_say("seven"), to_say("eight"), to_say("nine")),
    *(to_say("ten"), to_say("eleven"), to_say("twelve")),
)
_NUMBERS_FIRST = (
    *(to_say("None"), to_say("One"), to_say("Two"), to_say("Three"), to_say("Four")),
    *(to_say("Five"), to_say("Six"), to_say("Seven"), to_say("Eight"), to_say("Nine")),
    *(to_say("Ten"), to_say("Eleven"), to_say("Twelve")),
)
"""The same, as a sentence begins."""

_HIDDEN = {
    HiddenReason.NOT_REVEALED: to_say("Not revealed yet."),
    HiddenReason.TOO_FEW_ANSWERS: to_say(
        "Hidden: so few ratings could point to the people who gave them."
    ),
    HiddenReason.BESIDE_HANDS: to_say(
        "Hidden: with the hands everybody saw, the few secret ballots could be worked out."
    ),
    HiddenReason.SMALL_GROUP: to_say(
        "Hidden: so few ratings of a part of the room could point to the people in it."
    ),
}


def hidden_sentence(hidden: Hidden) -> str:
    """Return why figures are not shown."""
    return said(_HIDDEN[hidden.reason])


def flag_sentence(flag: Flag, result: Result) -> str:
    """Return the remark that goes with a flag of `result`, and what to do about it."""
    return _joined(flag_remark(flag, result), flag_advice(flag))


def flag_advice(flag: Flag) -> str:
    """Return what the facilitator may do about a flag, or ""; never for the room's eyes."""
    if flag is Flag.MANY_CANNOT_SAY:
        return say("Ask what they would need to know.")
    return ""


def flag_remark(flag: Flag, result: Result) -> str:
    """Return the remark that goes with a flag of `result`, for the room."""
    if flag is Flag.SMALL_GROUP:
        return say("A small group: a conversation starter. So few ratings can agree by luck.")
    if flag is Flag.MINORITY_VIEW:
        return say("A minority view worth hearing: not everyone is near the median.")
    return say(
        "Many can't say: {some} of {people} could not say.",
        some=result.cannot_say,
        people=result.n + result.cannot_say,
    )


def with_caution(verdict: str, result: Result) -> str:
    """Return what a part of the room comes to, and that so few ratings can agree by luck."""
    if Flag.SMALL_GROUP not in result.flags:
        return verdict
    caution = flag_remark(Flag.SMALL_GROUP, result)
    return say("{verdict}. {caution}", verdict=verdict, caution=caution)


def level_counts(result: Result) -> str:
    """Return the counts that show the level: "8 of 12 rated 1 or 2" if Low, else the upper end."""
    some, points = level_side(result)
    # For translators: "8 of 12 rated 4 or 5"
    return say("{some} of {n} rated {points}", some=some, n=result.n, points=points)


def level_side(result: Result) -> tuple[int, str]:
    """Return how many rated at the end that the level is told by, and its points in words."""
    points, half = len(result.counts), len(result.counts) // 2
    if result.level is Level.LOW:
        return result.below, points_named(1, half)
    return result.above, points_named(points - half + 1, points)


def split_counts(result: Result) -> str:
    """Return the counts at both ends: "5 of 11 low, 5 high, 1 between"."""
    below, n, above = result.below, result.n, result.above
    if not _has_midpoint(result):
        return say("{below} of {n} low, {above} high", below=below, n=n, above=above)
    return say(
        "{below} of {n} low, {above} high, {middle} between",
        below=below,
        n=n,
        above=above,
        middle=result.middle,
    )


def ends_counts(result: Result) -> str:
    """Return the counts at both ends without those between: "5 of 11 low, 5 high"."""
    n, below, above = result.n, result.below, result.above
    return say("{below} of {n} low, {above} high", below=below, n=n, above=above)


def counts_at_points(counts: Sequence[int]) -> str:
    """Return the counts from the lowest point on: "0 at 1, 2 at 2"."""
    votes = enumerate(counts, start=1)
    return ", ".join(say("{votes} at {point}", votes=n, point=point) for point, n in votes)


def cannot_say_counts(result: Result) -> str:
    """Return how many could not say: "4 of 12 could not say"."""
    people = result.n + result.cannot_say
    return say("{some} of {people} could not say", some=result.cannot_say, people=people)


def points_named(first: int, last: int) -> str:
    """Return a run of points: "3", "4 or 5", "5 to 7"."""
    if first == last:
        return str(first)
    if last == first + 1:
        return say("{first} or {last}", first=first, last=last)
    return say("{first} to {last}", first=first, last=last)


def middle_rating(result: Result) -> str:
    """Return the median in words: "Median 3"."""
    if result.median is None:
        return say("No median")
    return say("Median {rating}", rating=_plain(result.median))


def ranked_alike(w: float) -> str:
    """Return how alike people ranked, from Kendall's W (bounds after Schmidt 1997)."""
    if w >= 0.7:
        return say("People ranked the actions much alike.")
    if w >= 0.3:
        return say("People ranked the actions partly alike.")
    return say("People ranked the actions quite differently.")


def ranked_alike_in_figures(w: float) -> str:
    """Return the same for readers of a report, with its figure."""
    value = f"{w:.2f}"
    return say(
        "{sentence} (Kendall’s W is {value}: 1 is the same order, 0 is no order shared.)",
        sentence=ranked_alike(w),
        value=value,
    )


def meaning(result: Result) -> str:
    """Return one or two sentences on what the result means, and what to ask."""
    return _joined(meaning_for_room(result), advice(result))


def _joined(words: str, to_do: str) -> str:
    return f"{words} {to_do}".strip()


def advice(result: Result) -> str:
    """Return what the facilitator may ask about a result, or ""; never for the room's eyes."""
    if not result.n:
        return say("Ask what people would need to know to give one.")
    if result.agreement is Agreement.MIXED:
        return say("Ask for examples before you draw a conclusion.")
    if result.agreement not in (Agreement.STRONG, Agreement.BROAD):
        return ""
    if result.level is not Level.MIDDLE:
        return _question(result)
    if result.agreement is Agreement.STRONG:
        return say("Ask what is in place and what is still missing.")
    return say("Ask for an example of what is in place and of what is missing.")


def meaning_for_room(result: Result) -> str:
    """Return what the result means in one or two sentences, which ask nothing of anybody."""
    sentences = {
        Agreement.TOO_FEW: _too_few,
        Agreement.OPPOSING: _opposing,
        Agreement.STRONG: _strong,
        Agreement.BROAD: _broad,
        Agreement.MIXED: _mixed,
    }
    return sentences[result.agreement](result)


def _too_few(result: Result) -> str:
    n, present = result.n, result.present
    if not n:
        return say("Nobody gave a rating.")
    if n >= present:
        if n == 1:
            return say("One rating: too few to say how far the room agrees.")
        return say(
            "{Ratings} ratings: too few to say how far the room agrees.",
            Ratings=spoken_first(n, present),
        )
    people = spoken(present, n)
    if n == 1:
        return say(
            "One rating from {people} people: too few to say how far the room agrees.",
            people=people,
        )
    return say(
        "{Ratings} ratings from {people} people: too few to say how far the room agrees.",
        Ratings=spoken_first(n, present),
        people=people,
    )


def _opposing(result: Result) -> str:
    if _has_midpoint(result):
        talk = say(
            "Both ends are well filled and few ratings lie between: a reason to talk, starting "
            "with what each view rests on."
        )
    else:
        talk = say("A reason to talk, starting with what each view rests on.")
    return f"{_ends(result)} {talk}"


def _strong(result: Result) -> str:
    n = result.n
    if result.level is Level.MIDDLE:
        return say("Most ratings lie close together around the scale’s midpoint.")
    high = result.level is Level.HIGH
    side = result.above if high else result.below
    if side == n and high:
        return say("All {n} rated this high, and most ratings lie close together.", n=spoken(n))
    if side == n:
        return say("All {n} rated this low, and most ratings lie close together.", n=spoken(n))
    if high:
        return say(
            "{Some} of {n} rated this high, and most ratings lie close together.",
            Some=spoken_first(side),
            n=spoken(n, side),
        )
    return say(
        "{Some} of {n} rated this low, and most ratings lie close together.",
        Some=spoken_first(side),
        n=spoken(n, side),
    )


def _broad(result: Result) -> str:
    n = result.n
    if result.level is Level.MIDDLE:
        return _ends(result)
    high = result.level is Level.HIGH
    side = result.above if high else result.below
    if side == n and high:
        return say(
            "All {n} rated this high, and on the whole the ratings lie fairly close together.",
            n=spoken(n),
        )
    if side == n:
        return say(
            "All {n} rated this low, and on the whole the ratings lie fairly close together.",
            n=spoken(n),
        )
    if high:
        return say(
            "{Some} of {n} rated this high, and on the whole the ratings lie fairly close "
            "together.",
            Some=spoken_first(side),
            n=spoken(n, side),
        )
    return say(
        "{Some} of {n} rated this low, and on the whole the ratings lie fairly close together.",
        Some=spoken_first(side),
        n=spoken(n, side),
    )


def _mixed(result: Result) -> str:
    return _ends(result)


def _question(result: Result) -> str:
    if result.level is Level.HIGH:
        return say("Ask what this rests on and what could undo it.")
    return say("Ask what holds it back and what would help first.")


def _ends(result: Result) -> str:
    """Return both ends as one sentence: "Five of eleven rated this low and five high, ..."."""
    n, middle = result.n, spoken(result.middle, result.n)
    low_first = bool(result.below)
    some, others = (result.below, result.above) if low_first else (result.above, result.below)
    first, whole, rest = spoken_first(some), spoken(n), spoken(others, n)
    if low_first and _has_midpoint(result):
        return say(
            "{Some} of {n} rated this low and {others} high, with {middle} between.",
            Some=first,
            n=whole,
            others=rest,
            middle=middle,
        )
    if low_first:
        return say(
            "{Some} of {n} rated this low and {others} high.", Some=first, n=whole, others=rest
        )
    if _has_midpoint(result):
        return say(
            "{Some} of {n} rated this high and {others} low, with {middle} between.",
            Some=first,
            n=whole,
            others=rest,
            middle=middle,
        )
    return say("{Some} of {n} rated this high and {others} low.", Some=first, n=whole, others=rest)


def spoken(count: int, beside: int = 0) -> str:
    """Return a number in words up to twelve, unless the one it stands `beside` needs digits."""
    return _in_words(_NUMBERS, count, beside)


def spoken_first(count: int, beside: int = 0) -> str:
    """Return a number as `spoken` does, as a sentence begins."""
    return _in_words(_NUMBERS_FIRST, count, beside)


def _in_words(words: tuple[str, ...], count: int, beside: int) -> str:
    return said(words[count]) if max(count, beside) < len(words) else str(count)


def _has_midpoint(result: Result) -> bool:
    return len(result.counts) % 2 == 1


def _plain(rating: float) -> str:
    """Return a rating without a needless ".0"."""
    return number(rating, 2)
