"""A turn by ear: what is heard key by key, that the screen shows none of it, and what is left."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.scenes.ballot import LaptopBallot
from desktop_app.ui import screen_reader
from desktop_app.ui.ballot import by_ear
from desktop_app.ui.ballot.cards import BallotButton
from desktop_app.ui.ballot.turn import TurnTimes
from desktop_app.ui.ballot.window import BallotWindow

from .ballots import ballot, dots, partners

Key = Qt.Key
HEADPHONES = "If the room can hear this voice, plug in headphones first."
THANKS = "Thank you. Your rating is in, and nothing of it is left here."
OVER = "This turn is over. Nothing was taken, and nothing is kept of it."


class Listener:
    """The ballot on a laptop, with what a screen reader says of it."""

    def __init__(self) -> None:
        self.window = BallotWindow(times=TurnTimes(pause_ms=0))
        self.given: list[tuple[tuple[int, ...], str]] = []
        self.stores = True
        self.window.confirmed.connect(self._take)

    def _take(self, points: tuple[int, ...], partner: str) -> None:
        self.given.append((points, partner))
        if self.stores:
            self.one_more()

    def one_more(self) -> None:
        now = self.window.turn.ballot
        assert now is not None
        self.window.show_ballot(replace(now, ballots_in=now.ballots_in + 1))

    def show(self, one: LaptopBallot) -> None:
        self.window.show_ballot(one)
        self.window.resize(1366, 768)
        self.window.show()
        QApplication.processEvents()

    def press(self, *keys: Qt.Key) -> list[str]:
        """Press keys where they go, and return what is said at each."""
        return [self._press(key) for key in keys]

    def _press(self, key: Qt.Key) -> str:
        QTest.keyClick(self.window.focusWidget() or self.window, key)
        return self.hears()

    def hears(self) -> str:
        has_keys = self.window.focusWidget()
        silent = has_keys is None or has_keys is self.window
        return "" if silent else has_keys.accessibleName()

    def buttons(self) -> list[str]:
        made = self.window.findChildren(BallotButton)
        return [one.text() for one in made if one.isVisible() and one.text()]

    def click(self, text: str) -> None:
        made = self.window.findChildren(BallotButton)
        button = next(one for one in made if one.isVisible() and one.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def says(self) -> str:
        return "\n".join(one.text() for one in self.window.findChildren(QLabel) if one.isVisible())

    def can_read(self) -> list[str]:
        """Return every name and description that a screen reader can reach, shown or not."""
        return sorted(text for text in _texts(QAccessible.queryAccessibleInterface(self.window)))

    def picture(self) -> QImage:
        return self.window.grab().toImage()


def _texts(node: object) -> Iterator[str]:
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    yield from (text for kind in kinds if (text := node.text(kind)))  # type: ignore[attr-defined]
    for place in range(node.childCount()):  # type: ignore[attr-defined]
        yield from _texts(node.child(place))  # type: ignore[attr-defined]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a screen reader run; Qt counts a real one as on for the rest of a process."""
    monkeypatch.setattr(screen_reader, "is_on", lambda: True)


@pytest.fixture
def listener(qtbot: QtBot, reader: None) -> Iterator[Listener]:
    made = Listener()
    yield made
    made.window.end()
    made.window.deleteLater()
    QApplication.processEvents()


DOWN, UP, ENTER, BACK, H = Key.Key_Down, Key.Key_Up, Key.Key_Return, Key.Key_Backspace, Key.Key_H


def test_without_a_screen_reader_it_is_not_offered(qtbot: QtBot) -> None:
    made = Listener()
    made.show(ballot())
    assert made.buttons() == ["Begin"]
    made.press(H, ENTER)
    assert made.window.rating.isVisible(), "a turn as everybody's"
    made.window.end()


def test_a_full_room_is_offered_none(listener: Listener) -> None:
    listener.show(ballot(12, 12))
    assert listener.buttons() == []
    assert listener.press(H) == [""]


def test_headphones_are_asked_for_first_and_nothing_else_is_said(listener: Listener) -> None:
    listener.show(ballot())
    before = listener.can_read()
    assert listener.buttons() == ["Begin", "Vote by ear, with headphones"]
    assert HEADPHONES in listener.press(H)[0]
    assert "By ear: plug in headphones first." in listener.says()
    assert listener.press(DOWN, Key.Key_4, Key.Key_Tab) == [listener.hears()] * 3
    assert HEADPHONES in listener.hears()
    assert listener.press(BACK) == [""]
    assert listener.can_read() == before
    assert not listener.window.turn.under_way


