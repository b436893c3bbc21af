"""The way in which the next vote is opened, as it is chosen before it is."""

from __future__ import annotations

from desktop_app.domain.channels import Channel, in_the_room
from desktop_app.domain.steps import Step
from desktop_app.domain.workshop import WorkshopRecord, usual_channel


class WayHere:
    """A choice that holds at one step; elsewhere the way is the one before."""

    def __init__(self) -> None:
        self._chosen: tuple[Step, Channel] | None = None
        self._usual: tuple[WorkshopRecord, Step, Channel] | None = None

    def choose(self, step: Step, channel: Channel) -> None:
        """Open the next vote at this step in this way."""
        self._chosen = (step, channel)

    def at(self, record: WorkshopRecord, step: Step) -> Channel:
        """Return the way in which a vote would be opened at this step."""
        if self._chosen is not None and self._chosen[0] == step:
            return self._chosen[1]
        known = self._usual
        if known is None or known[0] is not record or known[1] != step:
            known = self._usual = (record, step, in_the_room(usual_channel(record, step)))
        return known[2]  # asked many times while one record is shown
