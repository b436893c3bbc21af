"""Shows what a file of answers would become and asks before it is made.

What its columns, partners, answers and empty cells are can be said here, and which framework they
are for. Knows the use cases of imports; creates nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop_app.answers.choices import Choices
from desktop_app.answers.heads import Shape
from desktop_app.answers.reading import Reading
from desktop_app.application.answer_imports import AnswerImports, partners_of
from desktop_app.application.open_questions import questions
from desktop_app.application.workshops import MAX_TITLE
from desktop_app.domain.answer_table import AnswerTable
from desktop_app.domain.errors import AppError
from desktop_app.domain.framework import Framework
from desktop_app.ui import tasks
from desktop_app.ui.home.prepare_framework import FrameworkChoice
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.key_order import follow_one_another
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.answers import shape_words, size_words
from desktop_app.words.speech import said, say, say_count

from .answer_cards import AnswersCard, BlanksCard, PartnersCard
from .answer_columns import ColumnsTable
from .base import Question
from .import_into import ImportInto
from .import_lines import HowItWasRead, WrongLines

Checked = tuple[int, Reading]


class ImportDialog(Question):
    """Make a workshop of a file's answers; the answer is its title and the Reading."""

    TOPIC = "beforehand"
    WIDTH = 1000

    def __init__(
        self,
        parent: QWidget | None,
        imports: AnswerImports,
        path: Path,
        table: AnswerTable,
        into: ImportInto | None = None,
        pasted: str = "",
    ) -> None:
        asked = say("Is this what “{file}” says?", file=path.name)
        super().__init__(parent, say("Is this what you pasted?") if pasted else asked)
        self._imports = imports
        self._path = path
        self._table = table
        self._asked = 0
        self._recalled = False
        self._new_file = True
        self._into = into or ImportInto(None)
        self._framework = FrameworkChoice()
        self._offered = imports.frameworks()
        self._framework.offer(self._offered, fixed=False)
        self._reading = Reading(table.file, self._rated)
        self._title = QLineEdit((say("Pasted answers") if pasted else path.stem)[:MAX_TITLE])
        self._sheet = QComboBox()
        self._columns = ColumnsTable()
        self._cards = PartnersCard(), AnswersCard(), BlanksCard()
        self._said = label("", "strong")
        self._told = HowItWasRead()
        self._wrong = WrongLines()
        self._propose = button(say("Take all the &proposals"))
        self._open = label("", "soft")
        self._build()
        self._keys = self.add_buttons(say("&Import"), say("Cancel"), beside=self._open)
        self._import = self._keys[0]
        self._connect()
        self._show_what_is_asked()
        self._title.setFocus()
        self._show_table(table)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        imports: AnswerImports,
        path: Path,
        table: AnswerTable,
        answered: Callable[..., None],
        into: ImportInto | None = None,
        pasted: str = "",
    ) -> ImportDialog:
        """Ask; call `answered((title, Reading), workshop)` where something is wanted of it.

        `workshop`: what the answers shall come into, or None; `pasted`: what is no file is called.
        """
        dialog = cls(parent, imports, path, table, into, pasted)
        dialog.answered.connect(answered)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._title.setMaxLength(MAX_TITLE)
        head = row(spacing=12)
        self._title_field = Field(say("&Title of the new workshop"), self._title)
        self._sheet_field = Field(say("S&heet"), self._sheet)
        self.body.addWidget(self._into)
        for field, share in ((self._title_field, 2), (self._sheet_field, 1), (self._framework, 2)):
            head.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        summed = row(spacing=12)
        summed.addWidget(self._said, 1)
        summed.addWidget(self._propose)
        self.body.addLayout(summed)
        self.body.addWidget(self._told)
        self.body.addWidget(self._columns, 4)
        cards = row(spacing=12)
        for card in self._cards:
            cards.addWidget(card, 1)
        self.body.addLayout(cards, 2)
        self.body.addWidget(self._wrong, 2)

    def _connect(self) -> None:
        self._sheet.activated.connect(self._read_sheet)
        self._columns.changed.connect(self._check)
        for card in self._cards:
            card.changed.connect(self._check)
        self._framework.chosen.connect(self._check_anew)
        self._into.chosen.connect(self._use_into)
        self._wrong.left_out.connect(self._follow)
        self._propose.clicked.connect(self._take_proposals)
        self._told.forget_wanted.connect(self._forget_choices)

    # -- the file ---------------------------------------------------------------------------

    def _show_table(self, table: AnswerTable) -> None:
        self._table = table
        if not self._sheet.count():
            self._sheet.addItems(table.sheets)
        self._sheet.setCurrentText(table.sheet)
        self._sheet_field.setVisible(len(table.sheets) > 1)
        self._check_anew()

    def _read_sheet(self, _index: int) -> None:
        self._wait(say("Reading the sheet…"))
        work = partial(self._imports.read, self._path, self._sheet.currentText())
        tasks.run_in_background(work, self._show_table, self._fail)

    def _use_into(self) -> None:
        """Look through the file for the statements of a workshop, or for a new one again."""
        self._show_what_is_asked()
        self._check_anew()

    def _show_what_is_asked(self) -> None:
        """Ask for a title and a framework where the answers become a new workshop."""
        is_new = self._into.workshop is None
        self._title_field.setVisible(is_new)
        self._framework.setVisible(is_new and self._framework.box.count() > 1)

    @property
    def _rated(self) -> Framework:
        """Return the framework that the answers are for."""
        if (workshop := self._into.workshop) is not None:
            return workshop.framework
        return self._framework.framework or self._offered[0]

    def _check_anew(self) -> None:
        """Look through another file, or for another framework: nothing is decided yet."""
        self._new_file = True
        for card in self._cards:
            card.show_file()
        self._columns.chosen = {}
        self._wait(say("Looking through the file…"))
        known = partners_of(self._into.workshop)
        work = partial(_begun, self._asked, self._imports, self._table, self._rated, known)
        tasks.run_in_background(work, self._show, self._fail)

    def _forget_choices(self) -> None:
        """Keep no longer what was chosen last time, and look at the file as if it were new."""
        try:
            self._imports.forget(self._reading)
        except AppError as error:
            self._fail(error)
            return
        self._check_anew()

    def _check(self) -> None:
        """Look through the file again with what is decided now."""
        self._wait(say("Looking through the file…"))
        work = partial(
            _checked, self._asked, self._imports, self._table, self._rated, self._choices()
        )
        tasks.run_in_background(work, self._show, self._fail)

    def _choices(self) -> Choices:
        partners, answers, blanks = self._cards
        return Choices(
            columns=dict(self._columns.chosen),
            statements=dict(answers.statements),
            answers=dict(answers.points),
            partners=dict(partners.names),
            kept_apart=frozenset(partners.apart),
            blank=blanks.blank,
            known=partners_of(self._into.workshop),
            recalled=self._recalled,
        )

    def _take_proposals(self) -> None:
        self._cards[1].take_proposals(self._reading)
        self._columns.take_proposals(self._reading)

    def _wait(self, text: str) -> None:
        self._asked += 1
        self._said.setText(text)
        self._import.setEnabled(False)

    def _fail(self, error: AppError) -> None:
        self._show((self._asked, Reading(self._table.file, self._rated)))
        self._said.setText(said(error))

    # -- what it holds ----------------------------------------------------------------------

    def _show(self, checked: Checked) -> None:
        asked, reading = checked
        if asked != self._asked:
            return  # something else was decided meanwhile
        self._reading = reading
        if self._new_file:
            self._new_file = False
            self._recalled = reading.choices.recalled
            self._columns.show_file(reading)
            for card in self._cards:
                card.show_chosen(reading.choices)
        self._columns.show_reading(reading)
        for card in self._cards:
            card.show_reading(reading)
        self._into.show_reading(reading)
        self._said.setText(_summary(reading, several=self._framework.box.count() > 1))
        self._told.show_reading(reading)
        self._wrong.show_reading(reading)
        self._follow()
        self._order_keys()
        _keep_off(self._keys[1], self._title, self._import)
        if self.isVisible():
            self.fit()

    def _order_keys(self) -> None:
        """Let Tab go down the window, as parts of it are made anew."""
        head = self._into, self._title, self._sheet, self._framework, self._propose, self._told
        rest = self._columns, *self._cards, self._wrong, *reversed(self._keys)
        follow_one_another((*head, *rest))

    def _follow(self) -> None:
        reading, left = self._reading, self._wrong.are_left_out
        plain = sum(1 for one in reading.unknown if not one.proposed and not left)
        asked = len(questions(reading, without_lines=left)) + len(reading.pairs) + plain
        clean = not reading.mistake_count or left
        self._import.setEnabled(bool(reading.ballots) and clean and not asked)
        self._import.setText(
            say_count("&Import one person", "&Import {n} people", reading.people)
            if reading.ballots
            else say("&Import")
        )
        note = say("Nothing is written before you import.")
        if asked:
            count = say_count("One question is open.", "{n} questions are open.", asked)
            note = f"{count} {note}"
        self._open.setText(note)
        self._propose.setVisible(_has_proposals(reading))

    def accept(self) -> None:
        """Answer only with answers that were seen and agreed to."""
        if self._import.isEnabled():
            self._subject = self._into.workshop
            super().accept()

    def answer(self) -> tuple[str, Reading]:
        """Return the title and what was shown."""
        return self._title.text(), self._reading


