"""One window per library: who holds it, who takes over, and how the first one is shown."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import LibraryInUse, LibraryReadOnly
from desktop_app.ui.app.instance import LOCK_NAME, Instance, server_name
from tests.helpers import ROOT, run_roundtable

NOBODY = 65534

_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.ui.app.instance import Instance
app = QCoreApplication([])
first = Instance()
first.raise_requested.connect(app.quit)
held = first.acquire(Path(sys.argv[1]))
first.listen()
print(held, flush=True)
app.exec()
print("raised", flush=True)
first.release()
"""

_SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.ui.app.instance import Instance
app = QCoreApplication([])
second, folder = Instance(), Path(sys.argv[1])
print(second.acquire(folder), second.ask_first_to_show(folder))
"""


@contextmanager
def other_process(script: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def first(qapp: object) -> Iterator[Instance]:
    made = Instance()
    yield made
    made.release()


@pytest.fixture
def second(qapp: object) -> Iterator[Instance]:
    made = Instance()
    yield made
    made.release()


def test_only_one_holds_a_library(first: Instance, second: Instance, tmp_path: Path) -> None:
    data_dir = tmp_path / "new" / "data"
    assert first.acquire(data_dir)
    assert first.acquire(data_dir)
    assert not second.acquire(data_dir)
    first.release()
    assert second.acquire(data_dir)
    assert not first.acquire(data_dir)


def test_two_libraries_are_held_side_by_side(
    first: Instance, second: Instance, tmp_path: Path
) -> None:
    assert first.acquire(tmp_path / "one")
    assert second.acquire(tmp_path / "two")


def test_nothing_is_left_in_the_folder_of_a_released_library(
    first: Instance, tmp_path: Path
) -> None:
    first.acquire(tmp_path)
    first.listen()
    first.release()
    first.release()
    assert list(tmp_path.iterdir()) == []


def test_another_process_holds_it_until_it_is_killed(second: Instance, tmp_path: Path) -> None:
    with other_process(_FIRST, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        assert not second.acquire(tmp_path)
        first.send_signal(signal.SIGKILL)
        first.wait()
    assert (tmp_path / LOCK_NAME).exists()
    assert second.acquire(tmp_path)
    second.listen()


@pytest.mark.parametrize("host", ["", "another-name-of-this-laptop"])
def test_a_lock_nobody_holds_is_taken_over_whatever_it_names(
    first: Instance, second: Instance, tmp_path: Path, host: str
) -> None:
    program = Path(sys.executable).resolve().name
    (tmp_path / LOCK_NAME).write_text(f"{os.getppid()}\n{program}\n{host}\n")
    assert first.acquire(tmp_path)
    assert not second.acquire(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [LOCK_NAME]


@pytest.mark.parametrize("place", ["/proc/roundtable", "/sys/kernel", "/dev/null"])
def test_where_no_lock_can_be_made_nobody_is_in_the_way(first: Instance, place: str) -> None:
    assert first.acquire(Path(place))
    first.listen()


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """Give a folder that may not be written, also where the tests are run by root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / LOCK_NAME).write_text("999999999\nroundtable\n\n")
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(NOBODY)
        yield folder
        if user == 0:
            os.seteuid(0)
        folder.chmod(0o755)


def test_an_old_lock_in_a_read_only_folder_does_not_count(
    first: Instance, read_only_folder: Path
) -> None:
    with pytest.raises(OSError, match="denied"):
        (read_only_folder / "probe").touch()
    assert first.acquire(read_only_folder)


