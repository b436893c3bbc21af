"""Where the workshop that was open last stopped, in a small TOML file beside the library.

As with the settings, a file that is missing or damaged never stops anything: each value that
cannot be read has its default.
"""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

from desktop_app.domain.stopped import Stopped
from desktop_app.files import write_atomically

from .settings_file import small_text, toml_lines

FILE_NAME = "stopped.toml"
LATEST = 99_999_999_999
"""Seconds since the epoch, in the year 5138."""
_HEAD = "# Where Roundtable stopped on this laptop. Roundtable writes this file anew.\n"


class TomlStopped:
    """domain.ports.StoppedStore in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Stopped:
        """Return where it stopped; the default for each value that is missing or makes no sense."""
        from .toml_reading import plain_values  # noqa: PLC0415 - not before a workshop is opened

        try:
            read = plain_values(small_text(self.path))
        except (OSError, ValueError, RecursionError):
            return Stopped()
        usual = asdict(Stopped())
        kept = {f.name: read[f.name] for f in fields(Stopped) if f.name in read}
        return Stopped(**{n: v for n, v in kept.items() if _is_sound(v, usual[n])})

    def save(self, stopped: Stopped) -> None:
        """Write the file whole or not at all; raise OutputProblem or DiskFull."""
        with write_atomically(self.path) as file:
            file.write("".join([_HEAD, *toml_lines(asdict(stopped))]).encode("utf-8", "replace"))


def _is_sound(value: object, usual: object) -> bool:
    """Return whether a value is one of its kind, and a number one that a clock can show."""
    alike = type(value) is type(usual)
    return alike and (not isinstance(value, int | float) or abs(value) <= LATEST)
