"""The facilitator's guide in a window of its own, never on the stage: contents, find, back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from desktop_app.guide.book import guide, headings
from desktop_app.guide.html import body
from desktop_app.ui.dialogs.base import keep_on_screen, room_for
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.text import button
from desktop_app.words.language import current
from desktop_app.words.speech import say

SIZE = QSize(1080, 820)
EDGE = 4
"""Pixels at either side of a window that may be its frame's."""
PICTURE = 620
"""Pixels that a picture is wide at most."""
STEP = 20
"""By how many pixels a picture becomes narrower where the page is."""
MARGIN = 24
INDENT = 12
"""Pixels from a heading to those below it."""
_KEY = Qt.ItemDataRole.UserRole
_STYLE = (
    "kbd { font-family: 'Source Sans 3'; font-weight: 600; }"
    "h1 { font-size: xx-large; } h2 { font-size: x-large; }"
    "table { border-collapse: collapse; } th, td { padding: 4px 8px; border: 1px solid gray; }"
)


class Pages(QTextBrowser):
    """The text of the guide."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = PICTURE
        self._pictures: dict[str, QImage] = {}
        self.setAccessibleName(say("The facilitator’s guide"))
        self.setOpenExternalLinks(False)
        self.document().setDefaultStyleSheet(_STYLE)
        self.document().setDocumentMargin(MARGIN)
        self.setHtml(body(guide(current().tag), _address))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture no wider than the page, sharp on a dense screen."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        address = QUrl(name)
        self._pictures[address.toString()] = QImage(address.toLocalFile())
        return self._fitted(self._pictures[address.toString()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pictures as wide as a page allows that is narrower than they are."""
        room = self.viewport().width() - 2 * MARGIN
        wide = min(PICTURE, max(STEP, room - room % STEP))
        if wide != self._wide:
            self._wide = wide
            kind = QTextDocument.ResourceType.ImageResource.value
            for name, picture in self._pictures.items():
                self.document().addResource(kind, QUrl(name), self._fitted(picture))
        super().resizeEvent(event)

    def _fitted(self, picture: QImage) -> QImage:
        ratio = self.devicePixelRatioF()
        width = round(min(self._wide * ratio, picture.width()))
        made = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        made.setDevicePixelRatio(ratio)
        return made

    def find_next(self, words: str) -> bool:
        """Show the next place where these words stand, after the last from the beginning again."""
        if self.find(words):
            return True
        self.moveCursor(self.textCursor().MoveOperation.Start)
        return self.find(words)


class GuideWindow(QWidget):
    """The guide beside the console.

    Signals:
        save_requested(str): the guide is wanted as a file with this suffix.
    """

    save_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("The facilitator’s guide"))
        self.pages, self._contents, self._find = Pages(), QListWidget(), QLineEdit()
        self._back = button(say("&Back"))
        self._pdf, self._web = button(say("Save as &PDF…")), button(say("Save as a &web page…"))
        self._build()
        self._connect()

    @classmethod
    def over(cls, dialog: QWidget, topic: str, *, saves: bool = True) -> GuideWindow:
        """Show a part of the guide over a dialog, which stays as it is and has the keys after.

        `saves`: whether somebody is there to save the guide as a file.
        """
        window = cls(dialog)
        window.setWindowModality(Qt.WindowModality.WindowModal)
        window._pdf.setVisible(saves)
        window._web.setVisible(saves)
        window.show_topic(topic)
        return window

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keys back to the dialog below."""
        super().closeEvent(event)
        below = self.parentWidget()
        if self.isModal() and below is not None:
            below.activateWindow()

    def _build(self) -> None:
        self.resize(SIZE.boundedTo(room_for(self) - QSize(2 * EDGE, 0)))
        self._fill_contents()
        self._find.setPlaceholderText(say("Find in the guide"))
        self._find.setAccessibleName(say("Find in the guide"))
        self._find.setClearButtonEnabled(True)
        self._back.setEnabled(False)
        lines = column(self, spacing=12, margin=16)
        lines.addLayout(self._head())
        parts = QSplitter()
        parts.setAccessibleName(say("Contents and guide"))
        parts.addWidget(self._contents)
        parts.addWidget(self.pages)
        parts.setStretchFactor(1, 1)
        parts.setSizes([270, SIZE.width() - 270])
        lines.addWidget(parts, 1)

    def _head(self) -> QHBoxLayout:
        head = row(spacing=10)
        head.addWidget(self._back)
        head.addWidget(self._find, 1)
        head.addWidget(self._pdf)
        head.addWidget(self._web)
        return head

    def _fill_contents(self) -> None:
        self._contents.setAccessibleName(say("Contents"))
        self._contents.setWordWrap(True)
        self._contents.setResizeMode(QListView.ResizeMode.Adjust)
        # A long word is cut short by dots rather than scrolled to.
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for one in headings(guide(current().tag)):
            item = QListWidgetItem(one.text, self._contents)
            if one.level > 1:
                item.setData(Qt.ItemDataRole.DecorationRole, _indent(one.level - 1))
            item.setData(_KEY, one.key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.text)

    def _connect(self) -> None:
        self._contents.itemActivated.connect(self._follow)
        self._contents.itemClicked.connect(self._follow)
        self._back.clicked.connect(self.pages.backward)
        self.pages.backwardAvailable.connect(self._back.setEnabled)
        self._find.returnPressed.connect(self._find_next)
        self._pdf.clicked.connect(self._ask_pdf)
        self._web.clicked.connect(self._ask_web)
        for keys, act in (
            (QKeySequence.StandardKey.Find, self._find.setFocus),
            (QKeySequence.StandardKey.Back, self.pages.backward),
            (Qt.Key.Key_Escape, self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def show_topic(self, key: str) -> None:
        """Show the part of the guide with this key, in front of what wanted it."""
        self.show()
        keep_on_screen(self)
        self.raise_()
        self.activateWindow()
        self.pages.setSource(QUrl(f"#{key}"))
        for place in range(self._contents.count()):
            item = self._contents.item(place)
            if item.data(_KEY) == key:
                self._contents.setCurrentItem(item)
        self.pages.setFocus()

    def _follow(self, item: QListWidgetItem) -> None:
        self.pages.setSource(QUrl(f"#{item.data(_KEY)}"))

    def _find_next(self) -> None:
        self.pages.find_next(self._find.text())

    def _ask_pdf(self) -> None:
        self.save_requested.emit(".pdf")

    def _ask_web(self) -> None:
        self.save_requested.emit(".html")


def _indent(level: int) -> QPixmap:
    """Return nothing to see, beside which all lines of a heading begin alike."""
    made = QPixmap(level * INDENT, 1)
    made.fill(Qt.GlobalColor.transparent)
    return made


def _address(picture: Path) -> str:
    return QUrl.fromLocalFile(str(picture)).toString()
