"""The kinds of file that Roundtable reads: good ones of each, and how one is changed by chance."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import tomli_w
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from desktop_app.domain.framework import Depth
from desktop_app.storage.content import BuiltInFrameworks
from desktop_app.storage.framework_file import write_framework
from desktop_app.storage.workshop_file import write_workshop_file
from tests.exports.rooms import sample, ugly
from tests.storage.test_framework_file import SMALL

from .mutations import AS_BYTES, as_json, part_changed, said_otherwise

HEADER = ["statement", "round", "group", "rating"]
ROWS: list[list[object]] = [
    HEADER,
    *(["T1", 1, "Łódź, east", rating] for rating in (1, 2, 3, 4, 5, 5)),
    *(["T1", 2, "North", rating] for rating in (2, 3, "", "cannot say", 4, 4)),
    *(["L4", 1, "", rating] for rating in (3, 3, 4)),
]


@dataclass(frozen=True)
class Kind:
    """A kind of file: its suffix, good ones, what they say as plain values, and back again."""

    suffix: str
    make: Callable[[Path], list[bytes]]
    read: Callable[[bytes], Any]
    write: Callable[[Any, Random], bytes]
    by_parts: bool = False

    @cached_property
    def good(self) -> list[bytes]:
        """Return good files, made once."""
        with TemporaryDirectory() as folder:
            return self.make(Path(folder))

    def changed(self, dice: Random) -> bytes:
        """Return one of the good files, changed by chance."""
        good, turn = dice.choice(self.good), dice.random()
        if turn < 0.5:
            return self.write(said_otherwise(self.read(good), dice), dice)
        if self.by_parts and turn < 0.8:
            return part_changed(good, dice)
        return dice.choice(AS_BYTES)(good, dice)


# Workshop files


def _workshops(folder: Path) -> list[bytes]:
    record = sample()
    quick = record.workshop.framework.at_depth(Depth.QUICK)
    return [
        _written(partial(write_workshop_file, one), folder / f"{number}.roundtable")
        for number, one in enumerate((record, ugly()))
    ] + [_first_version(folder / "0.roundtable"), _with_framework(folder / "0.roundtable", quick)]


def _first_version(path: Path) -> bytes:
    """Return a workshop file as version 1 had it, without what came later."""
    data = json.loads(path.read_text("utf-8")) | {"version": 1}
    for name in ("identity", "revision", "language"):
        data["workshop"].pop(name, None)
    return json.dumps(data).encode()


def _with_framework(path: Path, framework: object) -> bytes:
    """Return a workshop file with no votes, of another framework."""
    data = json.loads(path.read_text("utf-8"))
    from msgspec import to_builtins

    empty = {"rounds": [], "notes": [], "commitments": [], "priority_vote": None, "times": []}
    return json.dumps(data | empty | {"framework": to_builtins(framework)}).encode()


def _written(write: Callable[[Path], object], path: Path) -> bytes:
    write(path)
    return path.read_bytes()


# Frameworks


def _frameworks(folder: Path) -> list[bytes]:
    built_in = BuiltInFrameworks().built_in()
    written = _written(partial(write_framework, built_in), folder / "f.toml")
    return [SMALL.read_bytes(), SMALL.read_bytes(), written]


def _toml(value: Any, _dice: Random) -> bytes:
    return tomli_w.dumps(value).encode("utf-8", "surrogatepass")


# Ballots


def _csv(rows: Any, dice: Random, delimiter: str = "") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter or dice.choice(",,;\t"))
    writer.writerows(row if isinstance(row, list) else [row] for row in rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


def _csvs(_folder: Path) -> list[bytes]:
    plain = [_csv(ROWS, Random(), delimiter) for delimiter in ",;\t"]
    return [*plain, b"\xef\xbb\xbf" + plain[0]]


def _rows(content: bytes) -> list[list[object]]:
    text = content.decode("utf-8-sig")
    delimiter = max(",;\t", key=text.splitlines()[0].count)
    return [[*row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]


def _workbook(rows: Any, _dice: Random) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append([_cell(c) for c in row] if isinstance(row, list) else [_cell(row)])
    book.save(out)
    return out.getvalue()


def _cell(value: object) -> object:
    """Return a value that a workbook can hold, as text where it cannot hold it otherwise."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None, year=2027)
    if value is None or (isinstance(value, int | float | date) and len(repr(value)) < 60):
        return value
    text = str(value)[:30_000].encode("utf-8", "replace").decode()
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _workbooks(_folder: Path) -> list[bytes]:
    return [_workbook(ROWS, Random()), _workbook([[], *ROWS[:4], [], *ROWS[4:]], Random())]


def _cells(content: bytes) -> list[list[object]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    return [[*row] for row in sheet.iter_rows(values_only=True)]


KINDS = {
    "workshops": Kind(".roundtable", _workshops, json.loads, as_json),
    "frameworks": Kind(".toml", _frameworks, lambda c: tomllib.loads(c.decode()), _toml),
    "csv": Kind(".csv", _csvs, _rows, _csv),
    "xlsx": Kind(".xlsx", _workbooks, _cells, _workbook, by_parts=True),
}
