"""What was said beforehand stands beside the room's votes and changes nothing else anywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop_app.analysis.beforehand import said_before
from desktop_app.analysis.picture import workshop_picture
from desktop_app.bootstrap import opened
from desktop_app.documents.boxes import boxes
from desktop_app.documents.kinds import DOCUMENTS, DocumentKind
from desktop_app.documents.report import full_content
from desktop_app.documents.summary import summary_content
from desktop_app.domain.channels import Channel
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.rounds import Round, RoundKind, RoundState, Tally
from desktop_app.domain.workshop import Group, Privacy, WorkshopRecord
from desktop_app.exports.csv_export import write_csv
from desktop_app.exports.json_export import document
from desktop_app.exports.web_report import write_web_report
from desktop_app.exports.xlsx_export import write_xlsx
from desktop_app.recommendations.rules import recommend
from desktop_app.recommendations.taken import taken_on
from desktop_app.scenes.stage import scene_at
from desktop_app.words.beforehand import beforehand_lines, beforehand_note
from tests.exports.readers import csv_rows
from tests.exports.twins import _other
from tests.unit.builders import make_record, make_round, make_workshop

PARTNERS = ("NHS Trust", "Council")
SAME = (
    DocumentKind.PLAN,
    DocumentKind.COMMITMENTS,
    DocumentKind.POSTERS,
    DocumentKind.SCRIPT,
    DocumentKind.BALLOTS,
    DocumentKind.CALENDAR,
    DocumentKind.MAIL,
    DocumentKind.OVERVIEW_SVG,
    DocumentKind.PLAN_WORD,
)
"""Documents in which nothing is said of beforehand, byte for byte the same."""


def early(statement_id: str, counts: Mapping[str, tuple[int, ...]]) -> Round:
    """Return answers from before the day, 0 ("can't say") first, by partner."""
    tallies = tuple(
        Tally(Channel.FILE, group, point, votes)
        for group, points in counts.items()
        for point, votes in enumerate(points)
        if votes
    )
    total = sum(tally.votes for tally in tallies)
    return Round(
        f"early-{statement_id}", "w1", statement_id, 1, Channel.FILE, RoundState.REVEALED,
        total, total, tallies, seen=True, kind=RoundKind.BEFORE,
    )  # fmt: skip


def beside(record: WorkshopRecord) -> WorkshopRecord:
    """Return a record whose statements were also answered beforehand, all otherwise."""
    all_low = {PARTNERS[0]: (1, 8, 1, 0, 0, 0), PARTNERS[1]: (0, 0, 6, 0, 0, 0)}
    asked = [s.id for s in record.workshop.framework.statements]
    return replace(record, before=tuple(early(key, all_low) for key in asked))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> WorkshopRecord:
    """Give the sample's day, voted on, with a plan that gives reasons."""
    with opened(tmp_path_factory.mktemp("data")) as services:
        record = services.workshops.record(services.library.add_sample(closed=True).value)
    groups = tuple(Group(name, 8) for name in PARTNERS)
    mode = Privacy.ANONYMOUS_WITH_GROUP
    return replace(record, workshop=replace(record.workshop, privacy=mode, groups=groups))


def _plain(value: object, said: str) -> object:
    """Return a content without the sentences that are said of beforehand."""
    if isinstance(value, str):
        return value.replace(said, "").strip()
    if isinstance(value, tuple):
        kept = (p for p in value if not (isinstance(p, str) and p.startswith("Beforehand")))
        return tuple(_plain(part, said) for part in kept)
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name), said) for field in fields(value)}
    return value


def test_nothing_that_is_worked_out_counts_it(sample: WorkshopRecord) -> None:
    more = beside(sample)
    framework = sample.workshop.framework
    picture = workshop_picture(sample)
    assert workshop_picture(more) == picture
    assert recommend(more, picture) == recommend(sample, picture)
    assert taken_on(more, picture) == taken_on(sample, picture)
    assert boxes(framework, workshop_picture(more)) == boxes(framework, picture)
    for step in sample.workshop.steps:
        assert scene_at(more, step) == scene_at(sample, step)


@pytest.mark.parametrize("content", [summary_content, full_content])
def test_papers_say_it_beside_and_nothing_else(
    sample: WorkshopRecord, content: Callable[[WorkshopRecord], object]
) -> None:
    more = beside(sample)
    found = content(more)
    assert found != content(sample)
    note = beforehand_note(more)
    assert note.startswith("Before the day 16 people answered 16 of 16 statements.")
    assert _plain(found, note) == _plain(content(sample), note)


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAME)
def test_documents_that_say_nothing_of_it_are_the_same(
    sample: WorkshopRecord, tmp_path: Path, kind: DocumentKind
) -> None:
    module, _, name = DOCUMENTS[kind].writer.partition(":")
    write: Any = getattr(import_module(module), name)
    options = (PrintOptions(paper=kind.about.sheet),) if kind.about.is_paper else ()
    one, other = tmp_path / f"1{kind.about.suffix}", tmp_path / f"2{kind.about.suffix}"
    write(sample, one, *options)
    write(beside(sample), other, *options)
    assert one.read_bytes() == other.read_bytes()


