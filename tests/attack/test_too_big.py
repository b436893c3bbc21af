"""What is too big, too deep or too far is refused early: one sentence, few bytes, nothing done.

Bytes are counted by the system and not timed. A refusal reads what any refusal reads (the library)
and of the file at most all of it, once for each reader that is asked; nothing of a huge one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .bytes_moved import counted
from .conftest import Figure
from .door import Door
from .too_big import FAR_FILES, HUGE_FILES, LONG_FILES, NOT_FILES, Make

READERS = 2
"""A framework's file is shown to the command that reads ballots, too."""
BESIDE = 100_000
"""Bytes: what differs between two refusals beside the file itself."""


@pytest.fixture(scope="module")
def usual() -> dict[str, int]:
    """Keep how many bytes are read when an empty file is refused, by its suffix."""
    return {}


def refused(door: Door, path: Path, make: Make, usual: dict[str, int]) -> int:
    """Have a file refused; return how many bytes were read beyond those of an empty one's."""
    path.parent.mkdir(parents=True, exist_ok=True)
    empty = path.with_name(f"empty{path.suffix}")
    empty.touch()
    _refuse(door, empty)  # a fresh library is backed up
    if path.suffix not in usual:
        usual[path.suffix] = counted("rchar", lambda: _refuse(door, empty))
    make(path)
    return counted("rchar", lambda: _refuse(door, path)) - usual[path.suffix]


def _refuse(door: Door, path: Path) -> None:
    assert not door.take(path)


@pytest.mark.parametrize("name", [*HUGE_FILES, *NOT_FILES])
def test_of_what_is_huge_or_no_file_nothing_is_read(
    door: Door, usual: dict[str, int], tmp_path: Path, name: str
) -> None:
    make = (HUGE_FILES | NOT_FILES)[name]
    assert refused(door, tmp_path / "from" / name, make, usual) < BESIDE


@pytest.mark.parametrize("name", FAR_FILES)
def test_what_is_too_deep_or_too_far_is_read_once(
    door: Door, usual: dict[str, int], tmp_path: Path, name: str
) -> None:
    path = tmp_path / "from" / name
    assert refused(door, path, FAR_FILES[name], usual) <= READERS * path.stat().st_size + BESIDE


@pytest.mark.attack
@pytest.mark.parametrize("name", LONG_FILES)
def test_what_is_too_long_is_read_once(
    door: Door, usual: dict[str, int], tmp_path: Path, figure: Figure, name: str
) -> None:
    path = tmp_path / "from" / name
    read, size = refused(door, path, LONG_FILES[name], usual), path.stat().st_size
    assert read <= READERS * size + BESIDE
    figure(f"{size:,} bytes, {read:,} read before it was refused")
