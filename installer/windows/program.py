"""The folder that is installed: `app` (Python, the wheels, Roundtable) and two launchers."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.version import __version__
from installer.release import licences

from .icon import write_icon
from .places import BUILD, HERE, ROOT, WINE, environment
from .runtime import leave_out_unneeded, unpack_python
from .wheels import install_wheels, leave_out_descriptions, trim
from .wine import GCC, Wine

WINDRES = "x86_64-w64-mingw32-windres"
BASE = BUILD / "base"
"""Python and the wheels, compiled: what stays the same while only Roundtable changes."""
PATHS = "python313.zip\r\n.\r\n"
LAUNCHERS = {"Roundtable.exe": ["-mwindows", "-DWINDOWED"], "roundtable.com": []}


def make_program(target: Path, version: str = __version__) -> None:
    """Make the whole folder, from nothing; raise MakingFailed."""
    base = _base()
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(base, target)
    app = target / "app"
    _put_roundtable(app, version)
    leave_out_unneeded(app)
    (app / "python313._pth").write_text(PATHS, "ascii", newline="")
    make_launchers(target, version)


def longest_path(folder: Path) -> int:
    """Return how many characters the longest path within the folder has."""
    return max(len(str(path.relative_to(folder))) for path in folder.rglob("*"))


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _base() -> Path:
    stamp, mark = BUILD / "base.stamp", _mark_of_base()
    if BASE.is_dir() and stamp.is_file() and stamp.read_text("utf-8") == mark:
        return BASE
    shutil.rmtree(BASE, ignore_errors=True)
    app = BASE / "app"
    app.mkdir(parents=True)
    install_wheels(app)
    unpack_python(app)
    _keep_licences(app)
    trim(app)
    (app / "python313._pth").write_text(PATHS, "ascii", newline="")
    _unpack_signatures(app)
    _compile(app)
    stamp.write_text(mark, "utf-8")
    return BASE


def _mark_of_base() -> str:
    made_of = [HERE / f"{name}.py" for name in ("runtime", "wheels", "compile_all")]
    made_of.append(Path(licences.__file__))
    made_of += sorted((ROOT / "requirements").glob("windows*.txt"))
    return "\n".join(path.read_text("utf-8") for path in made_of)


def _keep_licences(app: Path) -> None:
    licences.write(app / "licences", app)
    (app / "LICENSE.txt").replace(app / "licences" / "Python.txt")
    leave_out_descriptions(app)


def _unpack_signatures(app: Path) -> None:
    """Let PySide6 unpack what it would compile anew at each start (installer/keep_bytecode.py)."""
    _python(app, "-c", "import PySide6.QtCore", variables={"SBK_EMBED": "0"})


def _compile(app: Path) -> None:
    _python(app, str(HERE / "compile_all.py"), str(app))


def _python(app: Path, *arguments: str, variables: Mapping[str, str] | None = None) -> None:
    wine = Wine(WINE)
    wine.make()
    wine.run([str(app / "python.exe"), "-X", "utf8", *arguments], cwd=app, variables=variables)
    wine.settle()


def _put_roundtable(app: Path, version: str) -> None:
    ours = app / "desktop_app"
    shutil.copytree(ROOT / "desktop_app", ours, ignore=shutil.ignore_patterns("__pycache__"))
    _write_version(ours / "version.py", version)
    unwanted = shutil.ignore_patterns("README.md", "*.po")
    shutil.copytree(ROOT / "resources", ours / "_resources", ignore=unwanted)
    _compile(app)


def _write_version(path: Path, version: str) -> None:
    told = f'__version__ = "{version}"'
    written = re.sub(r'(?m)^__version__ = ".*"$', told, path.read_text("utf-8"))
    path.write_text(written, "utf-8")


def make_launchers(target: Path, version: str) -> None:
    """Compile both launchers into a folder."""
    objects = BUILD / "launcher"
    objects.mkdir(parents=True, exist_ok=True)
    write_icon(ROOT / "resources" / "icons" / "roundtable.svg", objects / "roundtable.ico")
    source, resources = HERE / "launcher", objects / "launcher.res"
    numbers = version_of_four(version).replace(".", ",")
    named = f'#define VERSION "{version}"\n#define NUMBERS {numbers}\n'
    (objects / "version.h").write_text(named, "utf-8")
    subprocess.run(
        [WINDRES, "-c", "65001", "-I", objects, "-O", "coff", "launcher.rc", resources],
        cwd=source,
        check=True,
    )
    options = ["-O2", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static"]
    for name, more in LAUNCHERS.items():
        inputs = [source / "launcher.c", resources]
        subprocess.run(
            [GCC, *options, *more, "-o", target / name, *inputs, "-luser32", "-lshell32"],
            env=environment(SOURCE_DATE_EPOCH="0"),
            check=True,
        )


def version_of_four(version: str) -> str:
    """Return a version as Windows has them, of four numbers: 0.1.0 is 0.1.0.0."""
    numbers = re.findall(r"\d+", version)[:4]
    return ".".join([*numbers, "0", "0", "0", "0"][:4])


def tell(folder: Path) -> None:
    """Say how large a made folder is."""
    files = sum(path.is_file() for path in folder.rglob("*"))
    megabytes = size_of(folder) / 1e6
    sys.stdout.write(f"{folder}: {files} files, {megabytes:.1f} MB\n")
