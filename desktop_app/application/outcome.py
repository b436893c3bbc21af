"""What a use case gives back: a value and the kinds of thing it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.changes import Changes

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A use case's value, and what it touched."""

    changes: Changes
    value: T_co


def done(changes: Changes) -> Outcome[None]:
    """Return an outcome without a value."""
    return Outcome(changes, None)
