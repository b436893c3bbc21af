"""Twins: records that differ only in what may not be shown."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import strategies as st

from desktop_app.analysis.visibility import view_fist, view_priorities, view_round
from desktop_app.domain.channels import Channel
from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.results import Hidden
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.workshop import WorkshopRecord

from .rooms import rooms

Writer = Callable[[WorkshopRecord, Path], None]
Writers = Mapping[str, Writer]

_POINTS = 5
_some = st.lists(
    st.builds(
        Tally,
        st.sampled_from([Channel.HANDS, Channel.PAPER]),
        st.sampled_from(["", "a", "b", "c"]),
        st.integers(0, _POINTS),
        st.integers(1, 4),
    ),
    max_size=6,
).map(tuple)


def twin(draw: st.DrawFn, record: WorkshopRecord) -> WorkshopRecord:
    """Give a record of which exactly the same may be shown, with other hidden values."""
    workshop = record.workshop
    rounds = tuple(_other(draw, record, round_) for round_ in record.rounds)
    if isinstance(view_fist(workshop.fist, workshop.rules), Hidden):
        workshop = replace(workshop, fist=draw(st.permutations(workshop.fist).map(tuple)))
    vote = record.priority_vote
    if vote is not None and isinstance(view_priorities(vote, workshop.rules), Hidden):
        dots = tuple((key, draw(st.integers(0, 9))) for key, _ in vote.dots)
        other = replace(vote, dots=dots, concordance=draw(st.sampled_from([0.1, 0.9])))
        same = view_priorities(other, workshop.rules) == view_priorities(vote, workshop.rules)
        vote = other if same else vote
    return replace(record, workshop=workshop, rounds=rounds, priority_vote=vote)


def _other(draw: st.DrawFn, record: WorkshopRecord, round_: Round) -> Round:
    """Give a round with other votes and the same view, or the round itself where none was found."""
    shuffled = draw(st.permutations(sorted({tally.group for tally in round_.tallies})))
    choices = (
        draw(_some),
        _regrouped(round_.tallies, shuffled),
        _merged_otherwise(record, round_),
        tuple(replace(tally, channel=Channel.PAPER) for tally in round_.tallies),
    )
    changed = [replace(round_, tallies=tallies) for tallies in choices]
    wanted = _view(record, round_)
    fitting = [one for one in changed if one != round_ and _view(record, one) == wanted]
    if round_.state is not RoundState.REVEALED:
        assert fitting or changed[0] == round_
    other = draw(st.sampled_from(fitting)) if fitting else round_
    settled = None if other.state is RoundState.REVEALED else draw(st.sampled_from([None, 2]))
    return other if settled is None else replace(other, settled_point=settled)


def _view(record: WorkshopRecord, round_: Round) -> object:
    """Return what may be told of a vote: the ways in which it was cast too, where it is shown."""
    workshop = record.workshop
    view = view_round(round_, _POINTS, workshop.rules, workshop.privacy)
    if isinstance(view.whole, Hidden):
        return view
    return view, {tally.channel for tally in round_.tallies if tally.votes}


def _regrouped(tallies: Sequence[Tally], labels: Sequence[str]) -> tuple[Tally, ...]:
    """Give the same votes with the groups' names exchanged."""
    names = dict(zip(sorted({tally.group for tally in tallies}), labels, strict=True))
    return tuple(replace(tally, group=names[tally.group]) for tally in tallies)


def _merged_otherwise(record: WorkshopRecord, round_: Round) -> tuple[Tally, ...]:
    """Give the same votes with the names of two groups that are shown as one exchanged."""
    workshop = record.workshop
    view = view_round(round_, _POINTS, workshop.rules, workshop.privacy)
    merged = sorted({name for group in view.groups for name in group.merged})
    names = dict(zip(merged, reversed(merged), strict=True))
    return tuple(replace(t, group=names.get(t.group, t.group)) for t in round_.tallies)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[WorkshopRecord, WorkshopRecord]:
    """Give a room and its twin."""
    record = draw(rooms())
    return record, twin(draw, record)


def same(writers: Writers, *both: WorkshopRecord) -> None:
    """Fail where a writer writes other bytes, or other files into a folder, of one than another."""
    with tempfile.TemporaryDirectory() as folder:
        for name, write in writers.items():
            written = []
            for number, record in enumerate(both):
                target = Path(folder) / str(number) / name
                target.parent.mkdir(exist_ok=True)
                written.append(_written(write, record, target))
            assert written[0] == written[1], name


def _written(write: Writer, record: WorkshopRecord, target: Path) -> list[tuple[str, str]]:
    try:
        write(record, target)
    except OutputProblem as refused:  # there is nothing to write, which must tell nothing either
        return [("refused", str(refused))]
    return _digests(target)


def _digests(target: Path) -> list[tuple[str, str]]:
    """Return what was written by digests: a difference of whole files takes for ever to print."""
    files = sorted(target.rglob("*")) if target.is_dir() else [target]
    return [(file.name, hashlib.sha256(file.read_bytes()).hexdigest()) for file in files]
