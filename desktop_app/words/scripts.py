"""What the facilitator may say and watch for, by step and by how the vote stands.

For the console only. After a reveal it follows what may be shown, and nothing else.
"""

from __future__ import annotations

from desktop_app.analysis.visibility import view_round
from desktop_app.domain.ballot_sets import come_in_sets
from desktop_app.domain.channels import Channel
from desktop_app.domain.results import Agreement, Flag, Level, Result
from desktop_app.domain.rounds import Round, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import WorkshopRecord

from . import how_to_vote
from .how_to_vote import OnPaper
from .room import Script, script
from .speech import said

_OPEN: dict[Channel, Script | None] = {
    Channel.TURNS: None,
    Channel.FILE: None,
    Channel.HANDS: Script(
        how_to_vote.HANDS_UP,
        to_say("hands that change sides while others are counted: count that point again."),
    ),
    Channel.NUMBER_KEYS: Script(
        how_to_vote.SHIELD,
        to_say("two presses by one person: take the last press back at once."),
    ),
    Channel.PAPER: None,
}
"""What is said while a vote is open; None where it is what was said before."""
_CLOSED = Script(
    to_say("The vote is closed. Before we look: what do you expect to see?"),
    to_say("guesses about who rated what: turn the talk back to the statement."),
)
_HIDDEN = Script(
    to_say("So few of us rated this that the figures stay hidden, to protect each of us."),
    to_say("remarks on who may have kept silent: there are good reasons to."),
)
_BY_RESULT = {
    Agreement.OPPOSING: Script(
        to_say(
            "We see this in two ways. Nobody has to defend a rating. What does each view rest on?"
        ),
        to_say("the larger or louder side explaining the other away: hear the smaller one first."),
    ),
    Agreement.MIXED: Script(
        to_say("Our ratings are spread. Which examples lie behind them?"),
        to_say("a leap to the middle: perhaps nobody sees it that way."),
    ),
    Agreement.BROAD: Script(
        to_say("On the whole we see this alike. What keeps it from one point more?"),
        to_say("solutions before everybody has given an example."),
    ),
    Agreement.STRONG: Script(
        to_say("We see this alike. What is it built on, and what could shake it?"),
        to_say("agreement out of politeness: ask who might see it differently, and wait."),
    ),
    Agreement.TOO_FEW: Script(
        to_say("Too few of us rated this to say where we stand. What would we need to know?"),
        to_say("reading a result into a handful of ratings."),
    ),
}
_ALIKE_AND_LOW = Script(
    to_say("We see alike that this is not there yet. What stands in its way?"),
    to_say("blame, and cures before the cause is clear: ask for an example first."),
)
_WATCH_TOO = (
    (
        Flag.MINORITY_VIEW,
        to_say("Also the few who see it differently: invite their view, never ask who."),
    ),
    (Flag.MANY_CANNOT_SAY, to_say("Also “can’t say” taken for a failure: it is a finding.")),
    (
        Flag.SMALL_GROUP,
        to_say("Also too much weight on few ratings: they start a talk, they prove nothing."),
    ),
)


def script_at(record: WorkshopRecord, step: Step, way: Channel | None = None) -> Script:
    """Return what to say and watch for where the workshop stands; `way`: of a vote to come."""
    if step.kind is not StepKind.STATEMENT:
        return script(step.kind, record.workshop.channel)
    paper = OnPaper(by_partner=come_in_sets(record.workshop))
    round_ = record.latest_round(step.subject)
    if round_ is None:
        return script(step.kind, way or record.workshop.channel, paper)
    if round_.state is RoundState.OPEN:
        words = _OPEN[round_.channel]
        return words.spoken() if words else script(step.kind, round_.channel, paper)
    if round_.state is RoundState.CLOSED:
        return _CLOSED.spoken()
    return _after_reveal(record, round_)


def _after_reveal(record: WorkshopRecord, round_: Round) -> Script:
    workshop = record.workshop
    points = workshop.framework.scale.size
    result = view_round(round_, points, workshop.rules, workshop.privacy).whole
    if not isinstance(result, Result):
        return _HIDDEN.spoken()
    alike = result.agreement in {Agreement.STRONG, Agreement.BROAD}
    low = alike and result.level is Level.LOW
    words = (_ALIKE_AND_LOW if low else _BY_RESULT[result.agreement]).spoken()
    also = next((text for flag, text in _WATCH_TOO if flag in result.flags), "")
    return Script(words.say, f"{words.watch} {said(also)}" if also else words.watch)
