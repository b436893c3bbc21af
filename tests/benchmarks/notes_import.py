"""Taking in a workshop file with 5,000 notes, until it is on disk.

Run as a module with a folder and a number of runs, it prints two columns of milliseconds of CPU:
the import, and json.loads with the driver's own executemany of the same rows into the same table.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

MODULE = "tests.benchmarks.notes_import"
NOTES = 5_000
LIMIT = 1.5
COLUMNS = "id, workshop_id, place, kind, text, statement_id, action_id, ordinal, on_paper"
INSERT = f"INSERT INTO notes ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return the row, one process doing both in turn."""
    pair = numbers(processes.output(MODULE, folder / "notes", str(runs)))
    name = "json.loads, raw executemany"
    return [ratio(f"import of {NOTES} notes, CPU", pair, name, "ms", LIMIT)]


def main(folder: Path, runs: int) -> None:
    from desktop_app.bootstrap import open_services

    folder.mkdir(parents=True)
    file = folder / "notes.roundtable"
    services = open_services(folder / "library")
    _write(file)

    def ours() -> float:
        began = time.process_time()
        services.moving.import_workshop(file)
        return (time.process_time() - began) * 1000

    print_numbers(interleaved(ours, _bare(file, folder / "bare"), runs, warm_up=2))
    services.close()


def _write(file: Path) -> None:
    """Write a workshop with many notes and nothing else."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from desktop_app.domain.plan import Note, NoteKind
    from desktop_app.storage.content import BuiltInFrameworks, BuiltInSamples
    from desktop_app.storage.workshop_file import write_workshop_file

    sample = BuiltInSamples().sample(
        BuiltInFrameworks().built_in(), datetime(2027, 5, 14, tzinfo=UTC)
    )
    key = sample.workshop.id
    said = "The joint rota number {number} has held since May, and nobody went home late"
    notes = (
        Note(f"n{number}", key, NoteKind.IDEA, said.format(number=number), statement_id="T1")
        for number in range(NOTES)
    )
    plain = replace(sample, rounds=(), commitments=(), priority_vote=None, notes=tuple(notes))
    write_workshop_file(plain, file)


def _bare(file: Path, folder: Path) -> Callable[[], float]:
    """Return what reads the file and adds its notes to a library, with nothing that checks them."""
    from secrets import token_hex

    from desktop_app.bootstrap import open_services

    services = open_services(folder)
    workshop = services.library.add_sample().value
    services.close()

    def bare() -> float:
        keys = [token_hex(5) for _ in range(NOTES)]
        with closing(sqlite3.connect(folder / "roundtable.db")) as raw:
            raw.execute("PRAGMA foreign_keys = ON")
            began = time.process_time()
            notes = json.loads(file.read_bytes())["notes"]
            rows = [
                (key, workshop, place, n["kind"], n["text"], n["statement_id"], None, None, 1)
                for place, (key, n) in enumerate(zip(keys, notes, strict=True), 100)
            ]
            with raw:
                raw.executemany(INSERT, rows)
            return (time.process_time() - began) * 1000

    return bare


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
