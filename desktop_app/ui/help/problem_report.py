"""What is told of this laptop to whoever looks into a problem: no titles, names, notes or votes.

The log holds tracebacks and sentences that may quote what people typed. Only what cannot is taken
from it: when and where something was logged, places in the code, and names of errors.
"""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from desktop_app import __version__

LINES: Final = 400
MOST_BYTES: Final = 400_000
_RECORD = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ (\w+) ([\w.]+): ")
_PLACE = re.compile(r'\s+File "([^"]+)", line (\d+), in (\S+)')
_ERROR = re.compile(r"([A-Za-z_][\w.]*(?:Error|Exception|Problem|Exit|Interrupt|Warning))(?::.*)?")
_NATIVE = re.compile(r"(Fatal Python error|Current thread|Thread) [\w :()]*")


def problem_report(log_folder: Path) -> str:
    """Return version, platform, screens and the log's places, a line each."""
    return "\n".join([*_about(), "", *_log(log_folder)]) + "\n"


def _about() -> Iterator[str]:
    yield f"Roundtable {__version__}"
    yield f"{QSysInfo.prettyProductName()}, {QSysInfo.kernelType()} {QSysInfo.kernelVersion()}"
    yield f"Python {platform.python_version()}, Qt {qVersion()}"
    yield QSysInfo.currentCpuArchitecture()
    yield f"{QGuiApplication.platformName()}, {QLocale.system().name()}"
    for screen in QGuiApplication.screens():
        size = screen.size()
        yield f"{size.width()} x {size.height()}, {screen.devicePixelRatio():.2f}"


def _log(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.log*")):
        yield f"[{path.name}]"
        yield from _tellable(_last_lines(path))


def _last_lines(path: Path) -> list[str]:
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - MOST_BYTES))
            return file.read().decode("utf-8", "replace").splitlines()[-LINES:]
    except OSError:
        return []


def _tellable(lines: Iterable[str]) -> Iterator[str]:
    """Yield of each line what no person can have typed, or nothing."""
    for line in lines:
        if record := _RECORD.match(line):
            yield " ".join(record.groups())
        elif place := _PLACE.match(line):
            path, number, name = place.groups()
            yield f"  {_short(path)}:{number} {name}"
        elif error := _ERROR.fullmatch(line):
            yield f"  {error.group(1)}"
        elif native := _NATIVE.match(line):
            yield native.group(0).strip()


def _short(path: str) -> str:
    """Return the end of a path: what is before it may name a person."""
    parts = re.split(r"[\\/]", path)
    return "/".join(parts[-3:])
