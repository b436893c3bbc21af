"""One person's turn at the ballot: begin, choose, confirm, gone. Nothing of it outlives the turn.

Knows the present choice only, no earlier one and no result.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.scenes.ballot import LaptopBallot

FORGET_MS = 20_000
LEFT_MS = 90_000
PAUSE_MS = 700


@dataclass(frozen=True, slots=True)
class TurnTimes:
    """When what a person does not confirm is forgotten, and how long nobody can begin.

    `forget_ms`: after a choice; `left_ms`: after a turn was begun and nothing chosen; `pause_ms`:
    after a confirmation, so that a key pressed twice begins nobody's turn.
    """

    forget_ms: int = FORGET_MS
    left_ms: int = LEFT_MS
    pause_ms: int = PAUSE_MS


class Turn(QObject):
    """Hold the present choice and let it go in time.

    Between two people there is no turn: `under_way` is False and the ballot asks for the next.
    `by_arrows`: digits are not taken. `marked`: where arrows have gone, to a partner or an action;
    Enter places a dot there. `at_confirm`: they have gone on to confirming. `by_ear`: the screen
    reader says where arrows have gone, so they choose nothing until Enter does.

    Signals:
        changed(): something else is to be shown now.
        confirmed(object, object): the points chosen, a tuple, and the partner's label or "".
    """

    changed = Signal()
    confirmed = Signal(object, object)

    def __init__(self, parent: QObject | None = None, times: TurnTimes | None = None) -> None:
        super().__init__(parent)
        self.times = times or TurnTimes()
        self.ballot: LaptopBallot | None = None
        self.under_way = False
        self.thanks = False
        self.partner = ""
        self.chosen: tuple[int, ...] = ()
        self.marked: int | None = None
        self.at_confirm = False
        self.by_arrows = False
        self.by_ear = False
        self._waiting: int | None = None
        self._forget, self._pause = self._timer(), self._timer()
        self._forget.timeout.connect(self.clear)

    def _timer(self) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        return timer

    # -- the vote ---------------------------------------------------------------------------

    def follow(self, ballot: LaptopBallot | None) -> None:
        """Take over a ballot; a choice stays only while the same vote waits for the same person."""
        before, self.ballot = self.ballot, ballot
        if ballot == before:
            return
        if ballot is None or before is None or not _same_vote(before, ballot):
            self._end()
            self.thanks, self._waiting = False, None
        elif ballot.ballots_in != before.ballots_in or ballot.full or self._partner_is_over:
            self._end()
            self._thank_if_in(ballot)
        self.changed.emit()

    @property
    def _partner_is_over(self) -> bool:
        partners = self.ballot.partners if self.ballot else ()
        return bool(self.partner) and any(p.complete for p in partners if p.label == self.partner)

    def _thank_if_in(self, ballot: LaptopBallot) -> None:
        """Thank with the ballot that has one more: nothing is said to be in before it is stored."""
        if self._waiting is not None:
            self.thanks = ballot.ballots_in > self._waiting
            self._waiting = None

    # -- between two people -----------------------------------------------------------------

    @property
    def is_waiting(self) -> bool:
        """Return whether what was confirmed is not stored yet."""
        return self._waiting is not None

    def begin(self, place: int = 0, *, by_ear: bool = False) -> bool:
        """Begin the next person's turn, where there are partners for the one at `place`, from 1."""
        ballot = self.ballot
        if ballot is None or ballot.full or self.under_way or self._pause.isActive():
            return False
        if ballot.partners and not self._may_pick(ballot, place):
            return False
        self.partner = ballot.partners[place - 1].label if ballot.partners else ""
        self.under_way, self.thanks, self.marked = True, False, None
        self.by_ear = by_ear
        self._waiting = None
        self._touch()
        return True

    def _may_pick(self, ballot: LaptopBallot, place: int) -> bool:
        return 1 <= place <= len(ballot.partners) and not ballot.partners[place - 1].complete

    def _mark(self, ballot: LaptopBallot, by: int) -> None:
        """Move the mark to the next partner that is not complete."""
        places = [n for n, p in enumerate(ballot.partners, start=1) if not p.complete]
        if not places or ballot.full:
            return
        if self.marked not in places:
            self.marked = places[0 if by > 0 else -1]
        else:
            self.marked = places[(places.index(self.marked) + by) % len(places)]
        self.changed.emit()

    # -- in a turn --------------------------------------------------------------------------

    def pick(self, point: int) -> bool:
        """Choose a card, or a partner between two people; return whether that could be."""
        if not self.under_way:
            return bool(self.ballot and self.ballot.partners) and self.begin(point)
        ballot = self.ballot
        if ballot is None or point not in {card.point for card in ballot.cards}:
            return False
        if not ballot.dots_each:
            self.chosen = (point,)
        elif len(self.chosen) < ballot.dots_each:
            self.chosen = (*self.chosen, point)
        else:
            return False
        self.marked, self.at_confirm = None, False  # Enter is to confirm, unless arrows go on
        self._touch()
        return True

    def move(self, by: int) -> None:
        """Move the pick, or the mark, to the next or former; from none to the first or last."""
        ballot = self.ballot
        if ballot is None:
            return
        if not self.under_way:
            self._mark(ballot, by)
        elif not ballot.dots_each and not self.by_ear:
            self.pick(_next_point(ballot, self.chosen[0] if self.chosen else None, by))
        else:
            self._mark_action(ballot, by)

    def _mark_action(self, ballot: LaptopBallot, by: int) -> None:
        """Move the mark to the next action, and between the last and the first to confirming."""
        points = [card.point for card in ballot.cards]
        ends = self.marked == points[-1 if by > 0 else 0]
        if ends and self.chosen:
            self.marked, self.at_confirm = None, True
        else:
            self.marked, self.at_confirm = _next_point(ballot, self._place, by), False
        self._touch()

    @property
    def _place(self) -> int | None:
        """Return from where arrows go on: from the mark, and by ear else from what is chosen."""
        one = self.by_ear and self.chosen and not self.at_confirm
        return self.chosen[-1] if one and self.marked is None else self.marked

    def _place_marked(self) -> bool:
        """Choose what is marked, or place a dot there; return whether that could be."""
        at, ballot = self.marked, self.ballot
        if at is None or ballot is None or not self.pick(at):
            return False
        if ballot.dots_each:  # the mark stays, for further dots
            self.marked = at
            self.changed.emit()
        return True

    def enter(self) -> None:
        """Confirm the choice, place a dot where one is marked, or begin the next turn."""
        if self.under_way and self._place_marked():
            return
        if self.under_way:
            self.confirm()
        else:
            self.begin(self.marked or 0)

    def confirm(self) -> bool:
        """Give the choice away once and forget it; return whether there was one."""
        ballot, chosen, partner = self.ballot, self.chosen, self.partner
        if ballot is None or not chosen:
            return False
        self._waiting = ballot.ballots_in
        self._end()
        if self.times.pause_ms:
            self._pause.start(self.times.pause_ms)
        self.confirmed.emit(chosen, partner)
        if self._waiting is not None:  # what is in is shown already, with thanks for this one
            self.changed.emit()
        return True

    def take_back(self, point: int | None = None) -> None:
        """Take the last choice back, or the last one on a card."""
        at = [i for i, one in enumerate(self.chosen) if point in (None, one)]
        if at:
            self.chosen = (*self.chosen[: at[-1]], *self.chosen[at[-1] + 1 :])
            self.at_confirm = False
            self._touch()

    def change(self) -> None:
        """Take the last dot back, or give the ballot back to pick another partner."""
        if self.ballot is not None and self.ballot.dots_each:
            self.take_back()
        else:
            self.clear()

    def step_back(self) -> None:
        """Take a dot off the marked action, else the last choice, or else the partner."""
        if self.chosen:
            self.take_back(self.marked if self.marked in self.chosen else None)
        elif self.partner:
            self.clear()

    def clear(self) -> None:
        """Forget the turn that is under way, and the thanks for the one before."""
        if self.under_way or self.thanks or self.marked is not None:
            self._end()
            self.thanks = False
            self.changed.emit()

    def _end(self) -> None:
        self.under_way, self.partner, self.chosen, self.marked = False, "", (), None
        self.at_confirm, self.by_ear = False, False
        self._forget.stop()

    def _touch(self) -> None:
        soon = self.chosen and not self.by_ear  # nobody sees it, and listening takes its time
        self._forget.start(self.times.forget_ms if soon else self.times.left_ms)
        self.changed.emit()


def _next_point(ballot: LaptopBallot, point: int | None, by: int) -> int:
    """Return the card after or before one; from none the first or last."""
    points = [card.point for card in ballot.cards]
    if point is None:
        return points[0 if by > 0 else -1]
    return points[(points.index(point) + by) % len(points)]


def _same_vote(before: LaptopBallot, after: LaptopBallot) -> bool:
    return _asked(before) == _asked(after)


def _asked(ballot: LaptopBallot) -> object:
    labels = tuple(partner.label for partner in ballot.partners)
    return ballot.vote_id, ballot.cards, labels, ballot.dots_each
