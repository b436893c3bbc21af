"""Saves the facilitator's guide as a file, by its suffix: pages or a web page."""

from __future__ import annotations

from pathlib import Path

from desktop_app.domain.errors import InputProblem
from desktop_app.files import write_atomically
from desktop_app.guide.book import ENGLISH, guide
from desktop_app.guide.html import web_page
from desktop_app.words.speech import say


def save_guide(target: Path) -> None:
    """Write the guide; raise InputProblem for a suffix it is not saved as."""
    suffix = target.suffix.lower()
    if suffix == ".pdf":
        from .guide import write_guide  # noqa: PLC0415 - a web page needs no pages

        write_guide(guide(), target, ENGLISH)
    elif suffix in (".html", ".htm"):
        title = say("The facilitator’s guide to Roundtable")
        with write_atomically(target) as file:
            file.write(web_page(guide(), title, say("Contents"), ENGLISH).encode())
    else:
        raise InputProblem(
            "The guide is saved as .pdf or .html. “{file}” ends in something else.",
            file=target.name,
        )
