"""The whole application with hands at it, for whoever follows the guide."""

from __future__ import annotations

from tests.journeys.conftest import dressed, no_double_press, start

__all__ = ["dressed", "no_double_press", "start"]
