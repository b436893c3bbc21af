"""What is seen of the library before it is open stays where it is once it is open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop_app.storage.glance import glance
from tests.journeys.driver import App, come_to_rest
from tests.journeys.ways import prepare


def test_the_glance_is_laid_out_before_it_is_painted(tmp_path: Path, qapp: object) -> None:
    assert qapp is not None
    first = App(tmp_path).start()
    prepare(first, 7)
    first.stop()
    app = App(tmp_path)
    try:
        app.console.resize(1280, 800)
        app.console.home.show_loading()
        app.console.show()
        come_to_rest()
        app.desktop.glance = lambda: glance(tmp_path)
        app.desktop._show_glance()
        home = app.console.home
        buttons = [b for b in home.findChildren(QPushButton) if "New workshop" in _words(b)]
        buttons += [b for b in home.findChildren(QPushButton) if _words(b) == "Continue"]
        assert len(buttons) == 2
        painted = [(b.mapTo(home, b.rect().topLeft()), b.size()) for b in buttons]
        come_to_rest()
        assert painted == [(b.mapTo(home, b.rect().topLeft()), b.size()) for b in buttons]
    finally:
        app.stop()


def _words(button: QPushButton) -> str:
    return button.text().replace("&", "")
