"""What is kept of somebody's choices for the next file with the same header, and taken up again.

Never a partner's name, nor what one person wrote: of answers only words of known scales, codes,
and what as many gave as may be shown together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from desktop_app.domain.answer_table import Row
from desktop_app.domain.framework import CANNOT_SAY, Framework
from desktop_app.domain.learnt import Learnt
from desktop_app.domain.result_rules import GROUP_FLOOR

from .choices import Blank, Choices, Taken, Use
from .heads import Head
from .ratings import is_of_a_scale

LONGEST = 60
"""A longer answer is a sentence, and is not kept."""
DIGITS = 32


def header_of(rows: Sequence[Row], head: Head, framework: Framework) -> str:
    """Return the fingerprint of a file's headings and of what it is for; "" without headings."""
    heads = [row for _, row in rows[head.first : head.data]]
    if not any(cell.strip() for row in heads for cell in row):
        return ""
    rated = [f"{one.id}\t{one.text}" for one in framework.statements]
    points = [point.label for point in framework.scale.points]
    told = [head.shape.value, *("\t".join(row).rstrip() for row in heads), "", *rated, *points]
    return hashlib.sha256("\n".join(told).encode("utf-8", "replace")).hexdigest()[:DIGITS]


def learnt_of(header: str, choices: Choices, decided: Mapping[str, int]) -> Learnt | None:
    """Return what is kept of choices, `decided`: how often each answer stands; None for nothing."""
    if not header:
        return None
    learnt = Learnt(
        header,
        {place: _written(taken) for place, taken in choices.columns.items()},
        {text: key for text, key in choices.statements.items() if len(text) <= LONGEST * 4},
        {text: p for text, p in choices.answers.items() if _is_common(text, decided)},
        choices.blank.value if choices.blank else "",
    )
    return learnt if learnt != Learnt(header) else None


def _is_common(text: str, decided: Mapping[str, int]) -> bool:
    """Return whether an answer can be nobody's own words."""
    return len(text) <= LONGEST and (is_of_a_scale(text) or decided.get(text, 0) >= GROUP_FLOOR)


def _written(taken: Taken) -> str:
    detail = str(taken.point) if taken.use is Use.COUNT else taken.statement_id
    return f"{taken.use.value} {detail}".strip()


def recalled(learnt: Learnt, framework: Framework) -> Choices:
    """Return the choices that were kept, without what makes no sense for the framework."""
    ids = {one.id for one in framework.statements}
    size = framework.scale.size
    taken = {place: _read(text, ids, size) for place, text in learnt.columns.items()}
    return Choices(
        columns={place: one for place, one in taken.items() if one is not None},
        statements={text: key for text, key in learnt.statements.items() if key in ids},
        answers={
            text: point
            for text, point in learnt.answers.items()
            if point is None or point == CANNOT_SAY or 1 <= point <= size
        },
        blank=next((one for one in Blank if one.value == learnt.blank), None),
        recalled=True,
    )


def _read(text: str, ids: set[str], size: int) -> Taken | None:
    word, _, detail = text.partition(" ")
    use = next((one for one in Use if one.value == word), None)
    if use is Use.COUNT:
        points = {str(point): point for point in (CANNOT_SAY, *range(1, size + 1))}
        return Taken(use, point=points[detail]) if detail in points else None
    if use is None or (use is Use.STATEMENT) != (detail in ids):
        return None
    return Taken(use, detail)
