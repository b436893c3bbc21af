"""Several widgets in one place, only one of them shown; as high as that one needs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from .layouts import column


class Switcher(QWidget):
    """Show one of the added widgets. QStackedWidget would be as high as the highest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = column(self, spacing=0)
        self._current: QWidget | None = None

    def add(self, widget: QWidget) -> None:
        """Add a widget; the first one is shown."""
        self._layout.addWidget(widget)
        widget.setVisible(self._current is None)
        self._current = self._current or widget

    @property
    def current(self) -> QWidget | None:
        """Return the widget that is shown."""
        return self._current

    def show_only(self, widget: QWidget) -> None:
        """Show one of the added widgets instead of the others."""
        if widget is not self._current:
            if self._current is not None:
                self._current.hide()
            self._current = widget
            widget.show()
