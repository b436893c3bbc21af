"""The small widgets that pages are made of: what they show, where they put it, what they tell."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QDate, QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import InputProblem
from desktop_app.ui.widgets.choices import Choice, ChoiceCard, Choices
from desktop_app.ui.widgets.field import Field, plain
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.optional_date import OptionalDate
from desktop_app.ui.widgets.paged_window import PagedWindow
from desktop_app.ui.widgets.switcher import Switcher
from desktop_app.ui.widgets.tally_button import TallyButton
from desktop_app.ui.widgets.text import button, label, plain_tip

from .conftest import Show
from .test_console_widgets import heard

Key = Qt.Key


# A line that goes on below


class Block(QWidget):
    """A widget that wants a size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._wanted = QSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._wanted

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._wanted.width() // 2, self._wanted.height())


def flowing(show: Show, *sizes: tuple[int, int], width: int = 400) -> tuple[QWidget, list[Block]]:
    holder = QWidget()
    flow = Flow(holder, spacing=10)
    blocks = [Block(*size) for size in sizes]
    for block in blocks:
        flow.addWidget(block)
    flow.setContentsMargins(5, 7, 15, 11)
    show(holder)
    holder.resize(width, 300)
    return holder, blocks


def test_what_fits_stands_on_one_line_around_its_middle(show: Show) -> None:
    _, blocks = flowing(show, (100, 20), (50, 40), (80, 30))
    assert [block.geometry() for block in blocks] == [
        QRect(5, 17, 100, 20), QRect(115, 7, 50, 40), QRect(175, 12, 80, 30),
    ]  # fmt: skip


def test_what_does_not_fit_goes_on_below(show: Show) -> None:
    holder, blocks = flowing(show, (100, 20), (50, 40), (80, 30), width=195)
    assert [block.pos() for block in blocks] == [QPoint(5, 17), QPoint(115, 7), QPoint(5, 57)]
    flow = holder.layout()
    assert flow.heightForWidth(195) == 7 + 40 + 10 + 30 + 11
    assert flow.heightForWidth(20 + 100 + 10 + 50 + 10 + 80) == 7 + 40 + 11, "it just fits"
    assert flow.heightForWidth(20 + 100 + 10 + 50 + 10 + 79) == 7 + 40 + 10 + 30 + 11


def test_what_is_wider_than_the_line_is_as_wide_as_that(show: Show) -> None:
    _, blocks = flowing(show, (300, 20), (50, 20), width=170)
    assert [block.geometry() for block in blocks] == [QRect(5, 7, 150, 20), QRect(5, 37, 50, 20)]


def test_what_is_hidden_takes_no_room(show: Show) -> None:
    holder, blocks = flowing(show, (100, 20), (50, 40), (80, 30))
    blocks[1].hide()
    holder.layout().activate()
    assert blocks[2].pos().x() == 5 + 100 + 10
    flow = holder.layout()
    assert flow.sizeHint() == QSize(5 + 100 + 10 + 80 + 15, 7 + 30 + 11)
    assert flow.minimumSize() == QSize(5 + 50 + 15, 7 + 30 + 11)
    for block in blocks:
        block.hide()
    assert flow.sizeHint() == flow.minimumSize() == QSize(20, 18)
    assert flow.heightForWidth(100) == 18


WORDS = "Type the hands for each point, or press + and –."


def test_a_text_that_may_wrap_stays_on_one_line_where_there_is_room(show: Show) -> None:
    holder, flow = QWidget(), Flow(spacing=10)
    holder.setLayout(flow)
    text, block = label(WORDS), Block(50, 20)
    for one in (text, block):
        flow.addWidget(one)
    show(holder)
    one_line = text.fontMetrics().horizontalAdvance(WORDS)
    holder.resize(one_line + 100, 300)
    assert text.height() < 2 * text.fontMetrics().lineSpacing()
    assert block.y() < text.geometry().bottom(), "beside it"
    holder.resize(one_line - 20, 300)
    assert text.height() == text.heightForWidth(one_line - 20)
    assert block.y() > text.geometry().bottom()


def test_lines_can_stand_in_the_middle(show: Show) -> None:
    holder = QWidget()
    flow = Flow(holder, spacing=10, centred=True)
    blocks = [Block(40, 20), Block(40, 20)]
    for block in blocks:
        flow.addWidget(block)
    show(holder)
    holder.resize(300, 100)
    assert [block.x() for block in blocks] == [105, 155]
    holder.resize(80, 100)
    assert [block.x() for block in blocks] == [20, 20]


