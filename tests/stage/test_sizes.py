"""Nothing on the stage that the room must read is too small for ten metres."""

from __future__ import annotations

import pytest

from desktop_app.scenes.aside_scenes import StatementsSeen
from desktop_app.scenes.pages import pages_of
from desktop_app.scenes.screens import SIZES, Shape
from tests.ui import scenes

from .sizes import LEAST, sizes_of

SCREENS = [(1024, 768), (1366, 768), (1920, 1080), (1920, 1200)]
NEARLY = 0.99
"""Type comes in whole pixels."""
MOST_SMALL = 5
"""Lines of small print on one screen: place, mark, how to read a picture, headings of two."""

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "type_size",
    [
        pytest.param(size, id=name, marks=[pytest.mark.slow] * (name == "large"))
        for name, size in SIZES.items()
    ],
)
@pytest.mark.parametrize("name", scenes.whole_scenes())
def test_what_must_be_read_is_read_from_ten_metres(name: str, type_size: float) -> None:
    for screen in SCREENS:
        shape = Shape(screen[0] / screen[1], type_size)
        for scene in pages_of(scenes.whole_scenes()[name], shape):
            found = sizes_of(scene, *screen, type_size)
            small = [one for one in found.must if found.cap(one) < LEAST * found.type * NEARLY]
            assert small == [], f"on {screen}"
            assert found.must, "there is something to read"


@pytest.mark.parametrize("name", scenes.every_scene())
def test_little_is_small_print(name: str) -> None:
    scene = scenes.every_scene()[name]
    found = sizes_of(scene, 1600, 900)
    above_names = sum(map(len, scene.columns)) if isinstance(scene, StatementsSeen) else 0
    assert len(found.may) - above_names <= MOST_SMALL
