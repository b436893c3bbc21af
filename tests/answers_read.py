"""A file of answers read as the command line reads it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from desktop_app.answers.choices import Choices
from desktop_app.answers.reading import Reading, read_answers
from desktop_app.application.open_questions import first_open
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.framework import Framework
from desktop_app.storage.answer_files import AnswersOfAnyKind

OWN = ("statement", "round", "group", "rating")
"""The header of our own files."""


def read_file(path: Path, framework: Framework, choices: Choices | None = None) -> Reading:
    """Return what a file becomes; raise FileProblem where anything is wrong or open."""
    reading = read_answers(AnswersOfAnyKind().table(path), framework, choices)
    if (wrong := first_open(reading)) is not None:
        raise wrong
    return reading


def rows_table(*rows: tuple[str, ...], header: tuple[str, ...] = OWN) -> AnswerTable:
    """Return a table with a header in its first line."""
    return AnswerTable("b.csv", tuple(enumerate((header, *rows), 1)))


def votes_in(reading: Reading, statement: str, ordinal: int = 1) -> dict[tuple[str, int], int]:
    """Return how many of each partner gave each point in a vote."""
    return dict(reading.rounds[statement, ordinal].votes)


def points_in(reading: Reading, statement: str, points: int = 5) -> list[int]:
    """Return how many gave each point from 1 on."""
    given: Counter[int] = Counter()
    for (_, point), count in reading.rounds[statement, 1].votes.items():
        given[point] += count
    return [given[point] for point in range(1, points + 1)]
