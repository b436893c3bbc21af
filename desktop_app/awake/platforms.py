"""Which way this platform has."""

from __future__ import annotations

import sys

from .keeper import Way


class NoWay:
    """A platform that is not known: nothing is held off, and that is said."""

    def hold(self, _reason: str) -> bool:
        """Hold nothing off."""
        return False

    def let_go(self) -> None:
        """Give nothing back."""


def way_here() -> Way:
    """Return the way of this platform; its libraries are loaded when it is first used."""
    ways = {"win32": _windows, "darwin": _macos, "linux": _linux}
    return ways.get(sys.platform, NoWay)()


def _windows() -> Way:
    from .windows import ExecutionState  # noqa: PLC0415 - only there

    return ExecutionState()


def _macos() -> Way:
    from .macos import Caffeinate  # noqa: PLC0415 - only there

    return Caffeinate()


def _linux() -> Way:
    from .desktop_bus import DesktopBus  # noqa: PLC0415 - only there

    return DesktopBus()
