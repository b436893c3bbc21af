"""Use cases that write documents of one workshop, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.tongues import language_of
from desktop_app.domain.ports import DocumentWriter, Library
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words.language import speaking
from desktop_app.words.left_out import left_out_sentence
from desktop_app.words.printing_day import local_day, printing_on
from desktop_app.words.speech import said, say

MAX_NAME_BYTES = 200
"""Of a title in a file name: disks take 255 bytes, and the kind and suffix need some."""

_NOT_IN_NAMES = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+'  # what disks do not take
    r"|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+"  # what turns a name round
)


class Reports:
    """Write a workshop's documents by kind; runs on any thread."""

    def __init__(
        self,
        library: Library,
        writers: Mapping[DocumentKind, DocumentWriter],
        read_logo: Callable[[Path], object] | None = None,
        today: Callable[[], date] = local_day,
    ) -> None:
        self._library = library
        self._writers = writers
        self._read_logo = read_logo
        self._today = today

    @property
    def kinds(self) -> tuple[DocumentKind, ...]:
        """Return the kinds of document there are, in the order people are offered them."""
        return tuple(kind for kind in DocumentKind if kind in self._writers)

    def write(
        self,
        workshop_id: str,
        kind: DocumentKind,
        target: Path,
        options: PrintOptions | None = None,
        record: WorkshopRecord | None = None,
    ) -> Path:
        """Write one document and return its path; raise OutputProblem or DiskFull.

        It speaks the workshop's language. `options` are for what is printed: a logo, the paper,
        ballots on a sheet. `record` is the workshop where it was read for several documents.
        """
        record = record or self.record(workshop_id)
        day = (options and options.printed_on) or self._today()
        with speaking(language_of(record.workshop)), printing_on(day):
            self._writers[kind](record, target, _on_paper(kind, options or PrintOptions()))
        return target

    def record(self, workshop_id: str) -> WorkshopRecord:
        """Return what documents of a workshop are made of."""
        with self._library.reading() as work:
            return work.record(workshop_id)

    def check_logo(self, path: Path) -> None:
        """Raise FileProblem where a picture cannot be printed as a logo."""
        if self._read_logo is not None:
            self._read_logo(path)

    def left_out(self, workshop_id: str, kinds: Collection[DocumentKind]) -> str:
        """Return in one sentence what documents of these kinds leave out, or ""."""
        if DocumentKind.WORKSHOP_FILE not in kinds:
            return ""
        return left_out_sentence(self.record(workshop_id))


def _on_paper(kind: DocumentKind, options: PrintOptions) -> PrintOptions:
    """Return the options with the sheet that the kind is made for where none is wanted."""
    return replace(options, paper=options.paper or kind.about.sheet)


def file_name(workshop: Workshop, kind: DocumentKind) -> str:
    """Return a sensible file name such as "Away-day, 14 May - summary.pdf"."""
    return f"{base_name(workshop)} - {said(kind.about.name)}{kind.about.suffix}"


def base_name(workshop: Workshop) -> str:
    """Return what the names of a workshop's files begin with: its title as a disk takes it."""
    title = " ".join(_NOT_IN_NAMES.sub(" ", workshop.title).split())[:80]
    while len(title.encode()) > MAX_NAME_BYTES:
        title = title[:-1]
    return title.strip(" .") or say("Workshop")
