"""A file changed by chance comes in whole and goes out again, or is refused and nothing is done."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from .conftest import Figure
from .door import Door
from .kinds import KINDS

SEED = 20261128
FILES, PARTS = 5_000, 5
"""In all, shared out over the kinds; each kind's are so many tests, which several processes do."""


def bring_in(door: Door, folder: Path, kind: str, seed: int, count: int) -> str:
    """Bring in so many changed files of a kind; return in a line how many came."""
    came = 0
    for number in range(count):
        dice = Random(f"{seed} {kind} {number}")
        path = folder / f"May{KINDS[kind].suffix}"
        path.write_bytes(KINDS[kind].changed(dice))
        try:
            came += door.take(path, dice)
        except BaseException:  # the file is kept, so that it can be looked at
            path.rename(folder / f"failed-{kind}-{seed}-{number}{path.suffix}")
            raise
    return f"{count} files, {came} came in whole, {count - came} refused and nothing done"


@pytest.mark.parametrize("kind", KINDS)
def test_a_good_file_comes_in(door: Door, tmp_path: Path, kind: str) -> None:
    for number, content in enumerate(KINDS[kind].good):
        if kind == "frameworks" and number == 2:
            continue  # the built-in one is there already
        path = tmp_path / f"May{KINDS[kind].suffix}"
        path.write_bytes(content)
        assert door.take(path)


@pytest.mark.parametrize("kind", KINDS)
def test_a_few_changed_files(door: Door, tmp_path: Path, kind: str) -> None:
    assert "6 files" in bring_in(door, tmp_path, kind, SEED, 6)


@pytest.mark.attack
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", KINDS)
def test_5000_changed_files(
    door: Door, tmp_path: Path, figure: Figure, kind: str, part: int
) -> None:
    figure(bring_in(door, tmp_path, kind, SEED + 1 + part, FILES // PARTS // len(KINDS)))
