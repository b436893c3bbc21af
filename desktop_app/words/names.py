"""What the things of the domain are called, each said once: screens and documents ask here.

Names stand by themselves, as in a list, a heading or a table. A name that is also said inside a
sentence has a second function for that, since languages differ in how they write it there. What a
thing means for the room, in a whole sentence, stands in `words.room`. How a workshop stands is said
in `words.statuses`, which home needs before it needs all these.
"""

from __future__ import annotations

from desktop_app.analysis.priorities import Field
from desktop_app.domain.channels import Channel
from desktop_app.domain.framework import Framework, PromptKind, StepWhen
from desktop_app.domain.plan import NoteKind
from desktop_app.domain.results import Agreement, Level
from desktop_app.domain.rounds import RoundKind, RoundState
from desktop_app.domain.steps import Step, StepKind
from desktop_app.domain.texts import to_say
from desktop_app.domain.workshop import Privacy

from .speech import said, say, say_as

_CHANNELS = {
    Channel.HANDS: to_say("Hands"),
    Channel.TURNS: to_say("Turns"),
    Channel.NUMBER_KEYS: to_say("Number keys"),
    Channel.PAPER: to_say("Paper"),
    Channel.FILE: to_say("File"),
}
_NOTES = {
    NoteKind.EVIDENCE: to_say("Evidence"),
    NoteKind.BARRIER: to_say("Barrier"),
    NoteKind.IDEA: to_say("Idea"),
    NoteKind.QUOTE: to_say("Quote"),
    NoteKind.PARKED: to_say("Parked"),
}
_NOTES_WITH_MEANING = {
    NoteKind.EVIDENCE: to_say("{name}: what shows it"),
    NoteKind.BARRIER: to_say("{name}: what stands in the way"),
    NoteKind.IDEA: to_say("{name}: what could be done"),
    NoteKind.QUOTE: to_say("{name}: in somebody’s own words"),
    NoteKind.PARKED: to_say("{name}: for another time"),
}
_PROMPTS = {
    PromptKind.HAPPENED: to_say("What happened"),
    PromptKind.FEELS: to_say("How it feels"),
    PromptKind.MEANS: to_say("What it means"),
    PromptKind.DO: to_say("What to do"),
}
_LEVELS = {
    Level.LOW: to_say("Low"),
    Level.MIDDLE: to_say("Middle"),
    Level.HIGH: to_say("High"),
}
_AGREEMENTS = {
    Agreement.TOO_FEW: to_say("Too few ratings to say"),
    Agreement.OPPOSING: to_say("Opposing views"),
    Agreement.STRONG: to_say("Strong agreement"),
    Agreement.BROAD: to_say("Broad agreement"),
    Agreement.MIXED: to_say("Mixed views"),
}
_AGREEMENTS_IN_SENTENCES = {
    Agreement.TOO_FEW: to_say("too few ratings to say"),
    Agreement.OPPOSING: to_say("opposing views"),
    Agreement.STRONG: to_say("strong agreement"),
    Agreement.BROAD: to_say("broad agreement"),
    Agreement.MIXED: to_say("mixed views"),
}
_OFFERED_WHEN = {
    StepWhen.LOW: to_say("Low"),
    StepWhen.MIDDLE: to_say("Middle"),
    StepWhen.HIGH: to_say("High"),
    StepWhen.OPPOSING: to_say("Opposing views"),
    StepWhen.CANNOT_SAY: to_say("Many can’t say"),
}
_ROUND_KINDS = {
    RoundKind.ROOM: to_say("In the room"),
    RoundKind.BEFORE: to_say("Beforehand"),
}
_FIELDS = {
    Field.WORK_ON: to_say("More dots, lower"),
    Field.KEEP: to_say("More dots, higher"),
    Field.WATCH: to_say("Fewer dots, lower"),
    Field.RUNS: to_say("Fewer dots, higher"),
}
_STEPS = {
    StepKind.WELCOME: to_say("Welcome"),
    StepKind.SINCE: to_say("Since last time"),
    StepKind.STATEMENT: to_say("{action}: {statement}"),
    StepKind.ACTION: to_say("{action}: talk it through"),
    StepKind.OVERVIEW: to_say("Where we stand"),
    StepKind.PRIORITIES: to_say("Priorities"),
    StepKind.NEXT_STEPS: to_say("Next steps"),
    StepKind.CLOSE: to_say("Close and print"),
    StepKind.BREAK: to_say("Break"),
    StepKind.OWN: to_say("Our own item"),
}
_VOTES = (
    *(to_say("First vote"), to_say("Second vote"), to_say("Third vote")),
    *(to_say("Fourth vote"), to_say("Fifth vote"), to_say("Sixth vote")),
)
_VOTES_IN_SENTENCES = (
    *(to_say("first vote"), to_say("second vote"), to_say("third vote")),
    *(to_say("fourth vote"), to_say("fifth vote"), to_say("sixth vote")),
)


