"""Going on with the day: the one next thing done, and looking back without losing anything.

Knows no key and no widget: both windows, the main button and a remote ask here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.channels import Channel
from desktop_app.domain.next_thing import (
    Act,
    Day,
    NextThing,
    Vote,
    closing,
    next_thing,
    open_vote_at,
    thing_after,
)
from desktop_app.domain.steps import StepKind
from desktop_app.scenes.asides import AsideKind
from desktop_app.ui.widgets.press import Press
from desktop_app.words.next_thing import missing_reason

from .dotting import Dotting
from .room import Room
from .twice import Twice
from .voting import Voting


class GoingOn(QObject):
    """What comes next, and doing it.

    Signals:
        changed(): something else comes next, or waits for a second press.
        taking_requested(): the keyboard shall go where ballots are typed.
        summary_requested(): the summary shall be saved.
    """

    changed = Signal()
    taking_requested = Signal()
    summary_requested = Signal()

    def __init__(self, room: Room, voting: Voting, dotting: Dotting) -> None:
        super().__init__(room)
        self._room, self._voting, self._dotting = room, voting, dotting
        self.twice = Twice(self)
        self.twice.changed.connect(self.changed)
        for happened in (room.refreshed, room.ballots_changed, room.leaving_step):
            happened.connect(self.twice.forget)

    # -- what comes next --------------------------------------------------------------------

    @property
    def day(self) -> Day:
        """Return the day as far as it says what comes next."""
        room = self._room
        return Day(
            room.record,
            room.steps,
            room.step,
            self.way,
            blank=room.is_blank,
            more=self._has_page(1),
            counting=self._voting.group,
        )

    @property
    def thing(self) -> NextThing:
        """Return what comes next."""
        return next_thing(self.day)

    @property
    def after(self) -> NextThing | None:
        """Return what comes after that."""
        return thing_after(self.day)

    @property
    def open_vote(self) -> Vote | None:
        """Return the vote at this step that takes ballots."""
        return open_vote_at(self._room.record, self._room.step)

    @property
    def way(self) -> Channel:
        """Return the way in which a vote would be opened here."""
        return self._room.way.at(self._room.record, self._room.step)

    def choose_way(self, channel: Channel) -> None:
        """Open the next vote here in this way, which the room reads at once."""
        self._room.way.choose(self._room.step, channel)
        self._room.reload()

    # -- doing it ---------------------------------------------------------------------------

    def do_next(self, press: Press | None = None) -> None:
        """Do the one thing that comes next; a press that is one with the last does nothing."""
        press = press or Press()
        is_double = self.twice.is_double(press)
        if not is_double:
            self._leave_meaning()
        self._vote_here.finish_count()  # a count half typed says what comes next
        thing = self.thing
        if self.twice.asked is None and is_double:
            return
        if self._is_closing:
            self.close_vote(press)  # the foot says so, also where a ballot would come next
        else:
            self._do(thing, press)
        if self.twice.asked is None:
            self.twice.mark(press)  # one that is its double must not take it away, or skip a screen

    def _leave_meaning(self) -> None:
        """Show the scale again where the room reads what a point means: the day goes on."""
        aside = self._room.aside
        if aside is not None and aside.kind is AsideKind.MEANING:
            self._room.show_aside(None)

    def close_vote(self, press: Press) -> None:
        """Close the open vote: at once if everybody is in, else when it is asked for twice."""
        vote = self.open_vote
        if vote is None:
            return
        thing = closing(self._room.record, vote)
        if not thing.is_pressed_twice:
            self._vote_here.close()
        elif self.twice.press(_close_of(vote), press):
            self._vote_here.close(missing_reason(thing.missing))

    @property
    def _is_closing(self) -> bool:
        """Return whether the open vote waits for the second press that closes it."""
        vote = self.open_vote
        return vote is not None and self.twice.asked == _close_of(vote)

    def look_back(self, press: Press | None = None) -> None:
        """Look at the screen or the step before; an open vote is left only when asked for twice."""
        if self._turn_page(-1):
            return
        steps, here = self._room.steps, self._room.step
        place = steps.index(here) if here in steps else 0
        if place and self._may_leave(press or Press()):
            # What went on from there goes on again: "next" must not turn all its screens anew.
            self._room.go_to(steps[place - 1], at_end=True)

    def _has_page(self, by: int) -> bool:
        """Return whether what the room sees here has another screen after this one, or before."""
        room = self._room
        return 0 <= room.page + by < len(room.screens.of(room.whole_scene, room.shape))

    def _turn_page(self, by: int) -> bool:
        """Show the next screen, or the one before; return whether there is one."""
        if not self._has_page(by):
            return False
        self._room.page += by
        self._room.show_aside(None)
        return True

    def _may_leave(self, press: Press) -> bool:
        return self.open_vote is None or self.twice.press("leave", press)

    @property
    def _vote_here(self) -> Voting | Dotting:
        at_dots = self._room.step.kind is StepKind.PRIORITIES
        return self._dotting if at_dots else self._voting

    def _do(self, thing: NextThing, press: Press) -> None:
        room = self._room
        match thing.act:
            case Act.SHOW_AGAIN:
                room.toggle_blank()
            case Act.MORE:
                self._turn_page(1)
            case Act.BALLOT:
                room.turns.ask()
            case Act.TAKE:
                self.taking_requested.emit()
            case Act.COUNT_PARTNER:
                self._voting.pick_group(thing.partner)
                self.taking_requested.emit()
            case Act.GO_ON if thing.step is not None:
                room.go_to(thing.step)
            case Act.SAVE:
                self.summary_requested.emit()
            case _:
                self._do_in_the_vote(thing, press)

    def _do_in_the_vote(self, thing: NextThing, press: Press) -> None:
        match thing.act:
            case Act.OPEN:
                self._vote_here.open_vote(thing.channel)
            case Act.CLOSE | Act.CLOSE_SHORT:
                self.close_vote(press)
            case Act.EXPLAIN:
                self._vote_here.ask_reason()
            case Act.REVEAL:
                self._vote_here.reveal()


def _close_of(vote: Vote) -> tuple[str, str]:
    return "close", vote.id
