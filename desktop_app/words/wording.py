"""Results in plain English, for the room: names, counts and one or two sentences.

Speaks of "the room" or to "you"; reports agreement and never praises it. Knows no window, no page
and no markup; words only ever say what a Result or Hidden already shows.
"""

from __future__ import annotations

from desktop_app.domain.results import Agreement, Flag, Hidden, HiddenReason, Level, Result

_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

_HIDDEN = {
    HiddenReason.NOT_REVEALED: "Not revealed yet.",
    HiddenReason.TOO_FEW_ANSWERS: "Hidden: so few ratings could point to the people who gave them.",
    HiddenReason.BESIDE_HANDS: (
        "Hidden: with the hands everybody saw, the few secret ballots could be worked out."
    ),
    HiddenReason.SMALL_GROUP: "Hidden: a group this small could point to the people in it.",
}


def hidden_sentence(hidden: Hidden) -> str:
    """Return why figures are not shown."""
    return _HIDDEN[hidden.reason]


def flag_sentence(flag: Flag, result: Result) -> str:
    """Return the remark that goes with a flag of `result`."""
    if flag is Flag.SMALL_GROUP:
        return "A small group: a conversation starter. So few ratings can agree by luck."
    if flag is Flag.MINORITY_VIEW:
        return "A minority view worth hearing: not everyone is near the middle rating."
    return f"Many can't say: {cannot_say_counts(result)}. Ask what they would need to know."


def level_counts(result: Result) -> str:
    """Return the counts that show the level: "8 of 12 rated 1 or 2" if Low, else the upper end."""
    points, half = len(result.counts), len(result.counts) // 2
    if result.level is Level.LOW:
        return f"{result.below} of {result.n} rated {points_named(1, half)}"
    return f"{result.above} of {result.n} rated {points_named(points - half + 1, points)}"


def split_counts(result: Result) -> str:
    """Return the counts at both ends: "5 of 11 low, 5 high, 1 between"."""
    ends = f"{result.below} of {result.n} low, {result.above} high"
    return f"{ends}, {result.middle} between" if _has_midpoint(result) else ends


def cannot_say_counts(result: Result) -> str:
    """Return how many could not say: "4 of 12 could not say"."""
    return f"{result.cannot_say} of {result.n + result.cannot_say} could not say"


def points_named(first: int, last: int) -> str:
    """Return a run of points: "3", "4 or 5", "5 to 7"."""
    if first == last:
        return str(first)
    return f"{first} or {last}" if last == first + 1 else f"{first} to {last}"


def middle_rating(result: Result) -> str:
    """Return the median in words: "Middle rating 3"."""
    if result.median is None:
        return "No middle rating"
    return f"Middle rating {_plain(result.median)}"


def concordance_sentence(w: float) -> str:
    """Return how alike people ranked, from Kendall's W (bounds after Schmidt 1997)."""
    if w >= 0.7:
        words = "People ranked the actions much alike"
    elif w >= 0.3:
        words = "People ranked the actions partly alike"
    else:
        words = "People ranked the actions quite differently"
    return f"{words} (Kendall’s W {w:.2f}, 1 is the same order)."


def meaning(result: Result) -> str:
    """Return one or two sentences on what the result means for the room."""
    sentences = {
        Agreement.TOO_FEW: _too_few,
        Agreement.OPPOSING: _opposing,
        Agreement.STRONG: _strong,
        Agreement.BROAD: _broad,
        Agreement.MIXED: _mixed,
    }
    return sentences[result.agreement](result)


def second_round(before: Result, after: Result) -> str:
    """Return what changed from one round to the next: the middle rating and the spread.

    Rising agreement is reported and not praised.
    """
    if before.median is None or after.median is None:
        return "The two votes cannot be compared."
    return f"{_shift(before.median, after.median)}; {_drift(before, after)}."


def _shift(before: float, after: float) -> str:
    if before == after:
        return f"The middle rating stayed at {_plain(after)}"
    return f"The middle rating moved from {_plain(before)} to {_plain(after)}"


def _drift(before: Result, after: Result) -> str:
    """Compare the average distance from the middle rating, exactly."""
    change = after.spread * before.n - before.spread * after.n
    if not change:
        return "the ratings lie as close together as before"
    return "the ratings lie " + ("closer together" if change < 0 else "further apart")


def _too_few(result: Result) -> str:
    if not result.n:
        return "Nobody gave a rating. Ask what people would need to know to give one."
    ratings = "one rating" if result.n == 1 else f"{spoken(result.n, result.present)} ratings"
    if result.n < result.present:
        ratings += f" from {spoken(result.present, result.n)} people"
    return f"{_capital(ratings)}: too few to say how far the room agrees."


def _opposing(result: Result) -> str:
    filled = "Both ends are well filled, the middle is not" if _has_midpoint(result) else ""
    reason = f"{filled}: a reason to talk" if filled else "A reason to talk"
    return f"{_ends(result)}. {reason}, starting with what each view rests on."


def _strong(result: Result) -> str:
    if result.level is Level.MIDDLE:
        return (
            "Most ratings lie close together in the middle of the scale. "
            "Ask what is in place and what is still missing."
        )
    return f"{_majority(result)}, and most ratings lie close together. {_question(result)}"


def _broad(result: Result) -> str:
    if result.level is Level.MIDDLE:
        return f"{_ends(result)}. Ask for an example of what is in place and of what is missing."
    closeness = "and on the whole the ratings lie fairly close together"
    return f"{_majority(result)}, {closeness}. {_question(result)}"


def _mixed(result: Result) -> str:
    return f"{_ends(result)}. Ask for examples before you draw a conclusion."


def _majority(result: Result) -> str:
    """Return how many rated at the level's end; only for High and Low."""
    side, word = (result.above, "high") if result.level is Level.HIGH else (result.below, "low")
    if side == result.n:
        return f"All {spoken(result.n)} rated this {word}"
    return f"{_capital(spoken(side))} of {spoken(result.n, side)} rated this {word}"


def _question(result: Result) -> str:
    if result.level is Level.HIGH:
        return "Ask what this rests on and what could undo it."
    return "Ask what holds it back and what would help first."


def _ends(result: Result) -> str:
    """Return both ends as one sentence: "Five of eleven rated this low and five high, ..."."""
    ends = ((result.below, "low"), (result.above, "high"))
    (some, here), (others, there) = ends if result.below else (ends[1], ends[0])
    n = result.n
    first = f"{_capital(spoken(some))} of {spoken(n)} rated this {here}"
    sentence = f"{first} and {spoken(others, n)} {there}"
    if not _has_midpoint(result):
        return sentence
    return f"{sentence}, with {spoken(result.middle, n)} between"


def spoken(number: int, beside: int = 0) -> str:
    """Return a number in words up to twelve, unless the one it stands `beside` needs digits."""
    return _NUMBERS[number] if max(number, beside) < len(_NUMBERS) else str(number)


def _has_midpoint(result: Result) -> bool:
    return len(result.counts) % 2 == 1


def _plain(rating: float) -> str:
    """Return a rating without a needless ".0"."""
    return f"{rating:g}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
