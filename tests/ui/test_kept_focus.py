"""The keys stay on what was acted on, its neighbour or the page, whatever list is built anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from desktop_app.domain.agenda import AgendaItem
from desktop_app.domain.steps import ADDED, Step, StepKind
from desktop_app.domain.workshop import Details
from desktop_app.ui.console.note_list import NoteCard
from desktop_app.ui.console.plan_cards import CommitmentCard
from desktop_app.ui.console.plan_offers import OfferRow
from desktop_app.ui.frameworks.framework_card import FrameworkCard
from desktop_app.ui.frameworks.parts_tree import PartsTree
from desktop_app.ui.home.agenda_table import AgendaTable
from desktop_app.ui.home.prepare_agenda import AgendaForm
from desktop_app.ui.home.workshop_list import WorkshopList
from desktop_app.ui.widgets.choices import ChoiceCard
from desktop_app.ui.widgets.kept_focus import kept_focus
from desktop_app.ui.widgets.layouts import column
from tests.journeys.driver import App, Key, settle, visible, wait_for
from tests.journeys.ways import prepare

from .conftest import Show


@pytest.fixture
def plan(app: App) -> App:
    """Give the sample's next steps with three more of the room's own."""
    app.click("Open the sample workshop")
    app.rail("Next steps")
    for words in ("Meet each month", "Name one manager", "Share one budget"):
        app.click("Write our own step")
        app.fill("What will be done", words)
        app.click("Keep")
    return app


def focus(app: App) -> QWidget:
    found = app.console.focusWidget()
    assert found is not None
    return found


def around(app: App, kind: type[QWidget]) -> QWidget | None:
    """Return the card of this kind in which the keys are."""
    one: QWidget | None = focus(app)
    while one is not None and not isinstance(one, kind):
        one = one.parentWidget()
    return one


def press(app: App, button: QAbstractButton) -> None:
    """Press a button by Enter, as somebody without a mouse does."""
    app.console.activateWindow()  # no window manager does it here after a dialog
    settle()
    button.setFocus()
    app.key(Key.Key_Return)


def in_card(card: QWidget, text: str) -> QAbstractButton:
    return next(b for b in visible(card, QAbstractButton) if b.text().startswith(text))


def cards(app: App) -> list[CommitmentCard]:
    return visible(app.console, CommitmentCard)


def is_in_sight(widget: QWidget) -> bool:
    settle()
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        return True
    at = widget.mapTo(area.viewport(), widget.rect().center())
    return area.viewport().rect().contains(at)


def test_keep_in_a_steps_dialog_leaves_the_keys_on_the_step(plan: App) -> None:
    card = cards(plan)[-2]
    press(plan, in_card(card, "Owner"))
    plan.fill("What will be done", "Other words for it")
    plan.click("Keep")
    now = around(plan, CommitmentCard)
    assert isinstance(now, CommitmentCard)
    assert now.commitment.title == "Other words for it"
    assert is_in_sight(focus(plan))
    step = plan.desktop.session.step
    plan.console.activateWindow()
    settle()
    for _ in range(9):
        if plan.desktop.session.step == step:
            plan.key(Key.Key_Space)  # the plan may have several screens
        assert plan.desktop.window.page is plan.desktop.view, "Space never leaves the workshop"
    assert plan.desktop.session.step != step


@pytest.mark.slow
@pytest.mark.parametrize("way", ["Move up", "Move down"])
def test_a_step_that_is_moved_keeps_the_keys_and_stays_in_sight(plan: App, way: str) -> None:
    card = cards(plan)[-2]
    title = card.commitment.title
    for _ in range(2):
        press(plan, in_card(next(c for c in cards(plan) if c.commitment.title == title), way))
        now = around(plan, CommitmentCard)
        assert isinstance(now, CommitmentCard)
        assert now.commitment.title == title
        assert is_in_sight(now)


@pytest.mark.slow
def test_a_step_that_is_taken_out_gives_the_keys_to_its_neighbour(plan: App) -> None:
    while cards(plan):
        press(plan, in_card(cards(plan)[-1], "Take out"))
        left = cards(plan)
        if left:
            assert around(plan, CommitmentCard) is left[-1]
    assert plan.desktop.view.isAncestorOf(focus(plan))
    while plan.buttons("Show the rest"):
        plan.key(Key.Key_Space)
    plan.key(Key.Key_Space)
    assert plan.desktop.session.step == Step(StepKind.CLOSE)


@pytest.mark.slow
def test_a_recommended_step_that_is_taken_gives_the_keys_to_the_next(plan: App) -> None:
    offered = visible(plan.console, OfferRow)
    press(plan, offered[0].take)
    assert around(plan, OfferRow) is visible(plan.console, OfferRow)[0]
    assert is_in_sight(focus(plan))


def test_notes_that_are_changed_and_removed_leave_the_keys_among_them(app: App) -> None:
    prepare(app, 7)
    for words in ("First", "Second", "Third"):
        app.key("n")
        app.type(words)
        app.key(Key.Key_Return)
        app.key(Key.Key_Escape)
    notes = visible(app.console, NoteCard)
    press(app, in_card(notes[1], "Edit"))
    app.fill("What was said", "Second in other words")
    app.click("Keep the note")
    now = around(app, NoteCard)
    assert isinstance(now, NoteCard)
    assert now.note.text == "Second in other words"
    for _ in range(3):
        press(app, in_card(visible(app.console, NoteCard)[0], "Remove"))
        left = visible(app.console, NoteCard)
        if left:
            assert around(app, NoteCard) is left[0]
    assert app.desktop.view.isAncestorOf(focus(app))
    app.key(Key.Key_Space)
    assert app.desktop.session.step.kind is StepKind.STATEMENT


def test_a_note_that_is_added_is_in_sight(app: App) -> None:
    prepare(app, 7)
    for number in range(9):
        app.key("n")
        app.type(f"Note number {number}")
        app.key(Key.Key_Return)
        app.key(Key.Key_Escape)
    assert is_in_sight(visible(app.console, NoteCard)[-1])


def test_frameworks_keep_the_keys_on_the_one_that_was_acted_on(app: App) -> None:
    app.click("Frameworks")
    press(app, in_card(visible(app.console, FrameworkCard)[0], "Duplicate"))
    wait_for(lambda: focus(app).isVisible())
    assert app.desktop.window.page.isAncestorOf(focus(app))


def test_a_partner_that_is_removed_gives_the_keys_to_its_neighbour(app: App) -> None:
    app.click("New workshop")
    app.click("No names kept, with group")
    for _ in range(2):
        app.click("Add a partner")
    names = [f for f in visible(app.console, QLineEdit) if "partner" in f.accessibleName().lower()]
    assert len(names) >= 4
    for _ in range(2):
        last = [b for b in app.buttons("Remove") if b.isEnabled()][-1]
        press(app, last)
        assert app.desktop.window.page.isAncestorOf(focus(app))
        assert focus(app).isVisible()
        assert focus(app).isEnabled()


def add_to_the_day(app: App, *items: AgendaItem) -> None:
    """Put items between the welcome and the rest of the open workshop's day."""
    session, workshops = app.desktop.session, app.desktop.services.workshops
    first, *others = (AgendaItem(step.key, 5) for step in session.steps)
    before = session.record.workshop.details
    workshops.change(session.workshop_id, replace(before, agenda=(first, *items, *others)), before)
    session.reload()


