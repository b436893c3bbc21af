"""The notices of the system's libraries that PyInstaller copies, by Debian's package of each."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

DOCUMENTS = Path("/usr/share/doc")


def write(program: Path, target: Path) -> list[str]:
    """Copy what Debian says of each package that a library comes from; return what has none."""
    target.mkdir(parents=True)
    unknown = []
    for name in sorted(_copied(program)):
        package = _package_of(name)
        if package is None:
            unknown.append(name)
        else:
            shutil.copyfile(DOCUMENTS / package / "copyright", target / f"{package}.txt")
    return unknown


def _copied(program: Path) -> set[str]:
    """Return the libraries that come neither with a wheel nor with Python's own build."""
    files = program.joinpath("_internal").glob("lib*.so.*")
    return {path.name for path in files if not (path.is_symlink() or "python" in path.name)}


def _package_of(library: str) -> str | None:
    """Return the package that a library on this machine belongs to."""
    for folder in ("/usr/lib", "/lib"):  # one is a link to the other, and dpkg knows either
        pattern = f"{folder}/x86_64-linux-gnu/{library}"
        command = ["dpkg-query", "--search", pattern]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(":")[0]
    return None
