"""Libraries to measure on: many workshops, or big and small ones that differ in people only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop_app.application.services import Services
from desktop_app.application.whole_record import add_record
from desktop_app.bootstrap import open_services
from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import Note, NoteKind
from desktop_app.domain.rounds import Round, RoundState, Tally
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Details, Workshop, WorkshopRecord
from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
from desktop_app.storage.opening import open_library

ROUNDS = 2
TITLE = "Away-day {number} of the harbour partnership"


def make_full_library(folder: Path, workshops: int) -> None:
    """Fill a library with the sample and prepared workshops, and end cleanly."""
    services = open_services(folder)
    services.library.add_sample()
    for number in range(1, workshops):
        services.workshops.create(prepared(number))
    services.close()


def prepared(number: int, people: int = 12) -> Details:
    """Return the details of a workshop like any other."""
    return Details(
        title=TITLE.format(number=number),
        partnership="Harbour Health and Housing Partnership",
        place="Town hall",
        held_on=date(2027, 1, 1) + timedelta(days=number),
        facilitator="Ŵyth Łódzki",
        present=people,
    )


def add_rated(
    data_dir: Path, people: int, variant: int, *, rounds: int = ROUNDS, notes: int = 0
) -> str:
    """Add a workshop with all statements rated `rounds` times by `people`; return its id.

    Its plan is the sample's, and so are its notes unless a number is given. Workshops of different
    variants have different figures, so that nothing kept from one serves the next.
    """
    moment = datetime(2027, 5, 14, 9, tzinfo=UTC)
    framework = BuiltInFrameworks().built_in()
    sample = BuiltInSamples().sample(framework, moment)
    workshop = replace(
        sample.workshop,
        title=TITLE.format(number=variant),
        present=people,
        is_sample=False,
        status=WorkshopStatus.RUNNING,
    )
    record = replace(sample, workshop=workshop, rounds=tuple(rated(workshop, variant, rounds)))
    if notes:
        record = replace(record, notes=tuple(_notes(workshop, notes, rounds)))
    _save(data_dir, record)
    return workshop.id


def _notes(workshop: Workshop, notes: int, rounds: int) -> Iterable[Note]:
    """Return notes of every kind, shared out over the statements."""
    statements, kinds = workshop.framework.statements, tuple(NoteKind)
    for number in range(notes):
        yield Note(
            id=f"{workshop.id}-note-{number}",
            workshop_id=workshop.id,
            kind=kinds[number % len(kinds)],
            text=f"{number}: the joint rota has held since May, and nobody was asked twice",
            statement_id=statements[number % len(statements)].id,
            ordinal=1 + number % rounds,
        )


def rated(workshop: Workshop, variant: int, rounds: int) -> Iterator[Round]:
    """Yield votes of each statement that everybody present took part in."""
    for place, statement in enumerate(workshop.framework.statements):
        for ordinal in range(1, rounds + 1):
            votes = _spread_out(workshop.present, place + ordinal + variant)
            yield Round(
                id=f"{workshop.id}-{statement.id}-{ordinal}",
                workshop_id=workshop.id,
                statement_id=statement.id,
                ordinal=ordinal,
                channel=Channel.TURNS,
                state=RoundState.REVEALED,
                present=workshop.present,
                ballots_in=workshop.present,
                tallies=tuple(
                    Tally(Channel.TURNS, "", point, count)
                    for point, count in enumerate(votes)
                    if count
                ),
            )


def _spread_out(people: int, turn: int) -> list[int]:
    """Return votes for 0 ("can't say") to 5 that add up to `people`: one hill, moved by `turn`."""
    top = 1 + turn % 5
    weights = [1, *((5 - abs(point - top)) ** 2 for point in range(1, 6))]
    votes = [people * weight // sum(weights) for weight in weights]
    votes[top] += people - sum(votes)
    return votes


def _save(data_dir: Path, record: WorkshopRecord) -> None:
    library = open_library(data_dir)
    with library.writing() as work:
        add_record(work, record)
        work.commit()
    library.close()


def add_vote_by_turns(services: Services, people: int) -> str:
    """Add a prepared workshop whose people vote by turns; return its id."""
    return services.workshops.create(replace(prepared(1, people), channel=Channel.TURNS)).value
