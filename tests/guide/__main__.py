"""`make guide`: the pictures of the facilitator's guide, taken from the real windows."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.domain.channels import Channel
from desktop_app.domain.settings import Settings
from desktop_app.domain.steps import Step, StepKind
from desktop_app.resources import resource
from desktop_app.ui.app.run import make_application
from desktop_app.ui.theme import apply_theme
from tests.journeys.driver import App, come_to_rest
from tests.ui.everywhere import DAY, RATINGS, make

WIDTH, HEIGHT = 1280, 800
COLOURS = 96
TITLE = "Away-day of the Harbour Children’s Partnership"
HELD = (
    ("Leading together, a year on", "Harbour Children’s Partnership", date(2027, 3, 9)),
    ("Who leads on prevention?", "Harbour and Hills Health Board", date(2026, 11, 19)),
    ("Planning day", "Harbour Children’s Partnership", date(2026, 3, 10)),
    ("Spring away-day", "Valley Housing Partnership", date(2026, 4, 21)),
    ("New board, first year", "Coast Road Safety Partnership", date(2026, 1, 14)),
    ("Half-day on trust", "Valley Housing Partnership", date(2025, 10, 2)),
    ("Shared budgets", "Old Town Regeneration Board", date(2025, 6, 25)),
)
"""What somebody has held who looks for one of them: title, partnership, day."""


def main(folder: Path) -> int:
    """Write each picture into a folder and print its name and size."""
    apply_theme(make_application(), dark=False)
    with tempfile.TemporaryDirectory() as library:
        app = App(Path(library) / "data").start()
        app.desktop.preferences.keep(Settings(timer=False, motion=False, console_dark=False))
        for name, window in pictures(app):
            size = (WIDTH, 720) if name.startswith("stage") else (WIDTH, HEIGHT)
            _save(window, size, folder / f"{name}.png")
        app.stop()
    return 0


def pictures(app: App) -> Iterator[tuple[str, QWidget]]:
    """Yield the name of each picture with the window that shows it."""
    app.desktop.prepare_new()
    app.type(TITLE)
    app.fill("Date", "22 September 2027")
    yield "prepare", app.console
    app.desktop.show_home()
    services = app.desktop.services
    assert services is not None
    services.library.add_sample()
    session = make(app, title=TITLE, held_on=DAY, place="Town Hall", present=15)
    app.desktop.show_home()
    yield "home", app.console
    app.desktop.open_workshop(session.workshop_id)
    opened = app.desktop.session
    assert opened is not None
    session = opened
    statements = session.record.workshop.framework.statements
    session.go_to(Step(StepKind.STATEMENT, statements[0].id))
    session.voting.open_vote(Channel.HANDS)
    session.voting.count_hands([0, 1, 3, 4, 2, 1])
    yield "console", app.console
    session.go_to(Step(StepKind.STATEMENT, statements[1].id))
    session.voting.open_vote(Channel.PAPER)
    for point in RATINGS:
        session.voting.cast(point, "")
    session.voting.close()
    session.voting.reveal()
    yield "stage-reveal", app.stage
    session.go_to(Step(StepKind.STATEMENT, statements[2].id))
    session.turns.say_seen(seen=False)
    session.voting.open_vote(Channel.TURNS)
    app.bring_ballot()
    app.ballot.turn.begin()
    yield "ballot", app.ballot
    app.leave_ballot()
    session.go_to(Step(StepKind.NEXT_STEPS))
    yield "plan", app.console
    _hold_some_years(app)
    app.desktop.show_home()
    come_to_rest()
    app.click("Got it")
    app.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    app.type("harb")
    yield "find", app.console


def _hold_some_years(app: App) -> None:
    """Fill the library as that of somebody who has held workshops for some years."""
    services = app.desktop.services
    assert services is not None
    for title, partnership, day in HELD:
        made = services.library.add_sample(closed=True).value
        shown = services.workshops.record(made).workshop.details
        wanted = replace(shown, title=title, partnership=partnership, held_on=day)
        services.workshops.change(made, wanted, shown)


def _save(window: QWidget, size: tuple[int, int], target: Path) -> None:
    """Save what a window shows at a size, in few colours: a screen has no more."""
    window.showNormal()
    window.resize(*size)
    come_to_rest()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(held.data())).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(target, optimize=True)
    sys.stdout.write(f"{target.name}: {target.stat().st_size // 1024} KiB\n")


if __name__ == "__main__":
    raise SystemExit(main(resource("guide", "pictures")))
