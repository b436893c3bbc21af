"""Freeze the application into one folder that runs without Python: build/linux/roundtable.

Run by build/package/env's Python with build/package/tools on its path, as build.sh does:

    python -m installer.linux.build_folder [bare]

`bare` freezes a bare window the same way, with which starts are compared.
"""

from __future__ import annotations

import compileall
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

from installer.keep_bytecode import unpack_signatures
from installer.linux import libraries, notices
from installer.linux.places import CHECKOUT, PROGRAM
from installer.release import write_licences

SPEC = Path(__file__).parent / "roundtable.spec"


def freeze(target: Path) -> None:
    """Make the folder anew, with no more in it than is used."""
    shutil.rmtree(target, ignore_errors=True)
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={target.parent}"]
    work = f"--workpath={target.parent.parent / 'work' / target.parent.name}"
    command = [sys.executable, "-m", "PyInstaller", *options, work, str(SPEC)]
    subprocess.run(command, cwd=CHECKOUT, check=True)
    keep_signatures(target / "_internal" / "shiboken6")
    libraries.remove_unneeded(target)
    strip(target)
    if lacking := libraries.missing(target):
        names = ", ".join(sorted(lacking))
        sys.exit(f"These libraries are needed and not installed here: {names}. Install them.")


def add_licences(target: Path) -> None:
    """Put the licences of all that is in it beside the program."""
    folder = target / "licences"
    write_licences.write(folder)
    if unknown := notices.write(target, folder / "system"):
        sys.exit(f"No package on this machine has the libraries {', '.join(unknown)}.")


def keep_signatures(shiboken: Path) -> None:
    """Put PySide6's signature package where it looks, compiled for whatever date."""
    unpacked = unpack_signatures()
    if unpacked is None:
        sys.exit("PySide6 could not be unpacked, so that each start would take longer.")
    kept = shutil.copytree(unpacked, shiboken / unpacked.name, dirs_exist_ok=True)
    for stale in kept.rglob("__pycache__"):
        shutil.rmtree(stale)
    whatever_date = py_compile.PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(kept, quiet=1, invalidation_mode=whatever_date, stripdir=str(kept))


def strip(target: Path) -> None:
    """Take out what only a debugger reads.

    The libraries in *.libs folders were moved by auditwheel, after which strip may break them.
    """
    moved = {path.name for path in target.rglob("*.libs/*")}
    for path in libraries.binaries(target):
        if path.name not in moved:
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def main() -> None:
    """Freeze the application and add its licences, or the bare window."""
    if sys.argv[1:] == ["bare"]:
        freeze(PROGRAM.parents[1] / "bare" / "roundtable")
        return
    freeze(PROGRAM)
    add_licences(PROGRAM)


if __name__ == "__main__":
    main()
