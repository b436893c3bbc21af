"""Which shared libraries a folder needs, has for nothing, and takes from the system."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

OF_THE_SYSTEM = {
    "ld-linux-x86-64.so.2": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
}
"""What must fit the machine's own kernel, driver or window server, and Debian's package of it."""

_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_GLIBC = re.compile(r"GLIBC_(\d+)\.(\d+)")
_BY_THE_START = "libpython"  # the starting program opens it by its path
_ELF = b"\x7fELF"


def binaries(folder: Path) -> list[Path]:
    """Return the programs and libraries below a folder."""
    return [path for path in sorted(folder.rglob("*")) if _is_binary(path)]


def needed_by(paths: Iterable[Path]) -> set[str]:
    """Return the names of the libraries that these ask for."""
    return {name for path in paths for name in _NEEDED.findall(_told(path, "--dynamic"))}


def remove_unneeded(folder: Path) -> list[str]:
    """Remove the libraries that nothing needs, until nothing more can go; return their names.

    A library is a file named lib*.so.*: what Python or Qt loads by its path is named otherwise.
    """
    removed: list[str] = []
    while unneeded := _unneeded(folder):
        for path in unneeded:
            path.unlink()
            removed.append(path.name)
    return removed


def missing(folder: Path) -> set[str]:
    """Return what is asked for and lies neither in the folder nor in the system's part."""
    inside = {path.name for path in folder.rglob("*.so*")}
    return needed_by(binaries(folder)) - inside - OF_THE_SYSTEM.keys()


def system_packages(folder: Path) -> set[str]:
    """Return Debian's names of the packages that the folder takes libraries from."""
    return {OF_THE_SYSTEM[n] for n in needed_by(binaries(folder)) if n in OF_THE_SYSTEM}


def least_glibc(folder: Path) -> str:
    """Return the oldest version of the C library with which all of it loads."""
    found = (_GLIBC.findall(_told(path, "--version-info")) for path in binaries(folder))
    newest = max((int(major), int(minor)) for pairs in found for major, minor in pairs)
    return f"{newest[0]}.{newest[1]}"


def _unneeded(folder: Path) -> list[Path]:
    """Return libraries, and links to none, that no binary asks for."""
    wanted = needed_by(binaries(folder))
    found = [path for path in folder.rglob("lib*.so.*") if not path.name.startswith(_BY_THE_START)]
    return [path for path in found if path.name not in wanted or not path.exists()]


def _is_binary(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == _ELF


def _told(path: Path, what: str) -> str:
    command = ["readelf", "--wide", what, str(path)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
