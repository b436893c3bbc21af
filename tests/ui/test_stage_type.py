"""Text on the stage in three sizes: chosen on the console, seen at once, kept for the laptop."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.domain.settings import STAGE_TYPES, Settings
from desktop_app.scenes.screens import LARGE, LARGEST, NORMAL
from desktop_app.storage.settings_file import TomlSettings
from tests.journeys.driver import App, Key, settle
from tests.journeys.ways import prepare

from .test_showing import on_console, on_stage


def type_of(app: App) -> float:
    return app.stage.places.type


@pytest.mark.parametrize("from_stage", [False, True])
def test_l_makes_text_large_then_largest_then_normal_again(app: App, *, from_stage: bool) -> None:
    press = on_stage if from_stage else on_console
    prepare(app, 12)
    app.stage.resize(1600, 900)
    found = [type_of(app)]
    for _ in range(3):
        press(app, "l")
        found.append(type_of(app))
    assert found == [NORMAL, LARGE, LARGEST, NORMAL]


def test_the_button_says_what_is_chosen_and_it_is_kept(app: App) -> None:
    prepare(app, 12)
    for name in ("large", "largest"):
        app.click("Text ")
        settle()
        assert app.desktop.preferences.settings.stage_type == name
        app.expect(f"Text {name}  L")


def test_larger_text_turns_into_more_screens_and_next_shows_them_all(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Welcome")
    before = screens(app)
    app.rail("Welcome")
    on_console(app, "l")
    on_console(app, "l")
    assert screens(app) > before


def screens(app: App) -> int:
    """Count the screens that "next" shows here."""
    session = app.desktop.session
    assert session is not None
    here, count = session.step, 0
    while session.step == here:
        count += 1
        app.key(Key.Key_PageDown)
    return count


@pytest.mark.parametrize("name", STAGE_TYPES)
def test_the_choice_is_read_back_from_the_file(tmp_path: Path, name: str) -> None:
    store = TomlSettings(tmp_path / "settings.toml")
    store.save(Settings(stage_type=name))
    assert store.load().stage_type == name


@pytest.mark.parametrize("value", ['"huge"', "true", "3"])
def test_a_size_that_there_is_none_of_is_normal(tmp_path: Path, value: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"stage_type = {value}\n", encoding="utf-8")
    assert TomlSettings(path).load().stage_type == "normal"


def test_the_stage_has_the_screen_that_the_console_speaks_of_in_each_size(app: App) -> None:
    app.click("Open the sample workshop")
    app.rail("Welcome")
    session = app.desktop.session
    assert session is not None
    for _ in range(2 * len(STAGE_TYPES)):
        app.show_the_rest()  # on the last screen, which another size may not have
        assert app.stage.scene_shown == session.scene
        on_console(app, "l")
        settle()
        assert app.stage.scene_shown == session.scene
