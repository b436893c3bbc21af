"""The room of one open workshop: what is open, where it stands, what everybody sees.

Knows no widget and no vote's commands. Both windows listen to it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.application.outcome import Outcome
from desktop_app.application.workshops import Workshops
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError, ChangedElsewhere
from desktop_app.domain.people import People
from desktop_app.domain.priorities import PriorityVote
from desktop_app.domain.rounds import Round
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.summaries import WorkshopStatus
from desktop_app.domain.workshop import Workshop, WorkshopRecord
from desktop_app.scenes.asides import Aside, AsideKind, aside_scene, parking_after
from desktop_app.scenes.breaks import BreakTime
from desktop_app.scenes.looks import Look
from desktop_app.scenes.pages import Screens
from desktop_app.scenes.pictures import OverviewOrder
from desktop_app.scenes.scene import Blank, Scene
from desktop_app.scenes.screens import USUAL, Shape
from desktop_app.scenes.stage import scene_after, scene_at
from desktop_app.scenes.stage_choice import StageChoice
from desktop_app.scenes.votes import asking
from desktop_app.ui.app_events import AppEvents

from .one_mind import of_one_mind
from .taking_turns import TakingTurns
from .way_here import WayHere

T = TypeVar("T")

_LAST = sys.maxsize
"""The last screen of a scene, however many it has."""


class Room(QObject):
    """The open workshop as it is looked at; commands go through use cases and come back as events.

    Signals:
        refreshed(): record or step changed; ask again.
        ballots_changed(): only what is in changed, of a round or of the priority vote.
        scene_changed(Scene): what the room sees now.
        leaving_step(): the step is about to be another one.
        one_mind_found(tuple): why a picture by partner would show what each of some people chose.
    """

    refreshed = Signal()
    ballots_changed = Signal()
    scene_changed = Signal(object)
    leaving_step = Signal()
    one_mind_found = Signal(object)

    def __init__(
        self,
        workshops: Workshops,
        events: AppEvents,
        workshop_id: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workshops = workshops
        self.events = events
        self._blank, self.black = False, True
        self.aside: Aside | None = None
        self._beside: Scene | None = None
        self._pause: BreakTime | None = None
        self.order, self.look, self.page = OverviewOrder.FRAMEWORK, Look.RESULT, 0
        self.record: WorkshopRecord = workshops.record(workshop_id)
        self.step: Step = self.record.workshop.step(self.record.workshop.position)
        self.turns = TakingTurns(self, workshops, self)
        self.hands_of, self.shape, self.way, self.screens = "", USUAL, WayHere(), Screens()
        self.whole_scene: Scene = self._made()
        events.place = self.step.key
        events.changed.connect(self._follow)
        events.failed.connect(self._follow_failure)

    @property
    def workshop_id(self) -> str:
        """Return the open workshop's id."""
        return self.record.workshop.id

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the day in order."""
        return self.record.workshop.steps

    @property
    def scene(self) -> Scene:
        """Return what the room sees now."""
        if self._blank:
            return Blank(language=self.whole_scene.language, black=self.black)
        return self._beside or self.own_scene

    @property
    def own_scene(self) -> Scene:
        """Return the step's scene, blanked or not; the screen that is shown, of several."""
        return self.screens.page_of(self.whole_scene, self.page, self.shape)

    @property
    def is_blank(self) -> bool:
        """Return whether the stage is blanked."""
        return self._blank

    @property
    def choice(self) -> StageChoice:
        """Return how the room sees the step now."""
        parking = self.aside is not None and self.aside.kind is AsideKind.PARKING
        return StageChoice(self.look, self.order, self._blank, parking)

    def choose(self, wanted: StageChoice) -> None:
        """Show the step in this way, as after a crash."""
        self.look, self.order, self._blank = wanted.look, wanted.order, wanted.blank
        self.reload()
        self._put_beside(Aside(AsideKind.PARKING) if wanted.parking else None)
        self.scene_changed.emit(self.scene)

    @property
    def round(self) -> Round | None:
        """Return the latest round at the current statement, if there is one."""
        if self.step.kind is not StepKind.STATEMENT:
            return None
        return self.record.latest_round(self.step.subject)

    # -- moving -----------------------------------------------------------------------------

    def go_to(self, step: Step, *, at_end: bool = False) -> None:
        """Move to a step and show it to the room: its first screen, or its last."""
        if step != self.step:
            self.leaving_step.emit()
            self._put_beside(None)
            self._pause = None
            self.step, self.look, self.page = step, Look.RESULT, _LAST if at_end else 0
            self.events.place = step.key
            self._take_move(self.run(self._workshops.go_to, self.workshop_id, step))

    def go_next(self) -> None:
        """Move to the next step, whatever comes next here; stay at the last."""
        steps = self.steps
        following = steps[steps.index(self.step) + 1 :]
        if following:
            self.go_to(following[0])

    def toggle_blank(self) -> None:
        """Blank the stage, or show it again."""
        self._blank = not self._blank
        self.scene_changed.emit(self.scene)
        self.refreshed.emit()

    def toggle_parking(self) -> None:
        """Show the room what was parked, the next screen of it, or the step's scene again."""
        self.show_aside(parking_after(self.record, self.step, self.aside))

    def show_aside(self, aside: Aside | None) -> None:
        """Show the room something beside the step's own scene, or that scene again."""
        self._put_beside(aside)
        self._blank = self._blank and self.aside is None
        self.scene_changed.emit(self.scene)
        self.refreshed.emit()

    def _put_beside(self, aside: Aside | None) -> None:
        """Keep what is shown beside the step; what is there no more is left."""
        self._beside = aside_scene(self.record, self.step, aside) if aside else None
        self.aside = aside if self._beside is not None else None

    def fit(self, shape: Shape) -> None:
        """Hold as much on a screen as a stage of this shape has room for."""
        if shape != self.shape:
            before, self.shape = self.scene, shape  # which the scene is made of
            self.aside = replace(self.aside, shape=shape) if self.aside else None
            self._show(self._made(), before)
            self.refreshed.emit()

    def sort_overview(self, order: OverviewOrder) -> None:
        """Order the overview's actions on both windows."""
        if order is not self.order:
            self.order = order
            self.reload()

    def show_look(self, look: Look, *, sure: bool = False) -> None:
        """Look at the revealed statement in another way on both windows.

        By partner only for sure where everybody of one chose the same: else it is asked about.
        """
        asks = look is Look.GROUPS and not sure
        if asks and (found := of_one_mind(self.record, self.step.subject)):
            self.one_mind_found.emit(found)
        elif look is not self.look:
            self.look = look
            self.reload()

    # -- the workshop -----------------------------------------------------------------------

    def set_people(self, people: People) -> None:
        """Say who is in the room now."""
        self.run(self._workshops.set_people, self.workshop_id, people)

    def somebody_came(self, group: str = "") -> None:
        """Say that one person more is in the room, of a partner where there are any."""
        self.run(self._workshops.somebody_came, self.workshop_id, group)

    def toggle_finished(self) -> None:
        """Close the workshop, or open it again."""
        closed = self.record.workshop.status is WorkshopStatus.CLOSED
        self.run(self._workshops.resume if closed else self._workshops.finish, self.workshop_id)

    # -- following --------------------------------------------------------------------------

    def run(self, use_case: Callable[..., Outcome[T]], *args: object) -> Outcome[T] | None:
        """Run a use case; what changed is shown, what failed is said."""
        return self.events.run(use_case, *args)

    def _follow(self, outcome: Outcome[object]) -> None:
        if outcome.changes in (Changes.LIBRARY, Changes.POSITION | Changes.LIBRARY):
            return
        if outcome.touched is None:
            self.reload()
        elif outcome.touched.workshop_id == self.workshop_id:
            self._take(outcome.touched)

    def _take_move(self, moved: Outcome[Workshop] | None) -> None:
        """Show where the workshop stands; all else is asked again only if it was changed too."""
        known = self.record.workshop.revision
        if moved is None or moved.value.revision != known + 1:
            self.reload()
        else:
            self.record = replace(self.record, workshop=moved.value)
            self._show_record()

    def _follow_failure(self, error: AppError) -> None:
        """Show what somebody else made of the workshop, where that stood in the way."""
        if isinstance(error, ChangedElsewhere):
            self.reload()

    def refresh(self) -> None:
        """Let everybody look again, where nothing but a choice on the console changed."""
        self.refreshed.emit()

    def reload(self) -> None:
        """Ask for the record again and show it."""
        self.record = self._workshops.record(self.workshop_id)
        if self.step not in self.steps:  # the agenda goes without it now
            self.step = self.record.workshop.step(self.record.workshop.position)
        self._show_record()

    def _show_record(self) -> None:
        self._show(self._made())
        self.refreshed.emit()

    def _made(self) -> Scene:
        """Return the step's scene as it is chosen now."""
        told = self.turns.told(self.record)
        way = self.way.at(self.record, self.step)
        scene = scene_at(told, self.step, self.order, self.look, self._pause, way)
        return asking(scene, self.record.workshop, self.hands_of)

    def show_break(self, pause: BreakTime | None) -> None:
        """Show the room how much of a break is left."""
        self._pause = pause
        self._show(self._made())

    def count_for(self, group: str) -> None:
        """Count the ballots of this partner from now on; hands are asked for on the stage."""
        self.hands_of = group
        self._show_record()

    def _take(self, vote: Round | PriorityVote) -> None:
        """Take over a vote of which only the ballots changed, without asking again."""
        record = self.record.taking_over(vote)
        if record is None:
            self.reload()
            return
        self.record = record
        scene = scene_after(self.whole_scene, self.turns.told(self.record), vote)
        self._show(asking(scene, record.workshop, self.hands_of))
        self.ballots_changed.emit()

    def _show(self, scene: Scene, before: Scene | None = None) -> None:
        before = before or self.scene
        if type(scene) is not type(self.whole_scene):
            self.aside = None  # the room goes on
        self.whole_scene = scene
        self.page = min(self.page, len(self.screens.of(scene, self.shape)) - 1)
        self._put_beside(self.aside)
        if self.scene != before:
            self.scene_changed.emit(self.scene)
