"""Scenes: all that the room may see, as plain values. What is not in a scene cannot leak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.domain.framework import Scale
from desktop_app.domain.results import Result

from .aside_scenes import FistAsked, NoteShown, QuestionAsked, StatementsListed, StepsOffered
from .break_scenes import BreakShown, SlideShown
from .door import Spoken
from .parking_lot import ParkingLot
from .priority_scenes import DotsOpen, DotsShown, ImportanceBesideLevel, Priorities


@dataclass(frozen=True, slots=True)
class Blank(Spoken):
    """Nothing: the room looks at each other, not at the wall."""


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
    """A statement with its scale, before a vote."""

    kicker: str
    sentence: str
    cards: tuple[Card, ...]
    footer: str
    mark: str = ""


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


@dataclass(frozen=True, slots=True)
class VoteClosed(Spoken):
    """A closed vote that waits for its reveal."""

    kicker: str
    sentence: str
    count_text: str
    footer: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Revealed(Spoken):
    """One round's result in bars and in words."""

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
    hint: str
    mark: str = ""
    settled: str = ""


@dataclass(frozen=True, slots=True)
class Compared(Spoken):
    """Two rounds of one statement side by side; `names` are theirs, the earlier one's first.

    `agreements` and `moved` say what changed, without praise.
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


@dataclass(frozen=True, slots=True)
class GroupPart:
    """One partner's result, or several merged, or None with a sentence for why it is hidden.

    `detail` is left out where many parts share the stage.
    """

    label: str
    merged: str
    result: Result | None
    words: str
    detail: str = ""


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


@dataclass(frozen=True, slots=True)
class RevealedHidden(Spoken):
    """A round whose figures stay hidden, and why."""

    kicker: str
    statement: str
    verdict: str
    reason: str
    footer: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One bar of a picture: pooled or own counts, or None with a word for why there is none."""

    label: str
    counts: tuple[int, ...] | None
    level: str
    agreement: str
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Picture(Spoken):
    """Several bars under one title: an action's statements, or all actions."""

    kicker: str
    title: str
    rows: tuple[PictureRow, ...]
    scale: Scale
    footer: str
    prompt: str = ""
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
    more: str
    empty: str
    mark: str = ""
    fist: tuple[int, ...] = ()
    fist_name: str = ""
    fist_text: str = ""
    fist_question: str = ""


@dataclass(frozen=True, slots=True)
class Closing(Spoken):
    """The end of the day: headline, plan, parked points, when to look again, thanks.

    `parked_text` says all parked points in one line.
    """

    kicker: str
    title: str
    headline: str
    lines: tuple[PlanLine, ...]
    more: str
    parked: tuple[str, ...]
    review: str
    mark: str = ""
    parked_text: str = ""


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
    | StepsOffered
    | NoteShown
    | FistAsked
    | BreakShown
    | SlideShown
)
