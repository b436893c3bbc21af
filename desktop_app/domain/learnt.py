"""What was chosen for a file of answers, kept for the next one with the same header; plain values.

Nothing in it is a cell of a person: places of columns, ids of statements, and words of scales.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST = 50
"""Of so many headers it is kept; the oldest go."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """Choices by what they are about.

    `header`: a fingerprint of the headings and of the framework. `columns`: by place, from 0, the
    name of a use, with a statement's id or a point after a space where it has one.
    `statements`: ids by texts that name them. `answers`: points by words of a
    scale, None for "not answered". `blank`: what an empty cell is, or "".
    """

    header: str
    columns: Mapping[int, str] = field(default_factory=dict)
    statements: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, int | None] = field(default_factory=dict)
    blank: str = ""
