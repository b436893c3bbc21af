"""What the room is told, as the use cases word it; handed in, so that screen and paper agree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.domain.workshop import Privacy


@dataclass(frozen=True, slots=True)
class RoomWords:
    """The words for the room: purpose and ground rules, promises, and what to say and watch.

    `script` gives two sentences for a step on a channel: what to say, what to watch for.
    """

    purpose: str
    ground_rules: tuple[str, ...]
    privacy: Callable[[Privacy], str]
    channel: Callable[[Channel], str]
    script: Callable[[StepKind, Channel], tuple[str, str]]
