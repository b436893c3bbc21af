"""A pytest plugin: write down which functions each test reaches, or run only chosen tests.

It is loaded by name (-p tests.mutants.plugin) in runs that this folder starts, never by the suite.
What runs in a thread of Qt's pool is not seen; a change there is tried with all tests.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

INTO, ONLY = "REACH_INTO", "REACH_ONLY"


def pytest_configure(config: pytest.Config) -> None:
    """Listen to calls where a folder is named to write into."""
    if folder := os.environ.get(INTO):
        config.pluginmanager.register(Reach(Path(folder), config.rootpath))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what was not chosen."""
    if chosen := os.environ.get(ONLY):
        wanted = set(json.loads(Path(chosen).read_text("utf-8")))
        config.hook.pytest_deselected(items=[i for i in items if i.nodeid not in wanted])
        items[:] = [item for item in items if item.nodeid in wanted]


class Reach:
    """The functions of desktop_app that each test calls, and how long it takes."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._file = folder / f"{os.getpid()}.json"
        self._inside = f"{root / 'desktop_app'}{os.sep}"
        self._root = root
        self._codes: set[CodeType] = set()
        self._tests: dict[str, dict[str, object]] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Listen while a test is set up, runs and is cleared away."""
        self._codes = set()
        begun = time.monotonic()
        threading.settrace(self._called)
        sys.settrace(self._called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            reached = sorted(name for code in self._codes if (name := self._name(code)))
            self._tests[item.nodeid] = {"seconds": time.monotonic() - begun, "reaches": reached}

    def pytest_sessionfinish(self) -> None:
        """Write down what was heard; each worker writes a file of its own."""
        if self._tests:
            self._file.write_text(json.dumps(self._tests), "utf-8")

    def _called(self, frame: FrameType, event: str, argument: object) -> None:
        self._codes.add(frame.f_code)

    def _name(self, code: CodeType) -> str | None:
        if not code.co_filename.startswith(self._inside):
            return None
        return f"{Path(code.co_filename).relative_to(self._root)}:{code.co_firstlineno}"
