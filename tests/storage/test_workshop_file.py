"""A workshop moves to another laptop: the same view comes out, and garbage is told."""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.application.moving import Again
from desktop_app.bootstrap import opened
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.errors import FileProblem, RuleProblem
from desktop_app.domain.framework import Depth
from desktop_app.domain.rounds import RoundKind, RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from desktop_app.words.left_out import left_out_sentence
from desktop_app.words.method import REHEARSAL
from desktop_app.words.ways import how_the_room_voted
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


def test_of_a_round_only_what_was_revealed_is_written(tmp_path: Path) -> None:
    partners = replace(make_round("T1", (1, 2, 3, 0, 0)), in_by_group=(("Police", 6),))
    write_workshop_file(make_record(partners), tmp_path / "w.roundtable")
    written = json.loads((tmp_path / "w.roundtable").read_text(encoding="utf-8"))
    assert {"ballots_in", "in_by_group", "tallies"}.isdisjoint(written["rounds"][0])


def test_a_quick_workshop_moves_too(tmp_path: Path) -> None:
    record = sample()
    quick = replace(record.workshop, framework=record.workshop.framework.at_depth(Depth.QUICK))
    back = moved(WorkshopRecord(quick), tmp_path)
    assert back.workshop.framework == quick.framework


@pytest.mark.slow
@given(rooms())
def test_the_view_is_the_same_on_the_other_laptop(
    tmp_path_factory: pytest.TempPathFactory, record: WorkshopRecord
) -> None:
    few = 0 < sum(record.workshop.fist) < record.workshop.rules.minimum_answers
    if few:  # too few fists stay behind
        record = replace(record, workshop=replace(record.workshop, fist=()))
    back = moved(record, tmp_path_factory.mktemp("moved"))
    assert record.priority_vote is not None
    revealed = record.priority_vote.state is RoundState.REVEALED
    shown = replace(
        record,
        rounds=tuple(r for r in record.rounds if r.state is RoundState.REVEALED),
        priority_vote=record.priority_vote if revealed else None,
    )
    whole, again = view(shown), view(back)
    if revealed and whole["priorities"][0]["hidden"]:
        assert all(row["hidden"] for row in again["priorities"])
        del whole["priority_vote"], again["priority_vote"]
    # Counts that stayed behind are too few there, whatever hid them here.
    for one in whole["rounds"]:
        if one["hidden_because"] == "beside_hands":
            one["hidden_because"] = "too_few_answers"
    # A file tells a vote's counts by its own way only, whatever was beside it.
    for data, of in ((whole, shown), (again, back)):
        ways = how_the_room_voted(of.workshop, of.rounds)
        assert data["workshop"]["how_to_read"].endswith(ways)
        data["workshop"]["how_to_read"] = data["workshop"]["how_to_read"].removesuffix(ways)
    assert again == whole


def test_a_vote_that_is_not_revealed_stays_behind_and_that_is_said(tmp_path: Path) -> None:
    rounds = (
        make_round("T1", (0, 2, 3, 5, 2)),
        replace(make_round("T1", (5, 5, 5, 5, 5), state=RoundState.OPEN), id="o", ordinal=2),
        replace(make_round("A1", (6, 6, 6, 6, 6), state=RoundState.CLOSED), settled_point=3),
    )
    record = WorkshopRecord(make_workshop(sound()), rounds, (), (), vote(state=RoundState.CLOSED))
    back = moved(record, tmp_path)
    assert [(r.statement_id, r.ordinal) for r in back.rounds] == [("T1", 1)]
    assert back.priority_vote is None
    data = json.loads((tmp_path / "w.roundtable").read_text("utf-8"))
    assert [r["state"] for r in data["rounds"]] == ["revealed"]
    assert [one.split(",")[0] for one in data["left_out"]] == [
        "The vote on T1", "The vote on A1", "The vote on priorities", "Counts that are hidden",
    ]  # fmt: skip
    assert left_out_sentence(record) == "Three votes that are not revealed yet were left out."
    assert left_out_sentence(replace(record, rounds=rounds[:1])).startswith("One vote that is not")
    assert left_out_sentence(back) == ""


def test_rounds_keep_their_numbers_where_an_earlier_one_stayed_behind(tmp_path: Path) -> None:
    first = make_round("T1", (0, 2, 3, 5, 2), state=RoundState.CLOSED)
    second = replace(make_round("T1", (0, 1, 3, 6, 2)), id="second", ordinal=2)
    back = moved(WorkshopRecord(make_workshop(sound()), (first, second)), tmp_path)
    assert [(r.ordinal, r.ballots_in) for r in back.rounds] == [(2, 12)]


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
        file = here.reports.write(key, DocumentKind.WORKSHOP_FILE, tmp_path / "w.roundtable")
        here.reports.write(key, DocumentKind.JSON, tmp_path / "one.json")
        again = here.moving.import_workshop(file, Again.KEEP_BOTH).value
        assert again != key
        assert len(here.workshops.all()) == 2
    with opened(tmp_path / "two") as there:
        key = there.moving.import_workshop(file).value
        there.reports.write(key, DocumentKind.JSON, tmp_path / "two.json")
    one, two = (json.loads((tmp_path / f"{n}.json").read_text("utf-8")) for n in ("one", "two"))
    for data in (one, two):
        for part in (data["workshop"], *data["notes"], *data["commitments"]):
            del part["id"]
    assert one == two


