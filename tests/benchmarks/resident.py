"""How much memory a process holds; imports little, so that asking weighs nothing."""

from __future__ import annotations

from pathlib import Path


def resident_mebibytes() -> float:
    """Return how much memory of this process is resident now; the most so far elsewhere."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmRSS"].split()[0]) / 1024
    import resource
    import sys

    # In bytes on macOS only.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1024 if sys.platform == "linux" else most / 1024 / 1024
