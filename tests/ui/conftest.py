"""The whole application with hands at it, for tests of pages that only live inside it."""

from tests.journeys.conftest import app, dressed, start

__all__ = ["app", "dressed", "start"]
