"""`roundtable check` tells how the library is; `--repair` restores it and keeps what was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.domain.workshop import Details
from desktop_app.storage import backup
from desktop_app.storage.opening import open_library
from desktop_app.ui.app.instance import Instance
from tests.helpers import another_library

pytestmark = pytest.mark.gui  # whoever repairs holds the window's own lock

Check = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a library to copy: one workshop that the newest backup has, and one made since."""
    folder = tmp_path_factory.mktemp("made") / "data"
    with opened(folder) as services:
        services.workshops.create(Details("Backed up"))
    open_library(folder).close()
    with opened(folder) as services:
        services.workshops.create(Details("Since then"))
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """Give a library of one workshop whose newest backup has it, and a second one made since."""
    return another_library(made, tmp_path / "data ?%#ŵ")


@pytest.fixture
def check(folder: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    """Give check(*options), which gives the exit status and the one sentence that was printed."""

    def run(*options: str, data_dir: Path = folder) -> tuple[int, str]:
        status = main(["check", *options, "--data-dir", str(data_dir)])
        out, err = capsys.readouterr()
        said, silent = (err, out) if status else (out, err)
        assert silent == ""
        assert len(said.splitlines()) == 1
        assert said.endswith(".\n")
        return status, said.strip()

    return run


def file_of(folder: Path) -> Path:
    return folder / "roundtable.db"


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def titles(folder: Path) -> list[str]:
    with opened(folder) as services:
        return sorted(summary.title for summary in services.workshops.all())


def spoil(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(b"\0" * 100 + content[100:])


# Looking


def test_a_sound_library_is_said_and_nothing_is_touched(check: Check, folder: Path) -> None:
    before = files(folder)
    status, said = check()
    assert status == 0
    assert f"{file_of(folder)} is sound and holds 2 workshops. Its backup is good, the " in said
    assert files(folder) == before
    status, said = check("--repair")
    assert (status, "There is nothing to repair" in said) == (0, True)
    before.pop("roundtable.lock", None)
    assert files(folder) == before


def test_what_still_stands_in_the_log_counts_and_stays_there(check: Check, folder: Path) -> None:
    library = open_library(folder)
    with closing(sqlite3.connect(file_of(folder))) as other, other:
        other.execute("UPDATE workshops SET title = 'In the log'")
    crashed = folder.parent / "crashed"
    shutil.copytree(folder, crashed)
    library.close()
    kept = ("roundtable.db", "roundtable.db-wal")
    before = [(crashed / name).read_bytes() for name in kept]
    assert check(data_dir=crashed)[0] == 0
    assert [(crashed / name).read_bytes() for name in kept] == before
    assert titles(crashed) == ["In the log", "In the log"]


@pytest.mark.parametrize("options", [(), ("--repair",)])
def test_where_there_is_no_library_none_is_made(
    check: Check, tmp_path: Path, options: tuple[str, ...]
) -> None:
    status, said = check(*options, data_dir=tmp_path / "none")
    assert (status, said) == (0, f"There is no library in {tmp_path / 'none'} yet.")
    assert not (tmp_path / "none").exists()


def test_damage_that_only_a_whole_look_finds_is_said(check: Check, folder: Path) -> None:
    content = file_of(folder).read_bytes()
    assert b"Since then" in content
    file_of(folder).write_bytes(content.replace(b"Since then", b"Sinc\xff\xffthen"))
    before = files(folder)
    status, said = check()
    assert status == 1
    assert "is damaged" in said
    assert "“roundtable check --repair” puts it in its place" in said
    assert files(folder) == before


def test_a_backup_that_cannot_be_used_is_named(check: Check, folder: Path) -> None:
    newest = backup.backups(file_of(folder))[0]
    broken = newest.with_name("roundtable-999999-29991231T235959-000000Z.db")
    shutil.copy(newest, broken)
    spoil(broken)
    status, said = check()
    assert status == 0
    assert "1 of its 2 backups can be used" in said
    assert said.endswith(f"not {broken.name}.")


@pytest.mark.parametrize("command", [("list",), ("check",), ("import", "x.csv")])
def test_a_library_that_is_missing_is_said_and_none_is_begun(
    folder: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    shutil.rmtree(folder)
    assert main([*command, "--data-dir", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "is missing: it held 2 workshops when it was last open here" in err
    assert not folder.exists()
    assert main(["check", "--repair", "--data-dir", str(folder)]) == 0
    assert "begins an empty library" in capsys.readouterr().out
    assert main(["list", "--data-dir", str(folder)]) == 0
    assert capsys.readouterr() == ("", "")


# Restoring


def harm_header(folder: Path) -> None:
    spoil(file_of(folder))


def harm_text(folder: Path) -> None:
    content = file_of(folder).read_bytes()
    file_of(folder).write_bytes(content.replace(b"Since then", b"Sinc\xff\xffthen"))


def empty(folder: Path) -> None:
    file_of(folder).write_bytes(b"")


def remove(folder: Path) -> None:
    file_of(folder).unlink()


@pytest.mark.parametrize(
    ("harm", "there_again"),
    [
        (harm_header, ["Backed up", "Since then"]),
        (harm_text, ["Backed up", "Sinc\ufffd\ufffdthen"]),
        (empty, ["Backed up"]),
    ],
)
def test_the_newest_good_backup_takes_the_place_and_the_damaged_file_is_kept(
    check: Check, folder: Path, harm: Callable[[Path], None], there_again: list[str]
) -> None:
    harm(folder)
    log = folder / "roundtable.db-wal"
    log_content = b"a log of the damaged file"
    log.write_bytes(log_content)
    damaged = file_of(folder).read_bytes()
    status, said = check("--repair")
    assert status == 0
    assert "was damaged and is restored from its newest good backup, of 2" in said
    (kept,) = (folder / "damaged").iterdir()
    assert said.endswith(f"kept in {kept}.")
    aside = files(kept)
    assert (aside["roundtable.db"], aside["roundtable.db-wal"]) == (damaged, log_content)
    assert not log.exists()
    assert check()[0] == 0
    assert titles(folder) == there_again


def write_file(path: Path) -> None:
    path.write_text("mine")


@pytest.mark.parametrize("stand_in", [write_file, lambda path: path.symlink_to("nowhere")])
def test_what_already_has_the_name_for_damaged_files_is_left_alone(
    check: Check, folder: Path, stand_in: Callable[[Path], None]
) -> None:
    stand_in(folder / "damaged")
    harm_header(folder)
    status, said = check("--repair")
    assert status == 0
    (kept,) = (folder / "damaged-2").iterdir()
    assert said.endswith(f"kept in {kept}.")
    assert not (folder / "damaged").is_dir()
    assert titles(folder) == ["Backed up", "Since then"]


def pipe(file: Path) -> None:
    file.unlink(missing_ok=True)
    os.mkfifo(file)


def link_to(where: str) -> Callable[[Path], None]:
    def link(file: Path) -> None:
        file.unlink(missing_ok=True)
        file.symlink_to(where)

    return link


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this platform has no pipes with a name")
@pytest.mark.parametrize("part", ["", "-wal", "-journal", "-shm"])
@pytest.mark.parametrize("stand_in", [pipe, Path.mkdir, link_to("/dev/zero"), link_to("none")])
def test_what_is_no_file_counts_as_damage(
    check: Check, folder: Path, capsys: pytest.CaptureFixture[str], part: str,
    stand_in: Callable[[Path], None],
) -> None:  # fmt: skip
    file = file_of(folder).with_name(f"roundtable.db{part}")
    if stand_in is Path.mkdir and not part:
        pytest.skip("a folder in the library's place is said as that")
    stand_in(file)
    for command in ("list", "import"):
        more = ["x.csv"] if command == "import" else []
        assert main([command, *more, "--data-dir", str(folder)]) == 1
        assert "is damaged" in capsys.readouterr().err
    assert check()[0] == 1
    assert check("--repair")[0] == 0
    assert check()[0] == 0
    assert titles(folder) == (["Backed up", "Since then"] if part else ["Backed up"])


@pytest.mark.parametrize("step", range(1, 5))
def test_a_repair_that_was_cut_off_is_done_again(
    check: Check, folder: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    spoil(file_of(folder))
    (folder / "roundtable.db-wal").write_bytes(b"its log")
    (folder / "roundtable.db-shm").write_bytes(b"its index")
    damaged = file_of(folder).read_bytes()
    replacing, done = Path.replace, []

    def cut_off(source: Path, target: Path) -> Path:
        done.append(source)
        if len(done) == step:
            raise KeyboardInterrupt
        return replacing(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut_off)
        assert main(["check", "--repair", "--data-dir", str(folder)]) == 130
    assert check()[0] == 1  # never taken for a sound library, nor for a new one
    assert check("--repair")[0] == 0
    everything = files(folder).values()
    assert damaged in everything
    assert b"its log" in everything
    assert titles(folder) == ["Backed up", "Since then"]


def test_a_library_that_is_gone_comes_back(check: Check, folder: Path) -> None:
    remove(folder)
    assert check()[0] == 1
    status, said = check("--repair")
    assert (status, "was missing and is restored" in said) == (0, True)
    assert titles(folder) == ["Backed up"]


def test_bad_backups_are_passed_over(check: Check, folder: Path) -> None:
    good = backup.backups(file_of(folder))[0]
    for year, content in ((2997, b""), (2998, b"Dear all"), (2999, None)):
        newer = good.with_name(f"roundtable-{year}1231T235959-000000Z.db")
        if content is None:
            shutil.copy(good, newer)
            with closing(sqlite3.connect(newer)) as raw, raw:
                raw.execute("UPDATE workshops SET title = CAST(X'41FF' AS TEXT)")
        else:
            newer.write_bytes(content)
    file_of(folder).write_bytes(b"no library")
    assert check("--repair")[0] == 0
    assert titles(folder) == ["Backed up"]


def test_without_a_good_backup_what_can_be_read_comes_back(check: Check, folder: Path) -> None:
    for path in (*backup.backups(file_of(folder)), file_of(folder)):
        spoil(path)
    damaged = file_of(folder).read_bytes()
    status, said = check()
    assert (status, "brings back what can still be read" in said) == (1, True)
    status, said = check("--repair")
    assert (status, "had no good backup" in said, "with 2 workshops" in said) == (0, True, True)
    assert "Nothing that was done since then is lost" in said
    assert check()[0] == 0
    assert titles(folder) == ["Backed up", "Since then"]
    (kept,) = (folder / "damaged").iterdir()
    assert (kept / "roundtable.db").read_bytes() == damaged


def test_where_nothing_can_be_read_nothing_is_changed(check: Check, folder: Path) -> None:
    for path in (*backup.backups(file_of(folder)), file_of(folder)):
        path.write_bytes(b"Dear all, " * 1000)
    before = files(folder)
    status, said = check("--repair")
    assert (status, "nothing in it can be read" in said) == (1, True)
    assert files(folder) == before


def test_a_library_from_a_newer_version_is_left_alone(check: Check, folder: Path) -> None:
    with closing(sqlite3.connect(file_of(folder))) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    before = files(folder)
    for options in ((), ("--repair",)):
        status, said = check(*options)
        assert (status, "newer version" in said) == (1, True)
    assert files(folder) == before


def test_a_library_that_a_window_has_open_is_not_repaired(check: Check, folder: Path) -> None:
    spoil(file_of(folder))
    damaged = file_of(folder).read_bytes()
    window = Instance()
    assert window.acquire(folder)
    status, said = check("--repair")
    window.release()
    assert (status, "is already open with this library" in said) == (1, True)
    assert file_of(folder).read_bytes() == damaged
    assert not (folder / "damaged").exists()


def test_what_stands_in_the_way_is_said(check: Check, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("mine")
    (tmp_path / "taken" / "roundtable.db").mkdir(parents=True)
    for options in ((), ("--repair",)):
        status, said = check(*options, data_dir=tmp_path / "a file")
        assert (status, "a file stands in its way" in said) == (1, True)
        status, said = check(*options, data_dir=tmp_path / "taken")
        assert (status, "A folder stands where" in said) == (1, True)
