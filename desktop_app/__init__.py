"""Roundtable: a facilitator's offline workshop tool for public-service partnerships."""

from desktop_app.version import __version__

__all__ = ["__version__"]
