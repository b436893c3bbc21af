"""Whatever people type: shown literally, and never so that the console falls apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.journeys.driver import App, Key, dialogs, settle, visible

HTML = "<b>Bold</b> & <i>more</i>"
TALL = "Many words. " * 800
UNBROKEN = "https://partners.example/" + "a-long-path-without-any-blank" * 12


def type_at_once(app: App, name: str, text: str) -> None:
    """Paste a text into a line."""
    field = app.field(name, QLineEdit)
    app.click_on(field)
    QApplication.clipboard().setText(text)
    app.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def begin(app: App, title: str, partnership: str = "") -> None:
    app.click("New workshop")
    type_at_once(app, "Title", title)
    type_at_once(app, "Partnership", partnership)
    app.begin_workshop()
    app.expect("Before you begin")


def add_note(app: App, text: str) -> None:
    type_at_once(app, "New note, no names", text)
    app.key(Key.Key_Return)


def add_step(app: App, text: str) -> None:
    app.rail("Next steps")
    app.click("Write our own step")
    app.type("x")
    app.click("Keep")
    app.click("Owner, date")
    QApplication.clipboard().setText(text)
    app.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    app.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    app.click("Keep")


def taken_as_html(window: QWidget) -> Iterator[str]:
    """Give what a window would show as something else than what was typed."""
    for widget in (window, *window.findChildren(QWidget)):
        if "<b>" in widget.toolTip():
            yield f"tool tip {widget.toolTip()}"
        rich = isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText
        if rich and "<b>" in widget.text():
            yield f"label {widget.text()}"


def everything_is_literal(app: App) -> None:
    for window in QApplication.topLevelWidgets():
        assert list(taken_as_html(window)) == []


def test_text_that_looks_like_html_is_shown_as_it_was_typed(app: App) -> None:
    begin(app, HTML, HTML)
    app.expect(HTML)
    everything_is_literal(app)
    app.key(Key.Key_Space)
    add_note(app, HTML)
    app.expect(HTML)
    everything_is_literal(app)
    for asks in ("Edit", "Remove"):
        app.click(asks)
        everything_is_literal(app)
        for dialog in dialogs():
            dialog.close()
        settle()
    add_step(app, HTML)
    app.expect(HTML)
    everything_is_literal(app)
    app.key(Key.Key_PageDown)
    everything_is_literal(app)
    app.go_home()
    everything_is_literal(app)
    app.more("Delete")
    app.expect(HTML)
    everything_is_literal(app)
    assert HTML in app.front().windowTitle()


def fits(app: App) -> None:
    """Fail where the console is wider than the smallest screen, or a button cannot be reached."""
    assert app.console.minimumSizeHint().width() <= 1024
    assert app.console.width() <= 1024
    for button in visible(app.console, QAbstractButton):
        left = button.mapTo(app.console, button.rect().topLeft()).x()
        assert left >= 0, button.text()
        assert left + button.width() <= app.console.width(), button.text()


@pytest.mark.slow
@pytest.mark.parametrize("text", [TALL, UNBROKEN], ids=["tall", "unbroken"])
def test_long_texts_do_not_break_the_console(app: App, text: str) -> None:
    app.console.resize(1024, 700)
    begin(app, text[:200], text[:200])
    fits(app)
    app.key(Key.Key_Space)
    add_note(app, text[:10_000].strip())
    fits(app)
    app.click("Edit")
    assert app.front().height() <= 768
    app.click("Cancel")
    add_step(app, text[:9_000].strip())
    fits(app)
    app.click("Take out")


def test_a_long_note_can_still_be_edited_and_removed(app: App) -> None:
    app.console.resize(1024, 700)
    begin(app, "Away-day")
    app.key(Key.Key_Space)
    add_note(app, UNBROKEN)
    app.click("Edit")
    app.click("Cancel")
    app.click("Remove")
