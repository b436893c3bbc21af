"""The package that was made last, and a laptop for each test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.version import __version__
from installer.windows.places import BUILD, WINE
from installer.windows.wine import HOUSE, Wine
from tests.helpers import run_roundtable
from tests.windows.laptop import Laptop, new_laptop

OLDER = "0.0.9"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all these tests, and skip them where there is no wine or no package to try."""
    here = Path(__file__).parent
    ours = [item for item in items if item.path.is_relative_to(here)]
    ready = (HOUSE / "wine64").exists() and setup_of(__version__).exists()
    for item in ours:
        item.add_marker("wine")
        if not ready and os.environ.get("WINE") != "required":
            item.add_marker(pytest.mark.skip(reason="make try-setup-exe makes what is tried here"))


def setup_of(version: str) -> Path:
    """Return where the installer of a version is made."""
    return BUILD / f"Roundtable-{version}-setup.exe"


@pytest.fixture(scope="session")
def setup() -> Path:
    """Give the installer of this version."""
    return setup_of(__version__)


@pytest.fixture(scope="session")
def older_setup() -> Path:
    """Give the installer of a version before, which is the same but for its number."""
    return setup_of(OLDER)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Laptop]:
    """Give a laptop on which nothing is installed."""
    template = Wine(WINE)
    template.make()
    laptop = new_laptop(template, tmp_path / "wine")
    yield laptop
    laptop.wine.remove()


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a finished workshop as a file, as Linux writes it."""
    from desktop_app.bootstrap import opened

    folder = tmp_path_factory.mktemp("linux")
    with opened(folder / "data") as services:
        key = services.library.add_sample(closed=True).value
    target = folder / "harbour.roundtable"
    done = run_roundtable("export", key, "--to", target, "--data-dir", folder / "data")
    assert (done.returncode, done.stderr) == (0, "")
    return target
