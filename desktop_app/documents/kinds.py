"""The kinds of document there are, and what is true of each; knows no page and no format.

Use cases, the command line, dialogs and packs ask `kind.about` here instead of naming kinds, so
that one more document is its content, its writer and one row.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from desktop_app.domain.printing import PaperSize
from desktop_app.domain.texts import to_say

from . import ballot_rows, dated_rows
from .kind_traits import Document, Use, When

__all__ = [
    "DOCUMENTS",
    "Document",
    "DocumentKind",
    "Use",
    "When",
    "kind_called",
    "kinds_ending_in",
    "kinds_of_a_pack",
    "kinds_to_call_for",
]


class DocumentKind(Enum):
    """A kind of document."""

    SUMMARY = "summary"
    REPORT = "report"
    BOARD = "board"
    PLAN = "plan"
    PLAN_A3 = "plan_a3"
    OWNERS = "owners"
    PAGES_BY_OWNER = "pages_by_owner"
    LARGE_SUMMARY = "large_summary"
    LARGE_PLAN = "large_plan"
    SUMMARY_WORD = "summary_word"
    REPORT_WORD = "report_word"
    PLAN_WORD = "plan_word"
    COMMITMENTS = "commitments"
    POSTERS = "posters"
    BALLOTS = "ballots"
    DOT_BALLOTS = "dot_ballots"
    SCRIPT = "script"
    BRIEF = "brief"
    PROGRESS_SHEET = "progress_sheet"
    PROGRESS_WORD = "progress_word"
    LARGE_BRIEF = "large_brief"
    TALLY = "tally"
    JSON = "json"
    XLSX = "xlsx"
    PROGRESS_FORM = "progress_form"
    CSV = "csv"
    CSV_FOR_EXCEL = "csv_for_excel"
    CALENDAR = "calendar"
    CALENDAR_BY_OWNER = "calendar_by_owner"
    WEB = "web"
    MAIL = "mail"
    ENTRY_FORM = "entry_form"
    SURVEY = "survey"
    SURVEY_FORM = "survey_form"
    WORKSHOP_FILE = "workshop_file"
    OVERVIEW_SVG = "overview_svg"
    OVERVIEW_PNG = "overview_png"
    PICTURES = "pictures"

    @property
    def called(self) -> str:
        """Return its name on the command line, among those with its suffix."""
        return self.about.among_its_suffix or self.value

    @property
    def about(self) -> Document:
        """Return what is true of this kind."""
        return DOCUMENTS[self]


DOCUMENTS: Final[Mapping[DocumentKind, Document]] = MappingProxyType(
    {
        DocumentKind.SUMMARY: Document(
            to_say("summary"),
            ".pdf",
            to_say("Summary"),
            to_say("Two pages for everybody."),
            "desktop_app.report.summary:write_summary",
            sheet=PaperSize.A4,
        ),
        DocumentKind.REPORT: Document(
            to_say("full report"),
            ".pdf",
            to_say("Full report"),
            to_say("Every result, step and the method."),
            "desktop_app.report.full_report:write_full_report",
            sheet=PaperSize.A4,
        ),
        DocumentKind.BOARD: Document(
            to_say("board’s report"),
            ".pdf",
            to_say("Board’s report"),
            to_say("Four pages of the full report."),
            "desktop_app.report.board_report:write_board_report",
            sheet=PaperSize.A4,
        ),
        DocumentKind.PLAN: Document(
            to_say("action plan"),
            ".pdf",
            to_say("Action plan"),
            to_say("Who does what by when, as a table."),
            "desktop_app.report.action_plan:write_action_plan",
            sheet=PaperSize.A4,
        ),
        DocumentKind.PLAN_A3: Document(
            to_say("action plan A3"),
            ".pdf",
            to_say("Action plan, A3"),
            to_say("The same table to hang up."),
            "desktop_app.report.action_plan:write_action_plan",
            sheet=PaperSize.A3,
            by_option="--paper",
        ),
        DocumentKind.OWNERS: Document(
            to_say("pages for owners"),
            ".pdf",
            to_say("A page for each owner"),
            to_say("What they took on, with room to write."),
            "desktop_app.report.owner_pages:write_owner_pages",
            sheet=PaperSize.A4,
        ),
        DocumentKind.PAGES_BY_OWNER: Document(
            to_say("pages by owner"),
            "",
            to_say("Pages by owner"),
            to_say("The same, a file for each."),
            "desktop_app.report.owner_pages:write_pages_by_owner",
            by_option="--by-owner",
            on_request=True,
        ),
        DocumentKind.LARGE_SUMMARY: Document(
            to_say("summary in large print"),
            ".pdf",
            to_say("Summary, large print"),
            to_say("The same in 18 points."),
            "desktop_app.report.large_print:write_large_summary",
            sheet=PaperSize.A4,
            among_its_suffix="large-summary",
            on_request=True,
        ),
        DocumentKind.LARGE_PLAN: Document(
            to_say("action plan in large print"),
            ".pdf",
            to_say("Action plan, large print"),
            to_say("Step by step in 18 points."),
            "desktop_app.report.large_print:write_large_plan",
            sheet=PaperSize.A4,
            among_its_suffix="large-plan",
            on_request=True,
        ),
        DocumentKind.SUMMARY_WORD: Document(
            to_say("summary"),
            ".docx",
            to_say("Summary, Word"),
            to_say("The same, to be edited."),
            "desktop_app.exports.word_summary:write_word_summary",
            among_its_suffix="summary",
        ),
        DocumentKind.REPORT_WORD: Document(
            to_say("full report"),
            ".docx",
            to_say("Full report, Word"),
            to_say("The same, to go on with."),
            "desktop_app.exports.word_report:write_word_report",
            among_its_suffix="report",
        ),
        DocumentKind.PLAN_WORD: Document(
            to_say("action plan"),
            ".docx",
            to_say("Action plan, Word"),
            to_say("The table, to be edited."),
            "desktop_app.exports.word_plan:write_word_plan",
            among_its_suffix="plan",
        ),
        DocumentKind.COMMITMENTS: Document(
            to_say("commitments poster"),
            ".pdf",
            to_say("Commitments poster"),
            to_say("What we will do, with boxes to tick, A3."),
            "desktop_app.report.commitments_poster:write_commitments_poster",
            sheet=PaperSize.A3,
        ),
        DocumentKind.POSTERS: Document(
            to_say("action posters"),
            ".pdf",
            to_say("Action posters"),
            to_say("One for each action, A3."),
            "desktop_app.report.posters:write_posters",
            When.BEFORE,
            sheet=PaperSize.A3,
        ),
        DocumentKind.BALLOTS: ballot_rows.BALLOTS,
        DocumentKind.DOT_BALLOTS: ballot_rows.DOT_BALLOTS,
        DocumentKind.SCRIPT: Document(
            to_say("facilitator script"),
            ".pdf",
            to_say("Facilitator’s script"),
            to_say("What to say and what to watch."),
            "desktop_app.report.script:write_script",
            When.BEFORE,
            sheet=PaperSize.A4,
        ),
        DocumentKind.BRIEF: Document(
            to_say("participants’ brief"),
            ".pdf",
            to_say("Participants’ brief"),
            to_say("A sheet to send before the day."),
            "desktop_app.report.brief:write_brief",
            When.BEFORE,
            sheet=PaperSize.A4,
        ),
        DocumentKind.PROGRESS_SHEET: dated_rows.SHEET,
        DocumentKind.PROGRESS_WORD: dated_rows.WORD,
        DocumentKind.LARGE_BRIEF: Document(
            to_say("participants’ brief in large print"),
            ".pdf",
            to_say("Brief, large print"),
            to_say("The same in 18 points."),
            "desktop_app.report.large_print:write_large_brief",
            When.BEFORE,
            sheet=PaperSize.A4,
            among_its_suffix="large-brief",
            on_request=True,
        ),
        DocumentKind.TALLY: ballot_rows.TALLY,
        DocumentKind.JSON: Document(
            to_say("data"),
            ".json",
            to_say("All data as JSON"),
            to_say("For programs."),
            "desktop_app.exports.json_export:write_json",
            use=Use.DATA,
        ),
        DocumentKind.XLSX: Document(
            to_say("data"),
            ".xlsx",
            to_say("Spreadsheet"),
            to_say("Results, plan and notes for Excel."),
            "desktop_app.exports.xlsx_export:write_xlsx",
            use=Use.DATA,
        ),
        DocumentKind.PROGRESS_FORM: dated_rows.FORM,
        DocumentKind.CSV: Document(
            to_say("results"),
            ".csv",
            to_say("Results as CSV"),
            to_say("For programs; UTF-8."),
            "desktop_app.exports.csv_export:write_csv",
            use=Use.DATA,
        ),
        DocumentKind.CSV_FOR_EXCEL: Document(
            to_say("results for Excel"),
            ".csv",
            to_say("Results as CSV for Excel"),
            to_say("The same, marked for Excel."),
            "desktop_app.exports.csv_export:write_csv_for_excel",
            use=Use.DATA,
            by_option="--bom",
        ),
        DocumentKind.CALENDAR: dated_rows.CALENDAR,
        DocumentKind.CALENDAR_BY_OWNER: dated_rows.CALENDAR_BY_OWNER,
        DocumentKind.WEB: Document(
            to_say("report"),
            ".html",
            to_say("Report as a web page"),
            to_say("Opens in every browser."),
            "desktop_app.exports.web_report:write_web_report",
        ),
        DocumentKind.MAIL: Document(
            to_say("e-mail"),
            ".txt",
            to_say("Text for an e-mail"),
            to_say("What was agreed, to paste and send."),
            "desktop_app.exports.mail:write_mail",
        ),
        DocumentKind.ENTRY_FORM: Document(
            to_say("entry form"),
            ".xlsx",
            to_say("Entry form"),
            to_say("To type answers in, a line a person."),
            "desktop_app.exports.entry_form:write_entry_form",
            When.BEFORE,
            among_its_suffix="entry-form",
            on_request=True,
        ),
        DocumentKind.SURVEY: Document(
            to_say("questions"),
            ".txt",
            to_say("Questions for a survey"),
            to_say("To paste into a survey tool."),
            "desktop_app.exports.survey_text:write_survey_text",
            When.BEFORE,
            on_request=True,
        ),
        DocumentKind.SURVEY_FORM: Document(
            to_say("questions"),
            ".xlsx",
            to_say("Questions as XLSForm"),
            to_say("For KoboToolbox and ODK."),
            "desktop_app.exports.xlsform:write_xlsform",
            When.BEFORE,
            among_its_suffix="survey",
            on_request=True,
        ),
        DocumentKind.WORKSHOP_FILE: Document(
            to_say("workshop"),
            ".roundtable",
            to_say("Workshop file"),
            to_say("To go on at another laptop."),
            "desktop_app.storage.workshop_file:write_workshop_file",
            use=Use.DATA,
        ),
        DocumentKind.OVERVIEW_SVG: Document(
            to_say("overview"),
            ".svg",
            to_say("Overview picture, SVG"),
            to_say("Sharp at any size."),
            "desktop_app.exports.pictures:write_overview_svg",
            use=Use.DATA,
            among=DocumentKind.PICTURES,
        ),
        DocumentKind.OVERVIEW_PNG: Document(
            to_say("overview"),
            ".png",
            to_say("Overview picture, PNG"),
            to_say("For slides and mail."),
            "desktop_app.exports.pictures:write_overview_png",
            use=Use.DATA,
            among=DocumentKind.PICTURES,
        ),
        DocumentKind.PICTURES: Document(
            to_say("pictures"),
            "",
            to_say("Pictures"),
            to_say("Each chart for slides: PNG and SVG."),
            "desktop_app.exports.pictures:write_all_pictures",
            use=Use.DATA,
        ),
    }
)


def kinds_to_call_for() -> tuple[DocumentKind, ...]:
    """Return the kinds that a file's suffix and a name are enough to ask for."""
    return tuple(kind for kind in DocumentKind if not kind.about.by_option)


def kinds_ending_in(suffix: str) -> tuple[DocumentKind, ...]:
    """Return the kinds whose file ends so, the one that is meant without a word first."""
    ending = (kind for kind in kinds_to_call_for() if kind.about.suffix == suffix)
    return tuple(ending) if suffix else ()


def kind_called(name: str, suffix: str) -> DocumentKind | None:
    """Return the kind with this name on the command line whose file ends so; None without one."""
    return next((kind for kind in kinds_ending_in(suffix) if kind.called == name), None)


def kinds_of_a_pack() -> tuple[DocumentKind, ...]:
    """Return what the whole pack holds: every kind but those in another one or on request."""
    return tuple(k for k in DocumentKind if not (k.about.among or k.about.on_request))
