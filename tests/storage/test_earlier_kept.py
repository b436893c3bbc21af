"""A follow-up moves with what it keeps of earlier workshops; what no workshop shows is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.analysis.earlier import earlier_of
from desktop_app.domain.earlier import MAX_EARLIER, MAX_WORD, EarlierCommitment, Progress, Standing
from desktop_app.domain.errors import FileProblem
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.storage.opening import open_library
from desktop_app.storage.workshop_file import read_workshop_file, write_workshop_file
from tests.unit.builders import make_grouped_round, make_record, make_workshop

from .records import a_framework, a_workshop, save

GROUPS = {"Council": (0, 0, 0, 6), "Health": (0, 1, 0, 2), "Police": (0, 0, 0, 1, 0, 1)}


def follow_up() -> WorkshopRecord:
    by_partner = make_workshop(a_framework(), privacy=Privacy.ANONYMOUS_WITH_GROUP)
    before = earlier_of(make_record(make_grouped_round(GROUPS), workshop=by_partner))
    open_before = (EarlierCommitment("c-one", "Rotate", due=date(2027, 9, 1)),)
    known = Progress("c-one", Standing.STUCK, "no room", date(2028, 9, 1))
    copies = (replace(before, commitments=open_before),) * 2
    return WorkshopRecord(replace(a_workshop(), identity="one", earlier=copies, progress=(known,)))


def test_it_is_kept_and_moves_as_it_is(tmp_path: Path) -> None:
    record = follow_up()
    library = open_library(tmp_path)
    save(library, record)
    with library.writing() as work:
        assert work.workshop("w1") == record.workshop
        work.save_workshop(replace(work.workshop("w1"), progress=()))
        work.commit()
    with library.reading() as work:
        assert work.workshop("w1") == replace(record.workshop, progress=())
    library.close()
    write_workshop_file(record, tmp_path / "w.roundtable")
    back = read_workshop_file(tmp_path / "w.roundtable", lambda: "new").workshop
    assert (back.earlier, back.progress) == (record.workshop.earlier, record.workshop.progress)


def _too_many(workshop: dict[str, Any]) -> None:
    workshop["earlier"] *= MAX_EARLIER


def _long_word(workshop: dict[str, Any]) -> None:
    workshop["progress"][0]["word"] = "x" * (MAX_WORD + 1)


def _unknown(workshop: dict[str, Any]) -> None:
    workshop["progress"][0]["commitment"] = "another"


def _twice(workshop: dict[str, Any]) -> None:
    workshop["earlier"][0]["commitments"] *= 2


def _small_part(workshop: dict[str, Any]) -> None:
    workshop["earlier"][0]["statements"][0]["vote"]["parts"][0]["counts"] = [0, 0, 4, 0, 0]


def _more_than_all(workshop: dict[str, Any]) -> None:
    workshop["earlier"][0]["statements"][0]["vote"]["counts"] = [0, 0, 6, 0, 0]


def _other_scale(workshop: dict[str, Any]) -> None:
    workshop["earlier"][0]["statements"][0]["labels"].append("more")


def _long_text(workshop: dict[str, Any]) -> None:
    workshop["earlier"][1]["statements"][0]["text"] = "x" * 10_001


def _no_date(workshop: dict[str, Any]) -> None:
    workshop["earlier"][0]["held_on"] = "yesterday"


SPOILT = (
    _too_many, _long_word, _unknown, _twice, _small_part, _more_than_all, _other_scale,
    _long_text, _no_date,
)  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_no_workshop_would_write_is_refused(
    tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    path = tmp_path / "w.roundtable"
    write_workshop_file(follow_up(), path)
    whole = json.loads(path.read_text(encoding="utf-8"))
    spoil(whole["workshop"])
    path.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(FileProblem, match="cannot be used"):
        read_workshop_file(path, lambda: "new")
