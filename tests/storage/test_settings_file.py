"""Settings: what is written is read back equal, and no file can stop the application."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.settings import Settings
from desktop_app.storage.settings_file import FILE_NAME, TomlSettings

PLACES = st.none() | st.tuples(*[st.integers(-40_000, 40_000)] * 4)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ANY = st.builds(
    Settings,
    console_dark=st.none() | st.booleans(),
    stage_dark=st.none() | st.booleans(),
    motion=st.booleans(),
    chime=st.booleans(),
    timer=st.booleans(),
    stage_timer=st.booleans(),
    blank_black=st.booleans(),
    folder=TEXTS,
    projector=TEXTS,
    console_place=PLACES,
    console_maximised=st.booleans(),
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> TomlSettings:
    return TomlSettings(tmp_path_factory.mktemp("settings") / FILE_NAME)


def test_without_a_file_everything_is_as_delivered(tmp_path: Path) -> None:
    assert TomlSettings(tmp_path / FILE_NAME).load() == Settings()


@given(settings=ANY)
def test_what_is_kept_is_read_back(shared: TomlSettings, settings: Settings) -> None:
    shared.save(settings)
    assert shared.load() == settings


@given(garbage=st.binary() | st.text().map(str.encode) | st.just(b"motion = [" + b"[" * 9000))
def test_garbage_gives_the_defaults(shared: TomlSettings, garbage: bytes) -> None:
    shared.path.write_bytes(garbage)
    assert isinstance(shared.load(), Settings)


def test_each_setting_stands_alone(shared: TomlSettings) -> None:
    for field in fields(Settings):
        shared.path.write_text(f"{field.name} = 12.5\nunknown = 1\nchime = false\n", "utf-8")
        if field.name == "chime":
            continue
        assert shared.load() == Settings(chime=False)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem):
        TomlSettings(tmp_path / "gone" / FILE_NAME).save(Settings())
