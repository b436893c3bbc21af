"""No page is almost bare, but a document's last and that of an action with little to it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.documents.boxes import Box, Place
from desktop_app.documents.tongues import Tongues
from desktop_app.report import styles
from desktop_app.report.full_report import write_full_report
from desktop_app.report.paper import Paper
from desktop_app.report.statement_list import finding_boxes
from tests.report.documents import DOCUMENTS
from tests.report.pdf import tags_of, texts_of
from tests.report.rooms import ROOMS, follow_up

LEAST = 0.33
SCALE = 0.4
OF_PAGES = (
    *("summary", "full report", "board", "plan", "plan on A3", "owners", "script", "brief"),
    *("large summary", "large plan", "large brief"),
)
"""What goes on from page to page; posters and ballots are a page each."""

HEAD = 62.0
FOOT = styles.FOOTER_MARGIN + styles.FOOTER_HEIGHT


def filled(path: Path) -> list[float]:
    """Return how far down each page goes, as a share of the room between head and foot."""
    shares = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            picture = page.render(scale=SCALE).to_pil().convert("L")
            bottom = round(picture.height - FOOT * SCALE) - 1
            room = picture.crop((32, round(HEAD * SCALE), picture.width, bottom))
            box = room.point(lambda grey: 255 if grey < 205 else 0).getbbox()
            shares.append(box[3] / room.height if box else 0.0)
    return shares


@pytest.mark.slow
@pytest.mark.parametrize("document", OF_PAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_no_page_but_the_last_is_almost_bare(document: str, room: str, tmp_path: Path) -> None:
    DOCUMENTS[document](ROOMS[room](), target := tmp_path / "document.pdf")
    shares = filled(target)
    bare = [n for n, share in enumerate(shares[:-1], start=1) if share <= LEAST]
    assert bare == [], f"{document}, {room}: {[f'{share:.2f}' for share in shares]}"


@pytest.mark.parametrize("document", ["plan", "plan on A3"])
def test_a_tall_first_row_leaves_no_sheet_half_empty(document: str, tmp_path: Path) -> None:
    DOCUMENTS[document](ROOMS["hostile text"](), target := tmp_path / "plan.pdf")
    assert min(filled(target)[:3]) > 0.8
    assert {page.count("At the review") for page in texts_of(target)} <= {0, 1}


@pytest.mark.slow
def test_that_no_dots_were_placed_has_no_page_of_its_own(tmp_path: Path) -> None:
    record = follow_up()
    before = record.workshop.earlier[0]
    many = replace(before, commitments=before.commitments * 6)
    workshop = replace(record.workshop, earlier=(many,))
    quiet = replace(record, workshop=workshop, priority_vote=None)
    write_full_report(quiet, target := tmp_path / "report.pdf")
    assert min(filled(target)[:-1]) > LEAST


def test_a_head_line_takes_no_count_apart() -> None:
    paper = Paper(Tongues("en"))
    line = paper.kicker("Harbour Children’s Partnership · Town Hall · 14 May 2027 · 200 people")
    assert [word.text for word in line.frags]
    told = "".join(word.text for word in line.frags)
    assert told.endswith(
        "14\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2027 · 200\N{NO-BREAK SPACE}people"
    )
    assert "Harbour Children’s Partnership · Town Hall" in told


def test_a_box_beside_emptiness_is_wide() -> None:
    def box(place: Place, lines: int) -> Box:
        return Box(place, place.value, tuple((f"{n}", "1 of 2") for n in range(lines)), ())

    def widths(*lines: int) -> list[float]:
        paper, found = Paper(Tongues("en")), zip(Place, lines, strict=True)
        rows = finding_boxes(paper, [box(place, n) for place, n in found])
        return [stack.width for columns in rows for stack in columns.columns]

    left, right = widths(0, 0, 9, 0)[:2]
    assert left > 1.3 * right
    left, right = widths(2, 9, 3, 1)[:2]
    assert left == right


def test_the_boxes_of_a_step_in_large_print_stay_on_one_page(tmp_path: Path) -> None:
    DOCUMENTS["large plan"](follow_up(), target := tmp_path / "plan.pdf")
    for page in texts_of(target):
        assert page.count("under way") >= page.count("stuck") == page.count("dropped")
    assert any("stuck" in page and "done" in page for page in texts_of(target))


def test_what_was_agreed_of_a_step_in_large_print_stays_on_one_page(tmp_path: Path) -> None:
    DOCUMENTS["large plan"](ROOMS["sample"](), target := tmp_path / "plan.pdf")
    agreed = ("Who:", "By:", "First move:", "We will know by:", "dropped")
    counts = [[page.count(label) for label in agreed] for page in texts_of(target)]
    assert [sum(each) for each in zip(*counts, strict=True)][:4] == [5, 5, 5, 5]
    assert all(len({*each[:4]}) == 1 for each in counts), counts


@pytest.mark.parametrize("document", ["large summary", "large brief"])
def test_a_title_in_large_print_takes_one_line(document: str, tmp_path: Path) -> None:
    DOCUMENTS[document](follow_up(), target := tmp_path / "large.pdf")
    told = [tag for tag in tags_of(target) if tag.startswith("H1: ")]
    assert len(told) == 1


@pytest.mark.parametrize("room", ["sample", "two hundred people", "one statement"])
def test_no_heading_in_large_print_ends_a_page(room: str, tmp_path: Path) -> None:
    record = ROOMS[room]()
    DOCUMENTS["large summary"](record, target := tmp_path / "large.pdf")
    titles = [action.short_title for action in record.workshop.framework.actions]
    feet = [re.sub(r" (Sample )?\d+ / \d+$", "", page) for page in texts_of(target)]
    ends = [
        words for words in (*titles, "partnership to …") for foot in feet if foot.endswith(words)
    ]
    assert ends == []


def test_a_brief_parts_an_action_from_its_statements(tmp_path: Path) -> None:
    for document in ("brief", "large brief"):
        DOCUMENTS[document](follow_up(), target := tmp_path / "brief.pdf")
        assert "Build mutual trust: rely on one another to do" in " ".join(texts_of(target))


def test_what_was_rated_stands_with_its_first_statement(tmp_path: Path) -> None:
    record = ROOMS["an import"]()
    DOCUMENTS["full report"](record, target := tmp_path / "report.pdf")
    pages = [page for page in texts_of(target) if "What we rated" in page]
    assert len(pages) == 5
    for number, page in enumerate(pages, start=1):
        assert f"{number}.1 " in page.split("What we rated")[1]
