"""What a follow-up keeps of the workshops before it, and what became of their commitments.

A copy is frozen when the follow-up begins and holds only what the earlier workshop itself shows:
whoever holds it knows nothing that its papers do not tell. It is all that anything ever reads of
an earlier workshop, which may be gone, changed, or on another laptop.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Final

from .channels import Channel
from .plan import Commitment
from .result_rules import ResultRules

MAX_EARLIER: Final = 20
"""The most earlier workshops that a follow-up keeps; the oldest are let go."""
MAX_WORD: Final = 300
"""The most characters of a word on what became of a commitment."""


@dataclass(frozen=True, slots=True)
class EarlierPart:
    """One part of the room that was shown by itself.

    `names`: the partner's, or those of the partners that were shown `merged` as one part.
    `counts`: f_1..f_K.
    """

    names: tuple[str, ...]
    counts: tuple[int, ...]
    cannot_say: int
    merged: bool = False


@dataclass(frozen=True, slots=True)
class EarlierVote:
    """A statement's first vote as it was shown: one that was never revealed is none.

    `counts`: f_1..f_K of the whole room, () where they were hidden; then `cannot_say` is 0 and
    there are no `parts`. `channel`: how people voted.
    """

    channel: Channel
    present: int
    counts: tuple[int, ...] = ()
    cannot_say: int = 0
    parts: tuple[EarlierPart, ...] = ()

    @property
    def is_hidden(self) -> bool:
        """Return whether there was a vote of which nothing was shown."""
        return not self.counts


@dataclass(frozen=True, slots=True)
class EarlierStatement:
    """A statement as it was worded: `text` is the whole sentence, `labels` the scale's points.

    `vote` is None where it was not rated.
    """

    id: str
    action_id: str
    name: str
    text: str
    labels: tuple[str, ...]
    vote: EarlierVote | None = None


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action by its titles at that time."""

    id: str
    title: str
    short_title: str


@dataclass(frozen=True, slots=True)
class EarlierCommitment:
    """What was taken on and still open when the follow-up began.

    `identity` is the commitment's own, wherever it goes. `step_ids` are those of the bank.
    `promised_on`: the day of the workshop at which it was taken on.
    """

    identity: str
    title: str
    action_id: str | None = None
    step_ids: tuple[str, ...] = ()
    how: str = ""
    leans_on: tuple[str, ...] = ()
    owner: str = ""
    due: date | None = None
    measure: str = ""
    first_move: str = ""
    promised_on: date | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A workshop as it stood when a follow-up began from it.

    `identity` and `revision` are its own; `rules` those that its results were made by. `partners`
    are the names of the partners in the room where there were any.
    """

    identity: str
    revision: int
    title: str
    framework_id: str
    framework_version: str
    framework_title: str
    present: int
    partnership: str = ""
    held_on: date | None = None
    partners: tuple[str, ...] = ()
    rules: ResultRules = field(default_factory=ResultRules)
    actions: tuple[EarlierAction, ...] = ()
    statements: tuple[EarlierStatement, ...] = ()
    commitments: tuple[EarlierCommitment, ...] = ()

    def statement(self, statement_id: str) -> EarlierStatement | None:
        """Return the statement with an id, None where there was none."""
        return next((one for one in self.statements if one.id == statement_id), None)


class Standing(Enum):
    """What became of a commitment."""

    DONE = "done"
    UNDER_WAY = "under_way"
    STUCK = "stuck"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Return whether something is still to be done about it."""
        return self in {Standing.UNDER_WAY, Standing.STUCK}


@dataclass(frozen=True, slots=True)
class Progress:
    """What the follow-up knows of one commitment of the workshop before, by its identity.

    `standing` is None until it is said; `due` is its new date, None where it has none.
    """

    commitment: str
    standing: Standing | None = None
    word: str = ""
    due: date | None = None

    @property
    def is_open(self) -> bool:
        """Return whether the commitment is neither done nor dropped."""
        return self.standing is None or self.standing.is_open


def progress_of(progress: Iterable[Progress], identity: str) -> Progress:
    """Return what is known of a commitment; one that says nothing where that is nothing."""
    return next((one for one in progress if one.commitment == identity), Progress(identity))


def with_progress(progress: Sequence[Progress], news: Progress) -> tuple[Progress, ...]:
    """Return what is known with one commitment's news in place of what was known of it."""
    others = tuple(one for one in progress if one.commitment != news.commitment)
    return others if news == Progress(news.commitment) else (*others, news)


def still_open(
    commitments: Iterable[EarlierCommitment],
    progress: Collection[Progress],
    taken_again: Collection[str],
) -> Iterator[EarlierCommitment]:
    """Yield the commitments neither done, dropped nor taken on again, with their latest dates."""
    for one in commitments:
        known = progress_of(progress, one.identity)
        if known.is_open and one.identity not in taken_again:
            yield replace(one, due=known.due or one.due)


def as_earlier(taken: Commitment, promised_on: date | None) -> EarlierCommitment:
    """Return a commitment as a follow-up keeps it: without the votes that its reason counts."""
    return EarlierCommitment(
        taken.identity,
        taken.title,
        taken.action_id,
        taken.step_ids,
        taken.how,
        taken.leans_on,
        taken.owner,
        taken.due,
        taken.measure,
        taken.first_move,
        promised_on,
    )
