"""What paper ballots say: how to print and use them, and what stands on each; no result in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Final

from desktop_app.domain.ballot_sets import LETTERS, BallotSet, ballot_sets, come_in_sets
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.printing import BallotForm, PrintOptions
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words import how_to_vote
from desktop_app.words.counts import people
from desktop_app.words.how_to_vote import OnPaper
from desktop_app.words.lists import all_of
from desktop_app.words.speech import said, say, say_count
from desktop_app.words.who_sees import channel_line, promise

from .event import short_marks

BEFORE_HEADING: Final = to_say("Before the workshop")
SETS_HEADING: Final = to_say("What to print")
IN_THE_ROOM_HEADING: Final = to_say("In the room")
TYPING_HEADING: Final = to_say("Typing them in")
WHAT_THEY_ARE_HEADING: Final = to_say("What these ballots are")
LABELS_HEADING: Final = to_say("Labels for the envelopes")
LABELS_NOTE: Final = to_say("Cut them out and stick one on each envelope.")
EMPTY_BACK: Final = to_say(
    "This side stays empty, so that each ballot begins on a sheet of its own."
)


@dataclass(frozen=True, slots=True)
class Pile:
    """Ballots that look alike: `letter` is their mark, "" where the room has one kind only.

    `ballots`: how many each person's ballot is printed, spare ones among them. `copies`: how often
    its pages are printed for that.
    """

    letter: str
    partners: tuple[str, ...]
    people: int
    copies: int
    ballots: int

    @property
    def whose(self) -> str:
        """Return whose ballots these are."""
        return ", ".join(self.partners)


def on_paper(workshop: Workshop, form: BallotForm) -> OnPaper:
    """Return how a room votes on paper."""
    return OnPaper(form, by_partner=come_in_sets(workshop))


def piles(workshop: Workshop, options: PrintOptions) -> tuple[Pile, ...]:
    """Return the piles to print; one where partners are not known, or share all ballots."""
    sets = ballot_sets(workshop)
    if len(sets) < 2:
        return (one_pile(workshop, options),)
    return tuple(
        _pile(letter, one.names, one.people, options)
        for letter, one in zip(LETTERS, sets, strict=False)
    )


def one_pile(workshop: Workshop, options: PrintOptions) -> Pile:
    """Return the pile of a room whose ballots all look alike."""
    return _pile("", (), workshop.present, options)


def _pile(letter: str, partners: tuple[str, ...], present: int, options: PrintOptions) -> Pile:
    each = 1 if options.ballots is BallotForm.SHEET else options.per_sheet
    copies = -(-(present + _spare(present)) // each)
    return Pile(letter, partners, present, copies, copies * each)


def _spare(present: int) -> int:
    """Return how many ballots more than people are printed: one in ten, and one at least."""
    return max(1, -(-present // 10))


def before_the_workshop(
    workshop: Workshop, options: PrintOptions, sides: int, pile: Pile | None = None, pages: str = ""
) -> tuple[str, ...]:
    """Return how the pages are printed; `pile` and its `pages` where there is only one."""
    slips = options.ballots is BallotForm.SLIPS
    enough = _enough_slips if slips else _enough_sheets
    return (
        *((print_times(pile.copies, pages), enough(pile)) if pile is not None else ()),
        true_size(sides),
        *((said(CUT),) if slips and options.per_sheet > 1 else ()),
        *((_order(workshop),) if slips else ()),
    )


CUT = to_say("Cut the pages along the dashed lines.")


def print_times(copies: int, pages: str) -> str:
    """Return how often some pages are printed."""
    return say_count("Print once: {pages}.", "Print {n} times: {pages}.", copies, pages=pages)


def true_size(sides: int) -> str:
    """Return that pages are printed in real size, on one side or on both."""
    if sides == 2:
        return say(
            "Print on both sides, turned at the long edge, in real size: 100 %, never fitted to "
            "the page."
        )
    return say("Print on one side, in real size: 100 %, never fitted to the page.")


def _enough_sheets(pile: Pile) -> str:
    return say_count(
        "That gives {n} sheet for {people}.",
        "That gives {n} sheets for {people}, spare ones among them.",
        pile.ballots,
        people=people(pile.people),
    )


def _enough_slips(pile: Pile) -> str:
    return say_count(
        "That gives at least {n} ballot of each statement for {people}.",
        "That gives at least {n} ballots of each statement for {people}, spare ones among them.",
        pile.ballots,
        people=people(pile.people),
    )


def _order(workshop: Workshop) -> str:
    return say_count(
        "They hold {n} statement, one on each page. Keep those of each together, in this order.",
        "They hold {n} statements, one on each page. Keep those of each together, in this order.",
        len(workshop.framework.statements),
    )


def handling(workshop: Workshop, paper: OnPaper) -> tuple[str, ...]:
    """Return how ballots are handed out, marked and collected, and what that means for privacy."""
    sheet = paper.form is BallotForm.SHEET
    return (
        said(_HAND_OUT_SHEETS if sheet else _HAND_OUT_SLIPS),
        *(_by_set(workshop) if paper.by_partner else ()),
        paper.marking,
        said(_SHAKE_ENVELOPES if paper.by_partner else SHAKE_BOX),
        *((said(_SIDE_BY_SIDE), said(_FIRST_VOTE_ONLY)) if sheet else ()),
        said(how_to_vote.FAIR),
        said(_SHRED_SHEETS if sheet else _SHRED_SLIPS),
    )


_HAND_OUT_SLIPS = to_say("When you open a vote, hand out that statement’s ballots, one each.")
_HAND_OUT_SHEETS = to_say(
    "Hand out one sheet each after the welcome. Everybody marks all of it before the first result "
    "is shown; ten minutes are enough."
)
SHAKE_BOX = to_say("Shake the box before you open it.")
_SHAKE_ENVELOPES = to_say("Send the envelopes round together, and shake each before you open it.")
_SIDE_BY_SIDE = to_say(
    "Whoever types the sheets in sees one person’s marks side by side, without a name. Nothing "
    "keeps them together after that."
)
_FIRST_VOTE_ONLY = to_say(
    "The sheets hold the first vote on each statement. To vote again, change to hands or to turns "
    "on the laptop."
)
_SHRED_SLIPS = to_say("Shred the ballots once their result is shown.")
_SHRED_SHEETS = to_say("Shred the sheets once the last result is shown.")


def _by_set(workshop: Workshop) -> tuple[str, ...]:
    sets = ballot_sets(workshop)
    told = " · ".join(
        say("{mark}: {partners}", mark=letter, partners=", ".join(one.names))
        for letter, one in zip(LETTERS, sets, strict=False)
    )
    shared = [
        _shared(letter, one)
        for letter, one in zip(LETTERS, sets, strict=False)
        if len(one.partners) > 1
    ]
    return (say("Hand out by mark. {marks}.", marks=told), *shared)


def _shared(letter: str, one: BallotSet) -> str:
    return say(
        "{partners} share mark {mark}, since a partner with few people could be told by its "
        "ballots. Their results stand together, as “other partners”.",
        partners=all_of(one.names),
        mark=letter,
    )


def in_the_room(record: WorkshopRecord, form: BallotForm = BallotForm.SLIPS) -> tuple[str, ...]:
    """Return how ballots are used, and what the room is promised about them."""
    workshop = record.workshop
    sees = channel_line(Channel.PAPER, marked=come_in_sets(workshop))
    told = (promise(workshop.privacy, Channel.PAPER), sees)
    return (*handling(workshop, on_paper(workshop, form)), " ".join(told))


def set_columns() -> tuple[str, ...]:
    """Return what heads the columns of what to print."""
    return (say("Mark"), say("For"), say("People"), say("Ballots"), say("Pages"), say("Copies"))


def pages_in_words(first: int, last: int) -> str:
    """Return which pages to print, in a sentence."""
    if first == last:
        return say("page {page}", page=first)
    return say("pages {first} to {last}", first=first, last=last)


def page_range(first: int, last: int) -> str:
    """Return which pages to print, in a column."""
    if first == last:
        return str(first)
    return say("{first} to {last}", first=first, last=last)


def set_name(letter: str) -> str:
    """Return what a mark is called beside its shape; "" for none."""
    return say("Mark {letter}", letter=letter) if letter else ""


def label_line(pile: Pile) -> str:
    """Return what belongs into an envelope."""
    return say("{people}. Only ballots with this mark, folded.", people=people(pile.people))


def heads(record: WorkshopRecord) -> tuple[str, ...]:
    """Return what heads each statement's ballot after its action: its place, and lasting marks."""
    marks = short_marks(record.workshop, with_progress=False)
    total = len(record.workshop.framework.statements)
    return tuple(" · ".join((*marks, place_of(n, total))) for n in range(1, total + 1))


