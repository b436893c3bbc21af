"""Pictures: one action with its statements, or all actions, with questions to ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.charts.diverging_bars import DivergingRow, diverging_bars
from desktop_app.charts.palette import Palette
from desktop_app.charts.primitives import Drawing
from desktop_app.domain.steps import StepKind
from desktop_app.scenes.pictures import OverviewOrder, statement_rows
from desktop_app.scenes.scene import Picture, PictureRow
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.prompt_list import PromptList
from desktop_app.ui.console.session import Session
from desktop_app.ui.console.then_now_box import ThenNowBox
from desktop_app.ui.painting.pen import measure
from desktop_app.ui.widgets.layouts import row
from desktop_app.ui.widgets.text import label
from desktop_app.words.speech import say

from .page import Page

TEXT_SIZE = 16.0


class PicturePage(Page):
    """The page of an action or of the overview; the overview can be sorted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build_head()
        self._chart = ChartView()
        self.body.addWidget(self._chart)
        self._footer = label(role="small")
        self.body.addWidget(self._footer)
        self._then_now = ThenNowBox()
        self.body.addWidget(self._then_now)
        self._every = label(say("Every statement"), "heading")
        self._statements = ChartView()
        self.body.addWidget(self._every)
        self.body.addWidget(self._statements)
        self._prompts = PromptList()
        self.body.addWidget(self._prompts)
        self.action_row.addWidget(self.primary)
        self._order.currentIndexChanged.connect(self._choose_order)

    def _build_head(self) -> None:
        self._kicker, self._title = label(role="soft"), label(role="title")
        self._order_label = label(say("Sort by  V"), "soft", wrap=False)
        self._order = QComboBox()
        self._order_label.setBuddy(self._order)  # screen readers know it by that
        self._order.setAccessibleName(say("Sort the picture by"))
        self._order.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrows to the day
        self._order.addItem(say("Framework"), OverviewOrder.FRAMEWORK)
        self._order.addItem(say("Level, lowest first"), OverviewOrder.LEVEL)
        self._order.addItem(say("Disagreement, most first"), OverviewOrder.DISAGREEMENT)
        line = row(spacing=12)
        line.addWidget(self._kicker, 1)
        line.addWidget(self._order_label)
        line.addWidget(self._order)
        self.body.addLayout(line)
        self.body.addWidget(self._title)

    def show_session(self, session: Session) -> None:
        self.session = session
        scene = session.whole_scene
        if not isinstance(scene, Picture):
            return
        overview = session.step.kind is StepKind.OVERVIEW
        self._order.setVisible(overview)
        self._order_label.setVisible(overview)
        self._order.setCurrentIndex(list(OverviewOrder).index(session.order))
        self._kicker.setText(scene.kicker)
        self._title.setText(scene.title)
        self._footer.setText(scene.footer)
        self._chart.show_chart(partial(_bars, scene.rows))
        several = overview and len(scene.rows) < len(session.record.workshop.framework.statements)
        self._every.setVisible(several)
        self._statements.setVisible(several)
        if several:
            rows = statement_rows(session.record, session.order)
            self._statements.show_chart(partial(_bars, rows))
        self._then_now.show_record(session.record, "" if overview else session.step.subject)
        self._prompts.show_session(session)

    def _choose_order(self, index: int) -> None:
        if self.session is not None:
            self.session.sort_overview(list(OverviewOrder)[index])


def _bars(shown: tuple[PictureRow, ...], palette: Palette, width: float) -> Drawing:
    rows = [DivergingRow(r.label, r.counts, r.level or r.empty, r.agreement) for r in shown]
    return diverging_bars(rows, palette, width, size=TEXT_SIZE, measure=measure)