def test_json_has_it_in_a_list_of_its_own(sample: WorkshopRecord) -> None:
    without, found = document(sample), document(beside(sample))
    assert without["beforehand"] == []
    early_ones = found["beforehand"]
    assert {one["kind"] for one in early_ones} == {"before"}
    assert {one["kind"] for one in found["rounds"]} == {"room"}
    first = early_ones[0]
    assert (first["counts"], first["cannot_say"], first["group"]) == ([8, 7, 0, 0, 0], 1, None)
    for whole in (without, found):
        del whole["beforehand"]
        del whole["workshop"]["how_to_read"]
    assert found == without


def test_tables_have_its_kind_and_no_number(sample: WorkshopRecord, tmp_path: Path) -> None:
    write_csv(sample, tmp_path / "1.csv")
    write_csv(beside(sample), tmp_path / "2.csv")
    one, other = (csv_rows(tmp_path / name) for name in ("1.csv", "2.csv"))
    early_ones = [row for row in other if row["kind"] == "Beforehand"]
    assert {row["round"] for row in early_ones} == {""}
    assert [row for row in other if row["kind"] == "In the room"] == one
    write_xlsx(sample, tmp_path / "1.xlsx")
    write_xlsx(beside(sample), tmp_path / "2.xlsx")
    books = [load_workbook(tmp_path / name, read_only=True) for name in ("1.xlsx", "2.xlsx")]
    for name in books[0].sheetnames:
        rows = [[*book[name].iter_rows(values_only=True)] for book in books]
        kept = [row for row in rows[1] if "Beforehand" not in row]
        if name != "about":  # how to read it has the note
            assert kept == rows[0], name


def test_the_web_page_says_it_at_its_statement(sample: WorkshopRecord, tmp_path: Path) -> None:
    more = beside(sample)
    write_web_report(more, tmp_path / "it.html")
    text = re.sub(r"<[^>]+>", "", (tmp_path / "it.html").read_text("utf-8"))
    whole, parts = beforehand_lines(more, sample.workshop.framework.statements[0].id)
    assert whole == "Beforehand, 16 people: 15 of 15 low, 0 high, 0 between; strong agreement."
    assert parts.startswith("Beforehand, Council: 6 of 6 low")
    assert text.count(whole) == text.count(parts) == len(sample.workshop.framework.statements)


def test_before_the_first_vote_papers_say_plainly_what_these_answers_are(
    sample: WorkshopRecord,
) -> None:
    record = replace(beside(sample), rounds=(), commitments=(), priority_vote=None)
    assert summary_content(record).method.startswith("Before the day 16 people answered")
    part = full_content(record).actions[0].statements[0]
    assert part.verdict == "Not rated"
    assert part.result is None
    assert part.remarks[0].startswith("Beforehand, 16 people:")
    assert full_content(record).rated is False


def test_too_few_answers_stay_hidden_in_every_sentence() -> None:
    record = make_record(make_round("T1", (0, 2, 3, 5, 2)), workshop=make_workshop())
    record = replace(record, before=(early("T1", {"": (0, 0, 0, 4, 0, 0)}),))
    (line,) = beforehand_lines(record, "T1")
    assert line.startswith("Beforehand: ")
    assert "4" not in line
    (row,) = document(record)["beforehand"]
    assert (row["counts"], row["hidden"]) == (None, True)


@st.composite
def twins(draw: st.DrawFn) -> tuple[WorkshopRecord, WorkshopRecord]:
    """Give two records whose answers from beforehand differ only in what may not be shown."""
    counts = st.dictionaries(
        st.sampled_from(["", "a", "b", "c"]), st.tuples(*[st.integers(0, 4)] * 6), max_size=4
    )
    round_, privacy = early("T1", draw(counts)), draw(st.sampled_from(Privacy))
    record = replace(make_record(workshop=make_workshop(privacy=privacy)), before=(round_,))
    return record, replace(record, before=(_other(draw, record, round_),))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(twins())
def test_nothing_said_of_it_depends_on_what_is_hidden(
    pair: tuple[WorkshopRecord, WorkshopRecord],
) -> None:
    one, other = pair
    assert [view for _, view in said_before(other)] == [view for _, view in said_before(one)]
    assert beforehand_lines(other, "T1") == beforehand_lines(one, "T1")
    assert document(other)["beforehand"] == document(one)["beforehand"]
