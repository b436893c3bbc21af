"""PySide6 as it ships, for the bare window to start on, though set-up unpacked the installed one.

Set-up puts PySide6's signature package beside its library, which makes every start on it faster,
the baseline's too. So the baseline has a copy of its own, kept in `.venv`: hard links where the
disk has them, because it is 230 MB.
"""

from __future__ import annotations

import filecmp
import importlib.util
import os
import shutil
from pathlib import Path

from tests.helpers import ROOT

from .processes import Processes

BARE = "tests.benchmarks.bare_window"
COPY = ROOT / ".venv" / "pyside-as-it-ships"
PACKAGES = ("PySide6", "shiboken6")
UNPACKED = "files.dir"


def bare_start(processes: Processes) -> float:
    """Return the milliseconds from the start until an empty window is painted."""
    return _as_it_ships(processes).milliseconds_to_print(BARE)


def bare_memory(processes: Processes) -> float:
    """Return the MiB that a process with an empty window holds."""
    return _as_it_ships(processes).number(BARE)


def is_unpacked() -> bool:
    """Tell whether ours starts on a PySide6 whose signature package lies beside its library."""
    return (_installed("shiboken6") / UNPACKED).is_dir()


def _as_it_ships(processes: Processes) -> Processes:
    if not all(_is_copied(name) for name in PACKAGES):
        shutil.rmtree(COPY, ignore_errors=True)
        for name in PACKAGES:
            left_out = shutil.ignore_patterns(UNPACKED)
            shutil.copytree(_installed(name), COPY / name, ignore=left_out, copy_function=_link)
    return processes.with_packages(COPY)


def _is_copied(name: str) -> bool:
    """Tell whether the copy is there and of the installed version, which this file names."""
    mine, theirs = COPY / name / "__init__.py", _installed(name) / "__init__.py"
    return mine.is_file() and filecmp.cmp(mine, theirs, shallow=False)


def _installed(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"{name} is not installed; run the set-up again")
    return Path(spec.origin).parent


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
