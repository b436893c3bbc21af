"""Asks for the view the room agreed on after it talked, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop_app.application.rounds import MAX_REASON
from desktop_app.domain.framework import Scale
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .base import Question


@dataclass(frozen=True, slots=True)
class SettledView:
    """A point of the scale, or None for no agreed view, and the reason."""

    point: int | None
    reason: str


class SettledDialog(Question):
    """Keep an agreed view; the answer is a SettledView."""

    TOPIC = "statement"

    def __init__(self, parent: QWidget | None, scale: Scale, now: SettledView) -> None:
        super().__init__(parent, "", None)
        self.set_heading(say("Which view do you settle on?"))
        self._scale = scale
        self._build(now)
        self._keep, _ = self.add_buttons(say("&Keep this view"), say("Cancel"))
        self._point.currentIndexChanged.connect(self._follow)
        self._reason.textChanged.connect(self._follow)
        self._follow()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        scale: Scale,
        now: SettledView,
        answered: Callable[..., None],
    ) -> SettledDialog:
        """Ask; call `answered(SettledView)` where the person keeps a view."""
        dialog = cls(parent, scale, now)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self, now: SettledView) -> None:
        words = say("The votes stay as they are. This is what the room agrees on beside them.")
        self.body.addWidget(label(words))
        self._point = QComboBox()
        for point in self._scale.points:
            self._point.addItem(f"{point.value}  {point.label}", point.value)
        self._point.addItem(say("No agreed view"), None)
        self._reason = QLineEdit(now.reason)
        self._reason.setMaxLength(MAX_REASON)
        middle = (self._scale.size + 1) // 2
        self._point.setCurrentIndex((now.point or middle) - 1)
        self.body.addWidget(Field(say("&Agreed view"), self._point))
        hint = say(
            "A view is kept with its reason: a few words, without names, printed beside the result."
        )
        self.body.addWidget(Field(say("&Why"), self._reason, hint))

    def answer(self) -> SettledView:
        """Return the view as it stands."""
        return SettledView(self._point.currentData(), self._reason.text().strip())

    def _follow(self) -> None:
        view = self.answer()
        self._keep.setEnabled(view.point is None or bool(view.reason))
        self._reason.setEnabled(view.point is not None)
