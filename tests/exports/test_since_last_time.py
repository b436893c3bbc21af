"""What became of last time's commitments is the same in every paper and file of a follow-up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from desktop_app.analysis.earlier import earlier_of
from desktop_app.documents.since import since_part
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.plan import Commitment, again_key
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.json_export import document
from desktop_app.exports.mail import mail_of
from desktop_app.exports.web_report import write_web_report
from desktop_app.exports.word_report import report_outline
from desktop_app.exports.word_summary import summary_outline
from desktop_app.exports.xlsx_export import write_xlsx
from desktop_app.report.board_report import write_board_report
from desktop_app.report.full_report import write_full_report
from desktop_app.report.large_print import write_large_summary
from desktop_app.report.owner_pages import write_owner_pages
from desktop_app.report.summary import write_summary
from tests.report.builders import make_day
from tests.report.pdf import text_of

SAID = ("Taken on again.", "Under way", "Two of three partners")


def followed() -> WorkshopRecord:
    """Return a day that follows itself: one commitment goes on, the next is told, one is not."""
    day = make_day()
    plan = tuple(
        Commitment(f"c{n}", day.workshop.id, n, title, owner="Chair", due=date(2027, 9, 1))
        for n, title in enumerate(("Rotate the chair", "Write one page", "Share the figures"))
    )
    before = earlier_of(replace(day, commitments=plan))
    first, second, _ = (one.identity for one in before.commitments)
    told = (
        Progress(first, Standing.UNDER_WAY, "Two of three partners", date(2028, 6, 1)),
        Progress(second, Standing.DROPPED),
    )
    again = replace(plan[0], step_id=again_key(first), because="Taken on again.")
    workshop = replace(day.workshop, earlier=(before,), progress=told)
    return replace(day, workshop=workshop, commitments=(again,))


def test_each_commitment_is_told_once_with_word_and_new_date() -> None:
    part = since_part(followed())
    assert part is not None
    assert part.counted == "1 under way, 1 dropped and 1 not told"
    assert [line.standing for line in part.lines] == ["Under way", "Dropped", ""]
    assert [line.again for line in part.lines] == [True, False, False]


def test_a_day_that_follows_none_says_nothing_of_it(tmp_path: Path) -> None:
    assert since_part(make_day()) is None
    write_web_report(make_day(), tmp_path / "w.html")
    assert "Since last time" not in (tmp_path / "w.html").read_text(encoding="utf-8")
    assert document(make_day())["follows"] is None


def test_report_and_summary_tell_it(tmp_path: Path) -> None:
    write_full_report(followed(), tmp_path / "r.pdf")
    write_summary(followed(), tmp_path / "s.pdf")
    report, summary = (" ".join(text_of(tmp_path / f"{n}.pdf").split()) for n in "rs")
    for words in ("Since last time", *SAID):
        assert words in report
    assert "Since last time: 1 under way, 1 dropped and 1 not told." in summary
    assert "Dropped: Write one page." in summary
    write_web_report(followed(), tmp_path / "w.html")
    web = (tmp_path / "w.html").read_text(encoding="utf-8")
    assert all(words in web for words in SAID)


def test_the_summary_in_large_print_tells_it_too(tmp_path: Path) -> None:
    write_large_summary(followed(), tmp_path / "s.pdf")
    summary = " ".join(text_of(tmp_path / "s.pdf").split())
    assert "Since last time 1 under way, 1 dropped and 1 not told." in summary


def test_board_mail_and_owners_tell_it(tmp_path: Path) -> None:
    write_board_report(followed(), tmp_path / "b.pdf")
    write_owner_pages(followed(), tmp_path / "o.pdf")
    board, owners = (" ".join(text_of(tmp_path / f"{n}.pdf").split()) for n in "bo")
    mail = mail_of(followed()).plain
    for told in (board, owners, mail):
        assert "Since last time" in told
    assert "1 under way, 1 dropped and 1 not told. Under way: Rotate the chair." in board
    for told in (owners, mail):
        assert "Rotate the chair: → Under way · Two of three partners." in told
        assert "Share the figures: Not told" in told


@pytest.mark.parametrize("make", [report_outline, summary_outline])
def test_word_tells_it(make: object) -> None:
    told = repr(make(followed()))  # type: ignore[operator]
    assert "Since last time" in told
    assert "1 under way, 1 dropped and 1 not told" in told


def test_the_plan_says_where_it_stands_beside_why_it_is_there(tmp_path: Path) -> None:
    write_summary(followed(), tmp_path / "s.pdf")
    summary = " ".join(text_of(tmp_path / "s.pdf").split())
    assert "Taken on again. It is under way: Two of three partners." in summary


def test_the_data_has_every_date_and_word(tmp_path: Path) -> None:
    found = document(followed())["follows"]["commitments"]
    assert [one["standing"] for one in found] == ["under_way", "dropped", None]
    assert (found[0]["new_due"], found[0]["taken_on_again"]) == ("2028-06-01", "c0")
    assert found[1]["taken_on_again"] is None
    write_xlsx(followed(), tmp_path / "x.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "x.xlsx")["since last time"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[4] for row in rows] == ["under way", "dropped", None]
    assert rows[0][5:] == ["Two of three partners", rows[0][6], "yes"]
