"""The progress sheet on paper, in Word and as a form that owners fill in and that comes back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.shared import Pt

from desktop_app.application.services import Services
from desktop_app.bootstrap import opened
from desktop_app.cli import main
from desktop_app.documents.kinds import DocumentKind
from desktop_app.domain.earlier import Progress, Standing
from desktop_app.domain.errors import FileProblem, NotFound, RuleProblem
from tests.report.pdf import pages_of, tags_of, text_of


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    with opened(tmp_path / "data") as found:
        yield found


@pytest.fixture
def followed(services: Services) -> str:
    return services.following.begin(services.library.add_sample(closed=True).value).value


def filled(services: Services, key: str, folder: Path, *rows: tuple[object, ...]) -> Path:
    """Return a form in which some rows were filled in, from the first on."""
    path = folder / "form.xlsx"
    services.reports.write(key, DocumentKind.PROGRESS_FORM, path)
    book = openpyxl.load_workbook(path)
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=5):
            book.active.cell(number, column).value = value
    book.save(path)
    return path


def take(services: Services, path: Path) -> str:
    return services.progress_forms.take(services.answer_imports.read(path)).value


def told(services: Services, key: str) -> tuple[Progress, ...]:
    return services.workshops.record(key).workshop.progress


def test_the_sheet_has_every_promise_and_a_box_for_each_answer(
    services: Services, followed: str, tmp_path: Path
) -> None:
    services.reports.write(followed, DocumentKind.PROGRESS_SHEET, tmp_path / "p.pdf")
    text = " ".join(text_of(tmp_path / "p.pdf").split())
    for one in services.workshops.record(followed).workshop.earlier[0].commitments:
        assert one.title.split()[0] in text
    assert text.count("Under way") == text.count("Dropped") == 5
    assert "Since 14 May 2027: “Away-day, 14 May”" in text
    assert any(tag.startswith("Table") for tag in tags_of(tmp_path / "p.pdf"))
    services.reports.write(followed, DocumentKind.PROGRESS_WORD, tmp_path / "p.docx")
    assert (tmp_path / "p.docx").stat().st_size > 1000


def test_five_promises_stand_on_one_sheet_and_nothing_follows_the_table_in_word(
    services: Services, followed: str, tmp_path: Path
) -> None:
    services.reports.write(followed, DocumentKind.PROGRESS_SHEET, tmp_path / "p.pdf")
    assert pages_of(tmp_path / "p.pdf") == 1
    services.reports.write(followed, DocumentKind.PROGRESS_WORD, tmp_path / "p.docx")
    last = docx.Document(str(tmp_path / "p.docx")).paragraphs[-1]
    room = last.paragraph_format
    assert (last.text, room.line_spacing, room.space_before, room.space_after) == ("", Pt(1), 0, 0)


def test_a_form_says_in_its_own_words_what_a_cell_cannot_take(
    services: Services, followed: str, tmp_path: Path
) -> None:
    sheet = openpyxl.load_workbook(filled(services, followed, tmp_path)).active
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert {where: (rule.errorTitle, rule.error) for where, rule in rules.items()} == {
        "E2:E6": (
            "Not in the list",
            "Choose from the list what has become of it, or leave it empty.",
        ),
        "F2:F6": ("Too long", "At most 300 characters can be kept. Say it shorter."),
    }


def test_a_form_that_is_filled_in_comes_back(
    services: Services, followed: str, tmp_path: Path
) -> None:
    rows = (
        ("Stuck", "no room", date(2028, 9, 1)),
        ("done", None, None),
        (None, None, "1 June 2031"),
    )
    path = filled(services, followed, tmp_path, *rows)
    assert take(services, path) == followed
    one, two, three = told(services, followed)
    assert (one.standing, one.word, one.due) == (Standing.STUCK, "no room", date(2028, 9, 1))
    assert (two.standing, two.word, two.due) == (Standing.DONE, "", None)
    assert (three.standing, three.due) == (None, date(2031, 6, 1))
    assert take(services, filled(services, followed, tmp_path)) == followed
    assert told(services, followed) == (one, two, three), "what is known stands in the next form"


@pytest.mark.parametrize(
    "row", [("soonish", None, None), (None, "x" * 301, None), (None, None, "some day")]
)
def test_a_line_that_is_not_understood_lets_nothing_in(
    services: Services, followed: str, tmp_path: Path, row: tuple[object, ...]
) -> None:
    path = filled(services, followed, tmp_path, ("done", None, None), row)
    with pytest.raises(FileProblem, match=r"line 3.*Nothing was taken in"):
        take(services, path)
    assert told(services, followed) == ()


def test_what_is_no_standing_is_told_with_those_that_there_are(
    services: Services, followed: str, tmp_path: Path
) -> None:
    path = filled(services, followed, tmp_path, ("perhaps", None, None))
    with pytest.raises(FileProblem) as refused:
        take(services, path)
    assert "“perhaps” is none of these: done, under way, stuck, dropped." in str(refused.value)


def test_a_form_of_a_workshop_that_is_not_here_or_follows_none_says_so(
    services: Services, followed: str, tmp_path: Path
) -> None:
    path = filled(services, followed, tmp_path, ("done", None, None))
    with opened(tmp_path / "other") as others, pytest.raises(NotFound, match=r"form\.xlsx"):
        take(others, path)
    earlier = next(one.id for one in services.workshops.all() if one.id != followed)
    with pytest.raises(RuleProblem, match="follows no workshop"):
        take(services, filled(services, earlier, tmp_path))


def test_the_import_door_takes_a_form_and_only_looks_with_a_preview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ("--data-dir", str(tmp_path / "data"))
    with opened(tmp_path / "data") as services:
        key = services.following.begin(services.library.add_sample(closed=True).value).value
        path = filled(services, key, tmp_path, ("done", None, None))
    assert main(["import", str(path), "--preview", *data]) == 0
    assert capsys.readouterr().out == "1 line is filled in.\n"
    assert main(["import", str(path), *data]) == 0
    assert capsys.readouterr().out == f"{key}\n"
    sheet = tmp_path / "sheet.pdf"
    assert main(["export", key, "--to", str(sheet), "--kind", "progress-sheet", *data]) == 0
    assert "✓ Done" in text_of(sheet)
