"""What must be read is in 12 points: measured letter by letter in the written pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.report.styles import LARGE, LARGE_FOOT
from tests.report import builders
from tests.report.documents import DOCUMENTS
from tests.report.test_summary import closed_sample

BODY, FOOT = 11.5, 9.0
"""Points; sizes are kept as fractions, and a long table may be set a little closer."""

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


@pytest.mark.parametrize(
    ("document", "make"),
    [
        *((document, closed_sample) for document in ("plan", "owners", "brief")),
        *((document, closed_sample) for document in ("summary", "full report", "board")),
        *((document, builders.make_import_by_partner) for document in ("summary", "board")),
    ],
)
def test_what_is_read_is_in_twelve_points(
    document: str, make: Callable[[], WorkshopRecord], tmp_path: Path
) -> None:
    DOCUMENTS[document](make(), target := tmp_path / "document.pdf")
    found = letters_by_size(target)
    small = sum(letters for size, letters in found.items() if FOOT < size < BODY)
    assert small / found.total() < 0.25
    assert min(found) >= FOOT


@pytest.mark.parametrize("document", ["large summary", "large plan", "large brief"])
def test_large_print_is_in_eighteen_points(document: str, tmp_path: Path) -> None:
    DOCUMENTS[document](closed_sample(), target := tmp_path / "document.pdf")
    found = letters_by_size(target)
    smaller = {size: letters for size, letters in found.items() if size < LARGE}
    assert set(smaller) <= {LARGE_FOOT}
    assert sum(smaller.values()) / found.total() < 0.15
