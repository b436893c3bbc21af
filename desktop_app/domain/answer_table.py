"""A file's cells as text, before anybody has said what they mean."""

from __future__ import annotations

from dataclasses import dataclass

from .texts import Phrase

MAX_BYTES = 20_000_000
"""No file of answers, nor what is given without one, is larger."""

Row = tuple[int, tuple[str, ...]]
"""A row's number in its file, from 1, and its cells; rows need not be of one length."""

Merged = tuple[int, int, int, int]
"""Cells that are one: top line, left column, bottom line, right column, from 1."""


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """The rows of a file in which something stands.

    `sheets` names the sheets of a workbook, of which `sheet` is this one; none in a CSV file.
    `merged`: its cells that are one with others, the first many.
    `told`: what whoever brings the file in should know of how it was read.
    """

    file: str
    rows: tuple[Row, ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    told: tuple[Phrase, ...] = ()
    merged: tuple[Merged, ...] = ()
