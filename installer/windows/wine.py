"""A Windows to compile bytecode in and to try the package in: wine, and two libraries it lacks.

Neither the two libraries nor anything else of wine's is part of what is installed.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .places import HERE, MakingFailed, environment

GCC = "x86_64-w64-mingw32-gcc"
STUBS = ("icuuc", "mscms")
HOUSE = Path("/usr/lib/wine")
"""Debian keeps both programs here, outside of everybody's path."""
OWN = "wine: "
"""With this begins a line by which wine tells of a program that failed, whichever it was."""


@dataclass(frozen=True)
class Wine:
    """A prefix of wine's: its own registry and its own drive C."""

    prefix: Path

    @property
    def drive(self) -> Path:
        """Return drive C."""
        return self.prefix / "drive_c"

    def make(self) -> None:
        """Set the prefix up, where it is not yet; raise MakingFailed without wine."""
        if not (HOUSE / "wine64").exists():
            raise MakingFailed("wine64 is missing. Install Debian's package of that name.")
        if (self.prefix / "ready").exists():
            return
        self.prefix.mkdir(parents=True, exist_ok=True)
        self.run(["wineboot", "-u"], cwd=self.prefix)
        self.settle()
        for name in STUBS:
            target = self.drive / "windows" / "system32" / f"{name}.dll"
            source = HERE / "stubs" / f"{name}.c"
            subprocess.run([GCC, "-shared", "-O1", "-s", "-o", target, source], check=True)
        (self.prefix / "ready").touch()

    def run(
        self,
        command: Sequence[str],
        *,
        cwd: Path | None = None,
        check: bool = True,
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program of Windows to its end; raise MakingFailed where it is to be checked.

        A service that wine starts beside it prints to the same `stderr`, so lines of wine's own
        are left out there.
        """
        process = self.start(command, cwd=cwd, variables=variables)
        printed, told = process.communicate()
        errors = "".join(line for line in told.splitlines(True) if not line.startswith(OWN))
        if check and process.returncode:
            raise MakingFailed(f"{command} ended with {process.returncode}:\n{printed}{errors}")
        return subprocess.CompletedProcess(command, process.returncode, printed, errors)

    def start(
        self,
        command: Sequence[str],
        *,
        cwd: Path | None = None,
        variables: Mapping[str, str] | None = None,
    ) -> subprocess.Popen[str]:
        """Start a program of Windows and return at once."""
        return subprocess.Popen(
            [HOUSE / "wine64", *command],
            cwd=cwd or self.drive,
            env=self.environment(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # Python ends at once where this is a file
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def settle(self) -> None:
        """Wait until all programs of the prefix have ended."""
        self._ask_server("-w")

    def remove(self) -> None:
        """End all programs of the prefix and take it away."""
        self._ask_server("-k")
        shutil.rmtree(self.prefix, ignore_errors=True)

    def _ask_server(self, option: str) -> None:
        subprocess.run([HOUSE / "wineserver64", option], env=self.environment(), check=False)

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Return the variables of a program; wine drops those that begin with QT_."""
        return environment(
            WINEPREFIX=str(self.prefix),
            WINEARCH="win64",
            WINEDEBUG="-all",
            WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d",
            LC_ALL="C.UTF-8",
            **(more or {}),
        )
