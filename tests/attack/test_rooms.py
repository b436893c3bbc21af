"""Two rooms that differ only in what may not be shown are the same in whatever leaves Roundtable.

The suite's small run of the documents is tests/exports/test_twins.py; here are all of them, and
all that the room and the facilitator are shown of a workshop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, seed, settings

from desktop_app.application.list_pictures import picture_of
from desktop_app.application.planning import open_recommendations
from desktop_app.bootstrap import _write_document
from desktop_app.documents.kinds import DOCUMENTS, Document
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.looks import Look, offered_looks
from desktop_app.scenes.parking import parking_scene
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.screens import USUAL
from desktop_app.scenes.stage import scene_at
from desktop_app.scenes.then_and_now import has_then_and_now, then_and_now_scenes
from desktop_app.words.left_out import left_out_sentence
from desktop_app.words.prompts import prompt_groups
from tests.exports.rooms import sample
from tests.exports.twins import Writers, pairs, same

from .conftest import Figure

SEED = 20261128
ROOMS, PARTS = 500, 10
Pair = tuple[WorkshopRecord, WorkshopRecord]


def scenes(record: WorkshopRecord) -> Iterator[Scene]:
    """Yield every scene of every step, in every way the room can look at it."""
    for step in record.workshop.steps:
        yield from (scene_at(record, step, look=look) for look in Look)
        yield from (scene_at(record, step, order) for order in OverviewOrder)
        if has_then_and_now(record, step):
            yield from then_and_now_scenes(record, step, USUAL)
    yield parking_scene(record)


def shown(record: WorkshopRecord) -> list[object]:
    """Return all that is drawn or said of a workshop, on the stage and beside it."""
    seen = [*scenes(record)]
    workshop = record.workshop
    steps = workshop.steps
    return [
        *seen,
        *(in_words(scene) for scene in seen),
        *(prompt_groups(record, step) for step in steps),
        *(offered_looks(record, s.id) for s in workshop.framework.statements),
        open_recommendations(record),
        left_out_sentence(record),
        picture_of(record),
    ]


def _write(about: Document, record: WorkshopRecord, target: Path) -> None:
    _write_document(about, record, target, PrintOptions())


ALL: Writers = {
    f"{kind.value}{about.suffix}": partial(_write, about) for kind, about in DOCUMENTS.items()
}


def compare(rooms: int, chance: int, check: Callable[[Pair], None]) -> int:
    """Check so many rooms and their twins, which are other ones; return how many there were."""
    seen = 0

    @seed(chance)
    @settings(
        max_examples=rooms,
        database=None,
        derandomize=False,
        deadline=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(pairs())
    def every(pair: Pair) -> None:
        nonlocal seen
        assume(pair[0] != pair[1])
        check(pair)
        seen += 1

    every()
    return seen


def are_shown_alike(pair: Pair) -> None:
    first, second = map(shown, pair)
    assert all(one == other for one, other in zip(first, second, strict=True))


def are_alike(pair: Pair) -> None:
    are_shown_alike(pair)
    same(ALL, *pair)


def test_a_few_rooms_are_shown_like_their_twins() -> None:
    assert compare(8, SEED, are_shown_alike) == 8


def test_what_may_be_shown_does_make_a_difference() -> None:
    record = sample()
    first, *others = record.rounds
    other = replace(first, tallies=tuple(replace(t, point=5 - t.point) for t in first.tallies))
    with pytest.raises(AssertionError):
        are_shown_alike((record, replace(record, rounds=(other, *others))))


@pytest.mark.slow
def test_a_room_is_written_like_its_twin_in_every_document() -> None:
    assert compare(1, SEED, are_alike) == 1


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
def test_500_rooms_and_their_twins(figure: Figure, part: int) -> None:
    rooms = compare(ROOMS // PARTS, SEED + 1 + part, are_alike)
    figure(f"{rooms} rooms, each like its twin in {len(ALL)} documents and all that is shown")
