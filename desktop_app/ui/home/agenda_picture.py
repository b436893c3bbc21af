"""The picture of an item of one's own: chosen as a file, seen small, and told in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget

from desktop_app.application.slide_pictures import picture_from
from desktop_app.domain.errors import AppError
from desktop_app.domain.pictures import MAX_ALT
from desktop_app.ui.painting.slide_images import slide_image
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.file_dialog import file_dialog, file_filter
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button, label
from desktop_app.words.speech import said, say

SMALL_WIDTH, SMALL_HEIGHT = 240, 135


class PictureLine(QWidget):
    """A picture or none, and what it shows in words.

    Signals:
        changed(): another picture, none, or other words.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = b""
        self._folder = ""
        self.choose = button(say("Show a picture…"))
        self.drop = button(say("No picture"))
        self._small, self._problem = QLabel(), label("", "problem")
        self.alt = QLineEdit()
        self.alt.setMaxLength(MAX_ALT)
        self._build()
        self.choose.clicked.connect(self.ask)
        self.drop.clicked.connect(self._forget)
        self.alt.textEdited.connect(self.changed)

    def _build(self) -> None:
        lines = column(self, spacing=12)
        buttons = row(spacing=10)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addWidget(self._problem)
        lines.addWidget(self._small)
        hint = say("Read out to whoever does not see it. The room sees the picture and the title.")
        self._alt_field = Field(say("What the picture shows"), self.alt, hint)
        lines.addWidget(self._alt_field)
        self.show_picture(b"", "")

    def show_picture(self, picture: bytes, alt: str) -> None:
        """Show a picture, or b"" for none."""
        self.picture = picture
        self._problem.hide()
        if self.alt.text() != alt:
            self.alt.setText(alt)
        self.drop.setVisible(bool(picture))
        for one in (self._alt_field, self._small):
            one.setVisible(bool(picture))
        self._small.setPixmap(_small(picture) if picture else QPixmap())
        self._small.setAccessibleName(alt)

    def ask(self) -> QFileDialog:
        """Ask for a picture."""
        dialog = file_dialog(self, say("A picture for the stage"), self._folder, say("Open"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([file_filter(say("Pictures"), "*.png *.jpg *.jpeg")])
        dialog.fileSelected.connect(self.take)
        dialog.open()
        return dialog

    def take(self, chosen: str) -> None:
        """Take a file's picture, and ask what it shows; or say why not, and keep what was there."""
        self._folder = str(Path(chosen).parent)
        try:
            picture = picture_from(Path(chosen))
        except AppError as error:
            self._problem.setText(said(error))
            self._problem.show()
            return
        self.show_picture(picture, "")
        self.changed.emit()
        self.alt.setFocus()

    def _forget(self) -> None:
        self.choose.setFocus()
        self.show_picture(b"", "")
        self.changed.emit()


def _small(picture: bytes) -> QPixmap:
    image = slide_image(picture)
    if image.isNull():
        return QPixmap()
    smooth = Qt.TransformationMode.SmoothTransformation
    kept = Qt.AspectRatioMode.KeepAspectRatio
    return QPixmap.fromImage(image.scaled(SMALL_WIDTH, SMALL_HEIGHT, kept, smooth))
