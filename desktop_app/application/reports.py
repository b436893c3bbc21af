"""Use cases that write documents of one workshop, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app.documents.dates import day_entries, undated_sentence
from desktop_app.documents.kinds import DocumentKind
from desktop_app.documents.mail import Mail
from desktop_app.documents.tongues import language_of
from desktop_app.domain.plain_text import fit_for_a_disk
from desktop_app.domain.ports import DocumentWriter, Library
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.words.language import speaking
from desktop_app.words.left_out import left_out_sentence
from desktop_app.words.printing_day import local_day, printing_on
from desktop_app.words.speech import said, say

_DATES = frozenset((DocumentKind.CALENDAR, DocumentKind.CALENDAR_BY_OWNER))


class Reports:
    """Write a workshop's documents by kind; runs on any thread."""

    def __init__(
        self,
        library: Library,
        writers: Mapping[DocumentKind, DocumentWriter],
        read_logo: Callable[[Path], object] | None = None,
        today: Callable[[], date] = local_day,
        mail_of: Callable[[WorkshopRecord], Mail] | None = None,
    ) -> None:
        self._library = library
        self._writers = writers
        self._read_logo = read_logo
        self._today = today
        self._mail_of = mail_of

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

    def mail(self, workshop_id: str) -> Mail:
        """Return the text for an e-mail, plain and as HTML, in the workshop's language."""
        if self._mail_of is None:
            raise LookupError("Nothing here makes e-mails.")
        record = self.record(workshop_id)
        with speaking(language_of(record.workshop)):
            return self._mail_of(record)

    def check_logo(self, path: Path) -> None:
        """Raise FileProblem where a picture cannot be printed as a logo."""
        if self._read_logo is not None:
            self._read_logo(path)

    def left_out(self, workshop_id: str, kinds: Collection[DocumentKind]) -> str:
        """Return in one sentence what documents of these kinds leave out, or ""."""
        record = self.record(workshop_id)
        with_dates = not _DATES.isdisjoint(kinds)
        told = (
            left_out_sentence(record) if DocumentKind.WORKSHOP_FILE in kinds else "",
            undated_sentence(record) if with_dates else "",
        )
        return " ".join(sentence for sentence in told if sentence)


def _on_paper(kind: DocumentKind, options: PrintOptions) -> PrintOptions:
    """Return the options with the sheet that the kind is made for where none is wanted."""
    return replace(options, paper=options.paper or kind.about.sheet)


def with_something_in(
    record: WorkshopRecord, kinds: Collection[DocumentKind]
) -> tuple[DocumentKind, ...]:
    """Return those of several documents that have something in them: without days no dates.

    Where none has, all are returned, so that the writer says why.
    """
    found = tuple(k for k in kinds if k not in _DATES or day_entries(record))
    return found or tuple(kinds)


def file_name(workshop: Workshop, kind: DocumentKind) -> str:
    """Return a sensible file name such as "Away-day, 14 May - summary.pdf"."""
    return f"{base_name(workshop)} - {said(kind.about.name)}{kind.about.suffix}"


def base_name(workshop: Workshop) -> str:
    """Return what the names of a workshop's files begin with: its title as a disk takes it."""
    return fit_for_a_disk(workshop.title) or say("Workshop")
