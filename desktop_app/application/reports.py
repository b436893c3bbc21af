"""Use cases that write documents of one workshop, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.errors import InputProblem
from desktop_app.domain.ports import DocumentWriter, Library
from desktop_app.domain.workshop import Workshop

SUMMARY = "summary"
JSON = "json"
SUFFIXES: Mapping[str, str] = {SUMMARY: ".pdf", JSON: ".json"}


class Reports:
    """Write a workshop's documents by kind; runs on any thread."""

    def __init__(self, library: Library, writers: Mapping[str, DocumentWriter]) -> None:
        self._library = library
        self._writers = writers

    def write(self, workshop_id: str, kind: str, target: Path) -> Path:
        """Write one document and return its path; raise OutputProblem or DiskFull."""
        writer = self._writers.get(kind)
        if writer is None:
            raise InputProblem(
                "There is no document called “{kind}”. Choose one of: {kinds}.",
                kind=kind,
                kinds=", ".join(sorted(self._writers)),
            )
        with self._library.reading() as work:
            record = work.record(workshop_id)
        writer(record, target)
        return target


def file_name(workshop: Workshop, kind: str) -> str:
    """Return a sensible file name such as "Away-day, 14 May - summary.pdf"."""
    title = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", workshop.title)
    title = " ".join(title.split())[:80].strip(" .") or "Workshop"
    return f"{title} - {kind}{SUFFIXES[kind]}" if kind != JSON else f"{title}.json"
