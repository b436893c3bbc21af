"""The commands of what is put on the stage beside a step's own scene."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop_app.domain.plan import Note
from desktop_app.domain.results import Recommendation
from desktop_app.scenes.asides import Aside, AsideKind, following, is_offered
from desktop_app.scenes.choosing import LETTERS, step_screens
from desktop_app.scenes.questions import question_scenes

from .planning import Planning
from .room import Room


class Showing(QObject):
    """Show, go on to the next screen, take off; take a step by the letter the room calls out."""

    def __init__(self, room: Room, planning: Planning) -> None:
        super().__init__(room)
        self._room, self._planning = room, planning

    def offers(self, kind: AsideKind) -> bool:
        """Return whether there is something of a kind to show now."""
        return is_offered(self._room.record, self._room.step, kind)

    def shows(self, kind: AsideKind, subject: str = "") -> bool:
        """Return whether the room sees this, or would but for a blank stage."""
        aside = self._room.aside
        return aside is not None and (aside.kind, aside.subject) == (kind, subject)

    def press(self, kind: AsideKind) -> bool:
        """Show the first screen of a kind, then the next, then the step; tell if any is offered."""
        room = self._room
        if not self.offers(kind):
            return False
        if room.aside is None or not self.shows(kind):
            self.show(kind)
        elif room.is_blank:
            room.show_aside(room.aside)
        else:
            room.show_aside(following(room.record, room.step, room.aside))
        return True

    def show(self, kind: AsideKind, screen: int = 0, subject: str = "") -> None:
        """Show one screen of a kind."""
        self._room.show_aside(Aside(kind, screen, subject, self._room.shape))

    def toggle_question(self, place: int) -> None:
        """Show one question; of a long one its next screen; then take it off again."""
        room = self._room
        places = [one.place for one in question_scenes(room.record, room.step, room.shape)]
        if self.question != place or room.aside is None:
            self.show(AsideKind.QUESTIONS, places.index(place))
        elif places[room.aside.screen + 1 :][:1] == [place]:
            self.show(AsideKind.QUESTIONS, room.aside.screen + 1)
        else:
            self.take_off()

    @property
    def question(self) -> int | None:
        """Return which question the room sees, or would but for a blank stage."""
        room = self._room
        if room.aside is None or not self.shows(AsideKind.QUESTIONS):
            return None
        scenes = question_scenes(room.record, room.step, room.shape)
        return scenes[min(room.aside.screen, len(scenes) - 1)].place

    def toggle_note(self, note: Note) -> None:
        """Show a note; of a long one its next screen; then take it off again."""
        room = self._room
        if room.aside is not None and self.shows(AsideKind.NOTE, note.id):
            room.show_aside(following(room.record, room.step, room.aside))
        else:
            self.show(AsideKind.NOTE, subject=note.id)

    def take_off(self) -> bool:
        """Show the step's own scene again; return whether something else was shown."""
        shown = self._room.aside is not None
        if shown:
            self._room.show_aside(None)
        return shown

    @property
    def lettered(self) -> Mapping[str, Recommendation]:
        """Return the steps that the room sees now, by their letters."""
        room = self._room
        if room.aside is None or room.is_blank or room.aside.kind is not AsideKind.STEPS:
            return {}
        screens = step_screens(room.record, room.shape)
        screen = screens[min(room.aside.screen, len(screens) - 1)] if screens else ()
        return dict(zip(LETTERS, screen, strict=False))

    def take_step(self, letter: str) -> bool:
        """Take the step of a letter on; return whether the room sees such a letter."""
        offer = self.lettered.get(letter)
        if offer is None:
            return False
        if not self._planning.has(offer):
            self._planning.take(offer)
        return True
