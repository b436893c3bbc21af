"""The console’s line for each partner: its count stands beside it, in narrow windows too."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.turnout import PartnerIn
from desktop_app.ui.console.head_dots import HeadDots
from desktop_app.ui.console.partners_in import PartnersIn
from tests.journeys.driver import come_to_rest, visible

FOUR = (
    PartnerIn("Council", 14, 14),
    PartnerIn("Health trust", 3, 12),
    PartnerIn("Harbour Police", 0, 9),
    PartnerIn("Schools and colleges", 10, 13),
)


def lines_at(qtbot: QtBot, width: int, partners: tuple[PartnerIn, ...] = FOUR) -> PartnersIn:
    around = QWidget()
    qtbot.addWidget(around)
    below, lines = QVBoxLayout(around), PartnersIn()
    below.addWidget(lines)
    below.addStretch(1)
    lines.show_partners(partners)
    around.resize(width, 400)
    around.show()
    come_to_rest()
    lines.around = around  # a widget goes with the one that holds it
    return lines


def middle(widget: QWidget, around: QWidget) -> int:
    return widget.mapTo(around, widget.rect().center()).y()


def test_a_count_stands_beside_its_partner_where_the_line_is_too_short(qtbot: QtBot) -> None:
    lines = lines_at(qtbot, 360)
    texts = visible(lines, QLabel)
    for name, count in zip(texts[::2], texts[1::2], strict=True):
        assert count.text().endswith(" in")
        assert abs(middle(name, lines) - middle(count, lines)) <= 2, name.text()


def test_many_people_of_a_partner_take_one_line(qtbot: QtBot) -> None:
    lines = lines_at(qtbot, 560)
    assert lines.height() < 4 * 40
    assert len({dots.width() for dots in visible(lines, HeadDots)}) == 1


def test_where_one_partner_needs_a_bar_all_have_one_and_nobody_in_fills_nothing(
    qtbot: QtBot,
) -> None:
    lines = lines_at(qtbot, 560)
    dots = visible(lines, HeadDots)
    assert all(one.is_bar for one in dots)
    none_in = dots[2].grab().toImage()
    full = dots[2].palette().color(QPalette.ColorRole.Highlight)
    inside = none_in.pixelColor(8, none_in.height() // 2)
    assert inside != full
    assert dots[0].grab().toImage().pixelColor(8, none_in.height() // 2) == full
    few = lines_at(qtbot, 560, (PartnerIn("Council", 2, 5),))
    assert not visible(few, HeadDots)[0].is_bar
