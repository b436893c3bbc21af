"""One open workshop: where it stands, what the facilitator may do now, what the room sees.

Knows no widget. Both windows give it commands and listen to it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.application.outcome import Outcome
from desktop_app.application.planning import Wording
from desktop_app.application.rounds import CountDiffers
from desktop_app.application.scenes import Blank, Scene, VoteOpen
from desktop_app.application.services import Services
from desktop_app.application.stage import OverviewOrder, scene_at, vote_open_after
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.domain.plan import Commitment, Note, NoteKind
from desktop_app.domain.results import Recommendation
from desktop_app.domain.rounds import Channel, Round, RoundState, Tally
from desktop_app.domain.steps import Step, StepKind, step_at, workshop_steps
from desktop_app.domain.workshop import WorkshopRecord, WorkshopStatus
from desktop_app.ui.app_events import AppEvents

T = TypeVar("T")


class Session(QObject):
    """The open workshop.

    Signals:
        refreshed(): record or step changed; ask again.
        ballots_changed(): only the number of ballots of the open round changed.
        scene_changed(Scene): what the room sees now.
        difference_found(Round): closing needs a reason.
        ballot_taken(): a ballot cast on the stage is durable.
    """

    refreshed = Signal()
    ballots_changed = Signal()
    scene_changed = Signal(object)
    difference_found = Signal(object)
    ballot_taken = Signal()

    def __init__(
        self,
        services: Services,
        events: AppEvents,
        workshop_id: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._events = events
        self._blank = False
        self.order = OverviewOrder.FRAMEWORK
        self.record: WorkshopRecord = services.workshops.record(workshop_id)
        self.step: Step = step_at(self.record.workshop.framework, self.record.workshop.position)
        self._scene: Scene = scene_at(self.record, self.step, self.order)
        events.changed.connect(self._follow)

    @property
    def workshop_id(self) -> str:
        """Return the open workshop's id."""
        return self.record.workshop.id

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the day in order."""
        return workshop_steps(self.record.workshop.framework)

    @property
    def scene(self) -> Scene:
        """Return what the room sees now."""
        return Blank() if self._blank else self._scene

    @property
    def own_scene(self) -> Scene:
        """Return the step's scene, blanked or not."""
        return self._scene

    @property
    def is_blank(self) -> bool:
        """Return whether the stage is blanked."""
        return self._blank

    @property
    def round(self) -> Round | None:
        """Return the latest round at the current statement, if there is one."""
        if self.step.kind is not StepKind.STATEMENT:
            return None
        return self.record.latest_round(self.step.subject)

    @property
    def has_open_vote(self) -> bool:
        """Return whether any round of the workshop is open."""
        return any(r.state is RoundState.OPEN for r in self.record.rounds)

    @property
    def takes_turns(self) -> bool:
        """Return whether the stage is a ballot now."""
        return isinstance(self._scene, VoteOpen) and self._scene.takes_turns and not self._blank

    # -- moving -----------------------------------------------------------------------------

    def go_to(self, step: Step) -> None:
        """Move to a step and show it to the room."""
        if step != self.step:
            self.step = step
            self._run(lambda: self._services.workshops.go_to(self.workshop_id, step))
            self.reload()

    def go_next(self) -> None:
        """Move to the next step; stay at the last."""
        self._go_by(1)

    def go_back(self) -> None:
        """Move to the step before; stay at the first."""
        self._go_by(-1)

    def _go_by(self, by: int) -> None:
        steps = self.steps
        index = steps.index(self.step) + by
        if 0 <= index < len(steps):
            self.go_to(steps[index])

    def toggle_blank(self) -> None:
        """Blank the stage, or show it again."""
        self._blank = not self._blank
        self.scene_changed.emit(self.scene)
        self.refreshed.emit()

    def sort_overview(self, order: OverviewOrder) -> None:
        """Order the overview's actions on both windows."""
        if order is not self.order:
            self.order = order
            self.reload()

    def do_primary(self) -> None:
        """Do the one thing that comes next: open, close, reveal or go on."""
        round_ = self.round
        if self.step.kind is not StepKind.STATEMENT:
            self.go_next()
        elif round_ is None:
            self.open_vote(self.record.workshop.channel)
        elif round_.state is RoundState.OPEN:
            self.close_vote()
        elif round_.state is RoundState.CLOSED:
            self.reveal()
        else:
            self.go_next()

    # -- voting -----------------------------------------------------------------------------

    def open_vote(self, channel: Channel) -> None:
        """Open the first or a further round on the statement."""
        subject = self.step.subject
        self._run(lambda: self._services.rounds.open(self.workshop_id, subject, channel))

    def use_channel(self, channel: Channel) -> None:
        """Take further ballots of the open round by another channel."""
        round_ = self.round
        if round_ is not None and round_.state is RoundState.OPEN and round_.channel != channel:
            self._run(lambda: self._services.rounds.use_channel(round_.id, channel))

    def cast(self, point: int) -> None:
        """Take one ballot from the stage; the stage is told once it is durable."""
        round_ = self.round
        if round_ is None or round_.state is not RoundState.OPEN:
            return
        outcome = self._run(lambda: self._services.rounds.cast(round_.id, point))
        if outcome is not None:
            self._take(replace(round_, ballots_in=outcome.value))
            self.ballot_taken.emit()

    def count_hands(self, counts: Sequence[int]) -> None:
        """Keep the typed hand counts, for 0 ("can't say"), 1, ... K."""
        round_ = self.round
        if round_ is None or round_.state is not RoundState.OPEN:
            return
        outcome = self._run(lambda: self._services.rounds.count_hands(round_.id, counts))
        if outcome is not None:
            self._take(_counted(round_, counts))

    def close_vote(self, reason: str = "") -> None:
        """Close the open round; a show of hands is revealed at once, since all have seen it."""
        round_ = self.round
        if round_ is None or round_.state is not RoundState.OPEN:
            return
        try:
            outcome = self._services.rounds.close(round_.id, reason)
        except CountDiffers:
            self.difference_found.emit(round_)
            return
        except AppError as error:
            self._events.failed.emit(error)
            return
        self._events.changed.emit(outcome.changes)
        if round_.channel is Channel.HANDS:
            self.reveal()

    def reveal(self) -> None:
        """Show the closed round's result to the room."""
        round_ = self.round
        if round_ is not None and round_.state is RoundState.CLOSED:
            self._run(lambda: self._services.rounds.reveal(round_.id))

    def discard_vote(self) -> None:
        """Set the round aside and show the statement again."""
        round_ = self.round
        if round_ is not None and round_.state is not RoundState.REVEALED:
            self._run(lambda: self._services.rounds.discard(round_.id))

    def set_present(self, present: int) -> None:
        """Say how many people are in the room now."""
        if present != self.record.workshop.present:
            self._run(lambda: self._services.workshops.set_present(self.workshop_id, present))

    # -- notes and plan ---------------------------------------------------------------------

    def add_note(self, kind: NoteKind, text: str) -> bool:
        """File a note at the current step; return whether it is kept."""
        filed = self._run(lambda: self._services.notes.add(self.workshop_id, self.step, kind, text))
        return filed is not None

    def edit_note(self, note: Note, kind: NoteKind, text: str) -> None:
        """Change a note's kind or words."""
        self._run(lambda: self._services.notes.edit(note, kind, text))

    def delete_note(self, note: Note) -> None:
        """Remove a note."""
        self._run(lambda: self._services.notes.delete(note.id))

    def take(self, offer: Recommendation) -> None:
        """Take a recommended step on."""
        self._run(lambda: self._services.planning.take(self.workshop_id, offer))

    def add_own_step(self, wording: Wording) -> None:
        """Add the room's own step to the plan."""
        self._run(lambda: self._services.planning.add_own(self.workshop_id, wording))

    def edit_step(self, commitment: Commitment, wording: Wording) -> None:
        """Change a commitment."""
        self._run(lambda: self._services.planning.edit(commitment, wording))

    def drop(self, commitment: Commitment) -> None:
        """Take a commitment out of the plan."""
        self._run(lambda: self._services.planning.drop(commitment.id))

    def move_up(self, commitment: Commitment) -> None:
        """Move a commitment one place up."""
        self._run(lambda: self._services.planning.move(self.workshop_id, commitment.id, -1))

    def set_headline(self, text: str) -> None:
        """Set the headline commitment."""
        if text.strip() != self.record.workshop.headline:
            self._run(lambda: self._services.planning.set_headline(self.workshop_id, text))

    def set_review(self, day: date | None) -> None:
        """Set or clear the day the partnership looks again."""
        if day != self.record.workshop.review_on:
            self._run(lambda: self._services.planning.set_review(self.workshop_id, day))

    def toggle_finished(self) -> None:
        """Close the workshop, or open it again."""
        workshops = self._services.workshops
        closed = self.record.workshop.status is WorkshopStatus.CLOSED
        use_case = workshops.resume if closed else workshops.finish
        self._run(lambda: use_case(self.workshop_id))

    # -- following --------------------------------------------------------------------------

    def _run(self, use_case: Callable[[], Outcome[T]]) -> Outcome[T] | None:
        return self._events.run(use_case)

    def _follow(self, changes: Changes) -> None:
        if changes in (Changes.BALLOTS, Changes.LIBRARY, Changes.POSITION | Changes.LIBRARY):
            return
        self.reload()

    def reload(self) -> None:
        """Ask for the record again and show it."""
        self.record = self._services.workshops.record(self.workshop_id)
        self._show(scene_at(self.record, self.step, self.order))
        self.refreshed.emit()

    def _take(self, round_: Round) -> None:
        rounds = tuple(round_ if r.id == round_.id else r for r in self.record.rounds)
        self.record = replace(self.record, rounds=rounds)
        if isinstance(self._scene, VoteOpen):
            self._show(vote_open_after(self._scene, round_.ballots_in))
        self.ballots_changed.emit()

    def _show(self, scene: Scene) -> None:
        if scene != self._scene:
            self._scene = scene
            if not self._blank:
                self.scene_changed.emit(scene)


def _counted(round_: Round, counts: Sequence[int]) -> Round:
    others = tuple(t for t in round_.tallies if t.channel is not Channel.HANDS)
    hands = tuple(Tally(Channel.HANDS, "", p, n) for p, n in enumerate(counts) if n)
    kept_in = round_.ballots_in - sum(round_.hand_counts(len(counts) - 1))
    return replace(round_, tallies=(*others, *hands), ballots_in=kept_in + sum(counts))
