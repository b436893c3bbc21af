"""What comes next in the day, in words: for the main button, and for the foot of the console."""

from __future__ import annotations

from desktop_app.domain.framework import Framework
from desktop_app.domain.next_thing import Act, NextThing
from desktop_app.domain.steps import StepKind
from desktop_app.domain.texts import Phrase, count_phrase, phrase, to_say
from desktop_app.domain.turnout import part_name

from .names import step_name
from .speech import said, say, say_count

_BUTTONS = {
    Act.SHOW_AGAIN: to_say("Show the room again"),
    Act.MORE: to_say("Show the rest"),
    Act.OPEN: to_say("Open the vote"),
    Act.BALLOT: to_say("Ballot on the laptop"),
    Act.TAKE: to_say("Key the ballots in"),
    Act.COUNT_PARTNER: to_say("Count the next partner"),
    Act.CLOSE: to_say("Close the vote"),
    Act.CLOSE_SHORT: to_say("Close the vote"),
    Act.EXPLAIN: to_say("Close the vote"),
    Act.REVEAL: to_say("Reveal"),
    Act.GO_ON: to_say("Go on"),
    Act.SAVE: to_say("Save the summary as PDF…"),
}
_CLOSING = frozenset({Act.CLOSE, Act.CLOSE_SHORT, Act.EXPLAIN})
_SENTENCES = {
    Act.SHOW_AGAIN: to_say("show the room the stage again"),
    Act.MORE: to_say("show the rest of this"),
    Act.OPEN: to_say("open the vote"),
    Act.BALLOT: to_say("the ballot on the laptop"),
    Act.TAKE: to_say("key the ballots in"),
    Act.COUNT_PARTNER: to_say("count the next partner"),
    Act.CLOSE: to_say("close the vote"),
    Act.CLOSE_SHORT: to_say("close the vote"),
    Act.EXPLAIN: to_say("say why more is in than people in the room"),
    Act.REVEAL: to_say("reveal the result"),
    Act.GO_ON: to_say("go on"),
    Act.SAVE: to_say("save the summary as PDF"),
}


def button_words(thing: NextThing, here: StepKind) -> str:
    """Return what the main button of a page says."""
    traits, to = thing.channel.traits, thing.step.kind if thing.step is not None else None
    if to is StepKind.STATEMENT and here in (StepKind.WELCOME, StepKind.SINCE):
        return say("Begin with the first statement")
    if to is StepKind.CLOSE:
        return say("Go on to the close")
    if thing.act is Act.TAKE and traits.counted:
        return say("Count the hands")
    if thing.act is Act.COUNT_PARTNER:
        partner = part_name(thing.partner)
        counted = traits.counted
        return say("Count {partner}", partner=partner) if counted else _ballots_of(partner)
    if thing.act in _CLOSING and traits.seen_by_all:
        return say("Close and reveal")
    return said(_BUTTONS[thing.act])


def _ballots_of(partner: str | Phrase) -> str:
    return say("Ballots of {partner}", partner=partner)


def next_words(thing: NextThing, framework: Framework) -> str:
    """Return what comes next as a sentence, such as "Next: open the vote."."""
    if thing.act is Act.SHOW_AGAIN:
        return say("The room sees black. Next: show it the stage again.")
    if thing.is_pressed_twice:
        return say_count(
            "Next: close the vote. {n} of {people} is not in, so it wants two presses.",
            "Next: close the vote. {n} of {people} are not in, so it wants two presses.",
            thing.missing,
            people=thing.people,
        )
    return say("Next: {thing}.", thing=_in_sentence(thing, framework))


def after_words(thing: NextThing | None, now: NextThing, framework: Framework) -> str:
    """Return what comes after the next thing as a sentence, "" at the end of the day."""
    if thing is None:
        return ""
    if thing.act is Act.CLOSE and now.people > 1:
        return say("Once all {people} are in: close the vote.", people=now.people)
    return say("After that: {thing}.", thing=_in_sentence(thing, framework))


def again_words(thing: NextThing) -> str:
    """Return what is said once a vote with people missing was asked to be closed."""
    return say_count(
        "{n} of {people} is not in. Press again to close.",
        "{n} of {people} are not in. Press again to close.",
        thing.missing,
        people=thing.people,
    )


def leaving_words(thing: NextThing) -> str:
    """Return what is said once an open vote was asked to be left."""
    return say(
        "The vote here is open, {n} of {people} are in. Press again to leave it open.",
        n=thing.people - thing.missing,
        people=thing.people,
    )


def missing_reason(missing: int) -> Phrase:
    """Return the reason that is kept where a vote was closed with people missing."""
    return count_phrase("One did not rate", "{n} did not rate", missing)


def _in_sentence(thing: NextThing, framework: Framework) -> Phrase:
    traits = thing.channel.traits
    if thing.act is Act.GO_ON and thing.step is not None:
        return phrase("go on to “{step}”", step=step_name(framework, thing.step))
    if thing.act is Act.TAKE and traits.counted:
        return phrase("count the hands")
    if thing.act is Act.COUNT_PARTNER:
        words = to_say("count {partner}") if traits.counted else to_say("the ballots of {partner}")
        return Phrase(words, fields={"partner": part_name(thing.partner)})
    if thing.act is Act.OPEN and traits.on_stage:
        return phrase("open the vote, the ballot on the laptop")
    if thing.act in {Act.CLOSE, Act.CLOSE_SHORT} and traits.seen_by_all:
        return phrase("close the vote and reveal it")
    return Phrase(_SENTENCES[thing.act])
