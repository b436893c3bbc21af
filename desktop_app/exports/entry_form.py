"""The entry form: a workbook to type answers into, which comes back by the door of answers.

A column a statement, a line a person, lists to choose from. Knows nobody's answers.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Final

from xlsxwriter import Workbook

from desktop_app.charts.palette import PRINT
from desktop_app.documents import forms as words
from desktop_app.documents.standing import begins
from desktop_app.domain.plain_text import plain
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.files import write_atomically
from desktop_app.words.method import marks_of
from desktop_app.words.speech import said, say

from .packing import packed_alike
from .workbook_about import about

_SPARE_LINES: Final = 50
_HEAD_ROW: Final = 1
_LISTS: Final = "lists"
_PLAIN: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


def write_entry_form(record: WorkshopRecord, target: Path) -> None:
    """Write the entry form to `target` as XLSX; raise OutputProblem or DiskFull."""
    content = _workbook(record.workshop)
    with write_atomically(target) as file:
        file.write(content)


def _workbook(workshop: Workshop) -> bytes:
    held = io.BytesIO()
    book = Workbook(held, dict(_PLAIN))
    book.set_properties(about(workshop, workshop.title))
    answers, how = book.add_worksheet(say("Answers")), book.add_worksheet(say("Instructions"))
    lists = book.add_worksheet(_LISTS)
    lists.hide()
    _fill_lists(lists, workshop)
    _fill_answers(book, answers, workshop)
    _fill_instructions(book, how, workshop)
    answers.activate()
    book.close()
    return packed_alike(held.getvalue())


def _lists(workshop: Workshop) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what can be chosen: answers, in words and as numbers, and partners."""
    numbers = tuple(str(point.value) for point in workshop.framework.scale.points)
    answers = tuple(plain(answer) for answer in words.answers(workshop.framework))
    return (*answers, *numbers), tuple(plain(name) for name in words.partners(workshop))


def _fill_lists(sheet: Any, workshop: Workshop) -> None:
    for column, choices in enumerate(_lists(workshop)):
        for row, choice in enumerate(choices):
            if choice.isdigit():
                sheet.write_number(row, column, int(choice))  # as it is typed
            else:
                sheet.write_string(row, column, choice)


def _fill_answers(book: Any, sheet: Any, workshop: Workshop) -> None:
    framework = workshop.framework
    heads = [plain(words.column_head(one)) for one in framework.statements]
    with_partner = words.asks_partner(workshop)
    first = 1 if with_partner else 0
    head = book.add_format(_look(bold=True, bg_color=PRINT.line, border=1, locked=True))
    stem = book.add_format(_look(italic=True, locked=True))
    cell = book.add_format({"font_name": "Calibri", "font_size": 11, "locked": False})
    last = _HEAD_ROW + workshop.present + _SPARE_LINES
    if with_partner:
        sheet.write_string(_HEAD_ROW, 0, said(words.PARTNER), head)
        sheet.set_column(0, 0, 22, cell)
    sheet.write_string(0, first, plain(begins(framework.stem)), book.add_format(_stem_look()))
    for place, text in enumerate(heads, start=first):
        sheet.write_string(_HEAD_ROW, place, text, head)
    sheet.set_column(first, first + len(heads) - 1, 22, cell)
    sheet.set_row(0, 18, stem)
    sheet.set_row(_HEAD_ROW, _height(heads))
    sheet.freeze_panes(_HEAD_ROW + 1, first)
    for column in range(first + len(heads)):
        which = 1 if with_partner and column == 0 else 0
        choices = _lists(workshop)[which]
        sheet.data_validation(_HEAD_ROW + 1, column, last, column, _rule(which, len(choices)))
    sheet.protect("", {"format_columns": True, "format_rows": True, "sort": False})
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, _HEAD_ROW)


def _look(**more: Any) -> dict[str, Any]:
    base = {"font_name": "Calibri", "font_size": 11, "text_wrap": True, "valign": "top"}
    return base | more


def _stem_look() -> dict[str, Any]:
    return _look(italic=True, locked=True) | {"text_wrap": False}


def _height(heads: list[str]) -> float:
    """Return the height of the heads' line, in points: some 24 letters stand on a line of one."""
    return 16.0 * max(2, *(-(-len(head) // 21) for head in heads))


def _rule(column: int, choices: int) -> dict[str, Any]:
    """Return that a cell holds one of the choices in a column of the lists, or nothing."""
    letter = "AB"[column]
    partner = column == 1
    return {
        "validate": "list",
        "source": f"={_LISTS}!${letter}$1:${letter}${choices}",
        "error_type": "warning" if partner else "stop",
        "error_title": say("Not in the list"),
        "error_message": (
            say("Choose a partner from the list, or keep this one.")
            if partner
            else say("Choose an answer from the list, or type its number.")
        ),
    }


def _fill_instructions(book: Any, sheet: Any, workshop: Workshop) -> None:
    """Write few and long cells: the sheet with most cells is taken for the answers."""
    steps = "\n".join(
        f"{number}. {step}" for number, step in enumerate(words.form_steps(workshop), start=1)
    )
    scale = workshop.framework.scale
    meanings = "\n".join(
        f"{point.value} {point.label}: {point.description}" for point in scale.points
    )
    unsure = f"{scale.cannot_say_label}: {scale.cannot_say_description}"
    title = say("{document}: {workshop}", document=said(words.FORM_TITLE), workshop=workshop.title)
    marks = "; ".join(marks_of(workshop))
    sheet.set_column(0, 0, 100)
    cells = (title, steps, f"{meanings}\n{unsure}", marks)
    for row, text in enumerate(filter(None, cells)):
        look = _look(bold=True, font_size=14) if row == 0 else _look()
        sheet.write_string(row, 0, plain(text) if row == 0 else text, book.add_format(look))
        lines = sum(1 + len(line) // 100 for line in text.split("\n"))
        sheet.set_row(row, 16.0 * lines + 8)
    sheet.protect("")
