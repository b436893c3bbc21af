"""Two commitments made one: nothing that was written is lost, and both steps stay taken on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.plan import Commitment


def merged(kept: Commitment, other: Commitment) -> Commitment:
    """Return `kept` with what `other` says; the earlier date stands, since it was promised."""
    dates = [day for day in (kept.due, other.due) if day is not None]
    steps = dict.fromkeys((*kept.keys, *other.keys))
    return replace(
        kept,
        title=_joined((kept.title, other.title), "; "),
        action_id=kept.action_id or other.action_id,
        step_id=" ".join(steps) or None,
        how=_joined((kept.how, other.how), "\n\n"),
        because=_joined((kept.because, other.because), " "),
        leans_on=tuple(dict.fromkeys((*kept.leans_on, *other.leans_on))),
        owner=_joined((kept.owner, other.owner), ", "),
        due=min(dates, default=None),
        measure=_joined((kept.measure, other.measure), " "),
        first_move=_joined((kept.first_move, other.first_move), " "),
    )


def _joined(texts: Iterable[str], between: str) -> str:
    """Return the texts that say something, each once."""
    return between.join(dict.fromkeys(text for text in texts if text))
