"""The ballot of turns on the facilitator's screen, for one person after another."""
