"""Reads every figure back out of every export, as an outsider would."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import load_workbook

from desktop_app.documents.dates import day_entries
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.exports.calendar_export import write_calendar
from desktop_app.exports.csv_export import write_csv, write_csv_for_excel
from desktop_app.exports.json_export import write_json
from desktop_app.exports.pictures import write_overview_png, write_overview_svg
from desktop_app.exports.web_report import write_web_report
from desktop_app.exports.xlsx_export import write_xlsx
from desktop_app.storage.workshop_file import write_workshop_file
from desktop_app.words import names

WRITERS = {
    "data.json": write_json,
    "data.xlsx": write_xlsx,
    "plain.csv": write_csv,
    "excel.csv": write_csv_for_excel,
    "dates.ics": write_calendar,
    "report.html": write_web_report,
    "overview.svg": write_overview_svg,
    "overview.png": write_overview_png,
    "moved.roundtable": write_workshop_file,
}
HIDDEN = "hidden"
VOTES = [names.vote_name(ordinal) for ordinal in range(1, 30)]


class Figure(NamedTuple):
    """Counts that an export tells: can't say first, then the points from the lowest."""

    statement: str
    ordinal: int
    group: str | None
    merged: tuple[str, ...]
    votes: tuple[int, ...]


def write_all(
    record: WorkshopRecord, folder: Path, *, without: tuple[str, ...] = ()
) -> dict[str, Path]:
    """Write every export but those without; give the files by name. Without days no calendar."""
    files = {name: folder / name for name in WRITERS if name != "dates.ics" or day_entries(record)}
    for name, target in files.items():
        if name not in without:
            WRITERS[name](record, target)
    return files


def figures(files: dict[str, Path]) -> Iterator[Figure]:
    """Give every round's and group's counts that any export tells."""
    yield from _from_json(json.loads(files["data.json"].read_text("utf-8")))
    yield from _from_rows(csv_rows(files["plain.csv"]))
    yield from _from_rows(csv_rows(files["excel.csv"]))
    yield from _from_rows(sheet_rows(files["data.xlsx"], "results", keys=True))
    yield from _from_web(files["report.html"].read_text("utf-8"))
    yield from _from_moved(json.loads(files["moved.roundtable"].read_text("utf-8")))


def _from_json(data: dict[str, Any]) -> Iterator[Figure]:
    for one in data["rounds"]:
        if not one["hidden"]:
            votes = (one["cannot_say"], *one["counts"])
            merged = tuple(one["merged_groups"])
            yield Figure(one["statement"], one["ordinal"], one["group"], merged, votes)


def csv_rows(path: Path) -> list[dict[str, str]]:
    text = path.read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def sheet_rows(path: Path, name: str, *, keys: bool = False) -> list[dict[str, Any]]:
    """Give a sheet's rows by heading, or by the keys that the CSV has."""
    head, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    names = [*map(str, head)]
    if keys:
        known = {
            "Statement": "statement", "Round": "round", "Group": "group", "Can't say": "cannot_say",
            "Groups put together": "merged_groups", "Ratings": "n", "People": "present",
            "Mean": "mean", "Consensus (Leik)": "consensus", "A (van der Eijk)": "van_der_eijk_a",
        }  # fmt: skip
        names = [f"count_{n[0]}" if n[:1].isdigit() else known.get(n, n) for n in names]
    return [dict(zip(names, row, strict=True)) for row in rows]


def _from_rows(rows: list[dict[str, Any]]) -> Iterator[Figure]:
    for row in rows:
        if row["n"] == HIDDEN:
            assert {row[key] for key in row if key.startswith("count_")} == {HIDDEN}
            continue
        points = sorted(key for key in row if key.startswith("count_"))
        votes = tuple(int(row[key]) for key in ("cannot_say", *points))
        group = None if row["group"] == "Whole room" else row["group"]
        merged = tuple(filter(None, (row["merged_groups"] or "").split("; ")))
        yield Figure(row["statement"], int(row["round"]), group, merged, votes)


class Tables(HTMLParser):
    """Collects the tables of a page: caption and rows of texts."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[tuple[str, list[list[str]]]] = []
        self._caption = False
        self._cell = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "table":
            self.tables.append(("", []))
        elif tag == "tr":
            self.tables[-1][1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][1][-1].append("")
        self._cell = self._cell or tag in ("td", "th")
        self._caption = tag == "caption"

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._cell = False
        self._caption = False

    def handle_data(self, data: str) -> None:
        if self._caption:
            caption, rows = self.tables.pop()
            self.tables.append((caption + data, rows))
        elif self._cell:
            self.tables[-1][1][-1][-1] += data


def web_tables(page: str) -> list[tuple[str, list[list[str]]]]:
    parser = Tables()
    parser.feed(page)
    return parser.tables


def _from_web(page: str) -> Iterator[Figure]:
    for caption, (_, *rows) in web_tables(page):
        if not caption.startswith("Ratings: "):
            continue
        statement = caption.split()[1]
        for name, *cells in rows:
            if cells[0] == HIDDEN:
                assert set(cells) == {HIDDEN}
                continue
            counts = [int(cell) for cell in cells[:-1]]
            part = name.split(", ", 1)[1]
            whole = part.startswith("whole room")
            label, _, merged = part.partition(" (")
            names = tuple(merged.rstrip(")").split(", ")) if merged else ()
            votes = (counts[-1], *counts[:-1])
            label = label.replace("Other partners", "other partners")
            ordinal = VOTES.index(name.split(",")[0]) + 1
            yield Figure(statement, ordinal, None if whole else label, names, votes)


def _from_moved(data: dict[str, Any]) -> Iterator[Figure]:
    for one in data["rounds"]:
        parts = one.get("counted", [])
        for part in parts:
            names = part["groups"]
            alone = names[0] if names and not part["merged"] else "other partners"
            merged = tuple(names) if part["merged"] else ()
            whole = len(parts) == 1 and not names
            group = None if whole else alone
            yield Figure(one["statement_id"], one["ordinal"], group, merged, tuple(part["votes"]))
