"""What two workshops beside one another let anybody say: the sentences of the rule, and no others.

Never: better, worse, improved, significant, a difference of means or shares, or one label that
turns into another.
"""

from __future__ import annotations

from typing import Final

from desktop_app.analysis.change import ENOUGH, Change, Drift, Shift
from desktop_app.analysis.then_and_now import (
    ActionMoves,
    ActionWord,
    Counted,
    Luck,
    PartMove,
    Reason,
    ThenAndNow,
)
from desktop_app.domain.results import Result
from desktop_app.domain.texts import to_say

from .change import SAME, points_told, share_told
from .lists import all_of
from .speech import said, say, say_count

TITLE: Final = to_say("Then and now")
TOGETHER: Final = to_say("The same people rated all statements, so lucky moves come together.")
METHOD: Final = to_say(
    "We compared each statement’s first vote with its first vote last time. Different people may"
    " have been in the room and nobody’s two votes are linked, so part of any difference is luck."
    " We say “moved” when the later ratings are higher (or lower) than the earlier ones by at least"
    " twice what luck would give (Mann and Whitney 1947), after leaving out in each room the one"
    " rating that helps most, and by at least a fifth of all pairs of people. “Much the same” means"
    " that a rise or fall of a whole point would have shown. “Views came closer” or “moved apart”"
    " compare the distances from the room’s middle in the same way (Brown and Forsythe 1974). If"
    " nothing has changed, about 1 statement in 50 is still called moved; fewer when the same"
    " people come. A real change of one point is found in about half the statements with 12 people,"
    " three quarters with 20. “Cannot say” is not “no change”. A statement chosen because it was"
    " lowest tends to rise by luck. Nothing here says why something moved, or that the"
    " partnership’s work moved it."
)
_SHIFTS = {
    Shift.UP: to_say("Moved up"),
    Shift.DOWN: to_say("Moved down"),
    Shift.SAME: to_say("Much the same"),
    Shift.UNSURE: to_say("Cannot say"),
}
_DRIFTS = {
    Drift.NONE: "",
    Drift.CLOSER: to_say("Views came closer"),
    Drift.APART: to_say("Views moved apart"),
}
_DRIFT_SENTENCES = {
    Drift.NONE: "",
    Drift.CLOSER: to_say(
        "Views came closer: ratings lie nearer to the room’s middle than last time."
    ),
    Drift.APART: to_say(
        "Views moved apart: ratings lie farther from the room’s middle than last time."
    ),
}
_ACTIONS = {
    ActionWord.UP: to_say("Moved up"),
    ActionWord.DOWN: to_say("Moved down"),
    ActionWord.BOTH: to_say("Moved both ways"),
    ActionWord.SAME: to_say("Much the same"),
    ActionWord.UNSURE: to_say("Cannot say"),
}
_SHORTLY = {
    Reason.REWORDED: to_say("Other wording"),
    Reason.RESCALED: to_say("Other scale"),
    Reason.ADDED: to_say("New"),
    Reason.DROPPED: to_say("No longer asked"),
    Reason.NOT_THEN: to_say("Not rated then"),
    Reason.NOT_NOW: to_say("Not rated now"),
    Reason.HIDDEN_THEN: to_say("Too few ratings"),
    Reason.HIDDEN_NOW: to_say("Too few ratings"),
}
_REASONS = {
    Reason.REWORDED: to_say("Not compared: the wording has changed."),
    Reason.RESCALED: to_say("Not compared: the scale has changed."),
    Reason.ADDED: to_say("Not compared: it was not asked last time."),
    Reason.DROPPED: to_say("Not compared: it was asked last time only."),
    Reason.NOT_THEN: to_say("Not compared: it was not rated last time."),
    Reason.NOT_NOW: to_say("Not compared: it has not been rated now."),
    Reason.HIDDEN_THEN: to_say("Not compared: too few ratings to show last time."),
    Reason.HIDDEN_NOW: to_say("Not compared: too few ratings to show now."),
}
_NOT_OTHERS = to_say("No statement could be compared.")


def word(row: ThenAndNow) -> str:
    """Return what stands beside a statement's bars: its level's word, or why it has none."""
    if row.change is not None:
        return said(_SHIFTS[row.change.shift])
    return said(_SHORTLY[row.reason]) if row.reason else ""


def agreement_word(row: ThenAndNow) -> str:
    """Return whether views came closer or moved apart; "" where nothing is said."""
    return said(_DRIFTS[row.change.drift]) if row.change else ""


def sentence(row: ThenAndNow) -> str:
    """Return all that may be said of a statement, with the counts that show it."""
    if row.change is None or row.then is None or row.now is None:
        return said(_REASONS[row.reason]) if row.reason else ""
    level = _level(row.change, row.then, row.now)
    return f"{level} {said(_DRIFT_SENTENCES[row.change.drift])}".strip()


def notes(row: ThenAndNow) -> tuple[str, ...]:
    """Return what stands beside a word, never instead of it."""
    found = []
    if row.change and row.many_cannot_say and row.then and row.now:
        found.append(_among(row.then, row.now))
    if row.change and row.asked_otherwise:
        found.append(say("By hands in one workshop, in secret in the other."))
    return tuple(found)


def _among(then: Result, now: Result) -> str:
    return say(
        "Among those who could say: {n} of {people} then, {m} of {others} now.",
        n=then.n,
        people=then.n + then.cannot_say,
        m=now.n,
        others=now.n + now.cannot_say,
    )


