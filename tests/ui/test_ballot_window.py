"""The ballot's window: what it says and asks, what each key does, who can leave it and how."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.scenes.ballot import LaptopBallot
from desktop_app.ui.ballot import leaving
from desktop_app.ui.ballot.cards import BallotButton
from desktop_app.ui.ballot.leaving import Held
from desktop_app.ui.ballot.turn import TurnTimes
from desktop_app.ui.ballot.window import BallotWindow
from tests.helpers import is_freed_when_closed

from . import scenes
from .ballots import ballot, dots, partners

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


class Laptop:
    """A ballot on a screen, with what came out of it."""

    def __init__(self) -> None:
        self.window = BallotWindow(times=TurnTimes(pause_ms=0), held_ms=40)
        self.given: list[object] = []
        self.left = 0
        self.window.confirmed.connect(self._take)
        self.window.leave_requested.connect(self._leave)

    def _take(self, points: object, partner: object) -> None:
        self.given.append((points, partner))

    def _leave(self) -> None:
        self.left += 1

    def show(self, one: LaptopBallot, size: tuple[int, int] = (1366, 768)) -> None:
        self.window.show_ballot(None)
        self.window.show_ballot(one)
        self.window.resize(*size)
        self.window.show()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.window, key)

    def says(self) -> str:
        return "\n".join(one.text() for one in self.window.findChildren(QLabel) if one.isVisible())

    def buttons(self) -> list[BallotButton]:
        return [one for one in self.window.findChildren(BallotButton) if one.isVisible()]

    def button(self, text: str) -> BallotButton:
        return next(b for b in self.buttons() if text in f"{b.text()} {b.accessibleName()}")

    def click(self, text: str) -> None:
        QTest.mouseClick(self.button(text), LEFT)

    def picture(self) -> QImage:
        return self.window.grab().toImage()


@pytest.fixture
def laptop(qtbot: QtBot) -> Iterator[Laptop]:
    made = Laptop()
    yield made
    made.window.end()
    made.window.deleteLater()
    QApplication.processEvents()


# What it says


def test_between_two_people_it_thanks_one_and_asks_the_other(laptop: Laptop) -> None:
    laptop.show(ballot(9, 12, of=partners(1)))
    assert "One person at a time, please." in laptop.says()
    assert "Only you see your choice, on the laptop" in laptop.says()
    assert "9 of 12 in" in laptop.says()
    assert "hold Esc" in laptop.says()
    laptop.press(Key.Key_2, Key.Key_4)
    assert "You rate for Health board" in laptop.says()
    assert "You chose 4 Mostly there" in laptop.says()
    assert "hold Esc" not in laptop.says()
    laptop.press(Key.Key_Return)
    laptop.window.show_ballot(ballot(10, 12, of=partners(1)))
    assert "Thank you. Your rating is in." in laptop.says()
    assert "It no longer shows. Please call the next person." in laptop.says()
    assert "Next person: which partner are you from?" in laptop.says()
    assert laptop.given == [((4,), "Health board")]


def test_dots_that_are_in_no_longer_show(laptop: Laptop) -> None:
    for ballots_in, then in ((10, "Please call the next person."), (12, "Everybody is in.")):
        laptop.show(dots(ballots_in - 1, 12))
        laptop.press(Key.Key_Return, Key.Key_1, Key.Key_1, Key.Key_1, Key.Key_Return)
        laptop.window.show_ballot(dots(ballots_in, 12))
        assert "Thank you. Your dots are in." in laptop.says()
        assert f"They no longer show. {then}" in laptop.says()


def test_when_everybody_is_in_it_asks_for_the_laptop_and_nothing_else(laptop: Laptop) -> None:
    laptop.show(ballot(12, 12, of=partners(1, 2, 3, 4, 5)))
    assert "Everybody is in." in laptop.says()
    assert "Please give the laptop back." in laptop.says()
    assert laptop.buttons() == []


def test_nothing_of_a_choice_is_left_on_any_widget(laptop: Laptop) -> None:
    seen = []
    for key in (Key.Key_1, Key.Key_5):
        laptop.show(ballot(9, 12))
        laptop.press(Key.Key_Return, key, Key.Key_Return)
        laptop.window.show_ballot(ballot(10, 12))
        texts = [one.text() for one in laptop.window.findChildren(QLabel)]
        seen.append((texts, laptop.picture(), laptop.window.rating.grab().toImage()))
    assert seen[0] == seen[1]
    assert "You chose" not in str(seen[0][0])


def test_a_screen_reader_has_every_card_by_name_and_no_choice(laptop: Laptop) -> None:
    laptop.show(ballot())
    laptop.press(Key.Key_Return)
    names = [one.accessibleName() for one in laptop.buttons() if one.accessibleName()]
    assert names[:2] == ["1 Not happening", "2 Just starting"]
    before = [(b.accessibleName(), b.accessibleDescription()) for b in laptop.buttons()]
    laptop.press(Key.Key_3)
    after = [(b.accessibleName(), b.accessibleDescription()) for b in laptop.buttons()]
    assert set(before) <= set(after)
    assert len(after) == len(before) + 1, "the button that confirms, whatever was picked"


# Where everything is


def shapes() -> list[tuple[str, LaptopBallot, tuple[Qt.Key, ...]]]:
    begin, first = (Key.Key_Return, Key.Key_2), (Key.Key_1, Key.Key_2)
    return [
        ("hand over", ballot(), ()),
        ("hand over to partners", ballot(of=partners(3)), ()),
        ("five points", ballot(), begin),
        ("seven points for a partner", ballot(points=7, long=True, of=partners()), first),
        ("three points", ballot(points=3, long=True), begin),
        ("dots", dots(), begin),
        ("dots on nine", dots(count=9, each=10), (Key.Key_Return, *[Key.Key_9] * 10)),
    ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape[0])
def test_everything_has_its_place_and_targets_are_large(
    laptop: Laptop,
    size: tuple[int, int],
    shape: tuple[str, LaptopBallot, tuple[Qt.Key, ...]],
) -> None:
    laptop.show(shape[1], size)
    laptop.press(*shape[2])
    k = min(size[1] / 768, size[0] / 1024)
    inside = laptop.window.rect()
    places = [(one, one.mapTo(laptop.window, QPoint(0, 0))) for one in laptop.buttons()]
    rects = [one.rect().translated(at) for one, at in places]
    assert all(inside.contains(rect) for rect in rects)
    for rect, other in ((a, b) for i, a in enumerate(rects) for b in rects[:i]):
        assert not rect.intersects(other), (rect, other)
    for one in laptop.buttons():
        if one is not laptop.window.rating.change:
            assert one.height() >= 76 * k - 2, one.accessibleName()
    for label in laptop.window.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.font().pixelSize() >= round(20 * k) - 1, label.text()
            assert inside.contains(label.rect().translated(label.mapTo(laptop.window, QPoint())))


SEVEN = ballot(7, 12, points=7, long=True, of=partners())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("points", [3, 4, 5, 7])
def test_no_text_of_a_ballot_is_cut(laptop: Laptop, size: tuple[int, int], points: int) -> None:
    for key in (Key.Key_1, Key.Key_3):
        laptop.show(ballot(7, 12, points=points, long=True, vote_id=f"r{key}"), size)
        laptop.press(Key.Key_Return, key)
        page = laptop.window.rating
        cards = [card for card in page.cards if not card.dashed]
        assert all(card.is_whole for card in cards)
        for label in page.findChildren(QLabel):
            if label.isVisible() and label.wordWrap():
                assert label.heightForWidth(label.width()) <= label.height() + 1, label.text()


@pytest.mark.parametrize("letters", [600, 1_000, 2_000])
def test_no_word_of_a_very_long_statement_is_cut(laptop: Laptop, letters: int) -> None:
    text = ("a partnership of very many words " * 61)[: letters - 1] + "."
    for one in (ballot(points=5, long=True), ballot(points=7, of=partners())):
        laptop.show(replace(one, text=text), (1024, 768))
        laptop.press(Key.Key_1 if one.partners else Key.Key_Return)
        page = laptop.window.rating
        label = next(one for one in page.findChildren(QLabel) if one.text() == text)
        assert label.heightForWidth(label.width()) <= label.height() + 1
        cards = [card for card in page.cards if not card.dashed]
        assert all(card.is_whole for card in cards)
        assert min(card.geometry().top() for card in cards) > label.geometry().bottom()


def test_what_has_no_room_on_a_card_is_said_once_its_point_is_chosen(laptop: Laptop) -> None:
    laptop.show(SEVEN, (1024, 768))
    laptop.press(Key.Key_1)
    assert "What a point means is said here once you choose it." in laptop.says()
    laptop.press(Key.Key_2)
    assert f"Disagree: {scenes.LONG_TEXT}" in laptop.says()


WORDY = (
    "Nowhere near it",
    "A first few attempts",
    "Somewhat, and unevenly",
    "About half of what is needed",
    "Rather more than half",
    "Very nearly everywhere",
    "Everywhere and reliably so",
)
LONG_NAME = "Housing Association of the North and East Riding"


def wordy() -> LaptopBallot:
    """Return a ballot of an own framework: seven points with long labels, a partner as long."""
    made = ballot(7, 12, points=7, long=True, of=partners())
    *points, cannot = made.cards
    named = (replace(card, label=label) for card, label in zip(points, WORDY, strict=True))
    first, *others = made.partners
    return replace(
        made,
        cards=(*named, cannot),
        text="make sure that every organisation can bring what its own people know to the table.",
        partners=(replace(first, label=LONG_NAME), *others),
    )


@pytest.mark.parametrize("size", [*SIZES, (960, 540), (1280, 720)])
def test_no_word_of_a_label_is_broken_or_runs_over_its_card(
    laptop: Laptop, size: tuple[int, int]
) -> None:
    laptop.show(wordy(), size)
    laptop.press(Key.Key_1)
    for card, label in zip(laptop.window.rating.cards, WORDY, strict=False):
        fitted, _ = card.fitted()
        assert " ".join(fitted.lines) == label
        assert card.wanted_height() <= card.height() + 12 * card.measures.k


@pytest.mark.parametrize("size", [*SIZES, (960, 540), (1280, 720)])
def test_a_long_partner_stands_whole_beside_who_sees_the_choice(
    laptop: Laptop, size: tuple[int, int]
) -> None:
    laptop.show(wordy(), size)
    laptop.press(Key.Key_1)
    page = laptop.window.rating
    whose = next(one for one in page.findChildren(QLabel) if LONG_NAME in one.text())
    at_hand = next(one for one in page.findChildren(QLabel) if "only here" in one.text())
    for one in (whose, at_hand):
        assert one.heightForWidth(one.width()) <= one.height()
    assert whose.geometry().right() < page.change.x()
    assert page.change.width() >= page.change.wanted_width()
    assert page.change.geometry().right() < at_hand.x()
    assert at_hand.geometry().right() <= page.width()


def test_nothing_of_a_meaning_is_left_either(laptop: Laptop) -> None:
    seen = []
    for key in (Key.Key_1, Key.Key_5):
        laptop.show(ballot(9, 12, points=7, long=True), (1024, 768))
        laptop.press(Key.Key_Return, key, Key.Key_Return)
        laptop.window.show_ballot(ballot(10, 12, points=7, long=True))
        texts = [one.text() for one in laptop.window.findChildren(QLabel)]
        seen.append((texts, laptop.picture(), laptop.window.rating.grab().toImage()))
    assert seen[0] == seen[1]


# Keys


class Paints(QObject):
    """Counts how often any part of a window is painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.number = 0
        for part in (window, *window.findChildren(QWidget)):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.number += event.type() == QEvent.Type.Paint
        return False


