"""Asks the process that listens over AT-SPI as a screen reader does."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QProcess

from tests.journeys.driver import wait_for

PATIENCE = 120.0
SYSTEM_PYTHON = "/usr/bin/python3"


class Asked:
    """A script of this folder, under the system's own Python, which has pyatspi."""

    def __init__(self, script: str) -> None:
        self._process = QProcess()
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        path = Path(__file__).with_name(script)
        self._process.start(SYSTEM_PYTHON, [str(path), str(os.getpid())])

    def ask(self, question: str = "now") -> dict[str, Any]:
        """Return what it answers; it asks this process many things first, each over the bus."""
        self._process.write(f"{question}\n".encode())
        wait_for(self._process.canReadLine, "an answer over AT-SPI", PATIENCE)
        return dict(json.loads(bytes(self._process.readLine().data())))

    def end(self) -> None:
        """Let the process end."""
        self._process.closeWriteChannel()
        self._process.waitForFinished()
