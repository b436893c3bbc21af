"""A revealed result on the console: bars, words, and questions to ask."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.domain.results import Flag
from desktop_app.scenes.scene import ByGroup, Compared, Revealed, RevealedHidden
from desktop_app.scenes.votes import settled_words
from desktop_app.ui.console.chart_view import ChartView
from desktop_app.ui.console.group_results import GroupResults
from desktop_app.ui.console.look_chooser import LookChooser
from desktop_app.ui.console.one_mind import in_each_part
from desktop_app.ui.console.prompt_list import PromptList
from desktop_app.ui.console.result_charts import bars_of, both_votes
from desktop_app.ui.console.session import Session
from desktop_app.ui.widgets.layouts import clear, column, row
from desktop_app.ui.widgets.text import label
from desktop_app.words.names import vote_name
from desktop_app.words.speech import say
from desktop_app.words.wording import advice, flag_advice

ShownScene = Revealed | RevealedHidden | Compared | ByGroup


class ResultPanel(QWidget):
    """What the room sees, plus the prompts that are the facilitator's own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = column(self, spacing=16)
        self._looks = LookChooser()
        layout.addWidget(self._looks)
        self._settled = label(role="strong")
        layout.addWidget(self._settled)
        self._in_parts = label(role="soft")
        layout.addWidget(self._in_parts)
        self._groups = GroupResults()
        layout.addWidget(self._groups)
        layout.addWidget(self._build_upper())
        self._prompts = PromptList()
        layout.addWidget(self._prompts)

    def _build_upper(self) -> QWidget:
        self._upper = QWidget()
        self._upper_line: QBoxLayout = row(self._upper, spacing=28)
        upper = self._upper_line
        self._chart = ChartView()
        upper.addWidget(self._chart, 3, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        self._verdict = label(role="heading")
        self._meaning, self._middle = label(), label(role="strong")
        self._level, self._remarks = label(role="soft"), column(spacing=4)
        self._advice = label(role="soft")
        for part in (self._verdict, self._meaning, self._advice, self._middle, self._level):
            words.addWidget(part)
        words.addLayout(self._remarks)
        words.addStretch(1)
        upper.addLayout(words, 2)
        return self._upper

    def show_scene(self, scene: ShownScene, session: Session) -> None:
        """Show a revealed round, in the way the room looks at it."""
        self._looks.show_session(session)
        self._show_parts(session)
        self._groups.setVisible(isinstance(scene, ByGroup))
        self._upper.setVisible(not isinstance(scene, ByGroup))
        below = QBoxLayout.Direction.TopToBottom
        beside = QBoxLayout.Direction.LeftToRight
        self._upper_line.setDirection(below if isinstance(scene, Compared) else beside)
        clear(self._remarks)
        if isinstance(scene, ByGroup):
            self._groups.show_scene(scene)
        elif isinstance(scene, Compared):
            self._show_words(scene.moved, scene.agreements, "", "")
            self._chart.show_chart(partial(both_votes, scene))
        elif isinstance(scene, Revealed):
            self._show_words(scene.verdict, scene.meaning, scene.middle, scene.level)
            self._chart.show_chart(partial(bars_of, scene))
            for remark in scene.remarks:
                self._remarks.addWidget(label(remark, "small"))
        else:
            self._show_words(scene.verdict, scene.reason, "", "")
        self._chart.setVisible(isinstance(scene, Revealed | Compared))
        self._advice.setText(_advice_on(scene))
        self._advice.setVisible(bool(self._advice.text()))
        settled = "" if isinstance(scene, RevealedHidden) else scene.settled
        settled = settled or _settled_before(session)
        self._settled.setText(settled)
        self._settled.setVisible(bool(settled))
        self._prompts.show_session(session)

    def _show_parts(self, session: Session) -> None:
        """Say how many are in each part of a picture by partner, whether or not it is shown."""
        found = in_each_part(session.record, session.step.subject)
        self._in_parts.setText(say("Ballots by partner: {parts}", parts=found))
        self._in_parts.setVisible(bool(found))

    def _show_words(self, verdict: str, meaning: str, middle: str, level: str) -> None:
        parts = (self._verdict, self._meaning, self._middle, self._level)
        for part, text in zip(parts, (verdict, meaning, middle, level), strict=True):
            part.setText(text)
            part.setVisible(bool(text))


def _settled_before(session: Session) -> str:
    """Return the view that the room settled on in an earlier vote, and in which."""
    earlier = [
        vote
        for vote in session.record.rounds_of(session.step.subject)[:-1]
        if vote.settled_point is not None
    ]
    if not earlier:
        return ""
    view = settled_words(session.record.workshop.framework, earlier[-1])
    return say("{vote}: {view}", vote=vote_name(earlier[-1].ordinal), view=view)


def _advice_on(scene: ShownScene) -> str:
    """Return what the facilitator may ask; it is on the console only."""
    if not isinstance(scene, Revealed):
        return ""
    result = scene.result
    flags = (flag_advice(flag) for flag in Flag if flag in result.flags)
    return " ".join(words for words in (advice(result), *flags) if words)
