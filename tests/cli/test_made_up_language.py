"""The command line in a made-up language: whatever it prints, a catalogue holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.channels import Channel
from desktop_app.domain.workshop import Details
from desktop_app.storage import backup
from desktop_app.storage.opening import open_library
from desktop_app.words.language import speak_on_the_console
from tests.helpers import another_library
from tests.pseudo import untranslated

pytestmark = pytest.mark.gui  # whoever repairs holds the window's own lock

KEYS = (
    *(
        "roundtable",
        "demo",
        "list",
        "import",
        "join",
        "export",
        "close",
        "set",
        "guide",
        "check",
        "backup",
        "restore",
    ),
    "follow",
    *("title", "partnership", "place", "facilitator", "date"),
    *(
        "summary",
        "report",
        "plan",
        "ballots",
        "script",
        "posters",
        "board",
        "commitments",
        "brief",
        "a4",
        "a3",
        "slips",
        *("dots", "tally", "entry", "form", "survey", "xlsx", "mail"),
        *("not", "answered", "cannot", "say", "owners", "large", "progress", "prog"),
        "sheet",
    ),
)
"""What is typed, in whatever language: commands, fields and kinds of paper."""
SUFFIXES = re.compile(r"\.(pdf|docx|txt|csv|json|xlsx|html|ics|svg|png|roundtable)\b")
NAMES = re.compile(r"/[^\s⟧\])]+|roundtable[\w.-]*|--?[a-z-]+|\S+\.db")
"""What is no language's: paths, names of files, options."""


def unsaid(text: str) -> list[str]:
    """Return the words of a text that no message said."""
    return [word for word in untranslated(NAMES.sub(" ", text)) if word not in KEYS]


@pytest.fixture(autouse=True)
def _laptop(console_made_up: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the laptop to the made-up language; what speaks it afterwards is console_made_up's."""
    speak_on_the_console("en-GB")
    monkeypatch.setenv("LC_ALL", f"{console_made_up.replace('-', '_')}.UTF-8")


class Said(NamedTuple):
    status: int
    text: str


@pytest.fixture
def call(folder: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    """Give call(*arguments), which runs a command over the library and gives all it printed."""

    def run(*arguments: str | Path, library: bool = True) -> Said:
        where = ["--data-dir", str(folder)] if library else []
        try:
            status = main([*map(str, arguments), *where])
        except SystemExit as ended:
            status = ended.code if isinstance(ended.code, int) else 0
        return Said(status, "".join(capsys.readouterr()))

    return run


def is_said(text: str) -> bool:
    assert unsaid(text) == [], text
    cut = "…" in text  # a long list of what there is
    assert cut or text.count("[") == text.count("]"), text
    return "[" in text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library of two workshops to copy, with a backup for each."""
    folder = tmp_path_factory.mktemp("made") / "data"
    for title in ("First", "Second"):
        with opened(folder) as services:
            services.workshops.create(Details(title))
        open_library(folder).close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return another_library(made, tmp_path / "data")


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
    call: Callable[..., Said],
) -> None:
    state(folder)
    assert is_said(call("check", *options).text)


@pytest.mark.parametrize(
    "command", ["", "demo", "list", "import", "join", "export", "close", "set", "check"]
)
def test_help_is_said(call: Callable[..., Said], command: str) -> None:
    arguments = [command, "--help"] if command else ["--help"]
    found = call(*arguments, library=False)
    assert found.status == 0
    assert is_said(SUFFIXES.sub(" ", re.sub(r"\s+", " ", found.text)))


@pytest.mark.parametrize(
    "arguments",
    [
        ["ŵŵ"],
        ["list", "ŵŵ"],
        ["list", "--data-dir"],
        ["list", "--data-dir", ""],
        ["import"],
        ["export", "1"],
        ["export", "--to", "1.pdf"],
        ["export", "1", "--to", "1.pdf", "--kind", "7"],
        ["export", "1", "--to", "1.pdf", "--per-sheet", "7"],
        ["export", "1", "--to", "1.pdf", "--per-sheet", "ŵ"],
        ["export", "1", "--to", "1.7"],
        ["export", "1", "--to", "1.csv", "--kind", "plan"],
        ["export", "1", "--to", "1.pdf", "--bom"],
        ["import", "1.roundtable", "--framework", "1"],
        ["import", "1.roundtable", "--sheet", "1"],
        ["import", "1.csv", "--into", "1", "--framework", "1"],
        ["import", "1.csv", "--into", "1", "--keep-both"],
        ["--quit-after-first-paint=3"],
        ["set", "1", "7=7"],
        ["export", "1", "--p", "7", "--to", "1.pdf"],
    ],
)
def test_a_wrong_call_is_told(call: Callable[..., Said], arguments: list[str]) -> None:
    found = call(*arguments, library=False)
    assert found.status == 2
    text = SUFFIXES.sub(" ", found.text)
    text = re.sub(r"\bint\b", " ", text)  # the kind of value, as argparse has it
    assert is_said(text)


def test_what_is_printed_is_said(call: Callable[..., Said], folder: Path) -> None:
    with opened(folder) as services:
        sample = services.library.add_sample().value
        services.rounds.open(sample, "T1", Channel.PAPER)
    for line in call("list").text.splitlines():
        assert is_said(line.split("\t")[4])
    left_out = call("export", sample, "--to", folder / "1.roundtable").text
    assert is_said(left_out)


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "7", "--to", "1.pdf"),
        ("export", "First", "--to", "1.pdf"),
        ("import", "7.csv"),
        ("import", "7.roundtable"),
        ("import", "7.csv", "--framework", "7"),
        ("import", "7.csv", "--into", "7"),
    ],
)
def test_what_goes_wrong_is_said(
    call: Callable[..., Said], folder: Path, arguments: tuple[str, ...]
) -> None:
    with opened(folder) as services:
        services.workshops.create(Details("First"))
    found = call(*arguments)
    assert found.status == 1
    titles = re.sub(r"“[^“”\[]*”|\w+\.(csv|pdf|roundtable)\b", " ", found.text)
    assert is_said(titles)


def test_what_nobody_foresaw_is_said(
    call: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    for surprise in (OSError(5, "No"), OSError("No"), ZeroDivisionError()):

        def fail(_folder: Path, surprise: Exception = surprise, **_how: object) -> None:
            raise surprise

        monkeypatch.setattr("desktop_app.bootstrap.look_at_services", fail)
        found = call("list")
        assert found.status == 1
        assert is_said(re.sub(r"\w+Error|\w+\.py", " ", found.text))


def test_the_made_up_language_is_left_where_the_laptop_speaks_english(
    call: Callable[..., Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    assert "Run a partnership" in call("--help", library=False).text
