"""A workshop and its follow-up, and twins of both that differ only in what may not be shown.

The follow-up is begun, told and promised by the product's own use cases.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from desktop_app.application.following import Following
from desktop_app.application.planning import Planning
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.errors import NotFound
from desktop_app.domain.framework import Framework, Statement
from desktop_app.domain.plan import Commitment, TakenFor
from desktop_app.domain.workshop import WorkshopRecord
from tests.exports.rooms import NOON, sound
from tests.exports.twins import pairs
from tests.unit.fakes import FakeLibrary, Ids

Days = tuple[WorkshopRecord, WorkshopRecord]
"""A workshop and its follow-up."""


class Twins:
    """Two such pairs of days; no dataclass, of which hypothesis would print too much."""

    def __init__(self, first: Days, second: Days) -> None:
        self.first, self.second = first, second


MAY = date(2027, 5, 14)
PLAN = tuple(
    Commitment(
        key,
        "w1",
        place,
        title,
        "T",
        f"T-L1 {TakenFor('T1', 1, None).key}",
        because="In the first vote 8 of 12 rated “T1” 1 or 2.",
        owner="Chair",
        due=MAY,
    )
    for place, (key, title) in enumerate((("c1", "Rotate the chair"), ("c2", "One page")))
)


def _as_it_was(then: WorkshopRecord) -> WorkshopRecord:
    return then


def _reworded(then: WorkshopRecord) -> WorkshopRecord:
    return _worded(then, {"T1": lambda one: replace(one, text="say what nobody says today")})


def _dropped_since(then: WorkshopRecord) -> WorkshopRecord:
    gone = _worded(then, {"T2": lambda one: replace(one, id="T9")})
    rounds = (replace(r, statement_id="T9") if r.statement_id == "T2" else r for r in then.rounds)
    return replace(gone, rounds=tuple(rounds))


def _added_since(then: WorkshopRecord) -> WorkshopRecord:
    less = _worded(then, {"A1": lambda _one: None})
    return replace(less, rounds=tuple(r for r in then.rounds if r.statement_id != "A1"))


def _rescaled_since(then: WorkshopRecord) -> WorkshopRecord:
    return _with(then, replace(then.workshop.framework, scale=sound(7).scale))


EDITIONS = (_as_it_was, _as_it_was, _reworded, _dropped_since, _added_since, _rescaled_since)
"""How the framework was another one at the earlier workshop; twice as often it was not."""


def _worded(
    then: WorkshopRecord, changes: dict[str, Callable[[Statement], Statement | None]]
) -> WorkshopRecord:
    framework = then.workshop.framework
    actions = []
    for action in framework.actions:
        found = (changes.get(s.id, lambda one: one)(s) for s in action.statements)
        actions.append(replace(action, statements=tuple(s for s in found if s is not None)))
    return _with(then, replace(framework, actions=tuple(actions)))


def _with(then: WorkshopRecord, framework: Framework) -> WorkshopRecord:
    return replace(then, workshop=replace(then.workshop, framework=framework))


class _NoFiles:
    """No file can be read."""

    def read(self, path: Path, new_id: Callable[[], str]) -> WorkshopRecord:
        raise NotFound("None")


def held_after(then: WorkshopRecord, now: WorkshopRecord) -> WorkshopRecord:
    """Return a day that follows another one and on which the room voted as `now` says."""
    library, ids = FakeLibrary(then), Ids()
    following = Following(library, _NoFiles(), lambda: NOON + timedelta(days=364), ids)
    key = following.begin(then.workshop.id).value
    first, second = library.record(key).workshop.earlier[0].commitments
    following.tell(key, Progress(first.identity, Standing.STUCK), Progress(first.identity))
    following.tell(key, Progress(second.identity, Standing.DONE), Progress(second.identity))
    Planning(library, ids).take_again(key, first)
    made = library.record(key)
    day = replace(
        now.workshop,
        id=key,
        title=made.workshop.title,
        identity=made.workshop.identity,
        agenda=made.workshop.agenda,
        held_on=MAY + timedelta(days=364),
        earlier=made.workshop.earlier,
        progress=made.workshop.progress,
    )
    return replace(now, workshop=day, commitments=made.commitments)


@st.composite
def two_days(draw: st.DrawFn) -> Twins:
    """Give a workshop with its follow-up, and a twin of each."""
    edition = draw(st.sampled_from(EDITIONS))
    thens, nows = draw(pairs()), draw(pairs())
    first, second = (
        (then, held_after(then, now))
        for then, now in zip((_planned(edition(then)) for then in thens), nows, strict=True)
    )
    return Twins(first, second)


def _planned(then: WorkshopRecord) -> WorkshopRecord:
    held = replace(then.workshop, held_on=MAY, partnership="Harbour")
    return replace(then, workshop=held, commitments=PLAN)
