"""The framework editor: the parts on the left, what can be written in one of them on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.domain.framework import Framework
from desktop_app.domain.framework_rules import Place
from desktop_app.ui.widgets.kept_focus import kept_focus
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.words.speech import say

from .draft import Draft
from .editor_head import EditorFoot, EditorHead
from .part_form import PartForm
from .parts import part_of
from .parts_panel import PartsPanel
from .statement_preview import StatementPreview

WIDE = 1300
FORM_WIDTH = 760


class EditorPage(QWidget):
    """Edit one framework of one's own.

    Signals:
        save_requested(Framework): keep this as the next version.
        leave_requested(): go back to the list; changes may not be saved.
    """

    save_requested = Signal(object)
    leave_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = EditorHead()
        self.parts = PartsPanel()
        self.preview = StatementPreview()
        self.foot = EditorFoot()
        self._draft: Draft | None = None
        self._form: PartForm | None = None
        self._build()
        self._connect()
        self._dress()

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        lines = column(self, spacing=0)
        lines.addWidget(self.head)
        middle = row(spacing=0)
        middle.addWidget(self.parts)
        self._right = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._right.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.addWidget(self._scroll, 1)
        self._right.addWidget(self.preview)
        middle.addLayout(self._right, 1)
        lines.addLayout(middle, 1)
        lines.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.leave_requested)
        self.head.save.clicked.connect(self._ask_save)
        self.head.undo.clicked.connect(self._undo)
        self.head.revert.clicked.connect(self._revert)
        self.foot.show_next.clicked.connect(self._show_next)
        self.parts.tree.chosen.connect(self._show_part)
        # In a text Ctrl+Z takes back what was typed there; anywhere else, the last step.
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self._undo)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the preview beside the form where there is room, below it where there is not."""
        super().resizeEvent(event)
        wide = self.width() >= WIDE
        direction = QBoxLayout.Direction
        self._right.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.preview.set_beside(beside=wide)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colours of the application."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._dress()

    def _dress(self) -> None:
        # The ink tells whether the ground is dark.
        dark = self.palette().color(QPalette.ColorRole.WindowText).lightness() > 128
        self.parts.tree.use_palette(DARK if dark else LIGHT)
        self.preview.set_dark(dark=dark)

    # -- what is shown ----------------------------------------------------------------------

    def start(self, framework: Framework) -> None:
        """Begin to edit a framework's newest version."""
        if self._draft is not None:
            self._draft.deleteLater()
        draft = Draft(framework, self)
        draft.changed.connect(self._follow)
        draft.reshaped.connect(self._rebuild)
        self._draft = draft
        self.foot.tell("")
        self.parts.show_draft(draft, ())
        self._show_part(())
        self._follow()
        self.parts.tree.setFocus()

    def mark_kept(self, framework: Framework) -> None:
        """Take the version that was kept; say so."""
        if self._draft is not None:
            self._draft.mark_kept(framework)
            self.foot.tell(
                say(
                    "Saved as version {version}. Workshops made earlier keep their own copy.",
                    version=framework.version,
                )
            )

    @property
    def has_changes(self) -> bool:
        """Return whether there is something that is not saved."""
        return self._draft is not None and self._draft.is_changed

    @property
    def can_save(self) -> bool:
        """Return whether what there is may be saved."""
        return self._draft is not None and not self._draft.mistakes

    @property
    def framework(self) -> Framework | None:
        """Return the framework as it is now."""
        return self._draft.framework if self._draft is not None else None

    @property
    def form(self) -> PartForm | None:
        """Return the form that is shown."""
        return self._form

    def leave(self) -> None:
        """Forget what is edited."""
        if self._draft is not None:
            self._draft.deleteLater()
            self._draft = None

    def _show_part(self, place: Place) -> None:
        if self._draft is None:
            return
        before = self._scroll.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()  # not at once: it may hold the control that asked for this
        outer = QWidget()
        self._form = PartForm(self._draft, place)
        self._form.setMaximumWidth(FORM_WIDTH)
        line = row(outer)
        line.addWidget(self._form, 1000)
        line.addStretch(1)
        self._scroll.setWidget(outer)
        self.preview.show_part(self._draft, place)

    def _rebuild(self, place: Place) -> None:
        if self._draft is None:
            return
        self.foot.tell("")
        ordering = self.parts.is_ordering
        with kept_focus(self.parts, self.parts.tree.setFocus):
            self.parts.show_draft(self._draft, place)
        self._show_part(self.parts.tree.place)
        self._follow()
        if self._form is not None and place != () and not ordering:
            self._form.focus_first()

    def _follow(self) -> None:
        """Show what has become of the draft by a change in one of its values."""
        if self._draft is None or self._form is None:
            return
        self.head.show_draft(self._draft)
        self.foot.show_mistakes(len(self._draft.mistakes))
        self.parts.refresh()
        self._form.show_mistakes()
        self.preview.show_part(self._draft, self._form.place)

    # -- answers ----------------------------------------------------------------------------

    def keep(self) -> None:
        """Keep the framework, as its button does."""
        self._ask_save()

    def _ask_save(self) -> None:
        if self._draft is None or not self._draft.is_changed:
            return
        if self._draft.mistakes:
            self._show_next()
        else:
            self.save_requested.emit(self._draft.framework)

    def _undo(self) -> None:
        if self._draft is not None:
            self._draft.undo()

    def _revert(self) -> None:
        if self._draft is not None:
            self._draft.revert()

    def _show_next(self) -> None:
        """Lead to the next part, from here down, in which something will not do."""
        if self._draft is None or self._form is None or not self._draft.mistakes:
            return
        parts = list(dict.fromkeys(part_of(m.place) for m in self._draft.mistakes))
        here = self._form.place
        after = parts[parts.index(here) + 1 :] if here in parts else parts
        focused = self._form.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        target = here if here in parts and not focused else (after or parts)[0]
        self.parts.tree.choose(target)
        self._form.focus_mistake()
