"""Scenes that the facilitator puts beside the step's own: plain values, named in scenes.scene."""

from __future__ import annotations

from dataclasses import dataclass

from .door import Spoken


@dataclass(frozen=True, slots=True)
class QuestionAsked(Spoken):
    """One question to talk about, or a part of it: `how` to, and for how long, or "".

    `place`: which of the step's questions it is, from 0.
    """

    kicker: str
    question: str
    how: str
    time: str
    mark: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class PointMeant(Spoken):
    """One point of the scale and what it means at a statement; `number` is "" for "can't say"."""

    kicker: str
    number: str
    label: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StatementRead(Spoken):
    """A statement too long to stand beside its scale, or a part of it; `lead` begins it, or ""."""

    kicker: str
    lead: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One statement by its name on stage, in full, and in words what its last vote shows."""

    name: str
    text: str
    words: str


@dataclass(frozen=True, slots=True)
class StatementsListed(Spoken):
    """The statements of an action in full; of many, those of one screen."""

    kicker: str
    title: str
    lines: tuple[StatementLine, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class StatementBar:
    """One statement by its name on stage with its counts, or None and a word for why none are.

    `strong`: low, or views that oppose, so that the room finds it first. `words` say what the bar
    shows to those who do not see it; no figure.
    """

    name: str
    counts: tuple[int, ...] | None
    words: str
    strong: bool = False
    opposing: bool = False
    hidden: bool = False
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ActionBars:
    """An action's statements around one middle line; of many, those of one column."""

    title: str
    bars: tuple[StatementBar, ...]


@dataclass(frozen=True, slots=True)
class StatementsSeen(Spoken):
    """The statements of the day by their names, in columns; `how` says how to read the bars."""

    kicker: str
    columns: tuple[tuple[ActionBars, ...], ...]
    how: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One recommended step with the letter it is called by; `taken` once it is in the plan."""

    letter: str
    title: str
    taken: bool


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Steps that are offered for one reason; `later` says that something else comes first."""

    name: str
    because: str
    lines: tuple[OfferLine, ...]
    later: str = ""


@dataclass(frozen=True, slots=True)
class StepsOffered(Spoken):
    """Recommended steps to choose from, and the plan as it grows.

    `taken`: the word beside a step that is in the plan. `plan` says how much is in the plan, ""
    while nothing is; `listed` are its steps, the newest first, as many as have room.
    """

    kicker: str
    title: str
    groups: tuple[OfferGroup, ...]
    taken: str
    plan: str
    listed: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class NoteShown(Spoken):
    """One note that the room looks at; of a long one, what has room."""

    kicker: str
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class FistAsked(Spoken):
    """The question of a fist to five, before hands go up; `ends` says what its ends mean."""

    kicker: str
    question: str
    ends: tuple[str, str]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PairOfBars:
    """One name with its ratings then and now, and the words beside them.

    None where nothing is drawn; `few`: because there were too few ratings then, or now. `strong`:
    it moved.
    """

    name: str
    then: tuple[int, ...] | None
    now: tuple[int, ...] | None
    words: str
    strong: bool = False
    few: tuple[bool, bool] = (False, False)


@dataclass(frozen=True, slots=True)
class ThenAndNowSeen(Spoken):
    """An earlier workshop beside this one: thin bars are then, thick ones now.

    `foot`: who was there, or what to make of the moves.
    """

    kicker: str
    title: str
    rows: tuple[PairOfBars, ...]
    foot: str
    mark: str = ""