def test_the_second_has_the_first_shown(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    assert first.acquire(tmp_path)
    first.listen()
    (tmp_path / "link").symlink_to(tmp_path)
    for folder in (tmp_path, tmp_path / "link"):
        with other_process(_SECOND, folder) as second:
            assert second.stdout is not None
            with qtbot.waitSignal(first.raise_requested, timeout=10_000):
                pass
            qtbot.waitUntil(lambda process=second: process.poll() is not None, timeout=10_000)
            assert second.stdout.read() == "False True\n"


def test_a_first_in_another_process_is_shown(second: Instance, tmp_path: Path) -> None:
    with other_process(_FIRST, tmp_path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "True\n"
        assert not second.acquire(tmp_path)
        assert second.ask_first_to_show(tmp_path)
        assert first.stdout.read() == "raised\n"
        assert first.wait() == 0
    assert second.acquire(tmp_path)


@pytest.mark.slow
def test_the_application_started_twice_stays_one(
    qtbot: QtBot, second: Instance, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as first:
        try:
            qtbot.waitUntil(lambda: second.ask_first_to_show(tmp_path), timeout=20_000)
            again = run_roundtable("--data-dir", tmp_path, timeout=30)
            assert (again.returncode, again.stdout) == (0, "")
            assert first.poll() is None
        finally:
            first.kill()
    assert second.acquire(tmp_path)
    second.listen()


NAMES = ("plain.csv", "two words.roundtable", "ŵ\n1.toml", "“x”.xlsx")


def test_the_second_hands_its_files_over(qtbot: QtBot, first: Instance, tmp_path: Path) -> None:
    assert first.acquire(tmp_path)
    first.listen()
    files = [tmp_path / name for name in NAMES]
    script = _SECOND.replace("(folder))", "(folder, [folder / n for n in sys.argv[2:]]))")
    process = [sys.executable, "-c", script, str(tmp_path), *NAMES]
    with subprocess.Popen(process, cwd=ROOT, stdout=subprocess.PIPE, text=True) as second:
        with qtbot.waitSignal(first.files_handed_over, timeout=10_000) as handed:
            pass
        assert handed.args == [tuple(files)]
        assert second.stdout is not None
        assert second.stdout.read() == "False True\n"


def test_a_first_is_shown_also_where_its_library_cannot_be_opened(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    def open_library() -> None:
        raise LibraryReadOnly(tmp_path)

    with pytest.raises(LibraryReadOnly):
        first.opening(tmp_path, open_library)()
    script = _SECOND.replace("(folder))", "(folder, starting_ms=0))")
    with other_process(script, tmp_path) as second:
        with qtbot.waitSignal(first.raise_requested, timeout=10_000):
            pass
        assert second.stdout is not None
        assert second.stdout.read() == "False True\n"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be another person")
def test_a_first_of_another_person_is_not_waited_for(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    assert first.acquire(tmp_path)
    first.listen()
    asked = f"(os.seteuid({NOBODY}) or folder, starting_ms=-1))"  # it would wait for ever
    script = "import os" + _SECOND.replace("(folder))", asked)
    with other_process(script, tmp_path) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
        assert second.stdout is not None
        assert second.stdout.read() == "False False\n"


def test_where_nobody_answers_the_second_is_told(first: Instance, tmp_path: Path) -> None:
    assert not first.ask_first_to_show(tmp_path, starting_ms=0)


@pytest.mark.slow
def test_a_second_start_while_the_first_is_still_starting_waits_for_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "desktop_app", "--data-dir", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as first:
        try:
            qtbot.waitUntil((tmp_path / LOCK_NAME).exists, timeout=20_000)
            again = run_roundtable("--data-dir", tmp_path, timeout=30)
            assert again.returncode == 0
            assert first.poll() is None
        finally:
            first.kill()


def test_an_end_that_was_not_clean_does_not_silence_the_next(
    qtbot: QtBot, first: Instance, tmp_path: Path
) -> None:
    with other_process(_FIRST, tmp_path) as killed:
        assert killed.stdout is not None
        killed.stdout.readline()
        killed.kill()
        killed.wait()
    assert first.acquire(tmp_path)
    first.listen()
    with other_process(_SECOND, tmp_path), qtbot.waitSignal(first.raise_requested, timeout=10_000):
        pass


def test_opening_is_refused_with_a_sentence_until_the_first_is_gone(
    first: Instance, second: Instance, tmp_path: Path
) -> None:
    opened: list[str] = []
    open_library = second.opening(tmp_path, lambda: opened.append("library"))
    first.acquire(tmp_path)
    with pytest.raises(LibraryInUse, match="Roundtable is already open with this library"):
        open_library()
    assert opened == []
    first.release()
    open_library()
    open_library()
    assert opened == ["library", "library"]
    assert not first.acquire(tmp_path)


def test_a_library_that_cannot_be_opened_says_so_itself(first: Instance, tmp_path: Path) -> None:
    def refuse() -> None:
        raise LibraryReadOnly("It is read-only.")

    with pytest.raises(LibraryReadOnly):
        first.opening(tmp_path, refuse)()


def test_folders_have_names_of_their_own(tmp_path: Path) -> None:
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
    assert server_name(tmp_path / "a" / ".." / "a") == server_name(tmp_path / "a")
    assert len(server_name(tmp_path / ("Łódź" * 20))) < 40
