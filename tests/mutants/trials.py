"""Trying changes: each in a copy, with the tests that can notice it, until the first one fails."""

from __future__ import annotations

import json
import queue
import re
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from .changes import Change
from .copies import Copy
from .plugin import ONLY
from .reach import Known

PATIENCE = 4  # a change may make tests this many times slower before it counts as noticed
START = 60.0  # seconds for pytest itself on a busy machine


@dataclass(frozen=True)
class Trial:
    """A change, how many tests could notice it, and the one that did."""

    file: str
    change: Change
    tests: int
    noticed_by: str | None

    def __str__(self) -> str:
        verdict = "noticed " if self.noticed_by else "SURVIVED"
        told = f"  [{self.noticed_by}]" if self.noticed_by else f"  [{self.tests} tests]"
        return f"{verdict}  {self.file}:{self.change.line}  {self.change}{told}"


def try_all(
    chosen: Iterable[tuple[str, Change]], copies: list[Copy], known: Known
) -> Iterator[Trial]:
    """Try every change, as many at a time as there are copies; give the trials in order."""
    free: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def one(found: tuple[str, Change]) -> Trial:
        copy = free.get()
        try:
            return _try(*found, copy, known)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        yield from pool.map(one, chosen)


def _try(file: str, change: Change, copy: Copy, known: Known) -> Trial:
    own = (copy.root / file).read_text("utf-8")
    tests = known.that_reach(file, change.line, own)
    limit = START + PATIENCE * known.seconds(tests)
    with copy.changed(file, change.source), tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "chosen.json"
        chosen.write_text(json.dumps(tests), "utf-8")
        arguments = ["-x", "-p", "no:xdist", *_files_by_time(tests, known)]
        status, said = copy.pytest(arguments, limit, **{ONLY: str(chosen)})
    return Trial(file, change, len(tests), _who_noticed(said) if status else None)


def _files_by_time(tests: list[str], known: Known) -> list[str]:
    seconds: dict[str, float] = {}
    for test in tests:
        file = test.partition("::")[0]
        seconds[file] = seconds.get(file, 0.0) + known.seconds([test])
    return sorted(seconds, key=seconds.__getitem__)


def _who_noticed(said: str) -> str:
    named = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    return named[1] if named else said.strip().rpartition("\n")[2][:100] or "ended abruptly"
