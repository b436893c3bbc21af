"""Headings and sentences that stand in several documents, each said once.

Marked texts are said where they are shown (`words.speech.said`).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from desktop_app.domain.texts import to_say
from desktop_app.words.formats import NO_BREAK
from desktop_app.words.speech import said, say

# -- headings -----------------------------------------------------------------------------------

OUR_COMMITMENT: Final = to_say("Our one commitment")
HOW_TO_READ: Final = to_say("How to read this")
WHOLE_PICTURE: Final = to_say("The picture as a whole")
EVERY_STATEMENT: Final = to_say("Every statement")
MATTERS_MOST: Final = to_say("What matters most now")
BESIDE_LEVEL: Final = to_say("Importance beside level")
NEXT_STEPS: Final = to_say("Next steps")
NEXT_STEPS_AGREED: Final = to_say("Next steps we agreed")
ABOUT_THE_PLAN: Final = to_say("How the room feels about the plan")
PARKED: Final = to_say("Parked points")
METHODS: Final = to_say("Methods and limits")
SOURCES: Final = to_say("Sources")
CONTENTS: Final = to_say("Contents")
THE_SCALE: Final = to_say("The scale")
WHAT_WAS_SAID: Final = to_say("What was said")
SAID_OF_THE_WHOLE: Final = to_say("What was said about the whole")
COULD_COME_NEXT: Final = to_say("What could come next")

# -- sentences ----------------------------------------------------------------------------------

ALL_HIDDEN: Final = to_say(
    "Every result is hidden: so few ratings could point to people. So nothing can be said of what"
    " people agree on."
)
NOTHING_PARKED: Final = to_say("Nothing was parked.")
WHAT_PARKED_IS: Final = to_say("What came up and was put aside, so that it is not forgotten:")
NO_NOTES: Final = to_say("No notes were taken on this action.")
NO_STEP: Final = to_say(
    "No step is recommended: nothing of this action was rated, or the framework has no step for"
    " what was."
)
STEPS_BY_RULES: Final = to_say(
    "Offered by fixed rules from what was rated; none is taken on by itself and none is sure to"
    " work."
)
NO_OWNER: Final = to_say("Not named yet")
NO_DATE: Final = to_say("No date yet")
NOTHING_YET: Final = to_say("Nothing has been rated and revealed yet.")
NOT_SET: Final = to_say("Not set yet")
REVIEW_OF_PLAN: Final = to_say(
    "First at these steps: done, under way, stuck or dropped. Then we rate the same statements"
    " again and see what moved."
)
REVIEW_WITHOUT_PLAN: Final = to_say("We rate the same statements again and see what moved.")


def look_again(day: str) -> str:
    """Return the heading of the review."""
    return say("We look again on {day}", day=day)


def begins(stem: str) -> str:
    """Return how every statement begins, above those that go on from there."""
    # For translators: the beginning of a sentence that goes on in what stands below it.
    return say("{stem} …", stem=stem).replace(" …", f"{NO_BREAK}…")


def nothing_rated(*, in_progress: bool) -> str:
    """Return that there is no result, and what stands in its place once there is one."""
    if not in_progress:
        return say("Nothing was rated and revealed.")
    return say(
        "{nothing_yet} Once it has, this page shows where the room stands on each statement, where"
        " people agree and where they see it differently.",
        nothing_yet=said(NOTHING_YET),
    )


def no_plan(*, in_progress: bool) -> str:
    """Return that no step was taken on, and what one needs while some still can be."""
    if not in_progress:
        return say("No next step was taken on.")
    return say(
        "No next step has been taken on yet. Each one needs an owner, a date and a first move"
        " within two weeks."
    )


def why_no_result(*, revealed: bool) -> str:
    """Return in a few words why a row has no figures."""
    return say("Hidden: too few answers") if revealed else say("Not rated")


def quoted(words: str) -> str:
    """Return a statement's name, or what somebody said, between quotation marks."""
    return say("“{words}”", words=words)


def listed(words: Iterable[str]) -> str:
    """Return names one after another, each between quotation marks."""
    return ", ".join(map(quoted, words))


def action_of(number: int, total: int) -> str:
    """Return which action this is."""
    return say("Action {number} of {total}", number=number, total=total)
