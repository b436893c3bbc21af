"""Breakout groups joined into one workshop: their votes added up, their words side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import combinations, count
from pathlib import Path
from typing import TypeVar

from desktop_app.analysis.joining import Sums, Table, added_up, is_same_table, strictest
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import FileProblem, InputProblem
from desktop_app.domain.framework import Framework
from desktop_app.domain.people import known_as, merged_groups
from desktop_app.domain.plain_text import fit
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.ports import Library, WorkshopFiles
from desktop_app.domain.rounds import MERGED, Round
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.texts import Phrase, phrase
from desktop_app.domain.workshop import MAX_PRESENT, Workshop, WorkshopRecord
from desktop_app.scenes.kept_words import kept_words
from desktop_app.words.joining import left_words

from .outcome import Outcome
from .whole_record import add_record
from .workshops import MAX_TITLE

MAX_TABLES = 40
MAX_NOTE, MAX_NOTES = 10_000, 4_000
"""Letters of a note and notes of a workshop that its file may hold."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Joined:
    """What tables come to together: the workshop they would make, and what they leave behind."""

    record: WorkshopRecord
    tables: tuple[Table, ...]
    left: tuple[Phrase, ...]


class Joining:
    """Look at the files of breakout groups, and make one workshop of them."""

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

    def look(self, paths: Sequence[Path]) -> Joined:
        """Return what the tables in some files come to together, and add nothing.

        Raise FileProblem naming the file that will not do, InputProblem where all together do not.
        """
        if not 2 <= len(paths) <= MAX_TABLES:
            raise InputProblem(
                "Choose the files of 2 to {most} tables. This is {n}.",
                most=MAX_TABLES,
                n=len(paths),
            )
        records = [self._files.read(path, self._new_id) for path in paths]
        _check(paths, records)
        tables = _in_one_spelling(
            Table(name, record)
            for name, record in zip(_names(paths, records), records, strict=True)
        )
        return self._joined(tables)

    def take(self, joined: Joined, title: str = "") -> Outcome[str]:
        """Add the workshop that was looked at, under a title of its own; give its id."""
        named = fit(title).strip()[:MAX_TITLE] or joined.record.workshop.title
        workshop = replace(joined.record.workshop, title=named)
        with self._library.writing() as work:
            add_record(work, replace(joined.record, workshop=workshop))
            work.commit()
        return Outcome(Changes.LIBRARY, workshop.id)

    def _joined(self, tables: tuple[Table, ...]) -> Joined:
        sums = added_up(tables)
        workshop = self._workshop(tables, sums)
        left = tuple(left_words(one, workshop.framework) for one in sums.left)
        notes = (*_said(workshop, tables, left), *_noted(tables))
        record = WorkshopRecord(
            workshop,
            tuple(self._own(round_, workshop) for round_ in sums.rounds),
            tuple(self._numbered(notes, workshop)),
            tuple(self._commitments(tables, workshop)),
            sums.vote and replace(sums.vote, id=self._new_id(), workshop_id=workshop.id),
            (),
            tuple(self._own(round_, workshop) for round_ in sums.before),
        )
        return Joined(record, tables, left)

    def _workshop(self, tables: Sequence[Table], sums: Sums) -> Workshop:
        first, now = tables[0].record.workshop, self._clock()
        found = replace(
            _prepared([table.record.workshop for table in tables]),
            id=self._new_id(),
            identity=self._new_id(),
            revision=1,
            created_at=now,
            updated_at=now,
            fist=sums.fist,
            dots_each=sums.vote.dots_each if sums.vote else first.dots_each,
            status=WorkshopStatus.RUNNING,
            position="overview",
            ballot_seen=None,
            framework=first.frozen,
            whole=None,
        )
        privacy, rules = strictest(tables)
        return replace(found, privacy=privacy, rules=rules).as_held()

    def _own(self, round_: Round, workshop: Workshop) -> Round:
        return replace(round_, id=self._new_id(), workshop_id=workshop.id)

    def _numbered(self, notes: Iterable[Note], workshop: Workshop) -> Iterator[Note]:
        first = self._new_id()
        for number, note in enumerate(notes):
            yield replace(note, id=f"{first}-{number:05}", workshop_id=workshop.id)

    def _commitments(self, tables: Sequence[Table], workshop: Workshop) -> Iterator[Commitment]:
        """Yield every table's next steps; each says whose reason it gives."""
        position = count()
        for table in tables:
            for taken in table.record.commitments:
                yield replace(
                    taken,
                    id=self._new_id(),
                    workshop_id=workshop.id,
                    position=next(position),
                    step_id=" ".join(taken.step_ids) or None,
                    because=_of(table, taken.because) if taken.because else "",
                )


def _prepared(workshops: Sequence[Workshop]) -> Workshop:
    """Return what the tables share, and their people together."""
    facilitators = dict.fromkeys(w.facilitator for w in workshops if w.facilitator)
    return replace(
        workshops[0],
        title=_shared([w.title for w in workshops], _all_tables(workshops[0].frozen)),
        partnership=_shared([w.partnership for w in workshops], ""),
        place=_shared([w.place for w in workshops], ""),
        held_on=_shared([w.held_on for w in workshops], None),
        facilitator=", ".join(facilitators)[:MAX_TITLE],
        present=sum(w.present for w in workshops),
        observers=min(sum(w.observers for w in workshops), MAX_PRESENT),
        groups=merged_groups(group for w in workshops for group in w.groups),
        agenda=_shared([w.agenda for w in workshops], ()),
        earlier=_shared([w.earlier for w in workshops], ()),
        progress=_shared([w.progress for w in workshops], ()),
        headline=_shared([w.headline for w in workshops], ""),
        review_on=min((w.review_on for w in workshops if w.review_on), default=None),
    )


