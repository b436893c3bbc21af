"""The board's report: four pages, whatever happened, in the words and figures of the full one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.report.board_report import write_board_report
from tests.exports.rooms import sample
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler, pages_of, tags_of, texts_of
from tests.report.rooms import follow_up
from tests.report.situations import SITUATIONS
from tests.report.test_summary import closed_sample

pytestmark = needs_poppler


@pytest.mark.parametrize("situation", sorted({*SITUATIONS} - {"overlong texts"}))
def test_it_takes_four_pages_at_most(situation: str, tmp_path: Path) -> None:
    write_board_report(SITUATIONS[situation](), tmp_path / "board.pdf")
    assert pages_of(tmp_path / "board.pdf") <= 4


def test_the_sample_has_it_all_on_four_pages(tmp_path: Path) -> None:
    write_board_report(sample(), tmp_path / "board.pdf")
    text = flowing_text_of(tmp_path / "board.pdf")
    assert pages_of(tmp_path / "board.pdf") == 4
    for words in (
        "Next steps we agreed",
        "The picture as a whole",
        "All 16 statements",
        "Backing: win and keep the backing of the politicians and boards",
        "What matters most now",
        "shows of hands, seen by the room",
    ):
        assert words in text


@pytest.mark.slow
def test_a_long_plan_is_cut_and_says_where_the_rest_stands(tmp_path: Path) -> None:
    plan = tuple(builders.make_commitment(n, title=f"Step no{n}.") for n in range(40))
    write_board_report(replace(builders.make_day(), commitments=plan), tmp_path / "board.pdf")
    assert pages_of(tmp_path / "board.pdf") <= 4
    assert "more steps stand in the action plan." in flowing_text_of(tmp_path / "board.pdf")


def test_a_follow_up_has_last_time_and_four_pages(tmp_path: Path) -> None:
    write_board_report(follow_up(), tmp_path / "board.pdf")
    text = flowing_text_of(tmp_path / "board.pdf")
    assert pages_of(tmp_path / "board.pdf") == 4
    assert text.index("Next steps we agreed") < text.index("Since last time")
    assert "make the ambition smaller or add to the…" in text


def test_the_first_page_has_the_whole_of_a_usual_plan(tmp_path: Path) -> None:
    write_board_report(record := closed_sample(), tmp_path / "board.pdf")
    first = texts_of(tmp_path / "board.pdf")[0]
    known = [f"We will know by: {one.measure}" for one in record.commitments]
    assert len(known) == 5
    assert [words for words in known if words not in first] == []


@pytest.mark.parametrize("situation", ["a day", "an import by partner", "no plan"])
def test_how_to_read_it_comes_after_all_that_was_found(situation: str, tmp_path: Path) -> None:
    record = SITUATIONS[situation]()
    write_board_report(record, tmp_path / "board.pdf")
    told = [tag.strip().split("/")[-1].partition(": ") for tag in tags_of(tmp_path / "board.pdf")]
    chapters = [words for level, _, words in told if level == "H2" and words]
    dots = ["What matters most now"] if record.priority_vote else []
    assert chapters[1:] == ["The picture as a whole", *dots, "How to read this"]
