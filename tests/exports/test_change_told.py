"""Second votes and earlier workshops are told in the rule's words only, wherever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop_app.analysis.earlier import earlier_of
from desktop_app.bootstrap import _write_document
from desktop_app.documents.kinds import DOCUMENTS, Document, DocumentKind
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.steps import workshop_steps
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.mail import mail_of
from desktop_app.scenes.in_words import in_words
from desktop_app.scenes.looks import Look
from desktop_app.scenes.screens import USUAL
from desktop_app.scenes.stage import scene_at
from desktop_app.scenes.then_and_now import then_and_now_scenes
from tests.report import builders
from tests.report.pdf import flowing_text_of, needs_poppler
from tests.unit.builders import make_round

AGAIN = {
    "T1": (0, 0, 1, 3, 8),
    "T2": (1, 4, 4, 3, 0),
    "I1": (0, 0, 3, 5, 4),  # moved up, from low to high
    "L1": (2, 4, 4, 2, 0),  # moved down
    "L2": (0, 1, 3, 6, 2),
}
_LABEL = "(opposing|mixed|broad|strong|low|middle|high)"
NEVER = re.compile(
    r"\b(better|worse|improv\w*|significan\w*)\b|[→⟶➔↗↘↑↓]|(?<!<!-)->|\bshift|"
    r"(median|level|agreement|consensus|mean)s? (since|rose|fell|went|moved|changed|grew|from)\b|"
    rf"{_LABEL}\w* (to|into) {_LABEL}\b",
    re.IGNORECASE,
)


def revoted() -> WorkshopRecord:
    """Give a follow-up with a second vote on several statements, of which two moved."""
    day = builders.make_day()
    again = tuple(make_round(key, counts, ordinal=2) for key, counts in AGAIN.items())
    then = replace(day, rounds=tuple(make_round(key, counts) for key, counts in AGAIN.items()))
    known = replace(then.workshop, identity="the-year-before", held_on=date(2026, 5, 14))
    follows = (earlier_of(replace(then, workshop=known)),)
    workshop = replace(day.workshop, earlier=follows)
    return replace(day, workshop=workshop, rounds=(*day.rounds, *again))


def told(where: str, text: str) -> None:
    found = NEVER.search(text)
    around = text[max(0, found.start() - 60) : found.end() + 60] if found else ""
    assert not found, f"{where}: … {around} …"


def words_in(path: Path) -> Iterator[str]:
    if path.is_dir():
        for inner in path.iterdir():
            yield from words_in(inner)
    elif path.suffix in (".docx", ".xlsx"):
        with ZipFile(path) as file:
            for name in file.namelist():
                if name.endswith(".xml") and "/media/" not in name:
                    yield _bare(file.read(name).decode())
    elif path.suffix == ".pdf":
        yield flowing_text_of(path)
    elif path.suffix in (".html", ".svg"):
        yield _bare(path.read_text("utf-8"))
    elif path.suffix != ".png":
        yield path.read_text("utf-8-sig")


def _bare(page: str) -> str:
    """Return the words of a page without its marks, with those that describe pictures."""
    page = re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)
    said = " ".join(re.findall(r'(?:alt|aria-label|descr|title)="([^"]*)"', page))
    return f"{re.sub('<[^>]*>', '', page)} {said}"


def _scan(about: Document, kind: DocumentKind, folder: Path) -> None:
    target = folder / f"{kind.value}{about.suffix}"
    _write_document(about, revoted(), target, PrintOptions())
    for text in words_in(target):
        told(kind.value, text)


def test_every_scene_tells_it_so() -> None:
    record, found = revoted(), []
    for step in workshop_steps(record.workshop.framework):
        beside = then_and_now_scenes(record, step, USUAL)
        for scene in (*beside, *(scene_at(record, step, look=look) for look in Look)):
            found.append(repr(scene))
            told(str(step), f"{in_words(scene)} {found[-1]}")
    for told_once in (
        "Moved up: 4 of 12 rated it 3 or more before, 12 of 12 now.",
        "Moved down: ",
        "Cannot say: ",
    ):
        assert any(told_once in one for one in found), told_once


QUICK = {DocumentKind.JSON, DocumentKind.XLSX, DocumentKind.CSV, DocumentKind.OVERVIEW_SVG}


@pytest.mark.parametrize("kind", sorted(QUICK, key=str), ids=lambda k: k.value)
def test_every_data_file_tells_it_so(kind: DocumentKind, tmp_path: Path) -> None:
    _scan(kind.about, kind, tmp_path)


def test_the_text_for_an_e_mail_tells_it_so() -> None:
    mail = mail_of(revoted())
    told("mail", f"{mail}")


@pytest.mark.slow
@needs_poppler
@pytest.mark.parametrize(
    "kind", [kind for kind in DOCUMENTS if kind not in QUICK], ids=lambda k: k.value
)
def test_every_other_document_tells_it_so(kind: DocumentKind, tmp_path: Path) -> None:
    _scan(kind.about, kind, tmp_path)


def test_the_scan_finds_what_it_is_for() -> None:
    for wrong in ("mixed → broad", "Views improved", "Level moved from low", "low to high", "a->b"):
        with pytest.raises(AssertionError):
            told("here", wrong)
