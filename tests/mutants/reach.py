"""Which tests reach a line: recorded once for a state of the product, and kept.

A test counts for a line where it calls the innermost function around it. A line outside all
functions counts as reached by every test that calls anything in its file.
"""

from __future__ import annotations

import ast
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .copies import Copy
from .plugin import INTO

PARALLEL = ("-n", "2")


@dataclass(frozen=True)
class Known:
    """What is known of the tests of some files: seconds and functions reached, by test."""

    tests: dict[str, dict[str, Any]]

    def that_reach(self, file: str, line: int, source: str) -> list[str]:
        """Return the tests that can notice a change at a line; all of them where none reach it."""
        name = function_around(source, line)
        if name is None:
            found = [t for t, known in self.tests.items() if _calls_into(known["reaches"], file)]
        else:
            wanted = f"{file}:{name}"
            found = [t for t, known in self.tests.items() if wanted in known["reaches"]]
        return found or list(self.tests)

    def seconds(self, tests: Iterable[str]) -> float:
        """Return how long these tests took together."""
        return sum(float(self.tests[test]["seconds"]) for test in tests)


def known_of(copy: Copy, folders: Iterable[str], say: Callable[[str], object]) -> Known:
    """Return what is known of the tests in these folders; run first what is not known yet."""
    kept = _Kept(copy.root)
    files = [file for folder in folders for file in copy.test_files(folder)]
    new = [file for file in files if not kept.has(file)]
    if new:
        say(f"Running {len(new)} test files once, to see which functions each test reaches ...")
        kept.add(new, _record(copy, new))
    return Known({test: found for file in files for test, found in kept.of(file).items()})


def _record(copy: Copy, files: list[str]) -> dict[str, dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        status, said = copy.pytest([*PARALLEL, *files], timeout=None, **{INTO: folder})
        if status != 0:
            raise SystemExit(f"The tests fail without any change:\n{said[-4000:]}")
        found: dict[str, dict[str, Any]] = {}
        for part in Path(folder).glob("*.json"):
            found |= json.loads(part.read_text("utf-8"))
    return found


class _Kept:
    """What was recorded for this state of the product, a test file at a time."""

    def __init__(self, root: Path) -> None:
        self._root = root
        folder = Path(tempfile.gettempdir()) / "roundtable-mutants"
        folder.mkdir(exist_ok=True)
        product = sorted(p for p in (root / "desktop_app").rglob("*.py"))
        self._file = folder / f"{_digest(product, root)}.json"
        text = self._file.read_text("utf-8") if self._file.exists() else "{}"
        self._known: dict[str, dict[str, Any]] = json.loads(text)

    def has(self, file: str) -> bool:
        return self._known.get(file, {}).get("digest") == self._digest_of(file)

    def of(self, file: str) -> dict[str, dict[str, Any]]:
        tests: dict[str, dict[str, Any]] = self._known[file]["tests"]
        return tests

    def add(self, files: list[str], tests: dict[str, dict[str, Any]]) -> None:
        for file in files:
            mine = {name: t for name, t in tests.items() if name.partition("::")[0] == file}
            self._known[file] = {"digest": self._digest_of(file), "tests": mine}
        self._file.write_text(json.dumps(self._known), "utf-8")

    def _digest_of(self, file: str) -> str:
        return _digest([self._root / file], self._root)


def _digest(files: Iterable[Path], root: Path) -> str:
    found = hashlib.sha256()
    for file in files:
        found.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:24]


def function_around(source: str, line: int) -> int | None:
    """Return the first line of the innermost function that holds this line in its body."""
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    around = [f for f in functions if f.body[0].lineno <= line <= (f.end_lineno or line)]
    starts = [min([f.lineno, *(d.lineno for d in f.decorator_list)]) for f in around]
    return max(starts, default=None)


def _calls_into(reached: list[str], file: str) -> bool:
    return any(name.startswith(f"{file}:") for name in reached)
