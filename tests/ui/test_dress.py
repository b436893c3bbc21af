"""Other colours: everything on the console wears them, and nothing of it is filled again."""

from __future__ import annotations

from PySide6.QtGui import QColor

from desktop_app.charts.palette import DARK, LIGHT
from desktop_app.domain.steps import Step, StepKind
from desktop_app.ui.console.chart_view import ChartView
from tests.journeys.driver import App, settle, visible

from .pixels import colours_of


def test_other_colours_refill_nothing_and_draw_the_charts_anew(app: App) -> None:
    app.click("Open the sample workshop")
    app.desktop.session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()
    chart = next(c for c in visible(app.console, ChartView) if c.height() > 50)
    assert LIGHT.ink in colours(chart)
    refills: list[bool] = []
    app.desktop.session.refreshed.connect(lambda: refills.append(True))
    app.desktop.preferences.set(console_dark=True)
    settle()
    assert refills == []
    assert DARK.ink in colours(chart)
    assert LIGHT.ink not in colours(chart)
    app.desktop.preferences.set(console_dark=False)
    settle()
    assert LIGHT.ink in colours(chart)


def test_a_chart_that_was_out_of_sight_wears_them_too(app: App) -> None:
    app.click("Open the sample workshop")
    session = app.desktop.session
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()
    session.go_to(Step(StepKind.OVERVIEW))
    app.desktop.preferences.set(console_dark=True)
    session.go_to(Step(StepKind.STATEMENT, "T1"))
    settle()
    for chart in visible(app.console, ChartView):
        assert LIGHT.ink not in colours(chart)
    app.desktop.preferences.set(console_dark=False)


def colours(chart: ChartView) -> set[str]:
    """Return the colours of a chart's picture."""
    return {QColor(pixel).name() for pixel in colours_of(chart.grab().toImage())}
