"""The lines above and below the editor: what is edited, saving it, and what will not do yet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.framework_versions import next_version
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import say, say_count

from .draft import Draft


class EditorHead(QFrame):
    """The title and version, with the buttons for the whole framework."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "header")
        self.back = button(say("‹ F&rameworks"), "quiet", hint=say("Back to the list"))
        self._title = OneLine("", "heading")
        self._version = label("", "small", wrap=False)
        self.undo = button(say("&Undo"), hint=say("Take the last step back (Ctrl+Z)"))
        self.revert = button(say("Re&vert"), hint=say("Go back to the version that was saved last"))
        self.save = button(say("Save"), "primary", hint=say("Ctrl+S does this too"))
        self._build()

    def _build(self) -> None:
        line = row(self, spacing=12)
        line.setContentsMargins(12, 10, 20, 10)
        line.addWidget(self.back)
        words = column(spacing=0)
        words.addWidget(self._title)
        words.addWidget(self._version)
        line.addLayout(words, 1)
        for made in (self.undo, self.revert, self.save):
            line.addWidget(made)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft is called and what can be done with it."""
        self._title.say(draft.framework.title)
        changed = draft.is_changed
        version = draft.kept.version
        self._version.setText(
            say("Version {version}, changed", version=version)
            if changed
            else say("Version {version}", version=version)
        )
        self.save.setText(
            say("Save version {version}", version=next_version(version))
            if changed
            else say("Saved")
        )
        self.save.setEnabled(changed and not draft.mistakes)
        self.revert.setEnabled(changed)
        self.undo.setEnabled(draft.can_undo)


class EditorFoot(QFrame):
    """One line: how many places need a change, or what has just been done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        self._words = label("", wrap=False)
        self._count = 0
        self._said = ""
        self.show_next = button(say("Show the ne&xt"))
        line = row(self, spacing=16)
        line.setContentsMargins(20, 6, 20, 6)
        line.addWidget(self._words, 1)
        line.addWidget(self.show_next)
        self.setMinimumHeight(54)

    def tell(self, text: str) -> None:
        """Say what has just been done; empty for nothing."""
        self._said = text
        self._show()

    def show_mistakes(self, count: int) -> None:
        """Say how many places need a change before this can be saved."""
        self._count = count
        self._show()

    def _show(self) -> None:
        if self._count == 0:
            text = self._said or say("Complete: this can be used in a workshop.")
        else:
            text = say_count(
                "One place needs a change before this can be saved.",
                "{n} places need a change before this can be saved.",
                self._count,
            )
        self._words.setText(text)
        self._words.setProperty("role", "problem" if self._count else "soft")
        self._words.style().unpolish(self._words)
        self._words.style().polish(self._words)
        self.show_next.setVisible(self._count > 0)