def test_a_line_gives_its_widgets_away_in_order(show: Show) -> None:
    holder, _ = flowing(show, (100, 20), (50, 40))
    flow = holder.layout()
    assert flow.count() == 2
    assert flow.itemAt(2) is flow.itemAt(-1) is flow.takeAt(5) is flow.takeAt(-1) is None
    clear(flow)
    assert flow.count() == 0
    assert flow.hasHeightForWidth()


# Choices


def choices(show: Show, *, columns: int = 0, offered: int = 3) -> Choices[str]:
    made = Choices(
        "&Way",
        tuple(Choice(f"v{n}", f"Way {n}", f"What {n} means" if n else "") for n in range(offered)),
        columns=columns,
    )
    show(made)
    return made


def cards(one: Choices[str]) -> list[ChoiceCard[str]]:
    return one.findChildren(ChoiceCard)


def test_the_first_is_chosen_until_another_is_and_only_that_is_marked(show: Show) -> None:
    one = choices(show)
    told = heard(one, "chosen")
    assert one.accessibleName() == "Way"
    assert one.value == "v0"
    one.choose("v2")
    assert (one.value, told) == ("v2", []), "nobody chose it"
    assert [card.property("chosen") for card in cards(one)] == ["false", "false", "true"]
    policies = [button.focusPolicy() for button in one.buttons]
    strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
    assert policies == [click, click, strong]
    assert one.focusProxy() is one.button("v2")
    one.choose("none of them")
    assert one.value == "v2"
    with pytest.raises(KeyError):
        one.button("none of them")


def test_a_click_anywhere_on_a_card_chooses_it_and_tells_it_once(show: Show) -> None:
    one = choices(show)
    told = heard(one, "chosen")
    card = cards(one)[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomRight() - QPoint(4, 4))
    assert (one.value, told) == ("v1", [("chosen", "v1")])
    one.offer("v2", offered=False)
    QTest.mouseClick(cards(one)[2], Qt.MouseButton.LeftButton)
    assert one.value == "v1"
    assert not one.button("v2").isEnabled()
    one.offer("v2", offered=True)
    QTest.mousePress(cards(one)[2], Qt.MouseButton.LeftButton)
    QTest.mouseRelease(cards(one)[2], Qt.MouseButton.LeftButton, pos=QPoint(-5, -5))
    assert one.value == "v1", "let go beside it"


def test_an_explanation_is_shown_only_where_there_is_one(show: Show) -> None:
    one = choices(show)
    explained = [
        [text.text() for text in card.findChildren(QLabel) if text.isVisible()]
        for card in cards(one)
    ]
    assert explained == [[], ["What 1 means"], ["What 2 means"]]
    assert one.button("v1").accessibleDescription() == "What 1 means"
    one.reword("v0", "Other", "Another meaning")
    one.reword("v1", "Way 1", "")
    said = [text.text() for text in one.findChildren(QLabel) if text.isVisible()]
    assert said == ["Another meaning", "What 2 means"]
    assert (one.button("v0").text(), one.button("v0").accessibleDescription()) == (
        "Other", "Another meaning",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("key", "by"), [(Key.Key_Right, 1), (Key.Key_Down, 1), (Key.Key_Left, -1), (Key.Key_Up, -1)]
)
def test_arrows_go_through_a_grid_in_reading_order_and_round(
    show: Show, key: Qt.Key, by: int
) -> None:
    one = choices(show, columns=2)
    told = heard(one, "chosen")
    place, found = 0, []
    for _ in range(4):
        QTest.keyClick(one.buttons[place], key)
        place = (place + by) % 3
        found.append(one.value)
    assert found == [f"v{(by * n) % 3}" for n in range(1, 5)]
    assert len(told) == 4
    tops = [card.pos() for card in cards(one)]
    assert tops[0].y() == tops[1].y() < tops[2].y()
    assert tops[0].x() == tops[2].x() < tops[1].x()


def test_choices_stand_below_or_beside_one_another(show: Show) -> None:
    below = choices(show)
    beside = Choices("Way", tuple(Choice(n, str(n)) for n in range(3)), beside=True)
    show(beside)
    places = [card.pos() for card in cards(below)]
    assert len({at.x() for at in places}) == 1
    assert [at.y() for at in places] == sorted({at.y() for at in places})
    places = [card.pos() for card in beside.findChildren(ChoiceCard)]
    assert len({at.y() for at in places}) == 1
    assert [at.x() for at in places] == sorted({at.x() for at in places})


# A field


