"""Every statement of the day on the stage: the framework's order, no figure, hidden is hidden."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.aside_scenes import StatementBar, StatementsSeen
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, following, is_offered
from desktop_app.scenes.every_statement import every_statement_scenes
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.screens import Shape
from desktop_app.storage.content import BuiltInFrameworks

from .builders import make_action, make_framework, make_record, make_round, make_workshop

OVERVIEW = Step(StepKind.OVERVIEW)
LOW, SPLIT, HIGH, FEW = (6, 4, 2, 0, 0), (6, 0, 0, 0, 6), (0, 0, 2, 4, 6), (1, 1, 0, 0, 0)
WIDE, NARROW, LARGE = Shape(16 / 9), Shape(4 / 3), Shape(16 / 9, 1.3)


def bars_of(*scenes: StatementsSeen) -> list[StatementBar]:
    groups = [group for scene in scenes for column in scene.columns for group in column]
    return [bar for group in groups for bar in group.bars]


def day(*counts: tuple[int, ...]) -> WorkshopRecord:
    framework = BuiltInFrameworks().built_in()
    rounds = (make_round(s.id, c) for s, c in zip(framework.statements, counts, strict=False))
    return make_record(*rounds, workshop=make_workshop(framework))


def test_all_sixteen_stand_on_one_wide_screen_in_the_framework_s_order() -> None:
    at = day(*[HIGH] * 16)
    (scene,) = every_statement_scenes(at, WIDE)
    names = [statement.name for statement in at.workshop.framework.statements]
    assert [bar.name for bar in bars_of(scene)] == names
    assert len(scene.columns) == 2
    assert scene.kicker == "Where we stand  ·  all 16 statements  ·  12 people"


@pytest.mark.parametrize("shape", [NARROW, LARGE])
def test_a_narrow_stage_shows_them_on_several_screens_one_column_each(shape: Shape) -> None:
    at = day(*[HIGH] * 16)
    scenes = every_statement_scenes(at, shape)
    assert {len(scene.columns) for scene in scenes} == {1}
    names = [statement.name for statement in at.workshop.framework.statements]
    assert [bar.name for bar in bars_of(*scenes)] == names
    assert scenes[0].kicker.endswith(f"screen 1 of {len(scenes)}")


@pytest.mark.parametrize("shape", [WIDE, NARROW, LARGE])
def test_an_action_of_many_statements_goes_on_in_the_next_column(shape: Shape) -> None:
    framework = replace(make_framework(), actions=(make_action("T", 40), make_action("A", 2)))
    at = make_record(workshop=make_workshop(framework))
    scenes = every_statement_scenes(at, shape)
    assert [bar.name for bar in bars_of(*scenes)] == [s.name for s in framework.statements]


def test_low_and_opposing_are_found_first_and_opposing_has_a_sign() -> None:
    low, split, high = bars_of(*every_statement_scenes(day(LOW, SPLIT, HIGH), WIDE))[:3]
    assert [bar.strong for bar in (low, split, high)] == [True, True, False]
    assert [bar.opposing for bar in (low, split, high)] == [False, True, False]


def test_a_hidden_result_looks_hidden_and_has_no_counts() -> None:
    (scene,) = every_statement_scenes(day(HIGH, FEW), WIDE)
    seen, hidden, unrated = bars_of(scene)[:3]
    assert seen.counts == HIGH
    assert (hidden.counts, hidden.hidden, hidden.empty) == (None, True, "Hidden")
    assert (unrated.counts, unrated.hidden, unrated.empty) == (None, False, "Not rated")
    assert scene.how[1] == "Dashed: hidden, too few ratings."


def test_no_figure_is_said_but_how_many_we_are_and_what_the_points_are() -> None:
    (scene,) = every_statement_scenes(day(HIGH, LOW, SPLIT), WIDE)
    said = in_words(replace(scene, how=())).description
    assert re.findall(r"\d+", said) == []


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (3, "Left of the line: rated 1. Right: 3."),
        (5, "Left of the line: rated 1 or 2. Right: 4 or 5."),
        (7, "Left of the line: rated 1 to 3. Right: 5 to 7."),
    ],
)
def test_how_to_read_the_bars_names_the_scale_s_own_points(points: int, words: str) -> None:
    at = make_record(workshop=make_workshop(make_framework(points)))
    assert every_statement_scenes(at, WIDE)[0].how == (words,)


def test_the_overview_offers_them_where_actions_have_several_statements() -> None:
    assert is_offered(day(), OVERVIEW, AsideKind.STATEMENTS)
    assert isinstance(aside_scene(day(), OVERVIEW, Aside(AsideKind.STATEMENTS)), StatementsSeen)
    assert following(day(), OVERVIEW, Aside(AsideKind.STATEMENTS)) is None
    framework = replace(make_framework(), actions=(make_action("T", 1), make_action("A", 1)))
    quick = make_record(workshop=make_workshop(framework))
    assert not is_offered(quick, OVERVIEW, AsideKind.STATEMENTS)
