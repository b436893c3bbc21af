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
        usual = Stopped()
        of_stage = ("workshop_id", "step", "look", "order", "blank", "parking")
        rest = replace(self._stopped, **{name: getattr(usual, name) for name in of_stage})
        if choice == StageChoice():
            self._keep(rest)
            return
        self._keep(
            replace(
                rest,
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

    def day(self, workshop_id: str) -> tuple[float, int] | None:
        """Return when a workshop's day began and how far it was into its agenda, if it did."""
        kept = self._stopped
        return (kept.day_began, kept.day_lead) if kept.day_of == workshop_id else None

    def begin_day(self, workshop_id: str, began: float, lead: int) -> None:
        """Remember that a workshop's day has begun."""
        kept = replace(self._stopped, day_of=workshop_id, day_began=began, day_lead=lead)
        self._keep(kept)

    def break_began(self, workshop_id: str, step: Step) -> float | None:
        """Return when a break began, if it was the last one."""
        kept = self._stopped
        return kept.break_began if kept.break_of == f"{workshop_id} {step.key}" else None

    def begin_break(self, workshop_id: str, step: Step, began: float) -> None:
        """Remember that a break has begun."""
        of = f"{workshop_id} {step.key}"
        self._keep(replace(self._stopped, break_of=of, break_began=began))

    def _keep(self, stopped: Stopped) -> None:
        if stopped != self._stopped:
            self._stopped = stopped
            with suppress(AppError):
                self._store.save(stopped)