def _level(change: Change, then: Result, now: Result) -> str:
    if change.shift is Shift.SAME:
        return said(SAME)
    if change.shift is Shift.UNSURE:
        return _cannot_say(then, now)
    was, is_now = share_told(change.some_before, then.n), share_told(change.some_after, now.n)
    points = points_told(change)
    if change.shift is Shift.UP:
        return say(
            "Moved up: {was} rated it {points} last time, {now} now.",
            was=was,
            points=points,
            now=is_now,
        )
    return say(
        "Moved down: {was} rated it {points} last time, {now} now.",
        was=was,
        points=points,
        now=is_now,
    )


def _cannot_say(then: Result, now: Result) -> str:
    few = [one.n < ENOUGH for one in (then, now)]
    if all(few):
        return say("Cannot say: fewer than {n} ratings both times.", n=ENOUGH)
    if few[0]:
        return say("Cannot say: fewer than {n} ratings last time.", n=ENOUGH)
    if few[1]:
        return say("Cannot say: fewer than {n} ratings now.", n=ENOUGH)
    if 2 * then.n < then.present or 2 * now.n < now.present:
        return say("Cannot say: fewer than half of the room rated it.")
    return say(
        "Cannot say: with {then} and {now} ratings this could be luck, and a real change could hide"
        " in it.",
        then=then.n,
        now=now.n,
    )


def part_words(part: PartMove) -> str:
    """Return what may be said of a part of the room: words only."""
    level, views = said(_SHIFTS[part.shift]), said(_DRIFTS[part.drift])
    names = all_of(part.names)
    if views:
        return say("{partners}: {level}. {views}.", partners=names, level=level, views=views)
    return say("{partners}: {level}.", partners=names, level=level)


# -- an action, the day -------------------------------------------------------------------------


def action_word(action: ActionMoves) -> str:
    """Return an action's word, or that none of its statements is compared."""
    if not action.counted.of:
        return say("Not compared")
    return said(_ACTIONS[action.word])


def action_counts(action: ActionMoves) -> str:
    """Return how many of an action's statements moved: "2 of 3 moved up, none down"."""
    counted, of = action.counted, len(action.statements)
    if not counted.of:
        return ""
    if not counted.moved:
        return say_count("none of {n} moved", "none of {n} moved", of)
    if not counted.up:
        return say("{some} of {of} moved down, none up", some=counted.down, of=of)
    return say(
        "{some} of {of} moved up, {down} down", some=counted.up, of=of, down=_some(counted.down)
    )


def action_counts_shortly(action: ActionMoves) -> str:
    """Return the same for the stage, where few words have room: "2 of 3 moved up"."""
    counted, of = action.counted, len(action.statements)
    if counted.up and counted.down:
        return say("{up} up, {down} down of {of}", up=counted.up, down=counted.down, of=of)
    if counted.up:
        return say("{some} of {of} moved up", some=counted.up, of=of)
    return action_counts(action) if not counted.down else _moved_down(counted.down, of)


def _moved_down(some: int, of: int) -> str:
    return say("{some} of {of} moved down", some=some, of=of)


def day_sentence(counted: Counted) -> str:
    """Return how many statements have which word."""
    if not counted.of:
        return said(_NOT_OTHERS)
    compared = say_count("{n} statement compared", "{n} statements compared", counted.of)
    return _counted_sentence(compared, counted)


def parts_sentence(counted: Counted) -> str:
    """Return the same of the parts of the room, which are counted on their own."""
    compared = say_count("{n} comparison by partner", "{n} comparisons by partner", counted.of)
    return _counted_sentence(compared, counted) if counted.of else ""


def _counted_sentence(compared: str, counted: Counted) -> str:
    return say(
        "{compared}: {up} moved up, {down} down; {same}; for {unsure} we cannot say.",
        compared=compared,
        up=_some(counted.up),
        down=_some(counted.down),
        same=_same(counted.same),
        unsure=_some(counted.unsure),
    )


def views_sentence(counted: Counted) -> str:
    """Return how many have which word for agreement, "" where none has one."""
    if not counted.closer and not counted.apart:
        return ""
    return say(
        "Views came closer: {closer}. Views moved apart: {apart}.",
        closer=_some(counted.closer),
        apart=_some(counted.apart),
    )


def luck_sentence(counted: Counted) -> str:
    """Return what to make of the number of moves, "" where nothing is compared."""
    if not counted.of:
        return ""
    if counted.luck is Luck.NOTHING_MOVED:
        return say("Nothing moved by more than luck.")
    if counted.luck is Luck.MORE_THAN_LUCK:
        return say("There are more moves than luck gives.")
    return say_count(
        "{n} move in {of} can be luck: talk about it before you build on it.",
        "{n} moves in {of} can be luck: talk about them before you build on them.",
        counted.by_luck,
        of=counted.of,
    )


def day_numbers(counted: Counted, then: int, now: int) -> str:
    """Return the numbers of the day that the method speaks of; `then`, `now`: most ratings."""
    return say_count(
        "Compared here: {n} statement, with up to {then} ratings last time and {now} now; of these"
        " luck alone may call {luck} moved.",
        "Compared here: {n} statements, with up to {then} ratings last time and {now} now; of these"
        " luck alone may call {luck} moved.",
        counted.of,
        then=then,
        now=now,
        luck=counted.by_luck,
    )


def who_was_there(then: int, now: int) -> str:
    """Return how many people were in the room then and now, and that they may be others."""
    if then == now:
        return say_count(
            "{n} person then and now, perhaps not the same.",
            "{n} people then and now, perhaps not the same.",
            now,
        )
    return say_count(
        "{n} person then, {now} now, and not all the same.",
        "{n} people then, {now} now, and not all the same.",
        then,
        now=now,
    )


def _some(count: int) -> str:
    return str(count) if count else say("none")


def _same(count: int) -> str:
    if not count:
        return say("none is much the same")
    return say_count("{n} is much the same", "{n} are much the same", count)
