"""Frameworks: the list of them, and the editor."""
