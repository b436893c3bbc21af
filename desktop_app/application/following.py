"""Use cases of a follow-up: begin from an earlier workshop, and tell what became of it.

The earlier workshop is never changed: progress lives in the follow-up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeAlias

from desktop_app.analysis.earlier import earlier_of
from desktop_app.domain.agenda import with_looking_back
from desktop_app.domain.changes import Changes
from desktop_app.domain.earlier import (
    MAX_EARLIER,
    MAX_WORD,
    EarlierCommitment,
    Progress,
    progress_of,
    with_progress,
)
from desktop_app.domain.errors import ChangedElsewhere, InputProblem, NotFound, RuleProblem
from desktop_app.domain.ports import Library, Work, WorkshopFiles
from desktop_app.domain.texts import phrase
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Details, Workshop, WorkshopRecord
from desktop_app.scenes.kept_words import kept_words

from .leaving_out import check_has_statements
from .outcome import Outcome, done
from .workshops import MAX_TITLE, check

_TOUCHED = Changes.PLAN | Changes.STAGE

Source: TypeAlias = str | Path
"""An earlier workshop: its id in this library, or a .roundtable file."""


class Following:
    """Begin follow-ups, and keep what became of the commitments that they look back at."""

    def __init__(
        self,
        library: Library,
        files: WorkshopFiles,
        clock: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        self._library = library
        self._files = files
        self._clock = clock
        self._new_id = new_id

    def look(self, source: Source) -> WorkshopRecord:
        """Return the earlier workshop, and add nothing.

        Raise NotFound or FileProblem, and RuleProblem for a rehearsal.
        """
        with self._library.reading() as work:
            return self._read(work, source)

    def begin(self, source: Source, details: Details | None = None) -> Outcome[str]:
        """Prepare a follow-up of an earlier workshop, as `details` say; give its id.

        It keeps a frozen copy of what the earlier one shows, and has its framework, partners and
        open commitments; of its votes, notes and plan nothing. Raise as `look` does.
        """
        with self._library.writing() as work:
            record = self._read(work, source)
            made = self._made(record, details or details_after(record.workshop))
            check_has_statements(made)
            work.add_workshop(made)
            work.commit()
        return Outcome(Changes.LIBRARY | Changes.WORKSHOP, made.id)

    def tell(self, workshop_id: str, news: Progress, shown: Progress) -> Outcome[None]:
        """Keep what became of a commitment of last time, in place of what was `shown` of it.

        Raise ChangedElsewhere where something else is known by now, NotFound where it is not one.
        """
        news = replace(news, word=_checked_word(news.word))
        with self._library.writing() as work:
            workshop = work.workshop(workshop_id)
            promised = _promised(workshop, news.commitment)
            before = progress_of(workshop.progress, news.commitment)
            if before not in (shown, news):
                raise ChangedElsewhere
            self._write(work, workshop, news)
        if news == before:
            return done(Changes.NONE)
        back, again = (partial(self._put, workshop_id, known) for known in (before, news))
        return done(_TOUCHED, Undo(UndoKind.PROGRESS, back, promised.title, again))

    def _put(self, workshop_id: str, known: Progress) -> Changes:
        with self._library.writing() as work:
            self._write(work, work.workshop(workshop_id), known)
        return _TOUCHED

    def _write(self, work: Work, workshop: Workshop, known: Progress) -> None:
        told = with_progress(workshop.progress, known)
        work.save_workshop(replace(workshop, progress=told, updated_at=self._clock()))
        work.commit()

    def _read(self, work: Work, source: Source) -> WorkshopRecord:
        if isinstance(source, Path):
            record = self._files.read(source, self._new_id)
        else:
            record = work.record(source)
        if record.workshop.is_rehearsal:
            raise RuleProblem(
                "Nobody voted in a rehearsal, so that nothing follows it. Begin from the workshop"
                " itself."
            )
        return record

    def _made(self, record: WorkshopRecord, details: Details) -> Workshop:
        before, now = record.workshop, self._clock()
        checked = check(replace(details, depth=before.depth), before.details)
        made = Workshop(
            id=self._new_id(),
            title=checked.title,
            framework=before.frozen,
            created_at=now,
            updated_at=now,
            identity=self._new_id(),
            language=before.language,
            dots_each=before.dots_each,
            earlier=(earlier_of(record), *before.earlier)[:MAX_EARLIER],
        )
        return made.prepared(checked)


def _promised(workshop: Workshop, identity: str) -> EarlierCommitment:
    found = (one for earlier in workshop.earlier[:1] for one in earlier.commitments)
    promised = next((one for one in found if one.identity == identity), None)
    if promised is None:
        raise NotFound("This commitment is none of last time’s.")
    return promised


def _checked_word(text: str) -> str:
    word = " ".join(text.split())
    if len(word) > MAX_WORD:
        raise InputProblem(
            "What became of a commitment is told in {limit} characters at most. Shorten it.",
            limit=MAX_WORD,
        )
    return word


def details_after(workshop: Workshop) -> Details:
    """Return what is prepared for a follow-up of a workshop: all as it was but title and day."""
    agenda = with_looking_back(workshop.frozen, workshop.agenda)
    return replace(workshop.details, title=_title_after(workshop), held_on=None, agenda=agenda)


def _title_after(workshop: Workshop) -> str:
    """Return the title of a follow-up; that of a follow-up's follow-up says it once."""
    head = kept_words(workshop.language, phrase("Follow-up: {title}", title=""))
    bare = workshop.title.removeprefix(head.strip()).strip() or workshop.title
    whole = kept_words(workshop.language, phrase("Follow-up: {title}", title=bare))
    return whole[:MAX_TITLE].strip()
