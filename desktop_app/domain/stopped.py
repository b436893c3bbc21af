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
    `parking`: what it saw there, by the words that the stage has for them. `day_of`: the workshop
    whose day began last, or ""; `day_began` when it did, in seconds since the epoch, and
    `day_lead` how many seconds it was into its agenda by then. `break_of`: the workshop and step
    of the last break, or ""; `break_began`: when it did.
    """

    paused_in: str = ""
    workshop_id: str = ""
    step: str = ""
    look: str = ""
    order: str = ""
    blank: bool = False
    parking: bool = False
    day_of: str = ""
    day_began: float = 0.0
    day_lead: int = 0
    break_of: str = ""
    break_began: float = 0.0