@pytest.mark.parametrize("one", [ballot(3, 12), dots(3, 12)], ids=["rating", "dots"])
@pytest.mark.parametrize("key", [Key.Key_2, Key.Key_Return])
def test_each_key_of_a_choice_is_painted(laptop: Laptop, one: LaptopBallot, key: Qt.Key) -> None:
    laptop.show(one)
    laptop.press(Key.Key_Return, Key.Key_1)
    QApplication.processEvents()
    paints = Paints(laptop.window)
    laptop.press(key)
    QApplication.processEvents()
    assert paints.number > 0


def test_digits_and_arrows_pick_and_enter_confirms(laptop: Laptop) -> None:
    laptop.show(ballot())
    laptop.press(Key.Key_Enter, Key.Key_3, Key.Key_Right, Key.Key_Down, Key.Key_Enter)
    assert laptop.given == [((5,), "")]


IDLE = (
    Key.Key_Space, Key.Key_PageDown, Key.Key_PageUp, Key.Key_F5, Key.Key_Escape, Key.Key_B,
    Key.Key_Period, Key.Key_P, Key.Key_N, Key.Key_Home, Key.Key_F11, Key.Key_A, Key.Key_Menu,
)  # fmt: skip


@pytest.mark.parametrize("keys", [(), (Key.Key_Return,), (Key.Key_Return, Key.Key_3)])
def test_space_a_remote_and_a_tap_on_esc_do_nothing(
    laptop: Laptop, qtbot: QtBot, keys: tuple[Qt.Key, ...]
) -> None:
    laptop.show(ballot())
    laptop.press(*keys)
    before = laptop.picture()
    laptop.press(*IDLE)
    QTest.keyClick(laptop.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(laptop.window, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    wait_for_what_is_held(laptop, qtbot)
    assert laptop.picture() == before
    assert (laptop.given, laptop.left) == ([], 0)
    assert laptop.window.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageDown, Key.Key_Delete, Key.Key_Clear])
