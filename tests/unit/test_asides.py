"""What can be put on the stage beside a step's own scene, and that nothing leaks by it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.picture import workshop_picture
from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework, Prompt, PromptKind
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.steps import Step, StepKind, workshop_steps
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.recommendations.rules import recommend
from desktop_app.scenes.aside_scenes import (
    FistAsked,
    NoteShown,
    OfferLine,
    PointMeant,
    QuestionAsked,
    StatementsListed,
    StepsOffered,
)
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, following, is_offered
from desktop_app.scenes.choosing import LETTERS, MOST, step_screens, steps_scenes
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.questions import LINES, question_scenes
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.screens import USUAL, Shape, filled, letters, text_screens
from desktop_app.words.prompts import prompt_lines

from .builders import make_framework, make_record, make_round, make_workshop

NEXT_STEPS = Step(StepKind.NEXT_STEPS)
T1, ACTION_T = Step(StepKind.STATEMENT, "T1"), Step(StepKind.ACTION, "T")
LOW, SPLIT, HIGH = (6, 4, 2, 0, 0), (6, 0, 0, 0, 6), (0, 0, 2, 4, 6)
SHAPES = [Shape(16 / 9), Shape(16 / 10), Shape(4 / 3, 1.3), Shape(5 / 4), Shape(16 / 9, 1.15)]


PROMPTS = tuple(Prompt(kind, f"What about {kind.value}?") for kind in reversed(PromptKind))


def framework_of(actions: str = "TAIGL") -> Framework:
    """Return a framework with a question of each kind an action."""
    made = make_framework(actions=actions)
    return replace(made, actions=tuple(replace(a, prompts=PROMPTS) for a in made.actions))


def record(*, actions: str = "TAIGL", **counts: Sequence[int]) -> WorkshopRecord:
    """Return a workshop in which these statements are revealed."""
    rounds = (make_round(key, value) for key, value in counts.items())
    return make_record(*rounds, workshop=make_workshop(framework_of(actions)))


def screens_of(at: WorkshopRecord, step: Step, kind: AsideKind) -> list[Scene]:
    """Return every screen of a kind, by the key that goes on."""
    found, aside = [], Aside(kind) if is_offered(at, step, kind) else None
    while aside is not None:
        scene = aside_scene(at, step, aside)
        if scene is not None:
            found.append(scene)
        aside = following(at, step, aside)
    return found


def lines_of(scene: StepsOffered) -> list[OfferLine]:
    return [line for group in scene.groups for line in group.lines]


# -- steps to choose from -------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_every_recommended_step_is_on_one_screen_in_order(shape: Shape) -> None:
    at = record(T1=LOW, A1=SPLIT, I2=HIGH, G1=LOW, L1=(4, 4, 4, 0, 0))
    offered = recommend(at, workshop_picture(at))
    assert [step for screen in step_screens(at, shape) for step in screen] == list(offered)
    scenes = steps_scenes(at, shape)
    assert sum(len(lines_of(scene)) for scene in scenes) == len(offered)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_screen_holds_five_steps_at_most_with_letters_from_a_on(shape: Shape) -> None:
    at = record(T1=LOW, A1=SPLIT, I2=HIGH, G1=LOW, L1=LOW)
    scenes = steps_scenes(at, shape)
    assert len(scenes) > 1
    for scene in scenes:
        lines = lines_of(scene)
        assert 1 <= len(lines) <= MOST
        assert [line.letter for line in lines] == list(LETTERS[: len(lines)])
    assert [scene.kicker for scene in scenes][:1] == [f"Next steps  ·  screen 1 of {len(scenes)}"]


def test_a_reason_is_said_once_above_its_steps() -> None:
    at = record(actions="T", T1=LOW, T2=HIGH)
    (scene,) = steps_scenes(at, USUAL)
    (group,) = scene.groups
    assert (group.name, group.because) == ("Name T1", "because 10 of 12 rated 1 or 2")
    assert len(group.lines) == len(recommend(at, workshop_picture(at))) > 1


@pytest.mark.parametrize(
    ("counts", "because"),
    [
        (SPLIT, "because 6 rated low, 6 high"),
        (HIGH, "because 10 of 12 rated 4 or 5"),
        ((1, 2, 6, 2, 1), "because 3 rated low, 3 high"),
        ((0, 0, 2, 0, 0), "because 2 of 12 rated it"),
    ],
)
def test_a_reason_has_its_counts_in_a_few_words(counts: Sequence[int], because: str) -> None:
    at = make_record(
        make_round("T1", counts, 12 - sum(counts) if sum(counts) > 2 else 0, present=12),
        workshop=replace(
            make_workshop(make_framework(actions="T")),
            rules=replace(make_workshop().rules, minimum_answers=2),
        ),
    )
    groups = steps_scenes(at, USUAL)[0].groups
    assert because in [group.because for group in groups]


def test_who_could_not_say_is_a_reason_of_its_own() -> None:
    at = make_record(
        make_round("T1", (0, 1, 5, 1, 0), 5),
        workshop=make_workshop(make_framework(actions="T")),
    )
    assert steps_scenes(at, USUAL)[0].groups[0].because == "because 5 of 12 could not say"


def test_steps_for_later_say_what_comes_first() -> None:
    at = record(actions="T", T1=SPLIT, T2=LOW)
    groups = [group for scene in steps_scenes(at, USUAL) for group in scene.groups]
    assert groups[0].later == ""
    assert groups[-1].later == "after we have talked about it"


def test_a_step_that_is_taken_keeps_its_letter_and_is_marked() -> None:
    at = record(actions="T", T1=LOW)
    first, second = step_screens(at, USUAL)[0][:2]
    taken = Commitment("c", "w1", 0, second.title, second.action_id, second.key)
    before, after = (steps_scenes(one, USUAL)[0] for one in (at, replace(at, commitments=(taken,))))
    assert [line.title for line in lines_of(before)] == [line.title for line in lines_of(after)]
    assert [line.taken for line in lines_of(before)[:2]] == [False, False]
    assert [line.taken for line in lines_of(after)[:2]] == [False, True]
    assert (before.plan, before.listed) == ("", ())
    assert (after.plan, after.listed) == ("1 step in our plan", (lines_of(after)[1].title,))
    assert f"{lines_of(after)[1].title}, taken" in in_words(after).description
    assert first.title not in after.listed


def test_the_room_s_own_step_counts_in_the_plan_too() -> None:
    plan = tuple(Commitment(t, "w1", n, t) for n, t in enumerate(("Meet by the river", "Rest")))
    scene = steps_scenes(replace(record(T1=LOW), commitments=plan), USUAL)[0]
    assert (scene.plan, scene.listed) == ("2 steps in our plan", ("Rest", "Meet by the river"))


def test_without_a_result_there_is_nothing_to_choose() -> None:
    assert aside_scene(record(), NEXT_STEPS, Aside(AsideKind.STEPS)) is None


# -- questions ------------------------------------------------------------------------------


def test_the_questions_of_an_action_come_one_at_a_time_in_order() -> None:
    at = record()
    scenes = screens_of(at, ACTION_T, AsideKind.QUESTIONS)
    asked = [scene.question for scene in scenes if isinstance(scene, QuestionAsked)]
    assert asked == list(prompt_lines(at, ACTION_T))
    assert len(asked) > 1
    assert scenes[0].kicker.startswith("Act T  ·  ")  # type: ignore[union-attr]
    assert scenes[0].kicker.endswith(f"question 1 of {len(asked)}")  # type: ignore[union-attr]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_very_long_question_goes_on_in_further_screens(shape: Shape) -> None:
    words = " ".join(f"word{place}" for place in range(250))
    prompts = (replace(PROMPTS[0], text=words), PROMPTS[1])
    made = framework_of()
    made = replace(made, actions=tuple(replace(a, prompts=prompts) for a in made.actions))
    at = make_record(workshop=make_workshop(made))
    scenes = question_scenes(at, ACTION_T, shape)
    long = [one for one in scenes if one.question.startswith("word")]
    assert " ".join(one.question for one in long) == words
    assert len(long) > 2
    assert len({one.place for one in long}) == 1
    assert long[1].kicker.endswith(f"screen 2 of {len(long)}")
    assert sorted({one.place for one in scenes}) == [0, 1]
    for one in long:
        assert len(textwrap.wrap(one.question, letters(shape))) <= shape.room(LINES)


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED])
def test_a_statement_has_questions_once_it_is_revealed(state: RoundState) -> None:
    at = make_record(make_round("T1", SPLIT, state=state, present=12))
    assert screens_of(at, T1, AsideKind.QUESTIONS) == []
    assert screens_of(record(), T1, AsideKind.QUESTIONS) == []
    scenes = screens_of(record(T1=SPLIT), T1, AsideKind.QUESTIONS)
    assert [s.question for s in scenes if isinstance(s, QuestionAsked)] == list(
        prompt_lines(record(T1=SPLIT), T1)
    )


@pytest.mark.parametrize(
    ("present", "how"), [(3, "All together"), (4, "In pairs, then all together")]
)
def test_how_to_talk_follows_how_many_we_are(present: int, how: str) -> None:
    at = make_record(workshop=make_workshop(framework_of(), present=present))
    scene = aside_scene(at, ACTION_T, Aside(AsideKind.QUESTIONS))
    assert isinstance(scene, QuestionAsked)
    assert scene.how == how


@pytest.mark.parametrize(("minutes", "time"), [(0, ""), (1, ""), (40, "10 minutes")])
def test_how_long_to_talk_is_a_share_of_what_the_agenda_has(minutes: int, time: str) -> None:
    workshop = replace(make_workshop(framework_of()), agenda=(AgendaItem(ACTION_T.key, minutes),))
    scenes = screens_of(make_record(workshop=workshop), ACTION_T, AsideKind.QUESTIONS)
    assert len(scenes) == 4
    assert {scene.time for scene in scenes if isinstance(scene, QuestionAsked)} == {time}


# -- statements -----------------------------------------------------------------------------


@pytest.mark.parametrize("step", [T1, ACTION_T])
def test_every_statement_of_the_action_stands_in_full(step: Step) -> None:
    scene = aside_scene(record(), step, Aside(AsideKind.STATEMENTS))
    assert isinstance(scene, StatementsListed)
    assert scene.title == "Act T"
    assert [line.text for line in scene.lines] == ["… text T1.", "… text T2."]
    assert [line.words for line in scene.lines] == ["", ""]


def test_after_a_vote_each_statement_says_what_came_out() -> None:
    scene = aside_scene(record(T1=LOW), ACTION_T, Aside(AsideKind.STATEMENTS))
    assert isinstance(scene, StatementsListed)
    assert [line.words for line in scene.lines] == ["Low, broad agreement", "not rated yet"]


def test_a_hidden_result_is_only_said_to_be_hidden() -> None:
    at = make_record(make_round("T1", (1, 1, 0, 0, 0)), make_round("T2", HIGH))
    scene = aside_scene(at, ACTION_T, Aside(AsideKind.STATEMENTS))
    assert isinstance(scene, StatementsListed)
    assert scene.lines[0].words == "too few to show"


def test_an_action_of_one_statement_has_no_list() -> None:
    framework = make_framework(actions="T")
    action = replace(framework.actions[0], statements=framework.actions[0].statements[:1])
    at = make_record(workshop=make_workshop(replace(framework, actions=(action,))))
    assert not is_offered(at, T1, AsideKind.STATEMENTS)


def test_a_very_long_statement_goes_on_on_the_next_screen_word_for_word() -> None:
    at = record()
    action = at.workshop.framework.actions[0]
    long = " ".join(f"word{n}" for n in range(300))
    statements = (replace(action.statements[0], text=long), *action.statements[1:])
    framework = replace(at.workshop.framework, actions=(replace(action, statements=statements),))
    at = make_record(workshop=make_workshop(framework))
    scenes = screens_of(at, T1, AsideKind.STATEMENTS)
    lines = [one for s in scenes if isinstance(s, StatementsListed) for one in s.lines]
    said = " ".join(one.text for one in lines if one.name == "Name T1")
    assert len(scenes) > 2
    assert said == f"… {long}."
    assert scenes[0].kicker.startswith("2 statements")  # type: ignore[union-attr]


# -- meanings -------------------------------------------------------------------------------


def test_each_point_s_meaning_comes_in_the_scale_s_order_the_highest_first() -> None:
    found = screens_of(record(), T1, AsideKind.MEANING)
    points = [(s.number, s.label, s.text) for s in found if isinstance(s, PointMeant)]
    assert points[0] == ("5", "Label 5", "Description 5")
    assert points[-2:] == [
        ("1", "Label 1", "Description 1"),
        ("", "Can't say", "Not enough to go on"),
    ]
    assert len(points) == 6


def test_a_statement_s_own_meaning_goes_before_the_scale_s() -> None:
    at = record()
    action = at.workshop.framework.actions[0]
    own = replace(action.statements[0], anchors=((5, "All of us, always"),))
    framework = replace(at.workshop.framework, actions=(replace(action, statements=(own,)),))
    at = make_record(workshop=make_workshop(framework))
    first = screens_of(at, T1, AsideKind.MEANING)[0]
    assert isinstance(first, PointMeant)
    assert first.text == "All of us, always"


@pytest.mark.parametrize("state", [RoundState.OPEN, RoundState.CLOSED, RoundState.REVEALED])
def test_meanings_are_offered_while_the_scale_is_shown(state: RoundState) -> None:
    at = make_record(make_round("T1", SPLIT, state=state, present=12))
    assert is_offered(at, T1, AsideKind.MEANING)
    assert not is_offered(at, ACTION_T, AsideKind.MEANING)


def test_a_hidden_result_shows_no_scale_and_no_meaning() -> None:
    at = make_record(make_round("T1", (1, 1, 0, 0, 0)))
    assert not is_offered(at, T1, AsideKind.MEANING)


# -- notes ----------------------------------------------------------------------------------


def noted(*texts: str) -> WorkshopRecord:
    notes = (Note(f"n{i}", "w1", NoteKind.BARRIER, text, "T1") for i, text in enumerate(texts))
    return replace(record(), notes=tuple(notes))


def test_only_the_note_that_was_chosen_is_shown() -> None:
    at = noted("The charity hears last", "Nobody knows the budget")
    scene = aside_scene(at, T1, Aside(AsideKind.NOTE, subject="n1"))
    assert isinstance(scene, NoteShown)
    assert scene.text == "Nobody knows the budget"
    assert scene.kicker == "Barrier  ·  Name T1"


def test_a_note_that_was_removed_is_gone_from_the_stage() -> None:
    assert aside_scene(noted("Later"), T1, Aside(AsideKind.NOTE, subject="gone")) is None


def test_a_long_note_goes_on_on_the_next_screen_word_for_word() -> None:
    text = " ".join(f"word{n}" for n in range(300))
    at, aside, found = noted(text), Aside(AsideKind.NOTE, subject="n0"), []
    while aside is not None:
        scene = aside_scene(at, T1, aside)
        assert isinstance(scene, NoteShown)
        found.append(scene.text)
        aside = following(at, T1, aside)  # type: ignore[assignment]
    assert len(found) > 2
    assert " ".join(found) == text


# -- all of them ----------------------------------------------------------------------------


def test_the_fist_is_asked_at_next_steps_only() -> None:
    scene = aside_scene(record(), NEXT_STEPS, Aside(AsideKind.FIST))
    assert isinstance(scene, FistAsked)
    assert scene.question == "How far do you stand behind this plan?"
    assert not is_offered(record(), T1, AsideKind.FIST)


@pytest.mark.parametrize("kind", AsideKind)
def test_what_a_step_does_not_offer_is_not_shown(kind: AsideKind) -> None:
    for step in workshop_steps(record().workshop.framework):
        if not is_offered(record(T1=LOW), step, kind):
            assert aside_scene(record(T1=LOW), step, Aside(kind)) is None


counts = st.tuples(*[st.integers(0, 6)] * 5)


@pytest.mark.slow
@given(
    counts, counts, st.sampled_from([RoundState.OPEN, RoundState.CLOSED]), st.sampled_from(Channel)
)
def test_nothing_of_a_vote_is_on_the_stage_before_its_reveal(
    first: tuple[int, ...], second: tuple[int, ...], state: RoundState, channel: Channel
) -> None:
    def shown(values: tuple[int, ...]) -> list[Scene]:
        vote = replace(make_round("T2", values, state=state, present=12), channel=channel)
        at = make_record(make_round("T1", LOW), vote)
        steps = workshop_steps(at.workshop.framework)
        kinds = [kind for kind in AsideKind if kind is not AsideKind.NOTE]
        return [scene for step in steps for kind in kinds for scene in screens_of(at, step, kind)]

    assert shown(first) == shown(second)


@given(st.lists(st.floats(1, 400), min_size=1, max_size=40), st.floats(100, 700))
def test_everything_is_on_one_screen_and_in_order(heights: list[float], room: float) -> None:
    pages = filled(heights, room)
    assert [place for page in pages for place in page] == list(range(len(heights)))
    for page in pages:
        assert len(page) == 1 or sum(heights[place] for place in page) <= room


@given(st.text("ab c", max_size=2000), st.sampled_from(SHAPES), st.integers(1, 9))
def test_a_text_keeps_its_words_over_the_screens(text: str, shape: Shape, lines: int) -> None:
    assert "".join(text_screens(text, shape, lines)).replace(" ", "") == text.replace(" ", "")
