"""`backup` and `restore`: the library in a folder of the person's choice, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.workshop import Details
from desktop_app.storage.settings_file import FILE_NAME, TomlSettings
from desktop_app.words.printing_day import local_day

Call = Callable[..., tuple[int, str]]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    """Give call(folder, *arguments), which gives the exit status and what was printed."""

    def run(folder: Path, *arguments: str | Path) -> tuple[int, str]:
        status = main([*map(str, arguments), "--data-dir", str(folder)])
        out, err = capsys.readouterr()
        return status, out + err

    return run


def create(folder: Path, title: str) -> str:
    with opened(folder) as services:
        return services.workshops.create(Details(title)).value


def titles(call: Call, folder: Path) -> set[str]:
    return {line.split("\t")[1] for line in call(folder, "list")[1].splitlines()}


def test_a_library_goes_to_a_folder_and_comes_back_elsewhere(call: Call, tmp_path: Path) -> None:
    here, there, stick = (tmp_path / name for name in ("here", "there", "stick"))
    stick.mkdir()
    create(here, "Away-day")
    create(there, "Evening")
    for _ in range(2):
        status, said = call(here, "backup", "--to", stick)
        assert (status, said.startswith("Copied and checked: ")) == (0, True)
    assert len(list(stick.glob("*.roundtable-library"))) == 2, "none takes another's place"
    status, said = call(there, "restore", stick)
    assert status == 0
    assert "1 workshop\n" in said
    assert "Away-day" in said
    assert "1 of them is missing here and would come in." in said
    assert titles(call, there) == {"Evening"}, "it was only looked at"
    assert call(there, "restore", stick, "--take")[1].endswith("1 workshop came in.\n")
    assert titles(call, there) == {"Evening", "Away-day"}


def test_what_went_further_comes_back_only_where_that_is_meant(call: Call, tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "c.roundtable-library"
    key = create(here, "Away-day")
    call(here, "backup", "--to", file)
    call(there, "restore", file, "--take")
    call(here, "set", key, "place=Town Hall")
    call(here, "set", key, "title=Away-day again")
    call(here, "backup", "--to", file)
    assert call(there, "restore", file, "--take")[1].endswith("0 workshops came in.\n")
    assert titles(call, there) == {"Away-day"}
    assert call(there, "restore", file, "--take", "--newer")[1].endswith("1 workshop came in.\n")
    assert titles(call, there) == {"Away-day again"}


def test_an_empty_folder_and_a_damaged_copy_are_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    status, said = call(tmp_path / "data", "restore", tmp_path / "stick")
    assert status == 1
    assert "There is no copy of a library" in said
    (tmp_path / "stick" / "x.roundtable-library").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    status, said = call(tmp_path / "data", "restore", tmp_path / "stick", "--take")
    assert status == 1
    assert "Nothing was brought in" in said


def test_the_folder_is_remembered_for_the_next_copy(call: Call, tmp_path: Path) -> None:
    here, stick = tmp_path / "here", tmp_path / "stick"
    stick.mkdir()
    create(here, "Away-day")
    status, said = call(here, "backup")
    assert (status, "Say where the copy goes" in said) == (1, True)
    call(here, "backup", "--to", stick)
    assert call(here, "backup")[0] == 0
    assert len(list(stick.glob("*.roundtable-library"))) == 2
    settings = TomlSettings(here / FILE_NAME).load()
    assert Path(settings.backup_folder) == stick
    assert settings.backed_up == local_day().isoformat()
    stick.rename(tmp_path / "unplugged")
    status, said = call(here, "backup")
    assert (status, "Plug the stick in" in said, said.count("\n")) == (1, True, 1)