def test_a_number_pad_without_num_lock_is_a_slip(laptop: Laptop, key: Qt.Key) -> None:
    laptop.show(ballot())
    laptop.press(Key.Key_Return, Key.Key_3)
    QTest.keyClick(laptop.window, key, Qt.KeyboardModifier.KeypadModifier)
    assert laptop.window.turn.chosen == (3,)


def test_the_window_does_not_close_for_whoever_is_at_it(laptop: Laptop) -> None:
    laptop.show(ballot())
    assert not laptop.window.close()
    assert laptop.window.isVisible()


def test_a_double_click_on_confirm_is_one_ballot(laptop: Laptop) -> None:
    laptop.show(ballot())
    laptop.click("Begin")
    laptop.click("4 Mostly there")
    confirm = laptop.button("Confirm")
    at = confirm.mapTo(laptop.window, confirm.rect().center())
    QTest.mouseDClick(laptop.window.windowHandle(), LEFT, pos=at)
    laptop.window.show_ballot(ballot(10, 12))
    QTest.mouseClick(laptop.window.windowHandle(), LEFT, pos=at)
    assert laptop.given == [((4,), "")]
    assert not laptop.window.turn.under_way


def test_the_mouse_does_all_of_it(laptop: Laptop) -> None:
    laptop.show(ballot(of=partners(1)))
    laptop.click("1 Council")
    assert not laptop.window.turn.under_way
    laptop.click("2 Health board")
    laptop.click("Change (Backspace)")
    laptop.click("3 Youth charity")
    laptop.click("0 Can’t say")
    laptop.click("Confirm")
    assert laptop.given == [((0,), "Youth charity")]


