"""What each use case says it touched, and that taking it back leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from desktop_app.application.notes import Notes
from desktop_app.application.outcome import Outcome
from desktop_app.application.planning import Planning, Wording, open_recommendations
from desktop_app.application.priorities import Priorities
from desktop_app.application.rehearsals import Rehearsals
from desktop_app.application.rounds import Rounds
from desktop_app.application.workshops import Workshops
from desktop_app.domain.changes import Changes
from desktop_app.domain.channels import Channel
from desktop_app.domain.people import People
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.undo import UndoKind

from .builders import make_framework, make_record, make_round, make_workshop
from .fakes import Clock, FakeFrameworks, FakeLibrary, Ids

ROUND, STAGE, PLAN = Changes.ROUND, Changes.STAGE, Changes.PLAN
T1 = Step(StepKind.STATEMENT, "T1")


class Day:
    """A workshop whose first statement is revealed, with all that can be done in it."""

    def __init__(self) -> None:
        workshop = make_workshop(make_framework(actions="TA"), present=12)
        self.library = FakeLibrary(
            make_record(make_round("T1", (6, 4, 2, 0, 0)), workshop=workshop)
        )
        ids, clock = Ids(), Clock()
        self.rounds = Rounds(self.library, ids)
        self.dots = Priorities(self.library, ids)
        self.notes = Notes(self.library, ids)
        self.planning = Planning(self.library, ids)
        self.rehearsals = Rehearsals(self.library, clock, ids)
        self.workshops = Workshops(self.library, FakeFrameworks(), clock, ids)

    def open_round(self, *hands: int, channel: Channel = Channel.HANDS) -> str:
        key = self.rounds.open("w1", "T2", channel).value
        if hands:
            self.rounds.count_hands(key, hands)
        return key

    def closed_round(self) -> str:
        key = self.open_round(0, 0, 0, 12, 0, 0)
        self.rounds.close(key)
        return key

    def round_closed_short(self) -> str:
        key = self.open_round(0, 0, 0, 9, 0, 0)
        self.rounds.close(key, "3 did not rate")
        return key

    def revealed_round(self) -> str:
        key = self.closed_round()
        self.rounds.reveal(key)
        return key

    def open_dots(self, **hands: int) -> str:
        self.dots.open("w1", Channel.HANDS)
        if hands:
            self.dots.count_hands("w1", hands)
        return "w1"

    def closed_dots(self) -> str:
        self.open_dots(T=6, A=6)
        self.dots.close("w1", "as counted")
        return "w1"

    def revealed_dots(self) -> str:
        self.closed_dots()
        self.dots.reveal("w1")
        return "w1"

    def note(self) -> str:
        return self.notes.add("w1", T1, NoteKind.IDEA, "One budget").value

    def step(self, title: str = "Meet") -> str:
        return self.planning.add_own("w1", Wording(title)).value

    def two_steps(self) -> str:
        self.step()
        return self.step("Talk")

    def state(self) -> object:
        """Give all that can be read; None where the workshop is put away."""
        if "w1" in self.library.shelf.hidden:
            return None
        record = self.library.record()
        vote = record.priority_vote
        return replace(
            record,
            priority_vote=replace(vote, seen=False) if vote else None,
            workshop=replace(record.workshop, updated_at=record.workshop.created_at),
            rounds=tuple(replace(round_, seen=False) for round_ in record.rounds),
            notes=tuple(sorted(record.notes, key=lambda note: note.id)),
        )


def nothing(day: Day) -> str:
    return "w1"


@dataclass(frozen=True)
class Act:
    """One act: what goes before it, itself, what it touches and what taking it back is called."""

    before: Callable[[Day], str]
    run: Callable[[Day, str], Outcome[object]]
    touches: Changes
    undo: UndoKind | None = None


PRIORITIES = Changes.PRIORITIES | STAGE
ACTS = {
    "open": Act(nothing, lambda d, _: d.rounds.open("w1", "T2", Channel.TURNS), ROUND | STAGE),
    "use another way": Act(
        Day.open_round, lambda d, k: d.rounds.use_channel(k, Channel.PAPER), ROUND | STAGE
    ),
    "count": Act(
        Day.open_round,
        lambda d, k: d.rounds.count_hands(k, (0, 1, 0, 2, 0, 0)),
        Changes.BALLOTS,
        UndoKind.TALLY,
    ),
    "close": Act(
        lambda d: d.open_round(0, 0, 0, 12, 0, 0),
        lambda d, k: d.rounds.close(k),
        ROUND | STAGE,
        UndoKind.CLOSE,
    ),
    "close and reveal": Act(
        lambda d: d.open_round(0, 0, 0, 12, 0, 0),
        lambda d, k: d.rounds.close_and_reveal(k),
        ROUND | STAGE,
        UndoKind.REVEAL,
    ),
    "reveal": Act(
        Day.closed_round, lambda d, k: d.rounds.reveal(k), ROUND | STAGE, UndoKind.REVEAL
    ),
    "reopen": Act(
        Day.closed_round, lambda d, k: d.rounds.reopen(k), ROUND | STAGE | Changes.BALLOTS
    ),
    "discard": Act(
        Day.closed_round, lambda d, k: d.rounds.discard(k), ROUND | STAGE, UndoKind.DISCARD
    ),
    "settle": Act(
        Day.revealed_round,
        lambda d, k: d.rounds.settle(k, 4, "we talked"),
        ROUND | STAGE,
        UndoKind.SETTLE,
    ),
    "explain": Act(
        Day.round_closed_short,
        lambda d, k: d.rounds.explain(k, "They had to leave"),
        ROUND | STAGE,
        UndoKind.REASON,
    ),
    "dots a person": Act(nothing, lambda d, _: d.dots.set_dots_each("w1", 5), PRIORITIES),
    "open dots": Act(nothing, lambda d, _: d.dots.open("w1", Channel.TURNS), PRIORITIES),
    "dots another way": Act(
        lambda d: d.dots.open("w1", Channel.TURNS).value,
        lambda d, _: d.dots.use_channel("w1", Channel.PAPER),
        PRIORITIES,
    ),
    "count dots": Act(
        Day.open_dots,
        lambda d, _: d.dots.count_hands("w1", {"T": 3}),
        Changes.BALLOTS,
        UndoKind.TALLY,
    ),
    "close dots": Act(
        lambda d: d.open_dots(T=6),
        lambda d, _: d.dots.close("w1", "as counted"),
        PRIORITIES,
        UndoKind.CLOSE,
    ),
    "reveal dots": Act(
        Day.closed_dots, lambda d, _: d.dots.reveal("w1"), PRIORITIES | PLAN, UndoKind.REVEAL
    ),
    "discard dots": Act(
        Day.revealed_dots, lambda d, _: d.dots.discard("w1"), PRIORITIES | PLAN, UndoKind.DISCARD
    ),
    "note": Act(
        nothing,
        lambda d, _: d.notes.add("w1", T1, NoteKind.IDEA, "x"),
        Changes.NOTES,
        UndoKind.NOTE_ADDED,
    ),
    "change a note": Act(
        Day.note,
        lambda d, _: d.notes.edit(d.library.record().notes[0], NoteKind.BARRIER, "y"),
        Changes.NOTES,
        UndoKind.NOTE_CHANGED,
    ),
    "keep a note off paper": Act(
        Day.note,
        lambda d, _: d.notes.switch_paper(d.library.record().notes[0]),
        Changes.NOTES,
        UndoKind.NOTE_OFF_PAPER,
    ),
    "remove a note": Act(
        Day.note, lambda d, k: d.notes.delete("w1", k), Changes.NOTES, UndoKind.NOTE_REMOVED
    ),
    "take a step": Act(
        nothing,
        lambda d, _: d.planning.take("w1", open_recommendations(d.library.record())[0]),
        PLAN | STAGE,
        UndoKind.STEP_TAKEN,
    ),
    "own step": Act(
        nothing,
        lambda d, _: d.planning.add_own("w1", Wording("Meet")),
        PLAN | STAGE,
        UndoKind.STEP_TAKEN,
    ),
    "change a step": Act(
        Day.step,
        lambda d, _: d.planning.edit(d.library.record().commitments[0], Wording("Talk", "Chair")),
        PLAN | STAGE,
        UndoKind.STEP_CHANGED,
    ),
    "move a step": Act(
        Day.two_steps,
        lambda d, k: d.planning.move("w1", k, -1),
        PLAN | STAGE,
        UndoKind.STEP_MOVED,
    ),
    "drop a step": Act(
        Day.two_steps, lambda d, k: d.planning.drop("w1", k), PLAN | STAGE, UndoKind.STEP_DROPPED
    ),
    "merge steps": Act(
        Day.two_steps,
        lambda d, k: d.planning.merge("w1", k, d.library.record().commitments[0].id),
        PLAN | STAGE,
        UndoKind.STEPS_MERGED,
    ),
    "fist": Act(
        nothing,
        lambda d, _: d.planning.set_fist("w1", (0, 0, 0, 1, 2, 3)),
        PLAN | STAGE,
        UndoKind.FIST,
    ),
    "headline": Act(
        nothing,
        lambda d, _: d.planning.set_headline("w1", "One budget", ""),
        PLAN | STAGE,
        UndoKind.HEADLINE,
    ),
    "review": Act(
        nothing,
        lambda d, _: d.planning.set_review("w1", date(2030, 1, 1)),
        PLAN | STAGE,
        UndoKind.REVIEW,
    ),
    "people": Act(
        Day.open_round,
        lambda d, _: d.workshops.set_people("w1", People(9)),
        Changes.WORKSHOP | ROUND,
        UndoKind.PEOPLE,
    ),
    "the same people": Act(
        nothing,
        lambda d, _: d.workshops.set_people("w1", People(12)),
        Changes.WORKSHOP | ROUND,
    ),
    "go on": Act(
        nothing, lambda d, _: d.workshops.go_to("w1", T1), Changes.POSITION | Changes.LIBRARY
    ),
    "begin": Act(nothing, lambda d, _: d.workshops.begin("w1"), Changes.WORKSHOP | Changes.LIBRARY),
    "finish": Act(
        nothing,
        lambda d, _: d.workshops.finish("w1"),
        Changes.WORKSHOP | Changes.LIBRARY | Changes.END,
    ),
    "resume": Act(
        nothing, lambda d, _: d.workshops.resume("w1"), Changes.WORKSHOP | Changes.LIBRARY
    ),
    "delete": Act(
        nothing, lambda d, _: d.workshops.delete("w1"), Changes.LIBRARY, UndoKind.WORKSHOP_DELETED
    ),
    "rehearse": Act(
        nothing, lambda d, _: d.rehearsals.begin("w1"), Changes.LIBRARY | Changes.WORKSHOP
    ),
    "fill a vote": Act(
        lambda d: d.rounds.open(d.rehearsals.begin("w1").value, "T1", Channel.TURNS).value,
        lambda d, k: d.rehearsals.fill_round(k),
        ROUND | STAGE,
    ),
    "fill all": Act(
        lambda d: d.rehearsals.begin("w1").value,
        lambda d, k: d.rehearsals.fill_all(k),
        ROUND | STAGE,
    ),
    "end a rehearsal": Act(
        lambda d: d.rehearsals.begin("w1").value,
        lambda d, k: d.rehearsals.end(k),
        Changes.LIBRARY,
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_says_what_it_touches(name: str) -> None:
    day, act = Day(), ACTS[name]
    outcome = act.run(day, act.before(day))
    assert outcome.changes == act.touches
    assert (outcome.undo and outcome.undo.kind) == act.undo


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if act.undo])
def test_an_act_taken_back_leaves_all_as_it_was_and_says_at_least_the_same(name: str) -> None:
    day, act = Day(), ACTS[name]
    key = act.before(day)
    before = day.state()
    undo = act.run(day, key).undo
    assert undo is not None
    assert day.state() != before
    assert act.touches in undo.run()
    assert day.state() == before
