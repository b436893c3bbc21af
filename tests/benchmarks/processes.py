"""Run Python processes one after the other and read what they print; knows no measure.

Each process gets compiled modules from a folder of the benchmark's own, filled by one run that
does not count: otherwise the first start would compile, and an environment that forbids compiled
files would make every start compile. `compiling` is for measuring just that.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from tests.helpers import ROOT

T = TypeVar("T")


class Processes:
    """Start modules of a checkout with a home of their own below `folder`."""

    def __init__(
        self, folder: Path, root: Path = ROOT, python: str = sys.executable, **environment: str
    ) -> None:
        self._folder, self._root, self._python = folder, root, python
        self._environment = {**_environment(folder), **environment}

    def with_packages(self, folder: Path) -> Processes:
        """Return the same, but packages found in the folder come before those installed."""
        return self._with(PYTHONPATH=str(folder))

    def compiling(self) -> Processes:
        """Return the same without a compiled module: each start compiles all it imports."""
        nowhere = str(self._folder / "never-compiled")
        return self._with(PYTHONPYCACHEPREFIX=nowhere, PYTHONDONTWRITEBYTECODE="1")

    def _with(self, **more: str) -> Processes:
        return Processes(self._folder, self._root, self._python, **{**self._environment, **more})

    def number(self, *arguments: str | Path) -> float:
        """Run `python -m ARGUMENTS` and return the number it prints last."""
        return float(self.output(*arguments).split()[-1])

    def milliseconds_to_print(self, *arguments: str | Path) -> float:
        """Run `python -m ARGUMENTS` and return how long it takes from its start to its first line.

        Timed from outside: a process knows its own start only to a hundredth of a second.
        """
        began = time.perf_counter()
        with self._started(("-m", *arguments)) as process:
            assert process.stdout is not None
            line = process.stdout.readline()
            took = (time.perf_counter() - began) * 1000
            _, said = process.communicate()
        if process.returncode or not line.strip():
            raise RuntimeError(f"{arguments[0]} failed ({process.returncode}):\n{said}")
        return took

    def output(self, *arguments: str | Path) -> str:
        """Run `python -m ARGUMENTS` and return what it prints; raise RuntimeError if it fails."""
        return self._output("-m", *arguments)

    def run_code(self, code: str, *arguments: str | Path) -> str:
        """Return what `python -c CODE ARGUMENTS` prints; raise RuntimeError if it is nothing."""
        return self._output("-c", code, *arguments)

    def _output(self, *arguments: str | Path) -> str:
        with self._started(arguments) as process:
            printed, said = process.communicate()
        if process.returncode or not printed.strip():
            raise RuntimeError(f"{arguments[1]} failed ({process.returncode}):\n{said}")
        return printed

    def _started(self, arguments: Sequence[str | Path]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self._python, *map(str, arguments)],
            cwd=self._root,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )


def interleaved(
    ours: Callable[[], T], baseline: Callable[[], T], runs: int, warm_up: int = 1
) -> tuple[list[T], list[T]]:
    """Return the answers of both, taken in turn so that a slow moment meets both alike."""
    pairs = [(ours(), baseline()) for _ in range(warm_up + runs)][warm_up:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def numbers(text: str) -> tuple[list[float], list[float]]:
    """Return the two columns of numbers that a process printed, ours first."""
    lines = [line.split() for line in text.splitlines()]
    return [float(line[0]) for line in lines], [float(line[1]) for line in lines]


def print_numbers(pair: tuple[Sequence[float], Sequence[float]]) -> None:
    """Print two columns for `numbers` to read."""
    for ours, baseline in zip(*pair, strict=True):
        sys.stdout.write(f"{ours:.4f} {baseline:.4f}\n")


def _environment(folder: Path) -> dict[str, str]:
    others = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "SBK_EMBED")
    kept = {k: v for k, v in os.environ.items() if k not in others}
    homes = {f"XDG_{n}_HOME": str(folder / n.lower()) for n in ("DATA", "CONFIG", "CACHE", "STATE")}
    kept.setdefault("QT_QPA_PLATFORM", "offscreen")
    compiled = str(folder / "compiled")
    return {**kept, **homes, "PYTHONPYCACHEPREFIX": compiled, "PYTHONUNBUFFERED": "1"}
