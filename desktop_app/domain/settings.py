"""What a person sets once for this laptop, whatever the workshop; plain values with defaults."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[int, int, int, int]
"""A window's left, top, width and height in pixels of the desktop."""


STAGE_TYPES = ("normal", "large", "largest")
"""How large type on the stage can be; larger shows less on a screen."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this laptop.

    `console_dark`: None follows the platform. `stage_dark`: None follows the console. `motion`:
    whether bars grow; a platform that asks for none is heeded in any case. `chime`: a sound when
    everybody has voted. `timer`: the step timer on the console; `stage_timer`: on the stage too.
    `blank_black`: a blank stage is black, rather than of the stage's colour.
    `folder`: where documents went last, or "". `logo`: the picture on printed documents, or "".
    `projector`: the screen that was chosen for the stage where there are several, or "".
    `stage_type`: how large type on the stage is, of STAGE_TYPES.
    `first_steps`: whether home says how a first workshop goes.
    `backup_folder`: where the whole library was copied to last, or ""; `backed_up`: on which
    day, as 2026-11-28.
    `console_place`: where the console's window was, or None where it was never moved.
    """

    console_dark: bool | None = None
    stage_dark: bool | None = None
    motion: bool = True
    chime: bool = True
    timer: bool = True
    stage_timer: bool = False
    blank_black: bool = True
    folder: str = ""
    logo: str = ""
    projector: str = ""
    console_place: Place | None = None
    console_maximised: bool = False
    first_steps: bool = True
    backup_folder: str = ""
    backed_up: str = ""
    stage_type: str = STAGE_TYPES[0]
