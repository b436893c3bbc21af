"""Files that are too big, too deep or too far for Roundtable, at sizes that harm nobody.

A huge one is a hole on the disk; what unpacks to very much only claims to.
"""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from desktop_app.storage.answer_files import MAX_UNPACKED
from desktop_app.storage.answer_limits import MAX_ROWS
from desktop_app.storage.workshop_reading import MAX_THINGS
from tests.storage.test_framework_file import TEXT

from .kinds import KINDS

Make = Callable[[Path], None]
HUGE = 2**40
FAR = 2**63
HEADER = "statement,round,group,rating\n"
MILLION = "x" * 1_000_000


def hole(begin: bytes) -> Make:
    """Return what makes a file of a terabyte that takes no place."""

    def make(path: Path) -> None:
        path.write_bytes(begin)
        os.truncate(path, HUGE)

    return make


def text(content: str) -> Make:
    return lambda path: path.write_text(content, "utf-8") and None


def long_text(content: Callable[[], str]) -> Make:
    """Return what writes a text that is made only then: every run of tests loads this module."""
    return lambda path: path.write_text(content(), "utf-8") and None


def workshop(*way: str | int, value: object) -> Make:
    """Return what makes the sample's file with another value in one place."""

    def make(path: Path) -> None:
        data: Any = json.loads(KINDS["workshops"].good[0])
        here = data
        for key in way[:-1]:
            here = here[key]
        here[way[-1]] = value(here[way[-1]]) if callable(value) else value
        path.write_text(json.dumps(data), "utf-8")

    return make


def framework(line: str, other: str) -> Make:
    """Return what makes the small framework with the first such line replaced."""
    at = TEXT.index(line)
    end = TEXT.index("\n", at)
    return text(TEXT[:at] + other + TEXT[end:])


def claiming(path: Path) -> None:
    """Make a workbook of which one part claims to unpack to more than is taken."""
    content = bytearray(KINDS["xlsx"].good[0])
    entry = content.index(b"PK\x01\x02")
    struct.pack_into("<I", content, entry + 24, MAX_UNPACKED + 1)
    path.write_bytes(content)


def of_many_parts(path: Path) -> None:
    """Make a zip file of very many empty files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for number in range(3_000):
            packed.writestr(str(number), b"")
    path.write_bytes(out.getvalue())


def _nested(times: int, opening: str = "[", closing: str = "]") -> str:
    return opening * times + closing * times


def _longer(many: int) -> Callable[[list[Any]], list[Any]]:
    """Return what repeats the first of a list so many times."""
    return lambda parts: [parts[0]] * many


HUGE_FILES: dict[str, Make] = {
    "huge.roundtable": hole(b'{"format": "roundtable-workshop"'),
    "huge.toml": hole(b'format = 2\nid = "x"\n'),
    "huge.csv": hole(HEADER.encode()),
    "huge.xlsx": hole(b"PK\x03\x04"),
}
"""Refused by their size: nothing of them is read."""

_WAYS: dict[str, Make] = {"folder": Path.mkdir}
if hasattr(os, "mkfifo"):
    _WAYS["pipe"] = os.mkfifo
NOT_FILES: dict[str, Make] = {
    f"{what}{suffix}": make
    for suffix in (".roundtable", ".toml", ".csv", ".xlsx")
    for what, make in _WAYS.items()
}
"""No files: nothing is waited for."""

FAR_FILES: dict[str, Make] = {
    "deep list.roundtable": text(_nested(500_000)),
    "deep table.roundtable": text(_nested(200_000, '{"a":', "}").replace(":}", ":1}")),
    "deep notes.roundtable": workshop("notes", value=json.loads(_nested(900))),
    "deep list.toml": text(f"x = {_nested(1_000)}\n"),
    "deep table.toml": text(f"x = {_nested(1_000, '{a=', '}').replace('=}', '=1}')}\n"),
    "long name.toml": text(f"{'a.' * 500_000}a = 1\n"),
    "quotes.csv": text(f'{HEADER}T1,1,"{"," * 1_000_000},3\n'),
    "long cell.csv": text(f"{HEADER}T1,1,{MILLION},3\n"),
    "wide.csv": text(f"{HEADER[:-1]}{',x' * 300_000}\n"),
    "long line.csv": text(f"{HEADER}{',' * 1_000_000}\n"),
    "claiming.xlsx": claiming,
    "parts.xlsx": of_many_parts,
    "number.roundtable": workshop("workshop", "present", value=FAR),
    "negative.roundtable": workshop("workshop", "revision", value=-FAR),
    "digits.roundtable": text(f'{{"format": {"9" * 1_000_000}}}'),
    "number.toml": framework("value = 1", f"value = {FAR}"),
    "digits.toml": framework("value = 1", f"value = 0x{'f' * 100_000}"),
    "rating.csv": text(f"{HEADER}T1,1,,{FAR}\n"),
    "digits.csv": text(f"{HEADER}T1,{'9' * 100_000},,3\n"),
    "before.roundtable": workshop("workshop", "created_at", value="0001-01-01T00:00:00+14:00"),
    "after.roundtable": workshop("workshop", "updated_at", value="9999-12-31T23:59:59-14:00"),
    "no day.roundtable": workshop("workshop", "held_on", value="0000-13-45"),
    "no day.toml": framework("title = ", "title = 0001-01-01T00:00:00+14:00"),
    "title.roundtable": workshop("workshop", "title", value=MILLION),
    "word.roundtable": workshop("workshop", "depth", value=MILLION),
    "key.roundtable": text(f'{{"{MILLION}": 1}}'),
    "title.toml": framework("title = ", f'title = "{MILLION}"'),
    "key.toml": text(f"{MILLION} = 1\n{TEXT}"),
    "statement.csv": text(f"{HEADER}{MILLION[:100_000]},1,,3\n"),
    f"{'x' * 240}.csv": text("none"),
    "notes.roundtable": workshop("notes", value=_longer(MAX_THINGS + 1)),
    "votes.roundtable": workshop("rounds", value=_longer(MAX_THINGS + 1)),
    "statements.roundtable": workshop("framework", "actions", value=_longer(600)),
}
"""Read once, and never more of them than there is."""

LONG_FILES: dict[str, Make] = {
    "rows.csv": long_text(lambda: HEADER + "T1,1,,3\n" * (MAX_ROWS + 1)),
    "blank.csv": long_text(lambda: HEADER + "\n" * 19_000_000),
    "spaces.roundtable": long_text(lambda: " " * 19_000_000 + "x"),
    "numbers.roundtable": long_text(lambda: f'{{"format": [{"1," * 9_000_000}1]}}'),
    "comments.toml": long_text(lambda: "# x\n" * 490_000),
    "tables.toml": long_text(lambda: "".join(f"[t{n}]\n" for n in range(200_000))),
    "one table.toml": long_text(lambda: "[[t]]\n" * 300_000),
    "texts.toml": long_text(lambda: "x = [" + '"",' * 600_000 + "]\n"),
    "keys.roundtable": workshop("workshop", value=lambda _: {f"k{n}": n for n in range(500_000)}),
}
"""As long as just fits, so that they take seconds."""