def _keep_off(cancel: QWidget, *others: QWidget) -> None:
    """Give the keys to one of the others where they fell to Cancel, as their widget has gone."""
    window = cancel.window()
    if window.focusWidget() is cancel:
        usable = [one for one in others if one.isVisibleTo(window) and one.isEnabled()]
        (usable or [cancel])[0].setFocus()


def _has_proposals(reading: Reading) -> bool:
    columns = any(one.proposed for one in reading.columns)
    return columns or bool(reading.unsure) or any(one.proposed for one in reading.unknown)


def _summary(reading: Reading, *, several: bool) -> str:
    if not reading.ballots:
        return _nothing(reading, several=several)
    return say("{size}: {shape}", size=size_words(reading), shape=shape_words(reading.shape))


def _nothing(reading: Reading, *, several: bool) -> str:
    """Return that nothing was found, and what may help; `several`: frameworks to choose from."""
    if reading.shape is Shape.UNKNOWN or not reading.columns:
        nothing = say("No column of it is known. Say below which statement each column is.")
    else:
        nothing = say("There is no answer in it that can be used.")
    return nothing + " " + say("Is it for another framework?") if several else nothing


def _begun(
    asked: int,
    imports: AnswerImports,
    table: AnswerTable,
    framework: Framework,
    known: tuple[str, ...],
) -> Checked:
    return asked, imports.begin(table, framework, known)


def _checked(
    asked: int,
    imports: AnswerImports,
    table: AnswerTable,
    framework: Framework,
    choices: Choices,
) -> Checked:
    return asked, imports.check(table, framework, choices)
