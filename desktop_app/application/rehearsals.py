"""Use cases of a rehearsal: a copy of a workshop filled with pretend ballots, then thrown away.

The real workshop is never touched. A rehearsal's title says what it is wherever it is listed.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import RuleProblem
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.rounds import Ballot, Round, RoundState
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.texts import phrase
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.scenes.kept_words import kept_words

from .outcome import Outcome, done
from .round_rules import as_seen
from .workshops import MAX_TITLE

_CANNOT_SAY = 0.06
_SHAPES = ("high", "low", "middle", "opposing", "spread", "unsure")
"""What a pretend room looks like; one after another, so that a rehearsal shows each result."""


class Rehearsals:
    """Begin, fill and end rehearsals."""

    def __init__(
        self, library: Library, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._library = library
        self._clock = clock
        self._new_id = new_id

    def begin(self, workshop_id: str) -> Outcome[str]:
        """Make a copy of a workshop as it was prepared, without its votes; give the copy's id."""
        with self._library.writing() as work:
            workshop = work.workshop(workshop_id)
            if workshop.is_rehearsal:
                raise RuleProblem("This is a rehearsal already. End it to begin another one.")
            now = self._clock()
            copy = replace(
                _as_prepared(workshop),
                id=self._new_id(),
                title=_marked(workshop),
                rehearsal_of=workshop.id,
                identity=self._new_id(),
                revision=1,
                created_at=now,
                updated_at=now,
            )
            work.add_workshop(copy)
            work.commit()
        return Outcome(Changes.LIBRARY | Changes.WORKSHOP, copy.id)

    def fill_round(self, round_id: str) -> Outcome[None]:
        """Fill an open round of a rehearsal with a pretend ballot for everybody still missing."""
        with self._library.writing() as work:
            round_ = work.round(round_id)
            workshop = _rehearsed(work, round_.workshop_id)
            if round_.state is not RoundState.OPEN:
                raise RuleProblem("This vote is closed. Open a new one to fill it.")
            _fill(work, workshop, round_)
            work.commit()
        return done(Changes.ROUND | Changes.STAGE)

    def fill_all(self, workshop_id: str) -> Outcome[int]:
        """Take and reveal a pretend vote on every statement without one; give how many."""
        with self._library.writing() as work:
            workshop = _rehearsed(work, workshop_id)
            missing = _without_result(work.record(workshop_id))
            for statement_id, round_ in missing:
                self._take(work, workshop, statement_id, round_)
            work.commit()
        return Outcome(Changes.ROUND | Changes.STAGE, len(missing))

    def end(self, workshop_id: str) -> Outcome[str]:
        """Remove a rehearsal with all that is in it; give the id of the real workshop.

        It is "" where that is not in this library: the rehearsal came from another laptop.
        """
        with self._library.writing() as work:
            workshop = _rehearsed(work, workshop_id)
            work.delete_workshop(workshop_id)
            here = {summary.id for summary in work.summaries()}
            work.commit()
        real = workshop.rehearsal_of
        return Outcome(Changes.LIBRARY, real if real in here else "")

    def _take(
        self, work: Work, workshop: Workshop, statement_id: str, round_: Round | None
    ) -> None:
        if round_ is None:
            round_ = Round(
                id=self._new_id(),
                workshop_id=workshop.id,
                statement_id=statement_id,
                ordinal=1,
                channel=workshop.channel,
                state=RoundState.OPEN,
                present=workshop.present,
            )
            work.add_round(round_)
        if round_.state is RoundState.OPEN:
            _fill(work, workshop, round_)
        work.reveal_round(as_seen(work, round_))


def _marked(workshop: Workshop) -> str:
    """Return the title of a rehearsal, which says so in the workshop's language."""
    title = _rehearsal_of(workshop, workshop.title)
    over = max(0, len(title) - MAX_TITLE)
    return _rehearsal_of(workshop, workshop.title[: len(workshop.title) - over]) if over else title


def _rehearsal_of(workshop: Workshop, title: str) -> str:
    return kept_words(workshop.language, phrase("Rehearsal: {title}", title=title))


def _as_prepared(workshop: Workshop) -> Workshop:
    """Return a workshop as it was before its day began."""
    return replace(
        workshop,
        status=WorkshopStatus.PREPARED,
        position="welcome",
        headline="",
        review_on=None,
        fist=(),
        is_sample=False,
    )


def _rehearsed(work: Work, workshop_id: str) -> Workshop:
    workshop = work.workshop(workshop_id)
    if not workshop.is_rehearsal:
        raise RuleProblem("Pretend ballots are for a rehearsal only. Begin one first.")
    return workshop


def _without_result(record: WorkshopRecord) -> list[tuple[str, Round | None]]:
    """Return the statements that have no revealed round, each with its round under way."""
    ids = [statement.id for statement in record.workshop.framework.statements]
    return [(key, record.latest_round(key)) for key in ids if not record.last_revealed(key)]


def _fill(work: Work, workshop: Workshop, round_: Round) -> None:
    points = pretend_points(workshop, round_)
    everybody = list(zip(_groups(workshop, round_.present), points, strict=True))
    missing = _without_those_in(everybody, round_)
    if not round_.channel.traits.counted:
        for group, point in missing:
            work.add_ballot(round_, Ballot(point, group))
        return
    for label in dict.fromkeys(group for group, _ in missing):
        counts = list(round_.hand_counts(workshop.framework.scale.size, label))
        for group, point in missing:
            counts[point] += group == label
        work.set_hand_counts(round_, counts, label)


def _without_those_in(everybody: list[tuple[str, int]], round_: Round) -> list[tuple[str, int]]:
    """Return who has not voted yet, as far as the groups of the ballots tell."""
    known = dict(round_.in_by_group)
    known[""] = round_.ballots_in - sum(known.values())
    missing = []
    for group, point in everybody:
        if known.get(group, 0) > 0:
            known[group] -= 1
        else:
            missing.append((group, point))
    return missing[: max(0, round_.present - round_.ballots_in)]


def _groups(workshop: Workshop, present: int) -> list[str]:
    """Return a group for each person in the room, "" for those beyond the groups."""
    labels = [group.label for group in workshop.groups for _ in range(group.people)]
    return [*labels, *[""] * present][:present]


def pretend_points(workshop: Workshop, round_: Round) -> list[int]:
    """Return a plausible rating for each person in the room, 0 for "can't say".

    The same round of the same workshop is always filled alike; a second vote comes closer
    together, as rooms that have talked often do.
    """
    ids = [s.id for s in workshop.framework.statements]
    place = ids.index(round_.statement_id) if round_.statement_id in ids else 0
    shape = "high" if round_.ordinal > 1 else _SHAPES[place % len(_SHAPES)]
    dice = random.Random(f"{round_.statement_id} {round_.ordinal}")  # noqa: S311 - no secret
    return [_point(dice, shape, workshop.framework.scale.size) for _ in range(round_.present)]


def _point(dice: random.Random, shape: str, size: int) -> int:
    if dice.random() < (0.4 if shape == "unsure" else _CANNOT_SAY):
        return 0
    centre = {
        "high": 0.82,
        "low": 0.22,
        "middle": 0.55,
        "opposing": dice.choice((0.08, 0.92)),
        "spread": dice.random(),
        "unsure": 0.5,
    }[shape]
    width = {"opposing": 0.06, "spread": 0.3, "high": 0.12}.get(shape, 0.16)
    share = min(max(dice.gauss(centre, width), 0.0), 0.999)
    return 1 + int(share * size)
