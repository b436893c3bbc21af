"""The smallest sets that are unions of given ones, however often these overlap."""

from __future__ import annotations

from collections.abc import Iterable


def smallest_unions(parts: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Return what parts come to once all that overlap are put together."""
    found: list[frozenset[str]] = []
    for part in parts:
        apart = [one for one in found if not one & part]
        found = [*apart, part.union(*(one for one in found if one & part))]
    return found
