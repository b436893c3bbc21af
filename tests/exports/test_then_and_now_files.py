"""An earlier workshop in what leaves Roundtable: the same words everywhere, and nothing hidden."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from openpyxl import load_workbook

from desktop_app.analysis.earlier import earlier_of
from desktop_app.charts.primitives import Text
from desktop_app.documents.report import full_content
from desktop_app.documents.summary import summary_content
from desktop_app.domain.channels import Channel
from desktop_app.domain.rounds import Round
from desktop_app.domain.workshop import Privacy, WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.exports.mail import mail_of
from desktop_app.exports.pictures import pictures_of, then_now_chart, trend_chart
from desktop_app.exports.web_report import page
from desktop_app.exports.word_report import report_outline
from desktop_app.exports.xlsx_export import write_xlsx
from desktop_app.report.board_report import write_board_report
from desktop_app.report.full_report import write_full_report
from desktop_app.report.large_print import write_large_summary
from desktop_app.report.summary import write_summary
from desktop_app.resources import resource
from tests.exports.word import outline_text
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler, pages_of
from tests.unit.builders import make_grouped_round, make_round

SCHEMA = json.loads(resource("schema", "roundtable-export.schema.json").read_text("utf-8"))
UP = "Moved up: 3 of 12 rated it 3 or more last time, 9 of 12 now."
DAY = "2 statements compared: 1 moved up, none down; 1 is much the same; for none we cannot say."
LUCK = "1 move in 2 can be luck: talk about it before you build on it."
LOW, HIGH, FIRM = (3, 6, 3, 0, 0), (0, 3, 5, 4, 0), (0, 1, 3, 6, 2)


def year(number: int, *rounds: Round, before: WorkshopRecord | None = None) -> WorkshopRecord:
    """Give one year's workshop, as a follow-up of the one before."""
    kept = (earlier_of(before), *before.workshop.earlier) if before else ()
    day = builders.make_day(
        identity=f"year-{number}", held_on=date(2020 + number, 5, 14), earlier=kept
    )
    return replace(day, rounds=rounds)


def follow_up() -> WorkshopRecord:
    first = year(6, make_round("T1", LOW), make_round("L1", FIRM))
    return year(7, make_round("T1", HIGH), make_round("L1", FIRM), before=first)


def chain(years: int) -> WorkshopRecord:
    record = year(0, make_round("T1", LOW))
    for number in range(1, years):
        record = year(number, make_round("T1", (LOW, HIGH)[number % 2]), before=record)
    return record


def test_json_says_it_as_the_schema_does() -> None:
    data = document(follow_up())
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    (step,) = data["then_and_now"]
    assert (step["then"]["identity"], step["then"]["date"]) == ("year-6", "2026-05-14")
    assert (step["day"]["compared"], step["day"]["up"], step["day"]["same"]) == (2, 1, 1)
    rows = {row["statement"]: row for row in step["statements"]}
    assert (rows["T1"]["word"], rows["T1"]["then"], rows["T1"]["now"]) == ("up", [*LOW], [*HIGH])
    assert rows["A1"]["not_compared_because"] == "not_then"


def test_the_workbook_has_a_sheet_of_it_and_only_then(tmp_path: Path) -> None:
    write_xlsx(follow_up(), tmp_path / "a.xlsx")
    write_xlsx(builders.make_day(), tmp_path / "b.xlsx")
    assert "then and now" not in load_workbook(tmp_path / "b.xlsx").sheetnames
    head, *rows = load_workbook(tmp_path / "a.xlsx")["then and now"].iter_rows(values_only=True)
    first = dict(zip(head, rows[0], strict=True))
    assert (first["Statement"], first["Then and now"], first["Ratings then"]) == (
        "T1", "Moved up", 12,
    )  # fmt: skip
    assert first["What may be said"] == UP


@needs_poppler
def test_papers_say_the_same(tmp_path: Path) -> None:
    record = follow_up()
    write_full_report(record, tmp_path / "report.pdf")
    found = {
        "pdf": flowing_text_of(tmp_path / "report.pdf"),
        "web": page(record),
        "word": outline_text(report_outline(record)),
    }
    for name, text in found.items():
        for wanted in (UP, DAY, LUCK, "Not compared: it was not rated last time."):
            assert wanted in text, (name, wanted)
        assert "about 1 statement in 50 is still called moved" in text, name
        assert "Compared here: 2 statements, with up to 12 ratings last time and 12 now" in text
    assert summary_content(record).then_now.startswith(f"{DAY} Moved up: Trust. {LUCK}")


@needs_poppler
def test_what_is_true_of_several_statements_is_said_once(tmp_path: Path) -> None:
    first = year(6, *builders.day_rounds())
    record = year(7, *builders.day_rounds(), before=first)
    write_full_report(record, tmp_path / "report.pdf")
    once = "Trust · Build: Much the same: these ratings fit neither"
    for text in (
        flowing_text_of(tmp_path / "report.pdf"),
        page(record),
        outline_text(report_outline(record)),
    ):
        assert once in text


