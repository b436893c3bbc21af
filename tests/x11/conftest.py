"""The journeys' application, on a real window server with a window manager."""

from tests.journeys.conftest import app, dressed, no_double_press, start

__all__ = ["app", "dressed", "no_double_press", "start"]
