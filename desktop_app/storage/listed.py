"""The lines that are wanted of the library, filtered and sorted; loaded when somebody asks for it.

In plain SQL, as `summary_rows`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from desktop_app.domain.listing import Choices, Order, Shown, Wish

from .search_words import folded
from .summary_rows import ARCHIVED, HERE, LAST_FIRST, Run

_STANDING = "status = '{status}'"
_YEAR = "CAST(substr(held_on, 1, 4) AS INTEGER)"
_BY_NAME: dict[Order, Callable[[Sequence[Any]], tuple[str, ...]]] = {
    Order.TITLE: lambda row: (folded(row[1]),),
    Order.PARTNERSHIP: lambda row: (folded(row[2]) or "\U0010ffff", folded(row[1])),
}
"""SQLite sorts letters with accents after z."""


def listed(run: Run, wish: Wish) -> tuple[str, ...]:
    """Return the ids of the workshops that are wanted, in their order."""
    where, values = _condition(wish)
    first = "held_on IS NULL, held_on DESC," if wish.order is Order.HELD else ""
    order = f"ORDER BY {first} {LAST_FIRST}"
    rows = run(f"SELECT id, title, partnership {HERE} AND {where} {order}", values)
    if wish.order in _BY_NAME:
        rows = sorted(rows, key=_BY_NAME[wish.order])
    return tuple(row[0] for row in rows)


def choices(run: Run) -> Choices:
    """Return what there is to choose from among the workshops."""
    names = run(f"SELECT DISTINCT partnership {HERE} AND partnership <> ''", ())
    years = run(f"SELECT DISTINCT {_YEAR} {HERE} AND held_on IS NOT NULL ORDER BY 1 DESC", ())
    archived = run(f"SELECT count(*) {HERE} AND {ARCHIVED}", ())
    return Choices(
        tuple(sorted((name for (name,) in names), key=folded)),
        tuple(year for (year,) in years),
        int(archived[0][0]),
    )


def _condition(wish: Wish) -> tuple[str, tuple[str, ...]]:
    """Return which lines are wanted, with the values that the condition asks for."""
    parts, values = ["TRUE"], []
    if wish.shown is Shown.ARCHIVED:
        parts.append(ARCHIVED)
    elif not wish.archived_too:
        parts.append(f"NOT {ARCHIVED}")
    if wish.shown not in (Shown.USUAL, Shown.ARCHIVED):
        parts.append(_STANDING.format(status=wish.shown.value))
    if wish.partnership is not None:
        parts.append("partnership = ?")
        values.append(wish.partnership)
    if wish.year is not None:
        parts.append(f"held_on LIKE '{wish.year:04}-%'")
    return " AND ".join(parts), tuple(values)
