"""Write the licences of a package: python -m installer.release.write_licences FOLDER.

Run by build/package/env's Python, whose packages they are of.
"""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path

from installer.release import licences


def write(folder: Path) -> None:
    """Write all but what is copied from the system."""
    licences.write(folder, Path(sysconfig.get_path("purelib")), licences.FROZEN)
    licences.write_list(folder / "packages.txt", Path(sys.executable))
    licences.write_python(folder / "Python.txt")
    frozen_by = licences.TOOLS.glob("tools/pyinstaller-*.dist-info/licenses/COPYING.txt")
    shutil.copyfile(next(frozen_by), folder / "PyInstaller.txt")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
