"""Content that is read from files: our framework and sample workshop, and people's frameworks.

Implements the ports Frameworks, FrameworkFiles and Samples; must not know the files' formats.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path

from desktop_app.domain.framework import Framework
from desktop_app.domain.workshop import WorkshopRecord
from desktop_app.resources import resource

from .framework_file import read_framework, write_framework
from .sample_file import read_sample

_FRAMEWORK = ("frameworks", "leading-together.en.toml")
_SAMPLE = ("samples", "harbour.en.toml")


class BuiltInFrameworks:
    """The frameworks that come with the application."""

    def built_in(self) -> Framework:
        """Return the built-in framework at full depth; raise FileProblem if it was damaged."""
        return _read_once(resource(*_FRAMEWORK))


class TomlFrameworks:
    """Frameworks in TOML files that people exchange."""

    def read(self, path: Path) -> Framework:
        """Return the framework in a TOML file; raise FileProblem naming place and mistake."""
        return read_framework(path)

    def write(self, framework: Framework, target: Path) -> None:
        """Write a framework as TOML, whole or not at all; raise OutputProblem or DiskFull.

        Raises FileProblem, too, naming the place and the mistake in a framework that is not
        complete.
        """
        write_framework(framework, target)


class BuiltInSamples:
    """The sample workshops that come with the application."""

    def sample(self, framework: Framework, now: datetime) -> WorkshopRecord:
        """Return the sample workshop with new ids, its rounds with tallies, marked as a sample.

        `framework` is the built-in one at full depth, `now` when the sample is made. Raises
        FileProblem if the file was damaged or does not fit the framework.
        """
        return read_sample(resource(*_SAMPLE), framework, now)


@cache
def _read_once(path: Path) -> Framework:
    """Return a framework's frozen value; the files that come with the application do not change."""
    return read_framework(path)
