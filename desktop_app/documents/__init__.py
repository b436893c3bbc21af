"""What every document says, as plain values, and the one table of kinds; no pages, no HTML."""
