"""An agenda with breaks, own items and statements left out is kept whole, here and on the way."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.storage.opening import open_library
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from desktop_app.words.method import limits
from tests.exports.rooms import sound
from tests.unit.builders import make_framework, make_record, make_workshop

PICTURE = b"\xff\xd8\xff\x00 any bytes that begin so"
AGENDA = (
    AgendaItem("welcome", 10, at="09:30"),
    AgendaItem("statement:T1", 7),
    AgendaItem("break:1", 15, "Lunch"),
    AgendaItem("own:1", 5, "The act", "One plan\nfor the county"),
    AgendaItem("own:2", 5, "The street", picture=PICTURE, alt="A street in the rain"),
    AgendaItem("statement:T2", 7, left_out=True),
    AgendaItem("statement:A1", 7, left_out=True),
    AgendaItem("statement:A2", 7, left_out=True),
)


FRAMEWORK = replace(make_framework(actions="TAI"), sources=sound().sources)


def workshop() -> Workshop:
    made = make_workshop(FRAMEWORK)
    return made.prepared(replace(made.details, agenda=AGENDA))


def held(record: WorkshopRecord) -> tuple[list[str], list[str], tuple[str, ...]]:
    one = record.workshop
    steps = [step.key for step in one.steps]
    return [s.id for s in one.framework.statements], steps, one.left_out


def test_it_comes_back_from_the_library_with_its_framework_whole(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as library:
        with library.writing() as work:
            work.add_workshop(workshop())
            work.commit()
        with library.reading() as work:
            record = work.record("w1")
    assert record.workshop == workshop()
    assert record.workshop.frozen == FRAMEWORK
    assert held(record) == (
        ["T1", "I1", "I2"],
        ["welcome", "statement:T1", "break:1", "own:1", "own:2", "statement:I1",
         "statement:I2", "action:I", "overview", "priorities", "next_steps", "close"],
        ("T2", "A1", "A2"),
    )  # fmt: skip


def test_what_was_left_out_can_be_put_back(tmp_path: Path) -> None:
    back = workshop().prepared(replace(workshop().details, agenda=()))
    assert back.framework == FRAMEWORK
    assert back.whole is None


def test_an_agenda_of_an_earlier_version_loads(tmp_path: Path) -> None:
    with closing(open_library(tmp_path)) as library, library.writing() as work:
        work.add_workshop(workshop())
        work.commit()
    old = '[{"step":"welcome","minutes":10},{"step":"statement:T1","minutes":7}]'
    with closing(sqlite3.connect(tmp_path / "roundtable.db")) as raw, raw:
        raw.execute("UPDATE workshops SET agenda = ?", (old,))
    with closing(open_library(tmp_path)) as library, library.reading() as work:
        found = work.workshop("w1")
    assert found.agenda == (AgendaItem("welcome", 10), AgendaItem("statement:T1", 7))
    assert found.framework == FRAMEWORK


def test_it_moves_to_another_laptop_whole(tmp_path: Path) -> None:
    target = tmp_path / "w.roundtable"
    write_workshop_file(make_record(workshop=workshop()), target)
    moved = read_workshop_file(target, iter("abcdefgh").__next__)
    assert moved.workshop.agenda == AGENDA
    assert held(moved) == held(make_record(workshop=workshop()))
    assert moved.workshop.frozen == FRAMEWORK


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([{"step": f"statement:{s}", "minutes": 1, "left_out": True} for s in
          ("T1", "T2", "A1", "A2", "I1", "I2")], "leaves every statement out"),
        ([{"step": "own:1", "minutes": 1, "text": "x" * 300}], "an item of its agenda is too long"),
        ([{"step": "own:1", "minutes": 1, "title": "x" * 300}], "its agenda is too long"),
        ([{"step": "own:1", "minutes": 1, "alt": "x" * 300}], "its agenda is too long"),
        ([{"step": "own:1", "minutes": 1, "picture": "AAAA"}], "a picture of its agenda is none"),
        ([{"step": f"own:{n}", "minutes": 1, "picture": "/9j/"} for n in range(9)], "too many pic"),
        ([{"step": "own:1", "minutes": 1, "picture": "not base64"}], "w.roundtable"),
    ],
)  # fmt: skip
def test_an_agenda_in_a_file_that_will_not_do_is_told(
    tmp_path: Path, items: list[dict[str, object]], said: str
) -> None:
    target = tmp_path / "w.roundtable"
    write_workshop_file(make_record(workshop=workshop()), target)
    whole = json.loads(target.read_text("utf-8"))
    whole["workshop"]["agenda"] = items
    target.write_text(json.dumps(whole), "utf-8")
    with pytest.raises(FileProblem, match=said):
        read_workshop_file(target, iter("abcdefgh").__next__)


def test_what_leaves_the_laptop_says_what_was_left_out() -> None:
    found = document(make_record(workshop=workshop()))
    assert found["workshop"]["left_out"] == ["T2", "A1", "A2"]
    assert [action["id"] for action in found["actions"]] == ["T", "I"]
    assert (
        found["workshop"]["framework"]["fingerprint"]
        == document(make_record(workshop=make_workshop(FRAMEWORK)))["workshop"]["framework"][
            "fingerprint"
        ]
    )
    assert limits(workshop()).endswith("Left out of this workshop: Name T2, Name A1 and Name A2.")
    assert "Left out" not in limits(make_workshop())
