"""What each kind of document is called on the screen, and what it is for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop_app.application.reports import SUFFIXES

_CONTEXT = "KindWords"
_mark: Callable[[str], str] = lambda text: str(QT_TRANSLATE_NOOP("KindWords", text))  # noqa: E731

FOR_THE_DAY = ("ballots", "script", "posters", "brief")
"""Kinds that are printed before the workshop begins."""

_WORDS: dict[str, tuple[str, str]] = {
    "summary": (_mark("Summary"), _mark("Two pages for everybody.")),
    "report": (_mark("Full report"), _mark("Every result, step and the method.")),
    "plan": (_mark("Action plan"), _mark("Who does what by when, as a table.")),
    "plan_a3": (_mark("Action plan, A3"), _mark("The same table to hang up.")),
    "posters": (_mark("Posters"), _mark("One for each action, A3.")),
    "ballots": (_mark("Ballots"), _mark("Paper ballots to cut.")),
    "script": (_mark("Facilitator’s script"), _mark("What to say and what to watch.")),
    "brief": (_mark("Participants’ brief"), _mark("One page to send before the day.")),
    "web": (_mark("Report as a web page"), _mark("Opens in every browser.")),
    "xlsx": (_mark("Spreadsheet"), _mark("Results, plan and notes for Excel.")),
    "csv": (_mark("Results as CSV"), _mark("For programs; UTF-8.")),
    "csv_for_excel": (_mark("Results as CSV for Excel"), _mark("The same, marked for Excel.")),
    "json": (_mark("All data as JSON"), _mark("For programs.")),
    "calendar": (_mark("Dates"), _mark("Due dates, for a calendar.")),
    "workshop_file": (_mark("Workshop file"), _mark("To go on at another laptop.")),
    "overview_svg": (_mark("Overview picture, SVG"), _mark("Sharp at any size.")),
    "overview_png": (_mark("Overview picture, PNG"), _mark("For slides and mail.")),
    "pictures": (_mark("Pictures"), _mark("Each chart for slides: PNG and SVG.")),
}


def kind_title(kind: str) -> str:
    """Return what a kind of document is called."""
    words = _WORDS.get(kind)
    if words is None:
        return kind.replace("_", " ").capitalize()
    return QCoreApplication.translate(_CONTEXT, words[0])


def kind_purpose(kind: str) -> str:
    """Return in a few words what a kind of document is for; empty where nobody has said."""
    words = _WORDS.get(kind)
    return QCoreApplication.translate(_CONTEXT, words[1]) if words else ""


def is_paper(kind: str) -> bool:
    """Tell whether a kind has pages that can be looked at and printed."""
    return SUFFIXES.get(kind) == ".pdf"
