"""Use cases that write documents of one workshop, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.ports import DocumentPrinter, DocumentWriter, Library
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop
from desktop_app.words.left_out import left_out_sentence

SUMMARY = "summary"
REPORT = "report"
PLAN = "plan"
PLAN_A3 = "plan_a3"
POSTERS = "posters"
BALLOTS = "ballots"
SCRIPT = "script"
BRIEF = "brief"
JSON = "json"
XLSX = "xlsx"
CSV = "csv"
CSV_FOR_EXCEL = "csv_for_excel"
CALENDAR = "calendar"
WEB = "web"
WORKSHOP_FILE = "workshop_file"
OVERVIEW_SVG = "overview_svg"
OVERVIEW_PNG = "overview_png"
PICTURES = "pictures"
MAX_NAME_BYTES = 200
"""Of a title in a file name: disks take 255 bytes, and the kind and suffix need some."""

_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+'  # what disks do not take
    r"|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+"  # what turns a name round
)
SUFFIXES: Mapping[str, str] = {
    SUMMARY: ".pdf",
    REPORT: ".pdf",
    PLAN: ".pdf",
    PLAN_A3: ".pdf",
    POSTERS: ".pdf",
    BALLOTS: ".pdf",
    SCRIPT: ".pdf",
    BRIEF: ".pdf",
    JSON: ".json",
    XLSX: ".xlsx",
    CSV: ".csv",
    CSV_FOR_EXCEL: ".csv",
    CALENDAR: ".ics",
    WEB: ".html",
    WORKSHOP_FILE: ".roundtable",
    OVERVIEW_SVG: ".svg",
    OVERVIEW_PNG: ".png",
    PICTURES: "",
}
"""How the file of each kind ends; what has no suffix is a folder of pictures."""

_NAMES: Mapping[str, str] = {
    REPORT: "full report",
    PLAN: "action plan",
    PLAN_A3: "action plan A3",
    SCRIPT: "facilitator script",
    BRIEF: "participants’ brief",
    JSON: "data",
    XLSX: "data",
    CSV: "results",
    CSV_FOR_EXCEL: "results for Excel",
    CALENDAR: "dates",
    WEB: "report",
    WORKSHOP_FILE: "workshop",
    OVERVIEW_SVG: "overview",
    OVERVIEW_PNG: "overview",
}
"""What a kind is called in a file name where that is not the kind itself."""


class Reports:
    """Write a workshop's documents by kind; runs on any thread."""

    def __init__(
        self,
        library: Library,
        writers: Mapping[str, DocumentWriter],
        printers: Mapping[str, DocumentPrinter] | None = None,
        read_logo: Callable[[Path], object] | None = None,
    ) -> None:
        self._library = library
        self._writers = writers
        self._printers = printers or {}
        self._read_logo = read_logo

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of document there are, in the order people are offered them."""
        return tuple(kind for kind in SUFFIXES if self._knows(kind))

    def _knows(self, kind: str) -> bool:
        return kind in self._writers or kind in self._printers

    def write(
        self, workshop_id: str, kind: str, target: Path, options: PrintOptions | None = None
    ) -> Path:
        """Write one document and return its path; raise OutputProblem or DiskFull.

        `options` are for what is printed: a logo, the paper, ballots on a sheet.
        """
        if not self._knows(kind):
            raise InputProblem(
                "There is no document called “{kind}”. Choose one of: {kinds}.",
                kind=kind,
                kinds=", ".join(sorted({*self._writers, *self._printers})),
            )
        with self._library.reading() as work:
            record = work.record(workshop_id)
        if kind in self._printers:
            self._printers[kind](record, target, options or PrintOptions())
        else:
            self._writers[kind](record, target)
        return target

    def check_logo(self, path: Path) -> None:
        """Raise FileProblem where a picture cannot be printed as a logo."""
        if self._read_logo is not None:
            self._read_logo(path)

    def left_out(self, workshop_id: str, kinds: Collection[str]) -> str:
        """Return in one sentence what documents of these kinds leave out, or ""."""
        if WORKSHOP_FILE not in kinds:
            return ""
        with self._library.reading() as work:
            return left_out_sentence(work.record(workshop_id))


def file_name(workshop: Workshop, kind: str) -> str:
    """Return a sensible file name such as "Away-day, 14 May - summary.pdf"."""
    return f"{base_name(workshop)} - {_NAMES.get(kind, kind)}{SUFFIXES[kind]}"


def base_name(workshop: Workshop) -> str:
    """Return what the names of a workshop's files begin with: its title as a disk takes it."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", workshop.title).split())[:80]
    while len(title.encode()) > MAX_NAME_BYTES:
        title = title[:-1]
    return title.strip(" .") or "Workshop"
