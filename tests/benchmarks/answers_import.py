"""Answers of 20,000 people to 16 statements, read and understood, against merely reading the cells.

Run as a module with a folder and a number of turns it prints two columns of milliseconds.
"""

from __future__ import annotations

import csv
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .processes import Processes, interleaved, numbers, print_numbers
from .table import Row, ratio

MODULE = "tests.benchmarks.answers_import"
PEOPLE = 20_000
LIMITS = {"xlsx": 1.3, "csv": 2.0}
BARE = {"xlsx": "openpyxl, read-only, all cells", "csv": "csv module, all cells kept"}


def measure(processes: Processes, folder: Path, runs: int) -> list[Row]:
    """Return a row for each kind of file, one process reading it both ways in turn."""
    return [_row(processes, folder, runs, kind) for kind in LIMITS]


def _row(processes: Processes, folder: Path, runs: int, kind: str) -> Row:
    pair = numbers(processes.output(MODULE, folder, str(runs), kind))
    return ratio(f"{kind.upper()} of 20,000 people read", pair, BARE[kind], "ms", LIMITS[kind])


def main(folder: Path, runs: int, kind: str) -> None:
    from desktop_app.answers.reading import read_answers
    from desktop_app.storage.answer_files import AnswersOfAnyKind
    from desktop_app.storage.content import BuiltInFrameworks

    framework, path = BuiltInFrameworks().built_in(), folder / f"answers.{kind}"
    dice, words = random.Random(1), [point.label for point in framework.scale.points]
    heads = ["ID", "Organisation", *(one.id for one in framework.statements)]
    rows = [heads, *(_person(number, dice, [*words, ""]) for number in range(PEOPLE))]
    (_write_workbook if kind == "xlsx" else _write_text)(path, rows)
    bare = partial(_read_workbook if kind == "xlsx" else _read_text, path)

    def ours() -> None:
        found = read_answers(AnswersOfAnyKind().table(path), framework)
        assert found.people == PEOPLE

    print_numbers(interleaved(partial(_timed, ours), partial(_timed, bare), runs))


def _person(number: int, dice: random.Random, words: list[str]) -> list[str]:
    return [str(number), dice.choice(("Council", "NHS Trust")), *dice.choices(words, k=16)]


def _write_workbook(path: Path, rows: list[list[str]]) -> None:
    from xlsxwriter import Workbook

    with Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)


def _write_text(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def _read_workbook(path: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    for row in book.active.iter_rows(values_only=True):
        assert row
    book.close()


def _read_text(path: Path) -> None:
    with path.open(newline="", encoding="utf-8") as file:
        assert len(list(csv.reader(file))) > PEOPLE


def _timed(read: Callable[[], None]) -> float:
    began = time.process_time()
    read()
    return (time.process_time() - began) * 1000


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
