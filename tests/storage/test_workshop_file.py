"""A workshop moves to another laptop: the same view comes out, and garbage is told."""

from __future__ import annotations

import base64
import itertools
import json
import os
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.bootstrap import opened
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.framework import Depth
from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from tests.exports.rooms import rooms, sample, sound, ugly, vote
from tests.unit.builders import make_record, make_round, make_workshop


def new_ids() -> Callable[[], str]:
    count = itertools.count()
    return lambda: f"new{next(count)}"


def moved(record: WorkshopRecord, folder: Path) -> WorkshopRecord:
    write_workshop_file(record, folder / "w.roundtable")
    return read_workshop_file(folder / "w.roundtable", new_ids())


def view(record: WorkshopRecord) -> dict[str, Any]:
    """Give all that may be said, without the ids."""
    data = document(record)
    for one in (data["workshop"], *data["notes"], *data["commitments"]):
        del one["id"]
    return data


def test_the_sample_moves_whole(tmp_path: Path) -> None:
    record = replace(sample(), priority_vote=None)
    back = moved(record, tmp_path)
    assert view(back) == view(record)
    assert back.workshop.framework == record.workshop.framework
    assert back.workshop.id == "new0"
    assert {r.workshop_id for r in back.rounds} == {"new0"}


def test_a_quick_workshop_moves_too(tmp_path: Path) -> None:
    record = sample()
    quick = replace(record.workshop, framework=record.workshop.framework.at_depth(Depth.QUICK))
    back = moved(WorkshopRecord(quick), tmp_path)
    assert back.workshop.framework == quick.framework


@given(rooms())
def test_the_view_is_the_same_on_the_other_laptop(
    tmp_path_factory: pytest.TempPathFactory, record: WorkshopRecord
) -> None:
    few = 0 < sum(record.workshop.fist) < record.workshop.rules.minimum_answers
    if few:  # too few fists stay behind
        record = replace(record, workshop=replace(record.workshop, fist=()))
    back = moved(record, tmp_path_factory.mktemp("moved"))
    whole, again = view(record), view(back)
    if record.priority_vote is not None and whole["priorities"][0]["hidden"]:
        assert all(row["hidden"] for row in again["priorities"])
        del whole["priority_vote"], again["priority_vote"]
    assert again == whole


def test_a_closed_vote_is_revealed_there_as_it_would_be_here(tmp_path: Path) -> None:
    closed = make_round("T1", (0, 2, 3, 5, 2), 1, state=RoundState.CLOSED)
    workshop = make_workshop(sound())
    record = WorkshopRecord(workshop, (closed,), (), (), vote(state=RoundState.CLOSED))
    back = moved(record, tmp_path)

    def revealed(one: WorkshopRecord) -> dict[str, Any]:
        rounds = tuple(replace(r, state=RoundState.REVEALED) for r in one.rounds)
        assert one.priority_vote is not None
        dots = replace(one.priority_vote, state=RoundState.REVEALED)
        return view(replace(one, rounds=rounds, priority_vote=dots))

    assert revealed(back) == revealed(record)
    data = json.loads((tmp_path / "w.roundtable").read_text("utf-8"))
    assert "counted" not in data["rounds"][0]
    assert isinstance(data["rounds"][0]["closed"], str)


def test_an_open_vote_stays_behind_and_that_is_said(tmp_path: Path) -> None:
    rounds = (
        make_round("T1", (0, 2, 3, 5, 2)),
        replace(make_round("T1", (5, 5, 5, 5, 5), state=RoundState.OPEN), id="o", ordinal=2),
    )
    record = WorkshopRecord(make_workshop(sound()), rounds, (), (), vote(state=RoundState.OPEN))
    back = moved(record, tmp_path)
    assert [r.ordinal for r in back.rounds] == [1]
    assert back.priority_vote is None
    data = json.loads((tmp_path / "w.roundtable").read_text("utf-8"))
    assert len(data["left_out"]) == 3


def test_any_text_moves(tmp_path: Path) -> None:
    record = ugly()
    back = moved(record, tmp_path)
    assert len(back.notes) == len(record.notes)
    assert back.workshop.title == record.workshop.title
    assert back.workshop.is_rehearsal
    assert "bell[U+0007] null[U+0000] half[U+D800]" in {note.text for note in back.notes}


