"""Copies of the checkout, in which changes are made and tests run, never the working tree."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

BASE = ("-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "tests.mutants.plugin")
MARKS = ("-m", "not x11 and not slow and not browser and not pdfua")
HUNG = 124  # the exit status of `timeout`


class Copy:
    """One copy of the files of a checkout."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def of(cls, checkout: Path, root: Path) -> Copy:
        """Copy what git knows, and what it would know if it were added, as it stands now."""
        listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        names = subprocess.run(listed, cwd=checkout, capture_output=True, text=True, check=True)
        for name in filter(None, names.stdout.split("\0")):
            if (checkout / name).is_file():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(checkout / name, root / name)
        return cls(root)

    def sources(self, package: str) -> dict[str, str]:
        """Return the modules of a package by their path from the root."""
        files = (self.root / package).rglob("*.py")
        return {str(f.relative_to(self.root)): f.read_text("utf-8") for f in sorted(files)}

    def test_files(self, folder: str) -> list[str]:
        """Return the test modules of a folder below tests/ by their path from the root."""
        files = (self.root / "tests" / folder).rglob("test_*.py")
        return sorted(str(file.relative_to(self.root)) for file in files)

    @contextmanager
    def changed(self, file: str, source: str) -> Iterator[None]:
        """Hold another source in place of a module's own."""
        path = self.root / file
        own = path.read_text("utf-8")
        try:
            _write(path, source)
            yield
        finally:
            _write(path, own)

    def pytest(
        self, arguments: list[str], timeout: float | None, **environment: str
    ) -> tuple[int, str]:
        """Run pytest here; give its exit status and what it said."""
        own = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        command = [sys.executable, "-m", "pytest", *BASE, *MARKS, *arguments]
        with subprocess.Popen(
            command,
            cwd=self.root,
            env={**own, **environment, "CI": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                said, _ = process.communicate(timeout=timeout)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, 9)  # what a test has started goes with it
                return HUNG, "took too long"
        return process.returncode, said


def _write(path: Path, source: str) -> None:
    path.write_text(source, "utf-8")
    # Bytecode is held against size and whole seconds, which two changes can share.
    Path(importlib.util.cache_from_source(path)).unlink(missing_ok=True)
