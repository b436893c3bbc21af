"""Scenes: all that the room may see, as plain values. What is not in a scene cannot leak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result

from .aside_scenes import (
    FistAsked,
    NoteShown,
    PointMeant,
    QuestionAsked,
    StatementRead,
    StatementsListed,
    StatementsSeen,
    StepsOffered,
    ThenAndNowSeen,
)
from .break_scenes import BreakShown, SlideShown
from .door import Spoken
from .parking_lot import ParkingLot
from .priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel, Priorities
from .since_scenes import SinceLastTime


@dataclass(frozen=True, slots=True)
class Blank(Spoken):
    """Nothing: the room looks at each other, not at the wall; in `black`, or the stage's colour."""

    black: bool = True


@dataclass(frozen=True, slots=True)
class Welcome(Spoken):
    """Title, purpose, ground rules and how privacy works today."""

    kicker: str
    title: str
    purpose: str
    ground_rules: tuple[str, ...]
    privacy: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One point as it can be picked: 1..K, or 0 for "can't say"."""

    point: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class StatementShown(Spoken):
    """A statement with its scale, before a vote.

    `lead` is what its sentence begins with, `name` what it is called where that is too long.
    """

    kicker: str
    sentence: str
    cards: tuple[Card, ...]
    footer: str
    mark: str = ""
    lead: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class VoteOpen(Spoken):
    """A vote under way: how many are in, never what they chose.

    `by_hands`: the facilitator counts hands; `asked` says whose, in a room with partners.

    The same whoever votes, by whatever channel: no pick, no partner. `footer`: who can see what.
    """

    round_id: str
    kicker: str
    sentence: str
    cards: tuple[Card, ...]
    footer: str
    ballots_in: int
    present: int
    count_text: str
    mark: str = ""
    by_hands: bool = False
    asked: str = ""
    lead: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class VoteClosed(Spoken):
    """A closed vote that waits for its reveal; `cards` are a statement's scale."""

    kicker: str
    sentence: str
    count_text: str
    footer: str
    mark: str = ""
    cards: tuple[Card, ...] = ()
    lead: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Revealed(Spoken):
    """One round's result in bars and in words.

    The room reads verdict, `counts`, and `agreed` where there is an agreed view, else `question`;
    the console says the rest of it too.
    """

    round_id: str
    kicker: str
    statement: str
    scale: Scale
    result: Result
    verdict: str
    meaning: str
    middle: str
    level: str
    remarks: tuple[str, ...]
    footer: str
    mark: str = ""
    settled: str = ""
    counts: str = ""
    question: str = ""
    agreed: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Compared(Spoken):
    """Two rounds of one statement side by side; `names` are theirs, the earlier one's first.

    `verdicts` are their agreements in words, `name` the statement's name on stage. The console also
    says what changed, without praise: `agreements` and `moved`.
    """

    kicker: str
    statement: str
    scale: Scale
    before: Result
    after: Result
    names: tuple[str, str]
    moved: str
    agreements: str
    settled: str
    footer: str
    mark: str = ""
    verdicts: tuple[str, str] = ("", "")
    name: str = ""
    votes: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class GroupPart:
    """One partner's result, or several merged, or None with a sentence for why it is hidden.

    `short` says the latter in the place of a bar; the console also says `detail`.
    """

    label: str
    merged: str
    result: Result | None
    words: str
    detail: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class ByGroup(Spoken):
    """One round's result by partner, where that may be shown."""

    kicker: str
    statement: str
    scale: Scale
    parts: tuple[GroupPart, ...]
    footer: str
    mark: str = ""
    settled: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class RevealedHidden(Spoken):
    """A round whose figures stay hidden, and why."""

    kicker: str
    statement: str
    verdict: str
    reason: str
    footer: str
    mark: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One bar of a picture: pooled or own counts, or None with a word for why there is none.

    `strong`: low, or views that oppose, so that the room finds it first. `hidden`: there are
    counts, and they may not be shown.
    """

    label: str
    counts: tuple[int, ...] | None
    level: str
    agreement: str
    empty: str = ""
    strong: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Picture(Spoken):
    """Several bars under one title: an action's statements, or all actions."""

    kicker: str
    title: str
    rows: tuple[PictureRow, ...]
    scale: Scale
    footer: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One commitment as the room reads it."""

    title: str
    owner: str
    due: str


@dataclass(frozen=True, slots=True)
class Plan(Spoken):
    """The headline and the commitments taken on so far; `empty` says what to do if none are.

    `fist`: how many hold up 0 (a fist) to 5 fingers for the plan; empty where none may be shown.
    """

    kicker: str
    title: str
    headline: str
    lines: tuple[PlanLine, ...]
    empty: str
    mark: str = ""
    fist: tuple[int, ...] = ()
    fist_name: str = ""
    fist_text: str = ""
    fist_question: str = ""


@dataclass(frozen=True, slots=True)
class Closing(Spoken):
    """The end of the day: headline, plan, parked points, when to look again, thanks."""

    kicker: str
    title: str
    headline: str
    lines: tuple[PlanLine, ...]
    parked: tuple[str, ...]
    review: str
    mark: str = ""


Scene: TypeAlias = (
    Blank
    | Welcome
    | StatementShown
    | VoteOpen
    | VoteClosed
    | Revealed
    | Compared
    | ByGroup
    | RevealedHidden
    | Picture
    | DotsShown
    | DotsOpen
    | Priorities
    | ImportanceBesideLevel
    | Plan
    | Closing
    | ParkingLot
    | QuestionAsked
    | StatementsListed
    | StatementsSeen
    | StepsOffered
    | PointMeant
    | StatementRead
    | NoteShown
    | FistAsked
    | ThenAndNowSeen
    | BreakShown
    | SlideShown
    | SinceLastTime
)
