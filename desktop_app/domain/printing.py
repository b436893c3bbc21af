"""What people choose when they print a document; plain values with defaults that fit most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path

PER_SHEET = (1, 2, 4)
"""How many ballots may share a sheet."""


class PaperSize(Enum):
    """The sheet that is printed on."""

    A4 = "a4"
    A3 = "a3"


class BallotForm(Enum):
    """What a paper ballot is: a slip for each statement, or one sheet with all of them."""

    SLIPS = "slips"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """`logo`: a PNG or JPEG file. `paper`: None for the size a document is made for.

    `ballots`: what a paper ballot is. `per_sheet`: slips on one sheet, 1, 2 or 4. `printed_on`:
    the day that pages say they were printed on; None for today.
    """

    logo: Path | None = None
    paper: PaperSize | None = None
    per_sheet: int = 4
    ballots: BallotForm = BallotForm.SLIPS
    printed_on: date | None = None
