"""Work on frameworks: shows the list and the editor, and runs the use cases behind them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog

from desktop_app.application.frameworks import FrameworkShelf, Kept, file_name
from desktop_app.application.outcome import Outcome
from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import AppError
from desktop_app.domain.framework import Framework
from desktop_app.domain.undo import UndoKind
from desktop_app.ui.app_events import AppEvents
from desktop_app.ui.widgets.file_dialog import all_files, file_dialog, file_filter
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.words.speech import say

from .editor_page import EditorPage
from .frameworks_page import FrameworksPage
from .unsaved import Unsaved, UnsavedDialog


class FrameworkDesk(QObject):
    """The frameworks page and the editor.

    Signals:
        left(): the person goes back to the home page.
    """

    left = Signal()

    def __init__(
        self, window: PagedWindow, events: AppEvents, shelf: FrameworkShelf, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._events = events
        self._shelf = shelf
        self._wanted = ""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        self._folder = Path(QStandardPaths.writableLocation(documents) or ".")
        self.page = FrameworksPage()
        self.editor = EditorPage()
        self._window.add_page(self.page)
        self._window.add_page(self.editor)
        self._connect()

    def _connect(self) -> None:
        self.page.back_requested.connect(self.left)
        self.page.import_requested.connect(self.ask_import)
        self.page.undo_requested.connect(self._undo)
        self.page.duplicate_requested.connect(self._duplicate)
        self.page.edit_requested.connect(self.edit)
        self.page.export_requested.connect(self.ask_export)
        self.page.delete_requested.connect(self._delete)
        self.editor.save_requested.connect(self._save)
        self.editor.leave_requested.connect(self._leave_editor)
        self._events.changed.connect(self._follow)

    # -- the list ---------------------------------------------------------------------------

    def show(self) -> None:
        """Show the list of frameworks."""
        self.page.tell("")
        self._fill()
        self._window.show_page(self.page)

    def _fill(self, at: str = "") -> None:
        try:
            frameworks = self._shelf.all()
        except AppError as error:
            self._events.tell_failure(error)
            return
        self.page.show_frameworks(frameworks, frameworks[0].id)
        self.page.focus_on(at)

    def _follow(self, outcome: Outcome[object]) -> None:
        if outcome.changes & Changes.FRAMEWORKS and self._window.page is self.page:
            self._fill()

    def _framework(self, framework_id: str) -> Framework | None:
        try:
            return self._shelf.framework(framework_id)
        except AppError as error:
            self._events.tell_failure(error)
            return None

    def _duplicate(self, framework_id: str) -> None:
        made = self._events.run(self._shelf.duplicate, framework_id)
        if made is not None:
            self.page.tell(say("Duplicated. Edit the copy to make it your own."))
            self.page.focus_on(made.value)

    def _delete(self, framework_id: str) -> None:
        framework = self._framework(framework_id)
        if framework is None:
            return
        if self._events.run(self._shelf.delete, framework_id) is not None:
            self.page.tell(
                say(
                    "“{title}” was deleted with its versions. Workshops keep their own copy.",
                    title=framework.title,
                ),
                undo=True,
            )

    def _undo(self) -> None:
        self.page.tell("")
        last = self._events.undo_stack.last
        if last is not None and last.kind is UndoKind.FRAMEWORK_DELETED:
            self._events.undo()

    # -- files ------------------------------------------------------------------------------

    def ask_export(self, framework_id: str) -> None:
        """Ask where a framework's file goes, then write it."""
        framework = self._framework(framework_id)
        if framework is None:
            return
        self._wanted = framework_id
        dialog = self._dialog(say("Export the framework"), say("Save"), saving=True)
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(file_name(framework))
        dialog.fileSelected.connect(self._export)
        dialog.open()

    def ask_import(self) -> None:
        """Ask for a framework's file, then bring it in."""
        dialog = self._dialog(say("Import a framework"), say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Frameworks"), "*.toml"), all_files()])
        dialog.fileSelected.connect(self._import)
        dialog.open()

    def _dialog(self, title: str, accept: str, *, saving: bool = False) -> QFileDialog:
        return file_dialog(self._window, title, str(self._folder), accept, saving=saving)

    def _export(self, chosen: str) -> None:
        target = Path(chosen)
        self._folder = target.parent
        if self._events.run(self._shelf.export, self._wanted, target) is not None:
            self.page.tell(say("Saved: {path}", path=target))

    def _import(self, chosen: str) -> None:
        path = Path(chosen)
        self._folder = path.parent
        outcome = self._events.run(self._shelf.import_file, path)
        if outcome is None:
            return
        kept = outcome.value
        self.page.tell(_imported(kept))
        self.page.focus_on(kept.framework.id)

    # -- the editor -------------------------------------------------------------------------

    def edit(self, framework_id: str) -> None:
        """Show the editor with a framework made here."""
        framework = self._framework(framework_id)
        if framework is not None:
            self.editor.start(framework)
            self._window.show_page(self.editor)

    def _save(self, framework: Framework) -> bool:
        outcome = self._events.run(self._shelf.save, framework)
        if outcome is None:
            return False
        self.editor.mark_kept(outcome.value.framework)
        return True

    def _leave_editor(self) -> None:
        if self.editor.has_changes:
            self._ask_unsaved(closing=False)
        else:
            self._show_list()

    def may_close(self) -> bool:
        """Return whether the window may close now; ask first where changes would be lost."""
        if self._window.page is not self.editor or not self.editor.has_changes:
            return True
        self._ask_unsaved(closing=True)
        return False

    def _ask_unsaved(self, *, closing: bool) -> None:
        framework = self.editor.framework
        if framework is not None:
            UnsavedDialog.ask(
                self._window,
                framework.title,
                self._end_editing,
                can_save=self.editor.can_save,
                subject=closing,
            )

    def _end_editing(self, answer: Unsaved, closing: bool) -> None:
        framework = self.editor.framework
        if framework is None:
            return
        if answer is Unsaved.SAVE and not self._save(framework):
            return
        self._show_list()
        if closing:
            self._window.close()

    def _show_list(self) -> None:
        framework = self.editor.framework
        self.editor.leave()
        self.page.tell("")
        self._window.show_page(self.page)
        self._fill(framework.id if framework is not None else "")


def _imported(kept: Kept) -> str:
    title, version = kept.framework.title, kept.framework.version
    if kept.is_new:
        return say("“{title}” was imported as version {version}.", title=title, version=version)
    return say(
        "“{title}” is here already, word for word, as version {version}.",
        title=title,
        version=version,
    )
