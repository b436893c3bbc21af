"""What a file system that overwrites in place leaves on the raw disk of a vote: nothing but it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop_app.storage.votes import block, counts
from desktop_app.storage.votes.counts import Counts, Impossible

from .rooms import a_room

LABEL = "Harbour Łódź"
MARK = block.packed(b"")[:8]


@contextmanager
def loop_disk(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give the image of an ext4 disk and where it is mounted; skip where that cannot be."""
    image, mounted = folder / "disk.img", folder / "mounted"
    mounted.mkdir()
    with image.open("wb") as file:
        file.truncate(48 * 1024 * 1024)
    run("mkfs.ext4", "-q", "-F", str(image))
    run("mount", "-o", "loop", str(image), str(mounted))
    try:
        yield image, mounted
    finally:
        subprocess.run(["umount", str(mounted)], check=True, timeout=60)


def run(*command: str) -> None:
    tool = shutil.which(command[0])
    if sys.platform != "linux" or tool is None or os.geteuid() != 0:
        pytest.skip("no loop file system can be made here")
    done = subprocess.run(
        [tool, *command[1:]], check=False, capture_output=True, text=True, timeout=60
    )
    if done.returncode:
        pytest.skip(f"no loop file system can be made here: {done.stderr.strip()}")


def states_on(image: Path) -> set[tuple[object, ...]]:
    """Return the counts of every whole block on a raw disk."""
    content, place, found = image.read_bytes(), -1, set()
    while (place := content.find(MARK, place + 1)) >= 0:
        told = block.unpacked(content[place : place + block.SIZE])
        if told is not None:
            try:
                found.add(tuple(sorted(counts.read(told).cells.items())))
            except Impossible:
                continue
    return found


def values_on(image: Path) -> dict[int, set[int]]:
    """Return what stands behind the group's name anywhere: the numbers by point."""
    found: dict[int, set[int]] = {}
    for part in image.read_bytes().split(LABEL.encode())[1:]:
        found.setdefault(part[0], set()).add(part[1])
    return found


def test_one_state_while_open_and_none_after_the_reveal(tmp_path: Path) -> None:
    with loop_disk(tmp_path) as (image, mounted):
        voting = a_room(mounted / "data")
        key = voting.open()
        for point in (2, 3, 4, 5, 3, 4, 2, 3, 4, 5):
            voting.cast(key, point, group=LABEL)
        voting.cast(key, 2, group=LABEL)
        voting.rounds.take_back_last(key)
        voting.rounds.close(key, "late")
        voting.rounds.reopen(key)
        voting.cast(key, 3, group=LABEL)
        os.sync()
        assert states_on(image) == {tuple(sorted(the_box(voting.boxes.box(key).counts())))}
        voting.rounds.close(key, "late")
        voting.rounds.reveal(key)
        voting.library.close()
        os.sync()
        assert states_on(image) == set()
        kept = {point: votes for point, votes in values_on(image).items() if point in range(2, 6)}
        assert kept == {2: {2}, 3: {4}, 4: {3}, 5: {2}}


def the_box(found: Counts) -> list[tuple[object, int]]:
    return list(found.cells.items())
