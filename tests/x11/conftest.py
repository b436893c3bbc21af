"""The journeys' application, on a real window server with a window manager."""

from tests.journeys.conftest import app, dressed, start

__all__ = ["app", "dressed", "start"]