@pytest.mark.parametrize("here_too", [True, False])
def test_a_rehearsal_comes_as_one_and_ends_without_touching_another_workshop(
    tmp_path: Path, *, here_too: bool
) -> None:
    with opened(tmp_path / "one") as here:
        real = here.library.add_sample().value
        key = here.rehearsals.begin(real).value
        assert here.rehearsals.fill_all(key).value > 0
        file = here.reports.write(key, DocumentKind.WORKSHOP_FILE, tmp_path / "w.roundtable")
    with opened(tmp_path / ("one" if here_too else "two")) as there:
        before = {summary.id for summary in there.workshops.all()}
        again = there.moving.import_workshop(file).value
        told = next(s for s in there.workshops.all() if s.id == again)
        assert told.is_rehearsal
        assert not told.is_sample
        assert told.title.startswith("Rehearsal: ")
        there.reports.write(again, DocumentKind.JSON, tmp_path / "w.json")
        marks = json.loads((tmp_path / "w.json").read_text("utf-8"))["workshop"]["marks"]
        assert marks[0] == REHEARSAL
        with pytest.raises(RuleProblem):
            there.rehearsals.begin(again)
        assert there.rehearsals.end(again).value == ""  # what it rehearsed is not known here
        assert {summary.id for summary in there.workshops.all()} == before


# Version 2


def with_before() -> WorkshopRecord:
    """Give a record with a round of the room and one before the day on the same statement."""
    early = make_round("T1", (0, 0, 6, 0, 0))
    early = replace(early, id="early", kind=RoundKind.BEFORE)
    workshop = replace(make_workshop(sound()), language="cy", identity="0a1b", revision=41)
    return replace(
        make_record(make_round("T1", (0, 2, 3, 5, 2)), workshop=workshop), before=(early,)
    )


def test_identity_revision_language_and_kinds_of_round_move(tmp_path: Path) -> None:
    back = moved(with_before(), tmp_path)
    told = back.workshop
    assert (told.identity, told.revision, told.language) == ("0a1b", 41, "cy")
    assert [(r.kind, r.ballots_in) for r in back.before] == [(RoundKind.BEFORE, 6)]
    assert [(r.kind, r.ballots_in) for r in back.rounds] == [(RoundKind.ROOM, 12)]
    assert back.latest_round("T1") == back.rounds[0]


def test_a_round_before_the_day_that_is_not_revealed_stays_behind_and_that_is_said(
    tmp_path: Path,
) -> None:
    record = with_before()
    is_open = replace(record.before[0], state=RoundState.OPEN)
    back = moved(replace(record, before=(is_open,)), tmp_path)
    assert back.before == ()
    data = json.loads((tmp_path / "w.roundtable").read_text("utf-8"))
    assert data["left_out"][0].startswith("The vote on T1,")


def test_they_go_from_library_to_library(tmp_path: Path) -> None:
    write_workshop_file(with_before(), tmp_path / "w.roundtable")
    with opened(tmp_path / "here") as here:
        file, both = tmp_path / "w.roundtable", Again.KEEP_BOTH
        keys = [here.moving.import_workshop(file, both).value for _ in range(2)]
        records = [here.workshops.record(key) for key in keys]
    assert [r.workshop.identity for r in records] == ["0a1b", "0a1b"]
    assert {r.workshop.id for r in records}.isdisjoint({"0a1b"})
    assert [r.workshop.revision for r in records] == [41, 41]
    assert [len(r.before) for r in records] == [1, 1]


def test_the_same_workshop_taken_in_twice_is_told_and_nothing_is_done(tmp_path: Path) -> None:
    write_workshop_file(with_before(), tmp_path / "w.roundtable")
    with opened(tmp_path / "here") as here:
        key = here.moving.import_workshop(tmp_path / "w.roundtable").value
        with pytest.raises(RuleProblem, match=f"is here already, as .*{key}.*--keep-both"):
            here.moving.import_workshop(tmp_path / "w.roundtable")
        assert [line.id for line in here.workshops.all()] == [key]
        assert here.moving.look(tmp_path / "w.roundtable").further == 0


