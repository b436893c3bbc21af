"""Asks before the last ballot is taken back; names its partner and never what it says."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.domain.errors import RuleProblem
from desktop_app.ui.dialogs.confirm import ConfirmDialog
from desktop_app.words.speech import say

TOPIC = "vote-trouble"
"""The part of the guide that helps with a ballot that came in wrongly."""


def meanwhile() -> RuleProblem:
    """Return what to say where the last ballot is another one by now."""
    return RuleProblem("Another ballot came in meanwhile. Ask again to take that one back.")


def ask_take_back_dots(window: QWidget, answered: Callable[..., None], subject: object) -> None:
    """Ask; call `answered(True, subject)` where the last dots shall not count."""
    asked = ConfirmDialog.ask(
        window,
        say("Take back the last dots?"),
        say("They are those that came in last. Where they lie is shown to nobody."),
        say("Take the dots back"),
        answered,
        subject=subject,
    )
    asked.help_keys.topic = TOPIC


def ask_take_back(
    window: QWidget, partner: str, answered: Callable[..., None], subject: object
) -> None:
    """Ask; call `answered(True, subject)` where the ballot shall not count."""
    if partner:
        text = say(
            "It came in for {partner}. What it says is shown to nobody, and that person can vote "
            "again.",
            partner=partner,
        )
    else:
        text = say(
            "It is the one that came in last. What it says is shown to nobody, and that person "
            "can vote again."
        )
    asked = ConfirmDialog.ask(
        window,
        say("Take back the last ballot?"),
        text,
        say("Take the ballot back"),
        answered,
        subject=subject,
    )
    asked.help_keys.topic = TOPIC
