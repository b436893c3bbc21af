"""Keep compiled modules of all that Roundtable imports, so that no start compiles them anew.

For set-up, and for whatever makes a package. Run it with the Python that will run Roundtable, and
name the folders to compile:

    python installer/keep_bytecode.py FOLDER ...

PySide6 carries its signature package as a zip inside a library, compiles it at every start and can
keep nothing of it. Its own switch SBK_EMBED=0 unpacks it once into `files.dir` beside that library,
from where every later start takes it. An upgrade of PySide6 leaves the unpacked files of the old
version there, so run this again after one.
"""

# ruff: noqa: INP001 - a script beside the package, not part of one
from __future__ import annotations

import compileall
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

TEMPLATES = r"\.tmpl\.py$|/templates?/"
"""Files of other packages that end in .py and are none."""


def unpack_signatures() -> Path | None:
    """Unpack PySide6's signature package and return its folder; None where that cannot be."""
    spec = importlib.util.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).resolve().parent / "files.dir"
    subprocess.run(
        [sys.executable, "-c", "import PySide6.QtCore"],
        env={**os.environ, "SBK_EMBED": "0"},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return folder if folder.is_dir() else None


def compile_all(folders: Sequence[Path]) -> None:
    """Compile every module below the folders that is new or has changed."""
    for folder in folders:
        compileall.compile_dir(folder, quiet=2, rx=re.compile(TEMPLATES), workers=0)


def main(folders: Sequence[Path]) -> None:
    """Unpack, then compile; what cannot be kept makes a start slower and breaks nothing."""
    unpacked = unpack_signatures()
    if unpacked is None:
        sys.stderr.write("PySide6 could not be unpacked here, so each start takes longer.\n")
    compile_all([*folders, *([unpacked] if unpacked else [])])


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
