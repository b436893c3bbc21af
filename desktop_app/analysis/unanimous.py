"""Which shown parts of a room are of one mind, so that everybody's own vote is seen with them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.domain.results import GroupView, Result


def unanimous(views: Iterable[GroupView]) -> tuple[GroupView, ...]:
    """Return the parts all of whose people chose the same, "can't say" being a choice as well."""
    return tuple(v for v in views if isinstance(v.result, Result) and _of_one_mind(v.result))


def _of_one_mind(result: Result) -> bool:
    return sum(1 for votes in (*result.counts, result.cannot_say) if votes) == 1
