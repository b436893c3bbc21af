"""Help for the page at hand, and the guide's window: contents, find, back, saved as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.ui.help.guide_window import GuideWindow
from desktop_app.ui.help.topics import STEPS
from tests.helpers import is_freed_when_closed
from tests.journeys.driver import App, Key, settle
from tests.journeys.ways import prepare


def shown_guide(app: App) -> GuideWindow:
    (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, GuideWindow)]
    assert window.isVisible()
    return window


def topic(window: GuideWindow) -> str:
    return window.pages.source().fragment()


def test_help_opens_the_guide_at_the_page(app: App) -> None:
    app.key(Key.Key_F1)
    assert topic(shown_guide(app)) == "evening"
    app.key(Key.Key_Escape)
    app.come_back()
    app.desktop.prepare_new()
    app.desktop.window.setFocus()
    app.key(Key.Key_Question)
    assert topic(shown_guide(app)) == "prepare"
    shown_guide(app).close()
    app.desktop.show_home()
    app.desktop.window.home.ask_frameworks()
    app.come_back()
    app.key(Key.Key_F1)
    assert topic(shown_guide(app)) == "frameworks"
    shown_guide(app).close()


def test_home_offers_the_guide(app: App) -> None:
    app.click("Guide")
    assert topic(shown_guide(app)) == "evening"
    shown_guide(app).close()


def test_help_on_the_console_follows_the_step_and_the_open_vote(app: App) -> None:
    prepare(app, 7)
    session = app.desktop.session
    assert session is not None
    for step in session.steps:
        if step.kind in (StepKind.OVERVIEW, StepKind.NEXT_STEPS, StepKind.CLOSE):
            session.go_to(step)
            app.come_back()
            app.key(Key.Key_F1)
            assert topic(shown_guide(app)) == STEPS[step.kind]
    session.go_to(next(s for s in session.steps if s.kind is StepKind.STATEMENT))
    session.voting.open_vote(Channel.PAPER)
    app.come_back()
    app.key(Key.Key_F1)
    assert topic(shown_guide(app)) == "paper"
    shown_guide(app).close()


def test_the_guide_is_found_in_and_leads_back(app: App) -> None:
    app.key(Key.Key_F1)
    window = shown_guide(app)
    contents = window.findChild(QListWidget)
    assert contents is not None
    item = contents.findItems("Paper", Qt.MatchFlag.MatchContains)[0]
    contents.itemActivated.emit(item)
    assert topic(window) == "paper"
    app.click("Back")
    assert topic(window) == "evening"
    app.key(Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window.focusWidget(), QLineEdit)
    app.type("Num Lock")
    app.key(Key.Key_Return)
    first = window.pages.textCursor().position()
    assert window.pages.textCursor().selectedText() == "Num Lock"
    app.key(Key.Key_Return)
    assert window.pages.textCursor().position() > first
    app.key(Key.Key_Return)
    assert window.pages.textCursor().position() == first
    window.close()


def test_long_headings_take_two_lines_and_nothing_scrolls_sideways(app: App) -> None:
    app.key(Key.Key_F1)
    window = shown_guide(app)
    contents = window.findChild(QListWidget)
    assert contents is not None
    assert contents.horizontalScrollBar().maximum() == 0
    assert contents.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    short = contents.visualItemRect(contents.findItems("Welcome", Qt.MatchFlag.MatchExactly)[0])
    long = contents.visualItemRect(
        contents.findItems("Every way to vote, and who", Qt.MatchFlag.MatchStartsWith)[0]
    )
    assert long.height() > 1.5 * short.height()
    assert long.width() <= contents.viewport().width()
    window.close()


def test_the_guide_is_saved_from_its_window(app: App, tmp_path: Path) -> None:
    app.key(Key.Key_F1)
    app.click("Save as a web page…")
    app.save_as(tmp_path / "guide.html")
    assert "evening before" in (tmp_path / "guide.html").read_text("utf-8")
    shown_guide(app).close()


def test_pictures_fit_and_links_lead(qtbot: QtBot) -> None:
    window = GuideWindow()
    qtbot.addWidget(window)
    window.show_topic("prepare")
    for block in window.pages.toHtml().split("<img ")[1:]:
        assert "src=" in block
    assert window.pages.document().idealWidth() < 1400
    window.pages.setSource("#voting")
    settle()
    assert window.pages.verticalScrollBar().value() > 0


def test_no_page_scrolls_sideways_in_a_narrow_window(qtbot: QtBot) -> None:
    window = GuideWindow()
    qtbot.addWidget(window)
    window.show()
    sideways = window.pages.horizontalScrollBar()
    for width in (700, 560, 1000):
        window.resize(width, 700)
        qtbot.waitUntil(lambda: sideways.maximum() == 0)
        assert window.pages.document().idealWidth() <= window.pages.viewport().width()


def test_the_guide_is_freed_when_closed(qapp: QApplication) -> None:
    assert is_freed_when_closed(GuideWindow)
