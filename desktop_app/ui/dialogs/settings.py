"""Asks for the settings of this laptop: light or dark, motion, sound, time on the stage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.settings import Settings
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.field import Field
from desktop_app.words.speech import say

from .base import Question


class SettingsDialog(Question):
    """Change the settings; the answer is Settings."""

    TOPIC = "settings"
    WIDTH = 640

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        super().__init__(parent, say("Settings of this laptop"))
        self._settings = settings
        self._build()
        self._fill(settings)
        self.add_buttons(say("&Keep"), say("Cancel"))

    @classmethod
    def ask(
        cls, parent: QWidget | None, settings: Settings, answered: Callable[..., None]
    ) -> SettingsDialog:
        """Ask; call `answered(Settings, None)` where the person keeps them."""
        dialog = cls(parent, settings)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        light, dark = say("Light"), say("Dark")
        self._console: Choices[bool | None] = Choices(
            say("This window"),
            (Choice(None, say("As the laptop")), Choice(False, light), Choice(True, dark)),
            beside=True,
        )
        self._stage: Choices[bool | None] = Choices(
            say("The stage"),
            (Choice(None, say("As this window")), Choice(False, light), Choice(True, dark)),
            beside=True,
        )
        self._motion = QCheckBox(say("Let bars &grow at a reveal"))
        self._chime = QCheckBox(say("Make a soft &sound when everybody has voted"))
        self._timer = QCheckBox(say("Show the step &timer"))
        self._stage_timer = QCheckBox(say("Show the minutes &left on the stage too"))
        self._black = QCheckBox(say("A &blank stage is black"))
        self.body.addWidget(Field(say("This &window"), self._console))
        self.body.addWidget(Field(say("The st&age"), self._stage))
        for box in (self._black, self._motion, self._chime, self._timer, self._stage_timer):
            self.body.addWidget(box)

    def _fill(self, settings: Settings) -> None:
        self._console.choose(settings.console_dark)
        self._stage.choose(settings.stage_dark)
        self._black.setChecked(settings.blank_black)
        self._motion.setChecked(settings.motion)
        self._chime.setChecked(settings.chime)
        self._timer.setChecked(settings.timer)
        self._stage_timer.setChecked(settings.stage_timer)

    def answer(self) -> Settings:
        """Return the settings as they stand."""
        return replace(
            self._settings,
            console_dark=self._console.value,
            stage_dark=self._stage.value,
            blank_black=self._black.isChecked(),
            motion=self._motion.isChecked(),
            chime=self._chime.isChecked(),
            timer=self._timer.isChecked(),
            stage_timer=self._stage_timer.isChecked(),
        )
