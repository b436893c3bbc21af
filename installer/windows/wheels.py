"""The wheels for Windows: fetched by their hashes, unpacked, and what nobody needs left out."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from .places import REQUIREMENTS

PYTHON = "3.13"
QT = ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg")
"""What Roundtable imports, and what draws its icons."""
QT_PLUGINS = {
    "platforms": ("qwindows", "qoffscreen"),
    "iconengines": ("qsvgicon",),
    "imageformats": ("qjpeg", "qsvg"),
}
C_RUNTIME = ("msvcp140", "msvcp140_1", "msvcp140_2", "vcruntime140", "vcruntime140_1")
LANGUAGES = ("en", "cy")
"""Of Babel's data, beside the languages that there are catalogues for."""
LEFT_OUT = (
    "bin",
    "share",
    "*.data",
    "docx/templates/default-docx-template",
    "pypdfium2_cli",
    "**/tests",
    "**/*.pyi",
    "**/py.typed",
    "**/*.lib",
    "**/*.pyx",
    "**/*.pxd",
    "**/*.pxi",
    "**/*.h",
    "**/*.c",
    "alembic/testing",
    "alembic/templates",
    "fontTools/ufoLib",
    "fontTools/voltLib",
    "fontTools/mtiLib",
    "fontTools/qu2cu",
    "fontTools/cu2qu",
    "lxml/includes",
    "lxml/isoschematron",
    "PIL/_avif.*",
    "shiboken6/include",
    "shiboken6/lib",
    "sqlalchemy/testing",
)


def install_wheels(library: Path) -> None:
    """Unpack all wheels for Windows into a folder, whole."""
    wanted = REQUIREMENTS / "windows.txt"
    options = ["--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:"]
    options += ["--no-deps", "--no-compile", "--require-hashes", "--target", str(library)]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *options, "-r", str(wanted)]
    subprocess.run(command, check=True)


def leave_out_descriptions(library: Path) -> None:
    """Leave out what describes the wheels; their licences are kept by then."""
    for about in library.glob("*.dist-info"):
        shutil.rmtree(about)


def trim(library: Path, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Leave out what Roundtable never loads."""
    for pattern in LEFT_OUT:
        for path in [*library.glob(pattern)]:
            _remove(path)
    _trim_qt(library / "PySide6")
    _trim_runtime(library / "shiboken6")
    for path in (library / "babel" / "locale-data").glob("*.dat"):
        if path.stem.partition("_")[0] not in {*languages, "root"}:
            path.unlink()


def _trim_qt(folder: Path) -> None:
    kept = {f"Qt{name}.pyd" for name in QT} | {f"Qt6{name}.dll" for name in QT}
    kept |= {"pyside6.abi3.dll", "plugins", "support", *_runtime()}
    for path in folder.iterdir():
        if path.suffix != ".py" and path.name not in kept:
            _remove(path)
    plugins = {f"{kind}/{name}.dll" for kind, names in QT_PLUGINS.items() for name in names}
    for path in [*(folder / "plugins").glob("*/*")]:
        if path.relative_to(folder / "plugins").as_posix() not in plugins:
            path.unlink()
    for path in (folder / "plugins").iterdir():
        if not any(path.iterdir()):
            path.rmdir()


def _trim_runtime(folder: Path) -> None:
    for path in folder.glob("*140*.dll"):
        if path.name not in _runtime():
            path.unlink()


def _runtime() -> set[str]:
    return {f"{name}.dll" for name in C_RUNTIME}


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    elif path.exists():
        path.unlink()
