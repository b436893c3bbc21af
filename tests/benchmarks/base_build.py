"""Another commit of this repository, checked out and set up so that it can be measured.

Kept in `build/base`, a folder for each commit with a virtual environment of its own, so that the
second comparison with a commit begins at once.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.helpers import ROOT

from .processes import Processes

FOLDER = ROOT / "build" / "base"


class NoSuchBuild(Exception):
    """The commit is not there or could not be set up; the sentence says which."""


def processes_of(commit: str, folder: Path) -> Processes:
    """Return what starts modules of that commit; raise NoSuchBuild where it cannot be had."""
    found = _git("rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}")
    if found is None:
        raise NoSuchBuild(f"There is no commit {commit} in this repository.")
    root = FOLDER / found[:12]
    if not (root / "installer").is_dir():
        _git("worktree", "prune")
        if _git("worktree", "add", "--force", "--detach", str(root), found) is None:
            raise NoSuchBuild(f"Commit {commit} could not be checked out into {root}.")
    done = subprocess.run(["/bin/sh", "installer/setup.sh", "test"], cwd=root, check=False)
    if done.returncode:
        raise NoSuchBuild(f"Commit {commit} could not be set up in {root}; see above.")
    return Processes(folder, root, str(root / ".venv" / "bin" / "python"))


def _git(*arguments: str) -> str | None:
    """Return what git prints, or None where it fails."""
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False
    )
    return None if done.returncode else done.stdout.strip()
