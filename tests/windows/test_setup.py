"""Installed, used, upgraded and taken away: the workshops stay, and so does what works."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop_app.version import __version__
from installer.windows.setup import longest_folder
from tests.windows.conftest import BUILD, OLDER
from tests.windows.laptop import Laptop, everything_in

ENTRY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Roundtable"
TYPE = r"Software\Classes\.roundtable"
IS_OPEN, IS_OLDER, TOO_LONG, NOT_OURS, READ_ONLY = 2, 3, 4, 5, 6
OURS = {"Roundtable.exe", "roundtable.com", "uninstall.exe", "app"}


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_upgrade_and_an_uninstall_keep_the_library(
    laptop: Laptop, setup: Path, older_setup: Path, sample: Path
) -> None:
    folder = laptop.here(laptop.home)
    assert laptop.setup(older_setup) == 0
    assert laptop.roundtable("--version").stdout.strip() == f"Roundtable {OLDER}"
    shutil.copy(sample, laptop.drive / "sample.roundtable")
    assert laptop.roundtable("import", r"C:\sample.roundtable").returncode == 0
    listed = laptop.roundtable("list").stdout
    assert listed.count("\n") == 1
    (folder / "my own.txt").write_text("mine", "utf-8")

    assert laptop.setup(setup) == 0
    assert laptop.roundtable("--version").stdout.strip() == f"Roundtable {__version__}"
    assert laptop.roundtable("list").stdout == listed
    assert names_in(folder) == {*OURS, "my own.txt"}
    entry = laptop.registered(ENTRY)
    assert entry["DisplayVersion"] == __version__
    assert int(entry["EstimatedSize"], 16) * 1024 > 100_000_000

    assert laptop.setup(older_setup) == IS_OLDER
    assert laptop.roundtable("--version").stdout.strip() == f"Roundtable {__version__}"

    library = everything_in(laptop.library)
    assert "roundtable.db" in library
    assert laptop.uninstall() == 0
    assert names_in(folder) == {"my own.txt"}
    assert everything_in(laptop.library) == library
    assert laptop.registered(ENTRY) == {}
    assert laptop.registered(TYPE) == {}
    assert laptop.registered(f"{TYPE}-library") == {}
    assert list(laptop.drive.rglob("Roundtable.lnk")) == []


def test_it_goes_into_a_long_folder_with_every_letter(
    laptop: Laptop, setup: Path, sample: Path
) -> None:
    longest = longest_folder(BUILD / f"Roundtable-{__version__}")
    folder = "C:\\Rhaglenni'r ŵyl, ein rhai ni\\".ljust(longest, "a")
    assert laptop.setup(setup, folder + "a") == TOO_LONG
    assert not laptop.here(folder + "a").exists()

    assert laptop.setup(setup, folder) == 0
    before = everything_in(laptop.here(folder))
    shutil.copy(sample, laptop.drive / "sample.roundtable")
    key = laptop.roundtable("import", r"C:\sample.roundtable", folder=folder).stdout.strip()
    assert laptop.roundtable("export", key, "--to", r"C:\plan.pdf", folder=folder).returncode == 0
    assert (laptop.drive / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert everything_in(laptop.here(folder)) == before  # nothing is written beside the program
    assert laptop.uninstall(folder) == 0
    assert not laptop.here(folder).exists()


def test_a_disk_that_is_full_half_way_leaves_the_old_version(
    laptop: Laptop, setup: Path, older_setup: Path
) -> None:
    assert laptop.setup_with_files_no_larger(7, setup) != 0
    assert not laptop.here(laptop.home).exists()
    assert laptop.registered(ENTRY) == {}

    assert laptop.setup(older_setup) == 0
    before = everything_in(laptop.here(laptop.home))
    assert laptop.setup_with_files_no_larger(7, setup) != 0
    assert everything_in(laptop.here(laptop.home)) == before
    assert laptop.roundtable("--version").stdout.strip() == f"Roundtable {OLDER}"
    assert laptop.registered(ENTRY)["DisplayVersion"] == OLDER


def test_nobody_elses_folder_is_touched(laptop: Laptop, setup: Path) -> None:
    theirs = laptop.drive / "theirs" / "app" / "file"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs", "utf-8")
    assert laptop.setup(setup, r"C:\theirs") == NOT_OURS
    assert everything_in(laptop.drive / "theirs") == {"app/file"}
    assert laptop.setup(setup, r"Z:\proc\Roundtable") == READ_ONLY
    assert laptop.registered(ENTRY) == {}


def test_a_type_that_another_program_has_stays_with_it(laptop: Laptop, setup: Path) -> None:
    laptop.run("reg", "add", f"HKCU\\{TYPE}", "/ve", "/d", "Other.Program", "/f")
    before = laptop.registered(TYPE)
    assert laptop.setup(setup) == 0
    assert laptop.registered(TYPE) == before
    assert "Roundtable.Workshop" in laptop.registered(f"{TYPE}\\OpenWithProgids")
    assert laptop.uninstall() == 0
    assert laptop.registered(TYPE) == before


def test_another_folder_takes_the_program_along(
    laptop: Laptop, setup: Path, older_setup: Path
) -> None:
    assert laptop.setup(older_setup) == 0
    assert laptop.setup(setup, r"C:\elsewhere") == 0
    assert not laptop.here(laptop.home).exists()
    said = laptop.roundtable("--version", folder=r"C:\elsewhere").stdout
    assert said.strip() == f"Roundtable {__version__}"


def test_nothing_is_changed_while_it_is_open(
    laptop: Laptop, setup: Path, older_setup: Path
) -> None:
    assert laptop.setup(older_setup) == 0
    opened = laptop.library / "roundtable.db-shm"  # it answers now, or in a moment
    with laptop.open_window() as first:
        while not opened.exists():
            assert first.poll() is None
        with laptop.open_window() as second:
            assert second.wait(60) == 0
        assert first.poll() is None  # it was shown instead
        assert laptop.run(r"C:\setup.exe", "/S").returncode == IS_OPEN
        before = everything_in(laptop.here(laptop.home))
        here = f"_?={laptop.home}"  # it waits for itself then
        assert laptop.run(f"{laptop.home}\\uninstall.exe", "/S", here).returncode == IS_OPEN
        assert everything_in(laptop.here(laptop.home)) == before
        first.kill()
