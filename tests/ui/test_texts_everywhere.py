"""Texts that no form expects, in every field: as long as can be, emoji, right to left, combining.

What a person may type is kept or refused with a sentence; it never breaks a window or the stage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from desktop_app.application.timing import Stopwatch
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.fonts import measure
from desktop_app.ui.painting.text import shorten
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, dialogs, settle, visible, wait_for
from tests.journeys.ways import prepare
from tests.screens import LAPTOP, Screen

LONG = "As long as a speech. " * 476
TEXTS = {
    "long": LONG + "!" * (10_000 - len(LONG)),
    "one word": "W" * 10_000,
    "emoji": "👩‍👩‍👧🇳🇴👍🏽🙂" * 20,
    "right to left": "שלום עולם مرحبا \u202e\u2067abc" * 10,
    "combining": "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢" * 20,
    "markup": "<b>&amp;<img src=x>&lt;</b>\t\0\x07\ufffe\u2028{title} %s %n" * 5,
    "half a character": "a\ud83d b\udc69",
}
OFTEN = {"long", "emoji", "right to left"}
pytestmark = pytest.mark.slow
anything = pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=() if name in OFTEN else pytest.mark.slow)
        for name, text in TEXTS.items()
    ],
)


def fill_all(window: QWidget, text: str) -> int:
    """Put a text into each field of a window as pasting does; give how many there were."""
    lines = [f for f in visible(window, QLineEdit) if f.isEnabled() and not f.isReadOnly()]
    for line in lines:
        line.selectAll()
        line.insert(text)
        line.editingFinished.emit()
    blocks = [f for f in visible(window, QPlainTextEdit) if f.isEnabled() and not f.isReadOnly()]
    for block in blocks:
        block.selectAll()
        block.insertPlainText(text)
    settle()
    return len(lines) + len(blocks)


def look(app: App) -> None:
    """Paint both windows as they are now."""
    app.console.grab()
    if app.desktop.stage is not None:
        app.stage.resize(1024, 768)
        app.stage.grab()


def go(app: App, kind: StepKind, subject: str = "") -> None:
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(kind, subject))
    settle()


def leave_dialogs() -> None:
    for dialog in dialogs():
        dialog.close()
    settle()


def keep(dialog: QDialog) -> None:
    """Press what a dialog keeps its answer with, if it lets one."""
    for press in visible(dialog, QPushButton):
        if press.isDefault() and press.isEnabled():
            press.click()
    settle()
    leave_dialogs()


@anything
def test_the_prepare_form(app: App, text: str) -> None:
    app.click("New workshop")
    app.click("No names kept, with group")
    app.click("Add a partner")
    assert fill_all(app.front(), text) >= 5
    app.begin_workshop()
    leave_dialogs()
    look(app)


@anything
def test_the_headline_the_own_step_and_its_dialog(app: App, text: str) -> None:
    prepare(app, 7)
    go(app, StepKind.NEXT_STEPS)
    assert fill_all(app.front(), text) >= 2
    app.click("Write our own step")
    assert fill_all(app.front(), text) >= 4
    keep(dialogs()[0])
    look(app)
    go(app, StepKind.CLOSE)
    look(app)


@anything
def test_notes_the_parking_lot_and_editing_a_note(app: App, text: str) -> None:
    prepare(app, 7)
    for letter in "ebiqp":
        app.key("n")
        app.key(letter)
        fill_all(app.front(), text)
        enter_all(app)
    app.console.activateWindow()
    settle()
    session = app.desktop.session
    assert session is not None
    session.toggle_parking()
    look(app)
    if app.buttons("Edit"):
        app.click("Edit")
        fill_all(app.front(), text)
        keep(dialogs()[0])
    look(app)


def enter_all(app: App) -> None:
    for line in visible(app.front(), QLineEdit):
        QTest.keyClick(line, Key.Key_Return)
    settle()
    leave_dialogs()


@anything
def test_a_settled_view_and_a_difference(app: App, text: str) -> None:
    prepare(app, 7)
    go(app, StepKind.STATEMENT, "T1")
    app.click("Open the vote")
    app.hands(0, 0, 1, 4, 4)  # more hands than people, which wants a reason
    app.click("Close and reveal")
    for choice in visible(app.front(), QRadioButton):
        choice.click()  # the last one asks for words of one's own
    assert fill_all(app.front(), text) >= 1
    keep(dialogs()[0])
    look(app)
    if app.buttons("Settle"):
        app.click("Settle")
        app.choose("Agreed view", 1)
        fill_all(app.front(), text)
        keep(dialogs()[0])
    look(app)


@anything
def test_every_field_of_the_framework_editor(app: App, text: str) -> None:
    app.click("Frameworks")
    app.click("Duplicate")
    app.click("Edit")
    tree = visible(app.front(), QTreeWidget)[0]
    tree.expandAll()
    for place in range(0, sum(1 for _ in rows(tree)), 7):
        tree.setCurrentItem(list(rows(tree))[place])
        settle()
        fill_all(app.front(), text)
        look(app)
    app.key(Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    leave_dialogs()
    app.console.guards.clear()


def rows(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    walk = QTreeWidgetItemIterator(tree)
    while walk.value() is not None:
        yield walk.value()
        walk += 1


ODD = [
    Screen("beamer", x=1366, width=1366, height=768),
    Screen("old beamer", x=1366, width=1280, height=1024),
    Screen("wide wall", x=1366, width=3440, height=1440),
    Screen("scaled wall", x=1366, width=1920, height=1080, dpr=1.25),
]


@pytest.mark.parametrize("odd", ODD, ids=lambda screen: screen.name)
def test_odd_projectors_plugged_out_and_in_in_mid_vote(
    screens: Callable[..., None], start: Start, odd: Screen
) -> None:
    screens(LAPTOP, odd)
    app = start()
    prepare(app, 7, turns=True)
    assert app.stage.screen().name() == odd.name
    go(app, StepKind.STATEMENT, "T1")
    app.desktop.session.going.do_next()
    for _ in range(2):
        app.vote(4)
        app.stage.render(picture_of(app.stage, odd.dpr))
        screens(LAPTOP)
        wait_for(lambda: not app.desktop.stage.placement.state.connected, "it to go")
        assert not app.stage.isVisible()
        screens(LAPTOP, odd)
        wait_for(lambda: app.desktop.stage.placement.state.connected, "it to come")
        assert app.stage.isFullScreen()
        assert app.stage.screen().name() == odd.name
    assert getattr(app.stage.scene_shown, "count_text", "") == "2 of 7 in"


def picture_of(window: QWidget, scale: float) -> QImage:
    """Return an empty picture with as many pixels as a screen of this scale has for a window."""
    picture = QImage((window.size().toSizeF() * scale).toSize(), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    return picture


@pytest.mark.parametrize("text", [LONG, "W" * 10_000, "a b", "👩‍👩‍👧 " * 90])
def test_a_text_is_cut_where_no_more_of_it_fits(qapp: object, text: str) -> None:
    cut = shorten(text, 200, 20, "regular")
    assert measure(cut, 20, "regular") <= 200
    if cut != text:
        longer = text[: len(cut) + 8].rstrip() + cut[-1]
        assert measure(longer, 20, "regular") > 200


@pytest.mark.parametrize("jump", [8 * 3600.0, -8 * 3600.0, float("inf")])
def test_a_clock_that_jumps_in_mid_vote_moves_nothing(app: App, jump: float) -> None:
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.vote(4, 5)
    now = [100.0]
    timer = app.desktop.opened.day.timer
    watch = Stopwatch(lambda: now[0])
    watch.begin(60)
    watch.run(running=True)
    timer._watch = watch
    now[0] += jump
    timer.tick()
    app.expect("2 of 7 in")
    assert 60 <= timer.now.spent <= 66
    app.vote(3)
    app.expect("3 of 7 in")
    timer.tick()


def test_nobody_and_nothing(app: App) -> None:
    prepare(app, 7, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    app.leave_ballot()
    app.set_people(0)
    app.key(Key.Key_Space)
    leave_dialogs()
    look(app)
    for step in app.desktop.session.steps:
        app.desktop.session.go_to(step)
        settle()
        look(app)
