"""The licences of all that a package holds beside Roundtable itself.

PySide6's wheel carries no licence text, so the two texts lie in `texts` here, and where the source
of Qt is stands beside them. Python's lies there for a machine that has it nowhere.
"""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from importlib.metadata import Distribution, PackagePath, distributions
from pathlib import Path

from desktop_app.resources import resource

TEXTS = Path(__file__).resolve().parent / "texts"
TOOLS = Path(__file__).resolve().parents[2] / "build" / "package"
_NAMES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")

ABOUT = """\
Roundtable is put together from these:

Qt {qt} and PySide6 {qt} (The Qt Company Ltd. and contributors) are used under the GNU Lesser
General Public License, version 3: LGPL-3.txt, which adds to GPL-3.txt. They are unchanged. Their
libraries are files of their own in this package, and may be replaced by your own builds of the
same version. Their source is at
    https://download.qt.io/official_releases/qt/{series}/{qt}/single/
    https://download.qt.io/official_releases/QtForPython/pyside6/PySide6-{qt}-src/
Python is under the licence in Python.txt.
The fonts Source Sans 3 are under the SIL Open Font License: fonts-OFL.txt.
The texts of the Python packages' licences are in packages/.
"""
FROZEN = """\
The Python packages and their licences are listed in packages.txt.
The program that starts Roundtable on Linux and macOS is PyInstaller's (PyInstaller.txt), whose
licence lets it be given on with any application. What comes from the system is in system/.
"""
"""What is also said of a package that PyInstaller froze."""


def write(folder: Path, packages: Path, more: str = "") -> None:
    """Write the licences of what lies in the site-packages folder `packages`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    found = list(distributions(path=[str(packages)]))
    qt = next(each.version for each in found if each.name.startswith("PySide6"))
    series = qt.rpartition(".")[0]
    about = ABOUT.format(qt=qt, series=series)
    (folder / "README.txt").write_text(about + more, encoding="utf-8")
    for name in ("LGPL-3", "GPL-3"):
        shutil.copyfile(TEXTS / f"{name}.txt", folder / f"{name}.txt")
    shutil.copyfile(resource("fonts", "OFL.txt"), folder / "fonts-OFL.txt")
    for each in found:
        _copy_texts(each, folder / "packages" / each.name)
    for file in folder.rglob("*"):
        file.chmod(0o755 if file.is_dir() else 0o644)


def write_list(target: Path, python: Path) -> None:
    """Write what each package of an environment is under, by pip-licenses."""
    tool = str(TOOLS / "release" / "bin" / "pip-licenses")
    options = [f"--python={python}", "--from=mixed", "--with-urls", f"--output-file={target}"]
    subprocess.run([tool, *options], check=True)


def write_python(target: Path, documents: Path = Path("/usr/share/doc")) -> None:
    """Write the licence of this Python: its own file, Debian's notice of the package, or ours."""
    version = sysconfig.get_python_version()
    places = [
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        documents / f"libpython{version}-stdlib" / "copyright",
        documents / f"python{version}" / "copyright",
    ]
    there = (place for place in places if place.exists())
    shutil.copyfile(next(there, TEXTS / "Python.txt"), target)


def _copy_texts(distribution: Distribution, target: Path) -> None:
    for path in distribution.files or []:
        named = "licenses" in path.parts or path.name.upper().startswith(_NAMES)
        if ".dist-info" in path.parts[0] and named:
            target.mkdir(parents=True, exist_ok=True)
            source = Path(str(distribution.locate_file(path)))
            _free_name(target, path).write_text(_read(source), encoding="utf-8")


def _free_name(target: Path, path: PackagePath) -> Path:
    """Return where a text goes: its folders in its name only where another has it.

    Windows allows 259 characters for a path, so long names would leave fewer for the folder.
    """
    short = target / path.name
    whole = "-".join(path.parts[1:]).removeprefix("licenses-")
    return target / whole if short.exists() else short


def _read(path: Path) -> str:
    """Return a text, old ones of Western Europe too."""
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("latin-1")
