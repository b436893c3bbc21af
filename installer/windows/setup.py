"""The installer: the made folder, packed by NSIS into one program for the person alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from .places import BUILD, HERE, MakingFailed
from .program import longest_path, size_of, version_of_four

WINDOWS_ALLOWS = 259
SLOW, FAST = "/SOLID lzma", "zlib"
ROOM = 20
"""Megabytes that are asked for beyond the folder's own."""


def make_setup(program: Path, version: str, *, fast: bool) -> Path:
    """Pack a folder; return the installer, which is large where it was made fast."""
    target = BUILD / f"Roundtable-{version}-setup.exe"
    size = size_of(program)
    names = {
        "COMPRESSOR": FAST if fast else SLOW,
        "VERSION": version,
        "NUMBERS": version_of_four(version),
        "OUT": str(target),
        "ICON": BUILD / "launcher" / "roundtable.ico",
        "PROGRAM": program,
        "SIZE_KB": size // 1024,
        "SIZE_MB": size // 1_000_000 + ROOM,
        "LONGEST": longest_folder(program),
    }
    script = HERE / "nsis" / "roundtable.nsi"
    defined = [f"-D{name}={value}" for name, value in names.items()]
    target.unlink(missing_ok=True)
    command = ["makensis", "-V2", "-WX", "-XTarget amd64-unicode", *defined, str(script)]
    done = subprocess.run(command, env={**os.environ, "LC_ALL": "C.UTF-8"}, check=False)
    if done.returncode:
        raise MakingFailed("makensis could not make the installer; its message above says why.")
    sys.stdout.write(f"{target}: {target.stat().st_size / 1e6:.1f} MB\n")
    return target


def longest_folder(program: Path) -> int:
    """Return how long the name of the folder may be into which it is installed."""
    return WINDOWS_ALLOWS - len("\\") - longest_path(program)
