"""Closing and casting a vote of 30, again and again: through the use cases, until it is on disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.application.services import Services

PEOPLE = 30


def _open_vote(services: Services) -> str:
    from desktop_app.domain.channels import Channel

    from .libraries import add_vote_by_turns

    workshop_id = add_vote_by_turns(services, people=PEOPLE)
    return services.rounds.open(workshop_id, "T1", Channel.NUMBER_KEYS).value


def closer(services: Services) -> Callable[[], float]:
    """Return what closes a vote and opens it again, and gives the milliseconds of closing."""
    key = _open_vote(services)
    for number in range(PEOPLE):
        services.rounds.cast(key, number % 6)

    def close() -> float:
        began = time.perf_counter()
        services.rounds.close(key)
        took = (time.perf_counter() - began) * 1000
        services.rounds.reopen(key)
        return took

    return close


def caster(services: Services) -> Callable[[], float]:
    """Return what casts a ballot and takes it back, and gives the milliseconds of casting."""
    key = _open_vote(services)

    def cast() -> float:
        began = time.perf_counter()
        services.rounds.cast(key, 4)
        took = (time.perf_counter() - began) * 1000
        services.rounds.take_back_last(key)  # or the room would be full before long
        return took

    return cast
