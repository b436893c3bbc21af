"""What was open when the application ended, for the next start to go on from; plain values.

A workshop keeps its step itself. This is the rest of where it stopped, for this laptop only and
for the workshop that was open last; no choice that holds for others, and no value of any vote.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stopped:
    """Where the workshop that was open last stopped, beside its step.

    `paused_in`: the workshop whose timer was paused when it was left, or "". `workshop_id` and
    `step`: where the room saw something else than usual, or "". `look`, `order`, `blank` and
    `parking`: what it saw there, by the words that the stage has for them.
    """

    paused_in: str = ""
    workshop_id: str = ""
    step: str = ""
    look: str = ""
    order: str = ""
    blank: bool = False
    parking: bool = False
