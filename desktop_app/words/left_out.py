"""What stays behind when a workshop moves to another laptop, in words.

Knows no file; the counts that go along are visibility's business.
"""

from __future__ import annotations

from desktop_app.domain.rounds import RoundState
from desktop_app.domain.workshop import WorkshopRecord

from .speech import say_count
from .wording import spoken_first


def unrevealed(record: WorkshopRecord) -> tuple[str | None, ...]:
    """Return the statement that each vote not revealed yet is on, None for the priorities.

    None of them leaves this laptop.
    """
    vote = record.priority_vote
    on_priorities = vote is not None and vote.state is not RoundState.REVEALED
    settled = (RoundState.REVEALED, RoundState.DISCARDED)
    statements = (r.statement_id for r in record.all_rounds if r.state not in settled)
    return *statements, *([None] if on_priorities else [])


def left_out_sentence(record: WorkshopRecord) -> str:
    """Return how many votes a workshop file leaves out, or ""."""
    count = len(unrevealed(record))
    if not count:
        return ""
    return say_count(
        "One vote that is not revealed yet was left out.",
        "{Count} votes that are not revealed yet were left out.",
        count,
        Count=spoken_first(count),
    )
