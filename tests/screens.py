"""Screens for the offscreen platform: plug them in and out while the application runs.

Knows Qt's offscreen plugin from inside and nothing of Roundtable. Import it where Qt is wanted.

The plugin takes its screens from a JSON file at start, or at any time through a function that its
native interface hands out by name. PySide6 does not wrap that interface, so it is called by ctypes.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import PySide6
import shiboken6
from PySide6.QtCore import QByteArray, QJsonDocument, QLibraryInfo
from PySide6.QtGui import QGuiApplication

# Virtual functions of QObject come first in the table; the one wanted is the next.
NATIVE_RESOURCE_SLOT = 12


@dataclass(frozen=True)
class Screen:
    """A screen; its name is its identity. dpr cannot change while the name stays."""

    name: str
    x: int = 0
    y: int = 0
    width: int = 1366
    height: int = 768
    dpr: float = 1.0
    logicalDpi: int = 96  # noqa: N815 - the plugin's word
    logicalBaseDpi: int = 96  # noqa: N815 - the plugin's word


LAPTOP = Screen("laptop")
PROJECTOR = Screen("projector", x=1366, width=1920, height=1080)


def platform_with(folder: Path, *screens: Screen) -> str:
    """Return the QT_QPA_PLATFORM value that starts another process with these screens."""
    file = folder / "screens.json"
    file.write_bytes(_as_json(screens))
    return f"offscreen:configfile={file}"


def set_screens(*screens: Screen) -> None:
    """Make these the screens of this process, by name: the missing go, the new are added."""
    gone = [
        s.name() for s in QGuiApplication.screens() if s.name() not in {n.name for n in screens}
    ]
    if screens and len(gone) == len(QGuiApplication.screens()):
        _configure(_as_json((*_current(), *screens)))  # never a moment without any screen
    _configure(_as_json(screens))
    QGuiApplication.processEvents()


def can_set_screens() -> bool:
    """Tell whether this platform lets set_screens work."""
    return QGuiApplication.platformName() == "offscreen" and sys.platform == "linux"


def _current() -> tuple[Screen, ...]:
    return tuple(
        Screen(
            screen.name(),
            screen.geometry().x(),
            screen.geometry().y(),
            screen.geometry().width(),
            screen.geometry().height(),
            screen.devicePixelRatio(),
        )
        for screen in QGuiApplication.screens()
    )


def _as_json(screens: tuple[Screen, ...]) -> bytes:
    return json.dumps({"screens": [asdict(screen) for screen in screens]}).encode()


def _configure(configuration: bytes) -> None:
    document = QJsonDocument.fromJson(configuration)
    json_object = ctypes.c_void_p()  # a QJsonObject is one pointer; its constructor fills it
    to_object = _function("Core", "_ZNK13QJsonDocument6objectEv", None, 2)
    to_object(ctypes.byref(json_object), shiboken6.getCppPointer(document)[0])
    native, set_configuration = _native_interface()
    set_configuration(ctypes.addressof(json_object), native)


@cache
def _native_interface() -> tuple[int, Callable[[int, int], None]]:
    native = _function(
        "Gui", "_ZN15QGuiApplication23platformNativeInterfaceEv", ctypes.c_void_p, 0
    )()
    table = ctypes.cast(native, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    resource = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)(
        table[NATIVE_RESOURCE_SLOT]
    )
    name = QByteArray(b"setConfiguration")
    address = resource(native, shiboken6.getCppPointer(name)[0])
    return native, ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)(address)


def _function(library: str, symbol: str, result: object, arguments: int) -> Any:
    function = getattr(_library(library), symbol)
    function.restype = result
    function.argtypes = [ctypes.c_void_p] * arguments
    return function


@cache
def _library(name: str) -> ctypes.CDLL:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    if not (folder / f"libQt6{name}.so.6").exists():
        folder = Path(PySide6.__file__).parent / "Qt" / "lib"
    return ctypes.CDLL(str(folder / f"libQt6{name}.so.6"))
