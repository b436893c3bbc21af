"""A day on which no time goes by: what two runs show then differs by what was done alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop_app.application.services import Services
from desktop_app.application.timing import Timing
from desktop_app.bootstrap import open_services

NOON = datetime(2027, 5, 14, 12, 0, tzinfo=UTC)


def open_without_time(data_dir: Path) -> Services:
    """Open a library whose step timer stands still."""
    services = open_services(data_dir)
    return replace(services, timing=Timing(services.rounds._library, lambda: 0.0, lambda: NOON))