@pytest.mark.slow
@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=[pytest.mark.slow] * (kind is StepKind.NEXT_STEPS))
        for kind in StepKind
    ],
    ids=lambda kind: kind.value,
)
def test_every_page_keeps_the_keys_while_it_is_shown_anew(app: App, kind: StepKind) -> None:
    if kind is StepKind.SINCE:
        services = app.desktop.services
        held = services.library.add_sample(closed=True).value
        app.desktop.open_workshop(services.following.begin(held).value)
        settle()
    else:
        app.click("Open the sample workshop")
    session = app.desktop.session
    if kind in ADDED:
        add_to_the_day(app, AgendaItem("break:1", 15), AgendaItem("own:1", 5, "What is asked"))
    step = next(step for step in session.steps if step.kind is kind)
    session.go_to(step)
    settle()
    stops = [
        w
        for w in app.desktop.view.findChildren(QWidget)
        if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    for place in range(len(stops)):
        now = [
            w
            for w in app.desktop.view.findChildren(QWidget)
            if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        widget = now[min(place, len(now) - 1)]
        widget.setFocus()
        had = (type(focus(app)), focus(app).accessibleDescription())
        session.reload()
        settle()
        assert (type(focus(app)), focus(app).accessibleDescription()) == had


def deleted(app: App) -> None:
    rows = app.desktop.window.home.findChild(WorkshopList)
    assert rows is not None
    rows.more.setFocus()
    app.more("Delete")
    app.click("Delete the workshop")
    settle()


def test_a_workshop_that_is_deleted_gives_the_keys_to_its_neighbour(app: App) -> None:
    workshops = app.desktop.services.workshops
    for number in range(4):
        workshops.create(Details(f"Day {number}"))
    app.desktop.show_home()
    settle()
    rows = app.desktop.window.home.findChild(WorkshopList)
    assert rows is not None
    model = rows.model()
    titles = [model.index(place, 0).data() for place in range(model.rowCount())]
    rows.setCurrentIndex(model.index(2, 0))
    settle()
    deleted(app)
    assert rows.chosen is not None
    assert rows.chosen.title == titles[3]
    assert focus(app).accessibleName() == f"More for {titles[3]}", "the keys stay on what they did"
    for _ in range(3):
        deleted(app)
        assert focus(app).isVisible()
        assert focus(app).isEnabled()
        assert app.desktop.window.home.isAncestorOf(focus(app))
    assert not rows.isVisible()


def walked(app: App, texts: tuple[str, ...], within: QWidget) -> None:
    """Press each of these as long as it is there: the keys are always on what can have them."""
    for text in texts:
        for _ in range(20):
            found = [b for b in visible(within, QAbstractButton) if b.text() == text]
            usable = [b for b in found if b.isEnabled()]
            if not usable:
                break
            before = usable[-1]
            press(app, before)
            settle()
            now = focus(app)
            assert now.isVisible(), text
            assert now.isEnabled(), text
            assert within.isAncestorOf(now), text
            if before.isVisible() and before.isEnabled():
                assert now is before, f"{text} can be pressed once more"


def test_an_agenda_that_is_changed_keeps_the_keys_in_it(app: App) -> None:
    app.click("New workshop")
    form = app.desktop.window.page.findChild(AgendaForm)
    table = form.findChild(AgendaTable)
    for _ in range(3):
        press(app, app.buttons("Add a break")[0])
    walked(app, ("Move up", "Move down"), form)
    table.choose(next(n for n, row in enumerate(table.agenda.rows) if row.key == "break:2"))
    settle()
    remove = next(b for b in visible(form, QAbstractButton) if b.text() == "Remove")
    for _ in range(4):
        if remove.isEnabled():
            press(app, remove)
            settle()
            assert focus(app) is (remove if remove.isEnabled() else table)
    assert focus(app) is table


def test_parts_of_a_framework_that_are_put_in_order_keep_the_keys(app: App) -> None:
    app.click("Frameworks")
    press(app, in_card(visible(app.console, FrameworkCard)[0], "Duplicate"))
    settle()
    app.click("Edit")
    page = app.desktop.window.page
    tree = page.findChild(PartsTree)
    tree.expandAll()
    for _ in range(40):
        if tree.place[:1] == ("actions",) and len(tree.place) == 2:
            break
        tree.setCurrentIndex(tree.indexBelow(tree.currentIndex()))
    panel = tree.parentWidget()
    walked(app, ("&Down", "U&p", "Re&move"), panel)


def test_partners_that_are_typed_twice_become_one_and_it_is_said(app: App) -> None:
    app.click("New workshop")
    app.click("No names kept, with group")
    app.click("Add a partner")
    for place, (name, people) in enumerate(
        (("The Council", 5), ("Police", 3), ("tHE  cOUNCIL", 2)), 1
    ):
        app.field(f"People of partner {place}", QSpinBox).setValue(people)
        app.field(f"Name of partner {place}", QLineEdit).setFocus()
        app.type(name)
    app.key(Key.Key_Tab)
    app.expect("“The Council” stood there twice. It is one partner now, of 7 people.")
    names = [f for f in visible(app.console, QLineEdit) if f.accessibleName().startswith("Name of")]
    assert [one.text() for one in names] == ["The Council", "Police"]
    assert focus(app).isVisible()
    assert app.desktop.window.page.isAncestorOf(focus(app))


def test_a_card_that_has_the_keys_shows_it(plan: App) -> None:
    plan.console.activateWindow()
    settle()
    card = visible(plan.console, CommitmentCard)[0]
    focus(plan).clearFocus()
    without = card.grab().toImage()
    card.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.hasFocus()
    assert card.grab().toImage() != without


def test_a_first_note_is_in_sight_on_a_small_laptop(app: App) -> None:
    prepare(app, 7)
    app.console.resize(1280, 560)
    settle()
    app.key("n")
    app.type("The first note")
    app.key(Key.Key_Return)
    settle()
    card = visible(app.console, NoteCard)[-1]
    assert is_in_sight(card)
    assert card.visibleRegion().boundingRect().height() > card.height() // 2


def test_what_gets_the_keys_is_wholly_in_sight_however_they_came(app: App) -> None:
    app.click("New workshop")
    settle()
    form = next(
        one for one in visible(app.console, QScrollArea) if one.verticalScrollBar().maximum() > 100
    )
    inside = form.widget()
    assert inside is not None
    form.verticalScrollBar().setValue(0)
    lowest = form.viewport().height()
    half_seen = [
        one
        for one in visible(inside, QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and not isinstance(one.parent(), QAbstractSpinBox)
        and one.height() < lowest / 3
        and one.mapTo(inside, one.rect().bottomLeft()).y() > lowest
    ]
    for one in half_seen:
        top = one.mapTo(inside, one.rect().topLeft()).y()
        form.verticalScrollBar().setValue(top + one.height() // 2 - lowest)
        one.setFocus()
        place = one.mapTo(form.viewport(), one.rect().topLeft()).y()
        assert 0 <= place <= lowest - one.height(), one
    assert half_seen


def test_a_choice_that_gets_the_keys_is_seen_with_what_explains_it(app: App) -> None:
    app.click("New workshop")
    settle()
    card = visible(app.console, ChoiceCard)[-1]
    area = next(
        one for one in visible(app.console, QScrollArea) if one.verticalScrollBar().maximum() > 100
    )
    inside = area.widget()
    assert inside is not None
    lower = card.mapTo(inside, card.rect().bottomLeft()).y()
    area.verticalScrollBar().setValue(lower - area.viewport().height() - card.height() // 3)
    card.button.setFocus()
    assert card.visibleRegion().boundingRect() == card.rect()


def test_where_nothing_alike_is_left_the_keys_go_where_the_page_says(show: Show) -> None:
    area = QWidget()
    layout = column(area)
    gone, after, own = QLineEdit(), QPushButton("Leave the workshop"), QPushButton("Go on")
    for one in (gone, after, own):
        layout.addWidget(one)
    show(area)
    area.activateWindow()
    settle()
    gone.setFocus()
    with kept_focus(area, own.setFocus):
        gone.hide()
        assert area.focusWidget() is after, "Qt gives them to whatever comes next"
    assert area.focusWidget() is own
