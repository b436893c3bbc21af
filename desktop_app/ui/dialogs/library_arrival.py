"""Shows what a copy of a library holds beside what is here, before any of it comes in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.domain.library_file import LibraryFile
from desktop_app.ui.widgets.text import label
from desktop_app.words.library_copies import beside_ours, titles_in, what_is_in
from desktop_app.words.speech import say

from .base import Question


class LibraryArrivalDialog(Question):
    """The answer is whether what went further there takes the place of what is here."""

    TOPIC = "data"
    WIDTH = 600

    def __init__(self, parent: QWidget | None, path: Path, found: LibraryFile) -> None:
        super().__init__(parent, say("Library in “{file}”", file=path.name), path)
        self._newer = QCheckBox(say("Let them take the place of what is here"))
        self._build(found)
        self.add_buttons(say("&Bring back"), say("Cancel"))

    @classmethod
    def ask(
        cls, parent: QWidget | None, path: Path, found: LibraryFile, answered: Callable[..., None]
    ) -> LibraryArrivalDialog:
        """Ask; call `answered(newer, path)` where the library is wanted."""
        dialog = cls(parent, path, found)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self, found: LibraryFile) -> None:
        lines = what_is_in(found)
        self.body.addWidget(label(" · ".join(lines), "strong"))
        self.body.addWidget(label("\n".join(titles_in(found))))
        self.body.addWidget(label("\n".join(beside_ours(found))))
        if found.further:
            self.body.addWidget(self._newer)
        note = say("A backup of what is here is made first. Nothing comes in before you say so.")
        self.body.addWidget(label(note, "soft"))
        self.setAccessibleDescription(" ".join((*lines, *beside_ours(found))))

    def answer(self) -> bool:
        """Return whether what went further there takes the place of what is here."""
        return self._newer.isChecked()