def test_it_begins_and_goes_back_by_mouse(listener: Listener) -> None:
    listener.show(ballot())
    listener.click("Vote by ear, with headphones")
    listener.click("Go back")
    assert listener.hears() == ""
    listener.click("Vote by ear, with headphones")
    listener.click("Begin by ear")
    assert listener.window.turn.by_ear
    assert "The arrows lead from choice to choice" in listener.hears()


def test_choices_the_choice_and_the_thanks_are_heard(listener: Listener) -> None:
    listener.show(ballot())
    listener.press(H)
    asked, first, second, back, chosen, thanks = listener.press(ENTER, DOWN, DOWN, UP, ENTER, ENTER)
    now = listener.window.turn.ballot
    assert now is not None
    assert now.text in asked
    assert first.startswith("1, Not happening")
    assert second.startswith("2, Just starting")
    assert back == first
    assert chosen.startswith("You chose 1, Not happening. Enter confirms.")
    assert thanks == THANKS
    assert listener.given == [((1,), "")]


def test_nothing_is_chosen_by_listening_and_a_choice_can_be_changed(listener: Listener) -> None:
    listener.show(ballot())
    listener.press(H, ENTER, DOWN, DOWN)
    assert listener.window.turn.chosen == ()
    listener.press(ENTER)
    assert listener.window.turn.chosen == (2,)
    assert listener.press(DOWN)[0].startswith("3, "), "on from what is chosen"
    assert listener.press(ENTER)[0].startswith("You chose 3,")
    assert listener.press(BACK)[0].startswith(ballot().lead), "asked anew"
    assert listener.window.turn.chosen == ()
    assert listener.given == []


def test_digits_are_not_taken(listener: Listener) -> None:
    listener.show(ballot())
    listener.press(H, ENTER)
    asked = listener.hears()
    assert listener.press(Key.Key_4, Key.Key_0, Key.Key_Space) == [asked] * 3
    assert listener.window.turn.chosen == ()


def test_the_screen_looks_the_same_whatever_is_chosen(listener: Listener) -> None:
    pictures = []
    for keys in ([], [DOWN], [DOWN, ENTER], [UP, UP, ENTER]):
        listener.show(ballot())
        listener.press(H, ENTER, *keys)
        assert "This screen shows none of them." in listener.says()
        pictures.append(listener.picture())
        listener.window.put_away()
    assert all(one == pictures[0] for one in pictures)


def put_away(listener: Listener) -> None:
    listener.window.put_away()


def forgotten(listener: Listener) -> None:
    listener.window.turn.clear()  # as its clock does
    assert listener.hears() == OVER
    listener.press(ENTER)


def next_begins(listener: Listener) -> None:
    assert listener.press(ENTER) == [THANKS]
    assert listener.press(ENTER) == [""]


def vote_closed(listener: Listener) -> None:
    listener.window.show_ballot(None)


def another_vote(listener: Listener) -> None:
    listener.window.show_ballot(ballot(vote_id="r2"))
    assert listener.hears() == OVER
    listener.press(ENTER)


@pytest.mark.parametrize("end", [put_away, forgotten, next_begins, vote_closed, another_vote])
def test_however_it_ends_nothing_of_the_choice_can_be_heard_or_read(
    listener: Listener, end: object
) -> None:
    listener.show(ballot())
    listener.press(H, ENTER, DOWN, DOWN, ENTER)
    assert listener.hears() in listener.can_read()
    end(listener)  # type: ignore[operator]
    assert listener.hears() == ""
    assert listener.window.ear.voice.text == ""
    assert not any("chose 2" in text or "arrows lead" in text for text in listener.can_read())
    assert listener.window.turn.chosen == ()


def test_it_lasts_for_one_ballot(listener: Listener) -> None:
    listener.show(ballot())
    listener.press(H, ENTER, DOWN, ENTER, ENTER)
    listener.press(ENTER)
    assert listener.window.rating.isVisible()
    assert listener.press(DOWN, DOWN, ENTER) == ["", "", ""]
    assert [points for points, _ in listener.given] == [(1,), (2,)]


def test_thanks_are_said_once_it_is_stored(listener: Listener) -> None:
    listener.stores = False
    listener.show(ballot())
    said = listener.press(H, ENTER, DOWN, ENTER, ENTER, ENTER)
    assert THANKS not in said
    assert OVER not in said
    listener.one_more()
    assert listener.hears() == THANKS


