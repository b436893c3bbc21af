"""Every output is the same, byte by byte, whatever the values are that may not be shown.

What an output does not depend on cannot be read or worked out from it, in whichever way it is
written: figures, words, alt texts, lengths of bars. What may be shown is checked in test_secrets.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings

from desktop_app.analysis.earlier import earlier_of
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.pictures import pictures_of, svg_bytes
from desktop_app.report.action_plan import write_action_plan
from desktop_app.report.full_report import write_full_report
from desktop_app.report.posters import write_posters
from desktop_app.report.summary import write_summary
from tests.exports.readers import WRITERS
from tests.exports.rooms import sample
from tests.exports.twins import Writers, pairs, same

DATA = {name: write for name, write in WRITERS.items() if name != "overview.png"}
PAPERS: Writers = {
    "summary.pdf": write_summary,
    "report.pdf": write_full_report,
    "plan.pdf": write_action_plan,
    "posters.pdf": write_posters,
}


@pytest.mark.slow
@settings(max_examples=40)
@given(pairs())
def test_data_and_pictures_do_not_depend_on_what_is_hidden(
    pair: tuple[WorkshopRecord, WorkshopRecord],
) -> None:
    assume(pair[0] != pair[1])
    same(DATA, *pair)
    pictures = [[(p.name, svg_bytes(p, one.workshop)) for p in pictures_of(one)] for one in pair]
    assert pictures[0] == pictures[1]


@pytest.mark.slow
@settings(max_examples=8)
@given(pairs())
def test_documents_do_not_depend_on_what_is_hidden(
    pair: tuple[WorkshopRecord, WorkshopRecord],
) -> None:
    assume(pair[0] != pair[1])
    same(PAPERS, *pair)


@pytest.mark.slow
@settings(max_examples=4)
@given(pairs())
def test_a_follow_up_does_not_depend_on_what_was_hidden_then(
    pair: tuple[WorkshopRecord, WorkshopRecord],
) -> None:
    assume(pair[0] != pair[1])
    now = sample()
    first, second = (
        replace(now, workshop=replace(now.workshop, earlier=(earlier_of(then),))) for then in pair
    )
    same(DATA, first, second)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_the_whole_sample_before_its_reveal_says_nothing(state: RoundState) -> None:
    record = sample()
    vote = record.priority_vote
    assert vote is not None
    hidden = replace(
        record,
        rounds=tuple(replace(r, state=state) for r in record.rounds),
        priority_vote=replace(vote, state=state),
    )
    turned = replace(
        hidden,
        rounds=tuple(
            replace(r, tallies=tuple(replace(t, point=5 - t.point) for t in r.tallies))
            for r in hidden.rounds
        ),
        priority_vote=replace(vote, state=state, dots=vote.dots[::-1], concordance=0.01),
    )
    same({**DATA, **PAPERS}, hidden, turned)


@pytest.mark.slow
def test_what_is_shown_does_make_a_difference() -> None:
    record = sample()
    first, *others = record.rounds
    other = replace(first, tallies=tuple(replace(t, point=5 - t.point) for t in first.tallies))
    changed = replace(record, rounds=(other, *others))
    for name, write in {**DATA, **PAPERS}.items():
        if name not in ("dates.ics", "posters.pdf", "plan.pdf"):
            with pytest.raises(AssertionError):
                same({name: write}, record, changed)
