"""A table from text: CSV of any country, as tools and spreadsheets save it, or pasted.

Knows nothing of what the cells mean.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.texts import Phrase, phrase, shortened

from .answer_limits import Counted, Form, Record

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_MARKS_BETWEEN = ",;\t|"
LOOK = 20
"""The separator is looked for in so many lines."""


def text_table(content: bytes, file: str) -> AnswerTable:
    """Return the cells of a text; commas, semicolons or tabs may stand between them."""
    form = Form(file)
    text, told = _decoded(content, form)
    counted = Counted(form).take(records(text, form, _delimiter(text)))
    counted.told += told
    return counted.table()


def _decoded(content: bytes, form: Form) -> tuple[str, list[Phrase]]:
    """Return a file's text: by its mark, else as UTF-8, else as Windows-1252 with a line to see."""
    told: list[Phrase] = []
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "")
    try:
        text = content.decode(encoding or _without_mark(content))
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        told = _line_to_see(text)
    if "\0" in text:
        number = text.count("\n", 0, text.index("\0")) + 1
        raise form.line(number, phrase("this is not text. Save the file again as CSV with UTF-8"))
    return text, told


def _without_mark(content: bytes) -> str:
    """Return UTF-16 where every second byte of the beginning is empty, else UTF-8."""
    begin = content[:400]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = begin[start::2]
        if len(half) > 1 and half.count(0) >= 0.9 * len(half):
            return encoding
    return "utf-8"


def _line_to_see(text: str) -> list[Phrase]:
    line = next((one for one in text.splitlines() if not one.isascii()), "")
    at = next((n for n, c in enumerate(line) if not c.isascii()), 0)
    before = line[max(0, at - 30) : at]
    if len(before) < at:  # from a whole word on
        before = f"…{before.partition(' ')[2] or before}"
    return [
        phrase(
            "The file does not say how its letters are written; they were read as Windows writes"
            " them. Is this right: “{line}”?",
            line=shortened((before + line[at:]).strip(), 80),
        )
    ]


def records(text: str, form: Form, delimiter: str) -> Iterator[Record]:
    """Yield the number and cells of each line, empty ones too."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    number, before = 0, 0
    try:
        for row in rows:
            number, before = before + 1, rows.line_num
            yield number, row
    except csv.Error as error:
        raise form.line(
            before + 1,
            phrase("the quotation marks do not match, or a value is far too long. Correct it"),
        ) from error


def _delimiter(text: str) -> str:
    """Return what stands between cells: what most lines have, and equally often."""
    lines = [_outside(one) for one in text[:200_000].splitlines() if one.strip()][:LOOK]
    first = lines[0].strip().casefold() if lines else ""
    if first.startswith("sep=") and first[4:] in _MARKS_BETWEEN:
        return first[4:]

    def fits(mark: str) -> tuple[int, int]:
        counts = Counter(count for one in lines if (count := one.count(mark)))
        often, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
        return times, often

    return max(_MARKS_BETWEEN, key=fits)


def _outside(line: str) -> str:
    """Return what of a line stands outside of quotation marks."""
    return "".join(line.split('"')[::2])
