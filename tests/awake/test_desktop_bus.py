"""Linux: what is asked of a desktop's services, given back, freed after a crash, or not there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.helpers import run_python

if sys.platform != "linux":
    pytest.skip("D-Bus is Linux's", allow_module_level=True)

from desktop_app.awake.desktop_bus import DesktopBus

from .bus import Service, private_bus

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
POWER = "org.freedesktop.PowerManagement"
PORTAL = "org.freedesktop.portal.Desktop"
Serve = Callable[..., Service]


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def serve(bus: str) -> Iterator[Serve]:
    running: list[Service] = []

    def begin(name: str, *, answers: bool = True) -> Service:
        running.append(Service(bus, name, answers=answers))
        return running[-1]

    yield begin
    for service in running:
        service.close()


@pytest.mark.parametrize("name", [SCREEN_SAVER, POWER])
def test_a_service_holds_off_until_it_is_let_go(serve: Serve, name: str) -> None:
    service, way = serve(name), DesktopBus()
    assert way.hold("A workshop is on the screen")
    assert list(service.held.values()) == [("Roundtable", "A workshop is on the screen")]
    way.let_go()
    assert service.held == {}


def test_every_service_that_there_is_is_asked_once(serve: Serve) -> None:
    services, way = [serve(SCREEN_SAVER), serve(POWER), serve(PORTAL)], DesktopBus()
    assert way.hold("Because")
    assert way.hold("Because")
    assert [len(service.held) for service in services] == [1, 1, 0], "the portal is the last resort"
    way.let_go()
    assert [len(service.held) for service in services] == [0, 0, 0]
    assert way.hold("Because")
    assert [len(service.held) for service in services] == [1, 1, 0]
    way.let_go()


def test_the_portal_is_asked_where_there_is_nothing_else(serve: Serve) -> None:
    portal, way = serve(PORTAL), DesktopBus()
    assert way.hold("Because")
    assert list(portal.held.values()) == [("", 12, {"reason": ("s", "Because")})]
    way.let_go()
    assert portal.held == {}


def test_what_a_killed_process_held_is_freed(serve: Serve) -> None:
    service = serve(SCREEN_SAVER)
    killed = run_python(
        "-c",
        "import os; from desktop_app.awake.desktop_bus import DesktopBus\n"
        "assert DesktopBus().hold('Because')\nos.kill(os.getpid(), 9)",
    )
    assert killed.returncode == -9
    assert service.freed.wait(10)
    assert service.held == {}


def test_a_bus_with_no_such_service_holds_nothing_off(bus: str) -> None:
    way = DesktopBus()
    assert not way.hold("Because")
    way.let_go()


def test_a_service_that_never_answers_is_waited_for_only_so_long(serve: Serve) -> None:
    serve(SCREEN_SAVER, answers=False)
    power, way = serve(POWER), DesktopBus(seconds=0.1)
    assert way.hold("Because")
    assert len(power.held) == 1
    way.let_go()


@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/at/all", "tcp:host=a", "nonsense"])
def test_without_a_bus_nothing_is_held_off(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert not DesktopBus().hold("Because")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert not DesktopBus().hold("Because")


def test_a_bus_that_goes_away_is_no_trouble(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        service, way = Service(address, SCREEN_SAVER), DesktopBus()
        assert way.hold("Because")
        service.close()
    way.let_go()
