"""Documents are written whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.errors import DiskFull, OutputProblem
from desktop_app.files import write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(target: Path, data: bytes = b"new") -> None:
    with write_atomically(target) as file:
        file.write(data)


def write_half(target: Path, stop: type[BaseException]) -> None:
    with write_atomically(target) as file:
        file.write(b"half")
        raise stop


def write_to_a_full_disk(target: Path) -> None:
    with write_atomically(target) as file, Path("/dev/full").open("wb", buffering=0) as full:
        file.write(b"half")
        full.write(b"half")


@pytest.mark.parametrize("name", ["plan.pdf", "Łódź 50 % #1?.json", "x" * 250, ".hidden"])
def test_a_document_is_written_and_nothing_beside_it(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    write(target)
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == [name]


def test_it_replaces_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    write(target)
    assert target.read_bytes() == b"new"


def test_it_follows_a_link_to_the_file_behind_it(tmp_path: Path) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    write(link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_half_file(
    tmp_path: Path, stop: type[BaseException]
) -> None:
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")
    with pytest.raises(stop):
        write_half(target, stop)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["plan.pdf"]


def test_a_full_disk_is_said_and_leaves_no_half_file(tmp_path: Path) -> None:
    target = tmp_path / "plan.pdf"
    with pytest.raises(DiskFull, match=r"plan\.pdf could not be written: the disk is full"):
        write_to_a_full_disk(target)
    assert names(tmp_path) == []


def test_places_that_cannot_hold_a_document_are_named(tmp_path: Path) -> None:
    with pytest.raises(OutputProblem, match=r"there is no folder .*gone"):
        write(tmp_path / "gone" / "plan.pdf")
    with pytest.raises(OutputProblem, match="is a folder"):
        write(tmp_path)
    with pytest.raises(OutputProblem, match="cannot be used"):
        write(tmp_path / "a\0b")
    with pytest.raises(OutputProblem, match="could not be written"):
        write(tmp_path / ("x" * 300))


def test_a_read_only_place_is_said() -> None:
    with pytest.raises(OutputProblem, match="could not be written"):
        write(Path("/proc/plan.pdf"))


def test_importing_it_is_cheap() -> None:
    code = "import sys, desktop_app.files; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"sqlalchemy", "reportlab", "msgspec", "PySide6", "json"} & set(loaded)
