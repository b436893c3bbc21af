"""Number keys: each press on a keypad that goes round is one ballot, or one dot."""

from __future__ import annotations

from .dots_count import DotsCount
from .keyed_in import EntryWords, KeyedIn


class NumberKeys(KeyedIn):
    """Ratings, a press each."""

    def words(self) -> EntryWords:
        return EntryWords(
            advice=self.tr(
                "Each press on the keypad is one ballot: a number, or 0 for “can’t say”. "
                "Backspace takes the last press back. What is pressed is not shown."
            ),
            take_back=self.tr("Take back the last press"),
            came_in=self.tr("Press {n} is in."),
            taken_back=self.tr("Press {n} was taken back."),
            next="",
            over=self.tr("{n} more than people in the room. Check, or accept with a reason."),
        )

    def vote_text(self, nth: str) -> str:
        return self.tr("{nth} vote by number keys").format(nth=nth)


class DotsNumberKeys(DotsCount):
    """How many dots were pressed."""

    def waiting(self) -> str:
        return self.tr("Waiting for the next press.")

    def about(self) -> str:
        return self.tr(
            "Each press of a number is one dot, and Backspace takes the last one back. "
            "The keys work on both windows."
        )