def test_who_waits_for_thanks_is_told_to_ask_and_thanked_when_it_is_stored(
    listener: Listener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(by_ear, "STORED_MS", 10)
    listener.stores = False
    listener.show(ballot())
    listener.press(H, ENTER, DOWN, ENTER, ENTER)
    qtbot.waitUntil(lambda: "ask whether your ballot is in" in listener.hears())
    listener.one_more()
    assert listener.hears() == THANKS


def test_a_turn_as_everybodys_can_be_read_by_no_screen_reader(listener: Listener) -> None:
    read = []
    for keys in ([DOWN], [UP, UP]):
        listener.show(ballot(of=partners()))
        listener.press(DOWN, ENTER, *keys)
        assert listener.window.turn.chosen
        read.append(listener.can_read())
        listener.window.put_away()
    assert read[0] == read[1]
    assert not any("You chose" in text or "You rate for" in text for text in read[0])


def test_the_partner_is_chosen_by_ear_and_can_be_changed(listener: Listener) -> None:
    listener.show(ballot(of=partners(1)))
    listener.press(H)
    question, one, question_again, other = listener.press(ENTER, DOWN, BACK, H)
    assert question.startswith("Which partner are you from?")
    assert one == "Health board, 1 of 2 in", "the first is complete"
    assert question_again == ""
    assert HEADPHONES in other
    assert listener.press(ENTER, ENTER) == [question, question], "none is chosen by two presses"
    said = listener.press(DOWN, ENTER)[1]
    assert said.startswith("You rate for Health board.")
    assert listener.press(BACK) == [question]
    assert listener.press(DOWN, DOWN, ENTER)[2].startswith("You rate for ")
    listener.press(DOWN, ENTER, ENTER)
    assert listener.given == [((1,), partners()[2].label)]
    assert listener.hears() == THANKS


def test_dots_are_placed_and_taken_back_by_ear(listener: Listener) -> None:
    listener.show(dots())
    listener.press(H)
    asked, first, one, two = listener.press(ENTER, DOWN, ENTER, ENTER)
    assert "Enter places a dot" in asked
    assert first == "1, Agree ambitions: no dot of yours. 3 dots to place."
    assert one.startswith("1, Agree ambitions: 1 dot of yours. 2 dots left.")
    assert two.startswith("1, Agree ambitions: 2 dots of yours. 1 dot left.")
    assert listener.press(BACK) == [one]
    end = listener.press(UP)[0]
    assert end.startswith("1, Agree ambitions: 1 dot of yours. 2 dots left.")
    assert listener.press(ENTER) == [
        "Thank you. Your dots are in, and nothing is kept of how you placed them."
    ]
    assert listener.given == [((1,), "")]


def test_all_dots_are_said_once_more_by_enter(listener: Listener) -> None:
    listener.show(dots())
    last = listener.press(H, ENTER, DOWN, ENTER, ENTER, DOWN, ENTER)[-1]
    assert last.startswith("2, Invest: 1 dot of yours. All are placed: Enter confirms")
    assert listener.press(ENTER)[0].startswith("Thank you. Your dots are in")
    assert listener.given == [((1, 1, 2), "")]


SIZES = [(1024, 768), (1366, 768), (1920, 1080)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", [(), (H,), (H, ENTER)], ids=["offered", "headphones", "begun"])
@pytest.mark.parametrize("one", [ballot(), ballot(of=partners(3))], ids=["nobody", "partners"])
def test_everything_has_its_place_and_targets_are_large(
    listener: Listener, size: tuple[int, int], keys: tuple[Qt.Key, ...], one: LaptopBallot
) -> None:
    listener.show(one)
    listener.window.resize(*size)
    listener.press(*keys)
    QApplication.processEvents()
    page = listener.window.hand_over
    shown = [w for w in page.findChildren(BallotButton) if w.isVisible()]
    rects = [w.geometry() for w in shown]
    rects += [w.geometry() for w in page.findChildren(QLabel) if w.isVisible() and w.text()]
    k = min(size[1] / 768, size[0] / 1024)
    assert all(w.height() >= 76 * k - 2 for w in shown)
    assert all(page.rect().contains(rect) for rect in rects)
    for place, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[:place]), rect


def test_leaning_on_the_keyboard_gives_ballots_and_nothing_else(listener: Listener) -> None:
    chance = random.Random(5)
    keys = [H, H, DOWN, UP, ENTER, ENTER, BACK, *(Key(code) for code in range(0x20, 0x60))]
    listener.show(ballot(0, 30, of=partners(2)))
    for _ in range(900):
        key = chance.choice(keys)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "")
            QApplication.sendEvent(listener.window.focusWidget() or listener.window, event)
            assert event.isAccepted()
    assert listener.window.isVisible()
    assert listener.given
    assert all(points and partner != "Health board" for points, partner in listener.given)


def test_what_nobody_begins_goes_away_by_itself(qtbot: QtBot, reader: None) -> None:
    made = Listener()
    made.window.turn.times = TurnTimes(left_ms=30, pause_ms=0)
    made.show(ballot())
    made.press(H)
    qtbot.waitUntil(lambda: made.hears() == "")
    assert made.buttons() == ["Begin", "Vote by ear, with headphones"]
    made.window.end()
