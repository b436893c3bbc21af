"""What the harnesses share: a library to harm, and figures that are printed when all is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.journeys.conftest import dressed, no_double_press, start

from .door import Door
from .flips import Bench, make_library

__all__ = ["bench", "door", "dressed", "figure", "good_library", "no_double_press", "start"]

Figure = Callable[[str], None]


@pytest.fixture(scope="session")
def good_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a library that is to be copied, never opened."""
    folder = tmp_path_factory.mktemp("good")
    make_library(folder)
    return folder


@pytest.fixture
def bench(good_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Bench:
    """Give the good library and a place to try harmed copies of it."""
    return Bench(good_library, tmp_path / "work", capsys)


@pytest.fixture
def door(good_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Door:
    """Give a fresh copy of the good library to bring files into."""
    return Door(good_library, tmp_path / "work", capsys)


@pytest.fixture
def figure(
    request: pytest.FixtureRequest, record_property: Callable[[str, object], None]
) -> Figure:
    """Give figure(line), which prints a line under the name of the test when all is done."""

    def keep(line: str) -> None:
        record_property("figure", f"{request.node.name}: {line}")

    return keep


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the harnesses counted, also where several processes ran them."""
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    lines = [
        value
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "figure"
    ]
    if lines:
        terminalreporter.section("figures")
        terminalreporter.write("\n".join(sorted(lines)) + "\n")
