"""What the program makes on Windows is what it makes on Linux."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from desktop_app.version import __version__
from installer.windows.icon import SIZES
from tests.helpers import ROOT, run_roundtable
from tests.windows.conftest import BUILD
from tests.windows.laptop import Laptop, everything_in

PROGRAM = BUILD / f"Roundtable-{__version__}"
"""What the installer holds."""
HERE = r"C:\Roundtable"


@pytest.fixture
def installed(laptop: Laptop) -> Laptop:
    """Give a laptop with the folder on it, without the installer's doing."""
    shutil.copytree(PROGRAM, laptop.here(HERE), copy_function=shutil.copy)
    return laptop


def test_every_document_has_the_same_bytes_as_on_linux(
    installed: Laptop, sample: Path, tmp_path: Path
) -> None:
    """The library is Linux's own too, since what is brought in gets a number of its own."""
    data = ["--data-dir", str(tmp_path / "data")]
    key = run_roundtable("import", sample, *data).stdout.strip()
    shutil.copytree(tmp_path / "data", installed.drive / "data")
    for name in ("all", "moved.roundtable", "data.json"):
        done = run_roundtable("export", key, "--to", tmp_path / name, *data)
        assert done.returncode == 0, done.stderr
        there = ["--to", f"C:\\{name}", "--data-dir", r"C:\data"]
        again = installed.roundtable("export", key, *there, folder=HERE)
        assert (again.returncode, again.stdout) == (0, done.stdout)
        one, other = files_of(tmp_path / name), files_of(installed.drive / name)
        assert one.keys() == other.keys()
        assert {file for file in one if not same(one[file], other[file])} == set()


def test_the_tour_is_driven_without_a_screen(installed: Laptop) -> None:
    done = installed.roundtable("demo", "--offscreen-tour", r"C:\tour", folder=HERE)
    assert done.returncode == 0, done.stderr
    pictures = sorted((installed.drive / "tour").glob("*.png"))
    assert len(pictures) > 20
    assert all(picture.stat().st_size > 1000 for picture in pictures)
    assert (installed.drive / "tour" / "summary.pdf").read_bytes().startswith(b"%PDF")


def test_the_version_before_is_started_where_power_failed_half_way(installed: Laptop) -> None:
    program = installed.here(HERE)
    (program / "app").rename(program / "old")
    done = installed.roundtable("--version", folder=HERE)
    assert done.stdout.strip() == f"Roundtable {__version__}"
    shutil.rmtree(program / "old")
    done = installed.roundtable("--version", folder=HERE)
    assert (done.returncode, done.stderr.count("Install Roundtable again")) == (1, 1)


def test_a_damaged_library_is_repaired_from_its_backup(
    installed: Laptop, sample: Path, tmp_path: Path
) -> None:
    from desktop_app.bootstrap import opened

    with opened(tmp_path / "data") as services:
        services.moving.import_workshop(sample)
        services.backup()
    library = shutil.copytree(tmp_path / "data", installed.drive / "data")
    (library / "roundtable.db").write_bytes(b"no library")
    there = ["--data-dir", r"C:\data"]
    done = installed.roundtable("check", "--repair", *there, folder=HERE)
    assert done.returncode == 0, done.stderr
    assert installed.roundtable("list", *there, folder=HERE).stdout.count("\n") == 1


def test_a_library_of_the_first_version_is_brought_up(installed: Laptop, sample: Path) -> None:
    """Alembic loads more of SQLAlchemy than anything else does."""
    (installed.drive / "data").mkdir()
    with closing(sqlite3.connect(installed.drive / "data" / "roundtable.db")) as library:
        library.executescript((ROOT / "tests/data/libraries/0001.sql").read_text("utf-8"))
    shutil.copy(sample, installed.drive / "sample.roundtable")
    there = ["--data-dir", r"C:\data"]
    done = installed.roundtable("import", r"C:\sample.roundtable", *there, folder=HERE)
    assert done.returncode == 0, done.stderr


def test_a_wrong_call_is_told_in_one_sentence(installed: Laptop) -> None:
    done = installed.roundtable("import", r"C:\nothing.roundtable", folder=HERE)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("roundtable: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["Roundtable.exe", "roundtable.com"])
def test_windows_shows_version_icon_and_manifest(name: str) -> None:
    content = (PROGRAM / name).read_bytes()
    for key in ("ProductVersion", "FileVersion"):
        after = content.partition(f"{key}\0".encode("utf-16-le"))[2][:40]
        assert after.decode("utf-16-le").strip("\0").partition("\0")[0] == __version__
    assert content.count(b"\x89PNG") == len(SIZES)
    assert b"PerMonitorV2" in content


def same(one: bytes, other: bytes) -> bool:
    """Return whether both are the same; of pictures, which Pillow packs, each pixel."""
    if one.startswith(b"\x89PNG"):
        return ImageChops.difference(drawn(one), drawn(other)).getbbox() is None
    if one.startswith(b"PK") and one != other:
        before, after = zipfile.ZipFile(BytesIO(one)), zipfile.ZipFile(BytesIO(other))
        names = before.namelist()
        return names == after.namelist() and all(
            same(before.read(name), after.read(name)) for name in names
        )
    return one == other


def drawn(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGBA")


def files_of(place: Path) -> dict[str, bytes]:
    """Return the contents of a file, or of all in a folder."""
    if place.is_file():
        return {place.name: place.read_bytes()}
    return {name: (place / name).read_bytes() for name in everything_in(place)}


def test_what_wine_tells_of_itself_is_not_the_programs(installed: Laptop) -> None:
    """A service of wine's failed beside a call once, and its line stood among what was listed."""
    done = installed.run("cmd", "/c", "echo one& echo two>&2& echo wine: a page fault>&2")
    assert (done.stdout.strip(), done.stderr.strip()) == ("one", "two")
