"""Which of the files that PyInstaller collects a package does without."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath

PLUGINS = {
    "platforms": {"libqxcb", "libqwayland", "libqoffscreen"},
    "wayland-shell-integration": {"libxdg-shell"},
    "wayland-decoration-client": {"libbradient"},
    "platforminputcontexts": {
        "libcomposeplatforminputcontextplugin",
        "libibusplatforminputcontextplugin",
    },
    "imageformats": {"libqsvg", "libqjpeg", "libqgif", "libqwebp"},
    "iconengines": {"libqsvgicon"},
    "printsupport": {"libcupsprintersupport"},
}
"""Qt's plugins that are used. Themes of desktops are not: the style is Fusion with own palettes."""

MODULES = [
    "babel.messages",
    "fontTools.ufoLib",
    "setuptools",
    "sqlalchemy.testing",
    "sqlalchemy.ext.mypy",
    "tkinter",
    "wheel",
]
"""Python modules that something names and nothing of ours calls."""

HOOKS = {"pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_setuptools"}
"""What PyInstaller does on macOS before our first line for what we never do: slow imports."""

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:_[A-Za-z_0-9]+)?\.dat$")


def wanted(name: str, languages: set[str]) -> bool:
    """Return whether a collected file belongs into the package.

    `name` is its path in the folder; `languages` has the two or three letters of each one spoken.
    """
    path = PurePosixPath(name)
    rules: dict[str, Callable[[PurePosixPath], bool]] = {
        "PySide6/Qt/plugins/": _wanted_plugin,
        "PySide6/Qt/translations/": lambda _: False,
        "babel/locale-data/": lambda path: _wanted_locale(path, languages),
    }
    if "__pycache__" in path.parts:
        return False  # compiled beside its source, whose date a package changes
    for start, rule in rules.items():
        if name.startswith(start):
            return rule(path)
    return True


def spoken(resources: Path) -> set[str]:
    """Return the languages that have a catalogue, by their first letters, and English."""
    folders = resources.glob("languages/*/roundtable.po")
    return {"en", *(folder.parent.name.split("-")[0] for folder in folders)}


def _wanted_plugin(path: PurePosixPath) -> bool:
    return path.name.removesuffix(".so") in PLUGINS.get(path.parent.name, set())


def _wanted_locale(path: PurePosixPath, languages: set[str]) -> bool:
    found = _LANGUAGE.match(path.name)
    return found is None or found[1] in languages
