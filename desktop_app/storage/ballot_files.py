"""Ballots from whatever file they come in; tells the kinds apart by what is in them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desktop_app.domain.ballot_rows import BallotTable
from desktop_app.domain.framework import Framework
from desktop_app.domain.rounds import FileBallot

from .ballots_file import CsvBallots
from .ballots_xlsx import XlsxBallots, is_workbook


class BallotsOfAnyKind:
    """domain.ports.BallotFiles for CSV and XLSX."""

    def read(self, path: Path, framework: Framework) -> tuple[FileBallot, ...]:
        """Return every ballot of a file; raise FileProblem naming the first bad line."""
        return (XlsxBallots() if _is_workbook(path) else CsvBallots()).read(path, framework)

    def table(self, path: Path, sheet: str = "") -> BallotTable:
        """Return a file's cells as text; raise FileProblem."""
        return XlsxBallots().table(path, sheet) if _is_workbook(path) else CsvBallots().table(path)


def _is_workbook(path: Path) -> bool:
    # What is wrong with a file that cannot be opened is said by who reads it.
    with suppress(OSError, ValueError):
        if path.is_file():
            with path.open("rb") as file:
                return is_workbook(file.read(8))
    return False
