"""Holds off screen saver, lock and sleep: one way for each platform behind domain.ports.Awake."""
