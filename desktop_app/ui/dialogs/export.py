"""Asks which documents are wanted, where and how; stays until they are written.

Nothing that is there already is replaced without a question, and stopping leaves everything as
it was.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget

from desktop_app.application.pack import Pack, PackForm, PackOrder, already_there, pack_files
from desktop_app.application.reports import Reports
from desktop_app.documents.kinds import DocumentKind, Use, When
from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PrintOptions
from desktop_app.domain.workshop import Workshop
from desktop_app.ui.paper.folder_line import FolderLine
from desktop_app.ui.paper.kinds_box import KindsBox
from desktop_app.ui.paper.options_box import OptionsBox
from desktop_app.ui.paper.saving import Saving
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.spoken_name import name_list
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say, say_count

from .base import Question
from .confirm import ConfirmDialog

_NAMED = 3
"""So many files are named in a question; more are counted."""


class ExportDialog(Question):
    """Save documents; the answer is the Pack that was written.

    Signals:
        preview_requested(DocumentKind): the pages of this kind of document are to be shown.
        logo_chosen(str): another logo is wanted from now on; "" for none.
    """

    TOPIC = "printing"
    WIDTH = 970
    preview_requested = Signal(object)
    logo_chosen = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        reports: Reports,
        workshop: Workshop,
        folder: Path,
        options: PrintOptions | None = None,
    ) -> None:
        title = say("Save documents of “{title}”", title=workshop.title)
        super().__init__(parent, title, workshop.id)
        self._reports = reports
        self._workshop = workshop
        self._saving: Saving | None = None
        self._pack = Pack(None, (), folder)
        self._boxes = self._sorted_out(reports.kinds)
        self._looks = OptionsBox(options or PrintOptions(), reports.check_logo)
        self._folder = FolderLine(folder)
        self._form = QComboBox()
        self._state = label("", "soft")
        self._progress = QProgressBar()
        self._build()
        self._save, self._leave = self.add_buttons(say("&Save"), say("Cancel"), beside=self._state)
        self._connect()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        reports: Reports,
        workshop: Workshop,
        folder: Path,
        answered: Callable[..., None],
        *,
        kinds: tuple[DocumentKind, ...] = (),
        options: PrintOptions | None = None,
    ) -> ExportDialog:
        """Ask; call `answered(Pack, workshop id)` when documents were written."""
        dialog = cls(parent, reports, workshop, folder, options)
        dialog.tick(kinds)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _sorted_out(self, kinds: tuple[DocumentKind, ...]) -> tuple[KindsBox, ...]:
        """Return a box for each sort of document there is; what is in another is left out."""
        kinds = tuple(k for k in kinds if k.about.among not in kinds)
        day = tuple(k for k in kinds if k.about.when is When.BEFORE)
        after = tuple(k for k in kinds if k not in day)
        papers = tuple(k for k in after if k.about.use is Use.READ)
        data = tuple(k for k in after if k.about.use is Use.DATA)
        sorts = (
            (say("To read and print"), papers),
            (say("For the day"), day),
            (say("Data and pictures"), data),
        )
        return tuple(KindsBox(title, inside) for title, inside in sorts if inside)

    def _build(self) -> None:
        beside = row(spacing=12)
        columns = [column(spacing=12) for _ in self._boxes]
        for box, lines in zip(self._boxes, columns, strict=True):
            lines.addWidget(box, 1)
            beside.addLayout(lines, 1)
        below = columns[-2 if len(columns) > 1 else 0]
        below.setStretch(0, 0)
        below.addWidget(self._looks)
        below.addStretch(1)
        self.body.addLayout(beside)
        for form, text in (
            (PackForm.FILES, say("Single files")),
            (PackForm.FOLDER, say("In a folder of their own")),
            (PackForm.ZIP, say("As one zip file")),
        ):
            self._form.addItem(text, form)
        name_list(self._form, say("How they are saved"))
        where = row(spacing=12)
        where.addWidget(self._folder, 1)
        where.addWidget(self._form)
        self.add_below(where)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(say("Documents written"))
        self._progress.hide()
        self.body.addWidget(self._progress)

    def _connect(self) -> None:
        self._looks.logo_chosen.connect(self._keep_logo)
        self._looks.refused.connect(self._say_problem)
        for box in self._boxes:
            box.changed.connect(self._follow)
            box.preview_requested.connect(self.preview_requested)
        self._form.activated.connect(self._follow)
        self._folder.changed.connect(self._follow)
        self._follow()

    def tick(self, kinds: tuple[DocumentKind, ...]) -> None:
        """Tick these documents and no others."""
        for box in self._boxes:
            box.tick(kinds)

    @property
    def options(self) -> PrintOptions:
        """Return how printed documents are to look."""
        return self._looks.options

    @property
    def order(self) -> PackOrder:
        """Return what is asked for as it stands."""
        kinds = tuple(kind for box in self._boxes for kind in box.ticked)
        return PackOrder(kinds, self._folder.folder, self._form.currentData(), self.options)

    def _follow(self, _what: object = None) -> None:
        count = len(self.order.kinds)
        if not count:
            self._say(say("Tick the documents you want."))
        else:
            self._say(say_count("One document.", "{n} documents.", count))
        self._save.setEnabled(bool(count))

    def _keep_logo(self, chosen: str) -> None:
        self._follow()  # in place of what was said of another file
        self.logo_chosen.emit(chosen)

    def _say_problem(self, sentence: str) -> None:
        self._say(sentence, "problem")

    def _say(self, text: str, role: str = "soft") -> None:
        self._state.setText(text)
        self._state.setProperty("role", role)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)
        if self.isVisible():
            self.fit()

    # -- saving -----------------------------------------------------------------------------

    def accept(self) -> None:
        """Begin to save; ask first where something would be replaced."""
        order = self.order
        if self._saving is not None or not order.kinds:
            return
        there = already_there(pack_files(self._workshop, order))
        if there:
            self._ask_replace(there)
        else:
            self._begin(frozenset())

    def _ask_replace(self, there: tuple[Path, ...]) -> None:
        names = "\n".join(path.name for path in there[:_NAMED])
        if len(there) > _NAMED:
            names += "\n" + say_count("and {n} more", "and {n} more", len(there) - _NAMED)
        heading = say_count("Replace a file?", "Replace {n} files?", len(there))
        if all(path.is_dir() for path in there):
            heading = say_count("Replace a folder?", "Replace {n} folders?", len(there))
        text = say("In {folder} there is already:", folder=there[0].parent)
        ConfirmDialog.ask(
            self,
            heading,
            f"{text}\n\n{names}",
            say("Replace"),
            self._replace,
            subject=frozenset(there),
            danger=True,
        )

    def _replace(self, _yes: object, agreed: frozenset[Path]) -> None:
        self._begin(agreed)

    def _begin(self, agreed: frozenset[Path]) -> None:
        self._saving = saving = Saving()
        saving.progressed.connect(self._show_progress)
        saving.busy.connect(self._show_busy)
        saving.done.connect(self._end)
        saving.failed.connect(self._fail)
        saving.start(self._reports, self._workshop, self.order, agreed)

    def _show_busy(self, busy: bool) -> None:
        if not busy:
            self._saving = None
        for widget in (*self._boxes, self._looks, self._form, self._folder):
            widget.setEnabled(not busy)
        self._save.setEnabled(not busy)
        self._leave.setText(say("S&top") if busy else say("Cancel"))
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        (self._leave if busy else self._save).setFocus()

    def _show_progress(self, ready: int, total: int, name: str) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(ready)
        self._say(say("Writing {n} of {total}: {name}", n=ready + 1, total=total, name=name))

    def _end(self, pack: Pack) -> None:
        if pack.place is not None:
            self._pack = pack
            super().accept()
        else:
            self._say(say("Stopped. Nothing was written."))

    def _fail(self, error: AppError) -> None:
        self._say(said(error), "problem")

    def answer(self) -> Pack:
        """Return what was written."""
        return self._pack

    def reject(self) -> None:
        """Stop what is being written, or leave."""
        if self._saving is None:
            super().reject()
        else:
            self._say(say("Stopping after this document…"))
            self._saving.stop()