def test_dots_by_mouse_are_placed_and_taken_back(laptop: Laptop) -> None:
    laptop.show(dots())
    laptop.click("Begin")
    for _ in range(2):
        laptop.click("2 Invest")
    laptop.click("Take one back")
    laptop.click("Done")
    assert laptop.given == [((2,), "")]


# Leaving


def wait_for_what_is_held(laptop: Laptop, qtbot: QtBot) -> None:
    """Let the time of whatever counts as held go by; none does where nothing is held."""
    timers = [timer for held in laptop.window.findChildren(Held) for timer in held.children()]
    assert timers
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))  # type: ignore[attr-defined]


def hold(laptop: Laptop, key: Qt.Key = Key.Key_Escape) -> None:
    QTest.keyPress(laptop.window, key)


def test_esc_held_asks_to_leave_once(laptop: Laptop, qtbot: QtBot) -> None:
    laptop.show(ballot())
    with qtbot.waitSignal(laptop.window.leave_requested):
        hold(laptop)
    wait_for_what_is_held(laptop, qtbot)
    assert laptop.left == 1


@pytest.mark.parametrize("by", ["another key", "release", "a key before", "focus"])
def test_esc_among_other_keys_or_let_go_too_soon_is_no_holding(
    laptop: Laptop, qtbot: QtBot, by: str
) -> None:
    laptop.show(ballot())
    if by == "a key before":
        hold(laptop, Key.Key_Q)
    hold(laptop)
    if by == "another key":
        hold(laptop, Key.Key_Q)
    elif by == "release":
        QTest.keyRelease(laptop.window, Key.Key_Escape)
    elif by == "focus":
        laptop.window.held.end()
    wait_for_what_is_held(laptop, qtbot)
    assert laptop.left == 0


