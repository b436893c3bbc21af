"""Marks of the libraries that were open on this computer, kept outside of them.

Whoever finds no library in a folder learns here that there was one. A mark that cannot be read
or written is no reason to stop.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

_KEPT = 100


class Marks:
    """One small file for each data folder, in `folder`; None keeps none."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def workshops_in(self, data_dir: Path) -> int:
        """Return how many workshops were in the library of a data folder, 0 for none known."""
        count = self._read(data_dir).get("workshops")
        return count if type(count) is int else 0

    def latest_in(self, data_dir: Path) -> datetime | None:
        """Return when the library of a data folder had changed last, if that is known."""
        try:
            return datetime.fromisoformat(str(self._read(data_dir).get("latest"))).astimezone(UTC)
        except (ValueError, OverflowError):
            return None

    def remember(self, data_dir: Path, workshops: int, latest: datetime | None = None) -> None:
        """Keep that the library of a data folder holds so many workshops; forget an empty one.

        `latest`: when they changed last; without it, what is known of that stays.
        """
        if not workshops:
            self.forget(data_dir)
            return
        known = self._read(data_dir)
        changed = latest.isoformat() if latest else known.get("latest")
        content = {"folder": str(data_dir), "workshops": workshops, "latest": changed}
        if self._folder is not None and content != known:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                self._of(data_dir).write_text(json.dumps(content), "utf-8", "replace")
                self._drop_oldest()

    def _read(self, data_dir: Path) -> dict[str, object]:
        try:
            content = json.loads(self._of(data_dir).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    def forget(self, data_dir: Path) -> None:
        """Let the data folder be one in which there never was a library."""
        if self._folder is not None:
            with suppress(OSError):
                self._of(data_dir).unlink(missing_ok=True)

    def elsewhere(self, data_dir: Path) -> Path | None:
        """Return a folder for what belongs to a data folder where that cannot be written."""
        return self._of(data_dir).with_suffix("") if self._folder is not None else None

    def _of(self, data_dir: Path) -> Path:
        if self._folder is None:
            return Path(os.devnull)
        real = os.path.normcase(os.path.realpath(data_dir))
        digest = hashlib.sha256(os.fsencode(real)).hexdigest()
        return self._folder / f"{digest[:20]}.json"

    def _drop_oldest(self) -> None:
        if self._folder is None:
            return
        found = sorted(self._folder.glob("*.json"), key=lambda mark: mark.stat().st_mtime_ns)
        for mark in found[:-_KEPT]:
            mark.unlink(missing_ok=True)


NO_MARKS = Marks()
