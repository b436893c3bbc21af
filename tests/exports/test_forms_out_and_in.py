"""Entry form, tally sheet and survey: what goes out comes back in with exactly its figures."""

from __future__ import annotations

import csv
import random
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from desktop_app.application.answer_imports import Decisions
from desktop_app.bootstrap import opened
from desktop_app.documents.forms import answers, counted_apart
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.workshop import Details, Group, Privacy, WorkshopRecord
from desktop_app.exports.entry_form import write_entry_form
from desktop_app.exports.survey_text import write_survey_text
from desktop_app.exports.xlsform import write_xlsform
from desktop_app.report.tally import write_tally
from tests.report.pdf import flowing_text_of
from tests.unit.builders import make_workshop

Asked = dict[tuple[str, str, int], int]
PARTNERS = ("NHS Trust", "Council")
MODE = Privacy.ANONYMOUS_WITH_GROUP


def prepared(folder: Path) -> str:
    groups = tuple(Group(name, 8) for name in PARTNERS)
    with opened(folder) as services:
        details = Details("Away-day", privacy=MODE, groups=groups, present=16)
        return services.workshops.create(details).value


def record_of(folder: Path, key: str) -> WorkshopRecord:
    with opened(folder) as services:
        return services.workshops.record(key)


def filled(form: Path, framework: Framework, seed: int) -> Asked:
    """Fill a form for twelve people, in words or as numbers; give what was typed."""
    dice, typed = random.Random(seed), Counter[tuple[str, str, int]]()
    book = load_workbook(form)
    sheet, words = book.worksheets[0], answers(framework)
    for line in range(3, 17):
        partner = PARTNERS[line % 2]
        sheet.cell(line, 1).value = partner
        for column, statement in enumerate(framework.statements, start=2):
            point = dice.choice([None, CANNOT_SAY, 1, 2, 3, 4, 5])
            if point is not None:
                in_words = words[point - 1] if point else words[-1]
                sheet.cell(line, column).value = dice.choice([in_words, point or in_words])
                typed[partner, statement.id, point] += 1
    book.save(form)
    return dict(typed)


def counted(folder: Path, file: Path, key: str) -> Asked:
    """Bring a file in as said beforehand; give what it counts."""
    with opened(folder) as services:
        workshop = services.workshops.record(key).workshop
        table = services.answer_imports.read(file)
        reading = services.answer_imports.look(table, "", Decisions(), workshop)
        assert not table.told
        assert not reading.mistakes
        services.beforehand.take(key, reading, may_replace=True)
        rounds = services.workshops.record(key).before
    return {
        (tally.group, round_.statement_id, tally.point): tally.votes
        for round_ in rounds
        for tally in round_.tallies
    }


def by_statement(asked: Asked) -> Counter[tuple[str, int]]:
    found: Counter[tuple[str, int]] = Counter()
    for (_, statement, point), votes in asked.items():
        found[statement, point] += votes
    return found


