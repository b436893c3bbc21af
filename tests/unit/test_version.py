"""One version, told in one place."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import desktop_app
from desktop_app import version
from desktop_app.cli import main

CHECKOUT = Path(desktop_app.__file__).parents[1]


def test_the_command_line_says_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"Roundtable {version.__version__}\n"


def test_the_package_reads_its_version_from_that_place() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "desktop_app/version.py"
    assert desktop_app.__version__ == version.__version__


def test_nothing_else_writes_the_version() -> None:
    ours = [*CHECKOUT.glob("installer/**/*"), *CHECKOUT.glob("desktop_app/**/*.py")]
    texts = {
        path: path.read_text(encoding="utf-8", errors="ignore") for path in ours if path.is_file()
    }
    written = re.compile(rf"[\"']{re.escape(version.__version__)}[\"']")

    assert [path.name for path, text in texts.items() if written.search(text)] == ["version.py"]


def test_the_day_of_release_is_a_date() -> None:
    assert date.fromisoformat(version.RELEASED)
