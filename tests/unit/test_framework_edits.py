"""What the editor does to a framework, one change at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.framework_edits import (
    add,
    add_step,
    move,
    put,
    remove,
    value_at,
    with_points,
)
from desktop_app.domain.framework import (
    Framework,
    NextStep,
    Prompt,
    PromptKind,
    Source,
    Statement,
    StepWhen,
)
from desktop_app.domain.framework_rules import Place, mistakes
from desktop_app.scenes.framework_preview import preview
from desktop_app.scenes.scene import StatementShown
from desktop_app.words.speech import said_alone

from .builders import make_framework

ACTION: Place = ("actions", 0)
FIRST: Place = (*ACTION, "statements", 0)


@pytest.fixture
def framework() -> Framework:
    source = Source("V&H03", "V & H 2003", "A title", "A finding")
    return put(make_framework(), ("sources",), (source,))


def test_a_text_is_changed_where_it_stands(framework: Framework) -> None:
    changed = put(framework, (*FIRST, "text"), "keep promises")
    assert value_at(changed, (*FIRST, "text")) == "keep promises"
    assert put(changed, (*FIRST, "text"), "text T1") == framework


def test_the_quick_vote_is_reached_by_its_action(framework: Framework) -> None:
    changed = put(framework, (*ACTION, "quick"), "trust one another")
    assert changed.actions[0].quick.text == "trust one another"
    assert value_at(changed, (*ACTION, "quick")) == "trust one another"


def test_an_anchor_comes_changes_and_goes(framework: Framework) -> None:
    place = (*FIRST, "anchors", 3)
    assert value_at(framework, place) == ""
    changed = put(put(framework, place, "some"), (*FIRST, "anchors", 1), "none")
    assert changed.statement("T1").anchors == ((1, "none"), (3, "some"))
    assert value_at(changed, place) == "some"
    assert put(put(changed, place, ""), (*FIRST, "anchors", 1), "") == framework


@pytest.mark.parametrize(
    ("group", "name"),
    [(("actions",), "X1"), ((*ACTION, "statements"), "T3"), ((*ACTION, "steps"), "T-N2")],
)
def test_a_new_entry_has_an_id_of_its_own(framework: Framework, group: Place, name: str) -> None:
    changed, at = add(framework, group)
    assert at == (*group, len(value_at(framework, group)))
    assert value_at(changed, (*at, "id")) == name
    assert not any("second time" in said_alone(m.phrase) for m in mistakes(changed))


def test_new_prompts_steps_and_sources_are_empty(framework: Framework) -> None:
    prompt = value_at(*add(framework, (*ACTION, "prompts")))
    assert prompt == Prompt(PromptKind.HAPPENED, "")
    step = value_at(*add(framework, (*ACTION, "steps")))
    assert step == NextStep("T-N2", StepWhen.LOW, "", "", "", "", ())
    assert value_at(*add(framework, ("sources",))) == Source("source-1", "", "", "")
    statement = value_at(*add(framework, (*ACTION, "statements")))
    assert statement == Statement("T3", "", "")


def test_an_id_made_from_a_long_one_has_forty_characters(framework: Framework) -> None:
    long = put(framework, (*ACTION, "id"), "x" * 40)
    changed, at = add(long, (*ACTION, "statements"))
    assert value_at(changed, (*at, "id")) == "x" * 39 + "1"


def test_a_new_action_lacks_nothing_but_words(framework: Framework) -> None:
    changed, at = add(framework, ("actions",))
    assert {said_alone(m.phrase).split(".")[0] for m in mistakes(changed)} == {"The text is empty"}
    assert all(m.place[:2] == at for m in mistakes(changed))


def test_a_new_step_stands_with_those_for_the_same_situation(framework: Framework) -> None:
    changed, at = add_step(framework, ACTION, StepWhen.LOW)
    assert at == (*ACTION, "steps", 3)
    whens = [step.when for step in changed.actions[0].steps]
    assert whens[:4] == [StepWhen.LOW] * 4


def test_what_leans_on_a_source_forgets_it_when_it_goes(framework: Framework) -> None:
    assert list(mistakes(framework)) == []
    changed = remove(framework, ("sources", 0))
    assert changed.sources == ()
    assert all(step.leans_on == () for a in changed.actions for step in a.steps)
    assert list(mistakes(changed)) == []


def test_an_entry_moves_within_its_list(framework: Framework) -> None:
    moved, at = move(framework, ("actions", 0), 1)
    assert [a.id for a in moved.actions] == ["A", "T"]
    assert at == ("actions", 1)
    assert move(moved, at, 1) == (moved, at)
    assert move(moved, at, -1) == (framework, ("actions", 0))


def test_a_shorter_scale_takes_its_anchors_along(framework: Framework) -> None:
    anchored = put(framework, (*FIRST, "anchors", 5), "all")
    shorter = with_points(anchored, 4)
    assert shorter.scale.size == 4
    assert shorter.statement("T1").anchors == ()
    assert list(mistakes(shorter)) == []


def test_a_longer_scale_asks_for_words(framework: Framework) -> None:
    longer = with_points(framework, 7)
    assert [p.value for p in longer.scale.points] == list(range(1, 8))
    assert [m.place[:3] for m in mistakes(longer)] == [
        ("scale", "points", point) for point in (5, 5, 6, 6)
    ]


@pytest.mark.parametrize(("wanted", "got"), [(0, 3), (9, 7)])
def test_a_scale_has_3_to_7_points(framework: Framework, wanted: int, got: int) -> None:
    assert with_points(framework, wanted).scale.size == got


def test_a_statement_is_seen_as_the_room_will(framework: Framework) -> None:
    anchored = put(framework, (*FIRST, "anchors", 1), "none at all")
    scene = preview(anchored, "T1")
    assert isinstance(scene, StatementShown)
    assert scene.sentence == "At the moment, leaders help us to text T1."
    assert scene.cards[0].text == "none at all"
    quick = preview(anchored, "T")
    assert isinstance(quick, StatementShown)
    assert quick.sentence == "At the moment, leaders help us to text T."


@pytest.mark.slow
@given(st.data())
def test_whatever_is_added_moved_and_removed_no_id_stands_twice(data: st.DataObject) -> None:
    framework = make_framework()
    for _ in range(data.draw(st.integers(1, 12))):
        framework = some_change(data, framework)
        assert not any("second time" in said_alone(m.phrase) for m in mistakes(framework))


def some_change(data: st.DataObject, framework: Framework) -> Framework:
    groups: list[Place] = [("actions",), ("sources",)]
    for a in range(len(framework.actions)):
        groups += [("actions", a, name) for name in ("statements", "prompts", "steps")]
    group = data.draw(st.sampled_from(groups))
    count = len(value_at(framework, group))
    kind = data.draw(st.sampled_from(["add", "remove", "move"])) if count else "add"
    if kind == "add":
        return add(framework, group)[0]
    at = (*group, data.draw(st.integers(0, count - 1)))
    if kind == "remove":
        return remove(framework, at)
    return move(framework, at, data.draw(st.sampled_from([-1, 1])))[0]
