"""What screens there are beside the console's: none, one that mirrors it, or a projector.

The one place that says so; must not know what is shown on them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QScreen


class Arrangement(Enum):
    """What the room can see: the console's only screen, its mirror, or a screen of its own."""

    ONE_SCREEN = "one"
    MIRRORED = "mirrored"
    PROJECTOR = "projector"


@dataclass(frozen=True, slots=True)
class ScreenChoice:
    """A screen on which the stage can be: its name, who made it, its size in real pixels."""

    name: str
    make: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ProjectorState:
    """The screen for the room: whether there is one, its name and its size in real pixels.

    `mirrored`: another screen shows what the console's shows. `choices`: the
    screens on which the stage can be, where there are several.
    """

    connected: bool
    name: str = ""
    width: int = 0
    height: int = 0
    mirrored: bool = False
    choices: tuple[ScreenChoice, ...] = ()

    @property
    def arrangement(self) -> Arrangement:
        """Return what the room can see."""
        if self.connected:
            return Arrangement.PROJECTOR
        return Arrangement.MIRRORED if self.mirrored else Arrangement.ONE_SCREEN

    @property
    def laptop_is_private(self) -> bool:
        """Return whether only those at the laptop see it: the stage is elsewhere, no mirror."""
        return self.connected and not self.mirrored


def screens_beside(own: QScreen, leaving: QScreen | None = None) -> list[QScreen]:
    """Return the screens that show nothing of `own`, one where several show the same.

    Two monitors with the same or overlapping geometry show the same; nothing else tells.
    """
    found: list[QScreen] = []
    for screen in _others(own, leaving):
        if not _shows_any_of(screen, (own, *found)):
            found.append(screen)
    return found


def is_mirrored(own: QScreen, leaving: QScreen | None = None) -> bool:
    """Return whether another screen shows something of `own`."""
    return any(_shows_any_of(screen, (own,)) for screen in _others(own, leaving))


def preferred(screens: Iterable[QScreen], name: str) -> QScreen | None:
    """Return the screen of that name, else the first, or None where there is none."""
    found = list(screens)
    return next((screen for screen in found if screen.name() == name), next(iter(found), None))


def look(own: QScreen, preferred_name: str, leaving: QScreen | None = None) -> ProjectorState:
    """Return what is known of the screens beside `own` now."""
    beside, mirrored = screens_beside(own, leaving), is_mirrored(own, leaving)
    projector = preferred(beside, preferred_name)
    if projector is None:
        return ProjectorState(connected=False, mirrored=mirrored)
    size = real_size(projector)
    return ProjectorState(
        True,
        projector.name(),
        size.width(),
        size.height(),
        mirrored,
        tuple(_choice(screen) for screen in beside) if len(beside) > 1 else (),
    )


def real_size(screen: QScreen) -> QSize:
    """Return a screen's size in real pixels."""
    ratio, size = screen.devicePixelRatio(), screen.size()
    return QSize(round(size.width() * ratio), round(size.height() * ratio))


def _choice(screen: QScreen) -> ScreenChoice:
    size = real_size(screen)
    make = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    return ScreenChoice(screen.name(), make, size.width(), size.height())


def _others(own: QScreen, leaving: QScreen | None) -> list[QScreen]:
    return [screen for screen in QGuiApplication.screens() if screen not in (own, leaving)]


def _shows_any_of(screen: QScreen, shown: Iterable[QScreen]) -> bool:
    return any(screen.geometry().intersects(one.geometry()) for one in shown)
