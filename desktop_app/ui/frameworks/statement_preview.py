"""A statement as the room will see it, kept in step with what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from desktop_app.application.framework_edits import value_at
from desktop_app.domain.framework_rules import LONG_STATEMENT, MAX_TEXT, Place, tidy_text
from desktop_app.scenes.framework_preview import preview
from desktop_app.scenes.scene import StatementShown
from desktop_app.ui.stage.preview import StagePreview
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .draft import Draft

BELOW_HEIGHT, BESIDE_WIDTH = 186, 480
_NO_LIMIT = 16_777_215


class StatementPreview(QFrame):
    """The stage in small; hidden for parts that are not voted on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = StagePreview()
        self._beside = False
        self.setProperty("role", "side")
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lines.setSpacing(12)
        self._lines.setContentsMargins(20, 12, 20, 12)
        self._lines.addWidget(
            label(say("What the room will see"), "soft"), 0, Qt.AlignmentFlag.AlignTop
        )
        self._lines.addWidget(self.stage)
        self.warning = label("", "small")
        self.warning.hide()
        self._lines.addWidget(self.warning)
        self._lines.addStretch(1)
        self.hide()

    def set_dark(self, *, dark: bool) -> None:
        """Paint a dark stage or a light one."""
        self.stage.set_dark(dark)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside the form, or below it."""
        self._beside = beside
        self.setProperty("role", "side" if beside else "footer")
        self.style().unpolish(self)
        self.style().polish(self)
        direction = QBoxLayout.Direction
        self._lines.setDirection(direction.TopToBottom if beside else direction.LeftToRight)
        self.setMinimumWidth(BESIDE_WIDTH if beside else 0)
        self.setMaximumWidth(BESIDE_WIDTH if beside else _NO_LIMIT)
        self.setMaximumHeight(_NO_LIMIT if beside else BELOW_HEIGHT + 24)
        self.stage.setMinimumSize(160, 90)
        self.stage.setMaximumSize(_NO_LIMIT, _NO_LIMIT)
        if not beside:
            self.stage.setFixedSize(round(BELOW_HEIGHT * 16 / 9), BELOW_HEIGHT)

    def show_part(self, draft: Draft, place: Place) -> None:
        """Show the vote on the part at a place; nothing where it is not voted on."""
        voted = len(place) in (2, 4) and place[0] == "actions"
        voted = voted and (len(place) == 2 or place[2] == "statements")
        self.setVisible(voted)
        if not voted:
            return
        part = value_at(draft.framework, place)
        self._warn(tidy_text(part.quick.text if len(place) == 2 else part.text))
        scene = preview(draft.framework, value_at(draft.framework, (*place, "id")))
        if isinstance(scene, StatementShown) and not _too_long(scene):
            self.stage.show_scene(scene)

    def _warn(self, text: str) -> None:
        """Say that a statement is long for the wall, and what happens to it there."""
        long = len(text) > LONG_STATEMENT
        self.warning.setVisible(long)
        if long:
            # For translators: {n} is more than {limit}, which is more than 100
            words = say(
                "{n} characters, and {limit} are read well from the back of the room. A longer "
                "statement stands there without its beginning, or by its name.",
                n=len(text),
                limit=LONG_STATEMENT,
            )
            self.warning.setText(words)


def _too_long(scene: StatementShown) -> bool:
    """Return whether nobody would read it, and laying it out would take long."""
    texts = (scene.kicker, scene.sentence, *(card.label + card.text for card in scene.cards))
    return any(len(text) > 2 * MAX_TEXT for text in texts)
