"""The settings in a small TOML file beside the library; must not know the database.

A file that is missing, damaged or from another version never stops the application: each setting
that cannot be read has its default. Read before the first paint, so nothing heavy is imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop_app.domain.settings import STAGE_TYPES, Settings
from desktop_app.files import write_atomically

FILE_NAME = "settings.toml"
_HEAD = "# Settings of Roundtable on this laptop. Roundtable writes this file anew.\n"
_SIDES = 4
MAX_SIDE = 1_000_000
"""The farthest that a window can be, in pixels; what draws it counts to 2^31."""
MAX_BYTES = 100_000
"""More than any file of ours beside the library has."""
_PLAIN_LINE = re.compile(
    r"(?P<name>[a-z_]+) = "
    r'(?P<value>true|false|"[^"\\\x00-\x1f\x7f]*"|\[[0-9]{1,9}(, [0-9]{1,9})*\])'
)
"""What nearly every line of ours looks like: no negative number, no text with a backslash."""


class TomlSettings:
    """domain.ports.SettingsStore in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """Return the settings; the default for each one that is missing or makes no sense."""
        try:
            return _settings_of(_read(small_text(self.path)))
        except (OSError, ValueError, RecursionError):
            return Settings()

    def save(self, settings: Settings) -> None:
        """Write the file whole or not at all; raise OutputProblem or DiskFull."""
        values = {field.name: getattr(settings, field.name) for field in fields(Settings)}
        lines = [_HEAD, *toml_lines(values)]
        with write_atomically(self.path) as file:
            file.write("".join(lines).encode("utf-8", "replace"))


def _read(text: str) -> Mapping[str, Any]:
    """Return the file's values; raise ValueError where it is not TOML."""
    lines = [_PLAIN_LINE.fullmatch(line) for line in text.removeprefix(_HEAD).splitlines()]
    if all(lines):
        return {line["name"]: _plain_value(line["value"]) for line in lines if line}
    from .toml_reading import plain_values  # noqa: PLC0415 - slow, and only for others' files

    return plain_values(text)


def _plain_value(text: str) -> bool | str | list[int]:
    if text.startswith("["):
        return [int(side) for side in text[1:-1].split(",")]
    return text == "true" if text in {"true", "false"} else text[1:-1]


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_place(value: object) -> bool:
    if not isinstance(value, list) or len(value) != _SIDES:
        return False
    return all(type(side) is int and abs(side) <= MAX_SIDE for side in value)


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "folder": _is_text,
    "logo": _is_text,
    "projector": _is_text,
    "backup_folder": _is_text,
    "backed_up": _is_text,
    "console_place": _is_place,
    "stage_type": STAGE_TYPES.__contains__,
}


def _settings_of(read: Mapping[str, Any]) -> Settings:
    kept: dict[str, Any] = {}
    for field in fields(Settings):
        value = read.get(field.name)
        if value is not None and _CHECKS.get(field.name, _is_flag)(value):
            kept[field.name] = tuple(value) if isinstance(value, list) else value
    return Settings(**kept)


def small_text(path: Path) -> str:
    """Return the text of a file that has at most MAX_BYTES; raise OSError or ValueError."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("no file of ours is so large")
    return content.decode("utf-8")


def toml_lines(values: Mapping[str, object]) -> list[str]:
    """Return a line for each value but None, which stands for "follow"."""
    return [f"{name} = {_written(v)}\n" for name, v in values.items() if v is not None]


def _written(value: object) -> str:
    """Return a value as TOML; JSON writes the same but for one control character."""
    import json  # noqa: PLC0415 - not needed to read

    text = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f")
