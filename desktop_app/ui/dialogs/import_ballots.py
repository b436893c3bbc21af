"""Shows what a file of ballots would become and asks before it is made.

Which framework it is for and what its columns hold can be chosen.

Knows the use cases of imports; creates nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desktop_app.application.ballot_imports import BallotImports, ImportPreview, guess_columns
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.ballot_rows import BallotTable
from desktop_app.domain.errors import AppError
from desktop_app.domain.framework import Framework
from desktop_app.ui import tasks
from desktop_app.ui.home.prepare_framework import FrameworkChoice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import said, say, say_count

from .ballot_columns import ColumnsRow
from .ballot_lists import ProblemsList, RoundsList
from .base import Question

Checked = tuple[int, ImportPreview]


class ImportDialog(Question):
    """Make a workshop of a file's ballots; the answer is its title and the ImportPreview."""

    WIDTH = 860

    def __init__(
        self, parent: QWidget | None, imports: BallotImports, path: Path, table: BallotTable
    ) -> None:
        super().__init__(parent, say("Import ballots from “{file}”", file=path.name))
        self._imports = imports
        self._path = path
        self._table = table
        self._asked = 0
        self._framework = FrameworkChoice()
        self._offered = imports.frameworks()
        self._framework.offer(self._offered, fixed=False)
        self._preview = ImportPreview(self._rated)
        self._title = QLineEdit(path.stem[:MAX_TITLE])
        self._sheet = QComboBox()
        self._columns = ColumnsRow()
        self._rounds = RoundsList()
        self._problems = ProblemsList()
        self._said = label("", "strong")
        self._wrong = label("", "problem")
        self._rest = QCheckBox()
        self._build()
        note = label(say("Nothing is created before you press Import."), "soft")
        self._import, _ = self.add_buttons(say("&Import"), say("Cancel"), beside=note)
        self._connect()
        self._show_table(table)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        imports: BallotImports,
        path: Path,
        table: BallotTable,
        answered: Callable[..., None],
    ) -> ImportDialog:
        """Ask; call `answered((title, ImportPreview), None)` where a workshop is wanted."""
        dialog = cls(parent, imports, path, table)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._title.setMaxLength(MAX_TITLE)
        head = row(spacing=12)
        title = Field(say("&Title of the new workshop"), self._title)
        self._sheet_field = Field(say("S&heet"), self._sheet)
        for field, share in ((title, 2), (self._sheet_field, 1), (self._framework, 2)):
            head.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(self._columns)
        self.body.addWidget(self._said)
        self.body.addWidget(self._rounds, 3)
        wrong = row(spacing=12)
        wrong.addWidget(self._wrong, 1)
        wrong.addWidget(self._rest)
        self.body.addLayout(wrong)
        self.body.addWidget(self._problems, 2)

    def _connect(self) -> None:
        self._sheet.activated.connect(self._read_sheet)
        self._columns.changed.connect(self._check)
        self._framework.chosen.connect(self._check)
        self._rest.toggled.connect(self._follow)

    # -- the file ---------------------------------------------------------------------------

    def _show_table(self, table: BallotTable) -> None:
        self._table = table
        if not self._sheet.count():
            self._sheet.addItems(table.sheets)
        self._sheet.setCurrentText(table.sheet)
        self._sheet_field.setVisible(len(table.sheets) > 1)
        self._columns.show_header(table.header, guess_columns(table.header))
        self._check()

    def _read_sheet(self, _index: int) -> None:
        self._wait(say("Reading the sheet…"))
        work = partial(self._imports.read, self._path, self._sheet.currentText())
        tasks.run_in_background(work, self._show_table, self._fail)

    @property
    def _rated(self) -> Framework:
        """Return the framework that the ballots are for."""
        return self._framework.framework or self._offered[0]

    def _check(self) -> None:
        """Look through the file again with the columns and the framework as they are now."""
        self._wait(say("Looking through the file…"))
        columns = dict(self._columns.columns)
        work = partial(_checked, self._asked, self._imports, self._table, columns, self._rated)
        tasks.run_in_background(work, self._show, self._fail)

    def _wait(self, text: str) -> None:
        self._asked += 1
        self._said.setText(text)
        self._import.setEnabled(False)

    def _fail(self, error: AppError) -> None:
        self._show((self._asked, ImportPreview(self._rated)))
        self._said.setText(said(error))

    # -- what it holds ----------------------------------------------------------------------

    def _show(self, checked: Checked) -> None:
        asked, preview = checked
        if asked != self._asked:
            return  # the columns were matched otherwise meanwhile
        self._preview = preview
        self._said.setText(self._summary(preview))
        self._rounds.show_preview(preview)
        self._problems.show_preview(preview)
        wrong = preview.problem_count
        self._wrong.setText(
            say_count("One line cannot be used.", "{n} lines cannot be used.", wrong)
        )
        self._rest.setText(say("Import the &others and leave these out"))
        self._rest.setChecked(False)
        for widget in (self._wrong, self._problems):
            widget.setVisible(bool(wrong))
        self._rest.setVisible(bool(wrong and preview.ballots))
        self._follow()
        if self.isVisible():
            self.fit()

    def _summary(self, preview: ImportPreview) -> str:
        if preview.missing:
            return say("Choose the columns that hold the statement and the rating.")
        if not preview.ballots:
            return self._nothing(preview)
        statements = len({one.statement_id for one in preview.rounds})
        return say(
            "Ballots: {ballots} · statements: {statements} of {total} · people: up to {people}"
            " · {groups}",
            ballots=len(preview.ballots),
            statements=statements,
            total=statements + len(preview.unrated),
            people=preview.people,
            groups=self._groups(preview),
        )

    def _nothing(self, preview: ImportPreview) -> str:
        nothing = say("There is no ballot in it that can be used.")
        if preview.problem_count and self._framework.box.count() > 1:
            return nothing + " " + say("Is it for another framework?")
        return nothing

    def _groups(self, preview: ImportPreview) -> str:
        names = [name for name, _ in preview.groups]
        if not names:
            return say("no groups")
        shown = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
        return say("groups: {n} ({names})", n=len(names), names=shown)

    def _follow(self, _on: bool = False) -> None:
        clean = not self._preview.problem_count or self._rest.isChecked()
        self._import.setEnabled(bool(self._preview.ballots) and clean)

    def accept(self) -> None:
        """Answer only with ballots that were seen and agreed to."""
        if self._import.isEnabled():
            super().accept()

    def answer(self) -> tuple[str, ImportPreview]:
        """Return the title and what was shown."""
        return self._title.text(), self._preview


def _checked(
    asked: int,
    imports: BallotImports,
    table: BallotTable,
    columns: dict[str, int | None],
    framework: Framework,
) -> Checked:
    return asked, imports.check(table, columns, framework)
