"""The scale stands at one place before and after the reveal, and is as high as it should be."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, QSizeF

from desktop_app.charts.palette import LIGHT
from desktop_app.charts.primitives import Rect, Text
from desktop_app.scenes.scene import Revealed, Scene
from desktop_app.ui.painting.counter import MOST_DOTS
from desktop_app.ui.painting.result import chart_drawing
from desktop_app.ui.painting.scene_painter import ScenePainter
from desktop_app.ui.painting.sheet import DrawingItem, Frame, SceneLayout
from desktop_app.ui.painting.tokens import COUNT, MUST, STATEMENT, VERDICT

from . import scenes

SCREENS = [(1024, 768), (1366, 768), (1920, 1080)]
WIDE = SCREENS[1:]

pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(scene: Scene, size: tuple[int, int] = (1600, 900)) -> SceneLayout:
    return ScenePainter(LIGHT).layout(scene, QSizeF(*size))


def label_places(layout: SceneLayout, points: int) -> dict[str, QRectF]:
    labels = {*scenes.LABELS[points], "Can’t say"}
    return {t.fitted.lines[0]: t.rect for t in layout.texts if t.fitted.lines[0] in labels}


def counts(points: int) -> tuple[int, ...]:
    return tuple(range(1, points + 1))


@pytest.mark.parametrize("points", [3, 4, 5, 7])
@pytest.mark.parametrize("screen", SCREENS)
def test_labels_stay_where_they_were(points: int, screen: tuple[int, int]) -> None:
    shown = label_places(laid_out(scenes.shown(points=points), screen), points)
    vote = label_places(laid_out(scenes.vote(turns=False, points=points), screen), points)
    result = label_places(laid_out(scenes.revealed(counts(points)), screen), points)
    assert len(shown) == points + 1
    assert shown == vote == result


@pytest.mark.parametrize("points", [3, 5, 7])
@pytest.mark.parametrize("screen", WIDE)
def test_two_votes_stand_beside_the_same_labels(points: int, screen: tuple[int, int]) -> None:
    one = label_places(laid_out(scenes.revealed(counts(points)), screen), points)
    two = label_places(laid_out(scenes.compared(points=points), screen), points)
    assert one == two


@pytest.mark.parametrize(("points", "row"), [(3, 82), (4, 82), (5, 82), (7, 59)])
def test_the_highest_point_is_on_top_in_rows_of_one_height(points: int, row: float) -> None:
    layout = laid_out(scenes.vote(turns=False, points=points))
    tops = [card.rect.top() for card in layout.cards]
    assert [card.point for card in layout.cards] == [*range(points, 0, -1), 0]
    assert [b - a for a, b in pairwise(tops)] == pytest.approx([row] * points)


def test_can_t_say_is_a_key_before_and_has_no_number_after() -> None:
    before = {t.fitted.lines[0] for t in laid_out(scenes.shown()).texts}
    after = {t.fitted.lines[0] for t in laid_out(scenes.revealed()).texts}
    assert "0" in before
    assert "0" not in after
    assert "–" in after


def test_bars_grow_beside_their_labels_in_the_colours_of_the_points() -> None:
    scene = scenes.revealed((1, 2, 3, 4, 5), 1)
    layout, frame = laid_out(scene), Frame(1600, 900, LIGHT)
    assert layout.chart is not None
    drawing = chart_drawing(scene, frame, layout.chart, 1.0)
    bars = [item for item in drawing.items if isinstance(item, Rect)]
    assert [bar.fill for bar in bars[:5]] == list(reversed(LIGHT.points))
    assert bars[-1].dashed, "can’t say is no rating"
    assert [bar.width for bar in bars] == sorted((b.width for b in bars), reverse=True)
    middles = [rect.center().y() for rect in label_places(layout, 5).values()]
    found = sorted(layout.chart.top() + bar.y + bar.height / 2 for bar in bars)
    assert found == pytest.approx(sorted(middles), abs=1)
    assert layout.chart.left() > max(r.right() for r in label_places(layout, 5).values())
    said = [item.text for item in drawing.items if isinstance(item, Text)]
    assert said == ["5", "4", "3", "2", "1", "1"]


def test_earlier_bars_are_thin_and_both_have_full_colours() -> None:
    layout = laid_out(scenes.compared())
    charts = [item.drawing for item in layout.items if isinstance(item, DrawingItem)]
    thin, thick = ([i for i in c.items if isinstance(i, Rect)] for c in charts)
    assert max(bar.height for bar in thin) < 0.5 * min(bar.height for bar in thick)
    assert {bar.fill for bar in thin if not bar.dashed} <= set(LIGHT.points)


@pytest.mark.parametrize("present", [1, 12, 15, 16, 30])
def test_up_to_thirty_people_are_dots(present: int) -> None:
    counter = laid_out(scenes.vote(0, present, turns=False)).counter
    assert counter is not None
    assert len(counter.dots) == present <= MOST_DOTS
    assert len({dot.top() for dot in counter.dots}) == (2 if present > 15 else 1)
    assert counter.style.size == COUNT


def test_more_people_are_a_bar() -> None:
    counter = laid_out(scenes.vote(0, 31, turns=False)).counter
    assert counter is not None
    assert counter.dots == ()
    assert counter.bar is not None


def test_on_a_narrow_screen_the_verdict_stands_under_the_scale() -> None:
    layout = laid_out(scenes.revealed(), (1200, 900))
    assert layout.chart is not None
    verdict = next(t for t in layout.texts if t.fitted.lines[0] == "Opposing views")
    assert verdict.rect.top() >= layout.chart.bottom()
    assert verdict.fitted.size == VERDICT


def test_a_statement_is_large_and_a_long_one_is_never_smaller_than_what_must_be_read() -> None:
    short = next(t for t in laid_out(scenes.shown()).texts if "those" in t.fitted.lines[0])
    assert short.fitted.size == STATEMENT
    scene = replace(scenes.shown(), sentence=scenes.STEM + "word " * 24)
    long = next(t for t in laid_out(scene).texts if t.fitted.lines[0].startswith("… word"))
    assert MUST <= long.fitted.size < STATEMENT
    assert long.fitted.whole


def test_a_statement_without_room_stands_by_its_name() -> None:
    scene = replace(scenes.shown(), sentence=scenes.STEM + "word " * 90)
    assert "Plain to all" in {t.fitted.lines[0] for t in laid_out(scene).texts}


def test_a_result_says_its_verdict_its_counts_and_one_thing_more() -> None:
    scene = scenes.revealed()
    assert isinstance(scene, Revealed)
    said = " ".join(" ".join(t.fitted.lines) for t in laid_out(scene).texts)
    for words in (scene.verdict, scene.counts, scene.question):
        assert words in said
    agreed = replace(scene, agreed="We agreed on 3: Partly there")
    said = " ".join(" ".join(t.fitted.lines) for t in laid_out(agreed).texts)
    assert agreed.agreed in said
    assert agreed.question not in said
