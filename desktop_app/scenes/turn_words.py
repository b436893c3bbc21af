"""What the screen says to the person whose turn it is, in the language of the scene.

The turn goes on within one scene, so its words are made here, beside the scene's own, and in the
same language. Knows no window and no key.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.words.speech import say, say_as, say_count

from .door import in_its_language
from .priority_scenes import DotsOpen
from .scene import Card, Scene, VoteOpen


@dataclass(frozen=True, slots=True)
class Strip:
    """What the screen says to the person whose turn it is; `button` is "" for none."""

    sentence: str = ""
    button: str = ""
    key: str = ""


SILENT = Strip()


@in_its_language
def strip_for(
    scene: Scene, picked: int | None = None, *, thanks: bool = False, group: str = ""
) -> Strip:
    """Return what is said while one person after another picks a card."""
    if isinstance(scene, DotsOpen):
        return dots_strip(scene)
    if not isinstance(scene, VoteOpen) or not scene.takes_turns:
        return SILENT
    return _vote_strip(scene, picked, thanks=thanks, group=group)


def _vote_strip(scene: VoteOpen, picked: int | None, *, thanks: bool, group: str) -> Strip:
    if scene.full:
        return Strip(_everybody() if scene.present else say("Nobody is in the room to vote."))
    card = next((card for card in scene.cards if card.point == picked), None)
    if card is not None:
        sentence = say(
            "Your choice: {point} {label}. Press Enter to confirm, or pick another.",
            point=card.point,
            label=card.label,
        )
        return Strip(sentence, _confirm(), _enter())
    return Strip(_invitation(scene, thanks=thanks, group=group))


def _invitation(scene: VoteOpen, *, thanks: bool, group: str) -> str:
    if group:
        return say("You rate for {group}. Press a number, or click or touch a card.", group=group)
    if thanks:
        return _thanks()
    if scene.groups:
        return say("Your turn: first pick the partner you are from.")
    return say("Your turn: press a number, or click or touch a card.")


@in_its_language
def partner_face(scene: VoteOpen) -> VoteOpen:
    """Return an open vote as a person sees it before they have picked their partner."""
    cards = tuple(Card(n, label, "") for n, label in enumerate(scene.groups, start=1))
    return replace(scene, sentence=say("Which partner are you from?"), cards=cards)


@in_its_language
def dots_strip(scene: Scene | None, placed: int = 0, *, thanks: bool = False) -> Strip:
    """Return what is said while one person after another places dots."""
    if not isinstance(scene, DotsOpen) or not scene.takes_turns:
        return SILENT
    return _dots_strip(scene, placed, thanks=thanks)


def _dots_strip(scene: DotsOpen, placed: int, *, thanks: bool) -> Strip:
    if scene.full:
        return Strip(_everybody())
    if placed >= scene.dots_each:
        sentence = say_count(
            "Your dot is placed. Enter confirms, Backspace takes one back.",
            "All {n} dots are placed. Enter confirms, Backspace takes one back.",
            scene.dots_each,
        )
        return Strip(sentence, _confirm(), _enter())
    if placed:
        sentence = say_count(
            "{left} of {n} left. A number places the next, Backspace takes one back.",
            "{left} of {n} left. A number places the next, Backspace takes one back.",
            scene.dots_each,
            left=scene.dots_each - placed,
        )
        return Strip(sentence, say("Done"), _enter())
    if thanks:
        return Strip(_thanks())
    return Strip(
        say_count(
            "Your turn: place your dot. Press a number, or click or touch an action.",
            "Your turn: place your {n} dots. Press a number, or click or touch an action.",
            scene.dots_each,
        )
    )


def _everybody() -> str:
    return say("Everybody is in.")


def _thanks() -> str:
    return say("Thank you. Next person, please.")


def _confirm() -> str:
    return say("Confirm")


def _enter() -> str:
    return say_as("key", "Enter")
