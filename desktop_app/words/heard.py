"""What to do about a screen reader's key echo before a vote in which keys are secret."""

from __future__ import annotations

from desktop_app.domain.channels import Channel
from desktop_app.domain.texts import to_say

from .speech import said

_HEARD = {
    Channel.HANDS: "",
    Channel.FILE: "",
    Channel.TURNS: to_say(
        "A screen reader is on, and it says each key aloud. At the ballot people therefore choose "
        "with the arrows and Enter, with the mouse or by touch; digits are not taken there. "
        "Somebody who does not see the screen can vote by ear: press H at the ballot."
    ),
    Channel.NUMBER_KEYS: to_say(
        "A screen reader is on, and it says each key aloud: the room would hear every press. "
        "Switch its key echo off, or let people vote another way."
    ),
    Channel.PAPER: to_say(
        "A screen reader is on, and it says each key aloud: the room would hear what you key in. "
        "Switch its key echo off, or key the sheets in where nobody hears it."
    ),
}


def heard_line(channel: Channel) -> str:
    """Return what the facilitator should know of key echo; "" where no key is secret."""
    line = _HEARD[channel]
    return said(line) if line else ""
