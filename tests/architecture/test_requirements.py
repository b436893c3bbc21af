"""The pins: complete, exact, and the same wherever they are written."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.helpers import ROOT

HASHED = re.compile(r"\S+==\S+ --hash=sha256:[0-9a-f]{64}")
PINS = ROOT / "requirements"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def lines(name: str) -> list[str]:
    """Give a requirements file's lines, those of the files it includes among them."""
    found = []
    text = (PINS / name).read_text("utf-8").replace("\\\n", "")
    for line in text.splitlines():
        if line.startswith("-r "):
            found += lines(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            found.append(line.partition(" --hash=")[0])
    return found


def pinned(name: str) -> dict[str, str]:
    """Give the exact version of each package that the file wants on this Python."""
    wanted = [Requirement(line) for line in lines(name)]
    here = [r for r in wanted if r.marker is None or r.marker.evaluate()]
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in here}


@pytest.mark.parametrize("path", sorted(PINS.glob("*.txt")), ids=lambda path: path.name)
def test_every_pin_is_exact(path: Path) -> None:
    for line in lines(path.name):
        (specifier,) = Requirement(line).specifier
        assert specifier.operator == "=="
        assert "*" not in specifier.version


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("runtime.txt", PROJECT["project"]["dependencies"]),
        ("build.txt", PROJECT["build-system"]["requires"]),
    ],
)
def test_pins_lie_in_the_ranges_of_pyproject(file: str, wanted: list[str]) -> None:
    pins = pinned(file)
    for requirement in (Requirement(text) for text in wanted):
        if requirement.marker is None or requirement.marker.evaluate():
            assert pins[canonicalize_name(requirement.name)] in requirement.specifier


def test_windows_gets_the_versions_of_all_others_each_by_its_hash() -> None:
    there = default_environment() | {"sys_platform": "win32", "python_version": "3.13"}
    wanted = [Requirement(line) for line in lines("runtime.txt")]
    expected = {str(strip(r)) for r in wanted if r.marker is None or r.marker.evaluate(there)}
    assert {str(Requirement(line)) for line in lines("windows.txt")} == expected
    for name in ("windows.txt", "windows-python.txt"):
        pins = (PINS / name).read_text("utf-8").splitlines()
        assert all(HASHED.fullmatch(pin) for pin in pins if not pin.startswith("#"))


def strip(requirement: Requirement) -> Requirement:
    return Requirement(f"{requirement.name}{requirement.specifier}")


def test_pyside_is_pinned_alike_for_every_python() -> None:
    here = {line for line in PROJECT["project"]["dependencies"] if line.startswith("PySide6")}
    there = {line for line in lines("runtime.txt") if line.startswith("PySide6")}
    assert {str(Requirement(line)) for line in here} == {str(Requirement(line)) for line in there}


@pytest.mark.parametrize("file", ["runtime.txt", "build.txt", "dev.txt"])
def test_whatever_a_pinned_package_needs_is_pinned_too(file: str) -> None:
    pins = pinned(file)
    missing = {need for name in pins for need in needs(name)} - pins.keys()
    assert missing == set()


def needs(name: str) -> set[str]:
    try:
        wanted = [Requirement(text) for text in requires(name) or []]
    except PackageNotFoundError:
        pytest.fail(f"{name} is pinned but not installed; run the set-up again")
    return {
        canonicalize_name(r.name)
        for r in wanted
        if r.marker is None or r.marker.evaluate({"extra": ""})
    }
