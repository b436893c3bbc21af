"""Start the application: python -m desktop_app."""

from __future__ import annotations

import time

_BEGAN = time.perf_counter()

from desktop_app.cli import main  # noqa: E402 - the clock starts before anything is imported

if __name__ == "__main__":
    raise SystemExit(main(began=_BEGAN))
