"""A session bus of our own, and services on it that hold something off as a desktop's do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from jeepney import MatchRule, Message, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

CONFIGURATION = """<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus(folder: Path) -> Iterator[str]:
    """Run a bus that starts no service; give its address."""
    file = folder / "bus.conf"
    file.write_text(CONFIGURATION.format(folder=folder), "utf-8")
    command = ["dbus-daemon", f"--config-file={file}", "--nofork", "--print-address=1"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.communicate()


class Service:
    """A service that gives cookies, or handles as the portal does, and frees those of the dead."""

    def __init__(self, address: str, name: str, *, answers: bool = True) -> None:
        self.held: dict[object, tuple[object, ...]] = {}
        self.freed = Event()
        self._answers = answers
        self._owners: dict[object, str] = {}
        self._connection = _connect(address)
        Proxy(message_bus, self._connection).RequestName(name)
        gone = MatchRule(type="signal", interface=message_bus.interface, member="NameOwnerChanged")
        Proxy(message_bus, self._connection).AddMatch(gone)
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Leave the bus."""
        self._connection.sock.shutdown(2)
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while True:
            try:
                self._take(self._connection.receive())
            except OSError:
                return

    def _take(self, message: Message) -> None:
        member = message.header.fields.get(3)
        if message.header.message_type is MessageType.signal:
            if member == "NameOwnerChanged" and not message.body[2]:
                self._free(message.body[0])
        elif self._answers:
            take: dict[str, Callable[[Message], Message]] = {
                "Inhibit": self._inhibit, "UnInhibit": self._let_go, "Close": self._let_go
            }  # fmt: skip
            self._connection.send(take[str(member)](message))

    def _inhibit(self, message: Message) -> Message:
        portal = message.header.fields[8] == "sua{sv}"
        number = 0xFFFF0000 + len(self._owners)  # as large as only an unsigned number can be
        cookie = f"/request/{number}" if portal else number
        self.held[cookie] = tuple(message.body)
        self._owners[cookie] = str(message.header.fields[7])
        return new_method_return(message, "o" if portal else "u", (cookie,))

    def _let_go(self, message: Message) -> Message:
        cookie = message.body[0] if message.body else message.header.fields[1]
        if cookie not in self.held:
            return new_error(message, "org.example.Unknown")
        del self.held[cookie]
        return new_method_return(message)

    def _free(self, owner: str) -> None:
        for cookie, whose in self._owners.items():
            if whose == owner:
                self.held.pop(cookie, None)
                self.freed.set()


def _connect(address: str) -> DBusConnection:
    before = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
    try:
        return open_dbus_connection()
    finally:
        if before is None:
            del os.environ["DBUS_SESSION_BUS_ADDRESS"]
        else:
            os.environ["DBUS_SESSION_BUS_ADDRESS"] = before
