"""Where the application stopped: what is written is read back equal, and no file can stop it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import OutputProblem
from desktop_app.domain.settings import Settings
from desktop_app.domain.stopped import Stopped
from desktop_app.storage import settings_file
from desktop_app.storage.stopped_file import FILE_NAME, TomlStopped

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FLAGS = st.booleans()
ANY = st.builds(Stopped, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, FLAGS, FLAGS)
OLD_SETTINGS = """\
# Settings of Roundtable on this laptop. Roundtable writes this file anew.
chime = false
timer_paused_in = "w1"
stage_shows = "w1\\tstatement:T1\\tresult\\tframework\\t1\\t0"
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> TomlStopped:
    return TomlStopped(tmp_path_factory.mktemp("stopped") / FILE_NAME)


def test_without_a_file_nothing_was_left(tmp_path: Path) -> None:
    assert TomlStopped(tmp_path / FILE_NAME).load() == Stopped()


@given(stopped=ANY)
def test_what_is_kept_is_read_back(shared: TomlStopped, stopped: Stopped) -> None:
    shared.save(stopped)
    assert shared.load() == stopped


@given(garbage=st.binary() | st.text().map(str.encode) | st.just(b"look = [" + b"[" * 9000))
def test_garbage_gives_the_defaults(shared: TomlStopped, garbage: bytes) -> None:
    shared.path.write_bytes(garbage)
    assert isinstance(shared.load(), Stopped)


def test_each_value_stands_alone(shared: TomlStopped) -> None:
    shared.path.write_text('step = 12\nblank = "yes"\nunknown = 1\nlook = "groups"\n', "utf-8")
    assert shared.load() == Stopped(look="groups")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem):
        TomlStopped(tmp_path / "gone" / FILE_NAME).save(Stopped())


def test_settings_that_held_where_a_workshop_stopped_still_load(tmp_path: Path) -> None:
    path = tmp_path / settings_file.FILE_NAME
    path.write_text(OLD_SETTINGS, "utf-8")
    store = settings_file.TomlSettings(path)
    assert store.load() == Settings(chime=False)
    store.save(store.load())
    assert "w1" not in path.read_text("utf-8")
