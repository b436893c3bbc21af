"""Roundtable: a facilitator's offline workshop tool for public-service partnerships."""

__version__ = "0.1.0"
