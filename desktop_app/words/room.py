"""What the room is told and what the facilitator may say; no values.

What stands in capitals is marked only: `said` says it.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.domain.texts import to_say

from . import how_to_vote
from .how_to_vote import OnPaper
from .speech import said, say

PURPOSE = to_say(
    "We rate what our leaders help this partnership to do, see where we agree and where we do "
    "not, talk about it, and leave with a few next steps."
)
GROUND_RULES = (
    to_say("Rate what is true today, not what we hope for."),
    to_say("There are no wrong ratings. “Can’t say” is a fair answer."),
    to_say("Different ratings are the reason to talk."),
    to_say("Who said what stays here. Notes carry no names."),
    to_say("Notes are printed for the partnership. A note is kept off paper for whoever asks."),
)
SAMPLE_MARK = to_say("Sample workshop")
REHEARSAL_MARK = to_say("Rehearsal: pretend ballots")


@dataclass(frozen=True, slots=True)
class Script:
    """What to say and what to watch for at a step; for the console only."""

    say: str
    watch: str

    def spoken(self) -> Script:
        """Return a marked script in the language spoken now."""
        return Script(said(self.say), said(self.watch))


_SCRIPTS = {
    StepKind.WELCOME: Script(
        to_say("Welcome. Today we look at how we lead this work together. Nobody is being marked."),
        to_say("people who came late or only observe: set how many may vote."),
    ),
    StepKind.SINCE: Script(
        to_say(
            "This is what we promised last time. What became of each? Stuck and dropped are fair"
            " answers: we want to know, not to blame."
        ),
        to_say("one person answering for all: ask whoever took it on first, then the others."),
    ),
    StepKind.ACTION: Script(
        to_say("Here is the whole action. Where does the picture match what you see at work?"),
        to_say("a rush to solutions before everybody has said what happened."),
    ),
    StepKind.OVERVIEW: Script(
        to_say("This is where we stand today. What surprises you? What is missing?"),
        to_say("adding the actions up: they are five different things, not one score."),
    ),
    StepKind.PRIORITIES: Script(
        to_say("You each have the same number of dots. Where would more effort matter most now?"),
        to_say(
            "people who place dots where the level is lowest only: ask what matters, not what is "
            "weak."
        ),
    ),
    StepKind.NEXT_STEPS: Script(
        to_say(
            "These steps are offered because of what you rated. Take, change or leave each one."
        ),
        to_say("steps without an owner or a date: a first move within two weeks helps."),
    ),
    StepKind.BREAK: Script(
        to_say("We take a break. The screen shows when we go on."),
        to_say("the talk in the corridor: what belongs in the room goes to the parking lot."),
    ),
    StepKind.OWN: Script(
        to_say("Say what this is for, and how long it will take."),
        to_say("the time: what runs over here is missing at the end."),
    ),
    StepKind.CLOSE: Script(
        to_say("This is what we leave with. Who will tell the people who were not here?"),
        to_say("parked points that nobody has picked up."),
    ),
}
_STATEMENT_SCRIPTS: dict[Channel, Script | None] = {
    Channel.HANDS: Script(
        to_say(
            "Hands up for what is true today, not what we hope for. “Can’t say” is a fair answer."
        ),
        to_say(
            "people who wait to see how their chief executive votes: offer turns on the laptop."
        ),
    ),
    Channel.TURNS: Script(
        how_to_vote.COME,
        to_say("onlookers: turn the laptop so that only the person in front of it sees it."),
    ),
    Channel.NUMBER_KEYS: Script(
        how_to_vote.NUMBER_KEY,
        to_say(
            "the count: it goes up by one at each press. Take the last press back if it slipped."
        ),
    ),
    Channel.PAPER: None,  # which depends on the ballots
    Channel.FILE: Script(
        to_say("You rated this before today. Here is what came in. “Can’t say” was a fair answer."),
        to_say("people who sent no ratings: they can vote here, in a vote of the room."),
    ),
}


def purpose() -> str:
    """Return what the day is for."""
    return said(PURPOSE)


def ground_rules() -> tuple[str, ...]:
    """Return the rules of the talk."""
    return tuple(said(rule) for rule in GROUND_RULES)


def count_in(ballots_in: int, present: int) -> str:
    """Return "9 of 12 in", or by how many the count is over."""
    if ballots_in > present:
        # For translators: "13 in, 12 in the room": more ballots than people
        return say("{ballots} in, {people} in the room", ballots=ballots_in, people=present)
    # For translators: "9 of 12 in": how many have voted
    return say("{ballots} of {people} in", ballots=ballots_in, people=present)


def script(kind: StepKind, channel: Channel, paper: OnPaper | None = None) -> Script:
    """Return the facilitator's script for a step, by channel where it matters."""
    if kind is not StepKind.STATEMENT:
        return _SCRIPTS[kind].spoken()
    words = _STATEMENT_SCRIPTS[channel]
    if words is None:
        voting = paper or OnPaper()
        return Script(voting.at_a_statement, voting.to_watch)
    return words.spoken()
