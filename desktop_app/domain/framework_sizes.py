"""How much a framework may hold, counted before anything else is done with it; knows no file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from .texts import Phrase, phrase

MAX_STATEMENTS, MAX_OFFERS = 500, 5_000
"""The most statements, and the most prompts and next steps together."""


class Counted(Protocol):
    """An action as far as it is counted, whatever it was read from."""

    @property
    def statements(self) -> Sequence[object]:
        """Return what is rated."""

    @property
    def prompts(self) -> Sequence[object]:
        """Return what is asked."""

    @property
    def steps(self) -> Sequence[object]:
        """Return what is offered."""


def too_many(actions: Sequence[Counted]) -> Phrase | None:
    """Return that there is more than any day has time for, or None."""
    statements = sum(len(action.statements) for action in actions)
    if max(len(actions), statements) > MAX_STATEMENTS:
        return phrase(
            "there are more than {limit} actions or statements. Take some out.",
            limit=MAX_STATEMENTS,
        )
    if sum(len(action.prompts) + len(action.steps) for action in actions) > MAX_OFFERS:
        return phrase(
            "there are more than {limit} prompts and next steps. Take some out.", limit=MAX_OFFERS
        )
    return None
