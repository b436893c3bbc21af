"""How one rates and how ballots are counted: each instruction once, for every paper and screen.

Script, ballots, brief, stage and console take it from here, so that no two of them can disagree;
`tests/documents/test_one_instruction.py` reads them together. Who can see what stands in
`who_sees`. What stands in capitals is marked only: `said` says it.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.printing import BallotForm
from desktop_app.domain.texts import to_say

from .speech import said, say_count

NUMBER_KEY = to_say("Press one number, once, and pass it on. 0 is “can’t say”.")
SHIELD = to_say("Shield the keypad with your hand.")
HANDS_UP = to_say(
    "One point after another, the lowest first, “can’t say” last. Keep your hand up until I have "
    "counted."
)
COME = to_say("Come to the laptop one after another. Pick, confirm, and it clears for the next.")

PARTNER_BY_PARTNER = to_say(
    "One partner votes after another: choose under “Now counting” whose votes come next."
)
TYPE_PRESSES = to_say("Each press on the keypad is one ballot: a number, or 0 for “can’t say”.")

MARK = to_say("Mark one box for each statement. No name, please.")
FOLD = to_say("Fold it once.")
INTO_THE_BOX = to_say("Put it into the box.")
INTO_THE_ENVELOPE = to_say("Put it into the envelope with the same mark.")
OPEN_BALLOTS = to_say("ballots handed over open: let each person drop their own.")
IN_ALREADY = to_say("Sheets with all statements are marked already: only type them in.")
CHANGED_MINDS = to_say("people who have changed their mind since: they say so in a second vote.")
ALREADY_MARKED = to_say("You have marked this statement on your sheet. I type these marks in now.")

TYPE_BALLOTS = to_say(
    "Press one key for each ballot: the number of the marked box, or 0 where “can’t say” is marked."
)
TYPE_ROWS = to_say(
    "Where all statements are on one sheet, take the mark in this statement’s row, sheet after "
    "sheet."
)
TYPE_BY_SET = to_say(
    "Choose under “Now counting” whose ballots you type, and take its envelope; then the next."
)
UNCLEAR = to_say(
    "What cannot be read is not guessed: lay it aside, and close the vote with one ballot fewer."
)
BRING_BOX = to_say("Bring the printed ballots, some spare ones, pens of one colour and a box.")
BRING_ENVELOPES = to_say(
    "Bring the printed ballots, some spare ones, pens of one colour, and an envelope for each mark "
    "with its label on it."
)
WHAT_MATTERS = to_say("What matters most now?")
DOTS = to_say("For each dot, mark a box beside the action that it is for. No name, please.")
TYPE_DOTS = to_say(
    "For each ballot, type the number of an action once for each dot on it: 113 is two dots on "
    "the first action and one on the third."
)
INTO_ONE_BOX = to_say("Ballots for dots all go into one box, whoever they are from.")
UNCLEAR_DOTS = to_say("What cannot be read is not guessed: lay that ballot aside.")
FAIR = to_say("“Can’t say” is a fair answer: it is counted and never scored.")


def dots_to_place(dots: int) -> str:
    """Return how many dots a person has, and what may be done with them."""
    return say_count(
        "You have {n} dot.",
        "You have {n} dots. Put them on one action or share them out.",
        dots,
    )


@dataclass(frozen=True, slots=True)
class OnPaper:
    """How a room votes on paper: on which ballots, and whether in sets by partner.

    `form` is None on a screen, which cannot know what was printed, and says what holds for both.
    """

    form: BallotForm | None = None
    by_partner: bool = False

    @property
    def marking(self) -> str:
        """Return how a ballot is marked and where it goes; the same on ballot and script."""
        where = INTO_THE_ENVELOPE if self.by_partner else INTO_THE_BOX
        return _together(MARK, FOLD, where)

    @property
    def placing_dots(self) -> str:
        """Return how dots are placed on a ballot and where it goes; it bears no partner's mark."""
        return _together(DOTS, FOLD, INTO_ONE_BOX)

    @property
    def typing_dots(self) -> tuple[str, ...]:
        """Return how the facilitator types a ballot's dots, a sentence each."""
        return said(TYPE_DOTS), said(UNCLEAR_DOTS)

    @property
    def at_a_statement(self) -> str:
        """Return what the room is told as a statement is voted on."""
        if self.form is BallotForm.SHEET:
            return said(ALREADY_MARKED)
        return self.marking

    @property
    def to_watch(self) -> str:
        """Return what the facilitator looks out for then."""
        if self.form is None:
            return _together(OPEN_BALLOTS, IN_ALREADY)
        return said(CHANGED_MINDS if self.form is BallotForm.SHEET else OPEN_BALLOTS)

    @property
    def to_bring(self) -> str:
        """Return what is brought to the room."""
        return said(BRING_ENVELOPES if self.by_partner else BRING_BOX)

    @property
    def typing(self) -> tuple[str, ...]:
        """Return how the facilitator types what is marked, a sentence each."""
        rows = (TYPE_ROWS,) if self.form is BallotForm.SHEET else ()
        sets = (TYPE_BY_SET,) if self.by_partner else ()
        return tuple(map(said, (TYPE_BALLOTS, *rows, *sets, UNCLEAR)))


def _together(*sentences: str) -> str:
    return " ".join(said(sentence) for sentence in sentences)
