"""The command line in a made-up language: whatever it prints, a catalogue holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.workshop import Details
from desktop_app.storage import backup
from desktop_app.storage.library import open_library
from tests.pseudo import untranslated

pytestmark = [pytest.mark.gui, pytest.mark.usefixtures("console_made_up")]

NAMES = re.compile(r"/[^\s⟧\])]+|roundtable[\w.-]*|--[a-z]+|\S+\.db")
"""What is no language's: paths, names of files, options."""


def unsaid(text: str) -> list[str]:
    """Return the words of a text that no message said."""
    return untranslated(NAMES.sub(" ", text))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    for title in ("First", "Second"):
        with opened(folder) as services:
            services.workshops.create(Details(title))
        open_library(folder).close()
    return folder


def spoil(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(b"\0" * 100 + content[100:])


def newest(folder: Path) -> Path:
    return backup.backups(folder / "roundtable.db")[0]


def sound(folder: Path) -> None:
    """Leave a library as it is."""


def one_backup_bad(folder: Path) -> None:
    spoil(newest(folder))


def all_backups_bad(folder: Path) -> None:
    for path in backup.backups(folder / "roundtable.db"):
        spoil(path)


def one_bad_backup(folder: Path) -> None:
    for path in backup.backups(folder / "roundtable.db")[1:]:
        path.unlink()
    spoil(newest(folder))


def no_backup(folder: Path) -> None:
    for path in backup.backups(folder / "roundtable.db"):
        path.unlink()


def no_library(folder: Path) -> None:
    for path in folder.rglob("roundtable*"):
        path.unlink()


def damaged(folder: Path) -> None:
    spoil(folder / "roundtable.db")


def gone(folder: Path) -> None:
    (folder / "roundtable.db").unlink()


def newer(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "roundtable.db")) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")


@pytest.mark.parametrize("options", [(), ("--repair",)])
@pytest.mark.parametrize(
    "state",
    [
        *(sound, one_backup_bad, all_backups_bad, one_bad_backup, no_backup),
        *(no_library, damaged, gone, newer),
    ],
)
def test_what_a_check_finds_is_said(
    folder: Path,
    state: Callable[[Path], None],
    options: tuple[str, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    state(folder)
    main(["check", *options, "--data-dir", str(folder)])
    printed = "".join(capsys.readouterr())
    assert printed.count("[") == printed.count("]") > 0
    assert unsaid(printed) == []
