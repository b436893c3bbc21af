"""Use cases of progress forms that owners have filled in: all of a form comes in, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.changes import Changes
from desktop_app.domain.earlier import MAX_WORD, Progress, Standing, progress_of, with_progress
from desktop_app.domain.errors import FileProblem, InputProblem, NotFound, RuleProblem
from desktop_app.domain.ports import Library, Work
from desktop_app.domain.progress_form import COLUMN, form_of
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.domain.undo import Undo, UndoKind
from desktop_app.domain.workshop import Workshop
from desktop_app.words.language import speaking
from desktop_app.words.standings import standing_button
from desktop_app.words.typed_dates import read_date

from .outcome import Outcome

_TOUCHED = Changes.PLAN | Changes.STAGE | Changes.LIBRARY


class ProgressForms:
    """Take in what owners say became of their commitments."""

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        self._library = library
        self._today = today

    def take(self, table: AnswerTable) -> Outcome[str]:
        """Keep what a form says; give the id of the workshop that it is of.

        An empty cell leaves what is known. Raise NotFound where that workshop is not here,
        RuleProblem where it looks back at nothing, and FileProblem naming a line and its mistake.
        """
        with self._library.writing() as work:
            workshop = _workshop(work, table)
            told = workshop.progress
            for news in self._news(table, workshop):
                told = with_progress(told, news)
            work.save_workshop(replace(workshop, progress=told))
            work.commit()
        back = partial(self._put, workshop.id, workshop.progress)
        again = partial(self._put, workshop.id, told)
        undo = Undo(UndoKind.PROGRESS, back, workshop.title, again)
        return Outcome(_TOUCHED, workshop.id, undo)

    def _put(self, workshop_id: str, told: tuple[Progress, ...]) -> Changes:
        with self._library.writing() as work:
            work.save_workshop(replace(work.workshop(workshop_id), progress=told))
            work.commit()
        return _TOUCHED

    def _news(self, table: AnswerTable, workshop: Workshop) -> Iterator[Progress]:
        """Yield what each row says that says anything."""
        known = {one.identity for one in workshop.earlier[0].commitments}
        names = _names(workshop)
        for number, cells in table.rows[1:]:
            cell = dict(enumerate(cells))
            key, said = cell.get(0, "").strip(), [cell.get(at, "").strip() for at in COLUMN]
            if not key and not any(said):
                continue  # as the words below the form
            if key not in known:
                raise _mistake(table, number, _NOT_OURS)
            yield self._read(table, number, progress_of(workshop.progress, key), said, names)

    def _read(
        self,
        table: AnswerTable,
        number: int,
        before: Progress,
        cells: list[str],
        names: Mapping[str, Standing],
    ) -> Progress:
        standing, word, due = cells
        due = due.removesuffix(_MIDNIGHT)  # as a workbook keeps a day
        if standing and standing.casefold() not in names:
            raise _mistake(table, number, _none_of(standing, names))
        if len(word) > MAX_WORD:
            raise _mistake(table, number, _TOO_LONG)
        try:
            day = read_date(due, self._today(), self._today()) if due else before.due
        except InputProblem as problem:
            raise _mistake(table, number, problem.phrase) from problem
        now = names[standing.casefold()] if standing else before.standing
        return Progress(before.commitment, now, " ".join(word.split()) or before.word, day)


_MIDNIGHT = "T00:00:00"
_NOT_OURS = phrase("it is about a commitment that the workshop does not look back at")
_TOO_LONG = phrase("the word is longer than {limit} characters", limit=MAX_WORD)


def _workshop(work: Work, table: AnswerTable) -> Workshop:
    found = work.same_workshops(form_of(table))
    if not found:
        raise NotFound(
            "The workshop that {file} is a form of is not in the library. Import the workshop"
            " first, then the form.",
            file=table.file,
        )
    workshop = work.workshop(found[0].id)
    if not workshop.looks_back:
        raise RuleProblem(
            "“{title}” follows no workshop, so that its commitments are still new. Begin its"
            " follow-up, and save the form from there.",
            title=workshop.title,
        )
    return workshop


def _none_of(text: str, names: Mapping[str, Standing]) -> Phrase:
    """Return what is wrong with a standing, and what it can be in the workshop's language."""
    known = ", ".join(tuple(names)[-len(Standing) :])
    return phrase("“{text}” is none of these: {known}", text=text, known=known)


def _names(workshop: Workshop) -> dict[str, Standing]:
    """Return what a standing can be called: in the workshop's language, or by its key."""
    with speaking(workshop.language):
        spoken = {standing_button(one).casefold(): one for one in Standing}
    return {one.value.replace("_", " "): one for one in Standing} | spoken


def _mistake(table: AnswerTable, number: int, mistake: Phrase) -> FileProblem:
    return FileProblem(
        "{file}, line {number}: {mistake}. Nothing was taken in. Correct the line and import the"
        " file again.",
        file=table.file,
        number=number,
        mistake=mistake,
    )
