"""What must be read is in 12 points: measured letter by letter in the written pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop_app.report.styles import BODY, LARGE, LARGE_FOOT, SMALL
from tests.report.documents import DOCUMENTS
from tests.report.pdf import pages_of
from tests.report.rooms import ROOMS
from tests.report.test_summary import closed_sample

FITTED = {
    "ballots": 0.89,
    "two ballots": 0.93,
    "all on one": 0.8,
    "script": 0.95,
    "posters on A4": 0.85,
    "tally": 0.87,
    "dots": 0.89,
}
"""Kinds whose text must fit a slip, a sheet or a page, with how much closer it may be set."""

IN_BARS = 0.3
"""Points by which figures in bars are larger than what stands beside them."""

A_PAGE = 800
"""Letters that head, foot, captions and figures of a page may have together."""

NOT_DRAWN = 1.0
"""The size that a reader gives to blanks which it adds itself."""


def letters_by_size(path: Path) -> Counter[float]:
    found: Counter[float] = Counter()
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            text = page.get_textpage()
            for at in range(text.count_chars()):
                found[round(raw.FPDFText_GetFontSize(text, at), 1)] += 1
    del found[NOT_DRAWN]
    return found


OF_A_FOLLOW_UP = ("full report", "board", "progress sheet", "owners")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("document", "room"),
    [
        *((document, room) for document in DOCUMENTS for room in ("sample", "an import")),
        *((document, "a follow-up") for document in OF_A_FOLLOW_UP),
    ],
)
def test_what_is_read_is_in_twelve_points(document: str, room: str, tmp_path: Path) -> None:
    DOCUMENTS[document](ROOMS[room](), target := tmp_path / "document.pdf")
    found = letters_by_size(target)
    least = BODY * FITTED.get(document, 1.0)
    small = {size: n for size, n in found.items() if size < least}
    assert not [size for size in small if not SMALL <= size <= SMALL + IN_BARS], small
    assert sum(small.values()) / pages_of(target) < A_PAGE


@pytest.mark.parametrize("document", ["large summary", "large plan", "large brief"])
def test_large_print_is_in_eighteen_points(document: str, tmp_path: Path) -> None:
    DOCUMENTS[document](closed_sample(), target := tmp_path / "document.pdf")
    found = letters_by_size(target)
    smaller = {size: letters for size, letters in found.items() if size < LARGE}
    assert set(smaller) <= {LARGE_FOOT}
    assert sum(smaller.values()) / found.total() < 0.15
