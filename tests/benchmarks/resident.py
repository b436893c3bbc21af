"""How much memory a process holds; imports little, so that asking weighs nothing."""

from __future__ import annotations

from pathlib import Path


def resident_mebibytes() -> float:
    """Return how much memory of this process is resident now; the most so far elsewhere."""
    return _of_this_process("VmRSS")


def most_mebibytes() -> float:
    """Return the most memory of this process that was resident at any time."""
    return _of_this_process("VmHWM")


def _of_this_process(figure: str) -> float:
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines[figure].split()[0]) / 1024
    import resource
    import sys

    # In bytes on macOS only.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 if sys.platform == "linux" else most / 1024 / 1024