@needs_poppler
def test_the_short_papers_say_the_day(tmp_path: Path) -> None:
    record = follow_up()
    short = f"{DAY} Moved up: Trust. {LUCK} The same people rated all statements,"
    write_board_report(record, tmp_path / "board.pdf")
    write_large_summary(record, tmp_path / "large.pdf")
    write_summary(record, tmp_path / "summary.pdf")
    for name in ("board", "large", "summary"):
        assert short in flowing_text_of(tmp_path / f"{name}.pdf"), name
    assert pages_of(tmp_path / "board.pdf") <= 4
    assert pages_of(tmp_path / "summary.pdf") == 2
    assert short in " ".join(mail_of(record).plain.split())


def test_every_action_is_a_picture_of_its_own() -> None:
    names = [one.name for one in pictures_of(chain(3))]
    assert [name for name in names if name.startswith(("then", "several"))] == [
        *(f"then and now {n}" for n in range(1, 6)),
        "several workshops",
    ]
    alone = [one.name for one in pictures_of(builders.make_day())]
    assert not any(name.startswith(("then", "several")) for name in alone)


def test_a_workshop_that_follows_none_says_nothing_of_it() -> None:
    day = builders.make_day()
    assert full_content(day).then_now is None
    assert summary_content(day).then_now == ""
    assert document(day)["then_and_now"] == []
    assert "Then and now" not in page(day)


@pytest.mark.parametrize("years", [3, 20])
def test_several_workshops_stand_side_by_side_the_last_few(years: int) -> None:
    content = full_content(chain(years))
    part, scale = content.then_now, content.framework.scale
    assert part is not None
    assert part.trend is not None
    (row,) = part.trend.rows
    shown = min(years, 5)
    assert len(part.trend.days) == len(row.counts) == shown
    assert row.words[0] == ""
    assert set(row.words[1:]) == {"Moved up", "Moved down"}
    assert bool(part.trend.note) is (years > 5)
    drawn = trend_chart(part.trend, scale)
    assert all(day in drawn.alt for day in part.trend.days)


def test_a_gap_in_a_chain_ends_what_is_shown_of_a_statement() -> None:
    first = year(5, make_round("T1", LOW), make_round("L1", FIRM))
    second = year(6, make_round("L1", FIRM), before=first)
    third = year(7, make_round("T1", HIGH), make_round("L1", FIRM), before=second)
    part = full_content(third).then_now
    assert part is not None
    assert part.trend is not None
    assert [row.label for row in part.trend.rows] == ["Commitment"]


def test_thin_bars_are_then_and_dashed_ones_too_few() -> None:
    few = make_round("T1", (1, 1, 1, 0, 0), present=12)
    content = full_content(year(7, make_round("T1", HIGH), before=year(6, few)))
    part, scale = content.then_now, content.framework.scale
    assert part is not None
    drawing = then_now_chart(part.actions[0].rows, scale)
    dashed = [item for item in drawing.items if getattr(item, "dashed", False)]
    bars = [item for item in drawing.items if hasattr(item, "radius") and not item.dashed]
    bars = bars[: -scale.size]  # the key's
    words = [item.text for item in drawing.items if isinstance(item, Text)]
    assert {"1 Not happening", "5 Firmly in place"} <= set(words)
    assert len(dashed) == 1
    assert {round(dashed[0].height / bar.height, 3) for bar in bars} == {0.425}
    assert "Trust: Too few ratings; then nothing to show; now 0 at 1, 3 at 2" in drawing.alt


def by_partner(room: dict[str, tuple[int, ...]], before: WorkshopRecord | None) -> WorkshopRecord:
    round_ = make_grouped_round(room)
    tallies = tuple(replace(one, channel=Channel.PAPER) for one in round_.tallies)
    record = year(7 if before else 6, replace(round_, tallies=tallies), before=before)
    workshop = replace(record.workshop, privacy=Privacy.ANONYMOUS_WITH_GROUP, present=24)
    return replace(record, workshop=workshop)


def test_partners_get_words_and_no_counts() -> None:
    low, high = (0, 4, 6, 2, 0, 0), (0, 0, 0, 3, 6, 3)
    then = by_partner({"Council": low, "Health": low}, None)
    now = by_partner({"Council": high, "Health": low}, then)
    part = full_content(now).then_now
    assert part is not None
    assert part.partners == ("Trust: Council: Moved up. Health: Much the same.",)
    (step,) = document(now)["then_and_now"]
    told = next(row for row in step["statements"] if row["statement"] == "T1")["by_partner"]
    assert [sorted(one) for one in told] == [["agreement_word", "partners", "word"]] * 2
    assert step["by_partner"]["compared"] == 2
