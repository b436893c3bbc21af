"""The lines that are wanted of the library, filtered and sorted; loaded when somebody asks for it.

In plain SQL, as `summary_rows`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.listing import Choices, Order, Shown, Wish

from .search_words import folded
from .summary_rows import ARCHIVED, HERE, LAST_FIRST, Run

_LAST_TOUCHED = f"ORDER BY {LAST_FIRST}"
_LAST_HELD = f"ORDER BY held_on IS NULL, held_on DESC, {LAST_FIRST}"
_YEARS = f"SELECT DISTINCT CAST(substr(held_on, 1, 4) AS INTEGER) {HERE} AND held_on IS NOT NULL"


def listed(run: Run, wish: Wish) -> tuple[str, ...]:
    """Return the ids of the workshops that are wanted, in their order."""
    where, values = _condition(wish)
    order = _LAST_HELD if wish.order is Order.HELD else _LAST_TOUCHED
    rows = run(f"SELECT id, title, partnership {HERE} {where} {order}", values)
    # SQLite would sort letters with accents after z.
    if wish.order is Order.TITLE:
        rows = sorted(rows, key=_by_title)
    elif wish.order is Order.PARTNERSHIP:
        rows = sorted(rows, key=_by_partnership)
    return tuple(row[0] for row in rows)


def choices(run: Run) -> Choices:
    """Return what there is to choose from among the workshops."""
    names = run(f"SELECT DISTINCT partnership {HERE} AND partnership <> ''", ())
    archived = run(f"SELECT count(*) {HERE} AND {ARCHIVED}", ())
    return Choices(
        tuple(sorted((name for (name,) in names), key=folded)),
        tuple(sorted((year for (year,) in run(_YEARS, ())), reverse=True)),
        int(archived[0][0]),
    )


def _by_title(row: Sequence[Any]) -> str:
    return folded(row[1])


def _by_partnership(row: Sequence[Any]) -> tuple[bool, str, str]:
    """Sort by partnership, those without one last."""
    return not row[2], folded(row[2]), folded(row[1])


def _condition(wish: Wish) -> tuple[str, tuple[str, ...]]:
    """Return which lines are wanted, with the values that the condition asks for."""
    parts, values = [], []
    if wish.shown is Shown.ARCHIVED:
        parts.append(f"AND {ARCHIVED}")
    elif not wish.archived_too:
        parts.append(f"AND NOT {ARCHIVED}")
    if wish.shown not in (Shown.USUAL, Shown.ARCHIVED):
        parts.append("AND status = ?")
        values.append(wish.shown.value)
    if wish.partnership is not None:
        parts.append("AND partnership = ?")
        values.append(wish.partnership)
    if wish.year is not None:
        parts.append("AND substr(held_on, 1, 4) = ?")
        values.append(f"{wish.year:04}")
    return " ".join(parts), tuple(values)
