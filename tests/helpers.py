"""Helpers that several test folders share; nothing here imports Qt until it is called."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent


def run_python(
    *arguments: str | Path, timeout: float = 120, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run this Python in the checkout, with more environment; give its output and exit status."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def run_roundtable(
    *arguments: str | Path, timeout: float = 120, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the application as `roundtable ARGUMENTS` would."""
    return run_python("-m", "desktop_app", *arguments, timeout=timeout, **environment)


def another_library(made: Path, folder: Path) -> Path:
    """Give a library like one that was closed, known on this computer as that one is."""
    from desktop_app.bootstrap import _marks

    shutil.copytree(made, folder)
    marks = _marks()
    if known := marks.workshops_in(made):
        marks.remember(folder, known, marks.latest_in(made))
    return folder


def is_freed_when_closed(make: Callable[[], QWidget]) -> bool:
    """Tell whether closing a window frees it without the help of the cyclic collector.

    It must delete itself on close (WA_DeleteOnClose), and nothing may hold it: no lambda connected
    to a signal, no partial with self in it, no reference back from a child.
    """
    from tests.leftovers import deliver_deletes

    gc.collect()
    gc.disable()
    try:
        window = make()
        watch = weakref.ref(window)
        window.show()
        window.close()
        deliver_deletes()
        del window
        return watch() is None
    finally:
        gc.enable()
