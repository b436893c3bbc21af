"""Linux: the desktop's services are asked over D-Bus, each that there is.

On a connection of our own: what a service holds for us it frees when that closes, as it does when
the process is killed. PySide6's QtDBus cannot send the unsigned numbers that letting go needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.io.blocking import DBusConnection

SECONDS = 2.0
"""How long a service may take to answer."""
SUSPEND_AND_IDLE = 4 | 8
PORTAL = "org.freedesktop.portal.Desktop"


@dataclass(frozen=True, slots=True)
class _Service:
    """A service that gives a cookie for what it holds off."""

    name: str
    path: str
    interface: str


SERVICES = (
    _Service(
        "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
    ),
    _Service(
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)


class DesktopBus:
    """Way by ScreenSaver and PowerManagement; by the portal where there is neither."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._connection: DBusConnection | None = None
        self._ways_back: list[Message] = []

    def hold(self, reason: str) -> bool:
        """Ask every service once; return whether one holds something off."""
        if self._connection is None and not self._connect():
            return False
        if not self._ways_back:
            for service in SERVICES:
                self._ask(service, reason)
        if not self._ways_back:
            self._ask_portal(reason)
        if not self._ways_back:
            self.let_go()
        return bool(self._ways_back)

    def let_go(self) -> None:
        """Give every cookie back and close the connection, which frees what else is held."""
        for message in self._ways_back:
            self._call(message)
        self._ways_back.clear()
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _connect(self) -> bool:
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._connection = open_dbus_connection()
        except (OSError, LookupError, ValueError, RuntimeError, StopIteration):
            return False  # no bus, or none that lets us in
        return True

    def _ask(self, service: _Service, reason: str) -> None:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(service.path, service.name, service.interface)
        told = self._call(new_method_call(address, "Inhibit", "ss", ("Roundtable", reason)))
        if told is not None:
            self._ways_back.append(new_method_call(address, "UnInhibit", "u", told[:1]))

    def _ask_portal(self, reason: str) -> None:
        from jeepney import DBusAddress, new_method_call

        address = DBusAddress(
            "/org/freedesktop/portal/desktop", PORTAL, "org.freedesktop.portal.Inhibit"
        )
        wish = ("", SUSPEND_AND_IDLE, {"reason": ("s", reason)})
        told = self._call(new_method_call(address, "Inhibit", "sua{sv}", wish))
        if told is not None:
            request = DBusAddress(told[0], PORTAL, "org.freedesktop.portal.Request")
            self._ways_back.append(new_method_call(request, "Close"))

    def _call(self, message: Message) -> tuple[Any, ...] | None:
        """Return what a service answers, or None where it is not there, refuses or is too slow."""
        from jeepney import MessageType

        if self._connection is None:
            return None
        try:
            reply = self._connection.send_and_get_reply(message, timeout=self._seconds)
        except OSError:  # TimeoutError among them
            return None
        if reply.header.message_type is MessageType.error:
            return None
        return tuple(reply.body)
