"""Number keys: each press on a keypad that goes round is one ballot, or one dot."""

from __future__ import annotations

from desktop_app.domain.texts import to_say
from desktop_app.words import how_to_vote
from desktop_app.words.speech import say, say_count

from .dots_count import DotsCount
from .keyed_in import EntryWords, KeyedIn


class NumberKeys(KeyedIn):
    """Ratings, a press each."""

    def words(self) -> EntryWords:
        return EntryWords(
            advice=(
                how_to_vote.TYPE_PRESSES,
                to_say("Backspace takes the last press back. What is pressed is not shown."),
            ),
            take_back=to_say("Take back the last press"),
            came_in=to_say("Press {n} is in."),
            taken_back=to_say("Press {n} was taken back."),
            taken_back_of=to_say("Press {n} was taken back, {partner}."),
            next="",
        )

    def over_text(self, over: int) -> str:
        return say_count(
            "{n} more than people in the room. Check, or accept with a reason.",
            "{n} more than people in the room. Check, or accept with a reason.",
            over,
        )

    def vote_text(self, vote: str) -> str:
        return say("{vote} by number keys", vote=vote)


class DotsNumberKeys(DotsCount):
    """How many dots were pressed."""

    def waiting(self) -> str:
        return say("Waiting for the next press.")

    def about(self) -> str:
        return say(
            "Each press of a number is one dot, and Backspace takes the last one back. "
            "The keys work on both windows."
        )
