"""Documents of one sort to tick, each with what it is for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from desktop_app.documents.kinds import DocumentKind
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say

_INDENT = 30


class KindsBox(QFrame):
    """A card of documents.

    Signals:
        changed(): other documents are ticked.
        preview_requested(DocumentKind): the pages of this kind are to be shown.
    """

    changed = Signal()
    preview_requested = Signal(object)

    def __init__(
        self, title: str, kinds: tuple[DocumentKind, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._all = button(say("All"), "small")
        self._all.setAccessibleName(say("{title}: all", title=title))
        self._rows = {kind: KindRow(kind) for kind in kinds}
        self._build(title)
        self._all.clicked.connect(self._toggle_all)
        for line in self._rows.values():
            line.toggled.connect(self._follow)
            line.preview_requested.connect(self.preview_requested)

    def _build(self, title: str) -> None:
        lines = column(self, spacing=5)
        lines.setContentsMargins(18, 12, 14, 14)
        head = row(spacing=8)
        head.addWidget(label(title, "strong", wrap=False))
        head.addStretch(1)
        head.addWidget(self._all)
        lines.addLayout(head)
        for line in self._rows.values():
            lines.addWidget(line)
        lines.addStretch(1)

    @property
    def ticked(self) -> tuple[DocumentKind, ...]:
        """Return the kinds that are wanted, in order."""
        return tuple(kind for kind, line in self._rows.items() if line.is_ticked)

    def tick(self, kinds: tuple[DocumentKind, ...]) -> None:
        """Tick these and no others."""
        for kind, line in self._rows.items():
            line.tick(on=kind in kinds)

    def _toggle_all(self) -> None:
        whole = len(self.ticked) == len(self._rows)
        self.tick(() if whole else tuple(self._rows))

    def _follow(self) -> None:
        whole = len(self.ticked) == len(self._rows)
        self._all.setText(say("None") if whole else say("All"))
        self.changed.emit()


class KindRow(QWidget):
    """One document: a box to tick, what it is for, and a look at its pages where it has some.

    Signals:
        toggled(): it was ticked or not.
        preview_requested(DocumentKind): its pages are to be shown; its kind.
    """

    toggled = Signal()
    preview_requested = Signal(object)

    def __init__(self, kind: DocumentKind) -> None:
        super().__init__()
        self._kind = kind
        self._box = QCheckBox(said(kind.about.title))
        self._box.setAccessibleDescription(said(kind.about.purpose))
        self._box.toggled.connect(self._tell)
        self._build()

    def _build(self) -> None:
        lines = column(self, spacing=0)
        head = row(spacing=8)
        head.addWidget(self._box)
        head.addStretch(1)
        if self._kind.about.is_paper:
            look = button(say("Look at it"), "small")
            look.setAccessibleName(say("Look at: {title}", title=self._box.text()))
            look.clicked.connect(self._ask_preview)
            head.addWidget(look)
        lines.addLayout(head)
        purpose = label(said(self._kind.about.purpose), "small")
        purpose.setContentsMargins(_INDENT, 0, 0, 0)
        lines.addWidget(purpose)

    @property
    def is_ticked(self) -> bool:
        """Tell whether it is wanted."""
        return self._box.isChecked()

    def tick(self, *, on: bool) -> None:
        """Tick it or not."""
        self._box.setChecked(on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it by a click anywhere on its words."""
        if self.rect().contains(event.position().toPoint()):
            self._box.click()
        super().mouseReleaseEvent(event)

    def _tell(self, _on: bool) -> None:
        self.toggled.emit()

    def _ask_preview(self) -> None:
        self.preview_requested.emit(self._kind)
