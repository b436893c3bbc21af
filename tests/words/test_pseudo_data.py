"""Data in a made-up language: tables, calendar, pictures and the workshop's own file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.calendar_export import write_calendar
from desktop_app.exports.csv_export import write_csv
from desktop_app.exports.json_export import write_json
from desktop_app.exports.pictures import write_all_pictures
from desktop_app.exports.xlsx_export import write_xlsx
from desktop_app.storage.workshop_file import write_workshop_file
from desktop_app.words.language import speaking

from .test_pseudo_documents import day, unsaid

__all__ = ["day"]

IDS = {"act", "doi", "test", "printed"}
"""What stands in cells as ids do."""


def the_parts_of(value: object, *names: str) -> Iterator[str]:
    """Give the texts under these names, however deep they stand."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name in names:
                yield from _texts(part)
            else:
                yield from the_parts_of(part, *names)
    elif isinstance(value, list):
        for part in value:
            yield from the_parts_of(part, *names)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def of_workbook(path: Path) -> Iterator[str]:
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        yield sheet.title
        for row in sheet.iter_rows(values_only=True):
            yield from (cell for cell in row if isinstance(cell, str))


def test_a_workbook(day: WorkshopRecord, tmp_path: Path) -> None:
    with speaking(day.workshop.language):
        write_xlsx(day, tmp_path / "x.xlsx")
    found = [text for text in of_workbook(tmp_path / "x.xlsx") if not text.startswith("=")]
    assert sum(text.startswith("[") for text in found) > 100
    assert {word for text in found for word in unsaid(text)} - IDS == set()


def test_a_table_for_programs_has_english_names_and_said_values(
    day: WorkshopRecord, tmp_path: Path
) -> None:
    with speaking(day.workshop.language):
        write_csv(day, tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert unsaid(" ".join(head)) != set()
    assert {word for row in rows for cell in row for word in unsaid(cell)} - IDS == set()


def test_a_calendar(day: WorkshopRecord, tmp_path: Path) -> None:
    with speaking(day.workshop.language):
        write_calendar(day, tmp_path / "x.ics")
    calendar = Calendar.from_ical((tmp_path / "x.ics").read_bytes())
    events = calendar.walk("VEVENT")
    assert len(events) > 2
    for event in events:
        assert unsaid(f"{event['summary']} {event['description']}") - IDS == set()


@pytest.mark.slow
def test_pictures(day: WorkshopRecord, tmp_path: Path) -> None:
    with speaking(day.workshop.language):
        write_all_pictures(day, tmp_path / "p")
    pictures = sorted((tmp_path / "p").glob("*.svg"))
    assert len(pictures) > 5
    for path in pictures:
        assert unsaid(path.stem) == set()
        words = re.findall(r"<(?:title|desc|text)[^>]*>([^<]*)<", path.read_text(encoding="utf-8"))
        assert unsaid(" ".join(words)) == set(), path.name


@pytest.mark.slow
def test_what_a_program_reads_says_its_sentences(day: WorkshopRecord, tmp_path: Path) -> None:
    open_vote = replace(day.rounds[-1], state=RoundState.CLOSED)
    record = replace(day, rounds=(*day.rounds[:-1], open_vote))
    with speaking(day.workshop.language):
        write_json(record, tmp_path / "x.json")
        write_workshop_file(record, tmp_path / "x.roundtable")
    for name in ("x.json", "x.roundtable"):
        whole: dict[str, Any] = json.loads((tmp_path / name).read_text("utf-8"))
        found = [*the_parts_of(whole, "please_note", "left_out", "because", "limits", "how")]
        assert len(found) > 2
        assert {word for text in found for word in unsaid(text)} - IDS == set()