def channel_name(channel: Channel) -> str:
    """Return what a channel is called."""
    return said(_CHANNELS[channel])


def note_kind_name(kind: NoteKind) -> str:
    """Return what a kind of note is called."""
    return said(_NOTES[kind])


def note_kind_with_meaning(kind: NoteKind) -> str:
    """Return what a kind of note is called, and what is written in it."""
    return said(_NOTES_WITH_MEANING[kind]).format(name=note_kind_name(kind))


def prompt_kind_name(kind: PromptKind) -> str:
    """Return what the questions of a kind ask for."""
    return said(_PROMPTS[kind])


def privacy_name(privacy: Privacy) -> str:
    """Return what a privacy mode is called."""
    names = {
        Privacy.ANONYMOUS: say("Anonymous"),
        Privacy.ANONYMOUS_WITH_GROUP: say("Anonymous with group"),
        Privacy.OPEN: say_as("how a room votes", "Open"),
    }
    return names[privacy]


def level_name(level: Level) -> str:
    """Return the level's name."""
    return said(_LEVELS[level])


def agreement_name(agreement: Agreement) -> str:
    """Return the agreement's name."""
    return said(_AGREEMENTS[agreement])


def agreement_in_sentence(agreement: Agreement) -> str:
    """Return the agreement's name as a sentence holds it: "mixed views"."""
    return said(_AGREEMENTS_IN_SENTENCES[agreement])


def offered_when_name(when: StepWhen) -> str:
    """Return what has to be so for a next step to be offered."""
    return said(_OFFERED_WHEN[when])


def state_name(state: RoundState) -> str:
    """Return where a vote stands."""
    names = {
        RoundState.OPEN: say_as("state of a vote", "Open"),
        RoundState.CLOSED: say("Closed, not revealed"),
        RoundState.REVEALED: say("Revealed"),
        RoundState.DISCARDED: say("Discarded"),
    }
    return names[state]


def round_kind_name(kind: RoundKind) -> str:
    """Return whose round it is: the room's, or one that was answered before the day."""
    return said(_ROUND_KINDS[kind])


def field_name(field: Field) -> str:
    """Return what a field of importance beside level asks for."""
    return said(_FIELDS[field])


def step_kind_name(kind: StepKind) -> str:
    """Return what the step of this kind is called, where the day has only one."""
    return said(_STEPS[kind])


def step_name(framework: Framework, step: Step) -> str:
    """Return what a step of the day is called."""
    if step.kind is StepKind.STATEMENT:
        action = framework.action_of(step.subject)
        if len(action.statements) == 1:
            return action.short_title
        name = framework.statement(step.subject).name
        return said(_STEPS[step.kind]).format(action=action.short_title, statement=name)
    if step.kind is StepKind.ACTION:
        return said(_STEPS[step.kind]).format(action=framework.action(step.subject).short_title)
    return step.title or step_kind_name(step.kind)


def vote_name(ordinal: int) -> str:
    """Return which vote on a statement this is: "Second vote", and from seven on "Vote 7"."""
    if ordinal <= len(_VOTES):
        return said(_VOTES[ordinal - 1])
    return say("Vote {n}", n=ordinal)


def vote_in_sentence(ordinal: int) -> str:
    """Return which vote this is, as a sentence holds it: "second vote", "vote 7"."""
    if ordinal <= len(_VOTES_IN_SENTENCES):
        return said(_VOTES_IN_SENTENCES[ordinal - 1])
    return say("vote {n}", n=ordinal)
