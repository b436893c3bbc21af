"""What every journey begins with: a data folder, and the application dressed as in real life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:  # the application is loaded by the tests that need it
    from .driver import App

Start = Callable[..., "App"]


@pytest.fixture
def dressed(qapp: QApplication) -> None:
    """Dress the application, which stays so until a test wants it bare."""
    from tests.dress import dress

    dress(qapp)


@pytest.fixture
def no_double_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let hands be as quick as a computer's: a press right after another counts as a second."""
    monkeypatch.setattr("desktop_app.ui.console.twice.APART_MS", 0)


@pytest.fixture
def start(dressed: None, no_double_press: None, tmp_path: Path) -> Iterator[Start]:
    """Give start(data_dir, opening): the running application; it is closed after the test."""
    from .driver import App

    running: list[App] = []

    def begin(data_dir: Path | None = None, opening: object = None) -> App:
        app = App(data_dir or tmp_path / "data", opening)  # type: ignore[arg-type]
        running.append(app)
        return app.start()

    yield begin
    for app in running:
        app.stop()


@pytest.fixture
def app(start: Start) -> App:
    """Give the running application on an empty library."""
    return start()
