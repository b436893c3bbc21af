"""What was chosen for files of answers, in a small TOML file beside the library.

As with the settings, a file that is missing or damaged never stops anything: whatever cannot be
read is not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.domain.learnt import MOST, Learnt
from desktop_app.files import write_atomically

from .settings_file import MAX_BYTES, small_text, toml_lines

FILE_NAME = "imports.toml"
NOT_ANSWERED = -1
MAX_PAIRS = 400
MAX_PLACE = 1_000
MAX_POINT = 99
_HEAD = (
    "# What was chosen for files of answers, by fingerprints of their headings; of no person.\n"
    "# Roundtable writes this file anew.\n"
)
_HEADER = re.compile(r"[0-9a-f]{32}")


class TomlLearnt:
    """domain.ports.LearntStore in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> tuple[Learnt, ...]:
        """Return what is kept, without whatever makes no sense."""
        from .toml_reading import plain_values  # noqa: PLC0415 - only where answers come in

        try:
            read = plain_values(small_text(self.path))
        except (OSError, ValueError, RecursionError):
            return ()
        found = (_learnt(header, values) for header, values in read.items())
        return tuple(one for one in found if one is not None)[-MOST:]

    def save(self, learnt: Sequence[Learnt]) -> None:
        """Write the newest whole or not at all; raise OutputProblem or DiskFull."""
        parts = [_text(one).encode("utf-8", "replace") for one in learnt[-MOST:]]
        while parts and sum(map(len, parts)) + len(_HEAD) > MAX_BYTES:
            parts.pop(0)
        with write_atomically(self.path) as file:
            file.write(b"".join([_HEAD.encode(), *parts]))


def _text(one: Learnt) -> str:
    answers = {text: NOT_ANSWERED if p is None else p for text, p in one.answers.items()}
    values = {
        "columns": tuple(one.columns.items()),
        "statements": tuple(one.statements.items()),
        "answers": tuple(answers.items()),
        "blank": one.blank,
    }
    return "".join([f"\n[{one.header}]\n", *toml_lines({n: v for n, v in values.items() if v})])


def _learnt(header: str, values: Any) -> Learnt | None:
    if not _HEADER.fullmatch(header) or not isinstance(values, dict):
        return None
    answers = _pairs(values.get("answers"), str, int)
    blank = values.get("blank", "")
    return Learnt(
        header,
        {p: t for p, t in _pairs(values.get("columns"), int, str) if 0 <= p < MAX_PLACE},
        dict(_pairs(values.get("statements"), str, str)),
        {t: p if p >= 0 else None for t, p in answers if NOT_ANSWERED <= p <= MAX_POINT},
        blank if isinstance(blank, str) else "",
    )


def _pairs(value: Any, *kinds: type) -> list[tuple[Any, Any]]:
    """Return the pairs of these kinds in a list."""
    pairs = value[:MAX_PAIRS] if isinstance(value, list) else []
    return [
        (one[0], one[1])
        for one in pairs
        if isinstance(one, list) and [type(part) for part in one] == list(kinds)
    ]
