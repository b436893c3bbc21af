"""Results to recommended next steps, each with its reason; pure functions, no I/O."""
