"""Ballots from a file, looked at before anything is created."""
