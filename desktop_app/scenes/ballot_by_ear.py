"""What is said in the headphones to a person who votes by ear, and what the screen says meanwhile.

Whoever cannot see the screen cannot see either who looks at it: so the screen shows no choice of
theirs, only that somebody votes by ear. Knows no window and no key.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum

from desktop_app.words.speech import say, say_as, say_count

from .ballot import LaptopBallot
from .ballot_words import HandOver, hand_over_words
from .door import in_its_language


class Ear(Enum):
    """How far a turn by ear is.

    HEADPHONES: they are to be put on. PARTNER: the person's partner is picked. TURN: it is under
    way. OVER: it has ended, and what came of it is said.
    """

    OFF = "off"
    HEADPHONES = "headphones"
    PARTNER = "partner"
    TURN = "turn"
    OVER = "over"


# -- on the screen ------------------------------------------------------------------------------


def screen_words(ballot: LaptopBallot, ear: Ear, *, thanks: bool, offered: bool) -> HandOver:
    """Return what the screen says between two turns, and before and in one by ear."""
    if ear in (Ear.OFF, Ear.OVER):
        return hand_over_words(ballot, thanks=thanks, by_ear=offered)
    return _by_ear(ballot, ear)


@in_its_language
def _by_ear(ballot: LaptopBallot, ear: Ear) -> HandOver:
    before = ear is Ear.HEADPHONES
    return HandOver(
        title=say("By ear: plug in headphones first.") if before else say("A vote by ear"),
        about=_about(before=before),
        question=_question(ear),
        begin=say("Begin by ear") if before else "",
        key=say_as("key", "Enter") if before else "",
        other=say("Go back") if before else "",
        other_key=say_as("key", "Backspace") if before else "",
        count=ballot.count_text,
        way_back=say("Facilitator: hold Esc, or press and hold here, to come back"),
    )


def _about(*, before: bool) -> str:
    if before:
        return say(
            "The screen reader says the choices and what is chosen, and its voice comes out of "
            "this laptop. Go on once only the person who votes hears it."
        )
    return say("The choices are said in the headphones only. This screen shows none of them.")


def _question(ear: Ear) -> str:
    if ear is Ear.HEADPHONES:
        return say("Does the room hear the voice? Then do not begin: Backspace goes back.")
    return say("Arrows lead on, Enter chooses, Backspace goes back.")


# -- in the headphones --------------------------------------------------------------------------


@in_its_language
def spoken_before(_ballot: LaptopBallot) -> str:
    """Return what is said first: whoever else hears it knows that the headphones are missing."""
    return say(
        "Vote by ear. If the room can hear this voice, plug in headphones first. Enter begins, "
        "Backspace goes back."
    )


@in_its_language
def spoken_partner(ballot: LaptopBallot, place: int | None) -> str:
    """Return the partner at a place, from 1, or the question for it."""
    if place is None:
        return say(
            "Which partner are you from? The arrows lead from partner to partner, Enter chooses."
        )
    partner = ballot.partners[place - 1]
    return say("{partner}, {people}", partner=partner.label, people=partner.words)


@in_its_language
def spoken_turn(
    ballot: LaptopBallot,
    partner: str,
    chosen: tuple[int, ...],
    marked: int | None,
    *,
    at_confirm: bool = False,
) -> str:
    """Return where the person is in their turn: the question, a choice, or what they chose."""
    if ballot.dots_each:
        return _dots(ballot, chosen, marked, at_confirm=at_confirm)
    if marked is not None:
        return _card(ballot, marked)
    return _chosen(ballot, chosen[0]) if chosen else _asked(ballot, partner)


def _asked(ballot: LaptopBallot, partner: str) -> str:
    how = say("The arrows lead from choice to choice, Enter chooses.")
    asked = f"{ballot.lead} {ballot.text} {how}"
    return f"{_whose(partner)} {asked}" if partner else asked


def _whose(partner: str) -> str:
    return say("You rate for {partner}.", partner=partner)


def _card(ballot: LaptopBallot, point: int) -> str:
    card = next(card for card in ballot.cards if card.point == point)
    if not card.text:
        return say("{point}, {label}", point=point, label=card.label)
    return say("{point}, {label}: {meaning}", point=point, label=card.label, meaning=card.text)


def _chosen(ballot: LaptopBallot, point: int) -> str:
    label = next(card.label for card in ballot.cards if card.point == point)
    return say(
        "You chose {point}, {label}. Enter confirms. The arrows lead to another choice.",
        point=point,
        label=label,
    )


def _dots(
    ballot: LaptopBallot, chosen: tuple[int, ...], marked: int | None, *, at_confirm: bool
) -> str:
    if at_confirm or (chosen and marked is None):
        return f"{_all_placed(ballot, chosen)} {_left(ballot, chosen)}"
    if marked is None:
        how = say("The arrows lead from action to action, Enter places a dot.")
        return f"{ballot.text} {ballot.lead} {how}"
    return f"{_action(ballot, chosen, marked)} {_left(ballot, chosen)}"


def _action(ballot: LaptopBallot, chosen: tuple[int, ...], marked: int) -> str:
    label = next(card.label for card in ballot.cards if card.point == marked)
    on_it = Counter(chosen)[marked]
    if not on_it:
        return say("{place}, {action}: no dot of yours.", place=marked, action=label)
    return say_count(
        "{place}, {action}: {n} dot of yours.",
        "{place}, {action}: {n} dots of yours.",
        on_it,
        place=marked,
        action=label,
    )


def _all_placed(ballot: LaptopBallot, chosen: tuple[int, ...]) -> str:
    """Return every action with dots, once more before they are confirmed."""
    return " ".join(_action(ballot, chosen, point) for point in sorted(set(chosen)))


def _left(ballot: LaptopBallot, chosen: tuple[int, ...]) -> str:
    left = ballot.dots_each - len(chosen)
    if not left:
        return say("All are placed: Enter confirms, Backspace takes one back.")
    if not chosen:
        return say_count("{n} dot to place.", "{n} dots to place.", left)
    return say_count(
        "{n} dot left. Beyond the last action Enter confirms.",
        "{n} dots left. Beyond the last action Enter confirms.",
        left,
    )


@in_its_language
def spoken_after(ballot: LaptopBallot, *, thanks: bool, unsure: bool = False) -> str:
    """Return what is said at the end; it holds nothing of the choice.

    `unsure`: what was confirmed is not known to be stored.
    """
    if unsure:
        return say("This turn is over. Please ask whether your ballot is in: it may not be.")
    if not thanks:
        return say("This turn is over. Nothing was taken, and nothing is kept of it.")
    if ballot.dots_each:
        return say("Thank you. Your dots are in, and nothing is kept of how you placed them.")
    return say("Thank you. Your rating is in, and nothing of it is left here.")
