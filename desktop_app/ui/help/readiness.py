"""Whether this laptop is ready for the day: what was looked at, how it stands, and what to do.

Looks and changes nothing. What no program can know (a sound that is heard) is left to the person.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QStorageInfo
from PySide6.QtGui import QScreen
from PySide6.QtPrintSupport import QPrinterInfo

from desktop_app.ui.stage.screens import Arrangement, look
from desktop_app.words.dates import full_date
from desktop_app.words.screens import screen_size
from desktop_app.words.speech import say, say_count

ENOUGH_BYTES = 1_000_000_000
ENOUGH_PERCENT = 80
SUPPLIES = Path("/sys/class/power_supply")


class State(Enum):
    """How something stands."""

    READY = "ready"
    LOOK = "look"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: its name, how it stands, and a sentence on it."""

    name: str
    state: State
    text: str


def findings(
    own: QScreen, projector: str, data_dir: Path, touched: datetime | None
) -> Iterator[Finding]:
    """Yield what is found on this laptop now.

    `touched`: when something in the library was changed last.
    """
    yield _screens(own, projector)
    yield Finding(
        say("Sound"), State.ASK, say("Press “Play the sound”. Can it be heard at the back?")
    )
    yield _printer()
    yield Finding(
        say("Number keys"),
        State.ASK,
        say("For a vote by number keys, press a few on the pad in the field below."),
    )
    yield _disk(data_dir)
    yield _power()
    yield _clock(datetime.now().astimezone(), touched)


def _screens(own: QScreen, projector: str) -> Finding:
    state, name = look(own, projector), say("Second screen")
    if state.arrangement is Arrangement.PROJECTOR and not state.mirrored:
        found = say(
            "A screen for the room is there, {size}.",
            size=screen_size(state.width, state.height),
        )
        return Finding(name, State.READY, found)
    if state.mirrored:
        return Finding(
            name,
            State.LOOK,
            say("Another screen shows the same as this one. Set the display to “extend”."),
        )
    return Finding(
        name,
        State.LOOK,
        say("There is only this screen. Plug the projector in, then look again."),
    )


def _printer() -> Finding:
    name, chosen = say("Printer"), QPrinterInfo.defaultPrinterName()
    if chosen:
        return Finding(name, State.READY, say("{printer} is the usual printer.", printer=chosen))
    return Finding(
        name,
        State.LOOK,
        say("No printer is set up here. Papers can be saved as PDF and printed elsewhere."),
    )


def _disk(data_dir: Path) -> Finding:
    disk, name = QStorageInfo(str(data_dir)), say("Disk")
    free = max(disk.bytesAvailable(), 0)
    gigabytes = round(free / 1e9, 1)
    room = say("{n} GB are free.", n=gigabytes)
    if disk.isReadOnly():
        return Finding(name, State.LOOK, say("The folder of the library cannot be written."))
    if free < ENOUGH_BYTES:
        advice = say("Make room for backups and papers.")
        return Finding(name, State.LOOK, f"{room} {advice}")
    return Finding(name, State.READY, room)


def _power() -> Finding:
    name, (mains, percent) = say("Power"), power()
    if mains is None and percent is None:
        return Finding(name, State.ASK, say("Plug the laptop in, and turn its sleep off."))
    charge = (
        say_count("The battery is at {n} per cent.", "The battery is at {n} per cent.", percent)
        if percent is not None
        else ""
    )
    if mains:
        plugged = say("The laptop is plugged in.")
        return Finding(name, State.READY, f"{plugged} {charge}".strip())
    full = percent is not None and percent >= ENOUGH_PERCENT
    advice = say("It runs on its battery. Bring the power supply for the day.")
    return Finding(name, State.ASK if full else State.LOOK, f"{charge} {advice}".strip())


def power() -> tuple[bool | None, int | None]:
    """Return whether the laptop is plugged in, and its battery in per cent; None if unknown."""
    if sys.platform == "win32":
        return _power_of_windows()
    return _power_of_linux(SUPPLIES)


def _power_of_linux(folder: Path) -> tuple[bool | None, int | None]:
    online = [_read(path) for path in sorted(folder.glob("*/online"))]
    charge = [_read(path) for path in sorted(folder.glob("BAT*/capacity"))]
    percents = [int(text) for text in charge if text.isdecimal()]
    return ("1" in online if online else None), (min(percents) if percents else None)


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, ValueError):
        return ""


def _power_of_windows() -> tuple[bool | None, int | None]:
    import ctypes  # noqa: PLC0415 - only there

    status = (ctypes.c_ubyte * 12)()  # SYSTEM_POWER_STATUS: AC line, flag, per cent, ...
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows it on Windows only
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return None, None
    line, percent = int(status[0]), int(status[2])
    return (line == 1 if line in (0, 1) else None), (percent if percent <= 100 else None)


def _clock(now: datetime, touched: datetime | None) -> Finding:
    name = say("Clock")
    time, day = now.strftime("%H:%M"), full_date(now.date())
    told = say("It says {time} on {day}.", time=time, day=day)
    if touched is not None and touched > now:
        wrong = say("A workshop here was changed later than that: set the clock.")
        return Finding(name, State.LOOK, f"{told} {wrong}")
    asked = say("Is that right?")
    return Finding(name, State.ASK, f"{told} {asked}")
