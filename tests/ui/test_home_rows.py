"""A workshop in the list at home: what its row says, what is painted of it, what is offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionViewItem, QWidget

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.domain.summaries import WorkshopSummary
from desktop_app.ui.fonts import FAMILY, load_fonts
from desktop_app.ui.home.continue_card import ContinueCard
from desktop_app.ui.home.first_steps import FirstSteps
from desktop_app.ui.home.workshop_delegate import ROW_HEIGHT, WorkshopDelegate, fitted_details
from desktop_app.ui.home.workshop_model import BADGE, DETAILS, STATUS, SUMMARY, WorkshopModel
from tests.journeys.driver import App, come_to_rest, visible

from .conftest import Show
from .test_console_widgets import heard
from .test_home import CLOSED, PREPARED, RUNNING, lines_of, summary

WIDTH = 500
State = QStyle.StateFlag

pytestmark = pytest.mark.usefixtures("qapp")


def model_of(*summaries: WorkshopSummary) -> WorkshopModel:
    model = WorkshopModel()
    model.show(lines_of(summaries))
    return model


# What a row says


@pytest.mark.parametrize(
    ("made", "spoken"),
    [
        (
            summary(1, PREPARED, title="Away-day"),
            ("Away-day", "", "Prepared", "Harbour Partnership · 14 May 2027"),
        ),
        (
            summary(1, RUNNING, title="Away-day", sample=True, held_on=None),
            ("Away-day", "Sample", "In progress", "Harbour Partnership · No date yet"),
        ),
        (
            replace(summary(1, CLOSED, title="Away-day"), partnership="", is_rehearsal=True),
            ("Away-day", "Rehearsal", "Closed", "14 May 2027"),
        ),
    ],
)
def test_a_row_says_title_mark_status_partnership_and_date(
    made: WorkshopSummary, spoken: tuple[str, ...]
) -> None:
    index = (model := model_of(made)).index(0, 0)
    roles = (Qt.ItemDataRole.DisplayRole, BADGE, STATUS, DETAILS)
    assert tuple(index.data(role) for role in roles) == spoken
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == ", ".join(part for part in spoken if part)
    assert index.data(SUMMARY) == made
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        ("", [0, 1, 2]),
        ("  ", [0, 1, 2]),
        ("AWAY", [0, 2]),
        ("away 2028", [2]),
        ("harbour", [0, 1, 2]),
        ("may", [0, 1]),
        ("away nothing", []),
    ],
)
def test_every_word_must_be_in_title_partnership_or_date(wanted: str, rows: list[int]) -> None:
    model = model_of(
        summary(0, title="Away-day"),
        summary(1, title="Evening"),
        summary(2, title="Away again", held_on=date(2028, 1, 2)),
    )
    model.narrow(wanted)
    found = [model.index(n, 0).data(SUMMARY).id for n in range(model.rowCount())]
    assert found == [f"w{n}" for n in rows]
    assert [model.row_of(f"w{n}") for n in rows] == list(range(len(rows)))
    assert model.row_of("gone") == -1


def test_what_is_searched_for_stays_when_the_library_changes() -> None:
    model = model_of(summary(0, title="Away-day"), summary(1, title="Evening"))
    model.narrow("evening")
    model.show(lines_of([summary(2, title="Evening again"), summary(0, title="Away-day")]))
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["Evening again"]


# What is painted


def painted(
    made: WorkshopSummary, *states: QStyle.StateFlag, reserved: int = 0, dark: bool = False
) -> QImage:
    paper, ink = (DARK.paper, DARK.ink) if dark else ("#ffffff", LIGHT.ink)
    image = QImage(WIDTH, ROW_HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(paper))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, WIDTH, ROW_HEIGHT)
    palette = QPalette()
    for role, colour in (("Text", ink), ("PlaceholderText", "#808080"), ("Highlight", "#0000ff")):
        palette.setColor(QPalette.ColorRole[role], QColor(colour))
    option.palette = palette
    state = State.State_Enabled
    for one in states:
        state |= one
    option.state = state
    delegate = WorkshopDelegate()
    delegate.reserved = reserved
    model = model_of(made)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def columns_with_ink(image: QImage, top: int, bottom: int) -> list[int]:
    paper = image.pixel(WIDTH - 1, ROW_HEIGHT - 1)
    return [x for x in range(WIDTH) if any(image.pixel(x, y) != paper for y in range(top, bottom))]


def colours(image: QImage, area: QRect) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


ALONE = summary(1, CLOSED, title="Away-day")


def test_the_title_stands_over_the_details_and_both_begin_at_one_indent() -> None:
    image = painted(ALONE)
    above, below = columns_with_ink(image, 8, 33), columns_with_ink(image, 36, 60)
    assert 20 <= above[0] <= 23
    assert 20 <= below[0] <= 23
    assert columns_with_ink(image, 0, 8) == columns_with_ink(image, 60, ROW_HEIGHT) == []
    assert below[-1] > above[-1], "the details are longer here"


@pytest.mark.parametrize(
    ("status", "colour", "middle", "corner"),
    [
        (PREPARED, "#808080", False, False),
        (RUNNING, "#0000ff", True, False),
        (CLOSED, "#808080", True, True),
    ],
)
def test_the_status_has_a_shape_beside_its_word(
    status: object, colour: str, middle: bool, corner: bool
) -> None:
    image = painted(replace(ALONE, status=status))  # type: ignore[arg-type]
    xs = columns_with_ink(image, 36, 60)
    right = next(x for x, after in pairwise(xs) if after > x + 3)
    ys = [
        y for y in range(36, 60)
        if any(image.pixelColor(x, y).name() != "#ffffff" for x in range(xs[0], right + 1))
    ]  # fmt: skip
    centre = ((xs[0] + right) // 2, (ys[0] + ys[-1]) // 2)
    assert 8 <= right - xs[0] <= 12
    assert (image.pixelColor(*centre).name() == colour) is middle
    assert (image.pixelColor(xs[0] + 1, ys[0] + 1).lightness() < 200) is corner
    near = image.pixelColor(xs[0] + 1, centre[1])
    assert near.lightness() < 200, "it has an edge in any case"


def test_a_mark_stands_behind_the_title_on_a_ground_of_its_own() -> None:
    plain, marked = painted(ALONE), painted(replace(ALONE, is_sample=True))
    end = columns_with_ink(plain, 8, 33)[-1]
    beyond = [x for x in columns_with_ink(marked, 8, 33) if x > end + 2]
    assert beyond[0] - end == pytest.approx(12, abs=4)
    assert LIGHT.attention in colours(marked, QRect(beyond[0], 8, beyond[-1] - beyond[0], 25))
    assert LIGHT.attention not in colours(plain, QRect(0, 0, WIDTH, ROW_HEIGHT))
    assert beyond == list(range(beyond[0], beyond[-1] + 1))
    dark = painted(replace(ALONE, is_sample=True), dark=True)
    assert DARK.attention in colours(dark, QRect(0, 0, WIDTH, ROW_HEIGHT))


def test_a_long_title_leaves_room_for_its_mark() -> None:
    long = replace(ALONE, title="Away-day of the whole partnership " * 4, is_sample=True)
    xs = columns_with_ink(painted(long), 8, 33)
    assert xs[-1] <= WIDTH - 20
    assert xs[-1] > WIDTH - 40


def test_only_the_chosen_row_has_a_ground_and_leaves_room_for_its_buttons() -> None:
    long = replace(ALONE, title="Away-day of the whole partnership " * 4)
    plain, chosen = painted(long), painted(long, State.State_Selected, reserved=200)
    assert plain.pixelColor(250, 6).name() == "#ffffff"
    ground = chosen.pixelColor(250, 6)
    assert ground.blue() == 255 > ground.red()
    assert chosen.pixelColor(250, 1).name() == "#ffffff", "a little inside its row"

    def last_ink(image: QImage) -> int:
        dark = [
            x
            for x in range(WIDTH)
            if any(image.pixelColor(x, y).lightness() < 80 for y in range(10, 33))
        ]
        return dark[-1]

    assert last_ink(plain) > WIDTH - 50
    assert last_ink(chosen) <= WIDTH - 20 - 200
    pointed = painted(long, State.State_MouseOver)
    assert ground.name() != pointed.pixelColor(250, 6).name() != "#ffffff"
    keyed = painted(long, State.State_Selected, State.State_HasFocus)
    assert keyed.pixelColor(250, 4).name() == "#0000ff"
    assert chosen.pixelColor(250, 4).name() != "#0000ff"


def test_every_row_is_as_high() -> None:
    delegate, model = WorkshopDelegate(), model_of(ALONE)
    assert delegate.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() == ROW_HEIGHT


# Going on, and beginning


def texts(widget: QWidget) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible()]


def test_the_card_to_continue_says_where_it_stopped_and_tells_its_workshop(show: Show) -> None:
    card = ContinueCard()
    show(card)
    told = heard(card, "open_requested")
    card.show_workshop(ALONE, "Harbour · 14 May", "Sample", "Where we stand")
    assert texts(card) == [
        "Continue where you stopped", "Away-day", "Sample", "Harbour · 14 May",
        "Stopped at: Where we stand",
    ]  # fmt: skip
    assert card.button.accessibleName() == "Continue Away-day"
    assert card.button.accessibleDescription() == "Stopped at: Where we stand"
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert told == [("open_requested", "w1")]
    card.show_workshop(ALONE, "Harbour · 14 May", "", "")
    assert texts(card) == ["Continue where you stopped", "Away-day", "Harbour · 14 May"]
    assert card.button.accessibleDescription() == "Harbour · 14 May"


def test_an_empty_library_has_three_numbered_steps(show: Show) -> None:
    steps = FirstSteps()
    show(steps)
    said = texts(steps)
    assert said[0] == "Your first workshop in three steps"
    assert said[1::3][:3] == ["1", "2", "3"]
    assert said[2::3][:3] == ["Prepare", "Vote and talk", "Leave with next steps"]
    assert len(said) == 11
    steps.offer_end(offered=False)
    assert not steps.end.isVisible()


def test_the_steps_are_no_higher_than_their_words_in_an_empty_library(app: App) -> None:
    come_to_rest()
    (steps,) = visible(app.console, FirstSteps)
    lines = steps.layout()
    assert lines is not None
    assert steps.height() == lines.totalHeightForWidth(steps.width())


def test_a_new_form_is_seen_from_its_beginning(app: App) -> None:
    app.click("New workshop")
    come_to_rest()
    title = next(one for one in visible(app.console, QLabel) if one.text() == "New workshop")
    assert title.visibleRegion().boundingRect() == title.rect()


@pytest.mark.parametrize("width", range(160, 420, 7))
@pytest.mark.usefixtures("qapp")
def test_a_date_is_whole_however_narrow_the_row(width: int) -> None:
    load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(15)
    metrics = QFontMetrics(font)
    details = "Harbour Children’s Partnership · 22 September 2027"
    shown = fitted_details(metrics, details, width)
    assert shown.endswith("22 September 2027")
    least = metrics.horizontalAdvance("  ·  22 September 2027")
    whole = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(width, least + 1))
    assert whole == shown, "nothing is cut when it is painted"
    assert fitted_details(metrics, "No date yet", 300) == "  ·  No date yet"
    if width >= metrics.horizontalAdvance(f"  ·  {details}") + 8:
        assert shown == f"  ·  {details}"
