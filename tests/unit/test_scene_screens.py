"""The screens of a scene are made once, and anew where the scene or the stage is another."""

from dataclasses import replace

from desktop_app.scenes.break_scenes import SlideShown
from desktop_app.scenes.pages import Screens, pages_of
from desktop_app.scenes.screens import USUAL

LONG = SlideShown("Own item", "A long text", "\n".join("Many words to be read. " * 9 for _ in "12"))


def test_the_screens_are_those_of_the_scene() -> None:
    assert Screens().of(LONG, USUAL) == pages_of(LONG, USUAL)


def test_screens_asked_for_again_are_the_same_ones() -> None:
    screens = Screens()
    assert screens.of(LONG, USUAL) is screens.of(LONG, USUAL)


def test_another_scene_or_another_stage_has_screens_of_its_own() -> None:
    screens = Screens()
    screens.of(LONG, USUAL)
    larger = replace(USUAL, type=1.6)
    assert screens.of(LONG, larger) == pages_of(LONG, larger)
    other = replace(LONG, text="Few words.")
    assert screens.of(other, larger) == pages_of(other, larger)


def test_an_equal_scene_in_another_language_has_its_own_words() -> None:
    german, screens = replace(LONG, language="de-DE"), Screens()
    screens.of(LONG, USUAL)
    assert [page.kicker for page in screens.of(german, USUAL)] == [
        page.kicker for page in pages_of(german, USUAL)
    ]
