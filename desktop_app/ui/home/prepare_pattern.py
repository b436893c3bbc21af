"""What a new workshop begins from: nothing, an earlier workshop, or one in a file."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label, naming
from desktop_app.words.dates import long_date
from desktop_app.words.speech import say, say_count

_FILE = 1
"""What the choice of a file holds in place of a workshop's id."""


class PatternForm(QWidget):
    """The choice, and a line on what it brings.

    Signals:
        chosen(str): begin from this workshop, "" from an empty form.
        file_wanted(): begin from a workshop in a file.
    """

    chosen = Signal(object)
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self._about = label("", "small")
        self.box.setAccessibleName(say("Begin from an earlier workshop"))
        spoken = naming(say("Begin from an earlier workshop"), self.box)
        spoken.setParent(self)
        spoken.hide()
        lines = column(self, spacing=6)
        lines.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self._about)
        self._about.hide()
        self.box.activated.connect(self._tell)

    def offer(self, workshops: Iterable[WorkshopSummary]) -> None:
        """Offer to begin from one of these."""
        self.box.clear()
        self.box.addItem(say("Begin from an empty form"), "")
        for workshop in workshops:
            about = " · ".join(part for part in (workshop.title, workshop.partnership) if part)
            self.box.addItem(say("Begin from “{workshop}”", workshop=about), workshop.id)
        self.box.addItem(say("Begin from a file…"), _FILE)

    def show_choice(self) -> None:
        """Show the choice where there is one, and what is followed."""
        self.show()
        self.box.setVisible(self.box.count() > 1)

    def show_begun(self, source: object) -> None:
        """Stand at what the form begins from; no choice where that is not among those offered."""
        self.show()
        place = self.box.findData(source) if isinstance(source, str) else -1
        self.box.setVisible(place > 0)
        self.box.setCurrentIndex(max(place, 0))

    def begin_empty(self) -> None:
        """Stand at the empty form."""
        self.box.setCurrentIndex(0)
        self.tell_earlier(None)

    def tell_earlier(
        self, earlier: Workshop | None, promises: int = 0, wrong_clock: str = ""
    ) -> None:
        """Say which workshop is followed, and what the day begins with; None for no follow-up.

        `wrong_clock`: what is wrong with the laptop's day, where it is before that workshop.
        """
        told = (_follows(earlier, promises), wrong_clock) if earlier else ()
        self._about.setText(" ".join(one for one in told if one))
        self._about.setVisible(earlier is not None)

    def _tell(self) -> None:
        chosen = self.box.currentData()
        if chosen == _FILE:
            self.file_wanted.emit()
        else:
            self.chosen.emit(chosen)


def _follows(earlier: Workshop, promises: int) -> str:
    day = long_date(earlier.held_on) if earlier.held_on else say("no date")
    what = say("This follows “{title}” ({day}).", title=earlier.title, day=day)
    if not promises:
        return what
    first = say_count(
        "The day begins with what became of its open commitment.",
        "The day begins with what became of its {n} open commitments.",
        promises,
    )
    return f"{what} {first}"