def test_from_a_to_b_to_a_it_is_one_row_with_what_b_wrote(tmp_path: Path) -> None:
    file = tmp_path / "w.roundtable"
    with opened(tmp_path / "a") as a:
        old = a.library.add_sample().value
        a.reports.write(old, DocumentKind.WORKSHOP_FILE, file)
        with opened(tmp_path / "b") as b:
            there = b.moving.import_workshop(file).value
            b.planning.set_headline(
                there, "Meet every month", b.workshops.record(there).workshop.headline
            )
            b.reports.write(there, DocumentKind.WORKSHOP_FILE, file)
        assert a.moving.look(file).further == 1
        outcome = a.moving.import_workshop(file, Again.REPLACE)
        assert [line.id for line in a.workshops.all()] == [outcome.value]
        assert a.workshops.record(outcome.value).workshop.headline == "Meet every month"
        assert outcome.undo is not None
        outcome.undo.run()
        assert [line.id for line in a.workshops.all()] == [old]
        assert outcome.undo.again is not None
        outcome.undo.again()
        assert [line.id for line in a.workshops.all()] == [outcome.value]


def test_version_1_is_read_with_what_it_did_not_have(tmp_path: Path) -> None:
    write_workshop_file(with_before(), tmp_path / "w.roundtable")
    data = json.loads((tmp_path / "w.roundtable").read_text("utf-8"))
    data["version"] = 1
    for name in ("identity", "revision", "language"):
        del data["workshop"][name]
    data["rounds"] = [{k: v for k, v in r.items() if k != "kind"} for r in data["rounds"][1:]]
    for action in data["framework"]["actions"]:
        for part in (action, action["quick"], *action["statements"]):
            del part["name"]
        for step in action["steps"]:
            del step["short"], step["serves"]
    (tmp_path / "w.roundtable").write_text(json.dumps(data), "utf-8")
    back = read_workshop_file(tmp_path / "w.roundtable", new_ids())
    told = back.workshop
    assert told.identity.startswith("new")
    assert told.identity != told.id
    assert (told.revision, told.language) == (1, "en")
    assert [r.kind for r in back.rounds] == [RoundKind.ROOM]
    assert told.framework.statement("T1").name == "Word1"


# Garbage


_RECORD = make_record(make_round("T1", (0, 2, 3, 5, 2)), workshop=make_workshop(sound()))


def changed(folder: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    write_workshop_file(_RECORD, folder / "w.roundtable")
    data = json.loads((folder / "w.roundtable").read_text("utf-8"))
    change(data)
    (folder / "w.roundtable").write_text(json.dumps(data), "utf-8")
    return folder / "w.roundtable"


WRONG: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda d: d.update(format="other"), "it is not a workshop file"),
    (lambda d: d.update(version=3), "written by a newer version"),
    (lambda d: d.update(version=0), "which version"),
    (lambda d: d["workshop"].update(identity="two words"), "identity"),
    (lambda d: d["workshop"].update(revision=0), "revision"),
    (lambda d: d["workshop"].update(language="English, please"), "language"),
    (lambda d: d["rounds"][0].update(kind="after"), "a vote is not as it should be"),
    (lambda d: d.update(version="1"), "which version"),
    (lambda d: d.pop("workshop"), "workshop"),
    (lambda d: d["workshop"].update(title=" "), "no title"),
    (lambda d: d["workshop"].update(present=0), "1 to 500"),
    (lambda d: d["workshop"].update(present="many"), "present"),
    (lambda d: d["workshop"]["rules"].update(minimum_answers=1), "3 to 5"),
    (lambda d: d["workshop"]["rules"]["thresholds"].update(broad_share=0), "cannot be met"),
    (lambda d: d["workshop"].update(created_at="2027-05-14T12:00:00"), "no time zone"),
    (lambda d: d["framework"].update(title=""), "framework"),
    (lambda d: d["rounds"][0].update(statement_id="Z9"), "not there"),
    (lambda d: d["rounds"][0].update(ordinal=0), "no proper number"),
    (lambda d: d["rounds"].append(d["rounds"][0]), "the same round twice"),
    (lambda d: d["rounds"][0].update(state="open"), "a vote is not revealed"),
    (lambda d: d["rounds"][0].update(state="closed"), "a vote is not revealed"),
    (lambda d: d["rounds"][0]["counted"][0].update(votes=[1, 2]), "each point"),
    (lambda d: d["rounds"][0]["counted"][0].update(votes=[-1] * 6), "0 or more"),
    (lambda d: d["rounds"][0]["counted"][0].update(groups=["a", "b"]), "merged"),
    (lambda d: d.update(rounds="none"), "rounds"),
    (lambda d: d.update(notes=[{"kind": "idea"}]), "text"),
    (lambda d: d.update(notes=[{"kind": "idea", "text": "x" * 10_001}]), "too long"),
]


@pytest.mark.parametrize(("change", "said"), WRONG)
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
