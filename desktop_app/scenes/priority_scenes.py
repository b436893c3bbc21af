"""Scenes of the dots: given out, placed, listed, and importance beside level."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.charts.four_field import FieldWords

from .door import Spoken


@dataclass(frozen=True, slots=True)
class DotCard:
    """One action as it can be given dots; `point` is its number and its key."""

    point: int
    label: str


@dataclass(frozen=True, slots=True)
class DotsShown(Spoken):
    """The actions before the vote, and what each person may do."""

    kicker: str
    title: str
    cards: tuple[DotCard, ...]
    footer: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class DotsOpen(Spoken):
    """A vote on priorities under way: how much is in, never where.

    `ballots_in` of `present` are people where whole people vote, else dots. `footer`: who can see
    what.
    """

    vote_id: str
    kicker: str
    title: str
    cards: tuple[DotCard, ...]
    footer: str
    dots_each: int
    ballots_in: int
    present: int
    count_text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PriorityLine:
    """One action of the list as the room reads it."""

    label: str
    dots: int
    words: str


@dataclass(frozen=True, slots=True)
class Priorities(Spoken):
    """What matters most now: the actions with their dots, most first."""

    kicker: str
    title: str
    rows: tuple[PriorityLine, ...]
    note: str
    footer: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ImportanceLine:
    """One action beside the picture: its number, dots and ratings in words."""

    number: int
    label: str
    share: float
    upper: float
    dots_words: str
    words: str
    close: bool


@dataclass(frozen=True, slots=True)
class ImportanceBesideLevel(Spoken):
    """Four fields: how much an action matters beside where its weakest statement lies.

    `even`: the share of dots that each action would have if all mattered alike.
    """

    kicker: str
    title: str
    rows: tuple[ImportanceLine, ...]
    even: float
    words: FieldWords
    warning: str
    footer: str
    mark: str = ""
