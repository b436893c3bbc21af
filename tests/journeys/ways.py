"""What several journeys do on their way."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QRadioButton

from desktop_app.domain.agenda import half_day
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Depth
from desktop_app.domain.workshop import Details
from desktop_app.ui.dialogs.seen_screen import SeenScreenDialog
from desktop_app.ui.widgets.optional_date import today

from .driver import App, Key, dialogs, has_focus, visible

TITLE = "Cyfarfod Ŵyth, Łódź"
PARTNERS = "Συνεργασία Αθήνα"
BUILT_IN = "leading-together"


def prepare(app: App, people: int, *, quick: bool = False, turns: bool = False) -> None:
    """Prepare what prepare_by_keys does, without the form, and begin."""
    services = app.desktop.services
    assert services is not None
    kept = services.workshops.create(prepared(app, people, quick=quick, turns=turns), BUILT_IN)
    app.desktop.events.announce(kept)
    app.desktop.events.run(services.workshops.begin, kept.value)
    app.desktop.open_workshop(kept.value)
    app.come_back()
    app.show_the_rest()
    app.expect(PARTNERS, "Before you begin")


def prepared(app: App, people: int, *, quick: bool = False, turns: bool = False) -> Details:
    """Return what the form makes of a few answers."""
    services = app.desktop.services
    assert services is not None
    depth = Depth.QUICK if quick else Depth.FULL
    framework = next(f for f in services.workshops.frameworks() if f.id == BUILT_IN)
    return Details(
        TITLE,
        PARTNERS,
        held_on=today(),
        depth=depth,
        present=people,
        channel=Channel.TURNS if turns else Channel.HANDS,
        agenda=half_day(framework.at_depth(depth)),
    )


def prepare_by_keys(app: App, people: int, *, quick: bool = False, turns: bool = False) -> None:
    """Fill the form in by keyboard, from the title on, and begin."""
    app.click("New workshop")
    assert has_focus(visible(app.front(), QLineEdit)[0])
    app.type(TITLE)
    app.key(Key.Key_Tab)
    app.type(PARTNERS)
    if quick:
        arrow_to(app, "Quick")
    tab_to(app, QAbstractSpinBox)
    app.type(str(people))
    if turns:
        arrow_to(app, "Turns")
    app.begin_workshop()
    app.expect(PARTNERS, "Before you begin")


def arrow_to(app: App, text: str) -> None:
    """Press Tab as far as the next choice and arrows as far as the answer."""
    tab_to(app, QRadioButton)
    for arrow in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Up):
        app.key(arrow)
        focus = app.front().focusWidget()
        if isinstance(focus, QRadioButton) and focus.text().startswith(text):
            return
    raise AssertionError(f"no arrow leads to {text}")


def tab_to(app: App, kind: type[QRadioButton | QAbstractSpinBox]) -> None:
    """Press Tab until a control of this kind has the keys."""
    for _ in range(12):
        app.key(Key.Key_Tab)
        focus = app.front().focusWidget()
        named = focus is not None and focus.accessibleName() != "Date"
        if isinstance(focus, kind) and named:
            return
    raise AssertionError(f"Tab leads to no {kind.__name__}")


def turns_vote(app: App, people: int = 7) -> None:
    """Make a workshop and open a vote by turns on its first statement."""
    prepare(app, people, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    say_unseen(app)
    assert app.front() is app.ballot
    app.expect(f"0 of {people} in", "One person at a time, please.")


def picture(app: App) -> QImage:
    """Return the stage as it looks now."""
    return app.stage.grab().toImage()


def count(app: App) -> str:
    """Return the count the stage shows."""
    scene = app.stage.scene_shown
    return str(getattr(scene, "count_text", ""))


def say_unseen(app: App, *, seen: bool = False) -> None:
    """Answer whether the room can see the only screen, where it is asked."""
    if any(isinstance(dialog, SeenScreenDialog) for dialog in dialogs()):
        app.click("Yes, the room can see it" if seen else "No, only whoever is in front of it")
        app.click("Keep")


def close_turns(app: App) -> None:
    """Come back from the ballot and close the vote, whoever is missing."""
    app.leave_ballot()
    app.close_vote()
