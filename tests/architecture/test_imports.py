"""Imports point down, and what is heavy is loaded late."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers import run_python

HEAVY = {"sqlalchemy", "alembic", "reportlab", "msgspec", "PIL"}
LOADED = "print(*sys.modules)"
CONTRACTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def test_the_contracts_of_imports_hold() -> None:
    done = run_python("-c", CONTRACTS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "module", ["desktop_app.cli", "desktop_app.bootstrap", "desktop_app.ui.app.desktop"]
)
def test_what_runs_before_the_first_paint_is_light(module: str) -> None:
    done = run_python("-c", f"import sys, {module}; {LOADED}")
    assert done.returncode == 0, done.stderr
    assert heavy(done.stdout.split()) == set()


def test_the_first_paint_waits_for_nothing_heavy(tmp_path: Path) -> None:
    call = f"main(['--quit-after-first-paint', '--data-dir', {str(tmp_path)!r}])"
    done = run_python("-c", f"import sys; from desktop_app.cli import main; {call}; {LOADED}")
    assert done.returncode == 0, done.stderr
    milliseconds, *modules = done.stdout.split()
    assert int(milliseconds) > 0
    assert heavy(modules) == set()


def heavy(modules: list[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules} & HEAVY
