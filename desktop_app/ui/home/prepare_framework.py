"""Which framework a workshop is prepared with: the built-in one first, then those made here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.framework import Depth, Framework
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column
from desktop_app.words import counts
from desktop_app.words.speech import say, say_count

MINUTES_A_STATEMENT, MINUTES_AN_ACTION = 11, 9


class FrameworkChoice(QWidget):
    """A list that folds; hidden while there is nothing to choose.

    Signals:
        chosen(): another framework is chosen now.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self._offered: tuple[Framework, ...] = ()
        self._field = Field(
            say("Framew&ork"), self.box, say("The workshop keeps its own copy of it.")
        )
        column(self).addWidget(self._field)
        self.box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.box.setMinimumContentsLength(12)
        self.box.currentIndexChanged.connect(self.chosen)
        self.hide()

    def offer(self, frameworks: tuple[Framework, ...], *, fixed: bool) -> None:
        """Offer these, the first one chosen; `fixed` shows what a workshop was made with."""
        self._offered = frameworks
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems([self._named(framework) for framework in frameworks])
        self.box.blockSignals(False)
        self.box.setDisabled(fixed)
        self.setVisible(fixed or len(frameworks) > 1)
        self.chosen.emit()

    @property
    def framework(self) -> Framework | None:
        """Return the framework that is chosen."""
        return self._offered[self.box.currentIndex()] if self._offered else None

    @property
    def framework_id(self) -> str:
        """Return the id of the framework that is chosen; "" for the built-in one."""
        index = self.box.currentIndex()
        return self._offered[index].id if index > 0 or not self.box.isEnabled() else ""

    def depth_words(self, framework: Framework) -> dict[Depth, tuple[str, str]]:
        """Return for each depth how many votes it means and how long they take."""
        actions, statements = len(framework.actions), len(framework.statements)
        full = say("One vote per statement")
        if statements != actions:
            full = " · ".join((counts.actions(actions), counts.statements(statements)))
        return {
            Depth.FULL: (
                full,
                say(
                    "{time}. Shows where exactly each action is strong or stuck.",
                    time=self._time(statements * MINUTES_A_STATEMENT),
                ),
            ),
            Depth.QUICK: (
                say("Quick: one vote per action"),
                say("{time}, for a first picture.", time=self._time(actions * MINUTES_AN_ACTION)),
            ),
        }

    def _named(self, framework: Framework) -> str:
        title = " ".join(framework.title.split())
        return say("{title}, version {version}", title=title, version=framework.version)

    def _time(self, minutes: int) -> str:
        """Return a time to the quarter of an hour, or to the half beyond one."""
        quarters = max(1, round(minutes / 15))
        if quarters < 4:
            return say_count("About {n} minute", "About {n} minutes", 15 * quarters)
        hours, half = divmod(round(minutes / 30), 2)
        if half:
            return say_count("About {n}½ hours", "About {n}½ hours", hours)
        return say_count("About an hour", "About {n} hours", hours)