def test_a_field_says_what_is_wrong_and_leads_there(show: Show) -> None:
    field = Field("&Title && more", QLineEdit(), "As on the invitation")
    show(field)
    line = field.control
    assert (line.accessibleName(), line.accessibleDescription()) == (
        "Title & more", "As on the invitation",
    )  # fmt: skip
    assert not field.problem.isVisible()
    field.show_problem("Type a title.")
    assert (field.problem.text(), field.problem.isVisible()) == ("Type a title.", True)
    assert line.accessibleDescription() == "Type a title."
    assert field.focusProxy() is line
    field.show_problem("")
    assert not field.problem.isVisible()
    assert line.accessibleDescription() == "As on the invitation"


def test_a_field_without_a_hint_has_no_line_for_it(show: Show) -> None:
    field = Field("Title", QLineEdit())
    show(field)
    assert [one.text() for one in field.findChildren(QLabel) if one.isVisible()] == ["Title"]
    assert plain("A && &B") == "A & B"


# A notice


def test_a_notice_is_there_with_its_words_and_its_button_only_with_an_offer(show: Show) -> None:
    holder = QWidget()
    notice = Notice(holder)
    show(holder)
    told = heard(notice, "pressed")
    assert not notice.isVisible()
    notice.say("It is gone.", "Undo", "w1")
    assert (notice.isVisible(), notice.text, notice.accessibleName()) == (
        True, "It is gone.", "It is gone.",
    )  # fmt: skip
    offer, close = notice.findChildren(QPushButton)
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert told == [("pressed", "w1")]
    notice.say("Saved.")
    assert (offer.isVisible(), close.isVisible()) == (False, True)
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not notice.isVisible()
    notice.say("Again.")
    notice.say("")
    assert not notice.isVisible()


# A date that need not be known


def test_a_date_is_there_or_not_yet(show: Show) -> None:
    optional = OptionalDate("Date", date(2027, 5, 14))
    show(optional)
    edit, calendar = optional.findChild(QLineEdit), optional.findChild(QPushButton)
    assert edit is not None
    assert calendar is not None
    assert optional.tab_chain == (edit, calendar)
    assert (edit.accessibleName(), calendar.accessibleName()) == ("Date", "Date: calendar")
    assert (optional.value, edit.text()) == (None, "")
    optional.set_value(date(2028, 1, 2))
    assert (optional.value, edit.text()) == (date(2028, 1, 2), "2 January 2028")
    optional.set_value(None)
    assert (optional.value, edit.text()) == (None, "")


def below(optional: OptionalDate) -> str:
    found = optional.findChild(QLabel)
    assert found is not None
    return found.text().strip()


def test_what_is_typed_is_read_back_while_it_is_typed(show: Show) -> None:
    optional = OptionalDate("Date", date(2027, 5, 14))
    show(optional)
    edit = optional.findChild(QLineEdit)
    assert edit is not None
    changes: list[bool] = []
    optional.changed.connect(partial(changes.append, True))
    QTest.keyClicks(edit, "31 m")
    assert below(optional) == "", "half typed is no mistake"
    QTest.keyClicks(edit, "ar")
    assert below(optional) == "Friday 31 March 2028"
    assert changes == []
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.text(), optional.value) == ("31 March 2028", date(2028, 3, 31))
    assert changes == [True]
    edit.clear()
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (optional.value, changes) == (None, [True, True])


def test_what_is_no_date_stays_and_is_said_beside_the_field(show: Show) -> None:
    optional = OptionalDate("Date", date(2027, 5, 14))
    show(optional)
    optional.set_value(date(2027, 6, 1))
    edit = optional.findChild(QLineEdit)
    assert edit is not None
    edit.selectAll()
    QTest.keyClicks(edit, "31 June")
    assert not optional.check()
    assert edit.text() == "31 June"
    assert below(optional) == "There is no such day as “31 June”. Type another."
    assert edit.accessibleDescription() == below(optional)
    with pytest.raises(InputProblem):
        _ = optional.value
    QTest.keyClicks(edit, "30 June")
    assert optional.check()
    assert optional.value == date(2027, 6, 30)


def test_a_day_of_the_calendar_is_taken_and_its_year_can_be_read(show: Show) -> None:
    optional = OptionalDate("Date", date(2027, 9, 14))
    show(optional)
    edit = optional.findChild(QLineEdit)
    assert edit is not None
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = optional.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2027, 9, 14)
    for name in ("qt_calendar_monthbutton", "qt_calendar_yearbutton"):
        tool = calendar.findChild(QToolButton, name)
        assert tool is not None
        assert tool.sizeHint().width() <= tool.width(), tool.text()
    calendar.setSelectedDate(QDate(2027, 12, 8))
    calendar.activated.emit(calendar.selectedDate())
    assert (optional.value, edit.text()) == (date(2027, 12, 8), "8 December 2027")
    assert not calendar.isVisible()


# One of several, and smaller ones


