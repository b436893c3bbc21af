"""The chapters of a full report stand in one order, in print, in Word and on the web page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from desktop_app.documents.actions import ActionPart
from desktop_app.documents.chapters import Chapter, chapters_of, title_of
from desktop_app.documents.report import full_content
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.web_report import page
from desktop_app.exports.word_report import report_outline
from desktop_app.report.full_report import write_full_report
from tests.exports import word
from tests.report.pdf import needs_poppler, tags_of
from tests.report.situations import SITUATIONS

_WEB = re.compile(r"<h2[^>]*>(.*?)</h2>")
_PRINTED = re.compile(r"(?:.*/)?H2: (.+)")


def titles(record: WorkshopRecord) -> list[str]:
    content = full_content(record)
    return [
        one.title if isinstance(one, ActionPart) else title_of(one, content)
        for one in chapters_of(content)
    ]


@pytest.mark.slow
@needs_poppler
@pytest.mark.parametrize("situation", ["a day", "just made", "a follow-up"])
def test_every_format_has_the_chapters_in_their_order(situation: str, tmp_path: Path) -> None:
    record = SITUATIONS[situation]()
    wanted = titles(record)
    assert [unescape(found) for found in _WEB.findall(page(record))] == wanted
    in_word = word.outline_headings(report_outline(record))
    assert [text for level, text in in_word if level == 2] == wanted
    write_full_report(record, tmp_path / "report.pdf")
    found = (_PRINTED.fullmatch(line.strip()) for line in tags_of(tmp_path / "report.pdf"))
    assert [" ".join(m[1].split()) for m in found if m][1:] == wanted  # the contents come first


def test_only_what_there_is_has_a_chapter() -> None:
    first = [*chapters_of(full_content(SITUATIONS["a day"]()))]
    assert Chapter.SINCE not in first
    assert Chapter.THEN_AND_NOW not in first
    assert Chapter.SINCE in [*chapters_of(full_content(SITUATIONS["a follow-up"]()))]