def place_of(number: int, total: int) -> str:
    """Return which of the statements this is."""
    return say("{number} of {total}", number=number, total=total)


def side_of(number: int, total: int) -> str:
    """Return which side of a sheet this is, and whether there is more; "" for the only one."""
    if total == 1:
        return ""
    if number < total:
        return say("Side {number} of {total}: please turn over", number=number, total=total)
    return say("Side {number} of {total}", number=number, total=total)


def choices(framework: Framework, statement: Statement) -> Sequence[tuple[str, str]]:
    """Return each point of the scale and what it means here, the lowest first, then "can't say"."""
    scale = framework.scale
    points = [
        (f"{p.value} {p.label}", statement.anchor(p.value) or p.description) for p in scale.points
    ]
    return (*points, (scale.cannot_say_label, scale.cannot_say_description))


@dataclass(frozen=True, slots=True)
class Row:
    """A statement on a ballot that holds them all, and which of them it is."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """An action on such a ballot."""

    title: str
    rows: tuple[Row, ...]

    def row_by_row(self) -> tuple[Part, ...]:
        """Return the same in parts of a row each; each names the action."""
        return tuple(Part(self.title, (row,)) for row in self.rows)


def parts_of(framework: Framework) -> tuple[Part, ...]:
    """Return every statement by action, numbered through."""
    numbers = count(1)
    return tuple(
        Part(action.short_title, tuple(Row(next(numbers), s.text) for s in action.statements))
        for action in framework.actions
        if action.statements
    )


def rows_of(parts: Sequence[Part], total: int) -> str:
    """Return which statements are on a side."""
    numbers = [row.number for part in parts for row in part.rows] or [1]
    return say_count(
        "Statement {first} of {n}",
        "Statements {first} to {last} of {n}",
        total,
        first=numbers[0],
        last=numbers[-1],
    )
