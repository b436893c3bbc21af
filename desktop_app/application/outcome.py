"""What a use case gives back: a value, the kinds of thing it changed, and how to take it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.domain.changes import Changes

from .undo import Undo

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T_co]):
    """A use case's value, what it touched, and its undo where there is one."""

    changes: Changes
    value: T_co
    undo: Undo | None = None


def done(changes: Changes, undo: Undo | None = None) -> Outcome[None]:
    """Return an outcome without a value."""
    return Outcome(changes, None, undo)
