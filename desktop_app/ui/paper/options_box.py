"""How printed documents look: a logo, and what paper ballots are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QWidget

from desktop_app.domain.errors import AppError
from desktop_app.domain.printing import PER_SHEET, BallotForm, PrintOptions
from desktop_app.ui.widgets.file_dialog import file_dialog, file_filter
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.spoken_name import name_list
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say, say_count

_ALL_ON_ONE = 0
"""Stands for all statements on one sheet where the others stand for slips on a page."""


class OptionsBox(QFrame):
    """Options of what is printed.

    Signals:
        logo_chosen(str): another logo is wanted from now on; "" for none.
        refused(str): the file that was chosen cannot be a logo; why, in a sentence.
    """

    logo_chosen = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        options: PrintOptions,
        check_logo: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check_logo = check_logo
        self.setProperty("role", "card")
        self._logo = options.logo
        self._name = OneLine(role="small")
        self._choose = button(say("&Logo…"))
        self._drop = button(say("None"), "small")
        self._drop.setAccessibleName(say("No logo"))
        self._sheet = QComboBox()
        self._build(options)
        self._choose.clicked.connect(self.ask)
        self._drop.clicked.connect(self._forget)
        self._show()

    def _build(self, options: PrintOptions) -> None:
        lines = column(self, spacing=10)
        lines.setContentsMargins(18, 12, 14, 14)
        ballots = row(spacing=8)
        for count in PER_SHEET:
            text = say_count("{n} slip on a page", "{n} slips on a page", count)
            self._sheet.addItem(text, count)
        self._sheet.addItem(say("All statements on one sheet"), _ALL_ON_ONE)
        slips = options.ballots is BallotForm.SLIPS
        chosen = options.per_sheet if slips else _ALL_ON_ONE
        self._sheet.setCurrentIndex(self._sheet.findData(chosen))
        name_list(self._sheet, say("Ballots"))
        ballots.addWidget(label(say("Ballots"), wrap=False), 1)
        ballots.addWidget(self._sheet)
        lines.addLayout(ballots)
        logo = row(spacing=8)
        logo.addWidget(self._name, 1)
        logo.addWidget(self._drop)
        logo.addWidget(self._choose)
        lines.addLayout(logo)

    @property
    def options(self) -> PrintOptions:
        """Return the options as they stand."""
        chosen = self._sheet.currentData()
        if chosen == _ALL_ON_ONE:
            return PrintOptions(logo=self._logo, ballots=BallotForm.SHEET)
        return PrintOptions(logo=self._logo, per_sheet=chosen)

    def ask(self) -> QFileDialog:
        """Ask for a logo."""
        folder = str(self._logo.parent) if self._logo else ""
        dialog = file_dialog(self, say("Logo for the documents"), folder, say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Pictures"), "*.png *.jpg *.jpeg")])
        dialog.fileSelected.connect(self._take)
        dialog.open()
        return dialog

    def _take(self, chosen: str) -> None:
        try:
            self._check_logo(Path(chosen))
        except AppError as error:
            self.refused.emit(said(error))
            return
        self._logo = Path(chosen)
        self._show()
        self.logo_chosen.emit(chosen)

    def _forget(self) -> None:
        self._logo = None
        self._show()
        self.logo_chosen.emit("")

    def _show(self) -> None:
        self._name.say(self._logo.name if self._logo else say("No logo"))
        self._drop.setVisible(self._logo is not None)
        self._choose.setAccessibleDescription(self._name.text())
