"""An earlier workshop beside this one on the console: bars, words, and what to make of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.analysis.then_and_now import ActionMoves, DayMoves, comparisons
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.charts.then_now_bars import ThenNowRow, then_now_rows
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.scenes.then_and_now import action_pair, statement_pair
from desktop_app.ui.painting.pen import measure
from desktop_app.ui.widgets.text import label
from desktop_app.words.dates import long_date
from desktop_app.words.speech import said, say
from desktop_app.words.then_and_now import (
    TITLE,
    TOGETHER,
    day_sentence,
    luck_sentence,
    sentence,
    views_sentence,
    who_was_there,
)

from .chart_view import ChartView

TEXT_SIZE = 16.0


class ThenNowBox(QWidget):
    """What moved since the workshop before, of the day or of one action; hidden without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        self._heading = label(role="heading")
        self._chart, self._words, self._how = ChartView(), label(), label(role="small")
        for one in (self._heading, self._chart, self._words, self._how):
            lines.addWidget(one)
        self._shown: WorkshopRecord | None = None
        self._subject = ""

    def show_record(self, record: WorkshopRecord, subject: str) -> None:
        """Show the day, or the action whose id is `subject`."""
        if record is self._shown and subject == self._subject:
            return
        self._shown, self._subject = record, subject
        moves = next(iter(comparisons(record)), None)
        self.setVisible(moves is not None)
        if moves is not None:
            self._show(moves, subject)

    def _show(self, moves: DayMoves, subject: str) -> None:
        actions = [one for one in moves.actions if one.action_id == subject]
        self._heading.setText(said(TITLE))
        self._chart.show_chart(partial(_bars, _rows(moves, actions)))
        self._words.setText(_told(actions[0]) if actions else _day(moves))
        day = moves.then.held_on
        self._how.setText(
            say(
                "Thin bars: {day}. Thick bars: today. {people} {together}",
                day=long_date(day) if day else say("last time"),
                people=who_was_there(moves.then.present, moves.now.present),
                together=said(TOGETHER),
            )
        )


def _rows(moves: DayMoves, actions: list[ActionMoves]) -> tuple[ThenNowRow, ...]:
    if actions:
        pairs = [statement_pair(row) for row in actions[0].statements]
    else:
        pairs = [action_pair(action) for action in moves.actions]
    return tuple(ThenNowRow(p.name, p.then, p.now, p.words, p.strong, p.few) for p in pairs)


def _told(action: ActionMoves) -> str:
    return "\n".join(
        say("{name}: {sentence}", name=row.name, sentence=sentence(row))
        for row in action.statements
    )


def _day(moves: DayMoves) -> str:
    counted = moves.counted
    told = (day_sentence(counted), views_sentence(counted), luck_sentence(counted))
    return " ".join(filter(None, told))


def _bars(rows: tuple[ThenNowRow, ...], palette: Palette, width: float) -> Drawing:
    return then_now_rows(rows, palette, width, size=TEXT_SIZE, measure=measure)
