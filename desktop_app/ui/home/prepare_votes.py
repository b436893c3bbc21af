"""The second half of the prepare form: how the room votes. Every choice is explained."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from desktop_app.application.promises import is_looser
from desktop_app.domain.channels import IN_THE_ROOM, Channel
from desktop_app.domain.framework import Depth
from desktop_app.domain.workshop import MAX_PRESENT, Details, Group, Privacy
from desktop_app.ui.widgets.choices import Choice, Choices
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.layouts import column
from desktop_app.ui.widgets.text import label
from desktop_app.words.names import channel_name, privacy_name
from desktop_app.words.speech import say
from desktop_app.words.who_sees import channel_line, mode_name, privacy_sentence

from .prepare_groups import GroupsForm

FEWEST_ANSWERS = (5, 4, 3)


class VotesForm(QWidget):
    """Depth, people in the room, first channel, privacy and minimum answers.

    Signals:
        depth_chosen(Depth): another depth is chosen.
    """

    depth_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._depth = Choices(say("How deep"), self._depths(), beside=True)
        self._present = QSpinBox()
        self._channel = Choices(say("First way to vote"), self._channels(), columns=2)
        self._privacy = Choices(say("Privacy"), self._privacies(), beside=True)
        self._minimum = Choices(say("Minimum answers"), self._minimums(), beside=True)
        self._groups = GroupsForm()
        self._depth_note = label(say("The depth is fixed once the workshop is made."), "small")
        self._promise_note = label(
            say("Answers are in: from here on, both can only be made stricter."), "small"
        )
        self._build()
        self._privacy.chosen.connect(self._follow)
        self._channel.chosen.connect(self._name_modes)
        self._depth.chosen.connect(self.depth_chosen)
        self._groups.changed.connect(self._follow)

    def _build(self) -> None:
        self._present.setRange(1, MAX_PRESENT)
        self._present.setFixedWidth(120)
        self._present.lineEdit().setTextMargins(8, 0, 0, 0)
        lines = column(self, spacing=18)
        lines.addWidget(label(say("How the room votes"), "heading"))
        lines.addWidget(self._depth_field())
        people = Field(
            say("People in the &room"),
            self._present,
            say("Those who vote. You can change it at any time during the day."),
        )
        lines.addWidget(people)
        lines.addWidget(Field(say("First &way to vote"), self._channel))
        lines.addWidget(Field(say("Pri&vacy"), self._privacy))
        lines.addWidget(self._groups)
        self._groups.hide()
        lines.addWidget(Field(say("&Minimum answers"), self._minimum))
        lines.addWidget(self._promise_note)
        self._promise_note.hide()
        lines.addStretch(1)

    def _depth_field(self) -> QWidget:
        both = QWidget()
        lines = column(both, spacing=4)
        lines.addWidget(Field(say("How d&eep"), self._depth))
        lines.addWidget(self._depth_note)
        return both

    @property
    def tab_chain(self) -> tuple[QWidget, ...]:
        """Return every control in the order Tab passes through them."""
        before = (*self._depth.buttons, self._present, *self._channel.buttons)
        votes = (*self._privacy.buttons, *self._groups.tab_chain, *self._minimum.buttons)
        return (*before, *votes)

    def _follow(self) -> None:
        """Ask for partners where results are shown by partner; their people are the room's."""
        by_partner = self._privacy.value is Privacy.ANONYMOUS_WITH_GROUP
        self._groups.setVisible(by_partner)
        self._present.setDisabled(by_partner)
        if by_partner and self._groups.people:
            self._present.setValue(self._groups.people)

    def _name_modes(self) -> None:
        """Call no mode anonymous where the room sees the hands."""
        for mode in Privacy:
            name = mode_name(mode, (self._channel.value,))
            self._privacy.reword(mode, name, privacy_sentence(mode))

    def fill(self, details: Details, *, depth_fixed: bool) -> None:
        """Show these details."""
        self._depth.choose(details.depth)
        self._depth.setDisabled(depth_fixed)
        self._depth_note.setVisible(depth_fixed)
        self._present.setValue(details.present)
        self._channel.choose(details.channel)
        self._name_modes()
        self._privacy.choose(details.privacy)
        self._minimum.choose(details.rules.minimum_answers)
        self._groups.fill(details.groups)
        self._follow()

    def keep_promise(self, promised: Details | None) -> None:
        """Offer nothing looser than what the room voted under, and say so; all before a vote."""
        for mode in Privacy:
            looser = promised is not None and is_looser(mode, than=promised.privacy)
            self._privacy.offer(mode, offered=not looser)
        for fewest in FEWEST_ANSWERS:
            lower = promised is not None and fewest < promised.rules.minimum_answers
            self._minimum.offer(fewest, offered=not lower)
        self._promise_note.setVisible(promised is not None)

    @property
    def chosen_depth(self) -> Depth:
        """Return the depth that is chosen."""
        return self._depth.value

    def name_depths(self, words: dict[Depth, tuple[str, str]]) -> None:
        """Say what each depth means with the framework that is chosen."""
        for depth, (text, explanation) in words.items():
            self._depth.reword(depth, text, explanation)

    def add_to(self, details: Details) -> Details:
        """Return the details with how the room votes."""
        return replace(
            details,
            depth=self._depth.value,
            present=self._present.value(),
            channel=self._channel.value,
            privacy=self._privacy.value,
            groups=self._partners(),
            rules=replace(details.rules, minimum_answers=self._minimum.value),
        )

    def _partners(self) -> tuple[Group, ...]:
        by_partner = self._privacy.value is Privacy.ANONYMOUS_WITH_GROUP
        return self._groups.groups if by_partner else ()

    def _depths(self) -> tuple[Choice[Depth], ...]:
        return (
            Choice(
                Depth.FULL,
                say("One vote per statement"),
                say("Shows where exactly each action is strong or stuck."),
            ),
            Choice(
                Depth.QUICK,
                say("Quick: one vote per action"),
                say("For a first picture."),
            ),
        )

    def _channels(self) -> tuple[Choice[Channel], ...]:
        return tuple(Choice(c, channel_name(c), channel_line(c)) for c in IN_THE_ROOM)

    def _privacies(self) -> tuple[Choice[Privacy], ...]:
        return tuple(Choice(mode, privacy_name(mode), privacy_sentence(mode)) for mode in Privacy)

    def _minimums(self) -> tuple[Choice[int], ...]:
        asked = say("Only with the room’s consent. The report says so.")
        return (
            Choice(
                5,
                say("5 ratings"),
                say("A result is shown once five people have rated."),
            ),
            Choice(4, say("4 ratings"), asked),
            Choice(3, say("3 ratings"), asked),
        )
