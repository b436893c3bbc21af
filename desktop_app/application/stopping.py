"""Use cases of stopping: a workshop that is opened again goes on as it was left.

Kept as it changes, so that the room sees the same again after a crash. What cannot be kept holds
until the end: a disk that is full is told where work would be lost.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from desktop_app.domain.errors import AppError
from desktop_app.domain.ports import StoppedStore
from desktop_app.domain.steps import Step
from desktop_app.domain.stopped import Stopped
from desktop_app.scenes.looks import Look
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.stage_choice import StageChoice


class Stopping:
    """Remember how workshops are left; of how the stage looked, for the last one only."""

    def __init__(self, store: StoppedStore) -> None:
        self._store = store
        self._stopped = store.load()

    def stage(self, workshop_id: str, step: Step) -> StageChoice:
        """Return how the room saw a step of a workshop; as usual where nothing was kept."""
        kept = self._stopped
        if (kept.workshop_id, kept.step) != (workshop_id, step.key):
            return StageChoice()
        with suppress(ValueError):  # a word of another version
            return StageChoice(Look(kept.look), OverviewOrder(kept.order), kept.blank, kept.parking)
        return StageChoice()

    def keep_stage(self, workshop_id: str, step: Step, choice: StageChoice) -> None:
        """Remember how the room sees a step, and no other one."""
        only_paused = Stopped(paused_in=self._stopped.paused_in)
        if choice == StageChoice():
            self._keep(only_paused)
            return
        self._keep(
            replace(
                only_paused,
                workshop_id=workshop_id,
                step=step.key,
                look=choice.look.value,
                order=choice.order.value,
                blank=choice.blank,
                parking=choice.parking,
            )
        )

    def is_paused(self, workshop_id: str) -> bool:
        """Return whether a workshop's timer was paused when it was left."""
        return self._stopped.paused_in == workshop_id

    def pause(self, workshop_id: str, *, paused: bool) -> None:
        """Remember that a workshop's timer is paused, or runs."""
        self._keep(replace(self._stopped, paused_in=workshop_id if paused else ""))

    def _keep(self, stopped: Stopped) -> None:
        if stopped != self._stopped:
            self._stopped = stopped
            with suppress(AppError):
                self._store.save(stopped)