def test_a_release_that_a_busy_machine_makes_up_does_not_end_the_holding(
    laptop: Laptop, qtbot: QtBot
) -> None:
    laptop.show(ballot())
    laptop.window.held.held_ms = 400
    with qtbot.waitSignal(laptop.window.leave_requested):
        hold(laptop)
        for _ in range(3):
            QTest.keyRelease(laptop.window, Key.Key_Escape)
            hold(laptop)


def test_a_key_whose_release_went_elsewhere_is_not_held_for_ever(
    laptop: Laptop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leaving, "QUIET_MS", 20)
    laptop.show(ballot())
    hold(laptop, Key.Key_Q)
    qtbot.waitUntil(lambda: laptop.window.held._since.elapsed() > leaving.QUIET_MS)
    with qtbot.waitSignal(laptop.window.leave_requested):
        hold(laptop)


def test_repetitions_of_a_held_esc_neither_end_nor_begin_it(laptop: Laptop, qtbot: QtBot) -> None:
    laptop.show(ballot())
    none = Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(laptop.window.leave_requested):
        hold(laptop)
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            repeated = QKeyEvent(kind, Key.Key_Escape, none, "", True)
            QApplication.sendEvent(laptop.window, repeated)


@pytest.mark.parametrize("begun", [False, True])
def test_the_corner_held_asks_to_leave_and_a_click_there_does_not(
    laptop: Laptop, qtbot: QtBot, begun: bool
) -> None:
    laptop.show(ballot())
    if begun:
        laptop.press(Key.Key_Return)
    window = laptop.window.windowHandle()
    corner = QPoint(1366 - 90, 768 - 30)
    QTest.mouseClick(window, LEFT, pos=corner)
    wait_for_what_is_held(laptop, qtbot)
    assert laptop.left == 0
    with qtbot.waitSignal(laptop.window.leave_requested):
        QTest.mousePress(window, LEFT, pos=corner)
    QTest.mouseRelease(window, LEFT, pos=corner)
    QTest.mousePress(window, LEFT, pos=QPoint(300, 640))
    wait_for_what_is_held(laptop, qtbot)
    assert laptop.left == 1


