"""No page is almost bare, but a document's last and that of an action with little to it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from desktop_app.report import styles
from tests.report.documents import DOCUMENTS
from tests.report.rooms import ROOMS

LEAST = 0.33
SCALE = 0.4
OF_PAGES = (
    *("summary", "full report", "board", "plan", "plan on A3", "owners", "script", "brief"),
    *("large summary", "large plan", "large brief"),
)
"""What goes on from page to page; posters and ballots are a page each."""

HEAD = 62.0
FOOT = styles.FOOTER_MARGIN + styles.FOOTER_HEIGHT


def filled(path: Path) -> list[float]:
    """Return how far down each page goes, as a share of the room between head and foot."""
    shares = []
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            picture = page.render(scale=SCALE).to_pil().convert("L")
            bottom = round(picture.height - FOOT * SCALE) - 1
            room = picture.crop((32, round(HEAD * SCALE), picture.width, bottom))
            box = room.point(lambda grey: 255 if grey < 205 else 0).getbbox()
            shares.append(box[3] / room.height if box else 0.0)
    return shares


@pytest.mark.slow
@pytest.mark.parametrize("document", OF_PAGES)
@pytest.mark.parametrize("room", ROOMS)
def test_no_page_but_the_last_is_almost_bare(document: str, room: str, tmp_path: Path) -> None:
    DOCUMENTS[document](ROOMS[room](), target := tmp_path / "document.pdf")
    shares = filled(target)
    bare = [n for n, share in enumerate(shares[:-1], start=1) if share <= LEAST]
    assert bare == [], f"{document}, {room}: {[f'{share:.2f}' for share in shares]}"