def test_it_goes_from_library_to_library(tmp_path: Path) -> None:
    with opened(tmp_path / "one") as here:
        key = here.library.add_sample().value
        file = here.reports.write(key, "workshop_file", tmp_path / "w.roundtable")
        here.reports.write(key, "json", tmp_path / "one.json")
        again = here.moving.import_workshop(file).value
        assert again != key
        assert len(here.workshops.all()) == 2
    with opened(tmp_path / "two") as there:
        key = there.moving.import_workshop(file).value
        there.reports.write(key, "json", tmp_path / "two.json")
    one, two = (json.loads((tmp_path / f"{n}.json").read_text("utf-8")) for n in ("one", "two"))
    for data in (one, two):
        for part in (data["workshop"], *data["notes"], *data["commitments"]):
            del part["id"]
    assert one == two


# Garbage


_RECORD = make_record(make_round("T1", (0, 2, 3, 5, 2)), workshop=make_workshop(sound()))


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    write_workshop_file(_RECORD, folder / "w.roundtable")
    data = json.loads((folder / "w.roundtable").read_text("utf-8"))
    change(data)
    (folder / "w.roundtable").write_text(json.dumps(data), "utf-8")
    return folder / "w.roundtable"


def folded(text: bytes) -> str:
    return base64.b64encode(zlib.compress(text)).decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.update(format="other"), "it is not a workshop file"),
        (lambda d: d.update(version=2), "written by a newer version"),
        (lambda d: d.update(version="1"), "which version"),
        (lambda d: d.pop("workshop"), "workshop"),
        (lambda d: d["workshop"].update(title=" "), "no title"),
        (lambda d: d["workshop"].update(present=0), "1 to 500"),
        (lambda d: d["workshop"].update(present="many"), "present"),
        (lambda d: d["workshop"]["rules"].update(minimum_answers=1), "3 to 5"),
        (lambda d: d["workshop"].update(created_at="2027-05-14T12:00:00"), "no time zone"),
        (lambda d: d["framework"].update(title=""), "framework"),
        (lambda d: d["rounds"][0].update(statement_id="Z9"), "not there"),
        (lambda d: d["rounds"][0].update(ordinal=2), "gaps"),
        (lambda d: d["rounds"][0].update(state="open"), "neither closed nor revealed"),
        (lambda d: d["rounds"][0]["counted"][0].update(votes=[1, 2]), "each point"),
        (lambda d: d["rounds"][0]["counted"][0].update(votes=[-1] * 6), ">= 0"),
        (lambda d: d["rounds"][0]["counted"][0].update(groups=["a", "b"]), "merged"),
        (lambda d: d["rounds"][0].update(closed="!!"), "damaged"),
        (lambda d: d["rounds"][0].update(closed=folded(b"[" + b" " * 2_000_000)), "damaged"),
        (lambda d: d.update(rounds="none"), "rounds"),
        (lambda d: d.update(notes=[{"kind": "idea"}]), "text"),
        (lambda d: d.update(notes=[{"kind": "idea", "text": "x" * 10_001}]), "too long"),
    ],
)
def test_a_file_that_will_not_do_is_told(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], said: str
) -> None:
    with pytest.raises(FileProblem) as caught:
        read_workshop_file(changed(tmp_path, change), new_ids())
    assert said in str(caught.value)
    assert "w.roundtable" in str(caught.value)
    assert "Nothing was imported" in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1]", b"[" * 100_000, b"null"])
def test_what_is_no_workshop_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "w.roundtable").write_bytes(content)
    with pytest.raises(FileProblem, match="not a workshop file"):
        read_workshop_file(tmp_path / "w.roundtable", new_ids())


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "w.roundtable").touch()
    os.truncate(tmp_path / "w.roundtable", 3_000_000_000)
    with pytest.raises(FileProblem, match="larger than 20 MB"):
        read_workshop_file(tmp_path / "w.roundtable", new_ids())
    with pytest.raises(FileProblem, match="is not a file"):
        read_workshop_file(tmp_path, new_ids())
    with pytest.raises(FileProblem, match="cannot be read"):
        read_workshop_file(tmp_path / "gone.roundtable", new_ids())


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(st.data())
def test_any_part_may_be_garbage(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    def spoil(whole: dict[str, Any]) -> None:
        part: Any = whole
        while isinstance(part, dict | list) and part:
            keys = [*part] if isinstance(part, dict) else [*range(len(part))]
            key = data.draw(st.sampled_from(keys))
            if data.draw(st.booleans()) or not isinstance(part[key], dict | list):
                part[key] = data.draw(_json)
                return
            part = part[key]

    path = changed(tmp_path_factory.mktemp("spoiled"), spoil)
    with suppress(FileProblem):
        record = read_workshop_file(path, new_ids())
        assert document(record)
        assert record.workshop.created_at.tzinfo is not None
