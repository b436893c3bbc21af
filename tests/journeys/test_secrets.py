"""No secret value before its reveal: on no window, in no picture, log or document."""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QRadioButton

from tests.report.pdf import flowing_text_of, needs_poppler

from .clock import open_without_time
from .conftest import Start
from .driver import App, Key, all_texts, visible
from .ways import prepare

FIRST, SECOND = (1, 1, 2, 1, 0), (5, 3, 5, 4, 5)


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Listen to every log record, down to the least."""
    texts: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            texts.append(record.getMessage())

    listener, root = Listener(), logging.getLogger()
    level = root.level
    root.addHandler(listener)
    root.setLevel(logging.DEBUG)
    yield texts
    root.setLevel(level)
    root.removeHandler(listener)


def begin(start: Start, folder: Path) -> App:
    """Start where no time goes by: two runs are never as fast as each other."""
    return start(folder, partial(open_without_time, folder))


@pytest.mark.slow
def test_two_different_votes_cannot_be_told_apart(
    start: Start, tmp_path: Path, heard: list[str]
) -> None:
    seen = []
    # Not the first of three: what Qt draws for the first time can be a shade different.
    for number, points in enumerate((FIRST, FIRST, SECOND)):
        app = begin(start, tmp_path / str(number))
        seen.append(vote_and_look(app, points))
        app.stop()
    alike(*seen[1:])
    assert not [text for text in heard if re.search(r"\b(point|rating|ballot)s?\b", text)]


class Look:
    """All that can be read and seen after each ballot and once the vote is closed."""

    def __init__(self) -> None:
        self.texts: list[list[str]] = []
        self.pictures: list[str] = []

    def take(self, app: App) -> None:
        windows = (app.console, app.stage, app.ballot)
        self.texts.append([text for window in windows for text in all_texts(window)])
        self.pictures += [digest(window.grab().toImage()) for window in windows]


def digest(image: QImage) -> str:
    """Return a picture's pixels in short."""
    return hashlib.sha256(image.constBits()).hexdigest()


def vote_and_look(app: App, points: tuple[int, ...]) -> Look:
    look = Look()
    prepare(app, len(points) + 1, turns=True)
    app.key(Key.Key_Space)
    app.key(Key.Key_Space)
    for point in points:
        app.vote(point)
        look.take(app)
    app.click_on(app.ballot.hand_over.begin)
    app.click_card(points[0])
    app.click_on(app.ballot.rating.confirm)
    look.take(app)
    app.leave_ballot()
    look.take(app)
    app.key(Key.Key_F5)
    look.take(app)
    app.key(Key.Key_Space)
    look.take(app)
    app.key(Key.Key_Escape)
    look.take(app)
    app.rail("Where we stand")
    look.take(app)
    app.key("a")
    assert type(app.stage.scene_shown).__name__ == "StatementsSeen"
    look.take(app)
    app.rail("Next steps")
    look.take(app)
    return look


def alike(first: Look, second: Look) -> None:
    assert first.texts == second.texts
    assert first.pictures == second.pictures


def go_round(app: App, look: Look, *steps: str) -> None:
    for step in steps:
        app.rail(step)
        look.take(app)


@pytest.mark.slow
@pytest.mark.parametrize("way", ["Number keys", "Paper"])
def test_two_different_piles_cannot_be_told_apart(start: Start, tmp_path: Path, way: str) -> None:
    seen = []
    for number, points in enumerate((FIRST, FIRST, SECOND)):  # the first draws letters anew
        app, look = begin(start, tmp_path / str(number)), Look()
        prepare(app, len(points) + 1)
        app.key(Key.Key_Space)
        app.click_on(choice(app, way))
        app.click("Open the vote")
        for point in points:
            app.key(str(point))
            look.take(app)
        app.expect("5 of 6 in")
        app.key(Key.Key_Backspace)
        look.take(app)
        app.expect("4 of 6 in")
        for point in (points[-1], 3):
            app.key(str(point))
            look.take(app)
        app.click("Close the vote")
        go_round(app, look, "Where we stand", "Next steps")
        app.stop()
        seen.append(look)
    alike(*seen[1:])


@pytest.mark.slow
@pytest.mark.parametrize("way", ["Turns", "Number keys", "Paper"])
def test_dots_placed_differently_cannot_be_told_apart(
    start: Start, tmp_path: Path, way: str
) -> None:
    seen = []
    for number, points in enumerate(((1, 1, 2), (1, 1, 2), (3, 4, 5))):
        app, look = begin(start, tmp_path / str(number)), Look()
        prepare(app, 12)
        app.rail("Priorities")
        app.click_on(choice(app, way))
        app.click("Open the vote")
        for point in points:
            if way == "Turns":
                app.vote(point)
            else:
                app.key(str(point))
            if way == "Paper":
                app.key(Key.Key_Return)
            look.take(app)
        app.expect("3 of ")
        if way == "Turns":
            app.leave_ballot()
        go_round(app, look, "Where we stand", "Priorities")
        app.click("Close the vote") if way == "Number keys" else app.close_short()
        go_round(app, look, "Next steps")
        app.stop()
        seen.append(look)
    alike(*seen[1:])


def choice(app: App, way: str) -> QRadioButton:
    return next(b for b in visible(app.front(), QRadioButton) if b.text().startswith(way))


@pytest.mark.slow
@needs_poppler
def test_documents_written_in_mid_vote_hold_no_value(start: Start, tmp_path: Path) -> None:
    pages, data = [], []
    for number, points in enumerate((FIRST, SECOND)):
        app = begin(start, tmp_path / str(number))
        prepare(app, len(points) + 1, turns=True)
        app.key(Key.Key_Space)
        app.key(Key.Key_Space)
        app.take_turns(*points)
        app.rail("Close and print")
        folder = tmp_path / f"out {number}"
        folder.mkdir()
        app.click("Save the summary as PDF…")
        app.save_as(folder / "summary.pdf")
        app.save_documents("All data as JSON")
        app.stop()
        pages.append(flowing_text_of(folder / "summary.pdf"))
        written = next(folder.glob("*data.json"))
        data.append(without_ids(json.loads(written.read_text(encoding="utf-8"))))
    assert pages[0] == pages[1]
    assert data[0] == data[1]


def without_ids(data: object) -> str:
    """Return JSON as text without what differs from workshop to workshop."""
    text = json.dumps(data, sort_keys=True)
    text = re.sub(r'"[0-9a-f]{10}"', '"id"', text)
    return re.sub(r'"\d{4}-\d\d-\d\dT[^"]*"', '"time"', text)
