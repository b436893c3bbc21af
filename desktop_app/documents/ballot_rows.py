"""Rows of the table of documents on paper ballots."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.printing import PaperSize
from desktop_app.domain.texts import to_say

from .kind_traits import Document, When

BALLOTS: Final = Document(
    to_say("ballots"),
    ".pdf",
    to_say("Ballots"),
    to_say("Paper ballots to cut."),
    "desktop_app.report.ballots:write_ballots",
    When.BEFORE,
    sheet=PaperSize.A4,
)
DOT_BALLOTS: Final = Document(
    to_say("ballots for dots"),
    ".pdf",
    to_say("Ballots for dots"),
    to_say("To set priorities on paper."),
    "desktop_app.report.dot_ballots:write_dot_ballots",
    When.BEFORE,
    sheet=PaperSize.A4,
    among_its_suffix="dots",
)
TALLY: Final = Document(
    to_say("tally sheet"),
    ".pdf",
    to_say("Tally sheet"),
    to_say("To count paper ballots by hand."),
    "desktop_app.report.tally:write_tally",
    When.BEFORE,
    sheet=PaperSize.A4,
    on_request=True,
)
