"""Asks once a workshop whether the room can see the screen that the ballot of turns will be on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import Channel
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say
from desktop_app.words.who_sees import channel_line

from .base import Question


class SeenScreenDialog(Question):
    """The answer is whether the room can see this screen; each answer says what is then told."""

    TOPIC = "turns"
    WIDTH = 620

    def __init__(self, parent: QWidget | None, subject: object = None) -> None:
        super().__init__(parent, say("Can the room see this screen?"), subject)
        self.body.addWidget(
            label(
                say(
                    "The ballot of turns comes on this screen: no other one is there, or it shows "
                    "the same. A choice can be read here until it is confirmed. The room is told "
                    "beforehand:"
                )
            )
        )
        self._choices = Choices(
            say("Can the room see this screen?"),
            tuple(
                Choice(seen, self._answer(seen=seen), channel_line(Channel.TURNS, seen=seen))
                for seen in (True, False)
            ),
        )
        self.body.addWidget(self._choices)
        self.add_buttons(say("Keep"), say("Cancel"))

    def _answer(self, *, seen: bool) -> str:
        if seen:
            return say("Yes, the room can see it")
        return say("No, only whoever is in front of it")

    @classmethod
    def ask(
        cls, parent: QWidget | None, answered: Callable[..., None], *, subject: object = None
    ) -> SeenScreenDialog:
        """Ask; call `answered(seen, subject)`, and nothing where it is cancelled."""
        dialog = cls(parent, subject)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def answer(self) -> bool:
        """Return whether the room can see this screen."""
        return self._choices.value
