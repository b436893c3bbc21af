"""What every page of the console has in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.press import Press
from desktop_app.ui.widgets.text import button
from desktop_app.words.next_thing import button_words
from desktop_app.words.speech import say

MARGIN = 28


class _Inner(QWidget):
    """Content whose height follows from its width alone."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class _Hugging(QScrollArea):
    """A scroll area as high as its content, and no higher than there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def hold(self, inner: QWidget) -> None:
        """Show `inner` and follow its height."""
        self.setWidget(inner)
        inner.installEventFilter(self)

    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), 320)
        inner = self.widget()
        return QSize(width, inner.heightForWidth(width) if inner else 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Page(QWidget):
    """A page that shows a Session.

    `body` is where a page puts its things; it scrolls where they are too many. `action_row` stays
    in sight below. `primary` does the one thing that comes next; a page only places it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.keys_go_by: object = None
        """What is to be done on the page: where it is another thing, the keys go to that."""
        self.primary = button("", "primary", hint=say("Space and a remote’s next do this too"))
        self.primary.clicked.connect(self._do_next)
        layout = column(self, spacing=0)
        inner = _Inner()
        self.body: QVBoxLayout = column(inner, spacing=14)
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, 10)
        self._scroll = _Hugging()
        self._scroll.hold(inner)
        self.action_row = Flow(spacing=10)
        self.action_row.setContentsMargins(MARGIN, 8, MARGIN, 18)
        layout.addWidget(self._scroll)
        layout.addLayout(self.action_row)
        layout.addStretch(1)

    def show_session(self, session: Session) -> None:
        """Show where the session stands now."""
        raise NotImplementedError

    def leave(self) -> None:
        """Forget the session, which is closed."""
        self.session = None

    def show_ballots(self, session: Session) -> None:
        """Show that only the number of ballots changed."""

    def tell_saved(self, told: str) -> None:
        """Say what was saved, where a document can be asked for here."""

    def tell_copied(self) -> None:
        """Say that the text for an e-mail is on the clipboard, where it is offered here."""

    def show_next(self, session: Session) -> None:
        """Say on the main button what comes next."""
        self.primary.setText(button_words(session.going.thing, session.step.kind))

    def focus_primary(self) -> None:
        """Put the keyboard on the one thing that comes next."""
        self.primary.setFocus()

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def _do_next(self) -> None:
        if self.session is not None:
            self.session.going.do_next(Press(self.primary.pressed_at))
