"""The summary says what the data say: its figures and boxes against JSON, CSV, XLSX and report.

Workshops are generated; what the boxes hold is worked out anew from the JSON alone.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.analysis.change import shift_of
from desktop_app.documents.boxes import Place
from desktop_app.documents.report import full_content
from desktop_app.documents.summary import summary_content
from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.csv_export import write_csv
from desktop_app.exports.json_export import document
from desktop_app.exports.xlsx_export import write_xlsx
from tests.report import builders
from tests.unit.builders import make_round

KEYS = tuple(builders.COUNTS)


@st.composite
def days(draw: st.DrawFn) -> WorkshopRecord:
    rounds: list[Round] = []
    for key in draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=5, unique=True)):
        for ordinal in range(1, draw(st.integers(1, 3)) + 1):
            counts = draw(st.tuples(*[st.integers(0, 5)] * 5))
            rounds.append(make_round(key, counts, draw(st.integers(0, 4)), ordinal=ordinal))
    return WorkshopRecord(builders.make_workshop(present=25), tuple(rounds))


def place_told_by(votes: list[dict[str, Any]]) -> Place | None:
    """Work out the box from a statement's votes as the JSON has them, in their order."""
    last = votes[-1]
    few = last["hidden"] or last["agreement"] == "too_few"
    if few or "many_cannot_say" in last["flags"] or moved(votes):
        return Place.UNSETTLED
    if last["agreement"] in ("opposing", "mixed"):
        return Place.DIFFERENTLY
    return {"low": Place.MISSING, "middle": None, "high": Place.IN_PLACE}[last["level"]]


def moved(votes: list[dict[str, Any]]) -> bool:
    earlier = [vote for vote in votes[:-1] if not vote["hidden"]]
    if not earlier or earlier[-1]["agreement"] == "too_few":
        return False
    return shift_of(tuple(earlier[-1]["counts"]), tuple(votes[-1]["counts"])).is_move


def votes_by_statement(record: WorkshopRecord) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in document(record)["rounds"]:
        found.setdefault(row["statement"], []).append(row)
    return found


FIXTURES = [HealthCheck.function_scoped_fixture]


@settings(max_examples=60, suppress_health_check=FIXTURES)
@given(days())
def test_boxes_and_list_say_what_the_json_says(record: WorkshopRecord) -> None:
    content = summary_content(record)
    where = {key: box.place for box in content.boxes for key in box.keys}
    assert sum(len(box.keys) for box in content.boxes) == len(where)
    lines = {line.key: line for group in content.statements.groups for line in group.lines}
    for key, votes in votes_by_statement(record).items():
        assert where.get(key) is place_told_by(votes)
        counts = votes[-1]["counts"]
        assert lines[key].counts == (tuple(counts) if counts is not None else None)
    assert set(lines) == set(KEYS)


@settings(max_examples=60)
@given(days())
def test_the_report_has_the_same_boxes_and_bars(record: WorkshopRecord) -> None:
    content, report = summary_content(record), full_content(record)
    assert report.boxes == content.boxes
    bars = {part.key: part.result for action in report.actions for part in action.statements}
    for line in (line for group in content.statements.groups for line in group.lines):
        result = bars[line.key]
        assert line.counts == (result.counts if result else None)


@settings(max_examples=12, deadline=None, suppress_health_check=FIXTURES)
@given(days())
def test_tables_have_the_same_counts(tmp_path: Path, record: WorkshopRecord) -> None:
    lines = {
        line.key: line.counts
        for group in summary_content(record).statements.groups
        for line in group.lines
    }
    for name in ("plain.csv", "book.xlsx"):
        found = last_counts(record, tmp_path / name)
        assert found
        assert found == {key: lines[key] for key in found}


def last_counts(record: WorkshopRecord, path: Path) -> dict[str, tuple[int, ...] | None]:
    """Return the counts of each statement's last vote of the whole room as a file has them."""
    if path.suffix == ".csv":
        write_csv(record, path)
        head, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
        first = head.index("count_1")
    else:
        write_xlsx(record, path)
        head, *rows = load_workbook(path)["results"].iter_rows(values_only=True)
        first = next(n for n, title in enumerate(head) if str(title).startswith("1 "))
    at = head.index("statement") if "statement" in head else head.index("Statement")
    found = {}
    for row in rows:
        if row[at] in KEYS:
            cells = row[first : first + 5]
            hidden = "hidden" in cells
            found[row[at]] = None if hidden else tuple(int(cell) for cell in cells)
    return found
