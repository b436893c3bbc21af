"""The step timer in the console's header: how long, how much is left, pause and one more minute."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.domain.agenda import TimeNow
from desktop_app.domain.settings import Settings
from desktop_app.ui.theme import set_role
from desktop_app.ui.widgets.layouts import column, row
from desktop_app.ui.widgets.one_line import OneLine
from desktop_app.ui.widgets.text import button
from desktop_app.words.speech import say
from desktop_app.words.times import agenda_words, spent_words


class TimerBox(QWidget):
    """Shows a TimeNow. The clock is a button with everything that can be done about time.

    Signals:
        pause_requested(), minute_requested(): pause or count on; one more minute for the step.
        stage_chosen(bool), timer_chosen(bool): show the time on the stage; show a timer at all.
    """

    pause_requested = Signal()
    minute_requested = Signal()
    stage_chosen = Signal(object)
    timer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = False
        self._on = self._begun = True
        self._build()
        self._build_menu()
        self._connect()

    def _build(self) -> None:
        line = row(self, spacing=6)
        words = column(spacing=0)
        self._clock = button("", "clock", hint=say("Time of this step: pause, add, switch off"))
        self._agenda = OneLine(role="small")
        self._agenda.keep_whole(whole=True)
        self._agenda.setContentsMargins(7, 0, 0, 0)
        words.addWidget(self._clock)
        words.addWidget(self._agenda)
        self._pause = button(say("Pause"), "small", hint=say("T does this too"))
        self._minute = button(say("+1 min"), "small", hint=say("One more minute"))
        line.addLayout(words)
        line.addWidget(self._pause)
        line.addWidget(self._minute)

    def _build_menu(self) -> None:
        self._menu = QMenu(self)
        self._pause_action = self._menu.addAction(say("Pause\tT"))
        self._minute_action = self._menu.addAction(say("Add a minute"))
        self._menu.addSeparator()
        self._stage_action = self._checkable(say("Show the time on the stage"))
        self._timer_action = self._checkable(say("Show the timer here"))

    def _checkable(self, text: str) -> QAction:
        action = self._menu.addAction(text)
        action.setCheckable(True)
        return action

    def _connect(self) -> None:
        self._clock.clicked.connect(self._open_menu)
        self._pause.clicked.connect(self.pause_requested)
        self._pause_action.triggered.connect(self.pause_requested)
        self._minute.clicked.connect(self.minute_requested)
        self._minute_action.triggered.connect(self.minute_requested)
        self._stage_action.triggered.connect(self._tell_stage)
        self._timer_action.triggered.connect(self._tell_timer)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the buttons to the menu where there is no room for them."""
        self._narrow = narrow
        self._agenda.keep_whole(whole=not narrow)
        self._fit()

    def show_settings(self, settings: Settings) -> None:
        """Show whether there is a timer here and on the stage."""
        self._on = settings.timer
        self._timer_action.setChecked(settings.timer)
        self._stage_action.setChecked(settings.stage_timer)
        self._fit()

    def show_time(self, now: TimeNow) -> None:
        """Show where the day stands."""
        spent, agenda = spent_words(now), agenda_words(now)
        if not self._on:
            self._clock.setText(say("Timer off"))
            self._clock.setAccessibleName(say("The timer is off"))
            return
        self._begun = now.begun
        if not now.begun:
            self._clock.setText(say("Starts as you go on"))
            self._clock.setAccessibleName(say("The clock starts as you go on"))
            self._agenda.clear()
            self._fit()
            return
        over = say("{time}, over", time=spent) if now.over else spent
        paused = say("{time}, paused", time=over)
        self._clock.setText(over if now.running else paused)
        self._clock.setAccessibleName(say("Time of this step: {time}", time=spent))
        set_role(self._clock, "late", "true" if now.over else "false")
        self._agenda.setText(agenda)
        self._clock.setToolTip(agenda)
        self._show_pause(running=now.running)
        self._fit()

    def ask_pause(self) -> None:
        """Ask for a pause, or to count on, as its button does."""
        self.pause_requested.emit()

    def _show_pause(self, *, running: bool) -> None:
        self._pause.setText(say("Pause") if running else say("Go on"))
        text = say("Pause\tT") if running else say("Go on\tT")
        self._pause_action.setText(text)

    def _fit(self) -> None:
        self._agenda.setVisible(self._on and bool(self._agenda.text()))
        for one in (self._pause, self._minute):
            one.setVisible(self._on and self._begun and not self._narrow)
        for action in (self._pause_action, self._minute_action):
            action.setEnabled(self._on and self._begun)

    def _open_menu(self) -> None:
        self._menu.popup(self._clock.mapToGlobal(self._clock.rect().bottomLeft()))

    def _tell_stage(self, checked: bool) -> None:
        self.stage_chosen.emit(checked)

    def _tell_timer(self, checked: bool) -> None:
        self.timer_chosen.emit(checked)
