"""A box tells nothing but its counts, and loses none of them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.storage.votes import block, counts
from desktop_app.storage.votes.box import PLACES, SIZE, Box, Unreadable
from desktop_app.storage.votes.counts import Cell, Counts, Impossible
from desktop_app.storage.votes.disk import InPlace
from desktop_app.storage.votes.folder import Boxes

from .cuts import Recorder, a_box, cast, cut_anywhere

FIRST, SECOND = PLACES
_cells = st.builds(
    Cell,
    st.sampled_from(["turns", "paper", "number_keys"]),
    st.sampled_from(["", "north", "Łódź", "a\x1fb"]) | st.text(max_size=60),
    st.integers(0, 7),
).filter(lambda cell: not any("\ud800" <= c <= "\udfff" for c in cell.label))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.data(), st.lists(_cells, min_size=1, max_size=25))
def test_two_orders_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, ballots: list[Cell]
) -> None:
    """Whatever was taken back, healed or made again between."""
    boxes = [a_box(tmp_path_factory.mktemp(name)) for name in ("one", "two")]
    for box in boxes:
        place = box.path.stat()
        for cell in data.draw(st.permutations(ballots)):
            cast(box, cell)
            if data.draw(st.booleans()):
                mistaken = data.draw(_cells)
                cast(box, mistaken)
                cast(box, mistaken, -1)
            if data.draw(st.booleans()):
                box.heal()
            now = box.path.stat()
            assert (now.st_ino, now.st_size) == (place.st_ino, SIZE)
    one, two = (box.path.read_bytes() for box in boxes)
    assert one == two
    assert boxes[0].counts().cells == Counter(ballots)
    assert one[FIRST : FIRST + block.SIZE] == one[SECOND:]
    assert not any(one[block.SIZE : SECOND])


@given(st.dictionaries(_cells, st.integers(1, 999), max_size=40))
def test_counts_are_read_back_as_they_were_written(cells: dict[Cell, int]) -> None:
    assert counts.read(counts.written(Counts(cells))).cells == cells


@given(st.binary(max_size=200) | st.just(counts.written(Counts({Cell("a", "b", 1): 2})) + b"\0"))
def test_bytes_that_nobody_wrote_are_no_counts(content: bytes) -> None:
    with suppress(Impossible):
        assert counts.written(counts.read(content)) == content


def test_a_full_room_fits_and_more_is_refused_whole() -> None:
    labels = [f"{i}" * 60 for i in range(9)]
    channels = ["turns", "number_keys", "paper"]
    room = {Cell(c, g, p): 200 for c in channels for g in labels for p in range(8)}
    assert len(counts.written(Counts(room))) < 6 * 1024
    assert block.unpacked(block.packed(b"x" * block.ROOM)) == b"x" * block.ROOM
    with pytest.raises(block.TooMuch):
        block.packed(b"x" * (block.ROOM + 1))


@pytest.mark.parametrize(
    "wrong", [{Cell("t", "", 8): 1}, {Cell("t", "", -1): 1}, {Cell("t", "", 3): -1}]
)
def test_what_can_be_no_ballot_is_refused(wrong: dict[Cell, int]) -> None:
    with pytest.raises(Impossible):
        Counts().plus(wrong)


def heals_equal(box: Box) -> Counts:
    found = box.heal()
    content = box.path.read_bytes()
    assert content[FIRST : FIRST + block.SIZE] == content[SECOND:]
    return found


@pytest.mark.parametrize("seed", range(2))
def test_a_cut_anywhere_loses_no_acknowledged_ballot(tmp_path: Path, seed: int) -> None:
    """Also where the power goes again while the next start heals."""
    assert cut_anywhere(tmp_path, seed) > 100


@pytest.mark.parametrize("place", PLACES)
def test_a_damaged_copy_is_made_good_by_the_other(tmp_path: Path, place: int) -> None:
    box = a_box(tmp_path)
    cast(box, Cell("turns", "north", 4))
    damage(box, place)
    assert box.counts()[Cell("turns", "north", 4)] == 1
    cast(box, Cell("turns", "north", 4))
    assert heals_equal(box)[Cell("turns", "north", 4)] == 2


def test_a_ballot_never_overwrites_the_only_whole_copy(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    damage(box, SECOND)
    recorder = Recorder()
    cast(replace(box, opening=recorder), Cell("turns", "", 1))
    assert [event[0] for event in recorder.events if isinstance(event, tuple)] == [
        SECOND,
        FIRST,
        SECOND,
    ]


def flushes(box: Box) -> int:
    """Return how often one ballot waits for the disk."""
    recorder = Recorder()
    cast(replace(box, opening=recorder), Cell("turns", "", 1))
    return recorder.events.count("flushed")


def test_a_ballot_waits_once_where_there_was_time_for_the_second_copy(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    assert flushes(box) == 2  # nobody knows of the copies that were there
    assert flushes(box) == 2  # the second copy of the one before is in memory only
    box.finish()
    assert flushes(box) == 1


def test_a_box_that_another_process_wrote_is_flushed_first(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    cast(box, Cell("turns", "", 1))
    box.finish()
    other = Box(box.path)
    cast(other, Cell("turns", "", 1))
    assert flushes(box) == 2
    box.finish()
    later = box.path.stat().st_mtime_ns + 10_000_000
    cast(other, Cell("turns", "", 1))
    cast(other, Cell("turns", "", 1), -1)  # the same bytes again
    os.utime(box.path, ns=(later, later))
    assert flushes(box) == 2


def test_second_copies_are_finished_and_one_that_is_away_is_left(tmp_path: Path) -> None:
    recorder = Recorder()
    boxes = Boxes(tmp_path / "votes", recorder)
    for vote_id in ("here", "away"):
        boxes.make(vote_id, Counts())
        cast(boxes.box(vote_id), Cell("turns", "", 1))
    boxes.box("away").path.rename(tmp_path / "elsewhere")
    recorder.events.clear()
    boxes.finish()
    assert recorder.events == ["flushed"]
    boxes.finish()
    assert recorder.events == ["flushed"]


def damage(box: Box, *places: int) -> None:
    with box.path.open("r+b") as file:
        for place in places:
            file.seek(place + 40)
            file.write(b"#")


def test_two_damaged_copies_are_unreadable_and_stay(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    damage(box, *PLACES)
    before = box.path.read_bytes()
    for use in (box.counts, box.heal, lambda: box.write(Counts())):
        with pytest.raises(Unreadable):
            use()
    assert box.path.read_bytes() == before


def test_a_box_that_is_away_is_missed(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    box.path.rename(tmp_path / "elsewhere")
    for use in (box.counts, box.heal, lambda: box.write(Counts())):
        with pytest.raises(FileNotFoundError):
            use()
    assert box.erase()


class FailingOnce(Recorder):
    """A disk on which one write stops after a sector."""

    def __init__(self, failing: int) -> None:
        super().__init__()
        self._failing = failing

    @contextmanager
    def __call__(self, path: Path) -> Iterator[InPlace]:
        with super().__call__(path) as self._file:
            yield self

    def read_at(self, place: int, size: int) -> bytes:
        return self._file.read_at(place, size)

    def write_at(self, place: int, content: bytes) -> None:
        self._failing -= 1
        self._file.write_at(place, content if self._failing else content[:512])
        if not self._failing:
            raise OSError(5, "Input/output error")

    def flush(self) -> None:
        self._file.flush()


@pytest.mark.parametrize("failing", [1, 2])
def test_a_write_that_fails_leaves_what_was_in(tmp_path: Path, failing: int) -> None:
    box = a_box(tmp_path)
    cast(box, Cell("turns", "", 2))
    before = box.path.read_bytes()
    with pytest.raises(OSError, match="Input/output"):
        replace(box, opening=FailingOnce(failing)).write(Counts({Cell("turns", "", 5): 9}))
    assert box.path.read_bytes() == before


def test_an_erased_box_is_overwritten_before_it_goes(tmp_path: Path) -> None:
    box = a_box(tmp_path)
    other = tmp_path / "same file"
    other.hardlink_to(box.path)
    assert box.erase()
    assert not box.path.exists()
    content = other.read_bytes()
    assert len(content) == SIZE
    assert content.count(0) < SIZE // 100


def test_a_start_heals_what_is_kept_and_erases_the_rest(tmp_path: Path) -> None:
    boxes = Boxes(tmp_path / "votes")
    for vote_id in ("kept", "aside", "seen", "damaged"):
        boxes.make(vote_id, Counts({Cell("turns", "", 1): 3}))
    damage(boxes.box("kept"), FIRST)
    damage(boxes.box("damaged"), *PLACES)
    (boxes.folder / "0123456789abcdef.draft").write_bytes(b"half")
    boxes.keep_only({"kept", "damaged", "gone", "aside"})
    assert boxes.heal({"kept", "damaged", "gone"}) == {"damaged", "gone"}
    assert sorted(path.name for path in boxes.folder.iterdir()) == [
        "aside.box",
        "damaged.box",
        "kept.box",
    ]
    assert heals_equal(boxes.box("kept"))[Cell("turns", "", 1)] == 3


def test_no_folder_has_no_boxes(tmp_path: Path) -> None:
    boxes = Boxes(tmp_path / "votes")
    boxes.keep_only(())
    assert boxes.heal(()) == frozenset()


@pytest.mark.parametrize("vote_id", ["../roundtable", "/etc/passwd", "..", "C:x", "a b\0"])
def test_an_id_leads_nowhere_else(tmp_path: Path, vote_id: str) -> None:
    boxes = Boxes(tmp_path / "votes")
    boxes.make(vote_id, Counts())
    assert boxes.box(vote_id).path.parent == boxes.folder
    assert boxes.has(vote_id)
    assert [path.name for path in tmp_path.iterdir()] == ["votes"]
