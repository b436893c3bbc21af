"""Imports point down, and what is heavy is loaded late."""

from __future__ import annotations

import pytest

from tests.helpers import run_python

HEAVY = {"sqlalchemy", "alembic", "reportlab", "msgspec", "PIL"}
CONTRACTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"


def test_the_contracts_of_imports_hold() -> None:
    done = run_python("-c", CONTRACTS)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", ["desktop_app.cli", "desktop_app.bootstrap"])
def test_what_runs_before_the_first_paint_is_light(module: str) -> None:
    done = run_python("-c", f"import sys, {module}; print(*sys.modules)")
    assert done.returncode == 0, done.stderr
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & HEAVY == set()