def read_back(folder: Path, file: Path, key: str, framework: Framework) -> Asked:
    """Return what a file says of each partner before anything is put together."""
    with opened(folder) as services:
        workshop = services.workshops.record(key).workshop
        table = services.answer_imports.read(file)
        reading = services.answer_imports.look(table, "", Decisions(), workshop)
    assert {statement for statement, _ in reading.rounds} <= {s.id for s in framework.statements}
    return {
        (partner, statement, point): votes
        for (statement, _), one in reading.rounds.items()
        for (partner, point), votes in one.votes.items()
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_an_entry_form_comes_back_with_exactly_what_was_typed(tmp_path: Path, seed: int) -> None:
    key = prepared(tmp_path / "data")
    record = record_of(tmp_path / "data", key)
    form = tmp_path / "form.xlsx"
    write_entry_form(record, form)
    typed = filled(form, record.workshop.framework, seed)
    assert read_back(tmp_path / "data", form, key, record.workshop.framework) == typed
    assert by_statement(counted(tmp_path / "data", form, key)) == by_statement(typed)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice; .ci/run has it")
@pytest.mark.parametrize("suffix", ["xlsx", "ods"])
def test_an_entry_form_comes_back_through_libreoffice(tmp_path: Path, suffix: str) -> None:
    key = prepared(tmp_path / "data")
    record = record_of(tmp_path / "data", key)
    form, out = tmp_path / "form.xlsx", tmp_path / "out"
    write_entry_form(record, form)
    typed = filled(form, record.workshop.framework, 3)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    call = ["soffice", home, "--headless", "--convert-to", suffix, "--outdir", str(out), str(form)]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    saved = out / f"form.{suffix}"
    assert read_back(tmp_path / "data", saved, key, record.workshop.framework) == typed


def test_an_entry_form_has_lists_to_choose_from_and_locked_heads(tmp_path: Path) -> None:
    key = prepared(tmp_path / "data")
    record = record_of(tmp_path / "data", key)
    write_entry_form(record, tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    sheet, how, lists = book.worksheets
    assert sheet.protection.sheet
    assert sheet["B2"].protection.locked
    assert lists.sheet_state == "hidden"
    rules = {str(rule.sqref): rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert rules["A3:A68"] == "lists!$B$1:$B$2"
    assert rules["B3:B68"] == "lists!$A$1:$A$11"
    choices = [row[0] for row in lists.iter_rows(values_only=True)]
    assert choices[:6] == list(answers(record.workshop.framework))
    assert "One line for each person" in how["A2"].value


def test_an_empty_form_says_that_it_holds_no_answers(tmp_path: Path) -> None:
    key = prepared(tmp_path / "data")
    write_entry_form(record_of(tmp_path / "data", key), tmp_path / "form.xlsx")
    with opened(tmp_path / "data") as services:
        workshop = services.workshops.record(key).workshop
        table = services.answer_imports.read(tmp_path / "form.xlsx")
        reading = services.answer_imports.look(table, "", Decisions(), workshop)
    assert (reading.ballots, reading.mistakes) == (0, ())


def test_rows_of_the_survey_text_are_known_when_they_come_back(tmp_path: Path) -> None:
    key = prepared(tmp_path / "data")
    framework = record_of(tmp_path / "data", key).workshop.framework
    write_survey_text(record_of(tmp_path / "data", key), tmp_path / "survey.txt")
    lines = (tmp_path / "survey.txt").read_text("utf-8").splitlines()
    rows = lines[lines.index("Rows") + 1 : lines.index("Columns") - 1]
    columns = lines[lines.index("Columns") + 1 :][:6]
    assert lines[-3:] == [*PARTNERS, "Another one"]
    with (tmp_path / "google.csv").open("w", encoding="utf-8", newline="") as file:
        heads = [f"{lines[lines.index('Question') + 1]} [{row}]" for row in rows]
        csv.writer(file).writerows([["Timestamp", *heads], *[["9:00", *columns[:1] * 16]] * 5])
    found = read_back(tmp_path / "data", tmp_path / "google.csv", key, framework)
    assert found == {("", one.id, 1): 5 for one in framework.statements}


def test_an_xlsform_has_its_sheets_and_its_names_come_back(tmp_path: Path) -> None:
    key = prepared(tmp_path / "data")
    record = record_of(tmp_path / "data", key)
    framework = record.workshop.framework
    write_xlsform(record, tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    assert book.sheetnames == ["survey", "choices", "settings"]
    asked = [*book["survey"].iter_rows(min_row=2, values_only=True)]
    names = [row[1] for row in asked]
    assert names == ["partner", *(one.id for one in framework.statements)]
    choices = [*book["choices"].iter_rows(min_row=2, values_only=True)]
    ratings = [name for kind, name, _ in choices if kind == "rating"]
    assert ratings == ["1", "2", "3", "4", "5", "unsure"]
    partners = [name for kind, name, _ in choices if kind == "partner"]
    assert partners == ["NHS_Trust", "Council", "other"]
    with (tmp_path / "kobo.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *[[partners[0], *(ratings * 3)[:16]]] * 6])
    found = read_back(tmp_path / "data", tmp_path / "kobo.csv", key, framework)
    points = [1, 2, 3, 4, 5, CANNOT_SAY]
    assert found == {
        (PARTNERS[0], one.id, points[place % 6]): 6
        for place, one in enumerate(framework.statements)
    }


def test_a_tally_sheet_counts_small_partners_together(tmp_path: Path) -> None:
    groups = (Group("NHS Trust", 8), Group("Council", 3), Group("Charity", 2))
    workshop = replace(make_workshop(privacy=MODE, present=13), groups=groups)
    assert [(one.name, one.people) for one in counted_apart(workshop)] == [
        ("NHS Trust", 8),
        ("Council and Charity", 5),
    ]
    write_tally(WorkshopRecord(workshop), tmp_path / "tally.pdf")
    text = flowing_text_of(tmp_path / "tally.pdf")
    for statement in workshop.framework.statements:
        assert statement.text in text
    assert text.count("Council and Charity") == len(workshop.framework.statements)
    alone = replace(workshop, privacy=Privacy.ANONYMOUS)
    assert [one.people for one in counted_apart(alone)] == [13]
