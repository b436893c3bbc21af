"""The page of what stands between the votes: a break, or an item of the facilitator's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.steps import StepKind
from desktop_app.scenes.break_scenes import BreakShown
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.text import label
from desktop_app.words.counts import minutes
from desktop_app.words.names import step_kind_name, step_name
from desktop_app.words.speech import say

from .page import Page


class BetweenPage(Page):
    """What the room sees of it, and the way on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kicker, self._title = label(role="soft"), label(role="title")
        self._planned, self._about = label(role="strong"), label()
        for one in (self._kicker, self._title, self._planned, self._about):
            self.body.addWidget(one)
        self.action_row.addWidget(self.primary)

    def show_session(self, session: Session) -> None:
        self.session = session
        workshop, step = session.record.workshop, session.step
        item = next((i for i in workshop.agenda if i.step == step.key), AgendaItem(step.key, 0))
        self._kicker.setText(step_kind_name(step.kind))
        self._title.setText(step_name(workshop.framework, step))
        planned = minutes(item.minutes)
        self._planned.setText(say("Planned: {time}", time=planned) if planned else "")
        self._planned.setVisible(bool(planned))
        self._about.setText(_about(session) if step.kind is StepKind.BREAK else _shown(item))


def _shown(item: AgendaItem) -> str:
    """Return what the room sees of an own item."""
    if not item.picture:
        return item.text
    if not item.alt:
        return say("The room sees a picture. Nobody has written what it shows.")
    return say("The room sees a picture: {what}", what=item.alt)


def _about(session: Session) -> str:
    """Return what the room is told of a break."""
    scene = session.own_scene
    if isinstance(scene, BreakShown) and scene.clock:
        return say(
            "The room sees when to be back: {time}. One more minute moves it.", time=scene.clock
        )
    return say("The room sees that there is a break. Give it minutes to show when it ends.")