# -- what is checked --------------------------------------------------------------------------


def _check(paths: Sequence[Path], records: Sequence[WorkshopRecord]) -> None:
    first = records[0].workshop.frozen
    for path, record in zip(paths, records, strict=True):
        if record.workshop.is_rehearsal:
            raise FileProblem(
                "{file} is a rehearsal, whose ballots are pretended. Choose the real tables.",
                file=path.name,
            )
        if _asked(record.workshop.frozen) != _asked(first):
            raise FileProblem(
                "{file} rates other statements than {first}, or on another scale. Only tables of"
                " the same framework can be joined.",
                file=path.name,
                first=paths[0].name,
            )
    for (path, record), (other, again) in combinations(zip(paths, records, strict=True), 2):
        if is_same_table(record, again):
            raise FileProblem(
                "{file} and {other} are the same table, perhaps earlier and later. Choose the"
                " later one only.",
                file=path.name,
                other=other.name,
            )
    if sum(record.workshop.present for record in records) > MAX_PRESENT:
        raise InputProblem("These tables have more than {most} people together.", most=MAX_PRESENT)


def _asked(framework: Framework) -> object:
    """Return what was rated: two versions that ask the same are one framework here."""
    statements = [(s.id, " ".join(s.text.split())) for s in framework.statements]
    return [point.label for point in framework.scale.points], statements, framework.stem


def _names(paths: Sequence[Path], records: Sequence[WorkshopRecord]) -> list[str]:
    """Return what the tables are called: their titles, or their files' names where these agree."""
    titles = [record.workshop.title for record in records]
    stems = [fit(path.stem) for path in paths]
    for names in (titles, stems):
        if len({known_as(name) for name in names}) == len(names):
            return names
    return [f"{number} {stem}" for number, stem in enumerate(stems, 1)]


def _in_one_spelling(tables: Iterable[Table]) -> tuple[Table, ...]:
    """Return the tables with each partner's name as the first of them writes it."""
    spelt: dict[str, str] = {}

    def one(label: str) -> str:
        names = [spelt.setdefault(known_as(name), name) for name in label.split(MERGED) if name]
        return "".join(MERGED + name for name in names) if label.startswith(MERGED) else names[0]

    def respelt(round_: Round) -> Round:
        named = (replace(t, group=one(t.group)) if t.group else t for t in round_.tallies)
        return replace(round_, tallies=tuple(named))

    def read(record: WorkshopRecord) -> WorkshopRecord:
        rounds, before = map(respelt, record.rounds), map(respelt, record.before)
        return replace(record, rounds=tuple(rounds), before=tuple(before))

    return tuple(replace(table, record=read(table.record)) for table in tables)


# -- words ------------------------------------------------------------------------------------


def _shared(values: Sequence[T], otherwise: T) -> T:
    """Return what all tables say alike, else something else."""
    return values[0] if all(value == values[0] for value in values) else otherwise


def _all_tables(framework: Framework) -> str:
    return kept_words(framework, phrase("All tables together"))


def _of(table: Table, text: str) -> str:
    return f"{table.name}: {text}"[:MAX_NOTE]


def _said(workshop: Workshop, tables: Sequence[Table], left: Sequence[Phrase]) -> Iterator[Note]:
    """Yield notes on how the workshop came about, as papers shall tell it."""
    names = ", ".join(f"“{table.name}”" for table in tables)
    joined = phrase("Added up from the votes of {n} tables: {tables}.", n=len(tables), tables=names)
    for told in (joined, *left):
        yield Note("", "", NoteKind.EVIDENCE, kept_words(workshop.language, told)[:MAX_NOTE])


def _noted(tables: Sequence[Table]) -> Iterator[Note]:
    """Yield every table's own notes, what it settled on and its commitment, with its name."""
    headlines = {table.record.workshop.headline for table in tables}
    for table in tables:
        workshop = table.record.workshop
        if workshop.headline and len(headlines) > 1:
            yield Note("", "", NoteKind.EVIDENCE, _of(table, workshop.headline))
        for note in table.record.notes:
            yield replace(note, text=_of(table, note.text))
        for round_ in table.record.rounds:
            if round_.settled_point is not None:
                yield _settled(table, round_)


def _settled(table: Table, round_: Round) -> Note:
    workshop = table.record.workshop
    point = workshop.framework.scale.points[round_.settled_point - 1 if round_.settled_point else 0]
    told = phrase(
        "{table}: settled on {point} ({label}). {reason}",
        table=table.name,
        point=point.value,
        label=point.label,
        reason=round_.settled_reason,
    )
    text = kept_words(workshop.language, told).strip()[:MAX_NOTE]
    return Note("", "", NoteKind.EVIDENCE, text, round_.statement_id, None, round_.ordinal)