def test_what_is_hidden_has_forgotten_its_choice(laptop: Laptop) -> None:
    laptop.show(ballot(of=partners()))
    asks = laptop.picture()
    laptop.press(Key.Key_2, Key.Key_4)
    laptop.window.put_away()
    assert laptop.window.turn.chosen == ()
    laptop.window.show()
    assert laptop.picture() == asks
    laptop.press(Key.Key_Return)
    assert laptop.given == []


def random_keys(chance: random.Random, count: int) -> Iterator[tuple[Qt.Key, bool]]:
    """Yield keys as somebody presses them who leans on the keyboard, some of them repeated."""
    every = [key for key in Key if key not in {Key.Key_unknown, Key.Key_Any}]
    usual = [Key(code) for code in range(Key.Key_Space.value, Key.Key_AsciiTilde.value)]
    usual += [Key.Key_Return, Key.Key_Enter, Key.Key_Escape, Key.Key_Tab, Key.Key_Backspace] * 6
    usual += [Key(Key.Key_0.value + digit) for digit in range(10)] * 4
    for _ in range(count):
        yield chance.choice(every if chance.random() < 0.1 else usual), chance.random() < 0.1


def lean(laptop: Laptop, count: int, seed: int) -> None:
    send = QApplication.sendEvent
    for key, repeated in random_keys(random.Random(seed), count):
        text = chr(key.value) if Key.Key_0.value <= key.value <= Key.Key_9.value else ""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeated)
            send(laptop.window, event)
            assert event.isAccepted(), key


@pytest.mark.parametrize("make", [lambda n: ballot(n, 40, of=partners(2)), lambda n: dots(n, 40)])
def test_leaning_on_the_keyboard_gives_ballots_and_nothing_else(
    laptop: Laptop, make: Callable[[int], LaptopBallot]
) -> None:
    laptop.show(make(0))
    before = len(QApplication.topLevelWidgets())
    lean(laptop, 600, seed=9)
    assert laptop.left == 0
    assert laptop.window.isVisible()
    assert len(QApplication.topLevelWidgets()) == before
    for points, partner in laptop.given:
        assert points
        assert partner != "Health board", "that one is complete"


def test_it_is_freed_when_it_is_closed(qapp: object) -> None:
    assert is_freed_when_closed(ended)


def ended() -> BallotWindow:
    window = BallotWindow()
    window._over = True
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return window


def as_shown_anew(shown: BallotWindow) -> QImage:
    """Return the picture of a window that shows the same turn and never showed another."""
    anew = Laptop()
    anew.window.resize(shown.size())
    anew.window.show()
    mine, its = anew.window.turn, shown.turn
    for name in ("ballot", "under_way", "thanks", "partner", "chosen", "marked", "at_confirm"):
        setattr(mine, name, getattr(its, name))
    mine.changed.emit()
    QApplication.processEvents()
    found = anew.picture()
    anew.window.end()
    anew.window.deleteLater()
    return found


@pytest.mark.parametrize("seed", range(3))
def test_what_is_placed_again_only_where_it_changed_looks_as_if_placed_anew(
    laptop: Laptop, seed: int
) -> None:
    dice = random.Random(seed)
    others = [
        ballot(8, 12),
        ballot(9, 12),
        ballot(10, 12),
        ballot(12, 12),
        ballot(9, 12, of=partners()),
        ballot(10, 12, of=partners(2)),
        ballot(9, 12, points=7, vote_id="r2", long=True),
        dots(3, 12),
        dots(4, 12, each=2, count=7),
    ]
    laptop.show(others[0])
    keys = [Key.Key_Return, Key.Key_1, Key.Key_4, Key.Key_Right, Key.Key_Backspace]
    for _ in range(14):
        if dice.random() < 0.4:
            laptop.window.show_ballot(dice.choice(others))
        elif dice.random() < 0.15:
            laptop.window.resize(*dice.choice(SIZES))
        else:
            laptop.press(dice.choice(keys))
        QApplication.processEvents()
        assert laptop.picture() == as_shown_anew(laptop.window)
