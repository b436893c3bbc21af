"""Small pictures in the list: read for what is looked at once scrolling rests, then kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.domain.listing import Picture
from desktop_app.ui.home.home_page import HomePage
from desktop_app.ui.home.list_pictures import MOST_WANTED, ListPictures
from desktop_app.ui.home.workshop_list import WorkshopList
from tests.journeys.driver import App, wait_for

from .test_home import CLOSED, PREPARED, home, rows, show, summary

__all__ = ["home"]
SEEN: Picture = ((0, 1, 5, 2, 0), (2, 2, 2, 2, 2))


@pytest.fixture
def asked(home: HomePage) -> Iterator[list[tuple[str, ...]]]:
    """Give what the page asked for."""
    found: list[tuple[str, ...]] = []
    home.pictures_wanted.connect(found.append)
    yield found
    home.pictures_wanted.disconnect(found.append)


def pictures(home: HomePage) -> ListPictures:
    return rows(home).model().pictures


def row_of(view: WorkshopList, place: int) -> QImage:
    box = view.visualRect(view.model().index(place, 0))
    return view.viewport().grab(box).toImage()


def test_only_what_is_looked_at_is_asked_for_once_it_rests(
    qtbot: QtBot, home: HomePage, asked: list[tuple[str, ...]]
) -> None:
    show(home, [summary(number) for number in range(2_000)])
    view = rows(home)
    for place in range(0, 1_900, 60):
        view.scrollTo(view.model().index(place, 0), WorkshopList.ScrollHint.PositionAtTop)
        view.viewport().grab()
    assert asked == []
    qtbot.waitUntil(lambda: bool(asked))
    last = {f"w{number}" for number in range(1_860, 1_880)}
    assert last.intersection(asked[0])
    while len(asked) < 10 and asked[-1]:
        before = len(asked)
        home.show_pictures(dict.fromkeys(asked[-1], SEEN))
        if len(asked) == before:
            break
    assert sum(map(len, asked)) <= MOST_WANTED


def test_a_picture_is_kept_as_long_as_its_workshop_stands_so(
    qtbot: QtBot, home: HomePage, asked: list[tuple[str, ...]]
) -> None:
    one = summary(1)
    show(home, (one, summary(2, PREPARED)))
    rows(home).viewport().grab()
    qtbot.waitUntil(lambda: bool(asked))
    home.show_pictures({"w1": SEEN})
    assert asked == [("w1",)], "what was only prepared has none"
    assert pictures(home).picture(one) == SEEN
    later = replace(one, updated_at=one.updated_at + timedelta(seconds=1))
    assert pictures(home).picture(later) == ()
    qtbot.waitUntil(lambda: len(asked) == 2)


def test_it_is_painted_where_the_words_leave_room_and_cuts_none(
    qtbot: QtBot, home: HomePage, asked: list[tuple[str, ...]]
) -> None:
    both = (summary(1), summary(2, title="x" * 200))
    show(home, (*both, replace(summary(3), partnership="A partnership of many words " * 5)))
    view = rows(home)
    before = [row_of(view, place) for place in range(3)]
    qtbot.waitUntil(lambda: bool(asked))
    home.show_pictures(dict.fromkeys(("w1", "w2", "w3"), SEEN))
    after = [row_of(view, place) for place in range(3)]
    assert [one != other for one, other in zip(before, after, strict=True)] == [True, True, False]


def test_what_the_room_has_seen_is_in_the_list_of_the_real_application(app: App) -> None:
    services = app.desktop.services
    assert services is not None
    made = services.library.add_sample(closed=True)
    app.desktop.events.announce(made)
    view = app.console.home.findChild(WorkshopList)
    assert view is not None
    line = services.workshops.lines()[0]
    assert line is not None
    assert line.status is CLOSED

    def known() -> Picture:
        view.viewport().grab()
        return view.model().pictures.picture(line)  # type: ignore[attr-defined]

    wait_for(known, "the picture")
    assert len(known()) == 5
    assert all(map(sum, known()))
