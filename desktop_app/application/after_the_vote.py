"""What is said of a vote once it is closed: why people are missing, and the view agreed on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from desktop_app.domain.changes import Changes
from desktop_app.domain.errors import InputProblem, RuleProblem
from desktop_app.domain.ports import Library
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.undo import Undo, UndoKind

from .outcome import Outcome, done
from .round_rules import check_point, checked_reason, settled_reason

_TOUCHED = Changes.ROUND | Changes.STAGE


class AfterTheVote:
    """Keep words about a vote; none of them changes what was voted."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def explain(self, round_id: str, reason: str) -> Outcome[None]:
        """Say in other words why ballots and people differ, of a vote that was closed so."""
        words = checked_reason(reason)
        if not words:
            raise InputProblem("Say in a few words why ballots and people differ, without names.")
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if not round_.difference_reason:
                raise RuleProblem("In this vote ballots and people do not differ.")
            work.save_round(replace(round_, difference_reason=words))
            work.commit()
        return done(_TOUCHED, Undo(UndoKind.REASON, partial(self._explain_as_before, round_)))

    def settle(self, round_id: str, point: int | None, reason: str) -> Outcome[None]:
        """Keep the view the room agreed on after it talked; `point` None takes it away."""
        words = settled_reason(point, reason)
        with self._library.writing() as work:
            round_ = work.round(round_id)
            if round_.state is not RoundState.REVEALED:
                raise RuleProblem("Reveal the vote first, then settle on a view.")
            if point is not None:
                check_point(work.workshop(round_.workshop_id), point, lowest=1)
            work.save_round(replace(round_, settled_point=point, settled_reason=words))
            work.commit()
        back, about = partial(self._unsettle, round_), str(point or "")
        return done(_TOUCHED, Undo(UndoKind.SETTLE, back, about))

    def _explain_as_before(self, before: Round) -> Changes:
        with self._library.writing() as work:
            now = work.round(before.id)
            work.save_round(replace(now, difference_reason=before.difference_reason))
            work.commit()
        return _TOUCHED

    def _unsettle(self, before: Round) -> Changes:
        with self._library.writing() as work:
            now = work.round(before.id)
            point, reason = before.settled_point, before.settled_reason
            work.save_round(replace(now, settled_point=point, settled_reason=reason))
            work.commit()
        return _TOUCHED
