"""One open workshop with all that the facilitator may do in it; knows no widget.

The use cases are private to the commands: whoever wants something done asks one of them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.application.services import Services
from desktop_app.ui.app_events import AppEvents

from .dotting import Dotting
from .going_on import GoingOn
from .looking import Looking
from .looking_back import LookingBack
from .noting import Noting
from .planning import Planning
from .room import Room
from .showing import Showing
from .voting import Voting


class Session(Room):
    """The open workshop and its commands."""

    def __init__(
        self,
        services: Services,
        events: AppEvents,
        workshop_id: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(services.workshops, events, workshop_id, parent)
        self.voting = Voting(self, services.rounds)
        self.dotting = Dotting(self, services.priorities)
        self.planning = Planning(self, services.planning)
        self.noting = Noting(self, services.notes)
        self.looking_back = LookingBack(self, services.following, self.planning)
        self.showing = Showing(self, self.planning)
        self.looking = Looking(self)
        self.going = GoingOn(self, self.voting, self.dotting)
        self.num_lock_off = False

    @property
    def takes_votes(self) -> bool:
        """Return whether a vote is open at this step, whatever its channel."""
        return self.going.open_vote is not None

    def note_num_lock(self, *, off: bool) -> None:
        """Remember whether the number pad gives digits, as far as its keys have told."""
        if off is not self.num_lock_off:
            self.num_lock_off = off
            self.refresh()
