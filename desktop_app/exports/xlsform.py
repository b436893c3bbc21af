"""The questions as an XLSForm, which KoboToolbox, ODK and others make a survey of.

Questions have the statements' ids as names, outside of any group, so that their answers come back
by the door of answers as they are.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook

from desktop_app.documents import forms as words
from desktop_app.domain.plain_text import one_line, plain
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.speech import said

from .packing import packed_alike
from .workbook_about import about

_NOT_IN_NAMES: Final = re.compile(r"[^\w.-]+", re.ASCII)
_UNSURE: Final = "unsure"
_OTHER: Final = "other"
_PARTNER: Final = "partner"
_RATING: Final = "rating"
_SELECT: Final = "select_one"
Rows = Sequence[Sequence[str]]


def write_xlsform(record: WorkshopRecord, target: Path) -> None:
    """Write the questions to `target` as XLSForm; raise OutputProblem or DiskFull."""
    held = io.BytesIO()
    plain_texts = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = Workbook(held, plain_texts)
    workshop = record.workshop
    book.set_properties(about(workshop, workshop.title))
    for name, rows in (
        ("survey", [*_survey(workshop)]),
        ("choices", [*_choices(workshop)]),
        ("settings", [*_settings(workshop)]),
    ):
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(place, column, plain(one_line(text)))
    book.close()
    with write_atomically(target) as file:
        file.write(packed_alike(held.getvalue()))


def _survey(workshop: Workshop) -> Iterator[Sequence[str]]:
    framework = workshop.framework
    yield "type", "name", "label", "required", "appearance"
    if words.asks_partner(workshop):
        yield _one_of(_PARTNER), _PARTNER, said(words.WHICH_PARTNER), "no", ""
    for statement in framework.statements:
        sentence = framework.sentence(statement)
        yield _one_of(_RATING), statement.id, sentence, "no", "likert"


def _one_of(choices: str) -> str:
    """Return the type of a question with one answer from a list."""
    return f"{_SELECT} {choices}"


def _choices(workshop: Workshop) -> Iterator[Sequence[str]]:
    scale = workshop.framework.scale
    yield "list_name", "name", "label"
    for point in scale.points:
        yield _RATING, str(point.value), f"{point.value} {point.label}"
    yield _RATING, _UNSURE, scale.cannot_say_label
    for name in words.partners(workshop):
        yield _PARTNER, _NOT_IN_NAMES.sub("_", name).strip("_") or _OTHER, name
    if words.asks_partner(workshop):
        yield _PARTNER, _OTHER, said(words.ANOTHER)


def _settings(workshop: Workshop) -> Iterator[Sequence[str]]:
    yield "form_title", "form_id", "version"
    identity = _NOT_IN_NAMES.sub("_", workshop.identity) or "workshop"
    yield workshop.title, f"roundtable_{identity}", str(workshop.revision)
