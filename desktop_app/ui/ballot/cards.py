"""What is picked on the ballot: a point of the scale, an action for dots, a partner.

Each is a button to mouse, touch and screen reader; keys go to the ballot's window instead.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.charts.palette import Palette
from desktop_app.ui.fonts import CAP_HEIGHT, measure, stage_font
from desktop_app.ui.painting.text import Fitted, fit
from desktop_app.ui.theme import worn
from desktop_app.ui.widgets.text import FirstPress

from .measures import Measures

SUB = 20
NARROW = 150
"""A card narrower than this has a smaller number and less beside its words."""
LOW = 165
"""A card lower than this has a small number, so that its label has room."""
UNBROKEN = 15
"""So small may a label be where one of its words has no room otherwise."""
FOOT = 12
"""What stays free under the words of a card."""


class BallotButton(QAbstractButton):
    """A button that paints itself in the measures of the ballot and never has the keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.measures = Measures(1366, 768)
        self._first = FirstPress()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._first.note(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take no press that began on the page before this one."""
        if self._first.was_here(event):
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and words in the colours that the application wears."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        self.draw(painter, worn())
        painter.end()

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Paint the button."""
        raise NotImplementedError

    def put(self, painter: QPainter, words: Fitted, x: float, y: float, colour: str) -> float:
        """Paint fitted words with their upper left corner at x, y; return their lower edge."""
        painter.setFont(stage_font(words.size, words.weight))
        painter.setPen(QColor(colour))
        baseline = y + words.line_height / 2 + words.size * CAP_HEIGHT / 2
        for line in words.lines:
            painter.drawText(round(x), round(baseline), line)
            baseline += words.line_height
        return y + words.height

    def box(self, painter: QPainter, fill: str, line: str, *, wide: float, dashed: bool) -> None:
        """Paint the button's box."""
        pen = QPen(QColor(line), wide)
        if dashed:
            pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        half, radius = wide / 2, 14 * self.measures.k
        inset = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inset, radius, radius)


class PickButton(BallotButton):
    """A card with a number, its label and a text; `number` is also its key.

    `flat`: number, label and text stand beside one another. `dots`: how many a person put on it.
    `most`: the sizes of label and text that all cards of a row have in common. `bare`: the text
    stands elsewhere.
    """

    def __init__(self, number: int, label: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self._label, self._text = number, label, text
        self.picked, self.marked, self.flat, self.dashed, self.dots = False, False, False, False, 0
        self.most: tuple[float, float] | None = None
        self.bare = False
        self.setAccessibleName(f"{number} {label}")
        self.setAccessibleDescription(text)

    def say(self, text: str) -> None:
        """Show another text below the label."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.update()

    @property
    def label(self) -> str:
        """Return the label on the card."""
        return self._label

    def show_pick(self, *, picked: bool, dots: int = 0, marked: bool = False) -> None:
        """Show whether it is picked, marked, or how many dots are on it."""
        if (picked, dots, marked) != (self.picked, self.dots, self.marked):
            self.picked, self.dots, self.marked = picked, dots, marked
            self.update()

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Paint the card."""
        strong = self.picked or self.marked or bool(self.dots)
        wide = (4 if strong else 1.5) * self.measures.k
        line = palette.accent if strong else palette.line
        fill = palette.paper if self.dashed else palette.card
        if self.underMouse() and self.isEnabled() and not strong:
            line = palette.soft
        self.box(painter, fill, line, wide=wide, dashed=self.dashed and not strong)
        if self.flat:
            self._draw_flat(painter, palette)
        else:
            self._draw_tall(painter, palette)

    def _ink(self, palette: Palette) -> str:
        return palette.ink if self.isEnabled() else palette.soft

    def fitted(self) -> tuple[Fitted, Fitted]:
        """Return label and text as large as they fit into the card below its number."""
        m, room = self.measures, self.width() - 2 * self._side
        most_label, most_text = self.most or (26 * m.k, 22 * m.k)
        style = m.style(26, "semibold", lines=3)
        style = replace(style, size=most_label, floor=min(style.floor, most_label))
        high = max(1.0, min(100 * m.k, self.height() - self._head - FOOT * m.k))
        label = fit(self._label, room, high, style)
        if not label.whole:
            label = fit(self._label, room, high, replace(style, floor=UNBROKEN * m.k))
        left = self.height() - self._head - label.height - 22 * m.k
        text = fit(self._text, room, max(1.0, left), replace(m.style(22), size=most_text))
        return label, text

    @property
    def is_whole(self) -> bool:
        """Return whether the card has room for all of its words."""
        label, text = self.fitted()
        whole = label.whole and (self.bare or text.whole)
        left = self.height() - self._head - label.height - 22 * self.measures.k
        return whole and (self.bare or not self._text or text.height <= left + 1)

    def wanted_height(self) -> int:
        """Return how high number and label want the card, as wide as it is."""
        return ceil(self._head + self.fitted()[0].height + 22 * self.measures.k)

    @property
    def _side(self) -> float:
        return (20 if self.width() >= NARROW * self.measures.k else 8) * self.measures.k

    @property
    def _number_size(self) -> float:
        if self.height() < LOW * self.measures.k:
            return 30
        return 76 if self.width() >= NARROW * self.measures.k else 56

    @property
    def _head(self) -> float:
        """Return where the label begins: below the number."""
        return (18 + self._number_size * 1.2) * self.measures.k

    def _draw_tall(self, painter: QPainter, palette: Palette) -> None:
        m, room = self.measures, self.width() - 2 * self._side
        style = m.style(self._number_size, "bold", lines=1)
        number = fit(str(self.number), room, self.height(), style)
        colour = palette.accent if self.picked else self._ink(palette)
        self.put(painter, number, self._side, 14 * m.k, colour)
        label, text = self.fitted()
        y = self.put(painter, label, self._side, self._head, self._ink(palette)) + 10 * m.k
        if self._text and not self.bare and self.height() - y > text.line_height:
            self.put(painter, text, self._side, y, palette.soft)

    def wanted_width(self) -> int:
        """Return how wide number, label and text want a card on which they stand in one row."""
        m = self.measures
        label = measure(self._label, m.px(28), "semibold")
        text = measure(self._text, m.px(SUB), "regular")
        number = measure(str(self.number), m.px(40), "bold")
        return round(number + max(label, text) + 78 * m.k)

    def _draw_flat(self, painter: QPainter, palette: Palette) -> None:
        m, height = self.measures, self.height()
        x, size = 26 * m.k, 40 if height > 60 * m.k else 30
        number = fit(str(self.number), self.width(), height, m.style(size, "bold", lines=1))
        self.put(painter, number, x, (height - number.height) / 2, self._ink(palette))
        x += number.width + 24 * m.k
        room = self.width() - x - 20 * m.k - self._dots_width()
        about = fit(self._text, room, height / 3, m.style(SUB, lines=1))
        below = about.height if self._text and about.whole else 0.0
        label = fit(self._label, room, height * 0.92 - below, m.style(28, "semibold", lines=2))
        y = (height - label.height - below) / 2
        y = self.put(painter, label, x, y, self._ink(palette))
        if below:
            self.put(painter, about, x, y, palette.soft)
        self._draw_dots(painter, palette)

    def _dots_width(self) -> float:
        return self.dots * self._dot * 1.3

    @property
    def _dot(self) -> float:
        most = self.width() * 0.4 / (max(1, self.dots) * 1.3)
        return min(34 * self.measures.k, self.height() * 0.44, most)

    def _draw_dots(self, painter: QPainter, palette: Palette) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent))
        dot = self._dot
        left = self.width() - 22 * self.measures.k - self._dots_width()
        for place in range(self.dots):
            top = (self.height() - dot) / 2
            painter.drawEllipse(QRectF(left + place * dot * 1.3, top, dot, dot))


