"""macOS: its own program `caffeinate` runs as long as the display shall stay awake."""

from __future__ import annotations

import os
import subprocess

COMMAND = ("/usr/bin/caffeinate", "-d", "-i", "-w")
"""Display and idle sleep are held off until the process named last ends, if nobody stops it."""


class Caffeinate:
    """Way by a helper process."""

    def __init__(self, command: tuple[str, ...] = (*COMMAND, str(os.getpid()))) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def hold(self, _reason: str) -> bool:
        """Start the program, once."""
        if self._process is None:
            try:
                self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL)  # noqa: S603
            except OSError:
                return False
        return self._process.poll() is None

    def let_go(self) -> None:
        """Stop the program."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
            self._process = None
