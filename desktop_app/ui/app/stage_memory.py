"""Keeps how the stage looks at a step, so that after a crash the room sees the same again.

The step itself is kept with the workshop; this is what the facilitator chose beside it. It names
no value of any vote.
"""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject

from desktop_app.scenes.looks import Look
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.ui.console.session import Session, StageChoice
from desktop_app.ui.preferences import Preferences

_BETWEEN = "\t"


class StageMemory(QObject):
    """Remembers for the session that is followed; one workshop at a time, the last one open."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._session: Session | None = None

    def follow(self, session: Session) -> None:
        """Show a session as it was left, then remember what is chosen from now on."""
        kept = _read(self._preferences.settings.stage_shows, session)
        if kept is not None:
            session.choose(kept)
        self._session = session
        session.refreshed.connect(self._keep)
        session.scene_changed.connect(self._keep)

    def leave(self) -> None:
        """Remember no more; the session is closed."""
        self._session = None

    def _keep(self) -> None:
        session = self._session
        if session is not None:
            usual = session.choice == StageChoice()
            self._preferences.remember(stage_shows="" if usual else _written(session))


def _written(session: Session) -> str:
    chosen = session.choice
    whether = (str(int(chosen.blank)), str(int(chosen.parking)))
    place = (session.workshop_id, session.step.key)
    return _BETWEEN.join((*place, chosen.look.value, chosen.order.value, *whether))


def _read(kept: str, session: Session) -> StageChoice | None:
    """Return what was chosen at this step of this workshop; None where nothing was."""
    with suppress(ValueError):
        workshop_id, step, look, order, blank, parking = kept.split(_BETWEEN)
        if (workshop_id, step) == (session.workshop_id, session.step.key):
            return StageChoice(Look(look), OverviewOrder(order), blank == "1", parking == "1")
    return None
