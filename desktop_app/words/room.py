"""What the room is told and what the facilitator may say; plain English, no values."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.channels import Channel
from desktop_app.domain.steps import StepKind
from desktop_app.domain.workshop import Privacy

PURPOSE = (
    "We rate what our leaders help this partnership to do, see where we agree and where we do "
    "not, talk about it, and leave with a few next steps."
)
GROUND_RULES = (
    "Rate what is true today, not what we hope for.",
    "There are no wrong ratings. “Can’t say” is a fair answer.",
    "Different ratings are the reason to talk.",
    "What is said here stays here. Notes carry no names.",
)
SAMPLE_MARK = "Sample workshop"
REHEARSAL_MARK = "Rehearsal: pretend ballots"

_PRIVACY = {
    Privacy.ANONYMOUS: "Votes are anonymous: nobody’s choice is kept with a name or a seat.",
    Privacy.ANONYMOUS_WITH_GROUP: (
        "Votes are anonymous. A partner’s results are shown only where at least five of its "
        "people have rated."
    ),
    Privacy.OPEN: "We vote openly in the room. No names are kept.",
}
_CHANNEL = {
    Channel.HANDS: "Show of hands: everybody in the room can see it. Only counts are kept.",
    Channel.TURNS: (
        "One at a time: a choice clears when it is confirmed. "
        "Results stay hidden until the vote is closed."
    ),
    Channel.NUMBER_KEYS: (
        "Number keys: one press each, your hand over the keys. Nobody’s press is shown, and "
        "results stay hidden until the reveal."
    ),
    Channel.PAPER: (
        "Paper without names, folded and mixed. Only whoever types the pile in sees the sheets; "
        "results stay hidden until the reveal."
    ),
    Channel.FILE: "Ballots from a file.",
}
_DOTS = {
    Channel.HANDS: "Hands: everybody in the room can see them. Only the dots are kept.",
    Channel.TURNS: "One at a time: dots clear when confirmed. The list waits for the reveal.",
    Channel.NUMBER_KEYS: "Number keys: one press a dot. The list stays hidden until the reveal.",
    Channel.PAPER: "Paper sheets without names. The list stays hidden until the reveal.",
    Channel.FILE: "Dots from a file.",
}
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True, slots=True)
class Script:
    """What to say and what to watch for at a step; for the console only."""

    say: str
    watch: str


_SCRIPTS = {
    StepKind.WELCOME: Script(
        "Welcome. Today we look at how we lead this work together. Nobody is being marked.",
        "people who came late or only observe: set how many may vote.",
    ),
    StepKind.ACTION: Script(
        "Here is the whole action. Where does the picture match what you see at work?",
        "a rush to solutions before everybody has said what happened.",
    ),
    StepKind.OVERVIEW: Script(
        "This is where we stand today. What surprises you? What is missing?",
        "adding the actions up: they are five different things, not one score.",
    ),
    StepKind.PRIORITIES: Script(
        "You each have the same number of dots. Where would more effort matter most now?",
        "people who place dots where the level is lowest only: ask what matters, not what is weak.",
    ),
    StepKind.NEXT_STEPS: Script(
        "These steps are offered because of what you rated. Take, change or leave each one.",
        "steps without an owner or a date: a first move within two weeks helps.",
    ),
    StepKind.CLOSE: Script(
        "This is what we leave with. Who will tell the people who were not here?",
        "parked points that nobody has picked up.",
    ),
}
_STATEMENT_SCRIPTS = {
    Channel.HANDS: Script(
        "Hands up for what is true today, not what we hope for. “Can’t say” is a fair answer.",
        "people who wait to see how their chief executive votes: offer turns on the screen.",
    ),
    Channel.TURNS: Script(
        "Come to the screen one after another. Pick, confirm, and the screen clears for the next.",
        "onlookers: on a projector all see a choice until it is confirmed. Mute the projector, or "
        "hide the stage there and take turns on the laptop.",
    ),
    Channel.NUMBER_KEYS: Script(
        "The keypad goes round. Press one number, once, and pass it on. 0 is “can’t say”.",
        "the count: it goes up by one at each press. Take the last press back if it slipped.",
    ),
    Channel.PAPER: Script(
        "Write one number on your sheet, fold it, and hand it in. 0 is “can’t say”.",
        "sheets that cannot be read: ask the room to vote again rather than guess.",
    ),
    Channel.FILE: Script(
        "You rated this before today. Here is what came in. “Can’t say” was a fair answer.",
        "people who sent no ratings: they can vote here, in a vote of the room.",
    ),
}


def privacy_sentence(privacy: Privacy) -> str:
    """Return what the room is promised in this mode."""
    return _PRIVACY[privacy]


def channel_sentence(channel: Channel) -> str:
    """Return how private this channel is, in one sentence for the room."""
    return _CHANNEL[channel]


def dots_sentence(channel: Channel) -> str:
    """Return how private placing dots is in this channel, in one sentence for the room."""
    return _DOTS[channel]


def ordinal_word(ordinal: int) -> str:
    """Return "first", "second" ... for a round; "21st" and so on for an imported one."""
    if ordinal <= len(_ORDINALS):
        return _ORDINALS[ordinal - 1]
    teen = 11 <= ordinal % 100 <= 13
    return f"{ordinal}{'th' if teen else _ENDINGS.get(ordinal % 10, 'th')}"


def count_in(ballots_in: int, present: int) -> str:
    """Return "9 of 12 in", or by how many the count is over."""
    if ballots_in > present:
        return f"{ballots_in} in, {present} in the room"
    return f"{ballots_in} of {present} in"


def script(kind: StepKind, channel: Channel) -> Script:
    """Return the facilitator's script for a step, by channel where it matters."""
    if kind is StepKind.STATEMENT:
        return _STATEMENT_SCRIPTS[channel]
    return _SCRIPTS[kind]
