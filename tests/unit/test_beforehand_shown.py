"""What the room sees of what was said beforehand: by choice, marked, and never while it votes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Round, RoundKind, RoundState, Tally
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, following, is_offered
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.scene import ByGroup, Compared, Revealed, RevealedHidden, Scene
from desktop_app.scenes.stage import scene_at

from .builders import make_record, make_round, make_workshop

T1 = Step(StepKind.STATEMENT, "T1")
MARK = "What you said beforehand"


def early(**groups: tuple[int, ...]) -> Round:
    """Return answers from before the day; 0 ("can't say") first."""
    tallies = tuple(
        Tally(Channel.FILE, group.strip("_"), point, votes)
        for group, points in groups.items()
        for point, votes in enumerate(points)
        if votes
    )
    n = sum(tally.votes for tally in tallies)
    file, over = Channel.FILE, RoundState.REVEALED
    return Round("e", "w1", "T1", 1, file, over, n, n, tallies, seen=True, kind=RoundKind.BEFORE)


def at(*rounds: Round, before: Round | None = None, **workshop: object) -> WorkshopRecord:
    record = make_record(*rounds, workshop=replace(make_workshop(), **workshop))  # type: ignore[arg-type]
    return replace(record, before=(before or early(_=(1, 0, 0, 2, 5, 4)),))


def screens(record: WorkshopRecord) -> list[Scene]:
    aside: Aside | None = Aside(AsideKind.BEFOREHAND)
    found = []
    while aside is not None and (scene := aside_scene(record, T1, aside)) is not None:
        found.append(scene)
        aside = following(record, T1, aside)
    return found


def test_before_a_vote_it_stands_alone_and_says_what_it_is() -> None:
    (scene,) = screens(at())
    assert isinstance(scene, Revealed)
    assert (scene.mark, scene.result.counts) == (MARK, (0, 0, 2, 5, 4))
    assert scene.question == "12 people answered before the day."
    assert "beforehand" in in_words(scene).description


def test_after_the_reveal_it_stands_beside_the_last_vote_without_a_word_of_change() -> None:
    (scene,) = screens(
        at(make_round("T1", (6, 4, 2, 0, 0)), make_round("T1", (0, 0, 3, 5, 2), ordinal=2))
    )
    assert isinstance(scene, Compared)
    assert (scene.before.counts, scene.after.counts) == ((0, 0, 2, 5, 4), (0, 0, 3, 5, 2))
    assert (scene.names, scene.mark) == (("Beforehand", "Second vote"), MARK)
    assert "moved" not in f"{scene.moved} {scene.agreements}".lower()


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
@pytest.mark.parametrize("earlier", [(), (make_round("T1", (6, 4, 2, 0, 0)),)])
def test_while_the_room_votes_there_is_none_of_it(
    state: RoundState, earlier: tuple[Round, ...]
) -> None:
    under_way = make_round("T1", (6, 4, 2, 0, 0), state=state, ordinal=len(earlier) + 1)
    record = at(*earlier, under_way)
    assert not is_offered(record, T1, AsideKind.BEFOREHAND)
    assert screens(record) == []


def test_it_is_never_the_step_s_own_scene_nor_offered_elsewhere() -> None:
    record = at()
    assert scene_at(record, T1) == scene_at(replace(record, before=()), T1)
    assert not is_offered(record, Step(StepKind.STATEMENT, "T2"), AsideKind.BEFOREHAND)
    assert not is_offered(record, Step(StepKind.OVERVIEW), AsideKind.BEFOREHAND)


def test_too_few_answers_are_hidden_and_say_so() -> None:
    (scene,) = screens(at(before=early(_=(0, 0, 0, 2, 2, 0))))
    assert isinstance(scene, RevealedHidden)
    assert scene.verdict == "Too few ratings to show"


def test_partners_follow_where_they_may_be_shown_and_none_is_of_one_mind() -> None:
    mode = Privacy.ANONYMOUS_WITH_GROUP
    both = early(NHS=(0, 0, 0, 2, 3, 1), Council=(0, 1, 2, 3, 0, 0))
    _, parts = screens(at(before=both, privacy=mode))
    assert isinstance(parts, ByGroup)
    assert [part.label for part in parts.parts] == ["Council", "NHS"]
    assert parts.mark == MARK
    agreed = early(NHS=(0, 0, 0, 0, 6, 0), Council=(0, 1, 2, 3, 0, 0))
    assert len(screens(at(before=agreed, privacy=mode))) == 1
    assert len(screens(at(before=both))) == 1


def test_a_sample_keeps_its_own_mark_as_well() -> None:
    (scene,) = screens(at(is_sample=True))
    assert isinstance(scene, Revealed)
    assert scene.mark.endswith(f"  ·  {MARK}")
