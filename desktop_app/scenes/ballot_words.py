"""What the ballot says to the people at the laptop, in the language of the ballot.

A turn goes on within one ballot, so its words are made here, beside the ballot's own. Knows no
window and no key.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.words.speech import say, say_as, say_count

from .ballot import LaptopBallot
from .door import in_its_language


@dataclass(frozen=True, slots=True)
class HandOver:
    """What is said between two people: to the one who leaves, then to the one who comes.

    `begin` is on the button that begins a turn, or "" where a partner begins it or nobody may;
    `other` is on the one that leads to a turn by ear, or back from there.
    """

    title: str
    about: str
    question: str
    begin: str
    key: str
    count: str
    way_back: str
    other: str = ""
    other_key: str = ""


@dataclass(frozen=True, slots=True)
class TurnWords:
    """What is said to the person whose turn it is; `confirm` is "" where there is nothing yet.

    `meaning`: what the chosen point means, for a screen whose cards have no room for it.
    """

    whose: str
    change: str
    at_hand: str
    choice: str
    confirm: str
    key: str
    meaning: str


@in_its_language
def hand_over_words(ballot: LaptopBallot, *, thanks: bool, by_ear: bool = False) -> HandOver:
    """Return what is said between two people; `thanks`: the last ballot is in.

    `by_ear`: a turn by ear is offered.
    """
    begin = not ballot.full and not ballot.partners
    by_ear = by_ear and not ballot.full
    return HandOver(
        title=_title(ballot, thanks=thanks),
        about=_about(ballot, thanks=thanks),
        question=_question(ballot, thanks=thanks),
        begin=say("Begin") if begin else "",
        key=_enter() if begin else "",
        count=ballot.count_text,
        way_back=say("Facilitator: hold Esc, or press and hold here, to come back"),
        other=_by_ear(ballot) if by_ear else "",
        other_key=say_as("key", "H") if by_ear else "",
    )


def _title(ballot: LaptopBallot, *, thanks: bool) -> str:
    if not thanks:
        return _nobody_waits(ballot) if ballot.full else say("One person at a time, please.")
    if ballot.dots_each:
        return say("Thank you. Your dots are in.")
    return say("Thank you. Your rating is in.")


def _by_ear(ballot: LaptopBallot) -> str:
    return say("By ear") if ballot.partners else say("Vote by ear, with headphones")


def _nobody_waits(ballot: LaptopBallot) -> str:
    return say("Everybody is in.") if ballot.present else say("Nobody is in the room to vote.")


def _about(ballot: LaptopBallot, *, thanks: bool) -> str:
    if not thanks:
        return ballot.who_sees
    if ballot.dots_each:
        if ballot.full:
            return say("They no longer show. Everybody is in.")
        return say("They no longer show. Please call the next person.")
    if ballot.full:
        return say("It no longer shows. Everybody is in.")
    return say("It no longer shows. Please call the next person.")


def _question(ballot: LaptopBallot, *, thanks: bool) -> str:
    if ballot.full:
        return say("Please give the laptop back.")
    if ballot.partners:
        if thanks:
            return say("Next person: which partner are you from?")
        return say("First of all: which partner are you from?")
    if ballot.seen:
        return say("Next person: begin when you are ready.") if thanks else say("Begin when ready.")
    if thanks:
        return say("Next person: begin when nobody else sees this screen.")
    return say("Begin when nobody else sees this screen.")


@in_its_language
def turn_words(
    ballot: LaptopBallot, partner: str, chosen: tuple[int, ...], *, by_arrows: bool = False
) -> TurnWords:
    """Return what is said while a person rates, or places dots; `by_arrows`: without digits."""
    confirm = say("Done") if _some_left(ballot, chosen) else say("Confirm")
    return TurnWords(
        whose=say("You rate for {partner}", partner=partner) if partner else "",
        change=_change(ballot, partner, chosen),
        at_hand=ballot.at_hand,
        choice=_choice(ballot, chosen, by_arrows=by_arrows),
        confirm=confirm if chosen else "",
        key=_enter() if chosen else "",
        meaning="" if ballot.dots_each else _meaning(ballot, chosen),
    )


def _meaning(ballot: LaptopBallot, chosen: tuple[int, ...]) -> str:
    card = next((card for card in ballot.cards if card.point in chosen), None)
    if card is None:
        return say("What a point means is said here once you choose it.")
    return say("{label}: {meaning}", label=card.label, meaning=card.text) if card.text else ""


def _choice(ballot: LaptopBallot, chosen: tuple[int, ...], *, by_arrows: bool) -> str:
    if by_arrows and not chosen and ballot.dots_each:
        return say("Choose with the arrows and Enter, or click or touch an action.")
    if by_arrows and not chosen:
        return say("Choose with the arrows, or click or touch a card.")
    return _placed(ballot, len(chosen)) if ballot.dots_each else _picked(ballot, chosen)


def _change(ballot: LaptopBallot, partner: str, chosen: tuple[int, ...]) -> str:
    if ballot.dots_each:
        return say("Take one back") if chosen else ""
    if not partner:
        return ""
    return say("Change") if chosen else say("Change (Backspace)")  # takes the choice back first


def _some_left(ballot: LaptopBallot, chosen: tuple[int, ...]) -> bool:
    return 0 < len(chosen) < ballot.dots_each


def _picked(ballot: LaptopBallot, chosen: tuple[int, ...]) -> str:
    card = next((card for card in ballot.cards if card.point in chosen), None)
    if card is None:
        return say("Press a number, or click or touch a card.")
    return say("You chose {point} {label}", point=card.point, label=card.label)


def _placed(ballot: LaptopBallot, placed: int) -> str:
    if not placed:
        return say("Press a number, or click or touch an action.")
    left = ballot.dots_each - placed
    if not left:
        return say("All are placed. Backspace takes one back.")
    return say_count(
        "{n} dot left. Backspace takes one back.", "{n} dots left. Backspace takes one back.", left
    )


def _enter() -> str:
    return say_as("key", "Enter")
