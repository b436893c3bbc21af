"""Language is told per element, and truly: our words in the language spoken, content in its own."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.web_report import write_web_report
from tests.report.builders import make_day
from tests.report.documents import DOCUMENTS

VOID = {"meta", "link", "br", "hr", "img", "col", "path", "rect", "line", "circle", "use"}


class _Tongues(HTMLParser):
    """Collects each text of a page under the language of the element it stands in."""

    def __init__(self) -> None:
        super().__init__()
        self._within: list[tuple[str, str]] = []
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        outer = self._within[-1][1] if self._within else ""
        self._within.append((tag, dict(attrs).get("lang") or outer))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Nothing stands in an element that ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._within and self._within.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._within and self._within[-1][0] not in {"style", "title"} and data.strip():
            lang = self._within[-1][1]
            self.texts[lang] = f"{self.texts.get(lang, '')} {data.strip()}"


@pytest.fixture
def welsh_day() -> WorkshopRecord:
    """Give a day whose framework is in Welsh; there is no Welsh catalogue."""
    record = make_day()
    framework = replace(record.workshop.framework, language="cy")
    return replace(record, workshop=replace(record.workshop, framework=framework, language="en"))


def test_a_page_says_welsh_of_the_content_and_english_of_our_words(
    welsh_day: WorkshopRecord, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    write_web_report(welsh_day, page)
    tongues = _Tongues()
    tongues.feed(page.read_text(encoding="utf-8"))
    framework = welsh_day.workshop.framework
    assert set(tongues.texts) == {"en-GB", "cy"}
    for action in framework.actions:
        assert action.title in tongues.texts["cy"]
        for statement in action.statements:
            assert statement.text in tongues.texts["cy"]
            assert statement.text not in tongues.texts["en-GB"]
    assert "How to read this" in tongues.texts["en-GB"]
    assert "How to read this" not in tongues.texts["cy"]


PEOPLES = {"plan", "plan on A3", "commitments", "owners", "progress sheet"}
"""Papers that hold nothing of the framework: people took on what they wrote."""


@pytest.mark.parametrize("kind", sorted(DOCUMENTS.keys() - PEOPLES))
def test_a_paper_names_the_language_spoken_and_that_of_the_content(
    welsh_day: WorkshopRecord, tmp_path: Path, kind: str
) -> None:
    target = tmp_path / "paper.pdf"
    DOCUMENTS[kind](welsh_day, target)
    written = target.read_bytes()
    assert re.findall(rb"/Lang \((en-GB)\)", written)
    assert b"/Lang (cy)" in written


def test_content_in_the_language_spoken_needs_no_tag_of_its_own(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_web_report(make_day(), page)
    assert re.findall(r' lang="([^"]*)"', page.read_text(encoding="utf-8")) == ["en-GB"]
