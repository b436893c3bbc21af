"""Two commitments made one, and fingers counted for the plan; both can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.merging import merged
from desktop_app.application.planning import MAX_TEXT, Planning, Wording, open_recommendations
from desktop_app.domain.errors import InputProblem, NotFound, RuleProblem
from desktop_app.domain.plan import Commitment
from desktop_app.domain.steps import Step, StepKind
from desktop_app.scenes.scene import Plan
from desktop_app.scenes.stage import scene_at

from .builders import make_record, make_round
from .fakes import FakeLibrary, Ids

NEXT_STEPS = Step(StepKind.NEXT_STEPS)
LOW = (6, 4, 2, 0, 0)
ONE = Commitment(
    "c1", "w1", 0, "Name a manager", "T", "T-L1", "How.", "Because 1.", ("A",), "Chair",
    date(2027, 6, 30), "Named.", "Ask.",
)  # fmt: skip
OTHER = Commitment(
    "c2", "w1", 1, "Write one page", "A", "A-L1", "How.", "Because 2.", ("B", "A"), "Lead",
    date(2027, 6, 11), "", "Draft.",
)  # fmt: skip


def test_nothing_that_was_written_is_lost() -> None:
    whole = merged(ONE, OTHER)
    assert (whole.id, whole.position, whole.action_id) == ("c1", 0, "T")
    assert whole.title == "Name a manager; Write one page"
    assert (whole.owner, whole.due) == ("Chair, Lead", date(2027, 6, 11))
    assert (whole.how, whole.because) == ("How.", "Because 1. Because 2.")
    assert (whole.measure, whole.first_move) == ("Named.", "Ask. Draft.")
    assert whole.leans_on == ("A", "B")
    assert whole.step_ids == ("T-L1", "A-L1")


def test_two_steps_of_the_room_have_no_step_of_the_bank() -> None:
    own = Commitment("c1", "w1", 0, "Meet")
    assert merged(own, replace(own, id="c2")).step_id is None
    assert merged(own, OTHER).step_ids == ("A-L1",)


class Room:
    def __init__(self) -> None:
        record = make_record(make_round("T1", LOW), make_round("A1", LOW))
        self.library = FakeLibrary(record)
        self.planning = Planning(self.library, Ids())

    def take(self, number: int) -> str:
        offer = open_recommendations(self.library.record())[number]
        return self.planning.take("w1", offer).value

    def steps(self) -> list[str]:
        return [" ".join(c.step_ids) for c in self.library.record().commitments]


def test_both_steps_stay_taken_on_until_the_merge_is_taken_back() -> None:
    room = Room()
    first, second = room.take(0), room.take(0)
    offered = open_recommendations(room.library.record())
    outcome = room.planning.merge("w1", first, second)
    assert room.steps() == ["T-L1 T-L2"]
    assert open_recommendations(room.library.record()) == offered
    assert outcome.undo is not None
    outcome.undo.run()
    assert room.steps() == ["T-L1", "T-L2"]


def test_only_two_steps_of_the_plan_can_be_merged() -> None:
    room = Room()
    first = room.take(0)
    for other in (first, "gone"):
        with pytest.raises(NotFound):
            room.planning.merge("w1", first, other)


def test_texts_that_are_too_long_together_stay_apart() -> None:
    room = Room()
    long = [room.planning.add_own("w1", Wording(c * (MAX_TEXT - 1))).value for c in "ab"]
    with pytest.raises(InputProblem, match="longer"):
        room.planning.merge("w1", *long)
    assert len(room.steps()) == 2


@pytest.mark.parametrize(
    ("counts", "shown", "asked"),
    [
        ((0, 0, 0, 3, 5, 4), True, False),
        ((0, 0, 1, 3, 5, 3), True, True),
        ((1, 0, 0, 0, 3, 0), False, False),
    ],
)
def test_fingers_are_shown_from_the_minimum_on(
    counts: tuple[int, ...], shown: bool, asked: bool
) -> None:
    room = Room()
    room.planning.set_fist("w1", counts)
    scene = scene_at(room.library.record(), NEXT_STEPS)
    assert isinstance(scene, Plan)
    assert scene.fist == (counts if shown else ())
    assert bool(scene.fist_question) is asked
    assert ("hidden" in scene.fist_text) is not shown


def test_fingers_can_be_cleared_and_taken_back() -> None:
    room = Room()
    room.planning.set_fist("w1", (0, 0, 0, 3, 5, 4))
    undo = room.planning.set_fist("w1", (0,) * 6).undo
    assert room.library.record().workshop.fist == ()
    assert undo is not None
    undo.run()
    assert room.library.record().workshop.fist == (0, 0, 0, 3, 5, 4)


def test_more_hands_than_people_are_refused_with_both_numbers() -> None:
    room = Room()
    room.planning.set_fist("w1", (0, 0, 0, 0, 0, 12))
    with pytest.raises(RuleProblem, match="13 hands are counted and 12 people are in the room"):
        room.planning.set_fist("w1", (0, 0, 0, 0, 1, 12))
    assert room.library.record().workshop.fist == (0, 0, 0, 0, 0, 12)


@pytest.mark.parametrize("counts", [(1, 2), (0, 0, 0, 0, 0, -1), (0, 0, 0, 0, 0, 501)])
def test_counts_that_no_room_has_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(InputProblem):
        Room().planning.set_fist("w1", counts)
