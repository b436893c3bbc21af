"""What is put beside a step's own scene is read from the back row, on every stage."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from desktop_app.charts.palette import DARK, LIGHT, Palette, contrast
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, following
from desktop_app.scenes.scene import Scene
from desktop_app.scenes.screens import LARGE, LARGEST, NORMAL, Shape
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.ui.painting.choosing import taken_colour
from desktop_app.ui.painting.sheet import SceneLayout
from desktop_app.ui.painting.tokens import MAY, MUST
from tests.unit.builders import make_record, make_round, make_workshop

from .scenes_asides import PLANNED, every_aside_scene, every_statement, steps, wide_steps
from .test_stage_layout import SIZES, assert_tidy, laid_out

WIDE = [size for size in SIZES if size[0] / size[1] > 1.7]
COUNTS = ((6, 4, 2, 0, 0), (6, 0, 0, 0, 6), (0, 1, 4, 4, 0), (0, 0, 2, 4, 6))


def said(scene: Scene) -> set[str]:
    """Return what is only said of where we are: at "may", if anywhere."""
    return {getattr(scene, "kicker", ""), getattr(scene, "mark", "")}


def assert_read(scene: Scene, layout: SceneLayout) -> None:
    """Fail where a text that the room has to read is small, or cut."""
    k = min(layout.size.height() / 900, layout.size.width() / 1200)
    for item in layout.texts:
        words = " ".join(item.fitted.lines)
        assert item.fitted.whole, words
        if words not in said(scene):
            big, small = round(MUST * k), round(MAY * k)
            assert item.fitted.size >= big * layout.type - 1 or item.fitted.size == small, words


@pytest.mark.parametrize("name", every_aside_scene())
def test_nothing_the_room_must_read_is_small(name: str) -> None:
    for size in SIZES:
        scene = every_aside_scene()[name]
        assert_read(scene, laid_out(scene, size))


def test_five_steps_and_two_reasons_fit_a_wide_stage() -> None:
    for size in WIDE:
        layout = laid_out(wide_steps(), size)
        assert_tidy(layout)
        assert_read(wide_steps(), layout)


@pytest.mark.parametrize("hidden", [False, True])
def test_all_statements_of_a_day_fit_one_wide_stage(*, hidden: bool) -> None:
    for size in WIDE:
        scene = every_statement(hidden=hidden)
        layout = laid_out(scene, size)
        assert_tidy(layout)
        assert_read(scene, layout)


def sixteen() -> WorkshopRecord:
    """Return the built-in framework with a result for each statement."""
    framework = BuiltInFrameworks().built_in()
    rounds = (make_round(s.id, COUNTS[n % 4]) for n, s in enumerate(framework.statements))
    return make_record(*rounds, workshop=make_workshop(framework))


def every_screen(record: WorkshopRecord, size: tuple[int, int], type_size: float) -> list[Scene]:
    """Return all that the built-in framework can show beside its steps on a stage."""
    found = []
    for step in workshop_steps(record.workshop.framework):
        for kind in (AsideKind.QUESTIONS, AsideKind.STATEMENTS, AsideKind.STEPS):
            aside: Aside | None = Aside(kind, shape=Shape(size[0] / size[1], type_size))
            while aside is not None and (scene := aside_scene(record, step, aside)) is not None:
                found.append(scene)
                aside = following(record, step, aside)
    return found


@pytest.mark.parametrize("type_size", [NORMAL, LARGE, LARGEST])
@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080), (1920, 1200)])
def test_the_built_in_framework_fits_its_screens(size: tuple[int, int], type_size: float) -> None:
    screens = every_screen(sixteen(), size, type_size)
    assert len(screens) > 100
    for scene in screens:
        layout = laid_out(scene, size, type_size)
        narrow = size[0] / size[1] < 1.5
        assert layout.type >= min(type_size, LARGE if narrow else LARGEST), "it shows less instead"
        assert_tidy(layout)
        assert_read(scene, layout)


def test_what_is_taken_stays_readable_on_a_washed_out_projector() -> None:
    def seen(palette: Palette) -> float:
        return contrast(taken_colour(palette), palette.paper)

    assert min(seen(LIGHT), seen(DARK)) >= 7


def test_taking_a_step_moves_no_word() -> None:
    for size in SIZES:
        before = places_of(steps(taken=False), size)
        after = places_of(steps(), size)
        assert before.items() <= after.items()
        assert set(after) - set(before) >= {"✓ taken", "3 steps in our plan"}


def test_the_plan_stands_as_a_list_where_the_steps_leave_room() -> None:
    for size in WIDE:
        words = [w for w in places_of(steps(), size) if w.startswith("✓ ") and w != "✓ taken"]
        assert words == [f"✓ {step}" for step in PLANNED]


def places_of(scene: Scene, size: tuple[int, int]) -> dict[str, QPointF]:
    """Return where each text begins."""
    texts = laid_out(scene, size).texts
    return {" ".join(t.fitted.lines): t.rect.topLeft() for t in texts}
