"""Keys mashed and clicks strewn at random on every screen: nothing breaks, no ballot is lost.

ROUNDTABLE_MONKEY_SEED asks for another monkey than the usual one, ROUNDTABLE_MONKEY_EVENTS for
more or fewer events in all of the long test.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.workshop import Details, Group, Privacy
from desktop_app.ui.console.ways.hands import Hands
from desktop_app.ui.widgets.tally_button import TallyButton
from tests.leftovers import deliver_deletes

from .conftest import Start
from .driver import App, settle, visible
from .monkey import Ledger, Monkey, with_ledger
from .ways import say_unseen

SEED = int(os.environ.get("ROUNDTABLE_MONKEY_SEED", "20270514"))
EVENTS = int(os.environ.get("ROUNDTABLE_MONKEY_EVENTS", "20000"))
SHORT = 100
Place = Callable[[App], object]


def home(app: App) -> None:
    app.desktop.show_home()
    app.console.activateWindow()
    settle()


def prepare_page(app: App) -> None:
    app.desktop.prepare_new()


def frameworks_page(app: App) -> None:
    home(app)
    app.click("Frameworks")
    settle()


def framework_editor(app: App) -> None:
    frameworks_page(app)
    for text in ("Duplicate", "Edit"):  # neither where an editor that was left comes back
        if app.buttons(text):
            app.click(text)


def workshop(app: App, channel: Channel = Channel.TURNS, *, groups: bool = False) -> str:
    """Make a workshop that lets the monkey vote, and open it."""
    partners = (Group("Council", 7), Group("Health board", 6), Group("Youth", 2))
    made = app.desktop.services.workshops.create(  # type: ignore[union-attr]
        Details(
            title="Away-day",
            partnership="Harbour",
            place="",
            held_on=None,
            facilitator="",
            present=15,
            channel=channel,
            privacy=Privacy.ANONYMOUS_WITH_GROUP if groups else Privacy.ANONYMOUS,
            groups=partners if groups else (),
        )
    )
    app.desktop.open_workshop(made.value)
    return made.value


def step(kind: StepKind, subject: str = "", *, sample: bool = False) -> Place:
    def place(app: App) -> None:
        opened(app, sample=sample)
        app.desktop.session.go_to(Step(kind, subject))  # type: ignore[union-attr]
        settle()

    place.__name__ = f"{kind.value} {subject}{' of the sample' * sample}"
    return place


def opened(app: App, *, sample: bool = False) -> None:
    """Open a workshop unless one of the kind is open and shown."""
    session = app.desktop.session
    right = session is not None and session.record.workshop.is_sample == sample
    if right and app.desktop.window.page is app.desktop.view:
        return
    if sample:
        app.desktop.open_sample()
    else:
        workshop(app)


def vote_by(channel: Channel, *, groups: bool = False) -> Place:
    def place(app: App) -> None:
        workshop(app, channel, groups=groups)
        session = app.desktop.session
        assert session is not None
        session.go_to(Step(StepKind.STATEMENT, "T1"))
        session.voting.open_vote(channel)
        settle()
        say_unseen(app)

    place.__name__ = f"vote by {channel.value}{' in groups' * groups}"
    return place


def stage(app: App) -> None:
    vote_by(Channel.TURNS)(app)
    app.leave_ballot()
    if not app.stage.isVisible():
        app.desktop.stage.toggle()  # type: ignore[union-attr]
    app.stage.activateWindow()
    settle()


def dots(app: App) -> None:
    workshop(app)
    session = app.desktop.session
    assert session is not None
    session.go_to(Step(StepKind.PRIORITIES))
    session.going.do_next()
    settle()


def rehearsal(app: App) -> None:
    workshop(app)
    app.desktop.view.doors.rehearse()  # type: ignore[union-attr]
    settle()


def dialog_behind(text: str, kind: StepKind, subject: str = "") -> Place:
    def place(app: App) -> None:
        step(kind, subject, sample=True)(app)
        if app.buttons(text):
            app.click(text)

    place.__name__ = f"dialog behind “{text}”"
    return place


PLACES: list[Place] = [
    home,
    prepare_page,
    frameworks_page,
    framework_editor,
    step(StepKind.WELCOME),
    step(StepKind.STATEMENT, "A1"),
    step(StepKind.STATEMENT, "T2", sample=True),
    step(StepKind.ACTION, "T", sample=True),
    step(StepKind.OVERVIEW, sample=True),
    step(StepKind.PRIORITIES),
    step(StepKind.NEXT_STEPS, sample=True),
    step(StepKind.CLOSE, sample=True),
    vote_by(Channel.HANDS),
    vote_by(Channel.NUMBER_KEYS),
    vote_by(Channel.PAPER, groups=True),
    vote_by(Channel.TURNS, groups=True),
    stage,
    dots,
    rehearsal,
    dialog_behind("Settings", StepKind.WELCOME),
    dialog_behind("Settle", StepKind.STATEMENT, "T2"),
    dialog_behind("Write", StepKind.NEXT_STEPS),
]

SOON = [home, stage, dots, rehearsal]
"""Where a monkey plays in the quick tests too."""


def let_loose(start: Start, folder: Path, place: Place, events: int) -> int:
    """Let a monkey play at a place; give how many ballots were compared."""
    app = start(folder, partial(with_ledger, folder))
    monkey = Monkey(app, f"{SEED} {place.__name__}")
    monkey.play(place, events)
    services = app.desktop.services
    assert services is not None
    ledger = services.rounds
    assert isinstance(ledger, Ledger)
    compared = ledger.check(services)
    app.stop()
    the_library_is_sound(start, folder)
    return compared


def the_library_is_sound(start: Start, folder: Path) -> None:
    again = start(folder)
    assert again.desktop.trouble.window is None
    assert visible(again.console, type(again.desktop.window.home))
    again.stop()


@pytest.mark.parametrize(
    "place",
    [pytest.param(place, marks=[pytest.mark.slow] * (place not in SOON)) for place in PLACES],
    ids=lambda place: place.__name__,
)
def test_a_monkey_breaks_nothing(start: Start, tmp_path: Path, place: Place) -> None:
    let_loose(start, tmp_path / "library", place, SHORT)


def test_hands_told_after_their_step_was_left_count_for_nothing(app: App) -> None:
    """A monkey found this one: it began a rehearsal with the keys in a count."""
    vote_by(Channel.HANDS)(app)
    panel = app.console.findChild(Hands)
    assert panel is not None
    step(StepKind.WELCOME)(app)
    panel.count([0, 0, 0, 15, 0, 0])
    step(StepKind.STATEMENT, "T1")(app)
    app.expect("0 of 15 people counted")


def test_a_button_held_while_its_page_goes_counts_no_further(app: App) -> None:
    """A monkey found this one: the next vote was counted by a button nobody held any more."""
    vote_by(Channel.HANDS)(app)
    more = next(b for b in visible(app.console, TallyButton) if b.text() == "+")
    QTest.mousePress(more, Qt.MouseButton.LeftButton)
    for _ in range(2):  # the first asks, since the vote is open
        app.key(Qt.Key.Key_PageUp)  # by a presenter's remote, say
    assert not more.isDown()
    app.expect("Before you begin")
    app.show_the_rest()
    app.key(Qt.Key.Key_PageDown)
    app.expect("0 of 15 people counted")


def test_a_workshop_that_was_left_takes_no_more_counts(app: App) -> None:
    """Nor does the one opened next, whose page may be another."""
    vote_by(Channel.HANDS)(app)
    left = app.desktop.session.workshop_id  # type: ignore[union-attr]
    panel = app.console.findChild(Hands)
    assert panel is not None
    app.go_home()
    app.click("Open the sample workshop")
    deliver_deletes()
    panel.count([0, 0, 0, 15, 0, 0])
    assert app.desktop.services is not None
    (round_,) = app.desktop.services.workshops.record(left).rounds
    assert round_.ballots_in == 0


def test_what_was_typed_last_is_kept_when_the_workshop_is_left(app: App) -> None:
    step(StepKind.NEXT_STEPS)(app)
    session = app.desktop.session
    assert session is not None
    left = session.workshop_id
    headline = visible(app.console, QLineEdit)[0]
    headline.setFocus()
    QTest.keyClicks(headline, "We meet each month")
    app.desktop.show_home()
    assert app.desktop.services is not None
    assert app.desktop.services.workshops.record(left).workshop.headline == "We meet each month"


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_monkey_breaks_nothing_in_the_long_run(
    start: Start, tmp_path: Path, place: Place
) -> None:
    let_loose(start, tmp_path / "library", place, -(-EVENTS // len(PLACES)))
