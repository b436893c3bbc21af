"""The rules by which the Linux packages are put together; building them is tried elsewhere."""

from __future__ import annotations

import configparser
import gzip
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from desktop_app.cli import _parser
from desktop_app.ui.app.incoming import LIBRARY, WORKSHOP
from desktop_app.version import RELEASED, __version__
from installer.linux.leave_out import spoken, wanted
from installer.linux.make_deb import changelog
from installer.linux.places import filled
from installer.linux.shared_files import component_id, write_compressed
from tests.helpers import ROOT

INSTALL = ROOT / "installer/linux/files/install.sh"


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("babel/locale-data/en_GB.dat", True),
        ("babel/locale-data/cy.dat", True),
        ("babel/locale-data/de.dat", False),
        ("babel/global.dat", True),
        ("desktop_app/storage/migrations/env.py", True),
        ("desktop_app/storage/migrations/__pycache__/env.cpython-311.pyc", False),
    ],
)
def test_what_is_not_used_is_left_out(name: str, stays: bool) -> None:
    assert wanted(name, {"en", "cy"}) is stays


def test_a_language_is_spoken_where_it_has_a_catalogue(tmp_path: Path) -> None:
    (tmp_path / "languages/cy").mkdir(parents=True)
    (tmp_path / "languages/cy/roundtable.po").touch()
    assert spoken(tmp_path) == {"en", "cy"}


def test_version_and_day_are_filled_in_everywhere() -> None:
    metainfo = ET.fromstring(filled("roundtable.metainfo.xml"))
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": RELEASED}
    assert f"roundtable ({__version__})" in changelog(__version__)
    assert f"Roundtable {__version__}" in filled("roundtable.1")


def test_desktop_metainfo_and_file_type_name_each_other() -> None:
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.read_string(filled("roundtable.desktop"))
    kinds = [kind.attrib["type"] for kind in ET.fromstring(filled("roundtable.xml"))]
    assert desktop["Desktop Entry"]["MimeType"] == "".join(f"{kind};" for kind in kinds)
    metainfo = ET.fromstring(filled("roundtable.metainfo.xml"))
    assert [one.text for one in metainfo.findall("provides/mediatype")] == kinds
    patterns = re.findall(r'pattern="\*([^"]+)"', filled("roundtable.xml"))
    assert patterns == [WORKSHOP, LIBRARY]
    assert metainfo.findtext("id") == component_id()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"LD_LIBRARY_PATH": "/ours"}, None),
        ({"LD_LIBRARY_PATH": "/ours:/theirs", "LD_LIBRARY_PATH_ORIG": "/theirs"}, "/theirs"),
    ],
)
def test_a_program_that_is_opened_looks_for_libraries_as_if_we_were_not_there(
    before: dict[str, str], after: str | None
) -> None:
    code = """import json, os, runpy, sys
runpy.run_path(sys.argv[1])
names = ("LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG")
print(json.dumps([os.environ.get(name) for name in names]))"""
    command = [sys.executable, "-c", code, ROOT / "installer/linux/boot.py"]
    environment = {**os.environ, **before}
    run = subprocess.run(command, env=environment, capture_output=True, check=True)
    assert json.loads(run.stdout) == [after, None]


def test_the_manual_page_has_every_command() -> None:
    told = filled("roundtable.1").replace("\\-", "-")
    text = _parser().format_help()
    commands = re.findall(r"^    ([a-z]+) ", text, flags=re.MULTILINE)
    assert len(commands) >= 7
    assert [
        name for name in commands if not re.search(rf"^\.B\w* {name}\b", told, re.MULTILINE)
    ] == []


def test_what_is_compressed_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_compressed(tmp_path / name, "text")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert gzip.decompress((tmp_path / "one").read_bytes()) == b"text"


