"""The web page says what the printed report says, in its order, on a telephone and on paper."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.charts.primitives import Text
from desktop_app.documents import methods
from desktop_app.documents.plan import plan_columns
from desktop_app.documents.report import full_content
from desktop_app.documents.sources import sources_of
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.pictures import (
    SLIM,
    field_chart,
    overview_chart,
    priorities_chart,
    rounds_chart,
    statement_chart,
)
from desktop_app.exports.web_html import linked
from desktop_app.exports.web_report import page
from desktop_app.exports.web_style import STYLE
from desktop_app.report.full_report import _body
from desktop_app.report.paper import Paper
from desktop_app.report.tagged import headings_in
from tests.exports import axe
from tests.exports.readers import web_tables
from tests.exports.rooms import sample, ugly
from tests.report.builders import make_day
from tests.unit.builders import make_record

every_room = pytest.mark.parametrize("room", [sample, ugly, make_record])


def plain(text: str) -> str:
    return " ".join(unescape(re.sub("<[^>]+>", " ", text)).split())


def headings(text: str, level: int) -> list[str]:
    return [plain(found) for found in re.findall(f"<h{level}[^>]*>(.*?)</h{level}>", text)]


@every_room
def test_the_page_has_the_chapters_of_the_printed_report(
    room: Callable[[], WorkshopRecord],
) -> None:
    content = full_content(room())
    printed = headings_in([*_body(Paper(content.event.tongues), content)])
    chapters = [one.text for one in printed if one.level == 2]
    assert headings(page(room()), 2) == [" ".join(title.split()) for title in chapters]


def test_the_page_says_what_the_report_says() -> None:
    record = sample()
    content, text = full_content(record), plain(page(record))
    told = [
        *(box.heading for box in content.boxes), content.fist, content.headline,
        *methods.rules_of(content), *(meaning for _, meaning in methods.level_rows()),
        *(meaning for _, meaning in methods.agreement_rows()), methods.not_shown(content.rules),
        *(part.verdict for part in content.actions), content.priorities.concordance,
        *(line.reason for line in content.plan), *(line.first_move for line in content.plan),
    ]  # fmt: skip
    assert len(told) > 30
    for sentence in told:
        assert " ".join(sentence.split()) in text


def test_the_plan_has_the_columns_of_the_printed_one() -> None:
    (rows,) = (rows for caption, rows in web_tables(page(sample())) if caption == "Commitments")
    assert rows[0] == [*plan_columns()[1:]]


def test_a_doi_leads_to_the_work() -> None:
    found = linked("Some & Other, 10.1080/09540962.2019.1665391. More")
    link = "https://doi.org/10.1080/09540962.2019.1665391"
    assert f'Some &amp; Other, <a href="{link}">10.1080/09540962.2019.1665391</a>. More' == found
    content = full_content(sample())
    sources = [s.title for s in sources_of(content.framework, content.cited)]
    dois = {doi for title in sources for doi in re.findall(r"10\.\d{4,9}/\S*\w", title)}
    text = page(sample())
    assert dois
    assert all(f'href="https://doi.org/{doi}' in text for doi in dois)


def test_points_without_meanings_are_a_list_and_no_half_empty_table() -> None:
    text = page(make_day())
    told = text.split(">The scale<")[1].split("<table")[0]
    assert '<li dir="auto">1 Not happening</li>' in told
    assert "Can&#x27;t say: Not enough to go on</li>" in told
    assert "<td></td>" not in re.sub(r"(<td)[^>]*", r"\1", text)
    assert "No real sign of it</td>" in page(sample())


def test_a_printed_page_parts_no_heading_from_what_it_heads() -> None:
    kept = re.search(r"([^}]*){ break-after: avoid; }", STYLE.split("@media print")[1])
    assert kept
    assert {"h3", "h4", "h3 + .soft", ".rated p"} <= {one.strip() for one in kept[1].split(",")}


def test_measures_are_folded_away() -> None:
    text = page(sample())
    folded = "".join(re.findall("<details>.*?</details>", text, re.DOTALL))
    assert text.count('class="measures"') == folded.count('class="measures"') > 16
    assert 'class="stacks"' not in folded
    assert "<details open" not in text


def test_tables_of_figures_fold_on_a_telephone_and_name_each_figure() -> None:
    text = page(sample())
    tables = re.findall(r"<table[^>]*>.*?</table>", text, re.DOTALL)
    counted = [table for table in tables if 'class="number"' in table and "measures" not in table]
    assert len(counted) > 16
    assert all('<table role="table" class="figures">' in table for table in counted)
    assert all('data-head="' in cell for table in counted for cell in re.findall("<td[^>]*", table))
    narrow = STYLE.split("@media screen")[1].split("@media print")[0]
    assert ".figures td::before" in narrow


def test_charts_of_a_telephone_have_texts_that_can_be_read() -> None:
    content = full_content(sample())
    scale = content.framework.scale
    parts = [part for action in content.actions for part in action.statements if part.result]
    drawings = [
        overview_chart(content.framework, content.rows, SLIM),
        priorities_chart(content.priorities.rows, SLIM),
        field_chart(content.priorities, SLIM),
        *(statement_chart(scale, part.result, SLIM) for part in parts if part.result),
        *(
            rounds_chart(scale, part.before, part.result, part.round_names, SLIM)
            for part in parts
            if part.before and part.result
        ),
    ]
    assert len(drawings) > 16
    for drawing in drawings:
        assert drawing.width <= 276
        for item in drawing.items:
            if isinstance(item, Text) and item.text.strip("●"):
                assert item.size >= (8.9 if item.text.isdigit() else 10), item
                assert -1 <= item.x <= drawing.width + 1


def printed(record: WorkshopRecord, folder: Path) -> pypdfium2.PdfDocument:
    (folder / "page.html").write_text(page(record), "utf-8")
    call = [
        axe.CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri(),
    ]  # fmt: skip
    subprocess.run(call, capture_output=True, timeout=120, check=True)
    return pypdfium2.PdfDocument(folder / "page.pdf")


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.skipif(not axe.CHROMIUM, reason="needs Chromium; .ci/run brings it")
def test_no_word_is_cut_where_a_browser_prints_the_page(tmp_path: Path) -> None:
    record = sample()
    whole = []
    for sheet in printed(record, tmp_path):
        words = sheet.get_textpage()
        boxes = map(partial(words.get_charbox, loose=True), range(words.count_chars()))
        assert all(left >= 20 and right <= sheet.get_width() - 20 for left, _, right, _ in boxes)
        whole += words.get_text_bounded().split()
    days = [line.due.split() for line in full_content(record).plan]
    read = " ".join(whole)
    assert all(f" {' '.join(day)} " in read for day in days)
    for caption, rows in web_tables(page(record).replace("<", " <")):
        if not caption.strip().startswith("Measures"):
            assert {*" ".join(cell for row in rows for cell in row).split()} - {*whole} == set()
