"""Texts on the stage fit: inside the window, apart from one another, large enough to read."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF

from desktop_app.charts.palette import DARK, LIGHT, contrast
from desktop_app.scenes.aside_scenes import StatementRead
from desktop_app.scenes.pages import pages_of
from desktop_app.scenes.scene import Blank, Scene
from desktop_app.scenes.screens import LARGE, LARGEST, NORMAL, Shape
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import SceneLayout, secondary
from desktop_app.ui.painting.text import Style, fit

from . import scenes

SIZES = [(1024, 768), (1280, 720), (1366, 768), (1920, 1080), (1920, 1200), (3840, 2160)]
STATEMENTS = ["shown", "shown-3", "vote", "vote-hands", "vote-200", "closed"]


def laid_out(scene: Scene, size: tuple[int, int], type_size: float = NORMAL) -> SceneLayout:
    return ScenePainter(LIGHT, type_size).layout(scene, QSizeF(*size))


def places(layout: SceneLayout) -> list[QRectF]:
    rects = [item.rect for item in layout.texts]
    rects += [place.rect for place in (layout.counter,) if place]
    rects += [layout.chart] if layout.chart else []
    return [rect.adjusted(1, 1, -1, -1) for rect in rects]


def assert_tidy(layout: SceneLayout) -> None:
    whole = QRectF(0, 0, layout.size.width(), layout.size.height())
    for rect in places(layout):
        assert whole.contains(rect), f"{rect} sticks out"
    for one, other in combinations(places(layout), 2):
        assert not one.intersects(other), f"{one} lies over {other}"
    for card in layout.cards:
        assert whole.contains(card.rect)


def assert_in_cards(layout: SceneLayout) -> None:
    for item in layout.texts:
        over = [card for card in layout.cards if card.rect.intersects(item.rect)]
        assert all(card.rect.contains(item.rect) for card in over)


def test_every_kind_of_scene_is_among_those_laid_out_here() -> None:
    kinds = {type(scene) for scene in scenes.every_scene().values()}
    assert kinds | {Blank} == set(get_args(Scene))


@pytest.mark.parametrize("name", scenes.every_scene())
def test_no_text_sticks_out_lies_over_another_or_is_smaller_than_the_back_row_can_read(
    name: str,
) -> None:
    for size in SIZES:
        layout = laid_out(scenes.every_scene()[name], size)
        assert_tidy(layout)
        assert_in_cards(layout)
        assert min(item.fitted.size for item in layout.texts) >= 0.025 * size[1]


@pytest.mark.parametrize("name", STATEMENTS)
def test_a_statement_takes_a_fifteenth_of_the_height(name: str) -> None:
    for size in SIZES:
        layout = laid_out(scenes.every_scene()[name], size)
        said = [t for t in layout.texts if "state those" in " ".join(t.fitted.lines)]
        assert said[0].fitted.size >= 0.065 * size[1]


@pytest.mark.slow
@pytest.mark.parametrize("type_size", [NORMAL, LARGE, LARGEST])
@pytest.mark.parametrize("name", scenes.whole_scenes())
def test_no_word_is_cut_in_a_long_language(name: str, type_size: float) -> None:
    for size in SIZES[:-1]:
        shape = Shape(size[0] / size[1], type_size)
        for scene in pages_of(scenes.whole_scenes()[name], shape):
            layout = laid_out(scene, size, type_size)
            assert layout.is_tidy
            assert_tidy(layout)


@pytest.mark.parametrize("type_size", [NORMAL, LARGE, LARGEST])
def test_the_longest_statement_is_read_word_for_word(type_size: float) -> None:
    whole = scenes.whole_scenes()["shown-longest"]
    for size in SIZES[:-1]:
        pages = pages_of(whole, Shape(size[0] / size[1], type_size))
        read = [page for page in pages if isinstance(page, StatementRead)]
        words = " ".join(f"{page.lead} {page.text}" for page in read).split()
        assert words == whole.sentence.split()  # type: ignore[union-attr]
        assert pages[-1] == whole
        assert "Plain to all" in [" ".join(t.fitted.lines) for t in laid_out(whole, size).texts]


LARGE_EVERYWHERE = {
    "shown", "shown-long", "vote", "vote-hands", "vote-200", "closed", "revealed", "revealed-long",
    "compared", "hidden", "groups-4", "picture", "overview", "welcome", "plan", "closing", "beside",
    "dots-open", "priorities", "question", "statements", "steps", "note", "fist-asked", "slide",
}  # fmt: skip


@pytest.mark.parametrize("type_size", [LARGE, LARGEST])
@pytest.mark.parametrize("name", sorted(LARGE_EVERYWHERE))
def test_large_type_is_large_on_a_projector_and_shows_less(name: str, type_size: float) -> None:
    for size in ((1280, 720), (1920, 1080)):
        for scene in pages_of(scenes.whole_scenes()[name], Shape(size[0] / size[1], type_size)):
            assert laid_out(scene, size, type_size).type == type_size


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_secondary_text_survives_a_washed_out_projector(palette: object) -> None:
    assert palette is LIGHT or palette is DARK
    assert contrast(secondary(palette), palette.paper) >= 7  # type: ignore[attr-defined]


def test_an_open_vote_keeps_its_layout_while_ballots_come_in() -> None:
    painter, size = ScenePainter(LIGHT), QSizeF(1920, 1080)
    first = painter.layout(scenes.vote(0, 12), size)
    assert all(painter.layout(scenes.vote(n, 12), size) is first for n in range(13))


words = st.lists(st.text("abcdefghijŵäß'’.,;", min_size=1, max_size=24), min_size=1, max_size=60)


@pytest.mark.usefixtures("qapp")
@given(words.map(" ".join), words.map(" ".join), st.sampled_from(SIZES), st.booleans())
def test_any_text_is_laid_out_tidily(
    sentence: str, text: str, size: tuple[int, int], turns: bool
) -> None:
    scene = replace(scenes.vote(turns=turns), sentence=sentence, cards=scenes.cards(5, text))
    layout = laid_out(scene, size)
    assert_tidy(layout)
    assert_in_cards(layout)


@pytest.mark.usefixtures("qapp")
@given(words.map(" ".join), st.integers(40, 800), st.integers(20, 400))
def test_a_fitted_text_keeps_its_words_or_says_that_it_does_not(
    text: str, width: int, height: int
) -> None:
    fitted = fit(text, width, height, Style(40, 20))
    assert fitted.width <= width + 1
    assert fitted.size >= 20
    if fitted.whole:
        assert " ".join(fitted.lines).split() == text.split()
        assert fitted.height <= height + 1


@pytest.mark.usefixtures("qapp")
def test_lines_are_balanced_so_that_no_word_stands_alone() -> None:
    fitted = fit("one two three four five six seven", 330, 400, Style(40, 40))
    assert len(fitted.lines) == 2
    assert len(fitted.lines[-1].split()) > 1
