"""Scenes: all that the room may see as plain values, their makers and their words, side by side."""
