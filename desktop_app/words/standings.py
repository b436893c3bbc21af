"""What became of last time's commitments, in words and signs; "dropped" is as plain as "done"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from desktop_app.domain.earlier import EarlierCommitment, Progress, Standing
from desktop_app.domain.texts import to_say

from .dates import long_date
from .lists import all_of
from .speech import said, say, say_count

_NAMES = {
    Standing.DONE: to_say("done"),
    Standing.UNDER_WAY: to_say("under way"),
    Standing.STUCK: to_say("stuck"),
    Standing.DROPPED: to_say("dropped"),
}
_BUTTONS = {
    Standing.DONE: to_say("Done"),
    Standing.UNDER_WAY: to_say("Under way"),
    Standing.STUCK: to_say("Stuck"),
    Standing.DROPPED: to_say("Dropped"),
}
_SIGNS = {
    Standing.DONE: "✓",
    Standing.UNDER_WAY: "→",
    Standing.STUCK: "‖",
    Standing.DROPPED: "–",
}


def standing_name(standing: Standing) -> str:
    """Return where a commitment stands, as in a list."""
    return said(_NAMES[standing])


def standing_button(standing: Standing) -> str:
    """Return where a commitment stands, to be chosen."""
    return said(_BUTTONS[standing])


def standing_sign(standing: Standing) -> str:
    """Return the sign beside the word, so that no colour is needed."""
    return _SIGNS[standing]


def now_standing(known: Progress) -> str:
    """Return where a commitment of last time stands, "" where nobody has told."""
    if known.standing is None:
        return ""
    standing = standing_name(known.standing)
    if known.word:
        return say("It is {standing}: {word}.", standing=standing, word=known.word.rstrip("."))
    return say("It is {standing}.", standing=standing)


def promised(one: EarlierCommitment) -> str:
    """Return who took a commitment on and by when: "Chair, by 30 April 2027"."""
    due = say("by {day}", day=long_date(one.due)) if one.due else say("no date")
    return say("{owner}, {due}", owner=one.owner, due=due) if one.owner else due


def since_when(held_on: date | None) -> str:
    """Return since when: the day of the workshop before, where it is known."""
    return say("Since {day}", day=long_date(held_on)) if held_on else say("Since last time")


def what_became(number: int) -> str:
    """Return the question of the day's first step."""
    return say_count("What became of our promise", "What became of our {n} promises", number)


def taken_again_because(promised_on: date | None) -> str:
    """Return why a commitment that goes on is in the plan."""
    if promised_on is None:
        return say("Taken on again: it was promised last time.")
    return say("Taken on again: it was promised on {day}.", day=long_date(promised_on))


def standings_counted(progress: Iterable[Progress], number: int) -> str:
    """Return how many stand where: "2 done, 1 under way and 1 not told"."""
    found = Counter(one.standing for one in progress if one.standing)
    parts = [
        say("{n} {standing}", n=found[one], standing=standing_name(one))
        for one in Standing
        if found[one]
    ]
    untold = number - sum(found.values())
    return all_of([*parts, *([say("{n} not told", n=untold)] if untold else [])])