def test_a_switcher_shows_one_of_its_widgets_and_is_as_high_as_that(show: Show) -> None:
    switcher = Switcher()
    low, high = Block(50, 20), Block(50, 200)
    for one in (low, high):
        switcher.add(one)
    show(switcher)
    assert (switcher.current, low.isVisible(), high.isVisible()) == (low, True, False)
    assert switcher.sizeHint().height() == 20
    switcher.show_only(high)
    assert (switcher.current, low.isVisible(), high.isVisible()) == (high, False, True)
    assert switcher.sizeHint().height() == 200
    switcher.show_only(high)
    assert high.isVisible()


def test_a_window_asks_its_guard_before_it_closes_and_tells_it(show: Show) -> None:
    window = PagedWindow()
    one, other = QWidget(), QWidget()
    for page in (one, other):
        window.add_page(page)
    show(window)
    told = heard(window, "closing")
    assert window.page is one
    window.show_page(other)
    assert window.page is other
    window.guards.append(lambda: False)
    assert not window.close()
    assert (window.isVisible(), told) == (True, [])
    window.guards[:] = [lambda: True]
    assert window.close()
    assert (window.isVisible(), told) == (False, [("closing",)])


def test_a_plus_counts_on_while_it_is_held_and_lets_go_with_its_page(show: Show) -> None:
    plus = TallyButton("+", "One hand more")
    show(plus)
    assert plus.autoRepeat()
    assert plus.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert plus.accessibleName() == "One hand more"
    QTest.mousePress(plus, Qt.MouseButton.LeftButton)
    assert plus.isDown()
    plus.hide()
    assert not plus.isDown()


def test_a_text_on_one_line_is_whole_in_its_tip(show: Show) -> None:
    line = OneLine("One\n <b>two</b>  three", "soft")
    show(line)
    assert line.text() == "One <b>two</b> three"
    assert line.toolTip() == "<p>One &lt;b&gt;two&lt;/b&gt; three</p>"
    assert line.property("role") == "soft"
    assert line.minimumSizeHint().width() == 40
    wide = line.grab().toImage()
    line.resize(60, line.height())
    narrow = line.grab().toImage()
    assert narrow != wide.copy(0, 0, 60, wide.height()), "it ends in dots"
    line.say("")
    assert line.toolTip() == ""


def test_labels_show_what_was_typed_and_wrap_where_they_may() -> None:
    one = label("<b>x</b>", "soft")
    assert one.textFormat() == Qt.TextFormat.PlainText
    assert (one.wordWrap(), label("x", wrap=False).wordWrap()) == (True, False)
    assert one.sizePolicy().hasHeightForWidth()
    assert (one.property("role"), label("x").property("role")) == ("soft", None)
    assert plain_tip("a & <b>") == "<p>a &amp; &lt;b&gt;</p>"
    hinted = button("Go", "primary", hint="Space does this too")
    assert (hinted.toolTip(), hinted.accessibleDescription()) == ("Space does this too",) * 2
    assert (hinted.property("kind"), button("Go").property("kind")) == ("primary", None)
    assert not hinted.autoDefault()


def test_a_layout_is_emptied_with_all_that_is_in_it(show: Show, qtbot: QtBot) -> None:
    holder = QFrame()
    lines = column(holder, spacing=3, margin=4)
    first, second = QLabel("one"), QLabel("two")
    inner = row()
    inner.addWidget(second)
    lines.addWidget(first)
    lines.addLayout(inner)
    lines.addStretch(1)
    show(holder)
    assert (lines.spacing(), lines.contentsMargins().left()) == (3, 4)
    clear(lines)
    assert lines.count() == 0
    assert not first.isVisible()
    assert not second.isVisible()
    qtbot.waitUntil(lambda: holder.findChildren(QLabel) == [])


def test_buttons_of_a_group_of_cards_are_radio_buttons(show: Show) -> None:
    one = choices(show)
    found = one.findChildren(QAbstractButton)
    assert all(isinstance(b, QRadioButton) for b in found)
    assert [b.text() for b in found] == ["Way 0", "Way 1", "Way 2"]


@pytest.mark.parametrize("named", [False, True])
def test_one_line_shows_its_text_however_it_was_given(qtbot: QtBot, named: bool) -> None:
    field = QLineEdit()
    told, given, empty = (OneLine(names=field if named else None) for _ in range(3))
    told.say("Harbour & Coast")
    given.setText("Harbour && Coast" if named else "Harbour & Coast")
    for one in (field, told, given, empty):
        qtbot.addWidget(one)
        one.resize(300, 24)
    assert told.grab().toImage() == given.grab().toImage()
    assert told.grab().toImage() != empty.grab().toImage()
