"""What the facilitator can choose of how the room sees a step."""

from __future__ import annotations

from dataclasses import dataclass

from .looks import Look
from .pictures import OverviewOrder


@dataclass(frozen=True, slots=True)
class StageChoice:
    """How the room sees a step, of what the facilitator can choose."""

    look: Look = Look.RESULT
    order: OverviewOrder = OverviewOrder.FRAMEWORK
    blank: bool = False
    parking: bool = False
