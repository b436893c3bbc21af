"""What every page of the console has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.charts.palette import LIGHT, Palette
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import column

MARGIN = 28


class Page(QScrollArea):
    """A scrolling page that shows a Session; `body` is where a page puts its things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.palette_tokens: Palette = LIGHT
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self.body: QVBoxLayout = column(inner, spacing=14, margin=MARGIN)
        self.setWidget(inner)

    def show_session(self, session: Session) -> None:
        """Show where the session stands now."""
        raise NotImplementedError

    def show_ballots(self, session: Session) -> None:
        """Show that only the number of ballots changed."""

    def focus_primary(self) -> None:
        """Put the keyboard on the one thing that comes next."""
