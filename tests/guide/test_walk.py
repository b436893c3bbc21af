"""The guide names what can be seen: each name in bold is on a button, a list or a page somewhere.

The whole application is walked through, and what can be read there is held against the guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget

from desktop_app.guide.book import guide
from desktop_app.ui.home.row_menu import RowMenu
from tests.journeys.conftest import Start
from tests.journeys.driver import App, Key, all_texts, come_to_rest
from tests.ui.everywhere import everywhere

from .test_guide import runs

pytestmark = pytest.mark.slow


def names() -> set[str]:
    """Return what the guide calls by its name: in bold, and begun with a capital."""
    found = {run.text.rstrip(":.") for run in runs(guide()) if run.strong}
    return {name for name in found if name[:1].isupper()}


def readable(window: QWidget) -> Iterator[str]:
    for text in all_texts(window):
        yield re.sub(r"&(?=\w)|  .*$", "", text)
    for box in window.findChildren(QComboBox):
        yield from (box.itemText(place) for place in range(box.count()))
    for menu in window.findChildren(QMenu):
        yield from (action.text().replace("&", "") for action in menu.actions())


def menu(app: App) -> Iterator[str]:
    """Open the menu of the page as F10 does."""
    app.come_back()
    app.key(Key.Key_F10)
    yield "menu"
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QMenu):
            one.close()


def a_year_later(app: App) -> Iterator[str]:
    """Go on from a workshop that is over, and put it away."""
    services = app.desktop.services
    assert services is not None
    over = services.library.add_sample(closed=True).value
    made = services.following.begin(over)
    app.desktop.events.announce(made)
    app.desktop.open_workshop(made.value)
    app.come_back()
    app.rail("Since last time")
    yield "since last time"
    for key in "1234":
        app.key(key)
    yield "marked"
    app.rail("Next steps")
    yield "going on"
    yield from menu(app)
    app.desktop.show_home()
    row = RowMenu()
    row.show_workshop(replace(services.library.find(over), is_archived=True))
    row.show()
    yield "an archived row"
    row.close()
    row.deleteLater()


def test_each_name_in_the_guide_can_be_read_in_a_window(start: Start, tmp_path: Path) -> None:
    app = start()
    missing = names()
    app.console.home.show_backup("Backed up today", str(tmp_path))
    for _ in chain(menu(app), everywhere(app, tmp_path), a_year_later(app)):
        come_to_rest()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                missing -= set(readable(window))
    assert missing == set()
