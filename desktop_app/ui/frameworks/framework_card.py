"""One framework of the list, with what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from desktop_app.domain.framework import Framework
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label
from desktop_app.words import counts
from desktop_app.words.speech import say


class FrameworkCard(QFrame):
    """Title, version and size of a framework; a built-in one can only be copied.

    Signals:
        duplicate_requested(str), edit_requested(str), export_requested(str),
        delete_requested(str): the framework's id.
    """

    duplicate_requested = Signal(object)
    edit_requested = Signal(object)
    export_requested = Signal(object)
    delete_requested = Signal(object)

    def __init__(
        self, framework: Framework, *, built_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = framework.id
        self._built_in = built_in
        self.setProperty("role", "card")
        self.setAccessibleName(framework.title)
        self.edit = button(say("Edit"))
        self.duplicate = button(say("Duplicate"))
        self.export = button(say("Export…"))
        self.delete = button(say("Delete"), "danger")
        self._build(framework)
        self._name_buttons(framework.title)
        self.edit.clicked.connect(self._ask_edit)
        self.duplicate.clicked.connect(self._ask_duplicate)
        self.export.clicked.connect(self._ask_export)
        self.delete.clicked.connect(self._ask_delete)

    def _build(self, framework: Framework) -> None:
        line = row(self, spacing=8)
        line.setContentsMargins(20, 14, 16, 14)
        words = column(spacing=2)
        words.addWidget(OneLine(framework.title, "strong"))
        about = row(spacing=10)
        if self._built_in:
            about.addWidget(label(say("Built in"), "badge", wrap=False))
        about.addWidget(label(self.summary(framework), "small", wrap=False), 1)
        words.addLayout(about)
        line.addLayout(words, 1)
        for made in (self.edit, self.duplicate, self.export, self.delete):
            line.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
            made.setVisible(made in self._shown_buttons())

    def _shown_buttons(self) -> tuple[QPushButton, ...]:
        if self._built_in:
            return (self.duplicate, self.export)
        return (self.edit, self.duplicate, self.export, self.delete)

    def _name_buttons(self, title: str) -> None:
        self.edit.setAccessibleName(say("Edit {title}", title=title))
        self.duplicate.setAccessibleName(say("Duplicate {title}", title=title))
        self.export.setAccessibleName(say("Export {title}", title=title))
        self.delete.setAccessibleName(say("Delete {title}", title=title))

    @property
    def first_button(self) -> QPushButton:
        """Return the button the keyboard comes to first."""
        return self._shown_buttons()[0]

    def summary(self, framework: Framework) -> str:
        """Return version and size in words."""
        parts = (
            say("Version {version}", version=framework.version),
            counts.actions(len(framework.actions)),
            counts.statements(len(framework.statements)),
            counts.points(framework.scale.size),
        )
        return " · ".join(parts)

    def _ask_edit(self) -> None:
        self.edit_requested.emit(self._id)

    def _ask_duplicate(self) -> None:
        self.duplicate_requested.emit(self._id)

    def _ask_export(self) -> None:
        self.export_requested.emit(self._id)

    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._id)
