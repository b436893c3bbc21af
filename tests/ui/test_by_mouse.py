"""What a facilitator does by mouse alone, and what is in sight after it, on a small laptop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.plan import NoteKind
from desktop_app.scenes.asides import AsideKind
from desktop_app.ui.console.pages.statement_page import StatementPage
from desktop_app.ui.console.partners_in import PartnersIn
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.side_panel import SidePanel
from desktop_app.ui.console.ways.point_buttons import PointButtons
from desktop_app.ui.console.ways_button import WaysButton
from desktop_app.ui.dialogs.settled import SettledDialog
from tests.journeys.driver import App, Key, come_to_rest, dialogs, settle, visible

from .test_keypad import PARTNERS, opened

SMALL = (1024, 740)


def revealed(app: App) -> Session:
    """Return a session at a statement whose vote by hands is revealed."""
    session = opened(app, Channel.HANDS, groups=True)
    for group in PARTNERS:
        session.voting.pick_group(group.label)
        session.voting.count_hands((0, 0, 0, 0, group.people, 0))
    session.voting.close()
    session.voting.reveal()
    settle()
    return session


def is_in_sight(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def test_a_kept_view_is_in_sight_and_the_room_sees_it(app: App) -> None:
    app.console.resize(*SMALL)
    session = revealed(app)
    session.showing.press(AsideKind.QUESTIONS)
    settle()
    app.click("Settle")
    (question,) = (one for one in dialogs() if isinstance(one, SettledDialog))
    app.expect("A view is kept with its reason")
    reason = question.findChild(QLineEdit)
    assert reason is not None
    app.click_on(reason)
    app.type("We kept it")
    app.click("Keep this view")
    come_to_rest()
    assert session.aside is None
    assert "We agreed on 3" in app.stage_says()
    kept = next(one for one in visible(app.console, QLabel) if "We kept it" in one.text())
    assert is_in_sight(kept)


@pytest.mark.parametrize("channel", [Channel.HANDS, Channel.NUMBER_KEYS])
def test_a_click_on_a_partners_line_counts_it(app: App, channel: Channel) -> None:
    session = opened(app, channel, groups=True)
    (lines,) = visible(app.console, PartnersIn)
    app.click_on(lines._lines[1], QPoint(6, 6))
    assert session.voting.group == PARTNERS[1].label


@pytest.mark.parametrize("channel", [Channel.PAPER, Channel.NUMBER_KEYS])
def test_ballots_can_be_clicked_in_and_keys_go_on(app: App, channel: Channel) -> None:
    session = opened(app, channel)
    click_in(app, 4, 0)
    app.key("3")
    assert session.round is not None
    assert session.round.ballots_in == 3
    click_in(app, *[5] * 8)
    assert session.round.ballots_in == session.round.present == 8
    app.click("Take back the last")
    app.key("1")
    assert session.round.ballots_in == 8


def test_what_ballots_are_clicked_with_stays_where_it_is(app: App) -> None:
    app.console.resize(*SMALL)
    session = opened(app, Channel.PAPER)
    (line,) = visible(app.console, PointButtons)
    come_to_rest()
    place = line.mapTo(app.console, QPoint())
    for _ in range(8):
        click_in(app, 4)
        come_to_rest()
        assert line.mapTo(app.console, QPoint()) == place
    assert session.round is not None
    assert session.round.ballots_in == 8


def test_the_way_to_vote_is_in_sight_and_what_throws_it_away_last(app: App) -> None:
    app.console.resize(*SMALL)
    opened(app, Channel.PAPER, groups=True)
    come_to_rest()
    (ways,), (discard,) = visible(app.console, WaysButton), app.buttons("Discard this vote")
    assert ways.visibleRegion().boundingRect() == ways.rect()
    assert discard.mapTo(app.console, QPoint()).y() > 0
    (page,) = visible(app.console, StatementPage)
    assert page.action_row.indexOf(ways) > page.action_row.indexOf(page.primary) >= 0
    assert page.action_row.indexOf(discard) < 0


def click_in(app: App, *points: int) -> None:
    """Click ballots for these points."""
    (line,) = visible(app.console, PointButtons)
    buttons = {one.property("point"): one for one in visible(line, QPushButton)}
    for point in points:
        app.click_on(buttons[point])


def test_another_step_shows_the_side_column_from_its_beginning(app: App) -> None:
    app.console.resize(*SMALL)
    session = revealed(app)
    for n in range(4):
        session.noting.add(NoteKind.EVIDENCE, f"Note {n}")
    come_to_rest()
    (side,) = visible(app.console, SidePanel)
    column = side.findChild(QScrollArea)
    assert column is not None
    column.verticalScrollBar().setValue(40)
    assert column.verticalScrollBar().value() == 40
    app.key(Key.Key_PageDown)
    come_to_rest()
    assert column.verticalScrollBar().value() == 0


def test_esc_leaves_an_empty_form_and_loses_nothing_that_was_typed(app: App) -> None:
    app.click("New workshop")
    app.key(Key.Key_Escape)
    assert app.console.page is app.console.home
    app.click("New workshop")
    app.fill("Title", "Half day")
    app.key(Key.Key_Escape)
    assert app.console.page is not app.console.home
    app.key(Key.Key_Return)
    assert app.console.page is app.console.home


def test_esc_keeps_a_form_with_a_date_that_is_none(app: App) -> None:
    app.click("New workshop")
    app.fill("Date", "28 November 20266x")
    app.key(Key.Key_Escape)
    assert app.console.page is not app.console.home


def test_a_further_partner_leaves_the_way_to_the_next_in_sight(app: App) -> None:
    app.console.resize(*SMALL)
    app.click("New workshop")
    app.click("No names kept, with group")
    for _ in range(4):
        app.click("Add a partner")
        come_to_rest()
        (add,) = app.buttons("Add a partner")
        assert add.visibleRegion().boundingRect() == add.rect()


def test_the_window_stays_maximised_after_a_sudden_end(app: App) -> None:
    app.console.showMaximized()
    settle()
    assert app.desktop.preferences.settings.console_maximised
    app.console.showNormal()
    settle()
    assert not app.desktop.preferences.settings.console_maximised
