"""What a screen reader hears, asked over AT-SPI on a session bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import ROOT

SYSTEM_PYTHON = Path("/usr/bin/python3")


def _can_listen() -> bool:
    if not (SYSTEM_PYTHON.exists() and shutil.which("dbus-run-session")):
        return False
    asked = [str(SYSTEM_PYTHON), "-c", "import pyatspi"]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


pytestmark = [
    pytest.mark.x11,
    pytest.mark.gui,
    pytest.mark.skipif(not _can_listen(), reason="no dbus-run-session or no python3-pyatspi"),
]


def listened(module: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a module under a session bus on which accessibility can be started."""
    environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment["XDG_RUNTIME_DIR"] = str(runtime)
    command = ["dbus-run-session", "--", sys.executable, "-m", module, str(folder)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=900, check=False
    )


def told_by(module: str, folder: Path) -> list[str]:
    """Return the lines of a module that ran to its end; what Qt says of it all is left out."""
    done = listened(module, folder)
    told = [line for line in done.stdout.splitlines() if not line.startswith("SpiRegistry")]
    assert done.returncode == 0, done.stdout + done.stderr[-3000:]
    return told


def test_every_control_has_a_name(tmp_path: Path) -> None:
    assert told_by("tests.x11.spoken_walk", tmp_path) == ["walked"]


def test_a_turn_by_ear_is_heard_and_a_turn_as_everybodys_is_not(tmp_path: Path) -> None:
    assert told_by("tests.x11.spoken_turns", tmp_path) == ["heard"]
