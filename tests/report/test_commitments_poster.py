"""The poster of the commitments is read from afar, and says who, by when and when we look again."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.documents.plan import plan_lines
from desktop_app.report.commitments_poster import write_commitments_poster
from tests.report import builders
from tests.report.pdf import needs_poppler, pages_of, tags_of, text_of

pytestmark = needs_poppler
ONE = "By 30 June one named manager from each partner, half a day a week"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "poster.pdf"


def heights(path: Path, words: str) -> float:
    """Return how high the letters of some words are, in points."""
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[0].get_textpage()
        index, count = page.search(words).get_next()
        boxes = [page.get_charbox(index + place) for place in range(count)]
        return max(top - bottom for _, bottom, _, top in boxes)


def test_it_says_what_who_by_when_and_when_we_look_again(target: Path) -> None:
    record = builders.make_day(headline=ONE)
    write_commitments_poster(record, target)
    text = text_of(target)
    for line in plan_lines(record):
        assert line.owner in text
        assert line.due.replace("\xa0", " ") in text
    assert "We look again on" in text
    assert pages_of(target) == 1


def test_one_commitment_is_for_five_metres_and_the_list_for_two(target: Path) -> None:
    record = builders.make_day(headline=ONE)
    write_commitments_poster(record, target)
    assert heights(target, "named") >= 30
    assert heights(target, plan_lines(record)[0].title.split()[0]) >= 14


def test_a_title_heads_its_row_and_a_box_is_for_pens_only(target: Path) -> None:
    write_commitments_poster(builders.make_day(headline=ONE), target)
    tags = tags_of(target)
    assert len([tag for tag in tags if re.search(r"\bTable\b", tag)]) >= 1
    assert not [tag for tag in tags if "Figure" in tag]


def test_before_anything_is_taken_on_there_is_room_to_write(target: Path) -> None:
    write_commitments_poster(replace(builders.make_empty(), commitments=()), target)
    text = text_of(target)
    assert "What we will do" in text
    assert all(f" {number} " in text for number in range(1, 6))
    assert pages_of(target) == 1
