"""Ballots to results: agreement, level, flags, visibility; pure functions, no I/O."""
