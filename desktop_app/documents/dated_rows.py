"""Rows of the table of documents on the plan's dates and on what became of it."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.printing import PaperSize
from desktop_app.domain.texts import to_say

from .kind_traits import Document, Use, When

SHEET: Final = Document(
    to_say("progress sheet"),
    ".pdf",
    to_say("Progress sheet"),
    to_say("What became of each commitment, to fill in."),
    "desktop_app.report.progress_sheet:write_progress_sheet",
    When.BEFORE,
    sheet=PaperSize.A4,
    among_its_suffix="progress-sheet",
    on_request=True,
)
WORD: Final = Document(
    to_say("progress sheet"),
    ".docx",
    to_say("Progress sheet, Word"),
    to_say("The same, to fill in and send back."),
    "desktop_app.exports.word_progress:write_word_progress",
    among_its_suffix="progress-sheet",
    on_request=True,
)
FORM: Final = Document(
    to_say("progress form"),
    ".xlsx",
    to_say("Progress form, Excel"),
    to_say("The same; Import takes what it says."),
    "desktop_app.exports.progress_form:write_progress_form",
    use=Use.DATA,
    among_its_suffix="progress-sheet",
    on_request=True,
)
CALENDAR: Final = Document(
    to_say("dates"),
    ".ics",
    to_say("Dates"),
    to_say("First moves, due dates, review."),
    "desktop_app.exports.calendar_export:write_calendar",
    use=Use.DATA,
)
CALENDAR_BY_OWNER: Final = Document(
    to_say("dates by owner"),
    "",
    to_say("Dates by owner"),
    to_say("A calendar file for each."),
    "desktop_app.exports.calendar_export:write_calendars_by_owner",
    use=Use.DATA,
    by_option="--by-owner",
    on_request=True,
)
