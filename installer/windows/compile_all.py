"""Compile every module below a folder, and leave the compiled one in the place of its source.

Run by the Python that will run Roundtable, under wine: `python.exe compile_all.py FOLDER`. Without
`__pycache__` paths are so short that the program goes into a folder of nearly 200 characters;
Windows allows 259 for the whole. Alembic reads the migrations themselves, so those stay.
"""

from __future__ import annotations

import compileall
import py_compile
import sys
from pathlib import Path

SOURCES = "desktop_app/storage/migrations/versions"


def main(folder: Path) -> int:
    """Return 0 where everything could be compiled."""
    kept = list((folder / SOURCES).glob("*.py"))
    done = compileall.compile_dir(
        folder,
        quiet=1,
        legacy=True,
        stripdir=folder,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    for path in folder.rglob("*.py"):
        if path not in kept and path.with_suffix(".pyc").exists():
            path.unlink()
    for path in kept:
        path.with_suffix(".pyc").unlink()
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