class Archive:
    """An unpacked archive whose program is a line of shell, and a person's home."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home of ŵyn"
        self.place = self.home / ".local/opt/roundtable"
        self.library = self.home / ".local/share/Roundtable/roundtable.db"
        self.library.parent.mkdir(parents=True)
        self.library.write_text("library")

    def install(self, version: str, *, starts: bool = True) -> subprocess.CompletedProcess[str]:
        tree = self.folder / version
        for name in ("program", "share/applications"):
            (tree / name).mkdir(parents=True, exist_ok=True)
        program = tree / "program/roundtable"
        program.write_text(f"#!/bin/sh\necho {version}\nexit {0 if starts else 1}\n")
        program.chmod(0o755)
        (tree / "program/version").write_text(f"{version}\n")
        desktop = filled("roundtable.desktop")
        (tree / "share/applications/roundtable.desktop").write_text(desktop)
        (tree / "share" / f"only-in-{version}").touch()
        (tree / "install.sh").write_bytes(INSTALL.read_bytes())
        return self.run(tree / "install.sh")

    def install_on_a_full_disk(self, version: str) -> subprocess.CompletedProcess[str]:
        """Install with files that may have 1 KiB at most, as where the disk is full half way."""
        self.install(version, starts=False)
        program = self.folder / version / "program/roundtable"
        program.write_text("#!/bin/sh\n" + "# a library\n" * 5000)
        return self.run("-c", f'trap "" XFSZ; ulimit -f 2; sh "{self.folder}/{version}/install.sh"')

    def run(self, *call: str | Path) -> subprocess.CompletedProcess[str]:
        home = {"HOME": str(self.home), "PATH": "/usr/bin:/bin"}
        command = ["sh", *map(str, call)]
        return subprocess.run(command, check=False, capture_output=True, text=True, env=home)

    def installed(self) -> str:
        return self.run("-c", '"$HOME/.local/bin/roundtable"').stdout.strip()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_the_archive_installs_upgrades_and_goes_again(archive: Archive) -> None:
    assert archive.install("0.9").returncode == 0
    assert archive.install("0.10").returncode == 0
    assert archive.installed() == "0.10"
    share = archive.home / ".local/share"
    assert [path.name for path in share.glob("only-in-*")] == ["only-in-0.10"]
    starts = f'Exec="{archive.home}/.local/bin/roundtable" %F'
    assert starts in (share / "applications/roundtable.desktop").read_text("utf-8")

    assert archive.run(archive.place / "install.sh", "--uninstall").returncode == 0
    left = {path for path in archive.home.rglob("*") if path.is_file() or path.is_symlink()}
    assert {path for path in left if path.name != "mimeinfo.cache"} == {archive.library}


def test_an_older_one_is_refused_and_the_newer_one_works_on(archive: Archive) -> None:
    archive.install("0.10")
    done = archive.install("0.9")
    assert done.returncode == 1
    assert "newer than 0.9" in done.stderr
    assert archive.installed() == "0.10"


def test_one_that_does_not_start_is_not_installed(archive: Archive) -> None:
    archive.install("0.1")
    done = archive.install("0.2", starts=False)
    assert done.returncode == 1
    assert "Nothing was changed" in done.stderr
    assert archive.installed() == "0.1"
    assert [path.name for path in archive.place.parent.iterdir()] == ["roundtable"]


def test_a_folder_in_which_nothing_can_be_made_is_told(archive: Archive) -> None:
    (archive.home / ".local/opt").write_text("a file where a folder should be")
    done = archive.install("0.1")
    assert done.returncode == 1
    assert "could not be copied" in done.stderr
    assert not (archive.home / ".local/bin/roundtable").exists()


def test_a_disk_that_is_full_half_way_leaves_the_old_one(archive: Archive) -> None:
    archive.install("0.1")
    done = archive.install_on_a_full_disk("0.2")
    assert done.returncode == 1
    assert "could not be copied" in done.stderr
    assert "Nothing was changed" in done.stderr
    assert archive.installed() == "0.1"
    assert [path.name for path in archive.place.parent.iterdir()] == ["roundtable"]
    assert archive.library.read_text() == "library"


def test_it_is_neither_replaced_nor_removed_while_open(archive: Archive) -> None:
    archive.install("0.1")
    program = archive.place / "program/roundtable"
    program.write_bytes(Path("/bin/sleep").read_bytes())
    with subprocess.Popen([program, "60"]) as opened:
        done = [archive.install("0.2"), archive.run(archive.place / "install.sh", "--uninstall")]
        opened.kill()
    assert [one.returncode for one in done] == [1, 1]
    assert all("Roundtable is open" in one.stderr for one in done)
    assert (archive.place / "program/version").read_text() == "0.1\n"


def test_a_home_of_two_hundred_characters_is_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / ("Gwŷr ŵyn " * 22).strip()
    archive = Archive(folder)
    assert len(str(archive.home)) > 200
    assert archive.install("0.1").returncode == 0
    assert archive.installed() == "0.1"


def test_types_that_another_program_has_stay_with_it(archive: Archive) -> None:
    chosen = archive.home / ".config/mimeapps.list"
    chosen.parent.mkdir(parents=True)
    chosen.write_text("[Default Applications]\napplication/x-roundtable+json=other.desktop\n")
    before = chosen.read_text()
    archive.install("0.1")
    assert chosen.read_text() == before
    archive.run(archive.place / "install.sh", "--uninstall")
    assert chosen.read_text() == before
