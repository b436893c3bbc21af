"""Searching as one types: what the home list does at each letter, against a bare query of FTS5.

Run as a module with a number of workshops, it prints the row for a library of so many.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from desktop_app.application.services import Services
from desktop_app.bootstrap import open_services
from desktop_app.storage.search_index import FILE_NAME
from desktop_app.storage.search_words import query_of
from desktop_app.ui.home.workshop_model import WorkshopModel

from .grown import make_grown_library
from .processes import interleaved
from .table import Row

TYPED = ("a", "aw", "awa", "away", "h", "ha", "harbour b", "harbour board t", "zebra")
LIMIT = 50.0
ROWS_SEEN = 8


def measure(folder: Path, workshops: int, runs: int) -> list[Row]:
    """Return a row for a letter typed in the large library."""
    make_grown_library(folder, workshops)
    services = open_services(folder)
    try:
        services.listing.catch_up()
        model = _model(services)
        with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
            took = [_pair(model, raw, typed, runs) for typed in TYPED]
    finally:
        services.close()
    ours, bare = (max(median(one[side]) for one in took) for side in (0, 1))
    name = f"a letter typed in search, {workshops} workshops"
    return [Row(name, ours, bare, "bare FTS5 query", "ms", LIMIT, is_ratio=False)]


def _pair(
    model: WorkshopModel, raw: sqlite3.Connection, typed: str, runs: int
) -> tuple[list[float], list[float]]:
    return interleaved(partial(_search, model, typed), partial(_bare, raw, typed), runs)


def _model(services: Services) -> WorkshopModel:
    lines = services.workshops.lines()
    lines.finder = services.listing
    model = WorkshopModel()
    model.show(lines)
    return model


def _search(model: WorkshopModel, typed: str) -> float:
    began = time.perf_counter()
    model.narrow(typed)
    for row in range(min(ROWS_SEEN, model.rowCount())):
        model.index(row, 0).data()
    return 1000 * (time.perf_counter() - began)


def _bare(raw: sqlite3.Connection, typed: str) -> float:
    began = time.perf_counter()
    raw.execute("SELECT rowid FROM words WHERE words MATCH ?", (query_of(typed),)).fetchall()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for one in measure(Path(name) / "data", int(sys.argv[1]), 5):
            sys.stdout.write(" | ".join(one.cells()) + "\n")