class ActButton(BallotButton):
    """What goes on: a word and the key that does the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self.marked = "", False

    def show_mark(self, *, marked: bool) -> None:
        """Show whether arrows have gone here."""
        if marked is not self.marked:
            self.marked = marked
            self.update()

    def say(self, text: str, key: str) -> None:
        """Show this word and key; without a word there is no button."""
        self.setText(text)
        self._key = key
        self.setVisible(bool(text))
        self.update()

    def wanted_width(self) -> int:
        """Return how wide word and key want the button."""
        m = self.measures
        word = measure(self.text(), m.px(28), "semibold")
        return round(word + measure(self._key, m.px(20), "semibold") + 116 * m.k)

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Paint the button in the colour of what to do now."""
        m = self.measures
        line = palette.ink if self.marked else palette.accent
        self.box(painter, palette.accent, line, wide=6 * m.k if self.marked else 1, dashed=False)
        self.draw_words(painter, palette.on_accent)

    def draw_words(self, painter: QPainter, colour: str) -> None:
        """Paint word and key."""
        m = self.measures
        key = fit(self._key, self.width() * 0.3, self.height(), m.style(20, "semibold", lines=1))
        room = self.width() - key.width - 80 * m.k
        word = fit(self.text(), room, self.height(), m.style(28, "semibold", lines=1))
        whole = word.width + key.width + 44 * m.k
        x, middle = (self.width() - whole) / 2, self.height() / 2
        self.put(painter, word, x, middle - word.height / 2, colour)
        cap = QRectF(x + word.width + 22 * m.k, middle - 17 * m.k, key.width + 22 * m.k, 34 * m.k)
        painter.setPen(QPen(QColor(colour), 1.5 * m.k))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 6 * m.k, 6 * m.k)
        self.put(painter, key, cap.left() + 11 * m.k, middle - key.height / 2, colour)


class OtherButton(ActButton):
    """What could be done instead: quieter than what to do now."""

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Paint the button as a card."""
        self.box(painter, palette.card, palette.line, wide=1.5 * self.measures.k, dashed=False)
        self.draw_words(painter, palette.accent)


class LinkButton(BallotButton):
    """A word that can be clicked, beside other words."""

    def wanted_width(self) -> int:
        """Return how wide the word is; 0 without one."""
        if not self.text():
            return 0
        return ceil(measure(self.text(), self.measures.px(SUB), "semibold")) + 2

    def draw(self, painter: QPainter, palette: Palette) -> None:
        """Paint the word."""
        style = self.measures.style(SUB, "semibold", lines=1)
        words = fit(self.text(), self.width(), self.height(), style)
        self.put(painter, words, 0, (self.height() - words.height) / 2, palette.accent)
