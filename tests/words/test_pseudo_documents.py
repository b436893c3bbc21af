"""Papers and the web page in a made-up language: whatever they say, a catalogue holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from desktop_app.analysis.earlier import earlier_of
from desktop_app.documents.sources import sources_of
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.web_report import write_web_report
from desktop_app.words.language import speaking
from tests.pseudo import accent, accented, untranslated
from tests.report.builders import make_day
from tests.report.documents import DOCUMENTS
from tests.report.pdf import text_of

UNSAID = {"DOI", "https", "doi", "org", "PDF", "printed"}
"""Addresses, and the id of the framework."""


@pytest.fixture
def day(made_up: str) -> WorkshopRecord:
    record = make_day()
    workshop = record.workshop
    in_its_words = replace(
        record,
        workshop=replace(
            workshop,
            framework=accent(workshop.framework),
            language=made_up,
            title=accented(workshop.title),
            partnership=accented(workshop.partnership),
            place=accented(workshop.place),
            facilitator=accented(workshop.facilitator),
            headline=accented(workshop.headline),
        ),
        notes=tuple(replace(n, text=accented(n.text)) for n in record.notes),
        commitments=tuple(
            replace(
                c,
                title=accented(c.title),
                how=accented(c.how),
                because=accented(c.because),
                owner=accented(c.owner),
                measure=accented(c.measure),
                first_move=accented(c.first_move),
            )
            for c in record.commitments
        ),
    )
    then = replace(
        in_its_words, commitments=()
    )  # followed twice by the same, so that it is a chain
    kept = replace(earlier_of(then), held_on=date(2026, 5, 14))
    workshop = replace(in_its_words.workshop, earlier=(kept, kept))
    return replace(in_its_words, workshop=workshop)


def works_of(day: WorkshopRecord) -> list[str]:
    """Return the names and titles of the works that a report cites: they are in no catalogue."""
    found = (part for s in sources_of(day.workshop.framework, ()) for part in (s.title, s.citation))
    return sorted(found, key=len, reverse=True)


def unsaid(text: str, works: Sequence[str] = ()) -> set[str]:
    text = re.sub(r"\b[0-9a-f]{12}\b", " ", text)  # the mark of the framework's content
    text = " ".join(text.split())
    for name in works:
        text = text.replace(name, " ")
    return {word for word in untranslated(text) if word not in UNSAID}


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
def test_a_paper_says_nothing_that_no_catalogue_holds(
    kind: str, day: WorkshopRecord, tmp_path: Path
) -> None:
    target = tmp_path / "paper.pdf"
    with speaking(day.workshop.language):
        DOCUMENTS[kind](day, target)
    text = text_of(target)
    assert unsaid(text, works_of(day)) == set(), text


def test_the_web_page_says_nothing_that_no_catalogue_holds(
    day: WorkshopRecord, tmp_path: Path
) -> None:
    target = tmp_path / "page.html"
    with speaking(day.workshop.language):
        write_web_report(day, target)
    page = target.read_text(encoding="utf-8")
    text = re.sub(r"<style>.*?</style>|</?(?:a|b|em|span)\b[^>]*>", "", page, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]*>", " ", text))
    assert unsaid(text, works_of(day)) == set()
